/* Any two subjects have a finite score that their reasons add up to, and that does not depend on the order. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "names/subject_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int holds) {
    if (!holds) abort();
}

static double tried(rt_arena *arena, const rt_ready *a, const rt_ready *b) {
    rt_match match;
    double sum = 0;
    rt_match_subjects(arena, a, b, &match);
    for (size_t i = 0; i < match.n; i++) sum += match.reasons[i].score;
    must(isfinite(match.logit) && sum == match.logit && match.score >= 0 && match.score <= 1);
    must(rt_match_score(arena, a, b) == match.score);
    return match.logit;
}

/* Two subjects as of subject_text.h, a line each. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    rt_arena arena = {0};
    rt_str first, rest = {(const char *)data, size};
    rt_ready a, b;
    if (!rt_str_split(&rest, RT_S("\n"), &first)) return 0;
    rt_ready_make(&arena, subject_of(&arena, first), &a);
    rt_ready_make(&arena, subject_of(&arena, rest), &b);
    must(fabs(tried(&arena, &a, &b) - tried(&arena, &b, &a)) < 1e-3);
    rt_arena_close(&arena);
    return 0;
}
