/* Measures pairs of names for training and for timing.
 *
 *     pair_features < PAIRS.tsv
 *     pair_features --time ROUNDS < PAIRS.tsv
 *
 * A line of PAIRS is schema TAB name TAB name. Prints kind, logit and features of each, TAB apart; or, having read the
 * names once, how many nanoseconds of processor time a comparison takes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "names/pair.h"

typedef struct line {
    rt_name a, b;
} line;

static bool read_pair(rt_arena *arena, char *text, line *l) {
    char *const first = strchr(text, '\t');
    if (first == NULL) return false;
    char *const second = strchr(first + 1, '\t');
    if (second == NULL) return false;
    *first = *second = '\0';
    second[1 + strcspn(second + 1, "\t\n")] = '\0';
    const rt_name_kind kind = rt_name_kind_of(rt_str_of(text));
    rt_name_read(arena, rt_str_copy(arena, rt_str_of(first + 1)), kind, &l->a);
    rt_name_read(arena, rt_str_copy(arena, rt_str_of(second + 1)), kind, &l->b);
    return true;
}

static void print_features(const rt_pair *p) {
    printf("%d\t%.4f", p->kind, (double)p->logit);
    for (size_t i = 0; i < RT_PAIR_FEATURE_COUNT; i++) printf("\t%.4g", (double)p->features[i]);
    printf("\n");
}

static void print_header(void) {
    printf("kind\tlogit");
    for (size_t i = 0; i < RT_PAIR_FEATURE_COUNT; i++) printf("\t%s", rt_pair_feature_names[i]);
    printf("\n");
}

static int print_all(void) {
    char *text = NULL;
    size_t room = 0;
    print_header();
    while (getline(&text, &room, stdin) > 0) {
        RT_AUTO(rt_arena) arena = {0};
        line l;
        rt_pair pair;
        if (!read_pair(&arena, text, &l)) return 1;
        rt_pair_names(&l.a, &l.b, &pair);
        print_features(&pair);
    }
    free(text);
    return 0;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static int time_all(long rounds) {
    RT_AUTO(rt_arena) arena = {0};
    char *text = NULL;
    size_t room = 0, n = 0, cap = 0;
    line *lines = NULL;
    const double begin = now();
    for (; getline(&text, &room, stdin) > 0; n++) {
        if (n == cap) lines = rt_realloc(lines, (cap = cap * 2 + 64) * sizeof *lines);
        if (!read_pair(&arena, text, &lines[n])) return 1;
    }
    const double read = now();
    double sum = 0;
    for (long r = 0; r < rounds; r++)
        for (size_t i = 0; i < n; i++) {
            rt_pair pair;
            rt_pair_names(&lines[i].a, &lines[i].b, &pair);
            sum += (double)pair.logit;
        }
    const double end = now();
    printf("%zu pairs: %.0f ns to read a name, %.0f ns a comparison (sum %.1f)\n", n, (read - begin) / (double)(2 * n),
           (end - read) / (double)(n * (size_t)rounds), sum);
    free(lines);
    free(text);
    return 0;
}

int main(int argc, char **argv) {
    return argc == 3 && strcmp(argv[1], "--time") == 0 ? time_all(strtol(argv[2], NULL, 10)) : print_all();
}
