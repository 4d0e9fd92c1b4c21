#include "store/copy.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "names/index_spool.h"
#include "store/pages.h"
#include "store/sums.h"

enum { PAGES_AT_ONCE = 256 };

static rt_status fails(const char *path, int why, rt_error *err) {
    const rt_status s = rt_fail(err, RT_IO, "the copy cannot be written: %s", strerror(why));
    rt_error_at(err, path, 0, 0);
    return s;
}

/* --- the place ------------------------------------------------------------------------------------------------------
 */

static rt_status refuse(const char *path, const char *why, rt_error *err) {
    const rt_status s = rt_fail(err, RT_BAD, "%s", why);
    rt_error_at(err, path, 0, 0);
    return s;
}

/* SQLite would take what stands in a -wal or a -journal for a part of the copy. */
static rt_status check_beside(const char *to, const char *suffix, rt_error *err) {
    RT_AUTO(rt_buf) beside = {0};
    struct stat is;
    rt_buf_printf(&beside, "%s%s", to, suffix);
    rt_buf_byte(&beside, '\0');
    return lstat(beside.at, &is) != 0
               ? rt_ok
               : refuse(beside.at,
                        "somebody uses the case of this name, or it was left unfinished: nothing is put there", err);
}

static bool is_same(sqlite3 *source, const struct stat *there) {
    struct stat own;
    return stat(sqlite3_db_filename(source, "main"), &own) == 0 && own.st_ino == there->st_ino &&
           own.st_dev == there->st_dev;
}

static rt_status check_place(sqlite3 *source, const char *to, bool replace, rt_error *err) {
    struct stat there;
    const bool is = stat(to, &there) == 0;
    if (is && is_same(source, &there)) return refuse(to, "this is the case itself", err);
    RT_TRY(check_beside(to, "-wal", err));
    RT_TRY(check_beside(to, "-journal", err));
    if (lstat(to, &there) != 0) return errno == ENOENT ? rt_ok : fails(to, errno, err);
    if (!replace) return refuse(to, "there is a file of this name already", err);
    return S_ISREG(there.st_mode) ? rt_ok : refuse(to, "this is no file", err);
}

/* --- filling --------------------------------------------------------------------------------------------------------
 */

static rt_status failure(sqlite3 *source, int code, const char *beside, rt_error *err) {
    if (code == SQLITE_IOERR_DATA) return rt_sql_damage(source, err);
    const int what = code & 0xFF;
    const rt_status s = rt_fail(err, what == SQLITE_CORRUPT || what == SQLITE_NOTADB ? RT_CORRUPT : RT_IO,
                                "the case cannot be copied: %s", sqlite3_errstr(code));
    rt_error_at(err, beside, 0, 0);
    return s;
}

static rt_status copy_pages(sqlite3 *source, sqlite3_backup *pages, const rt_minder *minder, const char *beside,
                            rt_error *err) {
    for (int code = SQLITE_OK; code != SQLITE_DONE;) {
        if (rt_minder_stops(minder)) return rt_fail(err, RT_STOPPED, "stopped; there is no copy");
        code = sqlite3_backup_step(pages, PAGES_AT_ONCE);
        if (code != SQLITE_OK && code != SQLITE_DONE) return failure(source, code, beside, err);
        const int64_t all = sqlite3_backup_pagecount(pages);
        rt_minder_progress(minder, "pages copied", all - sqlite3_backup_remaining(pages), all);
    }
    return rt_ok;
}

