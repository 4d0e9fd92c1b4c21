#include "names/match_names.h"

#include <math.h>

/* Words that name somebody: not titles, particles, legal forms and the like. */
static bool naming(const rt_word *word) {
    switch ((rt_part)word->part) {
    case RT_PART_NAME:
    case RT_PART_GIVEN:
    case RT_PART_FAMILY:
    case RT_PART_PATRONYMIC:
    case RT_PART_KUNYA:
    case RT_PART_CORE: return true;
    default: return false;
    }
}

/* A full name has two such words or more. */
static bool full(const rt_name *name) {
    size_t count = 0;
    for (size_t i = 0; i < name->n; i++) count += naming(&name->words[i]);
    return count >= 2;
}

typedef struct found_pair {
    size_t i, j;
    float logit;
    bool found;
} found_pair;

static void improve(found_pair *best, size_t i, size_t j, float logit) {
    if (!best->found || logit > best->logit) *best = (found_pair){i, j, logit, true};
}

/* The best pair of all names, and the best where both are full. */
static void look(const rt_ready *a, const rt_ready *b, found_pair *any, found_pair *of_full) {
    bool full_b[RT_READY_NAMES];
    const size_t n = a->n < RT_READY_NAMES ? a->n : RT_READY_NAMES, m = b->n < RT_READY_NAMES ? b->n : RT_READY_NAMES;
    for (size_t j = 0; j < m; j++) full_b[j] = full(&b->names[j]);
    for (size_t i = 0; i < n; i++) {
        const bool full_a = full(&a->names[i]);
        for (size_t j = 0; j < m; j++) {
            rt_pair pair;
            rt_pair_names(&a->names[i], &b->names[j], &pair);
            improve(any, i, j, pair.logit);
            if (full_a && full_b[j]) improve(of_full, i, j, pair.logit);
        }
    }
}

static rt_str explained(rt_arena *arena, const rt_pair_part *part, const rt_name *a, const rt_name *b) {
    if (arena == NULL) return (rt_str){"", 0};
    RT_AUTO(rt_buf) text = {0};
    rt_pair_explain(part, a, b, &text);
    return rt_str_copy(arena, rt_buf_str(&text));
}

static double add_pair(const rt_name *a, const rt_name *b, rt_tally *tally) {
    rt_pair pair;
    rt_pair_part parts[RT_PAIR_PARTS];
    double sum = 0;
    rt_pair_names(a, b, &pair);
    const size_t n = rt_pair_parts(&pair, a, b, parts);
    for (size_t i = 0; i < n; i++) {
        const double score = (double)parts[i].score;
        rt_tally_add(tally, rt_pair_feature_names[parts[i].feature], score, explained(tally->arena, &parts[i], a, b));
        sum += score;
    }
    return sum;
}

/* A short alias that both have ("Carlos") does not make two people one whose full names differ. */
static double add_full(const rt_ready *a, const rt_ready *b, const found_pair *any, const found_pair *of_full,
                       rt_tally *tally) {
    const double lead = (double)any->logit - (double)of_full->logit;
    if (!of_full->found || lead <= 0) return 0;
    const double score = (double)rt_trait_weights[RT_CASE_NAMES_FULL_DIFFER] * lead;
    rt_tally_values(tally, "full names", score, "", a->names[of_full->i].text, b->names[of_full->j].text,
                    "full names that differ more than the short one");
    return score;
}

double rt_match_names(const rt_ready *a, const rt_ready *b, rt_tally *tally) {
    found_pair any = {0}, of_full = {0};
    look(a, b, &any, &of_full);
    if (!any.found) {
        static const rt_name none = {0};
        return add_pair(a->n > 0 ? &a->names[0] : &none, b->n > 0 ? &b->names[0] : &none, tally);
    }
    double sum = add_pair(&a->names[any.i], &b->names[any.j], tally);
    if (!full(&a->names[any.i]) || !full(&b->names[any.j])) sum += add_full(a, b, &any, &of_full, tally);
    return sum;
}
