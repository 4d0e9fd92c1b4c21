#include "names/index_overlay_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "names/index_spool.h"

char *rt_overlay_path(const char *path, const char *ending) {
    const size_t n = strlen(path), m = strlen(ending);
    char *made = rt_alloc(n + m + 1);
    memcpy(made, path, n);
    memcpy(made + n, ending, m + 1);
    return made;
}

static rt_hash hash_of(const void *bytes, size_t n) {
    rt_hash hash;
    rt_hasher *hasher = rt_hasher_new();
    rt_hash_two(hasher, (rt_str){bytes, n}, RT_S(""), &hash);
    rt_hasher_free(hasher);
    return hash;
}

rt_hash rt_overlay_identity(const rt_index *index) { return hash_of(&index->header, sizeof index->header); }

static uint64_t check_of(const rt_overlay_header *h) {
    return rt_index_hash((rt_str){(const char *)h, offsetof(rt_overlay_header, check)});
}

static size_t rounded(size_t n) { return (n + RT_INDEX_ALIGN - 1) / RT_INDEX_ALIGN * RT_INDEX_ALIGN; }

/* --- reading ------------------------------------------------------------------------------------------------------ */

static rt_status corrupt(rt_error *err, const char *what) {
    return rt_fail(err, RT_CORRUPT, "the overlay is damaged: %s", what);
}

static rt_status header_good(const rt_overlay_header *h, size_t size, rt_error *err) {
    if (memcmp(h->magic, "RTOVERL\n", sizeof h->magic) != 0)
        return rt_fail(err, RT_CORRUPT, "not the overlay of an index (it does not begin as one)");
    if (h->order != 0x01020304) return rt_fail(err, RT_CORRUPT, "an overlay made on a machine of another byte order");
    if (h->version != RT_OVERLAY_VERSION)
        return rt_fail(err, h->version > RT_OVERLAY_VERSION ? RT_NEWER : RT_CORRUPT,
                       "an overlay of version %u; this program reads %d", h->version, RT_OVERLAY_VERSION);
    if (h->check != check_of(h)) return corrupt(err, "its header was altered");
    if (h->bytes != size) return corrupt(err, size < h->bytes ? "it was cut" : "it is longer than it was made");
    if (h->hidden > size / sizeof(uint32_t) || h->added_at > size ||
        h->added_at != rounded(sizeof *h + (size_t)h->hidden * sizeof(uint32_t)))
        return corrupt(err, "its parts do not agree");
    return rt_ok;
}

static rt_status bytes_take(rt_overlay_file *f, rt_error *err) {
    memcpy(&f->header, f->at, sizeof f->header);
    RT_TRY(header_good(&f->header, f->size, err));
    const void *hidden = f->at + sizeof f->header;
    const rt_hash hash = hash_of(hidden, (size_t)f->header.hidden * sizeof(uint32_t));
    if (!rt_hash_eq(&hash, &f->header.hidden_sha256)) return corrupt(err, "the list of what is hidden");
    f->hidden = hidden;
    return rt_index_open_bytes((rt_str){f->at + f->header.added_at, f->size - (size_t)f->header.added_at}, &f->added,
                               err);
}

static rt_status file_map(rt_overlay_file *f, int fd, rt_error *err) {
    struct stat st;
    if (fstat(fd, &st) != 0) return rt_fail(err, RT_IO, "%s", strerror(errno));
    if (!S_ISREG(st.st_mode) || st.st_size < (off_t)sizeof f->header)
        return rt_fail(err, RT_CORRUPT, "not the overlay of an index (too short)");
    void *at = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_SHARED, fd, 0);
    if (at == MAP_FAILED) return rt_fail(err, RT_IO, "%s", strerror(errno));
    f->at = at;
    f->size = (size_t)st.st_size;
    return rt_ok;
}

static rt_status open_at(const char *path, rt_overlay_file *f, rt_error *err) {
    const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0 && errno == ENOENT) return rt_ok;
    if (fd < 0) return rt_fail(err, RT_IO, "%s", strerror(errno));
    rt_status s = file_map(f, fd, err);
    close(fd);
    if (s.code == RT_OK) s = bytes_take(f, err);
    if (s.code != RT_OK) rt_overlay_file_close(f);
    return s;
}

