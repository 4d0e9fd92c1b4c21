/* What is near to common words, found through the file itself as far as it is written: runs of words go to threads,
 * what they find is put together in order. */
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "names/index_kept.h"
#include "names/index_writer.h"

enum { RUN = 256 };

typedef struct run {
    rt_buf nears;         /* rt_index_near */
    uint32_t counts[RUN]; /* a word */
} run;

typedef struct work {
    const rt_index *index;
    run *runs;
    size_t n;
    rt_arena arenas[RT_THREADS_MOST];
} work;

static uint32_t word_take(const rt_index *index, rt_arena *arena, uint32_t number, rt_buf *out) {
    rt_word word;
    rt_lookup l;
    const rt_index_span postings = rt_index_postings(index, number);
    if (postings.end - postings.begin < RT_KEPT_POSTINGS || !rt_index_word_read(index, number, &word)) return 0;
    rt_lookup_word(index, arena, &word, &l);
    for (size_t i = 0; i < l.near_count; i++) {
        const rt_index_near near = rt_index_near_keep(&l.near[i]);
        rt_buf_add(out, (rt_str){(const char *)&near, sizeof near});
    }
    return (uint32_t)l.near_count;
}

static void run_take(void *with, size_t at, unsigned worker) {
    work *w = with;
    rt_arena *arena = &w->arenas[worker];
    for (size_t i = 0; i < RUN && at * RUN + i < w->index->word_count; i++) {
        w->runs[at].counts[i] = word_take(w->index, arena, (uint32_t)(at * RUN + i), &w->runs[at].nears);
        rt_arena_reset(arena);
    }
}

static rt_status places_write(rt_index_writer *writer, const work *w, rt_error *err) {
    uint64_t at = 0;
    RT_TRY(rt_index_out_begin(&writer->out, RT_SECTION_NEAR_AT, err));
    for (size_t i = 0; i <= w->index->word_count; i++) {
        if (at > UINT32_MAX) return rt_fail(err, RT_LIMIT, "more near words than an index holds");
        const uint32_t place = (uint32_t)at;
        RT_TRY(rt_index_out_add(&writer->out, &place, sizeof place, err));
        if (i < w->index->word_count) at += w->runs[i / RUN].counts[i % RUN];
    }
    rt_index_out_end(&writer->out);
    return rt_ok;
}

static rt_status runs_write(rt_index_writer *writer, const work *w, rt_error *err) {
    RT_TRY(places_write(writer, w, err));
    RT_TRY(rt_index_out_begin(&writer->out, RT_SECTION_NEARS, err));
    for (size_t i = 0; i < w->n; i++)
        RT_TRY(rt_index_out_add(&writer->out, w->runs[i].nears.at, w->runs[i].nears.len, err));
    rt_index_out_end(&writer->out);
    return rt_ok;
}

rt_status rt_writer_nears(rt_index_writer *writer, rt_error *err) {
    rt_index index;
    RT_TRY(rt_writer_map(writer, &index, err));
    work w = {.index = &index, .n = (index.word_count + RUN - 1) / RUN};
    w.runs = rt_alloc((w.n + 1) * sizeof *w.runs);
    memset(w.runs, 0, (w.n + 1) * sizeof *w.runs);
    rt_parallel(writer->b->options.threads, w.n, run_take, &w);
    for (size_t i = 0; i < RT_THREADS_MOST; i++) rt_arena_close(&w.arenas[i]);
    const rt_status s = runs_write(writer, &w, err);
    for (size_t i = 0; i < w.n; i++) rt_buf_close(&w.runs[i].nears);
    free(w.runs);
    rt_writer_unmap(&index);
    return s;
}
