#include "names/match.h"

#include <math.h>

#include "names/match_names.h"

const double rt_match_threshold = 0.7;

/* The caption first, so that it is among those that are compared. */
static size_t place_of_caption(const rt_subject *subject) {
    for (size_t i = 0; i < subject->names.n; i++)
        if (rt_str_eq(subject->names.at[i], subject->caption)) return i;
    return 0;
}

void rt_ready_make(rt_arena *arena, const rt_subject *subject, rt_ready *ready) {
    const rt_name_kind kind = rt_name_kind_of(subject->schema);
    const size_t caption = place_of_caption(subject);
    *ready = (rt_ready){.subject = subject};
    ready->names =
        RT_NEW_N(arena, rt_name, (subject->names.n < RT_READY_NAMES ? 2 * subject->names.n : RT_READY_NAMES) + 1);
    for (size_t i = 0; i < subject->names.n && ready->n < RT_READY_NAMES; i++) {
        const size_t from = i == 0 ? caption : i <= caption ? i - 1 : i;
        ready->n += rt_name_readings(arena, subject->names.at[from], kind, &ready->names[ready->n]);
    }
    if (ready->n > RT_READY_NAMES) ready->n = RT_READY_NAMES;
    ready->traits = rt_traits_read(arena, subject);
}

static double weight(rt_trait_case which) { return (double)rt_trait_weights[which]; }

/* The most by which what agrees may lift: nothing where the names clearly differ, more the better they agree. Equal
 * identifiers may lift any names by a little, as numbers are mistyped too; one that no two bear lifts any names to
 * about even, as ships and companies change their names and keep it. */
static double most_lift(double names, const rt_tally *tally) {
    const double by_names = fmax(names - weight(RT_CASE_LIFT_FROM), 0) * weight(RT_CASE_LIFT_SLOPE);
    const double most = by_names + fmin(tally->sure, weight(RT_CASE_LIFT_SURE));
    return tally->only ? fmax(most, weight(RT_CASE_LIFT_ONLY) - names) : most;
}

/* Where the traits that agree say more than the names allow, a reason takes the rest back. */
static void cap(double names, rt_tally *tally) {
    const double over = tally->gain - most_lift(names, tally);
    if (over <= 0) return;
    rt_tally_add(tally, "names first", -over,
                 RT_S("what else agrees counts only as far as the names do: it makes no names equal that differ"));
}

/* Brothers, fathers and sons have like names, one nationality and one home, and other days of birth: where these
 * differ, what relatives share says little. */
static void count_kin(rt_tally *tally) {
    if (!tally->born_apart || tally->kin <= 0) return;
    const double back = weight(RT_CASE_LIFT_KIN) * tally->kin;
    rt_tally_add(tally, "relatives", back, RT_S("relatives share countries and places too, and these were born apart"));
    tally->gain += back;
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
    count_kin(tally);
    cap(names, tally);
}

static double chance(double logit) { return 1 / (1 + exp(-logit)); }

/* Only what is read before it is written is set: the reasons are many. */
static void begin(rt_tally *tally, rt_arena *arena, bool explain) {
    tally->arena = arena;
    tally->explain = explain;
    tally->gain = tally->sure = tally->kin = 0;
    tally->born_apart = tally->only = false;
    tally->n = 0;
}

double rt_match_score(rt_arena *arena, const rt_ready *a, const rt_ready *b) {
    rt_tally tally;
    begin(&tally, arena, false);
    compare(arena, a, b, &tally);
    return chance(sum(&tally));
}

void rt_match_subjects(rt_arena *arena, const rt_ready *a, const rt_ready *b, rt_match *match) {
    rt_tally tally;
    begin(&tally, arena, true);
    compare(arena, a, b, &tally);
    *match = (rt_match){.logit = sum(&tally),
                        .n = tally.n,
                        .reasons = RT_NEW_N(arena, rt_reason, tally.n),
                        .names = {tally.names[0], tally.names[1]}};
    for (size_t i = 0; i < tally.n; i++) match->reasons[i] = tally.reasons[i];
    match->score = chance(match->logit);
}
