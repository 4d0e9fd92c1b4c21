#include "analysis/origins.h"

#include "analysis/circles.h"
#include "base/date.h"

size_t rt_origins_component(const rt_origins *o, const rt_saying *s) { return o->of_voice[s->voice]; }

bool rt_origins_is_first(const rt_origins *o, const rt_saying *s) {
    const size_t c = rt_origins_component(o, s);
    return o->is_origin[c] && o->first[c] == s;
}

/* --- which came first -------------------------------------------------------------------------------------------- */

static bool stands_by_itself(const rt_saying *s) {
    return rt_str_is(s->fact->s.e.basis, "witnessed") && s->how != RT_AFTER_LINK && !s->below;
}

static bool said_at(const rt_fact *f, rt_when *when) { return rt_edtf_read(f->s.e.said_at, when, NULL).code == RT_OK; }

/* Of two of one voice: one that no link puts after another, then one that was witnessed, then the one said first as far
 * as the dates tell, then the one that stands first in the log. */
static bool comes_before(const rt_saying *a, const rt_saying *b) {
    const bool linked = a->how == RT_AFTER_LINK, other_linked = b->how == RT_AFTER_LINK;
    rt_when x, y;
    if (a->below != b->below) return b->below;
    if (linked != other_linked) return other_linked;
    if (stands_by_itself(a) != stands_by_itself(b)) return stands_by_itself(a);
    const bool dated = said_at(a->fact, &x), other_dated = said_at(b->fact, &y);
    if (dated != other_dated) return dated;
    if (dated && x.start_min != y.start_min) return x.start_min < y.start_min;
    return a->fact->s.seq < b->fact->s.seq;
}

static void find_first(rt_origins *o) {
    for (size_t i = 0; i < o->sayings.n; i++) {
        const rt_saying *s = &o->sayings.at[i];
        const rt_saying **first = &o->first[rt_origins_component(o, s)];
        if (*first == NULL || comes_before(s, *first)) *first = s;
    }
}

/* --- origins ----------------------------------------------------------------------------------------------------- */

/* Those that lead to no other component, and those with a witness of their own. */
static void find_origins(rt_origins *o, rt_arena *arena) {
    size_t *voices = RT_NEW_N(arena, size_t, o->components);
    for (size_t c = 0; c < o->components; c++) o->is_origin[c] = true;
    for (size_t v = 0; v < o->sayings.voices; v++) o->is_circle[o->of_voice[v]] = voices[o->of_voice[v]]++ > 0;
    for (size_t i = 0; i < o->sayings.echo_count; i++) {
        const size_t from = o->of_voice[o->sayings.echoes[i].from], to = o->of_voice[o->sayings.echoes[i].to];
        if (from != to) o->is_origin[from] = false;
    }
    for (size_t i = 0; i < o->sayings.n; i++)
        if (stands_by_itself(&o->sayings.at[i])) o->is_origin[rt_origins_component(o, &o->sayings.at[i])] = true;
}

/* --- what stands ------------------------------------------------------------------------------------------------- */

static void count_origins(rt_origins *o, const bool *counts, const bool *probable) {
    for (size_t c = 0; c < o->components; c++) {
        o->circular = o->circular || o->is_circle[c];
        if (!o->is_origin[c]) continue;
        o->origins++;
        if (!counts[c]) o->taken_back++;
        if (counts[c] && probable[c]) o->standing++;
    }
}

/* Components are numbered from their ends: what one leads to is settled before it. The edges are in the order of where
 * they come from. */
static void find_fallen(rt_origins *o, const bool *counts, rt_arena *arena) {
    bool *leads_to_standing = RT_NEW_N(arena, bool, o->components);
    for (size_t c = 0; c < o->components; c++) leads_to_standing[c] = o->is_origin[c] && counts[c];
    /* an edge leads to a smaller number: taken in the order of components, each is settled when it is needed */
    size_t *order = RT_NEW_N(arena, size_t, o->components + 1), *edges = RT_NEW_N(arena, size_t, o->sayings.echo_count);
    for (size_t i = 0; i < o->sayings.echo_count; i++) order[o->of_voice[o->sayings.echoes[i].from]]++;
    for (size_t c = 0, sum = 0; c <= o->components; c++) {
        const size_t n = order[c];
        order[c] = sum;
        sum += n;
    }
    for (size_t i = 0; i < o->sayings.echo_count; i++) edges[order[o->of_voice[o->sayings.echoes[i].from]]++] = i;
    for (size_t i = 0; i < o->sayings.echo_count; i++) {
        const rt_echo *e = &o->sayings.echoes[edges[i]];
        if (leads_to_standing[o->of_voice[e->to]]) leads_to_standing[o->of_voice[e->from]] = true;
    }
    for (size_t c = 0; c < o->components; c++) o->is_fallen[c] = !leads_to_standing[c];
}

static void weigh(rt_origins *o, rt_arena *arena) {
    bool *counts = RT_NEW_N(arena, bool, o->components), *probable = RT_NEW_N(arena, bool, o->components);
    for (size_t i = 0; i < o->sayings.n; i++) {
        const rt_saying *s = &o->sayings.at[i];
        const size_t c = rt_origins_component(o, s);
        if (s->fact->out == RT_SURELY || s->below) continue;
        counts[c] = true;
        probable[c] = probable[c] || !rt_str_is(s->fact->s.e.credibility, "5");
    }
    count_origins(o, counts, probable);
    find_fallen(o, counts, arena);
}

rt_status rt_origins_of(rt_reading *r, rt_facts claim, rt_origins *o, rt_error *err) {
    *o = (rt_origins){0};
    RT_TRY(rt_sayings_of(r, claim, &o->sayings, err));
    o->of_voice = RT_NEW_N(r->arena, size_t, o->sayings.voices);
    o->components = rt_circles_of(o->sayings.voices, o->sayings.echoes, o->sayings.echo_count, o->of_voice, r->arena);
    o->is_origin = RT_NEW_N(r->arena, bool, o->components);
    o->is_circle = RT_NEW_N(r->arena, bool, o->components);
    o->is_fallen = RT_NEW_N(r->arena, bool, o->components);
    o->first = RT_NEW_N(r->arena, const rt_saying *, o->components);
    find_origins(o, r->arena);
    find_first(o);
    weigh(o, r->arena);
    return rt_ok;
}
