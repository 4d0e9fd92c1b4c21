#include "store/sums.h"

#include <endian.h>
#include <string.h>

#include "store/layout.h"

enum { LARGEST_PAGE = 65536 };

/* In memory the file below stands behind it. */
typedef struct sums_file {
    sqlite3_file base;
    int page;           /* bytes of a page; 0: not known yet */
    bool summed;        /* there is room for sums, so they are written */
    bool promised;      /* it is a case of a version in which each page has one, so they are checked */
    bool unchecked;     /* unless told otherwise */
    int64_t damaged_at; /* the page found last; -1: none */
    uint8_t *scratch;   /* a page; made when it is needed */
} sums_file;

/* --- sums -----------------------------------------------------------------------------------------------------------
 */

/* Read in 64 bits; what takes time is that each step waits for the one before: 0.4 to 0.8 us for 4 KiB. */
void rt_sum_bytes(const uint8_t *bytes, size_t n, uint8_t sum[RT_SUM_BYTES]) {
    uint32_t first = 0, second = 0;
    for (size_t i = 0; i < n; i += sizeof(uint64_t)) {
        uint64_t pair;
        memcpy(&pair, bytes + i, sizeof pair);
        pair = le64toh(pair);
        first = (first + (uint32_t)pair) + second;
        second = (second + (uint32_t)(pair >> 32)) + first;
    }
    const uint64_t both = htole64((uint64_t)second << 32 | first);
    memcpy(sum, &both, RT_SUM_BYTES);
}

bool rt_sum_is_right(const uint8_t *page, size_t size) {
    uint8_t sum[RT_SUM_BYTES];
    rt_sum_bytes(page, size - RT_SUM_BYTES, sum);
    return memcmp(sum, page + size - RT_SUM_BYTES, RT_SUM_BYTES) == 0;
}

/* --- what the file's header says ------------------------------------------------------------------------------------
 */

