/* The ways in which two words that are not equal can be alike; rt_alike_words takes the best. For src/names only. */
#pragma once

#include "names/alike.h"

/* By the odds of letters, through every reading of both: spelling, transliteration, typing errors. */
rt_alike rt_alike_letters(const rt_word *a, const rt_word *b, float most);

/* One is the other cut short: "Comm", "Srvces", "Alex". */
rt_alike rt_alike_short(const rt_word *a, const rt_word *b);
