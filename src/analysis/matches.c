/* A list against the people in the case: whose names are like, and what speaks for and against their being one. Since a
 * day or a batch: what is new, changed or gone on the list against all people, and who is new or changed among the
 * people against the list; nothing else is compared. Who is judged to be one, or not, is not told again. */
#include <stdlib.h>

#include "analysis/candidate.h"
#include "analysis/listing.h"
#include "analysis/view.h"
#include "base/grow.h"
#include "model/listed.h"
#include "names/match.h"
#include "names/why.h"
#include "store/since.h"

/* As `screen` shows them. */
static const double cutoff = 0.5;

typedef struct pair {
    const rt_entity *entry, *person;
    rt_value *found; /* the candidate, as rt_shape_candidates makes it */
    bool of_list;    /* the list's side is what is new */
    double score;
} pair;

typedef struct asked {
    rt_str id;
    bool of_list;
} asked;

typedef struct matches {
    rt_reading r;
    rt_str dataset;
    const rt_since *since; /* NULL: all */
    rt_map met[2];         /* ids that are asked already: of people, of the list */
    asked *who;
    size_t who_count;
    bool by_people; /* all people are asked for what is new on the list */
    rt_map told;    /* pairs */
    pair *pairs;
    size_t pair_count;
} matches;

/* --- whose side --------------------------------------------------------------------------------------------------- */

typedef struct side {
    matches *m;
    bool of_list; /* wanted are those that the list speaks of; else those that others speak of */
    rt_status status;
    rt_error *err;
} side;

static rt_status is_on_side(const matches *m, rt_str id, bool of_list, bool *is, rt_error *err) {
    rt_cursor *c;
    rt_seen_entry s;
    bool more = true;
    *is = false;
    rt_status status = rt_cursor_about(m->r.lens, id, &c, err);
    if (status.code != RT_OK) return status;
    while (!*is && (status = rt_cursor_next(c, &s, &more, err)).code == RT_OK && more)
        *is = rt_str_eq(s.e.dataset, m->dataset) == of_list;
    rt_cursor_close(c);
    return status;
}

static bool is_wanted(void *with, rt_str id) {
    side *s = with;
    bool is = false;
    if (s->status.code == RT_OK) s->status = is_on_side(s->m, id, s->of_list, &is, s->err);
    return is;
}

/* --- who is asked ------------------------------------------------------------------------------------------------- */

static void ask(matches *m, rt_str id, bool of_list) {
    if (!rt_map_meet(&m->met[of_list], id, m->r.arena)) return;
    m->who = rt_grow(m->r.arena, m->who, m->who_count, sizeof *m->who);
    m->who[m->who_count++] = (asked){rt_str_copy(m->r.arena, id), of_list};
}

static void ask_of_entry(matches *m, const rt_entry *e) {
    const bool of_list = rt_str_eq(e->dataset, m->dataset);
    if (e->type == RT_STATEMENT && rt_is_list_entry(e->schema)) ask(m, e->entity, of_list);
    if (e->type == RT_ABSENT_FROM && of_list) ask(m, e->entity, true);
}

static rt_status ask_all(matches *m, rt_cursor *c, rt_error *err) {
    rt_seen_entry s;
    for (bool more;;) {
        RT_TRY(rt_cursor_next(c, &s, &more, err));
        if (!more) return rt_ok;
        ask_of_entry(m, &s.e);
    }
}

static rt_status ask_since(matches *m, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_since(m->r.lens, m->since, &c, err));
    const rt_status s = ask_all(m, c, err);
    rt_cursor_close(c);
    return s;
}

/* Of the two sides the people: lists are large. */
static rt_status ask_people(matches *m, rt_cursor *c, rt_error *err) {
    rt_seen_entry s;
    bool person;
    for (bool more;;) {
        RT_TRY(rt_cursor_next(c, &s, &more, err));
        if (!more) return rt_ok;
        if (!rt_is_list_entry(s.e.schema)) continue;
        RT_TRY(is_on_side(m, s.e.entity, false, &person, err));
        if (person) ask(m, s.e.entity, false);
    }
}

