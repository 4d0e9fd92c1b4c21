#include "names/match.h"

#include <math.h>

#include "names/match_names.h"

const double rt_match_threshold = 0.5;

void rt_ready_make(rt_arena *arena, const rt_subject *subject, rt_ready *ready) {
    const rt_name_kind kind = rt_name_kind_of(subject->schema);
    *ready = (rt_ready){.subject = subject};
    ready->n = subject->names.n < RT_READY_NAMES ? subject->names.n : RT_READY_NAMES;
    ready->names = RT_NEW_N(arena, rt_name, ready->n);
    for (size_t i = 0; i < ready->n; i++) rt_name_read(arena, subject->names.at[i], kind, &ready->names[i]);
    ready->traits = rt_traits_read(arena, subject);
}

static double weight(rt_trait_case which) { return (double)rt_trait_weights[which]; }

/* The most by which what agrees may lift: nothing where the names clearly differ, more the better they agree. Equal
 * identifiers may lift any names by a little, as numbers are mistyped too. */
static double most_lift(double names, double sure) {
    const double by_names = fmax(names - weight(RT_CASE_LIFT_FROM), 0) * weight(RT_CASE_LIFT_SLOPE);
    return by_names + fmin(sure, weight(RT_CASE_LIFT_SURE));
}

/* Where the traits that agree say more than the names allow, a reason takes the rest back. */
static void cap(double names, rt_tally *tally) {
    const double over = tally->gain - most_lift(names, tally->sure);
    if (over <= 0) return;
    rt_tally_add(tally, "names first", -over,
                 RT_S("what else agrees counts only as far as the names do: it makes no names equal that differ"));
}

static double sum(const rt_tally *tally) {
    double logit = 0;
    for (size_t i = 0; i < tally->n; i++) logit += tally->reasons[i].score;
    return logit;
}

static void compare(rt_arena *arena, const rt_ready *a, const rt_ready *b, rt_tally *tally) {
    const double names = rt_match_names(a, b, tally);
    tally->gain = 0;
    rt_schemata_compare(a->subject->schema, b->subject->schema, tally);
    if (a->subject->trait_count == 0 || b->subject->trait_count == 0) return;
    rt_traits_compare(a->traits != NULL ? a->traits : rt_traits_read(arena, a->subject),
                      b->traits != NULL ? b->traits : rt_traits_read(arena, b->subject), tally);
    cap(names, tally);
}

static double chance(double logit) { return 1 / (1 + exp(-logit)); }

double rt_match_score(rt_arena *arena, const rt_ready *a, const rt_ready *b) {
    rt_tally tally;
    tally.arena = NULL;
    tally.gain = tally.sure = 0;
    tally.n = 0;
    compare(arena, a, b, &tally);
    return chance(sum(&tally));
}

void rt_match_subjects(rt_arena *arena, const rt_ready *a, const rt_ready *b, rt_match *match) {
    rt_tally tally;
    tally.arena = arena;
    tally.gain = tally.sure = 0;
    tally.n = 0;
    compare(arena, a, b, &tally);
    *match = (rt_match){.logit = sum(&tally), .n = tally.n, .reasons = RT_NEW_N(arena, rt_reason, tally.n)};
    for (size_t i = 0; i < tally.n; i++) match->reasons[i] = tally.reasons[i];
    match->score = chance(match->logit);
}
