/* Who knew what when: what had reached somebody of what is told of another, by a day; and what existed elsewhere by
 * then and had not. */
#include <stdlib.h>

#include "analysis/around.h"
#include "analysis/belonging.h"
#include "analysis/channel.h"
#include "analysis/shape.h"
#include "analysis/view.h"
#include "analysis/who.h"
#include "base/grow.h"

/* One statement, and the best way in which it had reached them. */
typedef struct row {
    const rt_entity *about;
    const rt_claim *claim;
    rt_fact *fact;
    rt_channel channel;
    const rt_belonging *by; /* whom it had reached themselves: one of theirs; NULL */
    rt_certainty certainty;
} row;

typedef struct rows {
    row *at;
    size_t n;
} rows;

typedef struct knowing {
    rt_reading *r;
    const rt_entity *who, *whom;
    bool dated; /* --on was given */
    rt_when on;
    rt_belongings theirs; /* parts and people of who */
    rt_carried carried;
    rows knew, elsewhere;
} knowing;

/* --- whose it is ------------------------------------------------------------------------------------------------- */

static rt_certainty by_the_day(const knowing *k, const rt_channel *c) {
    return k->dated ? rt_channel_by(c, &k->on) : c->reached;
}

/* The surer, then the earlier one; of what is equal the first. */
static bool is_better(const row *a, const row *b) {
    if (b->fact == NULL || a->certainty != b->certainty) return b->fact == NULL || a->certainty > b->certainty;
    return a->channel.since.last != b->channel.since.last ? a->channel.since.last < b->channel.since.last
                                                          : a->channel.since.first < b->channel.since.first;
}

static rt_day later(rt_day a, rt_day b) { return a > b ? a : b; }

/* What one of theirs had reached them no sooner than he was one of theirs; what he learned afterwards did not. False
 * where he surely was none any more. */
static bool through_theirs(row *candidate, const rt_belonging *b) {
    rt_since *since = &candidate->channel.since;
    if (since->first > b->period.end_max) return false;
    const bool surely_theirs = since->last <= b->period.end_min && !b->uncertain;
    if (b->period.start_max > since->last || b->period.start_min > since->first) since->edtf = (rt_str){"", 0};
    since->first = later(since->first, b->period.start_min);
    since->last = later(since->last, b->period.start_max);
    if (!b->is_part || !surely_theirs) candidate->channel.reached = RT_POSSIBLE;
    candidate->by = b;
    return true;
}

static void consider_theirs(const knowing *k, const row *candidate, row *knew) {
    const rt_belonging *b = rt_belongings_find(&k->theirs, candidate->channel.holder);
    for (; b != NULL; b = b->next != SIZE_MAX ? &k->theirs.at[b->next] : NULL) {
        row through = *candidate;
        if (!through_theirs(&through, b)) continue;
        through.certainty = by_the_day(k, &through.channel);
        if (through.certainty != RT_IMPOSSIBLE && is_better(&through, knew)) *knew = through;
    }
}

static void consider(const knowing *k, row candidate, row *knew, row *elsewhere) {
    const rt_entity *holder = candidate.channel.holder;
    candidate.certainty = by_the_day(k, &candidate.channel);
    if (candidate.certainty == RT_IMPOSSIBLE) return;
    if (holder == k->who) {
        if (is_better(&candidate, knew)) *knew = candidate;
        return;
    }
    /* What somebody knows of himself and told nobody stood nowhere. */
    if ((holder != k->whom || candidate.channel.through == NULL) && is_better(&candidate, elsewhere))
        *elsewhere = candidate;
    if (holder != NULL) consider_theirs(k, &candidate, knew);
}

/* --- statements -------------------------------------------------------------------------------------------------- */

static void keep(rt_arena *arena, rows *to, const row *r) {
    if (r->fact == NULL) return;
    to->at = rt_grow(arena, to->at, to->n, sizeof *to->at);
    to->at[to->n++] = *r;
}

static rt_status add_fact(knowing *k, row candidate, const rt_channels *parties, rt_error *err) {
    rt_channels spoken = {0};
    row knew = {0}, elsewhere = {0};
    RT_TRY(rt_channels_of_fact(k->r, candidate.fact, &k->carried, &spoken, err));
    for (size_t i = 0; i < spoken.n; i++) {
        candidate.channel = spoken.at[i];
        consider(k, candidate, &knew, &elsewhere);
    }
    const rt_certainty known = rt_known_to_parties(&candidate.fact->s.e);
    for (size_t i = 0; i < parties->n && known != RT_IMPOSSIBLE; i++) {
        candidate.channel = parties->at[i];
        if (known < candidate.channel.reached) candidate.channel.reached = known;
        consider(k, candidate, &knew, &elsewhere);
    }
    keep(k->r->arena, knew.fact != NULL ? &k->knew : &k->elsewhere, knew.fact != NULL ? &knew : &elsewhere);
    return rt_ok;
}

