#include "analysis/likeness.h"

#include "names/fold.h"

enum { LONGEST_WORD = 64 };

static size_t least3(size_t a, size_t b, size_t c) { return a < b ? (a < c ? a : c) : (b < c ? b : c); }

/* Levenshtein's distance, in bytes, one row at a time. */
static size_t edits(rt_str a, rt_str b) {
    size_t row[LONGEST_WORD + 1];
    for (size_t k = 0; k <= b.len; k++) row[k] = k;
    for (size_t i = 1; i <= a.len; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t k = 1; k <= b.len; k++) {
            const size_t above = row[k];
            row[k] = least3(above + 1, row[k - 1] + 1, corner + (a.at[i - 1] != b.at[k - 1]));
            corner = above;
        }
    }
    return row[b.len];
}

static double word_likeness(rt_str a, rt_str b) {
    if (rt_str_eq(a, b)) return 1;
    if (a.len > LONGEST_WORD || b.len > LONGEST_WORD) return 0;
    const size_t shorter = a.len < b.len ? a.len : b.len, longer = a.len < b.len ? b.len : a.len;
    const size_t allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0;
    return longer - shorter <= allowed && edits(a, b) <= allowed ? 0.85 : 0;
}

/* The best like of a word among those that are not taken yet. */
static double best_of(rt_str word, rt_strs others, bool *taken) {
    double best = 0;
    size_t at = 0;
    for (size_t i = 0; i < others.n; i++) {
        const double s = taken[i] ? 0 : word_likeness(word, others.at[i]);
        if (s <= best) continue;
        best = s;
        at = i;
    }
    if (best > 0) taken[at] = true;
    return best;
}

rt_likeness rt_likeness_of(rt_strs a, rt_strs b) {
    const rt_strs few = a.n <= b.n ? a : b, many = a.n <= b.n ? b : a;
    bool taken[RT_NAME_WORDS] = {false};
    rt_likeness l = {0};
    double sum = 0;
    if (few.n == 0 || many.n > RT_NAME_WORDS) return l;
    for (size_t i = 0; i < few.n; i++) {
        const double s = best_of(few.at[i], many, taken);
        sum += s;
        l.shared += s > 0;
        l.spelt = l.spelt || (s > 0 && s < 1);
    }
    l.contained = l.shared == few.n && many.n > few.n;
    /* One word that a longer name holds too says little. */
    const double weight = few.n == 1 && many.n > 1 ? 0.6 : 1;
    l.score = weight * 0.7 * sum / (double)few.n + weight * 0.3 * sum / (double)(few.n + many.n - l.shared);
    return l;
}