static rt_status ask_everybody(matches *m, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_entities(m->r.lens, &c, err));
    const rt_status s = ask_people(m, c, err);
    rt_cursor_close(c);
    return s;
}

/* Where most of a list is new (its first edition) it is cheaper to ask of the people, if these are fewer; an answer is
 * then kept only where one of the two is new. */
static rt_status ask_fewer(matches *m, rt_error *err) {
    enum { MANY = 200 };
    matches all = {.r = m->r, .dataset = m->dataset};
    if (m->met[true].n < MANY) return rt_ok;
    RT_TRY(ask_everybody(&all, err));
    if (all.who_count >= m->met[true].n) return rt_ok;
    m->who = all.who;
    m->who_count = all.who_count;
    m->by_people = true;
    return rt_ok;
}

/* Whether something is new about it on its side. */
static bool is_new(const matches *m, const rt_entity *e, bool of_list) {
    for (size_t i = 0; i < e->members.n; i++)
        if (rt_map_find(&m->met[of_list], e->members.at[i]) != SIZE_MAX) return true;
    return false;
}

/* --- answers ------------------------------------------------------------------------------------------------------ */

static rt_status keep_pair(matches *m, const asked *a, const rt_entity *e, rt_value *found, rt_error *err) {
    const rt_entity *other;
    const double score = rt_value_get_real(found, RT_S("score"));
    RT_TRY(rt_reading_entity(&m->r, rt_value_get_text(found, RT_S("id")), &other, err));
    if (other == NULL || score < cutoff) return rt_ok;
    const rt_entity *entry = a->of_list ? e : other, *person = a->of_list ? other : e;
    const bool of_list = m->by_people ? is_new(m, entry, true) : a->of_list;
    if (m->by_people && !of_list && !is_new(m, person, false)) return rt_ok;
    const rt_str both = rt_str_printf(m->r.arena, "%.*s\n%.*s", RT_FMT(entry->id), RT_FMT(person->id));
    if (!rt_map_meet(&m->told, both, m->r.arena)) return rt_ok;
    m->pairs = rt_grow(m->r.arena, m->pairs, m->pair_count, sizeof *m->pairs);
    m->pairs[m->pair_count++] = (pair){entry, person, found, of_list, score};
    return rt_ok;
}

static rt_status answer(matches *m, const asked *a, rt_error *err) {
    const rt_entity *e;
    side other = {.m = m, .of_list = !a->of_list, .err = err};
    rt_value *list = rt_value_list(m->r.arena);
    RT_TRY(rt_reading_entity(&m->r, a->id, &e, err));
    if (e == NULL) return rt_ok;
    RT_TRY(rt_shape_candidates_among(&m->r, e, is_wanted, &other, list, err));
    RT_TRY(other.status);
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next)
        RT_TRY(keep_pair(m, a, e, (rt_value *)(uintptr_t)v, err));
    return rt_ok;
}

