/* What rt_letters makes of names, for scripts that train on it: a name a line in; out, for each, its tokens apart by
 * TABs, each as "first|other|readings symbols script before after". With -r N: reads all N times and tells how long one
 * name takes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "names/letters.h"

static char sign(char c) { return c == '\0' ? '0' : c == ' ' ? '_' : c; }

static void print(const rt_token *t) {
    for (unsigned k = 0; k < t->reading_count; k++) printf("%s%.*s", k > 0 ? "|" : "", RT_FMT(t->readings[k]));
    printf(" %.*s %s %c %c%s%s", RT_FMT(t->symbols), rt_script_name(t->script), sign(t->before), sign(t->after),
           t->surname_first ? " surname-first" : "", t->capitals ? " capitals" : "");
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

typedef struct text {
    char *at;
    size_t len, room;
} text;

static text read_all(FILE *f) {
    text t = {NULL, 0, 0};
    for (size_t n = 1; n > 0; t.len += n) {
        if (t.len + 65536 > t.room) t.at = rt_realloc(t.at, t.room = t.room * 2 + 131072);
        n = fread(t.at + t.len, 1, 65536, f);
    }
    return t;
}

/* Nanoseconds a line. */
static void measure(text t, long times) {
    rt_arena arena = {0};
    size_t lines = 0;
    const double start = now();
    for (long i = 0; i < times; i++) {
        rt_str rest = {t.at, t.len}, line;
        while (rt_str_split(&rest, RT_S("\n"), &line)) {
            (void)rt_letters(&arena, line);
            rt_arena_reset(&arena);
            lines++;
        }
    }
    printf("%.0f ns a name\n", (now() - start) / (double)lines * 1e9);
    rt_arena_close(&arena);
}

int main(int argc, char **argv) {
    text t = read_all(stdin);
    rt_arena arena = {0};
    rt_str rest = {t.at, t.len}, line;
    if (argc == 3 && strcmp(argv[1], "-r") == 0) {
        measure(t, strtol(argv[2], NULL, 10));
        free(t.at);
        return 0;
    }
    while (rt_str_split(&rest, RT_S("\n"), &line)) {
        if (line.at == t.at + t.len) break; /* behind the last line's end */
        const rt_tokens tokens = rt_letters(&arena, line);
        for (size_t i = 0; i < tokens.n; i++) {
            if (i > 0) putchar('\t');
            print(&tokens.at[i]);
        }
        putchar('\n');
        rt_arena_reset(&arena);
    }
    rt_arena_close(&arena);
    free(t.at);
    return 0;
}
