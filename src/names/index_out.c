#include "names/index_out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static rt_status fails(const rt_index_out *out, int why, rt_error *err) {
    return rt_fail(err, RT_IO, "%s: %s", out->path, strerror(why));
}

/* --- the file ----------------------------------------------------------------------------------------------------- */

static int create_beside(rt_index_out *out) {
    enum { TRIES = 16 };
    const size_t room = strlen(out->path) + 32;
    out->temporary = rt_alloc(room);
    for (int i = 0; i < TRIES; i++) {
        uint32_t random;
        rt_random(&random, sizeof random);
        snprintf(out->temporary, room, "%s.%08x.new", out->path, random);
        const int fd = open(out->temporary, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST) return fd;
    }
    return -1;
}

rt_status rt_index_out_open(const char *folder, const char *path, rt_index_out *out, rt_error *err) {
    const char *place = path != NULL ? path : folder;
    *out = (rt_index_out){.fd = -1, .at = sizeof out->header, .path = rt_alloc(strlen(place) + 1)};
    memcpy(out->path, place, strlen(place) + 1);
    out->fd = path != NULL ? create_beside(out) : rt_nameless_file(folder);
    if (out->fd < 0) return fails(out, errno, err);
    out->hasher = rt_hasher_new();
    memcpy(out->header.magic, "RTNAMES\n", sizeof out->header.magic);
    out->header.version = RT_INDEX_VERSION;
    out->header.order = 0x01020304;
    return rt_ok;
}

void rt_index_out_close(rt_index_out *out) {
    if (out->mapped != NULL) munmap(out->mapped, out->mapped_size);
    if (out->fd >= 0) {
        close(out->fd);
        if (out->temporary != NULL) unlink(out->temporary);
    }
    if (out->hasher != NULL) rt_hasher_free(out->hasher);
    free(out->path);
    free(out->temporary);
    *out = (rt_index_out){.fd = -1};
}

/* --- sections ----------------------------------------------------------------------------------------------------- */

static void section_begin(rt_index_out *out, rt_index_section section) {
    out->at = (out->at + RT_INDEX_ALIGN - 1) / RT_INDEX_ALIGN * RT_INDEX_ALIGN;
    out->section = section;
    out->header.sections[section].offset = out->at;
    rt_hasher_begin(out->hasher);
}

void rt_index_out_end(rt_index_out *out) {
    rt_index_place *p = &out->header.sections[out->section];
    p->size = out->at - p->offset;
    rt_hasher_end(out->hasher, &p->sha256);
}

rt_status rt_index_out_begin(rt_index_out *out, rt_index_section section, rt_error *err) {
    section_begin(out, section);
    return lseek(out->fd, (off_t)out->at, SEEK_SET) < 0 ? fails(out, errno, err) : rt_ok;
}

rt_status rt_index_out_add(rt_index_out *out, const void *bytes, size_t n, rt_error *err) {
    rt_hasher_add(out->hasher, bytes, n);
    out->at += n;
    return rt_write_all(out->fd, bytes, n, err);
}

rt_status rt_index_out_section(rt_index_out *out, rt_index_section section, const void *bytes, size_t n,
                               rt_error *err) {
    RT_TRY(rt_index_out_begin(out, section, err));
    RT_TRY(rt_index_out_add(out, bytes, n, err));
    rt_index_out_end(out);
    return rt_ok;
}

static rt_status spool_take(void *with, const void *bytes, size_t n, rt_error *err) {
    return rt_index_out_add(with, bytes, n, err);
}

rt_status rt_index_out_spool(rt_index_out *out, rt_index_section section, rt_spool *spool, const void *last, size_t n,
                             rt_error *err) {
    RT_TRY(rt_index_out_begin(out, section, err));
    RT_TRY(rt_spool_read(spool, 1, spool_take, out, err));
    RT_TRY(rt_index_out_add(out, last, n, err));
    rt_index_out_end(out);
    return rt_ok;
}

/* The room is asked of the file system first: a full disk is an error here, and no signal later. */
rt_status rt_index_out_map(rt_index_out *out, rt_index_section section, size_t size, void **at, rt_error *err) {
    section_begin(out, section);
    *at = NULL;
    out->header.sections[section].size = size;
    if (size == 0) return rt_ok;
    const int why = posix_fallocate(out->fd, (off_t)out->at, (off_t)size);
    if (why != 0) return fails(out, why, err);
    const size_t before = out->at % (size_t)sysconf(_SC_PAGESIZE); /* mappings begin on pages */
    void *mapped = mmap(NULL, before + size, PROT_READ | PROT_WRITE, MAP_SHARED, out->fd, (off_t)(out->at - before));
    if (mapped == MAP_FAILED) return fails(out, errno, err);
    out->mapped = mapped;
    out->mapped_size = before + size;
    *at = (char *)mapped + before;
    out->at += size;
    return rt_ok;
}

rt_status rt_index_out_unmap(rt_index_out *out, rt_error *err) {
    const size_t size = out->header.sections[out->section].size;
    if (out->mapped != NULL) rt_hasher_add(out->hasher, (char *)out->mapped + (out->mapped_size - size), size);
    rt_index_out_end(out);
    void *mapped = out->mapped;
    out->mapped = NULL;
    return mapped != NULL && munmap(mapped, out->mapped_size) != 0 ? fails(out, errno, err) : rt_ok;
}

/* --- the end ------------------------------------------------------------------------------------------------------ */

rt_status rt_index_out_finish(rt_index_out *out, rt_error *err) {
    out->header.bytes = out->at;
    out->header.check = rt_index_check(&out->header);
    if (ftruncate(out->fd, (off_t)out->at) != 0 || lseek(out->fd, 0, SEEK_SET) != 0) return fails(out, errno, err);
    RT_TRY(rt_write_all(out->fd, &out->header, sizeof out->header, err));
    if (out->temporary == NULL) return rt_ok; /* nothing that is to last */
    if (fsync(out->fd) != 0 || rename(out->temporary, out->path) != 0) return fails(out, errno, err);
    close(out->fd);
    out->fd = -1;
    rt_folder_sync(out->path);
    return rt_ok;
}
