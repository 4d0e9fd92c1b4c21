#include "store/relay.h"

void rt_relay_open(rt_relay *r, rt_relay_work *const work[RT_RELAY_STAGES], void *self) {
    *r = (rt_relay){.self = self, .open = true};
    for (int i = 0; i < RT_RELAY_STAGES; i++) r->stages[i] = (rt_relay_stage){.relay = r, .work = work[i]};
    pthread_mutex_init(&r->mutex, NULL);
    pthread_cond_init(&r->changed, NULL);
}

int rt_relay_block(const rt_relay *r) { return (int)(r->handed % RT_RELAY_BLOCKS); }

/* --- doing; all with the mutex held ------------------------------------------------------------------------------- */

/* Whether the oldest block that waits for a stage went through those before it. */
static bool is_ready(const rt_relay_stage *stage) {
    const rt_relay *r = stage->relay;
    return stage->done < (stage == r->stages ? r->handed : stage[-1].done);
}

/* Does that block, without the mutex. */
static void do_one(rt_relay_stage *stage) {
    rt_relay *r = stage->relay;
    if (r->status.code == RT_OK) {
        pthread_mutex_unlock(&r->mutex);
        rt_error err = {0};
        const rt_status s = stage->work(r->self, (int)(stage->done % RT_RELAY_BLOCKS), &err);
        pthread_mutex_lock(&r->mutex);
        if (s.code != RT_OK && r->status.code == RT_OK) {
            r->status = s;
            r->err = err;
        }
    }
    stage->done++;
    pthread_cond_broadcast(&r->changed);
}

/* Without threads (none could be had, or none is needed) the work is done here. */
static void wait_until(rt_relay *r, uint64_t done) {
    while (r->stages[RT_RELAY_STAGES - 1].done < done) {
        rt_relay_stage *stage = r->stages;
        while (stage < r->stages + RT_RELAY_STAGES && (stage->threaded || !is_ready(stage))) stage++;
        if (stage < r->stages + RT_RELAY_STAGES)
            do_one(stage);
        else
            pthread_cond_wait(&r->changed, &r->mutex);
    }
}

static rt_status status_of(const rt_relay *r, rt_error *err) {
    if (r->status.code != RT_OK && err != NULL) *err = r->err;
    return r->status;
}

/* --- the threads -------------------------------------------------------------------------------------------------- */

static void *run(void *self) {
    rt_relay_stage *stage = self;
    rt_relay *r = stage->relay;
    pthread_mutex_lock(&r->mutex);
    while (!r->ending || stage->done < r->handed) {
        if (is_ready(stage))
            do_one(stage);
        else
            pthread_cond_wait(&r->changed, &r->mutex);
    }
    pthread_mutex_unlock(&r->mutex);
    return NULL;
}

static void start(rt_relay *r) {
    if (r->started) return;
    r->started = true;
    for (int i = 0; i < RT_RELAY_STAGES; i++)
        r->stages[i].threaded = pthread_create(&r->stages[i].thread, NULL, run, &r->stages[i]) == 0;
}

rt_status rt_relay_hand_over(rt_relay *r, rt_error *err) {
    pthread_mutex_lock(&r->mutex);
    r->handed++;
    pthread_cond_broadcast(&r->changed);
    start(r);
    wait_until(r, r->handed < RT_RELAY_BLOCKS ? 0 : r->handed - RT_RELAY_BLOCKS + 1);
    const rt_status s = status_of(r, err);
    pthread_mutex_unlock(&r->mutex);
    return s;
}

rt_status rt_relay_drain(rt_relay *r, rt_error *err) {
    pthread_mutex_lock(&r->mutex);
    r->handed++;
    pthread_cond_broadcast(&r->changed);
    wait_until(r, r->handed);
    const rt_status s = status_of(r, err);
    pthread_mutex_unlock(&r->mutex);
    return s;
}

void rt_relay_close(rt_relay *r) {
    if (!r->open) return;
    pthread_mutex_lock(&r->mutex);
    r->ending = true;
    if (r->stages[RT_RELAY_STAGES - 1].done < r->handed && r->status.code == RT_OK)
        r->status = (rt_status){RT_USAGE}; /* given up: nothing more is done */
    pthread_cond_broadcast(&r->changed);
    pthread_mutex_unlock(&r->mutex);
    for (int i = 0; i < RT_RELAY_STAGES; i++)
        if (r->stages[i].threaded) pthread_join(r->stages[i].thread, NULL);
    pthread_mutex_destroy(&r->mutex);
    pthread_cond_destroy(&r->changed);
    r->open = false;
}
