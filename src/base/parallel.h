/* Work in pieces on several threads. */
#pragma once

#include <stddef.h>

/* More threads are not started, whatever is asked. */
enum { RT_THREADS_MOST = 64 };

/* Cores that this process may use; at least 1. */
unsigned rt_cores(void);

/* The i-th piece, done by worker `worker` (below the number of threads): what a worker keeps from piece to piece, an
 * arena say, is found by it. */
typedef void rt_piece_of_work(void *with, size_t i, unsigned worker);

/* Runs do_piece(with, i, worker) for every i below n, each once, in no order; returns when all are done. threads 0: as
 * many as there are cores; with 1, or 1 piece, all is done by the caller. A thread that cannot be started leaves its
 * share to the others. */
void rt_parallel(unsigned threads, size_t n, rt_piece_of_work *do_piece, void *with);
