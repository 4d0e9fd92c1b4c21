/* More pairs of hands: blocks of work that one thread fills, and that others do stage by stage, in their order. Private
 * to src/store.
 *
 * Small jobs never see the other threads: they are started when the first block is full. */
#pragma once

#include <pthread.h>

#include "base/status.h"

enum { RT_RELAY_BLOCKS = 16, RT_RELAY_STAGES = 2 };

/* Does one block; called in the order in which they were handed over, by one thread at a time, and only when the stage
 * before has done it. */
typedef rt_status rt_relay_work(void *self, int block, rt_error *err);

struct rt_relay;

typedef struct rt_relay_stage {
    struct rt_relay *relay;
    rt_relay_work *work;
    pthread_t thread;
    uint64_t done; /* blocks */
    bool threaded;
} rt_relay_stage;

typedef struct rt_relay {
    rt_relay_stage stages[RT_RELAY_STAGES];
    void *self;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    uint64_t handed; /* blocks; the one being filled is handed % RT_RELAY_BLOCKS */
    bool open, started, ending;
    rt_status status; /* the first failure: nothing is done after it */
    rt_error err;
} rt_relay;

void rt_relay_open(rt_relay *r, rt_relay_work *const work[RT_RELAY_STAGES], void *self);

/* The block to fill now; it is free. */
int rt_relay_block(const rt_relay *r);

/* Hands the block over, and waits until there is a free one. Fails when work failed before. */
RT_RESULT rt_relay_hand_over(rt_relay *r, rt_error *err);

/* Does, or waits for, all that was handed over; `last` is the block that is being filled, which is done too. */
RT_RESULT rt_relay_drain(rt_relay *r, rt_error *err);

/* Ends the threads; what is not done yet is left. */
void rt_relay_close(rt_relay *r);
