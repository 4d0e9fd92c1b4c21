#include "names/index_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- the header -------------------------------------------------------------------------------------------------- */

static rt_status corrupt(rt_error *err, const char *what) {
    return rt_fail(err, RT_CORRUPT, "the index is damaged: %s", what);
}

static rt_status header_good(const rt_index_header *h, size_t size, rt_error *err) {
    if (memcmp(h->magic, "RTNAMES\n", sizeof h->magic) != 0)
        return rt_fail(err, RT_CORRUPT, "not an index of names (it does not begin as one)");
    if (h->order != 0x01020304) return rt_fail(err, RT_CORRUPT, "an index made on a machine of another byte order");
    if (h->version > RT_INDEX_VERSION)
        return rt_fail(err, RT_NEWER, "an index of version %u, made by a later program: this one reads version %d",
                       h->version, RT_INDEX_VERSION);
    if (h->version != RT_INDEX_VERSION)
        return rt_fail(err, RT_CORRUPT, "an index of version %u, which this program no longer reads: build it anew",
                       h->version);
    if (h->check != rt_index_check(h)) return corrupt(err, "its header was altered");
    if (h->bytes != size) return corrupt(err, size < h->bytes ? "it was cut" : "it is longer than it was made");
    return rt_ok;
}

static rt_status places_good(const rt_index_header *h, rt_error *err) {
    for (size_t i = 0; i < RT_SECTIONS; i++) {
        const rt_index_place *p = &h->sections[i];
        if (p->offset % RT_INDEX_ALIGN != 0 || p->offset > h->bytes || p->size > h->bytes - p->offset)
            return corrupt(err, "a section lies outside of it");
        if (p->size % rt_index_record_size((rt_index_section)i) != 0) return corrupt(err, "a section's size");
    }
    return rt_ok;
}

static bool holds(const rt_index_header *h, rt_index_section section, uint64_t records) {
    return h->sections[section].size / rt_index_record_size(section) == records;
}

static bool directory_good(const rt_index_header *h, rt_index_section section) {
    const uint64_t n = h->sections[section].size / sizeof(uint32_t);
    return n >= 2 && ((n - 1) & (n - 2)) == 0; /* a power of two, and the end */
}

static rt_status counts_good(const rt_index_header *h, rt_error *err) {
    const uint64_t most = UINT32_MAX - 1;
    const bool good = h->entries <= most && h->names <= most && h->words <= most &&
                      holds(h, RT_SECTION_ENTRY_AT, h->entries + 1) &&
                      holds(h, RT_SECTION_ENTRY_NAME, h->entries + 1) && holds(h, RT_SECTION_NAMES, h->names + 1) &&
                      holds(h, RT_SECTION_WORDS, h->words + 1) && directory_good(h, RT_SECTION_SOUND_AT) &&
                      directory_good(h, RT_SECTION_JOIN_AT) && directory_good(h, RT_SECTION_NUMBER_AT) &&
                      holds(h, RT_SECTION_NEAR_AT, h->words + 1);
    return good ? rt_ok : corrupt(err, "its sections do not agree");
}

/* --- opening ------------------------------------------------------------------------------------------------------ */

rt_str rt_index_section_bytes(const rt_index *index, rt_index_section section) {
    const rt_index_place *p = &index->header.sections[section];
    return (rt_str){index->at + p->offset, p->size};
}

static const void *section(const rt_index *index, rt_index_section which, size_t *n) {
    const rt_str bytes = rt_index_section_bytes(index, which);
    *n = bytes.len / rt_index_record_size(which);
    return bytes.at;
}

static void strings_read(rt_index *index) {
    rt_str rest = rt_index_section_bytes(index, RT_SECTION_STRINGS), one;
    size_t n = 0;
    for (size_t i = 0; i < rest.len; i++) n += rest.at[i] == '\n';
    index->strings.at = RT_NEW_N(&index->arena, rt_str, n + 1);
    while (index->strings.n < n && rt_str_split(&rest, RT_S("\n"), &one)) index->strings.at[index->strings.n++] = one;
}

