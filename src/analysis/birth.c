#include "analysis/birth.h"

#include "analysis/grow.h"
#include "base/date_age.h"

enum { MOST_DATES = 256 };

static const rt_str birth_date = RT_S_INIT("birthDate"), age = RT_S_INIT("age");

static rt_facts affirming(rt_facts facts, rt_arena *arena) {
    rt_facts kept = {RT_NEW_N(arena, rt_fact *, facts.n), 0};
    for (size_t i = 0; i < facts.n; i++)
        if (rt_fact_affirms(facts.at[i])) kept.at[kept.n++] = facts.at[i];
    return kept;
}

static void add(rt_birth *b, const rt_birth_date *date, rt_arena *arena) {
    if (b->n == MOST_DATES) return;
    b->by = rt_grow(arena, b->by, b->n, sizeof *b->by);
    b->by[b->n++] = *date;
}

/* Those that another stance gives too are one date. */
static bool is_known(const rt_birth *b, rt_str edtf, rt_str how) {
    for (size_t i = 0; i < b->n; i++)
        if (rt_str_eq(b->by[i].edtf, edtf) && rt_str_eq(b->by[i].how, how)) return true;
    return false;
}

static void add_dates(rt_birth *b, const rt_entity *e, rt_str prop, rt_arena *arena) {
    const rt_claims dates = rt_claims_named(e->claims, prop);
    for (size_t i = 0; i < dates.n; i++) {
        rt_birth_date d = {.edtf = dates.at[i].value, .how = prop, .facts = affirming(dates.at[i].facts, arena)};
        if (d.facts.n > 0 && !is_known(b, d.edtf, d.how) && rt_edtf_read(d.edtf, &d.when, NULL).code == RT_OK)
            add(b, &d, arena);
    }
}

/* --- ages -------------------------------------------------------------------------------------------------------- */

static rt_str day_of_age(const rt_fact *f) { return f->s.e.valid.len > 0 ? f->s.e.valid : f->s.e.said_at; }

static bool read_age(rt_birth_date *d, rt_str years, rt_str day, rt_arena *arena) {
    int64_t n;
    rt_when said;
    rt_day first, last;
    if (!rt_str_int(years, &n) || rt_edtf_read(day, &said, NULL).code != RT_OK) return false;
    if (rt_age_birth(n, n, &said, &d->when, NULL).code != RT_OK) return false;
    rt_when_span(&d->when, &first, &last);
    d->edtf = rt_days_edtf(first, last, arena);
    d->from = rt_str_printf(arena, "%.*s in %.*s", RT_FMT(years), RT_FMT(day));
    d->how = age;
    return true;
}

/* The same age on the same day is one date, whoever says it. */
static void add_age(rt_birth *b, rt_fact *f, rt_arena *arena) {
    rt_birth_date d = {0};
    if (!rt_fact_affirms(f) || !read_age(&d, f->s.e.value, day_of_age(f), arena)) return;
    for (size_t i = 0; i < b->n; i++) {
        rt_birth_date *known = &b->by[i];
        if (!rt_str_eq(known->from, d.from)) continue;
        known->facts.at = rt_grow(arena, known->facts.at, known->facts.n, sizeof *known->facts.at);
        known->facts.at[known->facts.n++] = f;
        return;
    }
    d.facts = (rt_facts){rt_grow(arena, NULL, 0, sizeof(rt_fact *)), 1};
    d.facts.at[0] = f;
    add(b, &d, arena);
}

static void add_ages(rt_birth *b, const rt_entity *e, rt_arena *arena) {
    const rt_claims ages = rt_claims_named(e->claims, age);
    for (size_t i = 0; i < ages.n; i++)
        for (size_t k = 0; k < ages.at[i].facts.n; k++) add_age(b, ages.at[i].facts.at[k], arena);
}

/* --- where they agree -------------------------------------------------------------------------------------------- */

static bool allows(const rt_birth_date *d, rt_day day) {
    return d->when.wide.start_min <= day && day <= d->when.wide.end_max;
}

/* The day that most allow is the first day of one of them; of several the one of the date that stands first. */
static rt_day day_of_most(const rt_birth *b) {
    rt_day best = 0;
    size_t most = 0;
    for (size_t i = 0; i < b->n; i++) {
        size_t n = 0;
        for (size_t k = 0; k < b->n; k++) n += allows(&b->by[k], b->by[i].when.wide.start_min);
        if (n <= most) continue;
        most = n;
        best = b->by[i].when.wide.start_min;
    }
    return best;
}

static void narrow(rt_birth *b, const rt_bounds *days) {
    if (days->start_min > b->first) b->first = days->start_min;
    if (days->end_max < b->last) b->last = days->end_max;
}

/* The days that all allow that don't disagree: as written, or as widened when these have nothing in common. */
static void find_days(rt_birth *b, bool widened) {
    b->first = RT_DAY_OPEN_START;
    b->last = RT_DAY_OPEN_END;
    for (size_t i = 0; i < b->n; i++) {
        const rt_when *w = &b->by[i].when;
        const rt_bounds written = {w->start_min, w->start_max, w->end_min, w->end_max};
        if (!b->by[i].disagrees) narrow(b, widened ? &w->wide : &written);
    }
}

static void agree(rt_birth *b) {
    if (b->n == 0) return;
    const rt_day day = day_of_most(b);
    for (size_t i = 0; i < b->n; i++) {
        b->by[i].disagrees = !allows(&b->by[i], day);
        b->uncertain = b->uncertain || b->by[i].when.uncertain;
    }
    b->known = true;
    find_days(b, false);
    if (b->first > b->last) find_days(b, true);
}

rt_birth rt_dates_of(const rt_entity *e, rt_str prop, rt_arena *arena) {
    rt_birth b = {0};
    add_dates(&b, e, prop, arena);
    agree(&b);
    return b;
}

rt_birth rt_birth_of(const rt_entity *e, rt_arena *arena) {
    rt_birth b = {0};
    add_dates(&b, e, birth_date, arena);
    add_ages(&b, e, arena);
    agree(&b);
    return b;
}
