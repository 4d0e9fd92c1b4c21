/* What was meant by a mistyped word. */
#pragma once

#include "base/str.h"

/* Edits (insert, delete, replace, swap neighbours) that turn a into b: optimal string alignment distance, O(|a| |b|).
 * Words longer than 63 bytes count as SIZE_MAX away. */
size_t rt_edit_distance(rt_str a, rt_str b);

/* Keeps the best guess so far; begin with {.typed = word, .distance = SIZE_MAX}. */
typedef struct rt_guess {
    rt_str typed, best;
    size_t distance;
} rt_guess;

/* Takes the candidate when it is nearer than the best so far, and near enough to be what was meant: a third of its
 * letters or fewer (at least one) must be changed, or what was typed begins it. */
void rt_guess_try(rt_guess *guess, rt_str candidate);
