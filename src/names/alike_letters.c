#include <math.h>
#include <string.h>

#include "names/alike_parts.h"
#include "names/odds.h"

/* One typing error in a short word makes another word; by the letters of the shorter one, from none to five. */
static const float short_word[] = {4, 4, 4, 3, 2, 0.75F};

/* Two scripts whose Latin readings are compared: what the readings lose. */
static const float cost_of_reading = 0.5F, cost_of_skeleton = 2;

static rt_str latin(const rt_word *word) { return (rt_str){word->latin, word->len}; }

static rt_str symbols(const rt_word *word) { return (rt_str){word->symbols, word->symbol_len}; }

static rt_str reading(const rt_word *word, unsigned which) {
    return which == 0 ? latin(word) : (rt_str){word->other[which - 1], word->other_len[which - 1]};
}

/* Up to the last that it has. */
static unsigned reading_count(const rt_word *word) {
    return word->other_len[1] > 0 ? 3 : word->other_len[0] > 0 ? 2 : 1;
}

static rt_alike judged(rt_walk walk, rt_str a, rt_str b, rt_alike_how how) {
    if (walk.typos == 0) return (rt_alike){walk.cost, how};
    const size_t len = a.len < b.len ? a.len : b.len;
    const float extra = len < sizeof short_word / sizeof *short_word ? short_word[len] : 0;
    return (rt_alike){walk.cost + extra * (float)walk.typos, RT_ALIKE_TYPO};
}

/* The best over the readings of both sides with one table. */
static rt_alike readings(const rt_odds *odds, const rt_word *a, const rt_word *b, rt_alike_how how, float most) {
    rt_alike best = {INFINITY, RT_ALIKE_NOT};
    const unsigned in_a = reading_count(a), in_b = reading_count(b);
    for (unsigned i = 0; i < in_a; i++)
        for (unsigned k = 0; k < in_b; k++) {
            const rt_str x = reading(a, i), y = reading(b, k);
            if (x.len == 0 || y.len == 0) continue;
            const rt_alike one = judged(rt_odds_walk(odds, x, y, best.cost < most ? best.cost : most), x, y, how);
            if (one.cost < best.cost) best = one;
        }
    return best;
}

static bool reads_as(const rt_word *native, rt_str latin) {
    for (unsigned i = 0; i < RT_TOKEN_READINGS; i++)
        if (reading(native, i).len == latin.len && memcmp(reading(native, i).at, latin.at, latin.len) == 0) return true;
    return false;
}

/* The odds of these scripts are those of foreign names that are written in them. Names of their own are read as their
 * people spell them, which the readings say. */
static bool has_own_names(const rt_word *word) {
    return word->script == RT_HAN || word->script == RT_HANGUL || word->script == RT_KANA;
}

/* One word in a script with a table of its own, the other Latin. */
static rt_alike scripts(const rt_odds *odds, const rt_word *native, const rt_word *other, float most) {
    rt_alike best = {INFINITY, RT_ALIKE_NOT};
    if (reads_as(native, latin(other))) best = (rt_alike){cost_of_reading, RT_ALIKE_SCRIPT};
    if (has_own_names(native)) {
        const float limit = best.cost < most ? best.cost : most;
        rt_alike one = readings(rt_odds_of[RT_LATIN], native, other, RT_ALIKE_SCRIPT, limit - cost_of_reading);
        one.cost += cost_of_reading;
        if (one.cost < best.cost) best = one;
    }
    for (unsigned k = 0; k < RT_TOKEN_READINGS; k++) {
        const rt_str y = reading(other, k);
        if (y.len == 0) continue;
        const rt_walk walk = rt_odds_walk(odds, symbols(native), y, best.cost < most ? best.cost : most);
        if (walk.cost < best.cost) best = (rt_alike){walk.cost, RT_ALIKE_SCRIPT};
    }
    return best;
}

static bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 'w';
}

/* The consonants of the first reading: what scripts that leave out vowels share with others. */
static rt_str skeleton(const rt_word *word, char out[RT_TOKEN_LETTERS + 1]) {
    size_t n = 0;
    for (size_t i = 0; i < word->len; i++)
        if (!is_vowel(word->latin[i]) && (n == 0 || out[n - 1] != word->latin[i])) out[n++] = word->latin[i];
    return (rt_str){out, n};
}

static bool without_vowels(const rt_word *word) { return word->script == RT_ARABIC || word->script == RT_HEBREW; }

static rt_alike skeletons(const rt_word *a, const rt_word *b, float most) {
    char x[RT_TOKEN_LETTERS + 1], y[RT_TOKEN_LETTERS + 1];
    const rt_str left = skeleton(a, x), right = skeleton(b, y);
    if (left.len < 2 || right.len < 2) return (rt_alike){INFINITY, RT_ALIKE_NOT};
    rt_alike one = judged(rt_odds_walk(rt_odds_of[RT_LATIN], left, right, most), left, right, RT_ALIKE_SCRIPT);
    one.cost += cost_of_skeleton;
    return one;
}

rt_alike rt_alike_letters(const rt_word *a, const rt_word *b, float most) {
    const rt_odds *spelling = rt_odds_of[RT_LATIN];
    if (a->script == RT_LATIN && b->script == RT_LATIN && (a->other_len[0] | b->other_len[0]) == 0 &&
        rt_odds_apart(spelling, a->letters, b->letters, most))
        return (rt_alike){INFINITY, RT_ALIKE_NOT};
    if (a->script == RT_LATIN && b->script == RT_LATIN) return readings(spelling, a, b, RT_ALIKE_SPELLING, most);
    const rt_word *native = a->script == RT_LATIN ? b : a, *other = a->script == RT_LATIN ? a : b;
    if (other->script == RT_LATIN && rt_odds_of[native->script] != NULL)
        return scripts(rt_odds_of[native->script], native, other, most);
    if (a->script != b->script && (without_vowels(a) || without_vowels(b))) return skeletons(a, b, most);
    rt_alike best = readings(spelling, a, b, RT_ALIKE_SCRIPT, most);
    if (a->script != b->script) best.cost += cost_of_reading;
    return best;
}
