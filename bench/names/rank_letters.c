/* How well the costs of words find the right Latin name among many.
 *
 *     rank_letters SCRIPT [N] < PAIRS
 *
 * PAIRS: "symbols TAB latin TAB weight" a line, as train_letters reads them. For the first N different words of the
 * script all Latin names of the file are ranked by cost. Prints recall at 1 and 10, the mean cost of true pairs, how
 * many true pairs are under a cost and how many of others are, and the time of a comparison. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "names/alike.h"
#include "script_named.h"

enum { MOST = 40000 };

static rt_word native[MOST], latin[MOST];
static size_t pairs, natives, latins, right[MOST][2];

/* The word's place among those seen so far; a new one is put behind them. */
static size_t place(rt_word *words, size_t *n, const char *text, uint8_t script) {
    for (size_t i = *n; i-- > 0;)
        if (strncmp(words[i].symbols, text, RT_TOKEN_LETTERS) == 0) return i;
    rt_word_of_latin(rt_str_of(text), false, &words[*n]);
    words[*n].script = script;
    if (script != RT_LATIN) words[*n].key = 0;
    return (*n)++;
}

static void read_pairs(uint8_t script) {
    char line[512];
    while (pairs < MOST && fgets(line, sizeof line, stdin)) {
        const char *a = strtok(line, "\t\n"), *b = strtok(NULL, "\t\n");
        if (!a || !b || strlen(b) < 2) continue; /* an initial would stand for each that begins with it */
        right[pairs][0] = place(native, &natives, a, script);
        right[pairs++][1] = place(latin, &latins, b, RT_LATIN);
    }
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    read_pairs(script_named(argv[1]));
    size_t n = argc > 2 ? (size_t)atol(argv[2]) : 1000, tried = 0, first = 0, tenth = 0, rank_n = 0;
    if (n > natives) n = natives;
    const float limit = argc > 3 ? (float)atof(argv[3]) : 12; /* time depends on it */
    static bool is_right[MOST];
    static float cost[MOST];
    static unsigned true_under[40], other_under[40];
    double sum = 0, others = 0, spent = 0;
    size_t trues = 0, found = 0;
    for (size_t i = 0; i < n; i++) {
        memset(is_right, 0, sizeof is_right);
        for (size_t k = 0; k < pairs; k++)
            if (right[k][0] == i) is_right[right[k][1]] = true;
        const double begin = now();
        for (size_t k = 0; k < latins; k++) cost[k] = rt_alike_words(&native[i], &latin[k], limit).cost;
        spent += now() - begin;
        float best = 1e9F;
        for (size_t k = 0; k < latins; k++) {
            if (is_right[k] && cost[k] < best) best = cost[k];
            for (int c = 0; c < 40; c++) (is_right[k] ? true_under : other_under)[c] += cost[k] <= (float)c / 2;
            if (is_right[k]) {
                trues++;
                if (cost[k] < 12) sum += (double)cost[k], found++;
            } else
                others++;
        }
        size_t before = 0, equal = 0;
        for (size_t k = 0; k < latins; k++) {
            before += !is_right[k] && cost[k] < best;
            equal += !is_right[k] && cost[k] == best;
        }
        tried++;
        first += before == 0 && equal == 0 && best < 1e8F;
        tenth += before + equal / 2 < 10 && best < 12;
        rank_n += before + equal / 2;
        if (argc > 4 && before > 0) {
            size_t bk = 0, rk = 0;
            for (size_t k = 0; k < latins; k++) {
                if (cost[k] < cost[bk]) bk = k;
                if (is_right[k]) rk = k;
            }
            printf("  %s: %s %.2f before %s %.2f\n", native[i].symbols, latin[bk].latin, (double)cost[bk],
                   latin[rk].latin, (double)cost[rk]);
        }
    }
    printf("%s: %zu words among %zu, R@1 %.3f R@10 %.3f, true pairs cost %.2f (%.3f under 12), %.0f ns a comparison\n",
           argv[1], tried, latins, (double)first / (double)tried, (double)tenth / (double)tried, sum / (double)found,
           (double)found / (double)trues, spent / (double)tried / (double)latins);
    for (int c = 4; c < 25; c += 2)
        printf("  cost <= %4.1f: %.3f of true pairs, 1 in %.0f of others\n", c / 2.0,
               (double)true_under[c] / (double)trues, others / (other_under[c] + 1e-9));
    return 0;
}
