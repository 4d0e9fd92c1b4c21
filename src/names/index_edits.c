#include "names/index_edits.h"

#include <string.h>

static unsigned letter_of(char c) { return (unsigned char)c & (RT_EDITS_LETTERS - 1); }

void rt_edits_make(const char *letters, size_t n, rt_edits *edits) {
    memset(edits, 0, sizeof *edits);
    edits->len = (uint8_t)(n < RT_TOKEN_LETTERS ? n : RT_TOKEN_LETTERS);
    for (unsigned i = 0; i < edits->len; i++) edits->places[letter_of(letters[i])] |= 1U << i;
}

unsigned rt_edits_count(const rt_edits *edits, const char *letters, size_t n) {
    if (edits->len == 0) return (unsigned)n;
    const uint32_t last = 1U << (edits->len - 1);
    uint32_t up = UINT32_MAX, down = 0; /* places where the column rises by one, and where it falls */
    unsigned distance = edits->len;
    for (size_t i = 0; i < n; i++) {
        const uint32_t equal = edits->places[letter_of(letters[i])];
        const uint32_t diagonal = (((equal & up) + up) ^ up) | equal | down;
        uint32_t right = down | ~(diagonal | up), left = up & diagonal;
        distance += (right & last) != 0;
        distance -= (left & last) != 0;
        right = right << 1 | 1;
        left <<= 1;
        up = left | ~(diagonal | right);
        down = right & diagonal;
    }
    return distance;
}
