/* What the parts of a name's score weigh: the features that pair.c measures, and the weights of data/names/weights.txt.
 */
#pragma once

#include "names/name.h"

/* Each feature with what it measures. Shares and counts are plain numbers, evidence and cost are in nats. */
#define RT_PAIR_FEATURES(X)                                                                                            \
    X(prior, "1: how rarely two names that are held together are one")                                                 \
    X(shared, "evidence of an aligned pair of words")                                                                  \
    X(origin, "nats: how much of the evidence is only that all the words are one people's names")                      \
    X(common, "nats that the evidence lacks to tell two of one people apart, where the words are one people's")        \
    X(short, "evidence of words of fewer than four letters")                                                           \
    X(alone, "nats by which one word says more than all the others that are shared")                                   \
    X(despite, "evidence of shared words where other names differ")                                                    \
    X(script_short, "cost of words in two scripts of which one has fewer than five letters")                           \
    X(spelling, "cost of a spelling of the same word")                                                                 \
    X(script, "cost of a word written in two scripts")                                                                 \
    X(typo, "cost of what is rather a typing error")                                                                   \
    X(typo_hard, "cost of a typing error beyond 6 nats: in a short word, or of several letters")                       \
    X(known_other, "1 a pair that is rather a typing error, but both words are known names")                           \
    X(gender, "1 a pair that differs as a man's and a woman's name do")                                                \
    X(nickname, "1 a pair: a short form or another language's form")                                                   \
    X(initial, "1 a pair: an initial")                                                                                 \
    X(cut_short, "1 a pair: a word cut short")                                                                         \
    X(joined, "1 a pair: two words written as one")                                                                    \
    X(differs_name, "1 for each name that differs")                                                                    \
    X(differs_patronymic, "1 for each father's name that differs")                                                     \
    X(differs_core, "1 for each word of an organisation that differs")                                                 \
    X(differs_generic, "1 for each ordinary word that differs")                                                        \
    X(differs_place, "1 for each place that differs")                                                                  \
    X(differs_number, "1 for each number that differs")                                                                \
    X(differs_legal_form, "1 when the legal forms differ")                                                             \
    X(differs_generation, "1 when one is Jr and the other Sr")                                                         \
    X(lacks_name, "1 for each name that only one has")                                                                 \
    X(lacks_patronymic, "1 for each father's name that only one has")                                                  \
    X(lacks_initial, "1 for each initial that only one has")                                                           \
    X(lacks_core, "1 for each word that only one organisation has")                                                    \
    X(lacks_generic, "1 for each ordinary word that only one has")                                                     \
    X(lacks_place, "1 for each place that only one has")                                                               \
    X(lacks_number, "1 for each number that only one has")                                                             \
    X(lacks_legal_form, "1 when only one has a legal form")                                                            \
    X(lacks_generation, "1 when only one is Jr or the like")                                                           \
    X(lacks_half, "share of the evidence that the fuller name has and that is not shared")                             \
    X(lacks_rest, "the same for the shorter name: what it has and the fuller one has not")                             \
    X(instead, "1 for each word that stands in the other's place: what is around them is shared")                      \
    X(nearly, "0..1 for each two words that differ: how near they come to being a misspelling")                        \
    X(first_differs, "1 when both first words are left over")                                                          \
    X(last_differs, "1 when both last words are left over")                                                            \
    X(family_differs, "1 when both family names are known and left over")                                              \
    X(nothing, "1 when no word is shared")                                                                             \
    X(one_word, "1 when only one word is shared")                                                                      \
    X(single, "1 when one of the names is a single word and the other is not")                                         \
    X(single_both, "1 when both are a single word")                                                                    \
    X(order, "1 when the words stand in another order without a comma that says so")                                   \
    X(roles, "1 for each family name that is aligned with a given name")                                               \
    X(kind, "1 when one is a person's name and the other an organisation's")                                           \
    X(acronym, "1 when one is made of the first letters of the other")                                                 \
    X(calibration, "the log-odds of all the others: what the development sets correct it by")

typedef enum rt_pair_feature {
#define RT_PAIR_FEATURE(name, what) RT_PAIR_##name,
    RT_PAIR_FEATURES(RT_PAIR_FEATURE)
#undef RT_PAIR_FEATURE
        RT_PAIR_FEATURE_COUNT
} rt_pair_feature;

extern const char *const rt_pair_feature_names[RT_PAIR_FEATURE_COUNT];

/* One term of the log-odds: weight times how far the feature reaches into [from, to], so that several terms of one
 * feature are a curve. */
typedef struct rt_pair_term {
    rt_pair_feature feature;
    float from, to;
    float weights[3]; /* of persons' names, organisations' and other things' */
} rt_pair_term;

/* All terms, those of a feature together. */
extern const rt_pair_term rt_pair_terms[];
extern const unsigned rt_pair_term_count;

/* The first term of each feature; the next feature's ends them. */
extern const uint16_t rt_pair_first_term[RT_PAIR_FEATURE_COUNT + 1];

/* How far x reaches into the term's stretch; 0 for 0. */
static inline float rt_pair_reach(const rt_pair_term *term, float x) {
    const float far_below = -1e8F; /* a stretch that begins there begins nowhere: the term counts from nought */
    const float end = x < term->to ? x : term->to;
    if (term->from < far_below) return end;
    return x <= term->from ? 0 : end - term->from;
}

/* What a feature of this size gives by all its terms. */
float rt_pair_curve(rt_name_kind kind, rt_pair_feature feature, float x);
