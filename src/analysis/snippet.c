#include "analysis/snippet.h"

#include "base/buf.h"

enum {
    PIECE = 200,   /* bytes in which the words should stand */
    AROUND = 60,   /* bytes before the first and behind the last */
    MEETINGS = 512 /* places of words that are looked at: the first ones */
};

/* A word of the text that is wanted. */
typedef struct meeting {
    size_t start, end;
    uint64_t word; /* a bit */
} meeting;

typedef struct meetings {
    meeting at[MEETINGS];
    size_t n;
} meetings;

void rt_wanted_of(const rt_query *q, rt_wanted *wanted) {
    if (q->kind == RT_QUERY_NOT) return;
    if (q->kind == RT_QUERY_WORDS && wanted->n < RT_QUERY_WORDS_MOST) wanted->at[wanted->n++] = q;
    for (const rt_query *c = q->first; c != NULL; c = c->next) rt_wanted_of(c, wanted);
}

/* The bits of the wanted words that this is. */
static uint64_t bits_of(const rt_wanted *wanted, rt_str folded) {
    uint64_t bits = 0;
    size_t bit = 0;
    for (size_t i = 0; i < wanted->n; i++) {
        const rt_query *q = wanted->at[i];
        for (size_t k = 0; k < q->words.n; k++, bit++) {
            const bool begins = q->prefix && k + 1 == q->words.n && rt_str_starts(folded, q->words.at[k]);
            if (begins || rt_str_eq(folded, q->words.at[k])) bits |= (uint64_t)1 << (bit & 63);
        }
    }
    return bits;
}

static void meet(rt_tokenizer *t, rt_str text, const rt_wanted *wanted, meetings *m) {
    rt_term term;
    m->n = 0;
    rt_tokenizer_start(t, text);
    while (m->n < MEETINGS && rt_tokenizer_next(t, &term)) {
        const uint64_t word = bits_of(wanted, term.folded);
        if (word != 0) m->at[m->n++] = (meeting){term.start, term.end, word};
    }
}

/* Meetings that stand in one piece. */
typedef struct run {
    size_t first, behind; /* numbers of the first one, and of that behind the last */
    uint64_t words;
    size_t news; /* how many different words that were not seen before; 0: there is none */
} run;

/* The first of the runs with the most words that were not seen. */
static run best_run(const meetings *m, uint64_t seen) {
    run best = {.news = 0};
    for (size_t i = 0; i < m->n; i++) {
        run r = {.first = i, .behind = i};
        while (r.behind < m->n && (r.behind == i || m->at[r.behind].end - m->at[i].start <= PIECE))
            r.words |= m->at[r.behind++].word;
        r.news = (size_t)__builtin_popcountll(r.words & ~seen);
        if (r.news > best.news) best = r;
    }
    return best;
}

/* --- cutting --------------------------------------------------------------------------------------------------------
 */

static bool is_inside(rt_str text, size_t at) { return at < text.len && ((unsigned char)text.at[at] & 0xC0) == 0x80; }

/* At most AROUND bytes before `at`, from the begin of a word on where there is one. */
static size_t cut_before(rt_str text, size_t at) {
    if (at <= AROUND) return 0;
    size_t from = at - AROUND;
    for (size_t i = from; i < at; i++)
        if (rt_is_blank(text.at[i])) return i + 1;
    while (is_inside(text, from)) from++;
    return from;
}

static size_t cut_behind(rt_str text, size_t at) {
    if (text.len - at <= AROUND) return text.len;
    size_t to = at + AROUND;
    for (size_t i = to; i > at; i--)
        if (rt_is_blank(text.at[i - 1])) return i - 1;
    while (is_inside(text, to)) to--;
    return to;
}

typedef struct writing {
    rt_buf out;
    size_t points;
    rt_snippet *snippet;
    const meetings *met;
    size_t next; /* meeting */
} writing;

static void add_dots(writing *w) {
    rt_buf_add(&w->out, RT_S("…"));
    w->points++;
}

static void mark(writing *w, size_t at) {
    rt_snippet *s = w->snippet;
    while (w->next < w->met->n && w->met->at[w->next].start < at) w->next++;
    if (w->next < w->met->n && w->met->at[w->next].start == at && s->n < RT_SNIPPET_MARKS) {
        s->marks[s->n++] = (rt_mark){w->points, w->points};
    }
}

/* A word may be given whole and in parts: the longest counts. */
static size_t end_of(const writing *w, size_t start) {
    size_t end = start;
    for (size_t i = w->next; i < w->met->n && w->met->at[i].start == start; i++)
        if (w->met->at[i].end > end) end = w->met->at[i].end;
    return end;
}

/* Runs of blanks become one; marks are counted in code points on the way. */
static void write_piece(writing *w, rt_str text, size_t from, size_t to) {
    size_t end = 0;
    bool blank = true, open = false;
    for (size_t i = from; i < to; i++) {
        const char c = text.at[i];
        if (open && i >= end) w->snippet->marks[w->snippet->n - 1].end = w->points, open = false;
        if (!open) {
            const size_t n = w->snippet->n;
            mark(w, i);
            open = w->snippet->n > n;
            if (open) end = end_of(w, i);
        }
        if (rt_is_blank(c) && blank) continue;
        blank = rt_is_blank(c);
        rt_buf_byte(&w->out, blank ? ' ' : c);
        if (!is_inside(text, i)) w->points++;
    }
    if (open) w->snippet->marks[w->snippet->n - 1].end = w->points;
}

static void write_run(writing *w, rt_str text, const run *r, size_t *behind) {
    const size_t before = cut_before(text, w->met->at[r->first].start);
    const size_t from = before > *behind ? before : *behind;
    const size_t to = cut_behind(text, w->met->at[r->behind - 1].end);
    if (from > *behind) add_dots(w);
    write_piece(w, text, from, to);
    *behind = to;
}

/* The best piece, and another where that lacks words; in the order of the text. */
static void write_runs(writing *w, rt_str text) {
    run runs[2] = {best_run(w->met, 0)};
    runs[1] = best_run(w->met, runs[0].words);
    size_t behind = 0;
    w->snippet->words = runs[0].news + runs[1].news;
    if (runs[1].news > 0 && runs[1].first < runs[0].first) {
        const run other = runs[0];
        runs[0] = runs[1];
        runs[1] = other;
    }
    for (int i = 0; i < 2; i++)
        if (runs[i].news > 0) write_run(w, text, &runs[i], &behind);
    if (behind < text.len) add_dots(w);
}

static void write_begin(writing *w, rt_str text) {
    const size_t to = cut_behind(text, 0);
    write_piece(w, text, 0, to);
    if (to < text.len) add_dots(w);
}

void rt_snippet_of(rt_tokenizer *tokenizer, rt_str text, const rt_wanted *wanted, rt_arena *arena,
                   rt_snippet *snippet) {
    meetings met;
    writing w = {.snippet = snippet, .met = &met};
    *snippet = (rt_snippet){.n = 0};
    meet(tokenizer, text, wanted, &met);
    if (met.n > 0)
        write_runs(&w, text);
    else
        write_begin(&w, text);
    snippet->text = rt_str_copy(arena, rt_str_trim(rt_buf_str(&w.out)));
    rt_buf_close(&w.out);
}
