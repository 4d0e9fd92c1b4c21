#include "analysis/listing.h"

#include <stdlib.h>

#include "analysis/dating.h"
#include "base/grow.h"
#include "model/listed.h"

/* --- editions ----------------------------------------------------------------------------------------------------- */

static bool same_edition(const rt_list_edition *a, const rt_entry *read) {
    return rt_str_eq(a->recorded_at, read->recorded_at) && rt_str_eq(a->dataset, read->dataset) &&
           rt_str_eq(a->handling, read->handling) && rt_str_eq(a->date, read->edition);
}

/* A list may be several files: each is a `read` of its own, and they stand one after the other. */
static rt_list_edition *edition_of(rt_list_editions *all, const rt_seen_entry *read, rt_arena *arena) {
    if (all->n > 0 && same_edition(&all->at[all->n - 1], &read->e)) return &all->at[all->n - 1];
    const rt_entry e = rt_entry_copy(arena, &read->e);
    all->at = rt_grow(arena, all->at, all->n, sizeof *all->at);
    all->at[all->n] = (rt_list_edition){.dataset = e.dataset,
                                        .handling = e.handling,
                                        .date = e.edition,
                                        .day = rt_edition_day(e.edition),
                                        .recorded_at = e.recorded_at,
                                        .recorded_by = e.recorded_by};
    return &all->at[all->n++];
}

static void keep_file(rt_list_edition *edition, const rt_seen_entry *read, rt_arena *arena) {
    rt_edition_file **end = &edition->files;
    while (*end != NULL) end = &(*end)->next;
    *end = RT_NEW(arena, rt_edition_file);
    **end = (rt_edition_file){rt_str_copy(arena, read->e.name), rt_str_copy(arena, read->e.sha256), read->e.size, NULL};
    edition->seq = read->seq;
}

/* A file without its hash was noted anew when something in it was erased: it belongs where it was read. */
static rt_status find_place(rt_lens *lens, rt_seen_entry *read, rt_error *err) {
    int64_t seq;
    if (read->e.sha256.len > 0) return rt_ok;
    RT_TRY(rt_lens_batch_end(lens, read->e.recorded_at, &seq, err));
    if (seq >= 0) read->seq = seq;
    return rt_ok;
}

static rt_status read_editions(rt_lens *lens, rt_cursor *c, rt_arena *arena, rt_list_editions *all, rt_error *err) {
    rt_seen_entry read;
    for (bool more;;) {
        RT_TRY(rt_cursor_next(c, &read, &more, err));
        if (!more) return rt_ok;
        RT_TRY(find_place(lens, &read, err));
        keep_file(edition_of(all, &read, arena), &read, arena);
    }
}

/* By their places; those of one place (of several lists) stay as they came. Nearly all are in order. */
static void sort_editions(rt_list_editions *all) {
    for (size_t i = 1; i < all->n; i++) {
        const rt_list_edition e = all->at[i];
        size_t k = i;
        for (; k > 0 && all->at[k - 1].seq > e.seq; k--) all->at[k] = all->at[k - 1];
        all->at[k] = e;
    }
}

rt_status rt_list_editions_read(rt_lens *lens, rt_str dataset, rt_arena *arena, rt_list_editions *all, rt_error *err) {
    rt_cursor *c;
    *all = (rt_list_editions){0};
    RT_TRY(rt_cursor_editions(lens, dataset, &c, err));
    const rt_status s = read_editions(lens, c, arena, all, err);
    rt_cursor_close(c);
    sort_editions(all);
    return s;
}

const rt_list_edition *rt_edition_before(const rt_list_editions *all, rt_str handling, int64_t seq) {
    for (size_t i = all->n; i > 0; i--)
        if (all->at[i - 1].seq < seq && rt_str_eq(all->at[i - 1].handling, handling)) return &all->at[i - 1];
    return NULL;
}

const rt_list_edition *rt_edition_after(const rt_list_editions *all, rt_str handling, int64_t seq) {
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].seq > seq && rt_str_eq(all->at[i].handling, handling)) return &all->at[i];
    return NULL;
}

/* --- spells ------------------------------------------------------------------------------------------------------- */

/* The first day on which the list was known to have it. */
static rt_day first_seen(const rt_fact *f, const rt_list_edition *by) {
    const char *unused;
    if (by != NULL) return by->day;
    const rt_str date = rt_is_edition(f->s.e.said_at, &unused) ? f->s.e.said_at : rt_str_cut(f->s.e.recorded_at, 10);
    return rt_edition_day(date);
}

