#include "store/relay.h"

void rt_relay_open(rt_relay *r, rt_relay_work *work, void *self) {
    *r = (rt_relay){.work = work, .self = self};
    pthread_mutex_init(&r->mutex, NULL);
    pthread_cond_init(&r->changed, NULL);
}

int rt_relay_block(const rt_relay *r) { return (int)(r->handed % RT_RELAY_BLOCKS); }

/* With the mutex held: does the oldest block that waits, without it. */
static void do_one(rt_relay *r) {
    const int block = (int)(r->done % RT_RELAY_BLOCKS);
    if (r->status.code == RT_OK) {
        pthread_mutex_unlock(&r->mutex);
        rt_error err = {0};
        const rt_status s = r->work(r->self, block, &err);
        pthread_mutex_lock(&r->mutex);
        r->status = s;
        if (s.code != RT_OK) r->err = err;
    }
    r->done++;
    pthread_cond_broadcast(&r->changed);
}

static void *run(void *self) {
    rt_relay *r = self;
    pthread_mutex_lock(&r->mutex);
    while (!r->ending || r->done < r->handed) {
        if (r->done < r->handed)
            do_one(r);
        else
            pthread_cond_wait(&r->changed, &r->mutex);
    }
    pthread_mutex_unlock(&r->mutex);
    return NULL;
}

/* With the mutex held. Without a thread (none could be had, or none is needed) the work is done here. */
static void wait_until(rt_relay *r, uint64_t done) {
    while (r->done < done) {
        if (r->threaded)
            pthread_cond_wait(&r->changed, &r->mutex);
        else
            do_one(r);
    }
}

static rt_status status_of(rt_relay *r, rt_error *err) {
    const rt_status s = r->status;
    if (s.code != RT_OK && err != NULL) *err = r->err;
    return s;
}

rt_status rt_relay_hand_over(rt_relay *r, rt_error *err) {
    pthread_mutex_lock(&r->mutex);
    r->handed++;
    pthread_cond_broadcast(&r->changed);
    if (!r->threaded) r->threaded = pthread_create(&r->thread, NULL, run, r) == 0;
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
    if (r->work == NULL) return;
    pthread_mutex_lock(&r->mutex);
    r->ending = true;
    if (r->done < r->handed && r->status.code == RT_OK)
        r->status = (rt_status){RT_USAGE}; /* given up: nothing more is done */
    pthread_cond_broadcast(&r->changed);
    pthread_mutex_unlock(&r->mutex);
    if (r->threaded) pthread_join(r->thread, NULL);
    pthread_mutex_destroy(&r->mutex);
    pthread_cond_destroy(&r->changed);
    r->work = NULL;
}