/* The copy is nobody's until it is whole: it needs no journal, and is made durable once. */
static rt_status fill(sqlite3 *source, sqlite3 *target, const rt_minder *minder, const char *beside, rt_error *err) {
    RT_TRY(rt_sql_run(target, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", err));
    rt_sums_follow(target, source);
    sqlite3_backup *pages = sqlite3_backup_init(target, "main", source, "main");
    if (pages == NULL) return failure(source, sqlite3_errcode(target), beside, err);
    rt_status s = copy_pages(source, pages, minder, beside, err);
    const int code = sqlite3_backup_finish(pages);
    return s.code == RT_OK && code != SQLITE_OK ? failure(source, code, beside, err) : s;
}

static rt_status fill_file(sqlite3 *source, const rt_minder *minder, const char *beside, rt_error *err) {
    sqlite3 *target = NULL;
    const int opened = sqlite3_open_v2(beside, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, RT_SUMS_VFS);
    if (target == NULL) rt_no_memory(0);
    rt_status s = opened == SQLITE_OK ? fill(source, target, minder, beside, err) : rt_sql_failure(target, err);
    const int code = sqlite3_close(target);
    return s.code == RT_OK && code != SQLITE_OK ? failure(source, code, beside, err) : s;
}

/* --- damage ---------------------------------------------------------------------------------------------------------
 */

static rt_status put_page(void *to, const uint8_t *bytes, size_t n, int64_t at, rt_error *err) {
    const int *fd = to;
    return pwrite(*fd, bytes, n, at) == (ssize_t)n
               ? rt_ok
               : rt_fail(err, RT_IO, "the copy cannot be written: %s", strerror(errno));
}

/* With a right sum a damaged page would pass for what was written. */
static rt_status put_damaged(sqlite3 *source, const rt_minder *minder, const char *beside, rt_error *err) {
    int fd = open(beside, O_WRONLY | O_CLOEXEC);
    if (fd < 0) return fails(beside, errno, err);
    rt_pages found = {.each = put_page, .to = &fd};
    const rt_status s = rt_pages_look(source, minder, 0, 1, &found, err);
    close(fd);
    return s;
}

/* Where none is damaged, none is to become so on the way. */
static rt_status fill_as_it_is(sqlite3 *source, const rt_minder *minder, const char *beside, rt_error *err) {
    rt_pages found = {0};
    if (rt_sums_are_there(source)) RT_TRY(rt_pages_look(source, minder, 0, 1, &found, err));
    if (found.damaged == 0) rt_sums_check(source, "main", true);
    RT_TRY(fill_file(source, minder, beside, err));
    return found.damaged > 0 ? put_damaged(source, minder, beside, err) : rt_ok;
}

/* --- settling -------------------------------------------------------------------------------------------------------
 */

static int move(const char *from, const char *to, bool replace) {
    if (replace) return rename(from, to);
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
    return errno == EINVAL || errno == ENOSYS ? rename(from, to) : -1; /* looked at before: no better way there */
}

static rt_status settle(const char *beside, const char *to, bool replace, int64_t *bytes, rt_error *err) {
    struct stat is;
    const int fd = open(beside, O_RDWR | O_CLOEXEC);
    const bool safe = fd >= 0 && fsync(fd) == 0 && fstat(fd, &is) == 0;
    const int why = errno;
    if (fd >= 0) close(fd);
    if (!safe) return fails(to, why, err);
    if (move(beside, to, replace) != 0)
        return errno == EEXIST ? refuse(to, "there is a file of this name already", err) : fails(to, errno, err);
    rt_folder_sync(to);
    if (bytes != NULL) *bytes = is.st_size;
    return rt_ok;
}

static rt_status create_beside(const char *to, rt_buf *beside, rt_error *err) {
    uint32_t random;
    rt_random(&random, sizeof random);
    rt_buf_printf(beside, "%s.%08x.new", to, random);
    rt_buf_byte(beside, '\0');
    const int fd = open(beside->at, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0) return fails(to, errno, err);
    close(fd);
    return rt_ok;
}

rt_status rt_copy_make(sqlite3 *source, const char *to, bool replace, const rt_minder *minder, int64_t *bytes,
                       rt_error *err) {
    RT_AUTO(rt_buf) beside = {0};
    RT_TRY(check_place(source, to, replace, err));
    RT_TRY(create_beside(to, &beside, err));
    rt_status s = fill_as_it_is(source, minder, beside.at, err);
    if (s.code == RT_OK) s = settle(beside.at, to, replace, bytes, err);
    if (s.code != RT_OK) unlink(beside.at);
    return s;
}
