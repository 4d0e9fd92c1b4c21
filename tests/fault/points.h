/* For tests that try something at very many points: some of them, spread evenly, or with FAULT_FULL=1 all; shared among
 * as many processes as there are cores, so that a crash is one process's and names its point. */
#pragma once

#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/parallel.h"
#include "test.h"

enum { POINT_COUNTS = 8, POINT_WORKERS = 16 };

typedef struct points {
    size_t n;         /* how many there are */
    size_t at_most;   /* how many are tried when not all are */
    size_t at;        /* the one that is tried */
    const char *what; /* "byte" */
    int counts[POINT_COUNTS];
} points;

/* Tries one point, counts what became of it, and fails the test where that must not be. */
typedef void try_point(points *p, void *with);

static inline size_t points_step(const points *p) {
    const bool all = getenv("FAULT_FULL") != NULL || p->n <= p->at_most;
    return all ? 1 : (p->n + p->at_most - 1) / p->at_most;
}

static inline void points_slice(points *p, size_t first, size_t every, try_point *attempt, void *with) {
    const size_t step = points_step(p);
    for (size_t i = first; i * step < p->n; i += every) {
        p->at = i * step;
        attempt(p, with);
    }
}

/* Of each process its points, in memory that all see. */
static inline void points_try(points *p, try_point *attempt, void *with) {
    const unsigned cores = rt_cores(), workers = cores < POINT_WORKERS ? cores : POINT_WORKERS;
    points *each = mmap(NULL, workers * sizeof *each, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pid_t children[POINT_WORKERS];
    assert_true(each != MAP_FAILED);
    fflush(NULL);
    for (unsigned i = 0; i < workers; i++) {
        each[i] = *p;
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] > 0) continue;
        points_slice(&each[i], i, workers, attempt, with);
        fflush(NULL);
        _exit(0);
    }
    for (unsigned i = 0; i < workers; i++) {
        int status;
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        if (status != 0) fail_msg("at %s %zu of %zu: status %d", p->what, each[i].at, p->n, status);
        for (int k = 0; k < POINT_COUNTS; k++) p->counts[k] += each[i].counts[k];
    }
    munmap(each, workers * sizeof *each);
}

/* In a child: ends it, with what was wrong. */
#define POINT_FAILS(p, ...)                                                                                            \
    do {                                                                                                               \
        printf("%s %zu: ", (p)->what, (p)->at);                                                                        \
        printf(__VA_ARGS__);                                                                                           \
        printf("\n");                                                                                                  \
        fflush(NULL);                                                                                                  \
        _exit(1);                                                                                                      \
    } while (0)

/* What a file holds, to be damaged. */
static inline rt_str read_whole(rt_arena *arena, const char *path) {
    struct stat is;
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    assert_int_equal(fstat(fileno(f), &is), 0);
    char *at = rt_arena_alloc(arena, (size_t)is.st_size);
    assert_int_equal(fread(at, 1, (size_t)is.st_size, f), is.st_size);
    assert_int_equal(fclose(f), 0);
    return (rt_str){at, (size_t)is.st_size};
}
