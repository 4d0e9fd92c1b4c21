/* The score of two names as people read it: which words went together and why, what was left over, what concerns the
 * whole. */
#include "names/left.h"

typedef struct telling {
    const rt_pair *pair;
    const rt_name *a, *b;
    rt_pair_part *at;
    size_t n;
    float share[RT_PAIR_FEATURE_COUNT]; /* what each feature gives in all */
} telling;

static void add(telling *p, rt_pair_part part) {
    if (p->n < RT_PAIR_PARTS) p->at[p->n++] = part;
}

static void find_shares(telling *p) {
    for (unsigned i = 0; i < rt_pair_term_count; i++) {
        const rt_pair_term *t = &rt_pair_terms[i];
        p->share[t->feature] += t->weights[p->pair->kind] * rt_pair_reach(t, p->pair->features[t->feature]);
    }
}

/* The part of what a feature gives that `measured` of it gives: curves are shared out evenly. */
static float share_of(const telling *p, rt_pair_feature f, float measured) {
    return p->pair->features[f] == 0 ? 0 : p->share[f] * measured / p->pair->features[f];
}

static void add_aligned(telling *p, const rt_aligned *x) {
    float features[RT_PAIR_FEATURE_COUNT] = {0}, score = 0;
    rt_aligned_measure(x, p->a, p->b, features);
    for (rt_pair_feature f = 0; f < RT_PAIR_FEATURE_COUNT; f++)
        if (features[f] != 0) score += share_of(p, f, features[f]);
    add(p, (rt_pair_part){RT_PAIR_shared, score, x->a, x->a2, x->b, x->b2, x->how});
}

static void add_left(void *to, rt_pair_feature feature, int a, int b) {
    telling *p = to;
    add(p, (rt_pair_part){feature, share_of(p, feature, 1), (int8_t)a, -1, (int8_t)b, -1, RT_ALIKE_NOT});
}

/* Features that belong to words have been told with these. */
static bool told_with_words(rt_pair_feature f) {
    if (f >= RT_PAIR_differs_name && f <= RT_PAIR_differs_number) return true;
    if (f >= RT_PAIR_lacks_name && f <= RT_PAIR_lacks_number) return true;
    return f == RT_PAIR_shared || f == RT_PAIR_roles || (f >= RT_PAIR_spelling && f <= RT_PAIR_joined);
}

static void add_whole(telling *p) {
    for (rt_pair_feature f = 0; f < RT_PAIR_FEATURE_COUNT; f++) {
        if (p->pair->features[f] == 0 || told_with_words(f)) continue;
        add(p, (rt_pair_part){f, p->share[f], -1, -1, -1, -1, RT_ALIKE_NOT});
    }
}

size_t rt_pair_parts(const rt_pair *pair, const rt_name *a, const rt_name *b, rt_pair_part parts[RT_PAIR_PARTS]) {
    telling p = {.pair = pair, .a = a, .b = b, .at = parts};
    find_shares(&p);
    const rt_alignment m = rt_alignment_of(pair, a, b);
    for (int word = 0; word < RT_NAME_MOST_WORDS; word++)
        for (size_t k = 0; k < pair->aligned_count; k++)
            if (pair->aligned[k].a == word) add_aligned(&p, &pair->aligned[k]);
    if (pair->features[RT_PAIR_acronym] == 0) rt_left_over(a, b, &m, add_left, &p);
    add_whole(&p);
    return p.n;
}

/* --- sentences ---------------------------------------------------------------------------------------------------- */

static const char *how_text(rt_alike_how how) {
    switch (how) {
    case RT_ALIKE_EQUAL: return "the same word";
    case RT_ALIKE_SPELLING: return "another spelling";
    case RT_ALIKE_NICKNAME: return "a short form, or the name in another language";
    case RT_ALIKE_SCRIPT: return "the same name in another script";
    case RT_ALIKE_TYPO: return "a letter or two differ, as in a typing error";
    case RT_ALIKE_INITIAL: return "an initial that fits";
    case RT_ALIKE_SHORT: return "a word cut short";
    case RT_ALIKE_NOT: break;
    }
    return "";
}

