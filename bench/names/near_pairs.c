/* What calibrates the costs: pairs that are one name beside chance pairs, as fit_costs.py reads them.
 *
 *     near_pairs SCRIPT N OTHERS < PAIRS
 *
 * PAIRS as train_letters.py --pairs prints them. For each of N pairs, spread over the file: "1 cost letters info", and
 * for each Latin name of the file OTHERS, one a line, that is not known to be one with it and costs under 14: "0 cost
 * letters info". The last line: how many chance pairs were tried. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "names/alike.h"
#include "script_named.h"

enum { MOST_PAIRS = 200000, MOST_OTHERS = 20000 };

static const float most = 14;
static char natives[MOST_PAIRS][RT_TOKEN_LETTERS + 1], latins[MOST_PAIRS][RT_TOKEN_LETTERS + 1];
static rt_word others[MOST_OTHERS];
static size_t pairs, other_n;

static void show(int is, const rt_word *native, const rt_word *latin) {
    const float cost = rt_alike_words(native, latin, most).cost;
    if (cost <= most && cost > 0) printf("%d %.3f %d %.2f\n", is, (double)cost, latin->len, (double)latin->info);
}

static void keep(char to[RT_TOKEN_LETTERS + 1], const char *from) {
    memset(to, 0, RT_TOKEN_LETTERS + 1);
    memcpy(to, from, strnlen(from, RT_TOKEN_LETTERS));
}

static void read_all(const char *path) {
    char line[512];
    while (pairs < MOST_PAIRS && fgets(line, sizeof line, stdin)) {
        const char *a = strtok(line, "\t\n"), *b = strtok(NULL, "\t\n");
        if (!a || !b) continue;
        keep(natives[pairs], a);
        keep(latins[pairs++], b);
    }
    FILE *f = fopen(path, "r");
    if (!f) exit(2);
    while (other_n < MOST_OTHERS && fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = '\0';
        rt_word_of_latin(rt_str_of(line), false, &others[other_n++]);
    }
    fclose(f);
}

static bool known(const char *native, const char *latin) {
    for (size_t i = 0; i < pairs; i++)
        if ((strcmp(natives[i], native) == 0 && strcmp(latins[i], latin) == 0) ||
            (strcmp(natives[i], latin) == 0 && strcmp(latins[i], native) == 0))
            return true;
    return false;
}

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    const uint8_t script = script_named(argv[1]);
    read_all(argv[3]);
    size_t n = (size_t)atol(argv[2]), tried = 0, used = 0;
    if (n > pairs) n = pairs;
    for (size_t k = 0; k < n; k++, used++) {
        const size_t i = k * pairs / n;
        rt_word native, latin;
        rt_word_of_latin(rt_str_of(natives[i]), false, &native);
        rt_word_of_latin(rt_str_of(latins[i]), false, &latin);
        native.script = script;
        if (script != RT_LATIN) native.key = 0;
        memset(native.families, 0, sizeof native.families); /* letters alone */
        if (native.key == latin.key || native.len < 2 || latin.len < 2) continue;
        show(1, &native, &latin);
        for (size_t j = 0; j < other_n; j++) {
            tried++;
            if (rt_alike_words(&native, &others[j], most).cost <= most && native.key != others[j].key &&
                !known(natives[i], others[j].latin))
                show(0, &native, &others[j]);
        }
    }
    printf("# %zu true %zu chance\n", used, tried);
    return 0;
}
