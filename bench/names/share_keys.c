/* How surely words that are alike share a key of rt_word_sounds, and how many words of a dictionary share one.
 *
 *     share_keys SCRIPT DICTIONARY [MOST] < PAIRS
 *
 * PAIRS as train_letters.py --pairs prints them; DICTIONARY: a Latin word a line. A pair counts when its cost is at
 * most MOST (7). "typo": each word of the dictionary with one random typing error. Prints misses too, with -v as a
 * fourth argument. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "names/alike.h"
#include "script_named.h"

enum { MOST_WORDS = 400000, SLOTS = 1 << 24 };

static rt_word *words;
static size_t word_n;
static uint64_t keys[SLOTS];
static uint32_t firsts[SLOTS]; /* head of a chain through next, by key */
static uint32_t *next, *of_word;
static size_t links;

static size_t slot_of(uint64_t key) {
    size_t i = key & (SLOTS - 1);
    while (firsts[i] != 0 && keys[i] != key) i = (i + 1) & (SLOTS - 1);
    return i;
}

static void read_dictionary(const char *path) {
    FILE *f = fopen(path, "r");
    char line[256];
    if (!f) exit(2);
    words = calloc(MOST_WORDS, sizeof *words);
    next = calloc((size_t)MOST_WORDS * RT_WORD_SOUNDS, sizeof *next);
    of_word = calloc((size_t)MOST_WORDS * RT_WORD_SOUNDS, sizeof *of_word);
    size_t stored = 0;
    while (word_n < MOST_WORDS && fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = '\0';
        rt_word_of_latin(rt_str_of(line), false, &words[word_n]);
        uint64_t own[RT_WORD_SOUNDS];
        const unsigned n = rt_word_sounds(&words[word_n], false, own, RT_WORD_SOUNDS);
        for (unsigned i = 0; i < n; i++) {
            const size_t at = slot_of(own[i]);
            keys[at] = own[i];
            links++;
            next[links] = firsts[at];
            of_word[links] = (uint32_t)word_n;
            firsts[at] = (uint32_t)links;
        }
        stored += n;
        word_n++;
    }
    fclose(f);
    printf("%zu words, %.1f keys each\n", word_n, (double)stored / (double)word_n);
}

static size_t candidates(const rt_word *word, size_t *near) {
    static uint32_t seen[MOST_WORDS], round;
    uint64_t own[RT_WORD_SOUNDS];
    const unsigned n = rt_word_sounds(word, true, own, RT_WORD_SOUNDS);
    size_t found = 0;
    round++;
    for (unsigned i = 0; i < n; i++)
        for (uint32_t at = firsts[slot_of(own[i])]; at != 0; at = next[at]) {
            if (seen[of_word[at]] == round) continue;
            seen[of_word[at]] = round;
            found++;
            *near += rt_alike_words(word, &words[of_word[at]], 7).cost <= 7;
        }
    return found;
}

static bool share(const rt_word *a, const rt_word *b) {
    uint64_t x[RT_WORD_SOUNDS], y[RT_WORD_SOUNDS];
    const unsigned n = rt_word_sounds(a, true, x, RT_WORD_SOUNDS), k = rt_word_sounds(b, false, y, RT_WORD_SOUNDS);
    for (unsigned i = 0; i < n; i++)
        for (unsigned j = 0; j < k; j++)
            if (x[i] == y[j]) return true;
    return false;
}

static uint8_t keep(char to[RT_TOKEN_LETTERS + 1], const char *from) {
    const size_t n = strnlen(from, RT_TOKEN_LETTERS);
    memset(to, 0, RT_TOKEN_LETTERS + 1);
    memcpy(to, from, n);
    return (uint8_t)n;
}

/* A word of a script from its symbols and readings "a|b|c". */
static void native_word(const char *symbols, char *readings, uint8_t script, rt_word *word) {
    const char *part[3] = {NULL};
    unsigned n = 0;
    for (char *p = strtok(readings, "|\n"); p && n < 3; p = strtok(NULL, "|\n")) part[n++] = p;
    rt_word_of_latin(rt_str_of(part[0]), false, word);
    word->script = script;
    word->symbol_len = keep(word->symbols, symbols);
    for (unsigned i = 1; i < n; i++) word->other_len[i - 1] = keep(word->other[i - 1], part[i]);
}

static void mistype(const rt_word *word, rt_word *out) {
    char text[64] = {0};
    memcpy(text, word->latin, word->len);
    const size_t at = (size_t)rand() % word->len, n = word->len;
    const char letter = (char)('a' + rand() % 26);
    switch (rand() % 4) {
    case 0: text[at] = letter; break;
    case 1: memmove(text + at, text + at + 1, n - at); break;
    case 2:
        memmove(text + at + 1, text + at, n - at);
        text[at] = letter;
        break;
    default:
        if (at + 1 < n) {
            const char c = text[at];
            text[at] = text[at + 1];
            text[at + 1] = c;
        }
    }
    rt_word_of_latin(rt_str_of(text[0] ? text : "x"), false, out);
}

typedef struct tally {
    size_t pairs, shared, asked, found, near;
} tally;

static void try(tally *t, const rt_word *a, const rt_word *b, float most, bool tell) {
    const rt_alike is = rt_alike_words(a, b, most);
    if (is.cost > most || is.how == RT_ALIKE_INITIAL) return;
    t->pairs++;
    if (share(a, b))
        t->shared++;
    else if (tell)
        printf("  %s (%s) %s %.2f\n", a->symbols, a->latin, b->latin, (double)is.cost);
    if (t->pairs % 7 != 0) return;
    t->asked++;
    t->found += candidates(a, &t->near);
}

int main(int argc, char **argv) {
    if (argc < 3) return 2;
    const bool typo = strcmp(argv[1], "typo") == 0;
    const uint8_t script = typo ? RT_LATIN : script_named(argv[1]);
    const float most = argc > 3 ? (float)atof(argv[3]) : 7;
    read_dictionary(argv[2]);
    tally t = {0};
    char line[512];
    rt_word a, b;
    if (typo) {
        for (size_t i = 0; i < word_n; i += 10)
            if (words[i].len >= 3) mistype(&words[i], &b), try(&t, &b, &words[i], most, argc > 4);
    } else {
        while (fgets(line, sizeof line, stdin)) {
            const char *symbols = strtok(line, "\t"), *latin = strtok(NULL, "\t");
            (void)strtok(NULL, "\t");
            char *readings = strtok(NULL, "\t");
            if (!symbols || !latin || !readings) continue;
            rt_word_of_latin(rt_str_of(latin), false, &b);
            native_word(symbols, readings, script, &a);
            if (script != 0 || a.key != b.key) try(&t, &a, &b, most, argc > 4);
        }
    }
    printf("%s: %zu pairs under %.0f nats, %.4f share a key; %.0f words asked about a word, %.1f of them alike\n",
           argv[1], t.pairs, (double)most, (double)t.shared / (double)t.pairs, (double)t.found / (double)t.asked,
           (double)t.near / (double)t.asked);
    return 0;
}