static uint32_t big_endian(const uint8_t *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static void learn(sums_file *f, const void *bytes) {
    enum { PAGE_SIZE = 16, RESERVED = 20, USER_VERSION = 60, APPLICATION_ID = 68 };
    const uint8_t *header = bytes;
    if (memcmp(header, "SQLite format 3", 16) != 0) return;
    const int page = header[PAGE_SIZE] << 8 | header[PAGE_SIZE + 1];
    f->page = page == 1 ? LARGEST_PAGE : page;
    f->summed = header[RESERVED] == RT_SUM_BYTES;
    f->promised =
        big_endian(header + APPLICATION_ID) == RT_APPLICATION_ID && big_endian(header + USER_VERSION) >= RT_SUMS_SINCE;
}

/* --- the file -------------------------------------------------------------------------------------------------------
 */

static sums_file *ours(sqlite3_file *file) { return (void *)file; }
static sqlite3_file *below(sqlite3_file *file) { return (void *)(ours(file) + 1); }
static const sqlite3_io_methods *calls(sqlite3_file *file) { return below(file)->pMethods; }

static bool is_page(const sums_file *f, int n, sqlite3_int64 at) { return n == f->page && n > 0 && at % n == 0; }

static bool make_scratch(sums_file *f) {
    if (f->scratch == NULL) f->scratch = sqlite3_malloc(LARGEST_PAGE);
    return f->scratch != NULL;
}

static int check(sums_file *f, const void *page, sqlite3_int64 at) {
    if (!f->promised || f->unchecked || (f->summed && rt_sum_is_right(page, (size_t)f->page))) return SQLITE_OK;
    f->damaged_at = at;
    return SQLITE_IOERR_DATA;
}

/* What SQLite may take of a page of which it needs no more: the page is read all the same. */
static int read_part(sqlite3_file *file, void *to, int n, sqlite3_int64 at) {
    sums_file *f = ours(file);
    const int skip = (int)(at % f->page);
    if (!make_scratch(f)) return SQLITE_IOERR_NOMEM;
    int code = calls(file)->xRead(below(file), f->scratch, f->page, at - skip);
    if (code == SQLITE_OK) code = check(f, f->scratch, at - skip);
    if (code == SQLITE_OK) memcpy(to, f->scratch + skip, (size_t)n);
    return code;
}

/* The first page also gives the header, by itself, before anything is known or locked: that is not checked. */
static int sums_read(sqlite3_file *file, void *to, int n, sqlite3_int64 at) {
    sums_file *f = ours(file);
    if (f->page > 0 && at >= f->page && at % f->page + n < f->page) return read_part(file, to, n, at);
    const int code = calls(file)->xRead(below(file), to, n, at);
    if (code != SQLITE_OK) return code;
    if (at == 0 && n >= RT_HEADER_BYTES) learn(f, to);
    return is_page(f, n, at) ? check(f, to, at) : SQLITE_OK;
}

/* SQLite's own buffer stays as it is. */
static int sums_write(sqlite3_file *file, const void *bytes, int n, sqlite3_int64 at) {
    sums_file *f = ours(file);
    if (at == 0 && n >= RT_HEADER_BYTES) learn(f, bytes);
    if (!f->summed || !is_page(f, n, at)) return calls(file)->xWrite(below(file), bytes, n, at);
    if (!make_scratch(f)) return SQLITE_IOERR_NOMEM;
    memcpy(f->scratch, bytes, (size_t)n - RT_SUM_BYTES);
    rt_sum_bytes(f->scratch, (size_t)n - RT_SUM_BYTES, f->scratch + n - RT_SUM_BYTES);
    return calls(file)->xWrite(below(file), f->scratch, n, at);
}

/* Another program may have brought the file up since the header was read: before pages go into it, it is asked again.
 */
static void learn_again(sqlite3_file *file) {
    uint8_t header[RT_HEADER_BYTES];
    if (calls(file)->xRead(below(file), header, sizeof header, 0) == SQLITE_OK) learn(ours(file), header);
}

static int sums_control(sqlite3_file *file, int what, void *with) {
    if (what == SQLITE_FCNTL_CKPT_START) learn_again(file);
    return calls(file)->xFileControl(below(file), what, with);
}

static int sums_close(sqlite3_file *file) {
    sqlite3_free(ours(file)->scratch);
    return calls(file)->xClose(below(file));
}

/* --- all else is the file's below -----------------------------------------------------------------------------------
 */

static int sums_truncate(sqlite3_file *file, sqlite3_int64 size) { return calls(file)->xTruncate(below(file), size); }
static int sums_sync(sqlite3_file *file, int flags) { return calls(file)->xSync(below(file), flags); }
static int sums_size(sqlite3_file *file, sqlite3_int64 *size) { return calls(file)->xFileSize(below(file), size); }
static int sums_lock(sqlite3_file *file, int how) { return calls(file)->xLock(below(file), how); }
static int sums_unlock(sqlite3_file *file, int how) { return calls(file)->xUnlock(below(file), how); }
static int sums_reserved(sqlite3_file *file, int *is) { return calls(file)->xCheckReservedLock(below(file), is); }
static int sums_sector(sqlite3_file *file) { return calls(file)->xSectorSize(below(file)); }
static int sums_device(sqlite3_file *file) { return calls(file)->xDeviceCharacteristics(below(file)); }
static int sums_map(sqlite3_file *file, int region, int size, int extend, void volatile **at) {
    return calls(file)->xShmMap(below(file), region, size, extend, at);
}
static int sums_shm_lock(sqlite3_file *file, int first, int n, int flags) {
    return calls(file)->xShmLock(below(file), first, n, flags);
}
static void sums_barrier(sqlite3_file *file) { calls(file)->xShmBarrier(below(file)); }
static int sums_unmap(sqlite3_file *file, int drop) { return calls(file)->xShmUnmap(below(file), drop); }

/* Of version 2, which has no memory maps: what they show can't be checked. */
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = sums_close,
    .xRead = sums_read,
    .xWrite = sums_write,
    .xTruncate = sums_truncate,
    .xSync = sums_sync,
    .xFileSize = sums_size,
    .xLock = sums_lock,
    .xUnlock = sums_unlock,
    .xCheckReservedLock = sums_reserved,
    .xFileControl = sums_control,
    .xSectorSize = sums_sector,
    .xDeviceCharacteristics = sums_device,
    .xShmMap = sums_map,
    .xShmLock = sums_shm_lock,
    .xShmBarrier = sums_barrier,
    .xShmUnmap = sums_unmap,
};

