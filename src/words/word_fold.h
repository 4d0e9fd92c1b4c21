/* One word folded by ICU. Private to src/words. */
#pragma once

#include "base/str.h"

/* Folds a word of valid UTF-8 into `folded`, which has room for RT_TERM_MOST bytes; returns how many it took, 0 when
 * nothing of it is left. */
size_t rt_word_fold_icu(rt_str word, char *folded);
