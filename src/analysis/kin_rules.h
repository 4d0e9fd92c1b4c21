/* What words of kinship mean, and which kinship follows from two others: a table of words (data/kin.yaml) and a table
 * of rules. */
#pragma once

#include "base/date_allen.h"
#include "base/str.h"

typedef enum rt_kin {
    RT_KIN_NONE,
    RT_KIN_PARENT,
    RT_KIN_CHILD,
    RT_KIN_SIBLING,
    RT_KIN_SPOUSE,
    RT_KIN_GRANDPARENT,
    RT_KIN_GRANDCHILD,
    RT_KIN_UNCLE,
    RT_KIN_NEPHEW,
    RT_KIN_COUSIN,
    RT_KIN_PARENT_IN_LAW,
    RT_KIN_CHILD_IN_LAW,
    RT_KIN_SIBLING_IN_LAW,
    RT_KINS,
} rt_kin;

typedef enum rt_gender { RT_GENDER_OPEN, RT_FEMALE, RT_MALE } rt_gender;

/* The kinship that a word states ("Mother", "older brother", "cousine"), and what it tells of the gender of the one
 * whom it names. RT_KIN_NONE for words that the table does not hold: no rule builds on them. */
rt_kin rt_kin_of_word(rt_str word, rt_gender *gender);

/* "mother", "parent", ... */
rt_str rt_kin_word(rt_kin kin, rt_gender gender);

/* What somebody is to the one who is this to them: of PARENT, CHILD. */
rt_kin rt_kin_inverse(rt_kin kin);

typedef struct rt_kin_rule {
    rt_kin first, second, gives; /* my `first`'s `second` is my `gives` */
    rt_certainty certainty;      /* RT_POSSIBLE where it holds of full siblings, or of a first marriage, only */
    const char *says;
} rt_kin_rule;

/* The rule for the `second` of one's `first`; NULL when nothing follows. */
const rt_kin_rule *rt_kin_rule_of(rt_kin first, rt_kin second);
