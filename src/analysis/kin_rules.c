#include "analysis/kin_rules.h"

#include <stddef.h>

#include "analysis/kin_words.h"

/* --- words ------------------------------------------------------------------------------------------------------- */

/* Said before a word without changing what follows from it. */
static const char *const ages[] = {"older ",  "elder ", "eldest ", "younger ", "youngest ",
                                   "little ", "big ",   "full ",   "twin ",    "first "};

static rt_str without_age(rt_str word) {
    for (size_t i = 0; i < sizeof ages / sizeof *ages; i++) {
        const rt_str age = rt_str_of(ages[i]);
        if (word.len > age.len && rt_str_eq_nocase(rt_str_cut(word, age.len), age)) return rt_str_from(word, age.len);
    }
    return word;
}

rt_kin rt_kin_of_word(rt_str word, rt_gender *gender) {
    word = rt_str_trim(without_age(rt_str_trim(word)));
    *gender = RT_GENDER_OPEN;
    for (size_t i = 0; i < rt_kin_word_count; i++) {
        if (!rt_str_eq_nocase(word, rt_str_of(rt_kin_words[i].word))) continue;
        *gender = rt_kin_words[i].gender;
        return rt_kin_words[i].kin;
    }
    return RT_KIN_NONE;
}

/* By gender: open, female, male. */
static const char *const names[RT_KINS][3] = {
    [RT_KIN_NONE] = {"relative", "relative", "relative"},
    [RT_KIN_PARENT] = {"parent", "mother", "father"},
    [RT_KIN_CHILD] = {"child", "daughter", "son"},
    [RT_KIN_SIBLING] = {"sibling", "sister", "brother"},
    [RT_KIN_SPOUSE] = {"spouse", "wife", "husband"},
    [RT_KIN_GRANDPARENT] = {"grandparent", "grandmother", "grandfather"},
    [RT_KIN_GRANDCHILD] = {"grandchild", "granddaughter", "grandson"},
    [RT_KIN_UNCLE] = {"uncle or aunt", "aunt", "uncle"},
    [RT_KIN_NEPHEW] = {"nephew or niece", "niece", "nephew"},
    [RT_KIN_COUSIN] = {"cousin", "cousin", "cousin"},
    [RT_KIN_PARENT_IN_LAW] = {"parent-in-law", "mother-in-law", "father-in-law"},
    [RT_KIN_CHILD_IN_LAW] = {"child-in-law", "daughter-in-law", "son-in-law"},
    [RT_KIN_SIBLING_IN_LAW] = {"sibling-in-law", "sister-in-law", "brother-in-law"},
};

rt_str rt_kin_word(rt_kin kin, rt_gender gender) { return rt_str_of(names[kin][gender]); }

rt_kin rt_kin_inverse(rt_kin kin) {
    static const rt_kin inverse[RT_KINS] = {
        [RT_KIN_PARENT] = RT_KIN_CHILD,
        [RT_KIN_CHILD] = RT_KIN_PARENT,
        [RT_KIN_SIBLING] = RT_KIN_SIBLING,
        [RT_KIN_SPOUSE] = RT_KIN_SPOUSE,
        [RT_KIN_GRANDPARENT] = RT_KIN_GRANDCHILD,
        [RT_KIN_GRANDCHILD] = RT_KIN_GRANDPARENT,
        [RT_KIN_UNCLE] = RT_KIN_NEPHEW,
        [RT_KIN_NEPHEW] = RT_KIN_UNCLE,
        [RT_KIN_COUSIN] = RT_KIN_COUSIN,
        [RT_KIN_PARENT_IN_LAW] = RT_KIN_CHILD_IN_LAW,
        [RT_KIN_CHILD_IN_LAW] = RT_KIN_PARENT_IN_LAW,
        [RT_KIN_SIBLING_IN_LAW] = RT_KIN_SIBLING_IN_LAW,
    };
    return inverse[kin];
}

/* --- rules ------------------------------------------------------------------------------------------------------- */

/* What is only possible: a sibling may be a half-sibling, so that its parent, sibling or cousin need not be shared; a
 * parent's spouse may be a step-parent. */
