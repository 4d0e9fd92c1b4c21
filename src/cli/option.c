#include "cli/option.h"

#include "base/parallel.h"
#include "cli/command.h"
#include "cli/suggest.h"

bool rt_option_at(const rt_option_group *group, size_t i, rt_option *option) {
    if (group->at != NULL) return group->at(i, option);
    if (group->options == NULL || group->options[i].name == NULL) return false;
    *option = group->options[i];
    return true;
}

static char dashed(char c) { return c == '_' ? '-' : c; }

bool rt_option_is(const rt_option *option, rt_str name) {
    const rt_str own = rt_str_of(option->name);
    if (own.len != name.len) return false;
    for (size_t i = 0; i < own.len; i++)
        if (dashed(own.at[i]) != dashed(name.at[i])) return false;
    return true;
}

rt_str rt_option_name(rt_arena *arena, const rt_option *option) {
    const rt_str own = rt_str_of(option->name);
    char *at = rt_arena_alloc(arena, own.len + 1);
    for (size_t i = 0; i < own.len; i++) at[i] = dashed(own.at[i]);
    return (rt_str){at, own.len};
}

/* --- reading the command line ------------------------------------------------------------------------------------ */

typedef struct reader {
    rt_strs words;
    size_t next;
    bool ended; /* "--" was read */
    rt_arena *arena;
    rt_args *args;
    rt_error *err;
} reader;

static bool is_option(rt_str word) { return word.len > 1 && word.at[0] == '-' && !rt_is_digit(word.at[1]); }

static rt_status unknown(reader *r, rt_str word, rt_str name) {
    const rt_command *c = r->args->command;
    rt_guess guess = {.typed = name, .distance = SIZE_MAX};
    rt_option_group g;
    rt_option o;
    for (size_t i = 0; rt_command_options(c, i, &g); i++)
        for (size_t k = 0; rt_option_at(&g, k, &o); k++) rt_guess_try(&guess, rt_option_name(r->arena, &o));
    if (guess.best.len > 0)
        return rt_fail(r->err, RT_USAGE, "%s has no option %.*s; did you mean --%.*s?", c->name, RT_FMT(word),
                       RT_FMT(guess.best));
    return rt_fail(r->err, RT_USAGE, "%s has no option %.*s (redthread %s --help)", c->name, RT_FMT(word), c->name);
}

static bool given(const rt_args *args, const rt_option *option) {
    for (size_t i = 0; i < args->n_given; i++)
        if (args->given[i].option.name == option->name) return true;
    return false;
}

static rt_status keep(reader *r, const rt_option *o, rt_str shown, bool has_value, rt_str value) {
    if (o->kind == RT_FLAG && has_value) return rt_fail(r->err, RT_USAGE, "%.*s takes no value", RT_FMT(shown));
    if (o->kind == RT_OPTION_TEXT && given(r->args, o))
        return rt_fail(r->err, RT_USAGE, "%.*s is given twice", RT_FMT(shown));
    if (o->kind != RT_FLAG && !has_value) {
        if (r->next == r->words.n)
            return rt_fail(r->err, RT_USAGE, "%.*s needs a value: %.*s %s", RT_FMT(shown), RT_FMT(shown), o->argument);
        value = r->words.at[r->next++];
    }
    r->args->given[r->args->n_given++] = (rt_given){*o, value};
    return rt_ok;
}

/* `--name`, `--name=value`, `-n` */
static rt_status option(reader *r, rt_str word) {
    rt_option o;
    const bool is_long = rt_str_starts(word, RT_S("--"));
    const size_t equals = is_long ? rt_str_find(word, RT_S("=")) : SIZE_MAX;
    const rt_str shown = rt_str_cut(word, equals), name = rt_str_from(shown, is_long ? 2 : 1);
    const bool known = is_long ? rt_command_option(r->args->command, name, &o)
                               : name.len == 1 && rt_command_letter(r->args->command, name.at[0], &o);
    if (!known) return unknown(r, shown, name);
    return keep(r, &o, shown, equals != SIZE_MAX, equals != SIZE_MAX ? rt_str_from(word, equals + 1) : (rt_str){"", 0});
}

static rt_status word(reader *r) {
    const rt_str w = r->words.at[r->next++];
    if (!r->ended && rt_str_is(w, "--"))
        r->ended = true;
    else if (!r->ended && is_option(w))
        return option(r, w);
    else
        r->args->words.at[r->args->words.n++] = w;
    return rt_ok;
}