static int by_score(const void *x, const void *y) {
    const pair *a = x, *b = y;
    if (a->score != b->score) return a->score > b->score ? -1 : 1;
    const int entry = rt_str_cmp(a->entry->id, b->entry->id);
    return entry != 0 ? entry : rt_str_cmp(a->person->id, b->person->id);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

/* What is new about the side that was asked. */
static void put_new(matches *m, const pair *p, rt_value *v) {
    const rt_entity *e = p->of_list ? p->entry : p->person;
    rt_facts new = {0};
    for (size_t i = 0; m->since != NULL && i < e->facts.n; i++) {
        const rt_fact *f = e->facts.at[i];
        if (rt_is_since(m->since, &f->s) && rt_str_eq(f->s.e.dataset, m->dataset) == p->of_list)
            rt_facts_add(&new, e->facts.at[i], m->r.arena);
    }
    rt_shape_ids(&m->r, v, "new", new);
}

/* By which statements each is called as it is. */
static void put_names(matches *m, const pair *p, rt_value *v) {
    const rt_entity *both[] = {p->entry, p->person};
    rt_facts names = {0};
    for (size_t i = 0; i < 2; i++)
        for (size_t k = 0; k < both[i]->facts.n; k++)
            if (rt_is_own_name(both[i]->facts.at[k]->s.e.prop)) rt_facts_add(&names, both[i]->facts.at[k], m->r.arena);
    rt_shape_cite(&m->r, v, names);
}

static rt_status put_pair(matches *m, const pair *p, rt_value *list, rt_error *err) {
    rt_arena *arena = m->r.arena;
    rt_value *v = rt_value_push(list, rt_value_object(arena));
    rt_value_put(v, RT_S("entry"), rt_shape_of_entity(p->entry, arena));
    rt_value_put(v, RT_S("person"), rt_shape_of_entity(p->person, arena));
    rt_value_put(v, RT_S("score"), rt_value_real(arena, rt_four_decimals(p->score)));
    rt_value_put(v, RT_S("match"), rt_value_bool(arena, p->score >= rt_match_threshold));
    rt_value_put_text(arena, v, RT_S("changed"),
                      m->since == NULL ? (rt_str){"", 0}
                      : p->of_list     ? RT_S("entry")
                                       : RT_S("person"));
    rt_value_put(v, RT_S("why"), (rt_value *)(uintptr_t)rt_value_get(p->found, RT_S("why")));
    RT_TRY(rt_shape_left(&m->r, p->entry, rt_value_put_list(arena, v, RT_S("left")), err));
    put_new(m, p, v);
    put_names(m, p, v);
    return rt_ok;
}

static rt_status check_dataset(const matches *m, rt_error *err) {
    rt_cursor *c;
    rt_seen_entry s;
    bool there;
    RT_TRY(rt_cursor_dataset(m->r.lens, m->dataset, &c, err));
    const rt_status status = rt_cursor_next(c, &s, &there, err);
    rt_cursor_close(c);
    if (status.code != RT_OK || there) return status;
    return rt_fail(err, RT_ABSENT, "there is no dataset \"%.*s\"", RT_FMT(m->dataset));
}

static rt_status matches_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                             rt_error *err) {
    rt_since since;
    matches m = {.r = rt_reading_new(lens, arena), .dataset = args->who.at[0]};
    if (args->since.len > 0) {
        RT_TRY(rt_since_read(lens, args->since, &since, err));
        m.since = &since;
    }
    RT_TRY(check_dataset(&m, err));
    RT_TRY(m.since != NULL ? ask_since(&m, err) : ask_everybody(&m, err));
    if (m.since != NULL) RT_TRY(ask_fewer(&m, err));
    for (size_t i = 0; i < m.who_count; i++) RT_TRY(answer(&m, &m.who[i], err));
    if (m.pair_count > 1) qsort(m.pairs, m.pair_count, sizeof *m.pairs, by_score);
    rt_value *o = *object = rt_value_object(arena);
    rt_value_put(o, RT_S("against"), rt_value_text(arena, m.dataset));
    rt_value_put_text(arena, o, RT_S("since"), rt_str_copy(arena, args->since));
    rt_shape_count(&m.r, o, "compared", m.who_count);
    rt_value *list = rt_value_put_list(arena, o, RT_S("matches"));
    for (size_t i = 0; i < m.pair_count; i++) RT_TRY(put_pair(&m, &m.pairs[i], list, err));
    return rt_shape_cited(&m.r, o, err);
}

const rt_view rt_view_matches = {
    .name = "matches",
    .summary = "who in the case may be meant by what is new on a list",
    .least = 1,
    .most = 1,
    .run = matches_run,
};