static const rt_kin_rule rules[] = {
    {RT_KIN_PARENT, RT_KIN_PARENT, RT_KIN_GRANDPARENT, RT_CERTAIN, "a parent's parent is a grandparent"},
    {RT_KIN_PARENT, RT_KIN_SIBLING, RT_KIN_UNCLE, RT_CERTAIN, "a parent's sibling is an uncle or aunt"},
    {RT_KIN_PARENT, RT_KIN_CHILD, RT_KIN_SIBLING, RT_CERTAIN, "a parent's other child is a sibling, full or half"},
    {RT_KIN_PARENT, RT_KIN_NEPHEW, RT_KIN_COUSIN, RT_CERTAIN, "a parent's nephew or niece is a cousin"},
    {RT_KIN_PARENT, RT_KIN_SPOUSE, RT_KIN_PARENT, RT_POSSIBLE, "a parent's spouse may be the other parent"},
    {RT_KIN_CHILD, RT_KIN_CHILD, RT_KIN_GRANDCHILD, RT_CERTAIN, "a child's child is a grandchild"},
    {RT_KIN_CHILD, RT_KIN_SIBLING, RT_KIN_CHILD, RT_POSSIBLE, "a child's sibling may be a child of the same parent"},
    {RT_KIN_CHILD, RT_KIN_SPOUSE, RT_KIN_CHILD_IN_LAW, RT_CERTAIN, "a child's spouse is a child-in-law"},
    {RT_KIN_SIBLING, RT_KIN_PARENT, RT_KIN_PARENT, RT_POSSIBLE, "a sibling's parent may be a shared parent"},
    {RT_KIN_SIBLING, RT_KIN_SIBLING, RT_KIN_SIBLING, RT_POSSIBLE, "a sibling's sibling may be a sibling"},
    {RT_KIN_SIBLING, RT_KIN_CHILD, RT_KIN_NEPHEW, RT_CERTAIN, "a sibling's child is a nephew or niece"},
    {RT_KIN_SIBLING, RT_KIN_COUSIN, RT_KIN_COUSIN, RT_POSSIBLE, "a sibling's cousin may be a shared cousin"},
    {RT_KIN_SIBLING, RT_KIN_UNCLE, RT_KIN_UNCLE, RT_POSSIBLE, "a sibling's uncle or aunt may be a shared one"},
    {RT_KIN_SIBLING, RT_KIN_GRANDPARENT, RT_KIN_GRANDPARENT, RT_POSSIBLE, "a sibling's grandparent may be shared"},
    {RT_KIN_SIBLING, RT_KIN_SPOUSE, RT_KIN_SIBLING_IN_LAW, RT_CERTAIN, "a sibling's spouse is a sibling-in-law"},
    {RT_KIN_SPOUSE, RT_KIN_PARENT, RT_KIN_PARENT_IN_LAW, RT_CERTAIN, "a spouse's parent is a parent-in-law"},
    {RT_KIN_SPOUSE, RT_KIN_SIBLING, RT_KIN_SIBLING_IN_LAW, RT_CERTAIN, "a spouse's sibling is a sibling-in-law"},
    {RT_KIN_SPOUSE, RT_KIN_CHILD, RT_KIN_CHILD, RT_POSSIBLE, "a spouse's child may be a child of both"},
    {RT_KIN_UNCLE, RT_KIN_CHILD, RT_KIN_COUSIN, RT_CERTAIN, "a child of an uncle or aunt is a cousin"},
    {RT_KIN_COUSIN, RT_KIN_SIBLING, RT_KIN_COUSIN, RT_POSSIBLE, "a cousin's sibling may be a cousin too"},
    {RT_KIN_NEPHEW, RT_KIN_SIBLING, RT_KIN_NEPHEW, RT_POSSIBLE, "a sibling of a nephew or niece may be one too"},
    {RT_KIN_GRANDCHILD, RT_KIN_SIBLING, RT_KIN_GRANDCHILD, RT_POSSIBLE, "a grandchild's sibling may be one too"},
};

const rt_kin_rule *rt_kin_rule_of(rt_kin first, rt_kin second) {
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i].first == first && rules[i].second == second) return &rules[i];
    return NULL;
}