/* Compares the number of arguments with the words of "CASE WHO...". */
static rt_status count(const rt_args *args, rt_error *err) {
    const rt_command *c = args->command;
    rt_str rest = rt_str_of(c->arguments), part;
    size_t n = 0;
    bool any = false;
    while (rest.len > 0 && rt_str_split(&rest, RT_S(" "), &part)) {
        any |= rt_str_find(part, RT_S("...")) != SIZE_MAX;
        if (part.at[0] != '[' && n >= args->words.n)
            return rt_fail(err, RT_USAGE, "%s: %.*s is missing; usage: redthread %s %s", c->name, RT_FMT(part), c->name,
                           c->arguments);
        n++;
    }
    if (any || args->words.n <= n) return rt_ok;
    return rt_fail(err, RT_USAGE, "%s: '%.*s' is one argument too many; usage: redthread %s %s", c->name,
                   RT_FMT(args->words.at[n]), c->name, c->arguments != NULL ? c->arguments : "");
}

static bool asks_for_help(rt_strs words) {
    for (size_t i = 0; i < words.n && !rt_str_is(words.at[i], "--"); i++)
        if (rt_str_is(words.at[i], "--help") || rt_str_is(words.at[i], "-h")) return true;
    return false;
}

rt_status rt_args_read(const rt_command *command, rt_strs words, rt_arena *arena, rt_args *args, rt_error *err) {
    *args = (rt_args){.command = command, .help = asks_for_help(words)};
    if (args->help) return rt_ok;
    args->words.at = RT_NEW_N(arena, rt_str, words.n);
    args->given = RT_NEW_N(arena, rt_given, words.n);
    reader r = {.words = words, .arena = arena, .args = args, .err = err};
    while (r.next < words.n) RT_TRY(word(&r));
    return count(args, err);
}

/* --- looking at what was given ----------------------------------------------------------------------------------- */

static const rt_given *find(const rt_args *args, const char *name) {
    for (size_t i = args->n_given; i > 0; i--)
        if (rt_option_is(&args->given[i - 1].option, rt_str_of(name))) return &args->given[i - 1];
    return NULL;
}

bool rt_args_has(const rt_args *args, const char *name) { return find(args, name) != NULL; }
bool rt_args_flag(const rt_args *args, const char *name) { return find(args, name) != NULL; }

rt_str rt_args_text(const rt_args *args, const char *name) {
    const rt_given *g = find(args, name);
    return g != NULL ? g->value : (rt_str){"", 0};
}

rt_strs rt_args_list(const rt_args *args, const char *name, rt_arena *arena) {
    rt_strs list = {RT_NEW_N(arena, rt_str, args->n_given), 0};
    for (size_t i = 0; i < args->n_given; i++)
        if (rt_option_is(&args->given[i].option, rt_str_of(name))) list.at[list.n++] = args->given[i].value;
    return list;
}

rt_str rt_args_word(const rt_args *args, size_t i) { return i < args->words.n ? args->words.at[i] : (rt_str){"", 0}; }

rt_strs rt_args_words_from(const rt_args *args, size_t i) {
    return i < args->words.n ? (rt_strs){args->words.at + i, args->words.n - i} : (rt_strs){NULL, 0};
}

rt_status rt_args_int(const rt_args *args, const char *name, int64_t least, int64_t most, int64_t otherwise, int64_t *n,
                      rt_error *err) {
    const rt_given *g = find(args, name);
    *n = otherwise;
    if (g == NULL || (rt_str_int(g->value, n) && *n >= least && *n <= most)) return rt_ok;
    return rt_fail(err, RT_USAGE, "--%s takes a whole number from %lld to %lld, not '%.*s'", name, (long long)least,
                   (long long)most, RT_FMT(g->value));
}

rt_status rt_args_threads(const rt_args *args, unsigned *n, rt_error *err) {
    int64_t asked;
    RT_TRY(rt_args_int(args, "threads", 1, RT_THREADS_MOST, 0, &asked, err));
    *n = (unsigned)asked;
    return rt_ok;
}

/* "0.75": digits and at most one point, so that no locale, sign or exponent gives it another meaning. */
static bool read_share(rt_str text, double *x) {
    double value = 0, unit = 1;
    bool point = false, digits = false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '.' && !point) {
            point = true;
            continue;
        }
        if (!rt_is_digit(text.at[i])) return false;
        digits = true;
        if (point)
            value += (unit /= 10) * (text.at[i] - '0');
        else
            value = value * 10 + (text.at[i] - '0');
    }
    *x = value;
    return digits && value <= 1;
}

rt_status rt_args_share(const rt_args *args, const char *name, double otherwise, double *x, rt_error *err) {
    const rt_given *g = find(args, name);
    *x = otherwise;
    if (g == NULL || read_share(g->value, x)) return rt_ok;
    return rt_fail(err, RT_USAGE, "--%s takes a number from 0 to 1, not '%.*s'", name, RT_FMT(g->value));
}
