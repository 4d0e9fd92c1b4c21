/* A word of a person's name from Latin letters. */
#pragma once

#include "names/word.h"

static inline rt_word word_of(const char *latin) {
    rt_word word;
    rt_word_of_latin(rt_str_of(latin), false, &word);
    return word;
}
