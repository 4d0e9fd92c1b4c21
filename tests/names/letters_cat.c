/* What rt_letters makes of names, for scripts that train on it: a name a line in; out, for each, its tokens apart by
 * TABs, each as "first|other|readings symbols script before after". With -r N: reads all N times and tells how long one
 * name takes; with -i N: how long ICU's transliterator takes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "names/letters.h"

static char sign(char c) { return c == '\0' ? '0' : c == ' ' ? '_' : c; }

static void print(const rt_token *t) {
    for (unsigned k = 0; k < t->reading_count; k++) printf("%s%.*s", k > 0 ? "|" : "", RT_FMT(t->readings[k]));
    printf(" %.*s %s %c %c%s%s", RT_FMT(t->symbols), rt_script_name(t->script), sign(t->before), sign(t->after),
           t->surname_first ? " surname-first" : "", t->capitals ? " capitals" : "");
}

/* Seconds of this process. */
static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

typedef struct input {
    char *at;
    size_t len, room;
} input;

static input read_all(FILE *f) {
    input t = {NULL, 0, 0};
    for (size_t n = 1; n > 0; t.len += n) {
        if (t.len + 65536 > t.room) t.at = rt_realloc(t.at, t.room = t.room * 2 + 131072);
        n = fread(t.at + t.len, 1, 65536, f);
    }
    return t;
}

typedef void reader(rt_arena *arena, rt_str name, void *with);

static void by_letters(rt_arena *arena, rt_str name, void *with) {
    (void)with;
    (void)rt_letters(arena, name);
}

/* What ICU alone makes of a name, for comparison. */
static void by_icu(rt_arena *arena, rt_str name, void *with) {
    UErrorCode status = U_ZERO_ERROR;
    const int32_t room = (int32_t)name.len * 8 + 64;
    UChar *text = RT_NEW_N(arena, UChar, (size_t)room);
    int32_t n = 0;
    u_strFromUTF8WithSub(text, room, &n, name.at, (int32_t)name.len, 0xFFFD, NULL, &status);
    int32_t limit = n;
    utrans_transUChars(with, text, &n, room, 0, &limit, &status);
}

/* Prints the time that one line takes. */
static void measure(input t, long times, reader *read, void *with) {
    rt_arena arena = {0};
    size_t lines = 0;
    const double start = now();
    for (long i = 0; i < times; i++) {
        rt_str rest = {t.at, t.len}, line;
        while (rt_str_split(&rest, RT_S("\n"), &line)) {
            read(&arena, line, with);
            rt_arena_reset(&arena);
            lines++;
        }
    }
    printf("%.0f ns a name\n", (now() - start) / (double)lines * 1e9);
    rt_arena_close(&arena);
}

static void measure_icu(input t, long times) {
    UErrorCode status = U_ZERO_ERROR;
    UTransliterator *any = utrans_openU(u"Any-Latin; Latin-ASCII; Lower", -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    measure(t, times, by_icu, any);
    utrans_close(any);
}

static void print_all(input t) {
    rt_arena arena = {0};
    rt_str rest = {t.at, t.len}, line;
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
}

int main(int argc, char **argv) {
    input t = read_all(stdin);
    const long times = argc == 3 ? strtol(argv[2], NULL, 10) : 0;
    if (argc == 3 && strcmp(argv[1], "-r") == 0)
        measure(t, times, by_letters, NULL);
    else if (argc == 3 && strcmp(argv[1], "-i") == 0)
        measure_icu(t, times);
    else
        print_all(t);
    free(t.at);
    return 0;
}