static void sections_take(rt_index *index) {
    size_t n;
    index->entry_at = section(index, RT_SECTION_ENTRY_AT, &n);
    index->entry_name = section(index, RT_SECTION_ENTRY_NAME, &n);
    index->names = section(index, RT_SECTION_NAMES, &n);
    index->name_words = section(index, RT_SECTION_NAME_WORDS, &index->name_word_count);
    index->words = section(index, RT_SECTION_WORDS, &n);
    index->postings = section(index, RT_SECTION_POSTINGS, &index->posting_count);
    index->near_at = section(index, RT_SECTION_NEAR_AT, &n);
    index->nears = section(index, RT_SECTION_NEARS, &index->near_count);
    index->entries = rt_index_section_bytes(index, RT_SECTION_ENTRIES);
    index->letters = rt_index_section_bytes(index, RT_SECTION_LETTERS);
    index->note = rt_index_section_bytes(index, RT_SECTION_NOTE);
    index->entry_count = (size_t)index->header.entries;
    index->name_count = (size_t)index->header.names;
    index->word_count = (size_t)index->header.words;
    strings_read(index);
}

static rt_status bytes_take(rt_index *index, rt_error *err) {
    if (index->size < sizeof index->header) return rt_fail(err, RT_CORRUPT, "not an index of names (too short)");
    memcpy(&index->header, index->at, sizeof index->header);
    RT_TRY(header_good(&index->header, index->size, err));
    RT_TRY(places_good(&index->header, err));
    RT_TRY(counts_good(&index->header, err));
    sections_take(index);
    return rt_ok;
}

static rt_status opened(rt_index *made, rt_index **index, rt_error *err) {
    const rt_status s = bytes_take(made, err);
    if (s.code == RT_OK)
        *index = made;
    else
        rt_index_close(made);
    return s;
}

static rt_index *index_new(void) {
    rt_index *made = rt_alloc(sizeof *made);
    memset(made, 0, sizeof *made);
    return made;
}

rt_status rt_index_open_bytes(rt_str bytes, rt_index **index, rt_error *err) {
    if ((uintptr_t)bytes.at % sizeof(uint64_t) != 0)
        return rt_fail(err, RT_USAGE, "the bytes of an index begin at a multiple of eight");
    rt_index *made = index_new();
    made->at = bytes.at;
    made->size = bytes.len;
    return opened(made, index, err);
}

static rt_status file_map(rt_index *index, const char *path, int fd, rt_error *err) {
    struct stat st;
    if (fstat(fd, &st) != 0) return rt_fail(err, RT_IO, "%s: %s", path, strerror(errno));
    if (!S_ISREG(st.st_mode) || st.st_size < (off_t)sizeof(rt_index_header))
        return rt_fail(err, RT_CORRUPT, "%s is not an index of names", path);
    void *at = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_SHARED, fd, 0);
    if (at == MAP_FAILED) return rt_fail(err, RT_IO, "%s: %s", path, strerror(errno));
    index->at = at;
    index->size = (size_t)st.st_size;
    index->mapped = true;
    return rt_ok;
}

/* Queries touch few, far apart places: reading ahead would fetch what nobody asked for. The small arrays through which
 * every query goes are asked for at once. */
static void advise(const rt_index *index) {
    static const uint8_t wanted[] = {RT_SECTION_SOUND_AT, RT_SECTION_SOUNDS, RT_SECTION_WORDS, RT_SECTION_LETTERS};
    char *at = (char *)(uintptr_t)index->at;
    madvise(at, index->size, MADV_RANDOM);
    for (size_t i = 0; i < sizeof wanted; i++) {
        const rt_index_place *p = &index->header.sections[wanted[i]];
        const size_t before = p->offset % (size_t)sysconf(_SC_PAGESIZE);
        if (p->size > 0) madvise(at + p->offset - before, before + p->size, MADV_WILLNEED);
    }
}

rt_status rt_index_open_file(int fd, const char *name, rt_index **index, rt_error *err) {
    rt_index *made = index_new();
    rt_status s = file_map(made, name, fd, err);
    if (s.code != RT_OK) return rt_index_close(made), s;
    s = opened(made, index, err);
    if (s.code != RT_OK)
        rt_error_at(err, name, 0, 0);
    else
        advise(*index);
    return s;
}

rt_status rt_index_open(const char *path, rt_index **index, rt_error *err) {
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return rt_fail(err, errno == ENOENT ? RT_ABSENT : RT_IO, "%s: %s", path, strerror(errno));
    const rt_status s = rt_index_open_file(fd, path, index, err);
    close(fd);
    return s;
}

void rt_index_close(rt_index *index) {
    if (index == NULL) return;
    if (index->mapped) munmap((void *)(uintptr_t)index->at, index->size);
    rt_arena_close(&index->arena);
    free(index);
}

rt_index_info rt_index_about(const rt_index *index) {
    const rt_index_header *h = &index->header;
    return (rt_index_info){.entries = h->entries,
                           .names = h->names,
                           .words = h->words,
                           .bytes = h->bytes,
                           .version = h->version,
                           .note = index->note};
}
