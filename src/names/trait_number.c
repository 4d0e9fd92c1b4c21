/* Numbers of passports, identity cards, tax offices, registers, ships: compared by their letters and digits alone. */
#include <math.h>
#include <stdio.h>

#include "model/types.h"
#include "names/trait.h"

enum { MOST_LETTERS = 40, FEWEST = 3, SHORT = 5, TYPO_LETTERS = 7 };

static bool counts(char c) { return rt_is_alpha(c) || rt_is_digit(c) || (unsigned char)c >= 0x80; }

static bool number_alone(rt_str key) {
    for (size_t i = 0; i < key.len; i++)
        if (!rt_is_digit(key.at[i])) return false;
    return true;
}

/* Some lists write "IMO" before the number, some zeros; neither belongs to it. */
static rt_str without_front(rt_str key) {
    if (rt_str_starts(key, RT_S("imo"))) key = rt_str_from(key, 3);
    if (!number_alone(key)) return key;
    while (key.len > 1 && key.at[0] == '0') key = rt_str_from(key, 1);
    return key;
}

static bool read_number(rt_arena *arena, rt_trait_value *value) {
    char *key = rt_arena_alloc(arena, MOST_LETTERS);
    size_t n = 0;
    bool digit = false;
    for (size_t i = 0; i < value->text.len && i < 256 && n < MOST_LETTERS; i++) {
        if (!counts(value->text.at[i])) continue;
        key[n++] = rt_to_lower(value->text.at[i]);
        digit = digit || rt_is_digit(value->text.at[i]);
    }
    value->key = without_front((rt_str){key, n});
    return value->key.len >= FEWEST && (digit || n >= 8); /* a BIC may have no digit */
}

/* The property on the first schema that has it, for its format. */
static const rt_prop *described(rt_str prop) {
    static const char *const schemata[] = {"Company", "Person", "Vessel", "BankAccount", "Airplane"};
    const rt_prop *found = NULL;
    for (size_t i = 0; i < sizeof schemata / sizeof *schemata && found == NULL; i++)
        found = rt_schema_prop(rt_schema_named(rt_str_of(schemata[i])), prop);
    return found;
}

/* Whether a number of a kind that has check digits has wrong ones. */
static bool check_fails(const rt_trait_value *value) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_prop *prop = described(value->prop->name);
    const char *why = NULL;
    rt_str clean;
    if (prop == NULL || prop->format.len == 0) return false;
    return !rt_prop_clean(prop, value->text, &arena, &clean) || !rt_prop_takes(prop, clean, &why);
}

/* One letter wrong, or two neighbours swapped, in a number long enough. */
static bool near(rt_str a, rt_str b) {
    if (a.len != b.len || a.len < TYPO_LETTERS) return false;
    size_t at = 0, end = a.len;
    while (at < end && a.at[at] == b.at[at]) at++;
    while (end > at && a.at[end - 1] == b.at[end - 1]) end--;
    return end - at == 1 || (end - at == 2 && a.at[at] == b.at[at + 1] && a.at[at + 1] == b.at[at]);
}

static rt_trait_case equal(const rt_trait_value *a, const rt_trait_value *b) {
    if (a->key.len < SHORT) return RT_CASE_NUMBER_SHORT;
    if (a->prop->kind != b->prop->kind) return RT_CASE_NUMBER_OTHER_KIND;
    if (check_fails(a) || check_fails(b)) return RT_CASE_NUMBER_BAD_CHECK;
    return a->prop->held == RT_HELD_ONE && b->prop->held == RT_HELD_ONE ? RT_CASE_NUMBER_ONLY_EQUAL
                                                                        : RT_CASE_NUMBER_EQUAL;
}

static rt_trait_case relate(const rt_trait_value *a, const rt_trait_value *b) {
    if (rt_str_eq(a->key, b->key)) return equal(a, b);
    if (a->prop->kind != b->prop->kind) return RT_CASE_NONE;
    if (near(a->key, b->key)) return RT_CASE_NUMBER_TYPO;
    switch ((rt_number_held)(a->prop->held < b->prop->held ? a->prop->held : b->prop->held)) {
    case RT_HELD_ONE: return RT_CASE_NUMBER_ONLY_DIFFERS;
    case RT_HELD_MOSTLY_ONE: return RT_CASE_NUMBER_CARD_DIFFERS;
    default: return RT_CASE_NUMBER_DIFFERS;
    }
}

static const char *meaning(rt_trait_case which) {
    switch (which) {
    case RT_CASE_NUMBER_EQUAL: return "one number";
    case RT_CASE_NUMBER_ONLY_EQUAL: return "one number, which no two bear";
    case RT_CASE_NUMBER_BAD_CHECK: return "one number, but its check digits are wrong";
    case RT_CASE_NUMBER_OTHER_KIND: return "one number, of different kinds";
    case RT_CASE_NUMBER_SHORT: return "one number, but a short one";
    case RT_CASE_NUMBER_TYPO: return "they differ as by a slip of the pen";
    case RT_CASE_NUMBER_CARD_DIFFERS: return "not the same, and most have only one";
    case RT_CASE_NUMBER_ONLY_DIFFERS: return "nobody has two of these";
    default: return "not the same, but one may have several";
    }
}

typedef struct compared {
    const rt_trait_value *a, *b;
    rt_trait_case which;
    double weight;
} compared;

/* Whatever the order in which they come. */
static bool improves(const compared *best, const compared *now) {
    if (best->a == NULL) return true;
    return now->weight != best->weight ? now->weight > best->weight : now->which < best->which;
}

/* The pair that says most for the two being one; and of kinds of which one can have only one, the worst. */
static void look(rt_trait_values a, rt_trait_values b, compared *most, compared *against) {
    for (size_t i = 0; i < a.n; i++)
        for (size_t j = 0; j < b.n; j++) {
            const rt_trait_case which = relate(&a.at[i], &b.at[j]);
            const compared now = {&a.at[i], &b.at[j], which, (double)rt_trait_weights[which]};
            if (which == RT_CASE_NONE) continue;
            if (improves(most, &now)) *most = now;
            if (which == RT_CASE_NUMBER_ONLY_DIFFERS && against->a == NULL) *against = now;
        }
}

static void add(rt_tally *tally, const compared *best) {
    char what[64];
    snprintf(what, sizeof what, "%.*s", RT_FMT(rt_str_cut(best->a->prop->name, 60)));
    rt_tally_values(tally, rt_feature_number.name, best->weight, what, best->a->text, best->b->text,
                    meaning(best->which));
    if (best->weight > 0) tally->sure += best->weight;
}

static void compare_numbers(rt_trait_values a, rt_trait_values b, rt_tally *tally) {
    compared most = {0}, against = {0};
    look(a, b, &most, &against);
    if (most.a == NULL) return;
    add(tally, &most);
    tally->only = most.which == RT_CASE_NUMBER_ONLY_EQUAL;
    if (against.a != NULL && most.which != RT_CASE_NUMBER_ONLY_DIFFERS) add(tally, &against);
}

const rt_feature rt_feature_number = {"identifier", 24, read_number, compare_numbers};
