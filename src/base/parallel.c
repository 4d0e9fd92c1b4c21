#include "base/parallel.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>

unsigned rt_cores(void) {
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) != 0) return 1;
    const int n = CPU_COUNT(&set);
    return n < 1 ? 1 : (unsigned)n;
}

typedef struct work {
    atomic_size_t next;
    size_t n;
    rt_piece_of_work *do_piece;
    void *with;
} work;

typedef struct worker {
    work *work;
    unsigned number;
    pthread_t thread;
    bool started;
} worker;

static void *run(void *self) {
    const worker *w = self;
    for (size_t i; (i = atomic_fetch_add(&w->work->next, 1)) < w->work->n;)
        w->work->do_piece(w->work->with, i, w->number);
    return NULL;
}

void rt_parallel(unsigned threads, size_t n, rt_piece_of_work *do_piece, void *with) {
    work all = {.n = n, .do_piece = do_piece, .with = with};
    worker workers[RT_THREADS_MOST] = {0};
    if (threads == 0) threads = rt_cores();
    if (threads > RT_THREADS_MOST) threads = RT_THREADS_MOST;
    if (threads > n) threads = n == 0 ? 1 : (unsigned)n;
    for (unsigned i = 0; i < threads; i++) {
        workers[i].work = &all;
        workers[i].number = i;
        workers[i].started = i > 0 && pthread_create(&workers[i].thread, NULL, run, &workers[i]) == 0;
    }
    run(&workers[0]);
    for (unsigned i = 1; i < threads; i++)
        if (workers[i].started) pthread_join(workers[i].thread, NULL);
}
