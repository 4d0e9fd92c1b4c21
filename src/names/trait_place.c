/* Places of birth and addresses: which of their words both sides have, each word weighing what it says. */
#include <math.h>

#include "model/country.h"
#include "names/trait.h"
#include "names/trait_country.h"

enum { MOST_WORDS = 12 };

/* What stands behind the last comma, or behind the last but one. */
static rt_str tail(rt_str text, unsigned commas) {
    size_t at = text.len;
    while (at > 0 && (text.at[at - 1] != ',' || --commas > 0)) at--;
    return rt_str_trim(rt_str_from(text, at));
}

/* The country at the end ("Iraq", "Korea, North") is kept apart (key): it says less than other words do. */
static rt_str without_country(rt_str text, rt_str *code) {
    for (unsigned commas = 2; commas > 0; commas--) {
        const rt_str last = tail(text, commas);
        if (last.len > 0 && last.len <= 64 && rt_country_code(last, code))
            return rt_str_cut(text, (size_t)(last.at - text.at));
    }
    return text;
}

static bool read_words(rt_arena *arena, rt_trait_value *value) {
    const rt_tokens tokens = rt_letters(arena, without_country(value->text, &value->key));
    value->n = tokens.n < MOST_WORDS ? tokens.n : MOST_WORDS;
    value->words = RT_NEW_N(arena, rt_word, value->n);
    for (size_t i = 0; i < value->n; i++) rt_word_make(&tokens.at[i], true, &value->words[i]);
    return value->n > 0 || value->key.len > 0;
}

static bool digits(const rt_word *word) { return rt_is_digit(word->latin[0]); }

/* A spelling of one name has most of its letters: a quick look before the dear one. */
static bool may_be_spelling(const rt_word *a, const rt_word *b) {
    const int apart = a->len > b->len ? a->len - b->len : b->len - a->len;
    if (digits(a) || digits(b) || apart > 2 || a->len < 4 || b->len < 4) return false;
    return __builtin_popcount(a->letters ^ b->letters) <= 3;
}

/* What the two words share; numbers only as they are. */
static double match(const rt_word *a, const rt_word *b) {
    const double info = (double)fminf(a->info, b->info);
    if (a->key == b->key) return info;
    if (!may_be_spelling(a, b)) return 0;
    const float cost = rt_alike_words(a, b, 3).cost;
    return cost < 3 ? fmax(info - (double)cost, 0) : 0;
}

static double sum(const rt_trait_value *value) {
    double info = 0;
    for (size_t i = 0; i < value->n; i++) info += (double)value->words[i].info;
    return info;
}

static double best_match(const rt_word *word, const rt_trait_value *in) {
    double best = 0;
    for (size_t i = 0; i < in->n; i++) best = fmax(best, match(word, &in->words[i]));
    return best;
}

static double covered(const rt_trait_value *a, const rt_trait_value *b) {
    double info = 0;
    for (size_t i = 0; i < a->n; i++) info += best_match(&a->words[i], b);
    return info;
}

/* Nats from which on an agreement counts whole, and two may be one place: a town that both name is not yet an address.
 */
static const double enough = 12;

typedef enum place_relation { DIFFERS, NOTHING, PART, SAME } place_relation;

typedef struct likeness {
    const rt_trait_value *a, *b;
    place_relation relation;
    double info; /* nats that both have */
} likeness;

static bool other_country(const rt_trait_value *a, const rt_trait_value *b) {
    return a->key.len > 0 && b->key.len > 0 && !rt_country_related(a->key, b->key);
}

/* Where one gives no more than a country, a place in it says nothing; the countries are compared elsewhere too. */
static likeness alike(const rt_trait_value *a, const rt_trait_value *b) {
    if (other_country(a, b)) return (likeness){a, b, DIFFERS, 0};
    if (a->n == 0 || b->n == 0) return (likeness){a, b, NOTHING, 0};
    const double both = fmin(covered(a, b), covered(b, a)), less = fmin(sum(a), sum(b));
    if (both > 0.75 * less && both >= enough) return (likeness){a, b, SAME, both};
    return (likeness){a, b, both > 0.35 * less ? PART : DIFFERS, both};
}

static bool more_alike(const likeness *x, const likeness *y) {
    return x->relation != y->relation ? x->relation > y->relation : x->info > y->info;
}

static likeness most_alike(rt_trait_values a, rt_trait_values b) {
    likeness best = {0};
    for (size_t i = 0; i < a.n; i++)
        for (size_t j = 0; j < b.n; j++) {
            const likeness now = alike(&a.at[i], &b.at[j]);
            if (best.a == NULL || more_alike(&now, &best)) best = now;
        }
    return best;
}

typedef struct place_cases {
    rt_trait_case same, part, differs;
    size_t words; /* that both give at least where they are one place: a town is not yet an address */
} place_cases;

static void compare_places(rt_trait_values a, rt_trait_values b, const char *feature, const char *what,
                           place_cases cases, rt_tally *tally) {
    static const char *const meanings[] = {"not the same", "", "they share some words", "one place as far as written"};
    likeness best = most_alike(a, b);
    if (best.relation == NOTHING || best.a == NULL || best.b == NULL) return;
    if (best.relation == SAME && (best.a->n < cases.words || best.b->n < cases.words)) best.relation = PART;
    const rt_trait_case which = best.relation == SAME ? cases.same : best.relation == PART ? cases.part : cases.differs;
    double weight = (double)rt_trait_weights[which];
    if (weight > 0) weight *= fmin(best.info / enough, 1);
    rt_tally_values(tally, feature, weight, what, best.a->text, best.b->text, meanings[best.relation]);
}

static void compare_birthplace(rt_trait_values a, rt_trait_values b, rt_tally *tally) {
    compare_places(a, b, rt_feature_birthplace.name, "born in",
                   (place_cases){RT_CASE_BIRTHPLACE_SAME, RT_CASE_BIRTHPLACE_PART, RT_CASE_BIRTHPLACE_DIFFERS, 1},
                   tally);
}

static void compare_address(rt_trait_values a, rt_trait_values b, rt_tally *tally) {
    compare_places(a, b, rt_feature_address.name, "at",
                   (place_cases){RT_CASE_ADDRESS_SAME, RT_CASE_ADDRESS_PART, RT_CASE_ADDRESS_DIFFERS, 2}, tally);
}

const rt_feature rt_feature_birthplace = {"birthPlace", 4, read_words, compare_birthplace};
const rt_feature rt_feature_address = {"address", 6, read_words, compare_address};