rt_status rt_overlay_file_open(const char *path, rt_overlay_file *file, rt_error *err) {
    char *overlay = rt_overlay_path(path, ".overlay");
    *file = (rt_overlay_file){0};
    const rt_status s = open_at(overlay, file, err);
    if (s.code != RT_OK) rt_error_at(err, overlay, 0, 0);
    free(overlay);
    return s;
}

void rt_overlay_file_close(rt_overlay_file *file) {
    rt_index_close(file->added);
    if (file->at != NULL) munmap((void *)(uintptr_t)file->at, file->size);
    *file = (rt_overlay_file){0};
}

rt_status rt_overlay_file_fits(rt_overlay_file *file, const rt_index *index, rt_error *err) {
    const rt_hash identity = rt_overlay_identity(index);
    if (file->at == NULL) return rt_ok;
    if (rt_hash_eq(&identity, &file->header.absorbed)) return rt_overlay_file_close(file), rt_ok;
    if (!rt_hash_eq(&identity, &file->header.base))
        return rt_fail(err, RT_CORRUPT,
                       "this is the overlay of another index, in whose place the present one was put: take "
                       "one of the two away");
    for (size_t i = 0; i < file->header.hidden; i++)
        if (file->hidden[i] >= index->entry_count || (i > 0 && file->hidden[i] <= file->hidden[i - 1]))
            return corrupt(err, "the list of what is hidden");
    return rt_ok;
}

/* --- writing ------------------------------------------------------------------------------------------------------ */

static rt_overlay_header header_of(const rt_overlay_parts *p) {
    const size_t list = p->hidden_count * sizeof *p->hidden;
    rt_overlay_header h = {.magic = "RTOVERL",
                           .version = RT_OVERLAY_VERSION,
                           .order = 0x01020304,
                           .hidden = p->hidden_count,
                           .added_at = rounded(sizeof h + list),
                           .base = p->base,
                           .absorbed = p->absorbed,
                           .hidden_sha256 = hash_of(p->hidden, list)};
    h.magic[7] = '\n';
    h.bytes = h.added_at + p->added.len;
    h.check = check_of(&h);
    return h;
}

static rt_status parts_write(int fd, const rt_overlay_parts *p, rt_error *err) {
    static const char zeros[RT_INDEX_ALIGN];
    const rt_overlay_header h = header_of(p);
    const size_t list = p->hidden_count * sizeof *p->hidden;
    RT_TRY(rt_write_all(fd, &h, sizeof h, err));
    if (list > 0) RT_TRY(rt_write_all(fd, p->hidden, list, err));
    RT_TRY(rt_write_all(fd, zeros, (size_t)h.added_at - sizeof h - list, err));
    RT_TRY(rt_write_all(fd, p->added.at, p->added.len, err));
    return fsync(fd) == 0 ? rt_ok : rt_fail(err, RT_IO, "%s", strerror(errno));
}

/* Whoever may not read the index may not read what lies over it. */
static rt_status write_to(const char *path, const char *fresh, const rt_overlay_parts *parts, rt_error *err) {
    struct stat st;
    if (stat(path, &st) != 0) return rt_fail(err, RT_IO, "%s: %s", path, strerror(errno));
    (void)unlink(fresh); /* of a program that was ended on its way */
    const int fd = open(fresh, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, st.st_mode & 0666);
    if (fd < 0) return rt_fail(err, RT_IO, "%s: %s", fresh, strerror(errno));
    const rt_status s = parts_write(fd, parts, err);
    close(fd);
    return s;
}

rt_status rt_overlay_file_write(const char *path, const rt_overlay_parts *parts, rt_error *err) {
    char *fresh = rt_overlay_path(path, ".overlay.new"), *overlay = rt_overlay_path(path, ".overlay");
    rt_status s = write_to(path, fresh, parts, err);
    if (s.code == RT_OK && rename(fresh, overlay) != 0) s = rt_fail(err, RT_IO, "%s: %s", overlay, strerror(errno));
    if (s.code == RT_OK)
        rt_folder_sync(path);
    else
        (void)unlink(fresh);
    free(fresh);
    free(overlay);
    return s;
}
