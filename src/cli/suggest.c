#include "cli/suggest.h"

enum { LONGEST = 63 };

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

typedef struct table {
    uint8_t cell[LONGEST + 1][LONGEST + 1];
} table;

static size_t cell(const table *t, rt_str a, rt_str b, size_t i, size_t j) {
    const bool same = a.at[i - 1] == b.at[j - 1];
    size_t n = least(t->cell[i - 1][j] + 1U, t->cell[i][j - 1] + 1U);
    n = least(n, t->cell[i - 1][j - 1] + (same ? 0U : 1U));
    const bool swapped = i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1];
    return swapped ? least(n, t->cell[i - 2][j - 2] + 1U) : n;
}

size_t rt_edit_distance(rt_str a, rt_str b) {
    table t = {0};
    if (a.len > LONGEST || b.len > LONGEST) return SIZE_MAX;
    for (size_t i = 0; i <= a.len; i++) t.cell[i][0] = (uint8_t)i;
    for (size_t j = 0; j <= b.len; j++) t.cell[0][j] = (uint8_t)j;
    for (size_t i = 1; i <= a.len; i++)
        for (size_t j = 1; j <= b.len; j++) t.cell[i][j] = (uint8_t)cell(&t, a, b, i, j);
    return t.cell[a.len][b.len];
}

void rt_guess_try(rt_guess *guess, rt_str candidate) {
    const size_t most = candidate.len < 6 ? 1 : candidate.len / 3;
    size_t d = rt_edit_distance(guess->typed, candidate);
    if (d > most && guess->typed.len >= 2 && rt_str_starts(candidate, guess->typed)) d = most;
    if (d <= most && d < guess->distance) {
        guess->distance = d;
        guess->best = candidate;
    }
}
