/* Places of birth and addresses: which of their words both sides have, each word weighing what it says. */
#include <math.h>

#include "names/trait.h"

enum { MOST_WORDS = 12 };

static bool read_words(rt_arena *arena, rt_trait_value *value) {
    const rt_tokens tokens = rt_letters(arena, value->text);
    value->n = tokens.n < MOST_WORDS ? tokens.n : MOST_WORDS;
    value->words = RT_NEW_N(arena, rt_word, value->n);
    for (size_t i = 0; i < value->n; i++) rt_word_make(&tokens.at[i], true, &value->words[i]);
    return value->n > 0;
}

static bool digits(const rt_word *word) { return rt_is_digit(word->latin[0]); }

/* What the two words share; house numbers only as they are. */
static double match(const rt_word *a, const rt_word *b) {
    const double info = (double)fminf(a->info, b->info);
    if (a->key == b->key) return info;
    if (digits(a) || digits(b)) return 0;
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

typedef struct likeness {
    const rt_trait_value *a, *b;
    double share; /* 0..1 of the shorter's information that both have */
    double info;  /* nats that both have */
} likeness;

static likeness alike(const rt_trait_value *a, const rt_trait_value *b) {
    const double both = fmin(covered(a, b), covered(b, a)), less = fmin(sum(a), sum(b));
    return (likeness){a, b, less > 0 ? both / less : 0, both};
}

static likeness most_alike(rt_trait_values a, rt_trait_values b) {
    likeness best = {.share = -1};
    for (size_t i = 0; i < a.n; i++)
        for (size_t j = 0; j < b.n; j++) {
            const likeness now = alike(&a.at[i], &b.at[j]);
            if (now.share * now.info > best.share * best.info || best.a == NULL) best = now;
        }
    return best;
}

typedef struct place_cases {
    rt_trait_case same, part, differs;
} place_cases;

/* Information from which on an agreement counts whole: two or three words that are not on every paper. */
static const double enough = 16;

static void compare_places(rt_trait_values a, rt_trait_values b, const char *feature, const char *what,
                           place_cases cases, rt_tally *tally) {
    const likeness best = most_alike(a, b);
    if (best.a == NULL) return;
    const bool same = best.share > 0.75, part = best.share > 0.35;
    const rt_trait_case which = same ? cases.same : part ? cases.part : cases.differs;
    double weight = (double)rt_trait_weights[which];
    if (weight > 0) weight *= fmin(best.info / enough, 1);
    rt_tally_values(tally, feature, weight, what, best.a->text, best.b->text,
                    same   ? "one place as far as written"
                    : part ? "they share some words"
                           : "not the same");
}

static void compare_birthplace(rt_trait_values a, rt_trait_values b, rt_tally *tally) {
    compare_places(a, b, rt_feature_birthplace.name, "born in",
                   (place_cases){RT_CASE_BIRTHPLACE_SAME, RT_CASE_BIRTHPLACE_PART, RT_CASE_BIRTHPLACE_DIFFERS}, tally);
}

static void compare_address(rt_trait_values a, rt_trait_values b, rt_tally *tally) {
    compare_places(a, b, rt_feature_address.name, "at",
                   (place_cases){RT_CASE_ADDRESS_SAME, RT_CASE_ADDRESS_PART, RT_CASE_ADDRESS_DIFFERS}, tally);
}

const rt_feature rt_feature_birthplace = {"birthPlace", 4, read_words, compare_birthplace};
const rt_feature rt_feature_address = {"address", 6, read_words, compare_address};