/* The edition with which a statement came, where it came with one. */
static const rt_list_edition *edition_with(const rt_listing *l, const rt_fact *f) {
    const rt_list_edition *next = rt_edition_after(&l->editions, l->handling, f->s.seq);
    return next != NULL && rt_str_eq(next->recorded_at, f->s.e.recorded_at) ? next : NULL;
}

static rt_day later_day(rt_day a, rt_day b) { return a > b ? a : b; }

static void begin_spell(rt_listing *l, rt_fact *f, rt_arena *arena) {
    const rt_list_edition *before = rt_edition_before(&l->editions, l->handling, f->s.seq);
    l->spells = rt_grow(arena, l->spells, l->n, sizeof *l->spells);
    rt_spell *s = &l->spells[l->n++];
    *s = (rt_spell){.came_by = edition_with(l, f)};
    s->came_max = first_seen(f, s->came_by);
    s->came_min = RT_DAY_OPEN_START;
    if (before != NULL) s->came_min = before->day < s->came_max ? before->day + 1 : s->came_max;
    rt_facts_add(&s->facts, f, arena);
}

/* He was on it by the edition before, or on the day on which it was read. */
static void end_spell(const rt_listing *l, rt_spell *s, const rt_seen_entry *absent, rt_arena *arena) {
    const rt_list_edition *before = rt_edition_before(&l->editions, l->handling, absent->seq);
    const rt_day seen = before != NULL ? later_day(before->day, s->came_max) : s->came_max;
    s->left = true;
    s->left_by = rt_str_copy(arena, absent->e.edition);
    s->absent = rt_str_copy(arena, absent->e.id);
    s->left_seq = absent->seq;
    s->left_max = later_day(rt_edition_day(s->left_by), s->came_max);
    s->left_min = seen < s->left_max ? seen + 1 : s->left_max;
}

static void see_last(const rt_listing *l, rt_spell *s) {
    const rt_list_edition *last = rt_edition_before(&l->editions, l->handling, INT64_MAX);
    s->until = last != NULL ? later_day(last->day, s->came_max) : s->came_max;
}

static bool is_of(const rt_listing *l, const rt_entry *e) {
    return rt_str_eq(e->entity, l->entity) && rt_str_eq(e->dataset, l->dataset) && rt_str_eq(e->handling, l->handling);
}

static bool is_leaving(const rt_listing *l, const rt_entry *e) {
    return e->type == RT_ABSENT_FROM && e->statement.len == 0 && is_of(l, e);
}

/* What came and what left, in the order of the log. */
static void find_spells(rt_listing *l, const rt_entity *e, const rt_seen_list *absent, rt_arena *arena) {
    bool on = false;
    size_t a = 0;
    for (size_t i = 0; i <= e->facts.n; i++) {
        const int64_t before = i < e->facts.n ? e->facts.at[i]->s.seq : INT64_MAX;
        for (; a < absent->n && absent->at[a].seq < before; a++) {
            if (!on || !is_leaving(l, &absent->at[a].e)) continue;
            end_spell(l, &l->spells[l->n - 1], &absent->at[a], arena);
            on = false;
        }
        if (i == e->facts.n || !is_of(l, &e->facts.at[i]->s.e)) continue;
        if (on)
            rt_facts_add(&l->spells[l->n - 1].facts, e->facts.at[i], arena);
        else
            begin_spell(l, e->facts.at[i], arena);
        on = true;
    }
    if (on) see_last(l, &l->spells[l->n - 1]);
}

/* --- lists of an entity ------------------------------------------------------------------------------------------- */

static bool is_known(const rt_listings *all, const rt_entry *e) {
    for (size_t i = 0; i < all->n; i++)
        if (is_of(&all->at[i], e)) return true;
    return false;
}

static bool has_left(const rt_listing *l, const rt_seen_list *absent) {
    for (size_t i = 0; i < absent->n; i++)
        if (is_leaving(l, &absent->at[i].e)) return true;
    return false;
}

/* A dataset that never was given whole, and that nobody left, is none of these. */
static rt_status add_listing(rt_reading *r, const rt_entity *e, const rt_listing *new, const rt_seen_list *absent,
                             rt_listings *all, rt_error *err) {
    rt_listing l = *new;
    RT_TRY(rt_list_editions_read(r->lens, l.dataset, r->arena, &l.editions, err));
    if (rt_edition_before(&l.editions, l.handling, INT64_MAX) == NULL && !has_left(&l, absent)) return rt_ok;
    find_spells(&l, e, absent, r->arena);
    if (l.n == 0) return rt_ok;
    all->at = rt_grow(r->arena, all->at, all->n, sizeof *all->at);
    all->at[all->n++] = l;
    return rt_ok;
}

