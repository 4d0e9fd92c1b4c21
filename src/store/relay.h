/* A second pair of hands: blocks of work that one thread fills and another one does, in their order. Private to
 * src/store.
 *
 * Small jobs never see the second thread: it is started when the first block is full. */
#pragma once

#include <pthread.h>

#include "base/status.h"

enum { RT_RELAY_BLOCKS = 4 };

/* Does one block; called in the order in which they were handed over, by one thread at a time. */
typedef rt_status rt_relay_work(void *self, int block, rt_error *err);

typedef struct rt_relay {
    rt_relay_work *work;
    void *self;
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    uint64_t handed, done; /* blocks; the block being filled is handed % RT_RELAY_BLOCKS */
    bool threaded, ending;
    rt_status status; /* the first failure: nothing is done after it */
    rt_error err;
} rt_relay;

void rt_relay_open(rt_relay *r, rt_relay_work *work, void *self);

/* The block to fill now; it is free. */
int rt_relay_block(const rt_relay *r);

/* Hands the block over, and waits until there is a free one. Fails when work failed before. */
RT_RESULT rt_relay_hand_over(rt_relay *r, rt_error *err);

/* Does, or waits for, all that was handed over; `last` is the block that is being filled, which is done too. */
RT_RESULT rt_relay_drain(rt_relay *r, rt_error *err);

/* Ends the thread; what is not done yet is left. */
void rt_relay_close(rt_relay *r);
