#include "names/match_names.h"

#include <math.h>

#include "names/match_words.h"

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

/* The best pair of all names, of the main name of each side with any, and where both are full. */
typedef struct found_names {
    found_pair any, of_main_a, of_main_b, of_full;
} found_names;

static void improve(found_pair *best, size_t i, size_t j, float logit) {
    if (!best->found || logit > best->logit) *best = (found_pair){i, j, logit, true};
}

static size_t names_of(const rt_ready *r) { return r->n < RT_READY_NAMES ? r->n : RT_READY_NAMES; }

/* The caption is the main name; the first where it is none of the names that are compared. */
static size_t main_of(const rt_ready *r) {
    for (size_t i = 0; i < names_of(r); i++)
        if (rt_str_eq(r->names[i].text, r->subject->caption)) return i;
    return 0;
}

/* Of the main name, which may have been read in two ways. */
static bool is_main(const rt_ready *r, size_t main, size_t i) {
    return rt_str_eq(r->names[i].text, r->names[main].text);
}

/* Names of three words or more that share none are not compared further: the main names say enough. (Of shorter ones
 * two words may be one of the other's, or all of them an acronym.) */
static bool worth(rt_match_words *words, const rt_ready *a, const rt_ready *b, size_t i, size_t j) {
    return a->names[i].n < 3 || b->names[j].n < 3 || rt_match_words_share(words, i, j);
}

static found_names look(rt_arena *arena, const rt_ready *a, const rt_ready *b) {
    const size_t main_a = main_of(a), main_b = main_of(b);
    rt_match_words *words = rt_match_words_make(arena, a, b);
    found_names found = {0};
    for (size_t i = 0; i < names_of(a); i++)
        for (size_t j = 0; j < names_of(b); j++) {
            rt_pair pair;
            if ((i != main_a || j != main_b) && !worth(words, a, b, i, j)) continue;
            rt_match_words_pair(words, i, j, &pair);
            improve(&found.any, i, j, pair.logit);
            if (is_main(a, main_a, i)) improve(&found.of_main_a, i, j, pair.logit);
            if (is_main(b, main_b, j)) improve(&found.of_main_b, i, j, pair.logit);
            if (full(&a->names[i]) && full(&b->names[j])) improve(&found.of_full, i, j, pair.logit);
        }
    return found;
}

static rt_str explained(rt_arena *arena, const rt_pair_part *part, const rt_name *a, const rt_name *b) {
    RT_AUTO(rt_buf) text = {0};
    rt_pair_explain(part, a, b, &text);
    return rt_str_copy(arena, rt_buf_str(&text));
}

static double add_pair(const rt_name *a, const rt_name *b, rt_tally *tally) {
    rt_pair pair;
    rt_pair_part parts[RT_PAIR_PARTS];
    double sum = 0;
    rt_pair_names(a, b, &pair);
    tally->names[0] = a->text;
    tally->names[1] = b->text;
    const size_t n = rt_pair_parts(&pair, a, b, parts);
    for (size_t i = 0; i < n; i++) {
        const double score = (double)parts[i].score;
        const rt_str detail = tally->explain ? explained(tally->arena, &parts[i], a, b) : (rt_str){"", 0};
        rt_tally_add(tally, rt_pair_feature_names[parts[i].feature], score, detail);
        sum += score;
    }
    return sum;
}

/* --- what other names say against the best pair ------------------------------------------------------------------- */

/* Differences beyond this many nats say no more. */
static const double most_lead = 10;

static double lead(const found_pair *any, const found_pair *other) {
    if (!other->found) return 0;
    return fmin((double)any->logit - (double)other->logit, most_lead);
}

static double add_against(rt_tally *tally, rt_trait_case which, double nats, const rt_name *a, const rt_name *b,
                          const char *meaning) {
    const double score = (double)rt_trait_weights[which] * nats;
    if (nats <= 0) return 0;
    rt_tally_values(tally, "other names", score, "", a->text, b->text, meaning);
    return score;
}

/* A short alias that both have ("Carlos") does not make two people one whose full names differ; and where an alias of
 * one is an alias of the other, yet neither main name is among the other's names, it is often chance. */
static double add_others(const rt_ready *a, const rt_ready *b, const found_names *f, rt_tally *tally) {
    const rt_name *main_a = &a->names[main_of(a)], *main_b = &b->names[main_of(b)];
    const double by_a = lead(&f->any, &f->of_main_a), by_b = lead(&f->any, &f->of_main_b);
    const bool is_short = !full(&a->names[f->any.i]) || !full(&b->names[f->any.j]);
    const double by_full = is_short ? lead(&f->any, &f->of_full) : 0;
    double sum = 0;
    if (by_full > 0)
        sum += add_against(tally, RT_CASE_NAMES_FULL_DIFFER, by_full, &a->names[f->of_full.i], &b->names[f->of_full.j],
                           "full names that differ more than the short one");
    else
        sum += add_against(tally, RT_CASE_NAMES_MAIN_DIFFER, fmin(by_a, by_b), main_a, main_b,
                           "neither main name is so like a name of the other");
    if (a->n > 1 && b->n > 1)
        sum += add_against(tally, RT_CASE_NAMES_ONE_DIFFERS, fmax(by_a, by_b), main_a, main_b,
                           "one main name is less like the names of the other");
    return sum;
}

double rt_match_names(const rt_ready *a, const rt_ready *b, rt_tally *tally) {
    static const rt_name none = {0};
    if (a->n == 0 || b->n == 0)
        return add_pair(a->n > 0 ? &a->names[0] : &none, b->n > 0 ? &b->names[0] : &none, tally);
    if (a->n == 1 && b->n == 1) return add_pair(&a->names[0], &b->names[0], tally);
    const found_names found = look(tally->arena, a, b);
    const double sum = add_pair(&a->names[found.any.i], &b->names[found.any.j], tally);
    return sum + add_others(a, b, &found, tally);
}