static rt_status add_entity(knowing *k, const rt_entity *e, rt_error *err) {
    rt_channels parties = {0};
    if (e != k->whom) RT_TRY(rt_channels_of_entity(k->r, e, &parties, err));
    for (size_t i = 0; i < e->claims.n; i++) {
        const rt_claim *c = &e->claims.at[i];
        for (size_t f = 0; f < c->facts.n; f++)
            RT_TRY(add_fact(k, (row){.about = e, .claim = c, .fact = c->facts.at[f]}, &parties, err));
    }
    return rt_ok;
}

/* What is told of whom, and of whatever names them. */
static rt_status add_all(knowing *k, bool *more, rt_error *err) {
    rt_around around;
    RT_TRY(rt_belongings_of(k->r, k->who, &k->theirs, err));
    RT_TRY(rt_around_read(k->r, k->whom, &around, err));
    RT_TRY(add_entity(k, k->whom, err));
    for (size_t i = 0; i < around.n; i++) RT_TRY(add_entity(k, around.at[i].entity, err));
    *more = around.more || k->theirs.more;
    return rt_ok;
}

/* --- as an object ------------------------------------------------------------------------------------------------ */

static int by_time(const void *x, const void *y) {
    const row *a = x, *b = y;
    const rt_since *s = &a->channel.since, *t = &b->channel.since;
    if (s->last != t->last) return s->last < t->last ? -1 : 1;
    if (s->first != t->first) return s->first < t->first ? -1 : 1;
    return (a->fact->s.seq > b->fact->s.seq) - (a->fact->s.seq < b->fact->s.seq);
}

/* Which of theirs had it: {id, caption, schema, as, span, statements[]}. */
static void put_by(rt_reading *r, const rt_belonging *b, rt_value *told) {
    rt_value *v =
        rt_value_put(told, RT_S("by"), b != NULL ? rt_shape_of_entity(b->who, r->arena) : rt_value_null(r->arena));
    if (b == NULL) return;
    rt_value_put_text(r->arena, v, RT_S("as"), b->as);
    rt_value_put(v, RT_S("span"),
                 b->dated ? rt_days_span(b->period.start_min, b->period.end_max, r->arena) : rt_value_null(r->arena));
    rt_reading_cite(r, b->facts);
    rt_shape_ids(r, v, "statements", b->facts);
}

static rt_status push_row(rt_reading *r, row *told, rt_value *list, rt_error *err) {
    rt_arena *arena = r->arena;
    rt_value *v = rt_value_push(list, rt_value_object(arena));
    rt_value_put_text(arena, v, RT_S("statement"), told->fact->s.e.id);
    rt_shape_channel(&told->channel, told->certainty, v, arena);
    put_by(r, told->by, v);
    rt_value_put(v, RT_S("about"), rt_shape_of_entity(told->about, arena));
    rt_value_put_text(arena, v, RT_S("prop"), told->claim->prop);
    RT_TRY(rt_shape_value(r, v, told->claim, err));
    rt_value_put_text(arena, v, RT_S("stance"), told->fact->s.e.stance);
    rt_shape_cite(r, v, (rt_facts){&told->fact, 1});
    return rt_ok;
}

static rt_status put_rows(rt_reading *r, rows *all, rt_str name, rt_value *o, rt_error *err) {
    rt_value *list = rt_value_put_list(r->arena, o, name);
    if (all->n > 1) qsort(all->at, all->n, sizeof *all->at, by_time);
    for (size_t i = 0; i < all->n; i++) RT_TRY(push_row(r, &all->at[i], list, err));
    return rt_ok;
}

/* --- the view ---------------------------------------------------------------------------------------------------- */

static rt_status find_both(knowing *k, const rt_view_args *args, rt_error *err) {
    rt_who who, whom;
    k->dated = args->on.len > 0;
    if (k->dated && rt_edtf_read(args->on, &k->on, err).code != RT_OK)
        return rt_fail(err, RT_USAGE, "--on takes a date, not \"%.*s\"", RT_FMT(rt_str_cut(args->on, 60)));
    RT_TRY(rt_who_find(k->r, args->who.at[0], &who, err));
    RT_TRY(rt_who_find(k->r, args->who.at[1], &whom, err));
    k->who = who.entity;
    k->whom = whom.entity;
    return rt_ok;
}

static rt_status knew_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object, rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    rt_value *o = *object = rt_value_object(arena);
    knowing k = {.r = &r};
    bool more;
    RT_TRY(find_both(&k, args, err));
    RT_TRY(add_all(&k, &more, err));
    rt_value_put(o, RT_S("who"), rt_shape_of_entity(k.who, arena));
    rt_value_put(o, RT_S("whom"), rt_shape_of_entity(k.whom, arena));
    rt_value_put_text(arena, o, RT_S("on"), args->on);
    RT_TRY(put_rows(&r, &k.knew, RT_S("knew"), o, err));
    RT_TRY(put_rows(&r, &k.elsewhere, RT_S("elsewhere"), o, err));
    rt_value_put(o, RT_S("more"), rt_value_bool(arena, more));
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_knew = {
    .name = "knew",
    .summary = "what had reached somebody of another by a day, and what had not",
    .least = 2,
    .most = 2,
    .run = knew_run,
};
