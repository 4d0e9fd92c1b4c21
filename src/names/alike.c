#include "names/alike.h"

#include <math.h>
#include <string.h>

#include "names/alike_parts.h"
#include "names/digits.h"

/* Nats, by judgement where no data tell: how often a name is written by its nickname, cut short, or by its initial. */
static const float cost_of_family = 1.0F, cost_of_nickname = 2.3F, cost_of_initial = 2.5F, cost_of_digits = 2;

static bool same_text(const char a[RT_TOKEN_LETTERS + 1], const char b[RT_TOKEN_LETTERS + 1]) {
    return memcmp(a, b, RT_TOKEN_LETTERS + 1) == 0;
}

/* One script's letters read alike that differ (Arabic ta and emphatic ta), or two scripts do. */
static rt_alike equal_reading(const rt_word *a, const rt_word *b) {
    if (a->script != b->script) return (rt_alike){0.25F, RT_ALIKE_SCRIPT};
    if (!same_text(a->symbols, b->symbols)) return (rt_alike){0.75F, RT_ALIKE_SPELLING};
    return (rt_alike){0, RT_ALIKE_EQUAL};
}

static rt_alike by_family(const rt_word *a, const rt_word *b) {
    rt_alike best = {INFINITY, RT_ALIKE_NOT};
    if (a->families[0] == 0 || b->families[0] == 0) return best;
    for (unsigned i = 0; i < RT_LEXEME_FAMILIES && a->families[i] != 0; i++)
        for (unsigned k = 0; k < RT_LEXEME_FAMILIES && b->families[k] != 0; k++) {
            if (a->families[i] != b->families[k]) continue;
            if ((((unsigned)a->nickname >> i) | ((unsigned)b->nickname >> k)) & 1U) {
                if (best.cost > cost_of_nickname) best = (rt_alike){cost_of_nickname, RT_ALIKE_NICKNAME};
            } else {
                best = (rt_alike){cost_of_family, RT_ALIKE_SPELLING};
            }
        }
    return best;
}

/* A letter of its own, or what stands for one letter in Latin ("sh" for a Cyrillic initial). */
static bool is_initial(const rt_word *word) {
    return word->len == 1 || (word->script != RT_LATIN && word->symbol_len == 1 && word->len <= 2);
}

static rt_alike by_initial(const rt_word *a, const rt_word *b) {
    const rt_word *initial = is_initial(a) ? a : b, *whole = is_initial(a) ? b : a;
    if (!is_initial(initial) || is_initial(whole)) return (rt_alike){INFINITY, RT_ALIKE_NOT};
    if (memcmp(initial->latin, whole->latin, initial->len) == 0) return (rt_alike){cost_of_initial, RT_ALIKE_INITIAL};
    for (unsigned i = 0; i < 2; i++)
        if (whole->other_len[i] > 0 && whole->other[i][0] == initial->latin[0])
            return (rt_alike){cost_of_initial, RT_ALIKE_INITIAL};
    return (rt_alike){INFINITY, RT_ALIKE_NOT};
}

/* Eight letters at a time: of a-z, 0-9 and NUL only digits have bit 4 without bit 6. */
static bool has_digits(const rt_word *word) {
    const uint64_t bit_6 = 0x4040404040404040U;
    uint64_t found = 0;
    for (size_t i = 0; i < word->len; i += sizeof(uint64_t)) {
        uint64_t part;
        memcpy(&part, word->latin + i, sizeof part);
        found |= (part << 2) & ~part & bit_6;
    }
    return found != 0;
}

/* A number that differs is another thing: "Unit 4" is not "Unit 5". */
static bool same_digits(const rt_word *a, const rt_word *b) {
    size_t i = 0, k = 0;
    for (;;) {
        while (i < a->len && !rt_is_digit(a->latin[i])) i++;
        while (k < b->len && !rt_is_digit(b->latin[k])) k++;
        if (i == a->len || k == b->len) return i == a->len && k == b->len;
        if (a->latin[i++] != b->latin[k++]) return false;
    }
}

static rt_alike better(rt_alike a, rt_alike b) { return b.cost < a.cost ? b : a; }

/* Digits that stand for letters, of which one word has some: each reading that has none, as if it had been written. */
static rt_alike by_look(const rt_word *digits, const rt_word *other, float most) {
    rt_alike best = {INFINITY, RT_ALIKE_NOT};
    for (unsigned i = 0; i < 2; i++) {
        const rt_str reading = {digits->other[i], digits->other_len[i]};
        rt_word letters;
        if (reading.len == 0 || rt_has_digits(reading)) continue;
        rt_word_of_latin(reading, false, &letters);
        letters.part = digits->part;
        letters.truncated = digits->truncated;
        best = better(best, rt_alike_words(&letters, other, fminf(best.cost, most - cost_of_digits)));
    }
    if (best.cost + cost_of_digits > most) return (rt_alike){INFINITY, RT_ALIKE_NOT};
    return (rt_alike){best.cost + cost_of_digits, RT_ALIKE_TYPO};
}

rt_alike rt_alike_words(const rt_word *a, const rt_word *b, float most) {
    if (a->key == b->key && same_text(a->latin, b->latin)) return equal_reading(a, b);
    const bool digits_a = has_digits(a), digits_b = has_digits(b);
    if ((digits_a || digits_b) && !same_digits(a, b)) return digits_a ? by_look(a, b, most) : by_look(b, a, most);
    rt_alike best = by_family(a, b);
    if (a->len <= 2 || b->len <= 2) best = better(best, by_initial(a, b));
    if (!is_initial(a) && !is_initial(b)) {
        best = better(best, rt_alike_letters(a, b, best.cost < most ? best.cost : most));
        best = better(best, rt_alike_short(a, b));
    }
    return best.cost <= most ? best : (rt_alike){INFINITY, RT_ALIKE_NOT};
}
