#include "analysis/fact.h"

#include <stdlib.h>

#include "base/grow.h"

static const rt_str asserts = RT_S_INIT("asserts"), retracts = RT_S_INIT("retracts"), replaces = RT_S_INIT("replaces"),
                    denies = RT_S_INIT("denies");

bool rt_fact_denies(const rt_fact *f) { return f->out != RT_SURELY && rt_str_eq(f->s.e.stance, denies); }

bool rt_fact_affirms(const rt_fact *f) { return f->out != RT_SURELY && rt_entry_affirms(&f->s.e); }

bool rt_fact_asserts(const rt_fact *f) {
    return f->out != RT_SURELY && (f->s.e.stance.len == 0 || rt_str_eq(f->s.e.stance, asserts));
}

bool rt_facts_affirm(rt_facts facts) {
    for (size_t i = 0; i < facts.n; i++)
        if (rt_fact_affirms(facts.at[i])) return true;
    return false;
}

/* --- lists ------------------------------------------------------------------------------------------------------- */

void rt_facts_add(rt_facts *facts, rt_fact *f, rt_arena *arena) {
    facts->at = rt_grow(arena, facts->at, facts->n, sizeof(rt_fact *));
    facts->at[facts->n++] = f;
}

static int by_place(const void *x, const void *y) {
    const rt_fact *a = *(rt_fact *const *)x, *b = *(rt_fact *const *)y;
    return (a->s.seq > b->s.seq) - (a->s.seq < b->s.seq);
}

void rt_facts_sort(rt_facts facts) {
    if (facts.n > 1) qsort(facts.at, facts.n, sizeof(rt_fact *), by_place);
}

/* --- sources ----------------------------------------------------------------------------------------------------- */

bool rt_facts_of_list(rt_facts facts, rt_str dataset) {
    for (size_t i = 0; i < facts.n; i++)
        if (rt_str_eq(facts.at[i]->s.e.dataset, dataset)) return true;
    return false;
}

rt_str rt_fact_source(const rt_fact *f) { return f->s.source; }

void rt_facts_add_sources(rt_facts facts, rt_map *sources, rt_arena *arena) {
    for (size_t i = 0; i < facts.n; i++) {
        const rt_str source = rt_fact_source(facts.at[i]);
        if (source.len > 0) rt_map_add(sources, source, arena);
    }
}

rt_strs rt_facts_sources(rt_facts facts, rt_arena *arena) {
    rt_map sources = {0};
    rt_facts_add_sources(facts, &sources, arena);
    return (rt_strs){sources.keys, sources.n};
}

/* --- links ------------------------------------------------------------------------------------------------------- */

static void keep_link(rt_fact *f, rt_fact_link ***end, const rt_seen_entry *act, rt_arena *arena) {
    if (act->e.type == RT_ABSENT_FROM && rt_str_eq(act->e.statement, f->s.e.id))
        f->left = rt_str_copy(arena, act->e.edition);
    if (act->e.type != RT_LINK) return;
    const rt_entry e = rt_entry_copy(arena, &act->e);
    rt_fact_link *link = RT_NEW(arena, rt_fact_link);
    const bool outgoing = rt_str_eq(e.from, f->s.e.id);
    *link = (rt_fact_link){e.id, e.link, outgoing ? e.to : e.from, outgoing, e.speaker, act->said, NULL};
    **end = link;
    *end = &link->next;
}

static rt_status gather_links(rt_fact *f, rt_cursor *c, rt_arena *arena, rt_error *err) {
    rt_fact_link **end = &f->links;
    for (bool more;;) {
        rt_seen_entry act;
        RT_TRY(rt_cursor_next(c, &act, &more, err));
        if (!more) return rt_ok;
        keep_link(f, &end, &act, arena);
    }
}

static rt_status read_links(rt_fact *f, rt_lens *lens, rt_arena *arena, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_acts(lens, f->s.e.id, &c, err));
    const rt_status s = gather_links(f, c, arena, err);
    rt_cursor_close(c);
    return s;
}

/* --- what takes out ---------------------------------------------------------------------------------------------- */

static void take_out(rt_fact *f, rt_sure how, rt_str by) {
    if (how <= f->out) return;
    f->out = how;
    f->out_by = by;
}

/* Who speaks in the statement with this id; from among those at hand, else from the case. */
static rt_status speaker_of(rt_str id, rt_facts near, rt_lens *lens, rt_arena *arena, rt_str *speaker, rt_error *err) {
    rt_cursor *c;
    rt_seen_list found;
    for (size_t i = 0; i < near.n; i++)
        if (rt_str_eq(near.at[i]->s.e.id, id)) return *speaker = near.at[i]->s.e.speaker, rt_ok;
    RT_TRY(rt_cursor_statement(lens, id, &c, err));
    RT_TRY(rt_cursor_list(c, arena, &found, err));
    *speaker = found.n > 0 ? found.at[0].e.speaker : (rt_str){"", 0};
    return rt_ok;
}

static rt_status by_links(rt_fact *f, rt_facts near, rt_lens *lens, rt_arena *arena, rt_error *err) {
    for (const rt_fact_link *l = f->links; l != NULL; l = l->next) {
        rt_str speaker = l->speaker;
        if (l->outgoing) continue;
        if (rt_str_eq(l->kind, replaces)) take_out(f, l->said, l->other);
        if (!rt_str_eq(l->kind, retracts)) continue;
        if (speaker.len == 0) RT_TRY(speaker_of(l->other, near, lens, arena, &speaker, err));
        if (speaker.len > 0 && rt_str_eq(speaker, f->s.e.speaker)) take_out(f, l->said, l->other);
    }
    return rt_ok;
}

static void by_stance(const rt_fact *taker, rt_facts facts) {
    if (!rt_str_eq(taker->s.e.stance, retracts)) return;
    for (size_t i = 0; i < facts.n; i++)
        if (rt_takes_back(&taker->s, &facts.at[i]->s)) take_out(facts.at[i], taker->s.said, taker->s.e.id);
}

rt_status rt_facts_weigh(rt_facts facts, rt_lens *lens, rt_arena *arena, rt_error *err) {
    for (size_t i = 0; i < facts.n; i++) RT_TRY(read_links(facts.at[i], lens, arena, err));
    for (size_t i = 0; i < facts.n; i++) RT_TRY(by_links(facts.at[i], facts, lens, arena, err));
    for (size_t i = 0; i < facts.n; i++) by_stance(facts.at[i], facts);
    return rt_ok;
}