static void add_word(rt_buf *out, const rt_name *n, int first, int second) {
    rt_buf_add(out, rt_str_of(n->words[first].latin));
    if (second >= 0) rt_buf_printf(out, " %s", n->words[second].latin);
}

static void explain_words(const rt_pair_part *part, const rt_name *a, const rt_name *b, rt_buf *out) {
    if (part->a >= 0) add_word(out, a, part->a, part->a2);
    if (part->a >= 0 && part->b >= 0) rt_buf_add(out, part->feature == RT_PAIR_shared ? RT_S(" ~ ") : RT_S(" / "));
    if (part->b >= 0) add_word(out, b, part->b, part->b2);
    rt_buf_add(out, RT_S(": "));
}

static const char *const whole_text[RT_PAIR_FEATURE_COUNT] = {
    [RT_PAIR_prior] = "two names that are held together are rarely one bearer's",
    [RT_PAIR_origin] = "names of one people, which often stand together",
    [RT_PAIR_common] = "common names of one people, which many share",
    [RT_PAIR_short] = "short words, which are shared by chance more often",
    [RT_PAIR_alone] = "one word says most of it",
    [RT_PAIR_despite] = "what is shared counts less where another name differs",
    [RT_PAIR_script_short] = "short words in two scripts, which sound alike more often",
    [RT_PAIR_differs_name] = "these names differ",
    [RT_PAIR_differs_patronymic] = "the fathers' names differ",
    [RT_PAIR_differs_core] = "these words differ",
    [RT_PAIR_differs_generic] = "these ordinary words differ",
    [RT_PAIR_differs_place] = "the places differ",
    [RT_PAIR_differs_number] = "the numbers differ",
    [RT_PAIR_differs_legal_form] = "the legal forms differ",
    [RT_PAIR_differs_generation] = "senior and junior differ",
    [RT_PAIR_lacks_name] = "only one has this name",
    [RT_PAIR_lacks_patronymic] = "only one gives a father's name",
    [RT_PAIR_lacks_initial] = "only one has this initial",
    [RT_PAIR_lacks_core] = "only one has this word",
    [RT_PAIR_lacks_generic] = "only one has this ordinary word",
    [RT_PAIR_lacks_place] = "only one names this place",
    [RT_PAIR_lacks_number] = "only one has this number",
    [RT_PAIR_lacks_legal_form] = "only one gives a legal form",
    [RT_PAIR_lacks_generation] = "only one says senior or junior",
    [RT_PAIR_lacks_half] = "part of the longer name is not shared",
    [RT_PAIR_lacks_rest] = "part of the shorter name is not shared",
    [RT_PAIR_instead] = "one stands in the other's place",
    [RT_PAIR_nearly] = "what differs is nearly a misspelling",
    [RT_PAIR_first_differs] = "the first words differ",
    [RT_PAIR_last_differs] = "the last words differ",
    [RT_PAIR_family_differs] = "the family names differ",
    [RT_PAIR_nothing] = "no word is shared",
    [RT_PAIR_one_word] = "only one word is shared",
    [RT_PAIR_single] = "one of the names is a single word",
    [RT_PAIR_single_both] = "both names are a single word",
    [RT_PAIR_order] = "the words stand in another order",
    [RT_PAIR_kind] = "one is a person's name, the other an organisation's",
    [RT_PAIR_calibration] = "how often such scores were right on the development sets",
    [RT_PAIR_acronym] = "one is made of the first letters of the other",
};

void rt_pair_explain(const rt_pair_part *part, const rt_name *a, const rt_name *b, rt_buf *out) {
    if (part->a >= 0 || part->b >= 0) explain_words(part, a, b, out);
    rt_buf_add(out, rt_str_of(part->feature == RT_PAIR_shared ? how_text(part->how) : whole_text[part->feature]));
}
