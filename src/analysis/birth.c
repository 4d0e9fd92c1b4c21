#include "analysis/birth.h"

#include "base/date_age.h"
#include "base/grow.h"

enum { MOST_DATES = 256 };

static const rt_str birth_date = RT_S_INIT("birthDate"), age = RT_S_INIT("age");

/* Those who give the same date, in whatever stance, stand together. */
static rt_birth_date *known_date(const rt_birth *b, rt_str edtf, rt_str from) {
    for (size_t i = 0; i < b->n; i++)
        if (rt_str_eq(b->by[i].edtf, edtf) && rt_str_eq(b->by[i].from, from)) return &b->by[i];
    return NULL;
}

static void add(rt_birth *b, const rt_birth_date *date, rt_fact *f, rt_arena *arena) {
    rt_birth_date *known = known_date(b, date->edtf, date->from);
    if (known == NULL) {
        if (b->n == MOST_DATES) return;
        b->by = rt_grow(arena, b->by, b->n, sizeof *b->by);
        known = &b->by[b->n++];
        *known = *date;
    }
    rt_facts_add(&known->facts, f, arena);
}

static void add_dates(rt_birth *b, const rt_entity *e, rt_arena *arena) {
    const rt_claims dates = rt_claims_named(e->claims, birth_date);
    for (size_t i = 0; i < dates.n; i++) {
        rt_birth_date d = {.edtf = dates.at[i].value, .how = birth_date};
        const rt_facts facts = dates.at[i].facts;
        if (rt_edtf_read(d.edtf, &d.when, NULL).code != RT_OK) continue;
        for (size_t k = 0; k < facts.n; k++)
            if (rt_fact_affirms(facts.at[k])) add(b, &d, facts.at[k], arena);
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

static void add_age(rt_birth *b, rt_fact *f, rt_arena *arena) {
    rt_birth_date d = {0};
    if (rt_fact_affirms(f) && read_age(&d, f->s.e.value, day_of_age(f), arena)) add(b, &d, f, arena);
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

/* Whether some list, or other source, has not dropped it since. */
static bool is_still_said(const rt_birth_date *d) {
    for (size_t i = 0; i < d->facts.n; i++)
        if (d->facts.at[i]->left.len == 0) return true;
    return false;
}

/* The day that most allow is the first day of one of them; of several one that is still said, then the one of the date
 * that stands first. */
static rt_day day_of_most(const rt_birth *b) {
    rt_day best = 0;
    size_t most = 0;
    for (size_t i = 0; i < b->n; i++) {
        size_t n = is_still_said(&b->by[i]);
        for (size_t k = 0; k < b->n; k++) n += 2 * (size_t)allows(&b->by[k], b->by[i].when.wide.start_min);
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

rt_birth rt_birth_of(const rt_entity *e, rt_arena *arena) {
    rt_birth b = {0};
    add_dates(&b, e, arena);
    add_ages(&b, e, arena);
    agree(&b);
    return b;
}