/* --- opening --------------------------------------------------------------------------------------------------------
 */

static int sums_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
    sqlite3_vfs *under = sqlite3_vfs_find(NULL);
    (void)vfs;
    if (!(flags & SQLITE_OPEN_MAIN_DB)) return under->xOpen(under, name, file, flags, out);
    *ours(file) = (sums_file){.damaged_at = -1};
    below(file)->pMethods = NULL;
    const int code = under->xOpen(under, name, below(file), flags, out);
    if (below(file)->pMethods != NULL) file->pMethods = &methods;
    return code;
}

/* SQLite keeps what it is given: it is written once, and holds but what the system's own VFS holds. */
void rt_sums_register(void) {
    static sqlite3_vfs vfs;
    const sqlite3_vfs *under = sqlite3_vfs_find(NULL);
    if (under == NULL) rt_no_memory(0); /* for all that SQLite itself needs at its start */
    vfs = *under;
    vfs.zName = RT_SUMS_VFS;
    vfs.szOsFile += (int)sizeof(sums_file);
    vfs.xOpen = sums_open;
    vfs.pNext = NULL;
    sqlite3_vfs_register(&vfs, 0);
}

/* --- what the store asks --------------------------------------------------------------------------------------------
 */

static sums_file *file_of(sqlite3 *db, const char *schema) {
    sqlite3_file *file = NULL;
    sqlite3_file_control(db, schema, SQLITE_FCNTL_FILE_POINTER, &file);
    return file != NULL && file->pMethods == &methods ? ours(file) : NULL;
}

void rt_sums_reserve(sqlite3 *db) {
    int bytes = RT_SUM_BYTES;
    sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
}

void rt_sums_check(sqlite3 *db, const char *schema, bool check_them) {
    sums_file *f = file_of(db, schema);
    if (f != NULL) f->unchecked = !check_them;
}

void rt_sums_follow(sqlite3 *to, sqlite3 *from) {
    const sums_file *like = file_of(from, "main");
    sums_file *f = file_of(to, "main");
    if (f == NULL || like == NULL) return;
    f->page = like->page;
    f->summed = like->summed;
}

bool rt_sums_are_there(sqlite3 *db) {
    const sums_file *f = file_of(db, "main");
    return f != NULL && f->promised;
}

bool rt_sums_damage(sqlite3 *db, rt_damage *damage) {
    const char *name;
    for (int i = 0; (name = sqlite3_db_name(db, i)) != NULL; i++) {
        const sums_file *f = file_of(db, name);
        if (f == NULL || f->damaged_at < 0) continue;
        *damage = (rt_damage){sqlite3_db_filename(db, name), f->damaged_at / f->page + 1, f->damaged_at, f->page};
        return true;
    }
    return false;
}

/* Both numbers stand in the index of the -wal (https://sqlite.org/walformat.html), in the machine's own order. */
sqlite3_file *rt_sums_wal(sqlite3 *db, uint32_t *first, uint32_t *last) {
    enum { REGION = 32768, LAST_FRAME = 16 / 4, BACKFILLED = 96 / 4 };
    sums_file *f = file_of(db, "main");
    sqlite3_file *wal = NULL;
    void volatile *index = NULL;
    sqlite3_file_control(db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &wal);
    if (f == NULL || wal == NULL || wal->pMethods == NULL) return NULL;
    if (sums_map(&f->base, 0, REGION, 0, &index) != SQLITE_OK || index == NULL) return NULL;
    const uint32_t volatile *numbers = index;
    *first = numbers[BACKFILLED];
    *last = numbers[LAST_FRAME];
    return wal;
}

int rt_sums_size(sqlite3 *db, int64_t *size) {
    sums_file *f = file_of(db, "main");
    sqlite3_int64 n = 0;
    const int code = f == NULL ? SQLITE_IOERR : sums_size(&f->base, &n);
    *size = n;
    return code;
}

int rt_sums_read(sqlite3 *db, void *to, int n, int64_t at) {
    sums_file *f = file_of(db, "main");
    if (f == NULL) return SQLITE_IOERR;
    sqlite3_file *file = below(&f->base);
    return file->pMethods->xRead(file, to, n, at);
}
