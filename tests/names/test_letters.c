#include "names/letters.h"

#include <stdlib.h>

#include "test.h"

/* "first|second [script]" of each token; what is asked for. */
typedef enum show { FIRST, READINGS, SYMBOLS, SIGNS, SCRIPT } show;

static const char *shown(rt_str name, show what) {
    static char out[16384];
    RT_AUTO(rt_arena) arena = {0};
    size_t n = 0;
    const rt_tokens tokens = rt_letters(&arena, name);
    out[0] = '\0';
    for (size_t i = 0; i < tokens.n; i++) {
        const rt_token *t = &tokens.at[i];
        n += (size_t)snprintf(out + n, sizeof out - n, "%s", i > 0 ? " " : "");
        if (what == SYMBOLS)
            n += (size_t)snprintf(out + n, sizeof out - n, "%.*s", RT_FMT(t->symbols));
        else if (what == SCRIPT)
            n += (size_t)snprintf(out + n, sizeof out - n, "%s", rt_script_name(t->script));
        else if (what == SIGNS)
            n += (size_t)snprintf(out + n, sizeof out - n, "%c%.*s%c", t->before ? t->before : '0',
                                  RT_FMT(t->readings[0]), t->after ? t->after : '0');
        else
            for (unsigned k = 0; k < (what == FIRST ? 1 : t->reading_count); k++)
                n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s", k > 0 ? "|" : "", RT_FMT(t->readings[k]));
    }
    return out;
}

static void must(const char *name, show what, const char *wanted) {
    const char *got = shown(rt_str_of(name), what);
    if (strcmp(got, wanted) != 0) fail_msg("\"%s\" gives \"%s\", not \"%s\"", name, got, wanted);
}

#define READS(name, wanted) must(name, FIRST, wanted)
#define ALL(name, wanted) must(name, READINGS, wanted)

static void same(const char *a, const char *b) {
    char once[1024];
    snprintf(once, sizeof once, "%s", shown(rt_str_of(a), READINGS));
    must(b, READINGS, once);
}

static void ascii_is_cut_into_small_letters(void **state) {
    (void)state;
    READS("Oussama ATAR", "oussama atar");
    READS("O'Neil", "oneil");
    READS("  al-Attar,\t9th St. ", "al attar 9th st");
    READS("", "");
    READS("--- '' ...", "");
}

static void signs_between_words_are_told(void **state) {
    (void)state;
    must("ATAR, Oussama J.", SIGNS, "0atar, ,oussama   j.");
    must("A & B (C/D) 'E' F-G", SIGNS, "0a& &b( (c/ /d) )e' 'f- -g0");
    must("\xd0\x90\xd0\xa2\xd0\x90\xd0\xa0, \xd0\xa3. X", SIGNS, "0atar, ,u. .x0");
    must(" Caf\xc3\xa9 ", SIGNS, "0cafe0");
}

/* The path for ASCII and the one for all scripts agree: a word in another script behind changes nothing. */
static void both_paths_read_ascii_alike(void **state) {
    (void)state;
    static const char *const names[] = {"ATAR, Oussama J.",
                                        "O'Neil & Sons (UK) Ltd.",
                                        "Abu 'Ali al-Anbari",
                                        "a@b.c;d [e] {f} \"g\" +h",
                                        "x_y|z*9",
                                        "M/V Star 2000",
                                        "''a''",
                                        "A.B.C. de la Cruz-Diaz"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char longer[256], once[1024];
        snprintf(longer, sizeof longer, "%s, \xd0\xb6", names[i]);
        snprintf(once, sizeof once, "%s", shown(rt_str_of(names[i]), SIGNS));
        const char *both = shown(rt_str_of(longer), SIGNS);
        const size_t n = strlen(once) - 1; /* the sign behind the last differs */
        if (strncmp(once, both, n) != 0) fail_msg("\"%s\": \"%s\" and \"%s\"", names[i], once, both);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ascii_is_cut_into_small_letters),
        cmocka_unit_test(signs_between_words_are_told),
        cmocka_unit_test(both_paths_read_ascii_alike),
    };
    (void)same;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
