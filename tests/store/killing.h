/* For tests of the store: a process that ends at its n-th write, as by `kill -9`. What was written before stays. */
#pragma once

#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "test.h"

enum { KILLED = 77 };

enum { KILLING_KINDS = 8 };

static long killing_left = -1; /* writes until the end; -1: none */
static sqlite3_vfs *killing_below;

/* Files of several kinds have methods of their own: those that stand in for them begin with ours. */
static struct killing {
    sqlite3_io_methods ours;
    const sqlite3_io_methods *true_ones;
} killing_kinds[KILLING_KINDS];

static inline const sqlite3_io_methods *killing_true(const sqlite3_file *f) {
    return ((const struct killing *)(const void *)f->pMethods)->true_ones;
}

static inline void killing_count(void) {
    if (killing_left > 0 && --killing_left == 0) _exit(KILLED);
}

static inline int killing_write(sqlite3_file *f, const void *bytes, int n, sqlite3_int64 at) {
    killing_count();
    return killing_true(f)->xWrite(f, bytes, n, at);
}

static inline int killing_truncate(sqlite3_file *f, sqlite3_int64 size) {
    killing_count();
    return killing_true(f)->xTruncate(f, size);
}

static inline int killing_sync(sqlite3_file *f, int flags) {
    (void)f, (void)flags;
    return SQLITE_OK; /* what a process wrote before it ended is there, on the disk or not */
}

/* Files of the system's own VFS, but for the calls that change them. */
static inline int killing_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out) {
    (void)vfs;
    const int code = killing_below->xOpen(killing_below, name, f, flags, out);
    if (code != SQLITE_OK || f->pMethods == NULL) return code;
    struct killing *k = killing_kinds;
    while (k->true_ones != NULL && k->true_ones != f->pMethods) k++;
    assert_true(k < killing_kinds + KILLING_KINDS);
    k->true_ones = f->pMethods;
    k->ours = *f->pMethods;
    k->ours.xWrite = killing_write;
    k->ours.xTruncate = killing_truncate;
    k->ours.xSync = killing_sync;
    f->pMethods = &k->ours;
    return code;
}

/* From now on files are opened so: to be called first. */
static inline void killing_begin(void) {
    static sqlite3_vfs vfs;
    killing_below = sqlite3_vfs_find(NULL);
    vfs = *killing_below;
    vfs.zName = "killing";
    vfs.xOpen = killing_open;
    sqlite3_vfs_register(&vfs, 1);
}

/* Runs `work` in a process of its own, which ends at its n-th write; true when it came to its end before that. */
static inline bool runs_to_end(void (*work)(void *), void *with, long n) {
    int status;
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        killing_left = n;
        work(with);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == KILLED));
    return WEXITSTATUS(status) == 0;
}
