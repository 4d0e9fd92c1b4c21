#include "cli/write_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "names/index_spool.h"

static rt_status fails(const char *path, int why, rt_error *err) {
    return rt_fail(err, RT_IO, "%s: %s", path, strerror(why));
}

/* A case is an SQLite file (sqlite.org/fileformat.html). What cannot be read is left to whoever writes. */
static bool is_case(const char *path) {
    static const char magic[] = "SQLite format 3";
    char begin[sizeof magic];
    FILE *f = fopen(path, "rbe");
    if (f == NULL) return false;
    const bool is = fread(begin, 1, sizeof begin, f) == sizeof begin && memcmp(begin, magic, sizeof begin) == 0;
    fclose(f);
    return is;
}

static int create_beside(const char *path, char *beside, size_t room) {
    enum { TRIES = 16 };
    for (int i = 0; i < TRIES; i++) {
        uint32_t random;
        rt_random(&random, sizeof random);
        snprintf(beside, room, "%s.%08x.new", path, random);
        const int fd = open(beside, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST) return fd;
    }
    return -1;
}

static rt_status fill(int fd, const char *beside, const char *path, rt_str bytes, rt_error *err) {
    RT_TRY(rt_write_all(fd, bytes.at, bytes.len, err));
    if (fsync(fd) != 0 || rename(beside, path) != 0) return fails(path, errno, err);
    rt_folder_sync(path);
    return rt_ok;
}

rt_status rt_write_file(rt_arena *arena, rt_str path, rt_str bytes, rt_error *err) {
    const char *place = rt_str_z(arena, path);
    struct stat there;
    const size_t room = path.len + 32;
    char *beside = rt_arena_alloc(arena, room);
    if (stat(place, &there) == 0 && !S_ISREG(there.st_mode)) return rt_fail(err, RT_IO, "%s is no file", place);
    if (is_case(place)) return rt_fail(err, RT_BAD, "%s is a case: nothing is written over one", place);
    const int fd = create_beside(place, beside, room);
    if (fd < 0) return fails(place, errno, err);
    const rt_status s = fill(fd, beside, place, bytes, err);
    close(fd);
    if (s.code != RT_OK) unlink(beside);
    return s;
}
