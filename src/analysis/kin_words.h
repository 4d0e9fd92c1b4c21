/* Words of kinship, made from data/kin.yaml by tools/kin_gen.py. Private to kin_rules.c. */
#pragma once

#include "analysis/kin_rules.h"

typedef struct rt_kin_entry {
    const char *word; /* in small letters */
    rt_kin kin;
    rt_gender gender;
} rt_kin_entry;

extern const rt_kin_entry rt_kin_words[];
extern const size_t rt_kin_word_count;