static rt_status add_member(rt_reading *r, const rt_entity *e, rt_str member, bool left_only, rt_listings *all,
                            rt_error *err) {
    rt_cursor *c;
    rt_seen_list acts;
    RT_TRY(rt_cursor_acts(r->lens, member, &c, err));
    RT_TRY(rt_cursor_list(c, r->arena, &acts, err));
    rt_listings looked = {0};
    for (size_t i = 0; i < e->facts.n; i++) {
        const rt_entry *s = &e->facts.at[i]->s.e;
        const rt_listing l = {.entity = member, .dataset = s->dataset, .handling = s->handling};
        if (s->dataset.len == 0 || !rt_str_eq(s->entity, member) || is_known(&looked, s)) continue;
        looked.at = rt_grow(r->arena, looked.at, looked.n, sizeof *looked.at);
        looked.at[looked.n++] = l;
        if (!left_only || has_left(&l, &acts)) RT_TRY(add_listing(r, e, &l, &acts, all, err));
    }
    return rt_ok;
}

rt_status rt_listings_of(rt_reading *r, const rt_entity *e, bool left_only, rt_listings *all, rt_error *err) {
    *all = (rt_listings){0};
    for (size_t i = 0; i < e->members.n; i++) RT_TRY(add_member(r, e, e->members.at[i], left_only, all, err));
    return rt_ok;
}

/* --- on a day ----------------------------------------------------------------------------------------------------- */

static rt_certainty on_in(const rt_spell *s, rt_day first, rt_day last) {
    if (last < s->came_min || (s->left && first >= s->left_max)) return RT_IMPOSSIBLE;
    const bool begun = first >= s->came_max, lasts = s->left ? last < s->left_min : last <= s->until;
    return begun && lasts ? RT_CERTAIN : RT_POSSIBLE;
}

rt_certainty rt_listing_on(const rt_listing *l, const rt_when *when) {
    const rt_list_edition *last = rt_edition_before(&l->editions, l->handling, INT64_MAX);
    rt_certainty best = RT_IMPOSSIBLE;
    for (size_t i = 0; i < l->n; i++) {
        const rt_certainty c = on_in(&l->spells[i], when->wide.start_min, when->wide.end_max);
        if (c == RT_CERTAIN && !when->uncertain) return RT_CERTAIN;
        if (c != RT_IMPOSSIBLE) best = RT_POSSIBLE;
    }
    return last != NULL && when->wide.end_max > last->day ? RT_POSSIBLE : best; /* nothing is known of after */
}

bool rt_listing_has(const rt_listing *l, const rt_list_edition *edition) {
    for (size_t i = 0; i < l->n; i++) {
        const rt_spell *s = &l->spells[i];
        if (s->facts.at[0]->s.seq < edition->seq && (!s->left || s->left_seq > edition->seq)) return true;
    }
    return false;
}

bool rt_listing_is_left(const rt_listing *l) { return l->n > 0 && l->spells[l->n - 1].left; }

/* --- as objects --------------------------------------------------------------------------------------------------- */

rt_str rt_one_of_days(rt_day first, rt_day last, rt_arena *arena) {
    const rt_str to = rt_day_text(last, arena);
    if (first == last) return to;
    if (first == RT_DAY_OPEN_START) return rt_str_printf(arena, "[..%.*s]", RT_FMT(to));
    return rt_str_printf(arena, "[%.*s..%.*s]", RT_FMT(rt_day_text(first, arena)), RT_FMT(to));
}

static void put_left(rt_reading *r, const rt_listing *l, rt_value *list) {
    const rt_spell *s = &l->spells[l->n - 1];
    rt_value *v = rt_value_push(list, rt_value_object(r->arena));
    rt_value_put_text(r->arena, v, RT_S("dataset"), l->dataset);
    rt_value_put_text(r->arena, v, RT_S("entity"), l->entity);
    rt_value_put_text(r->arena, v, RT_S("left"), rt_one_of_days(s->left_min, s->left_max, r->arena));
    rt_value_put(v, RT_S("left_span"), rt_days_span(s->left_min, s->left_max, r->arena));
    rt_value_put_text(r->arena, v, RT_S("left_by"), s->left_by);
    rt_value_put_text(r->arena, v, RT_S("absent"), s->absent);
}

rt_status rt_shape_left(rt_reading *r, const rt_entity *e, rt_value *list, rt_error *err) {
    rt_listings all;
    RT_TRY(rt_listings_of(r, e, true, &all, err));
    for (size_t i = 0; i < all.n; i++)
        if (rt_listing_is_left(&all.at[i])) put_left(r, &all.at[i], list);
    return rt_ok;
}
