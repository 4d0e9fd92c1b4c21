/* A ring of batches: the caller fills and takes them in order, threads read them in any. Who waits for a batch that
 * nobody has begun reads it himself, so that one thread needs no other. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "names/index_builder.h"

enum { RING = 16 };

typedef enum state { EMPTY, FULL, READING, READ } state;

struct rt_crew {
    pthread_mutex_t lock;
    pthread_cond_t full, read;
    pthread_t threads[RT_THREADS_MOST];
    unsigned n;
    bool over;
    rt_index_batch *ring[RING];
    state states[RING];
    size_t filling, next; /* counted on without end: the batch being filled, the one to be taken next */
    size_t unread;        /* the first that nobody has begun */
};

/* Under the lock: begins the first unread batch, reads it without the lock, and says so. */
static void read_one(rt_crew *crew) {
    const size_t at = crew->unread++ % RING;
    crew->states[at] = READING;
    pthread_mutex_unlock(&crew->lock);
    rt_index_batch_read(crew->ring[at]);
    pthread_mutex_lock(&crew->lock);
    crew->states[at] = READ;
    pthread_cond_broadcast(&crew->read);
}

static bool unread(const rt_crew *crew) { return crew->states[crew->unread % RING] == FULL; }

static void *work(void *with) {
    rt_crew *crew = with;
    pthread_mutex_lock(&crew->lock);
    while (!crew->over)
        if (unread(crew))
            read_one(crew);
        else
            pthread_cond_wait(&crew->full, &crew->lock);
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

/* The caller is a thread too. */
static unsigned others(unsigned threads) {
    if (threads == 0) threads = rt_cores();
    return threads > RT_THREADS_MOST ? RT_THREADS_MOST - 1 : threads - 1;
}

rt_crew *rt_crew_new(unsigned threads) {
    rt_crew *crew = rt_alloc(sizeof *crew);
    memset(crew, 0, sizeof *crew);
    pthread_mutex_init(&crew->lock, NULL);
    pthread_cond_init(&crew->full, NULL);
    pthread_cond_init(&crew->read, NULL);
    for (size_t i = 0; i < RING; i++) {
        crew->ring[i] = rt_alloc(sizeof *crew->ring[i]);
        memset(crew->ring[i], 0, sizeof *crew->ring[i]);
    }
    const unsigned wanted = others(threads);
    while (crew->n < wanted && pthread_create(&crew->threads[crew->n], NULL, work, crew) == 0) crew->n++;
    return crew;
}

void rt_crew_free(rt_crew *crew) {
    if (crew == NULL) return;
    pthread_mutex_lock(&crew->lock);
    crew->over = true;
    pthread_cond_broadcast(&crew->full);
    pthread_mutex_unlock(&crew->lock);
    for (unsigned i = 0; i < crew->n; i++) pthread_join(crew->threads[i], NULL);
    for (size_t i = 0; i < RING; i++) {
        rt_index_batch_close(crew->ring[i]);
        free(crew->ring[i]);
    }
    pthread_cond_destroy(&crew->full);
    pthread_cond_destroy(&crew->read);
    pthread_mutex_destroy(&crew->lock);
    free(crew);
}

rt_index_batch *rt_crew_filling(rt_crew *crew) { return crew->ring[crew->filling % RING]; }

static void hand_over(rt_crew *crew) {
    pthread_mutex_lock(&crew->lock);
    crew->states[crew->filling++ % RING] = FULL;
    pthread_cond_signal(&crew->full);
    pthread_mutex_unlock(&crew->lock);
}

/* Waits until the next batch is read, or reads it. */
static rt_index_batch *next_read(rt_crew *crew) {
    const size_t at = crew->next % RING;
    pthread_mutex_lock(&crew->lock);
    while (crew->states[at] != READ)
        if (unread(crew))
            read_one(crew);
        else
            pthread_cond_wait(&crew->read, &crew->lock);
    pthread_mutex_unlock(&crew->lock);
    return crew->ring[at];
}

static void emptied(rt_crew *crew) {
    const size_t at = crew->next++ % RING;
    rt_index_batch_clear(crew->ring[at]);
    pthread_mutex_lock(&crew->lock);
    crew->states[at] = EMPTY;
    pthread_mutex_unlock(&crew->lock);
}

static bool is_read(rt_crew *crew) {
    pthread_mutex_lock(&crew->lock);
    const bool read = crew->states[crew->next % RING] == READ;
    pthread_mutex_unlock(&crew->lock);
    return read;
}

/* One place of the ring stays empty, for what is filled next. */
static bool must_take(rt_crew *crew, bool all) {
    const size_t waiting = crew->filling - crew->next;
    return waiting > 0 && (all || waiting + 1 >= RING || is_read(crew));
}

rt_status rt_crew_turn(rt_crew *crew, bool all, rt_crew_take *take, void *with, rt_error *err) {
    if (rt_crew_filling(crew)->n > 0) hand_over(crew);
    while (must_take(crew, all)) {
        RT_TRY(take(with, next_read(crew), err));
        emptied(crew);
    }
    return rt_ok;
}
