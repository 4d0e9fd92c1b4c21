/* Telephone numbers, e-mail addresses, web sites: equal ones count, different ones say nothing. */
#include "names/trait.h"

enum { MOST_LETTERS = 96, FEWEST = 6 };

static rt_str without(rt_str s, const char *front) {
    return rt_str_starts(s, rt_str_of(front)) ? rt_str_from(s, rt_str_of(front).len) : s;
}

/* Lower case without what is written now and then: blanks, "http://www.", a slash at the end. */
static bool read_contact(rt_arena *arena, rt_trait_value *value) {
    char *key = rt_arena_alloc(arena, MOST_LETTERS);
    size_t n = 0;
    for (size_t i = 0; i < value->text.len && n < MOST_LETTERS; i++)
        if (!rt_is_blank(value->text.at[i]) && value->text.at[i] != '-') key[n++] = rt_to_lower(value->text.at[i]);
    while (n > 0 && key[n - 1] == '/') n--;
    value->key = without(without(without((rt_str){key, n}, "https://"), "http://"), "www.");
    return value->key.len >= FEWEST;
}

static void compare_contact(rt_trait_values a, rt_trait_values b, rt_tally *tally) {
    for (size_t i = 0; i < a.n; i++)
        for (size_t j = 0; j < b.n; j++)
            if (a.at[i].prop->kind == b.at[j].prop->kind && rt_str_eq(a.at[i].key, b.at[j].key)) {
                rt_tally_values(tally, rt_feature_contact.name, (double)rt_trait_weights[RT_CASE_CONTACT_SAME],
                                "reached at", a.at[i].text, b.at[j].text, "the same");
                return;
            }
}

const rt_feature rt_feature_contact = {"contact", 8, read_contact, compare_contact};
