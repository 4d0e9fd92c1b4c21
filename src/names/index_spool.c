#include "names/index_spool.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { HELD = 1 << 20 };

/* Not every file system has files without a name: then an empty one with a name that is taken away at once. */
int rt_nameless_file(const char *folder) {
    const int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0) return fd;
    RT_AUTO(rt_buf) path = {0};
    rt_buf_printf(&path, "%s/.index-XXXXXX", folder);
    rt_buf_byte(&path, '\0');
    const int named = mkostemp(path.at, O_CLOEXEC);
    if (named >= 0) unlink(path.at);
    return named;
}

rt_status rt_spool_open(const char *folder, rt_spool *spool, rt_error *err) {
    *spool = (rt_spool){.fd = rt_nameless_file(folder)};
    return spool->fd >= 0 ? rt_ok : rt_fail(err, RT_IO, "%s: %s", folder, strerror(errno));
}

void rt_spool_close(rt_spool *spool) {
    if (spool->fd >= 0) close(spool->fd);
    spool->fd = -1;
    rt_buf_close(&spool->held);
}

rt_status rt_write_all(int fd, const void *bytes, size_t n, rt_error *err) {
    const char *at = bytes;
    while (n > 0) {
        const ssize_t done = write(fd, at, n);
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return rt_fail(err, RT_IO, "the index cannot be written: %s", strerror(errno));
        at += done;
        n -= (size_t)done;
    }
    return rt_ok;
}

void rt_folder_sync(const char *path) {
    char *copy = rt_alloc(strlen(path) + 1);
    memcpy(copy, path, strlen(path) + 1);
    const int fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        fsync(fd); /* where the file system has no such thing, the rename is as durable as it gets */
        close(fd);
    }
    free(copy);
}

static rt_status flush(rt_spool *spool, rt_error *err) {
    RT_TRY(rt_write_all(spool->fd, spool->held.at, spool->held.len, err));
    rt_buf_clear(&spool->held);
    return rt_ok;
}

rt_status rt_spool_add(rt_spool *spool, const void *bytes, size_t n, rt_error *err) {
    spool->size += n;
    rt_buf_add(&spool->held, (rt_str){bytes, n});
    return spool->held.len >= HELD ? flush(spool, err) : rt_ok;
}

static rt_status read_some(int fd, char *to, size_t n, size_t *got, rt_error *err) {
    ssize_t done;
    do done = read(fd, to, n);
    while (done < 0 && errno == EINTR);
    if (done < 0) return rt_fail(err, RT_IO, "the index cannot be written: %s", strerror(errno));
    if (done == 0) return rt_fail(err, RT_IO, "the index cannot be written: a file of its own was cut");
    *got = (size_t)done;
    return rt_ok;
}

static rt_status read_all(rt_spool *spool, char *room, size_t most, rt_spool_take *take, void *with, rt_error *err) {
    uint64_t left = spool->size;
    size_t held = 0;
    while (left > 0) {
        size_t got;
        const size_t wanted = most - held < left ? most - held : (size_t)left;
        RT_TRY(read_some(spool->fd, room + held, wanted, &got, err));
        held += got;
        left -= got;
        if (held < most && left > 0) continue;
        RT_TRY(take(with, room, held, err));
        held = 0;
    }
    return rt_ok;
}

rt_status rt_spool_read(rt_spool *spool, size_t record_size, rt_spool_take *take, void *with, rt_error *err) {
    const size_t most = HELD / record_size * record_size;
    RT_TRY(flush(spool, err));
    if (lseek(spool->fd, 0, SEEK_SET) != 0)
        return rt_fail(err, RT_IO, "the index cannot be written: %s", strerror(errno));
    char *room = rt_alloc(most);
    const rt_status s = read_all(spool, room, most, take, with, err);
    free(room);
    return s;
}
