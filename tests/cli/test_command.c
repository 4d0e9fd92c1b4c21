#include "test.h"

#include "cli/command.h"
#include "cli/completion.h"
#include "cli/help.h"
#include "cli/suggest.h"
#include "cli/text.h"

/* A command line run without a process. */
typedef struct run {
    rt_arena arena;
    rt_output out, err;
    rt_context ctx;
    int code;
} run;

static run *run_words(const char *const *words) {
    static run r;
    r = (run){.out = {.fd = -1}, .err = {.fd = -1}};
    r.ctx = (rt_context){.arena = &r.arena, .out = &r.out, .err = &r.err, .term = {.columns = 80, .rows = 24}};
    rt_strs list = {RT_NEW_N(&r.arena, rt_str, 16), 0};
    for (; *words != NULL; words++) list.at[list.n++] = rt_str_of(*words);
    r.code = rt_cli(&r.ctx, list);
    return &r;
}

#define RUN(...) run_words((const char *const[]){__VA_ARGS__, NULL})

static void end(run *r) {
    rt_buf_close(&r->out.buf);
    rt_buf_close(&r->err.buf);
    rt_arena_close(&r->arena);
}

static void assert_holds(rt_str text, const char *part) {
    if (rt_str_find(text, rt_str_of(part)) == SIZE_MAX) fail_msg("\"%s\" is not in: %.*s", part, RT_FMT(text));
}

static void assert_usage(run *r, const char *part) {
    assert_int_equal(r->code, 2);
    assert_int_equal(r->out.buf.len, 0);
    assert_holds(rt_buf_str(&r->err.buf), part);
    end(r);
}

/* --- the frame ---------------------------------------------------------------------------------------------------- */

static void a_mistyped_command_says_what_was_meant(void **state) {
    (void)state;
    assert_usage(RUN("hlep"), "did you mean 'help'?");
    assert_usage(RUN("versoin", "x"), "did you mean 'version'?");
    assert_usage(RUN("xyzzy"), "no command 'xyzzy' (redthread --help lists them)");
    assert_usage(RUN("help", "hepl"), "did you mean 'help'?");
}

static void nothing_given_says_what_to_do_first_as_an_error(void **state) {
    (void)state;
    assert_usage(run_words((const char *const[]){NULL}), "Three things to do first");
}

static void the_first_screen_has_at_most_60_lines_and_names_every_command(void **state) {
    (void)state;
    run *r = RUN("--help");
    const rt_str text = rt_buf_str(&r->out.buf);
    size_t lines = 0;
    for (size_t i = 0; i < text.len; i++) lines += text.at[i] == '\n';
    assert_int_equal(r->code, 0);
    assert_true(lines <= 60);
    for (const rt_command *const *c = rt_commands; *c != NULL; c++)
        if ((*c)->group != RT_GROUP_HELP) assert_holds(text, (*c)->name);
    assert_holds(text, "--version");
    end(r);
}

static void check_command(const rt_command *c) {
    RT_AUTO(rt_buf) help = {0};
    rt_help_command(&help, c, 80);
    if (c->summary == NULL || c->summary[strlen(c->summary) - 1] == '.')
        fail_msg("%s: a summary without a full stop", c->name);
    if ((c->run == NULL) == (c->subcommands == NULL)) fail_msg("%s: run or subcommands", c->name);
    if (c->run != NULL && (c->examples == NULL || c->examples[0].command == NULL))
        fail_msg("%s has no example", c->name);
    assert_holds(rt_buf_str(&help), c->name);
    for (const rt_command *const *s = c->subcommands; s != NULL && *s != NULL; s++) check_command(*s);
}

static void every_command_has_a_summary_an_example_and_help(void **state) {
    (void)state;
    for (const rt_command *const *c = rt_commands; *c != NULL; c++) check_command(*c);
}

static void assert_fits(rt_str text, unsigned width, const char *whose) {
    rt_str line;
    while (rt_str_split(&text, RT_S("\n"), &line))
        if (rt_text_width(line) > width) fail_msg("help of %s, wider than %u: %.*s", whose, width, RT_FMT(line));
}

static void check_width(rt_buf *out, const rt_command *c) {
    RT_AUTO(rt_buf) help = {0};
    (void)out;
    rt_help_command(&help, c, 80);
    assert_fits(rt_buf_str(&help), 80, c->name);
}

static void help_is_as_wide_as_the_screen(void **state) {
    (void)state;
    RT_AUTO(rt_buf) first = {0}, overview = {0};
    rt_help_first(&first, 60);
    rt_help_overview(&overview, 60);
    assert_fits(rt_buf_str(&first), 60, "nothing");
    assert_fits(rt_buf_str(&overview), 60, "redthread");
    rt_completion_walk(NULL, check_width);
}

static void an_example_that_is_broken_can_be_typed(void **state) {
    (void)state;
    RT_AUTO(rt_buf) out = {0};
    const rt_example e = {"redthread x my.case --why \"so it is\" --by 'A. Clerk' > out.txt", NULL};
    rt_help_example(&out, &e, 2, 36);
    assert_str(rt_buf_str(&out), "  redthread x my.case \\\n"
                                 "      --why \"so it is\" \\\n"
                                 "      --by 'A. Clerk' > out.txt\n");
}

static void the_manual_pages_name_each_other_files_and_environment(void **state) {
    (void)state;
    RT_AUTO(rt_buf) program = {0}, prove = {0};
    const rt_command *audit = rt_command_find(rt_commands, RT_S("audit"));
    rt_help_manual(&program, NULL);
    rt_help_manual(&prove, rt_command_find(audit->subcommands, RT_S("prove")));
    static const char *const told[] = {"*--version*",     "# EXAMPLES",        "XDG\\_STATE\\_HOME",
                                       "redthread/heads", "*redthread-audit*", "130 stopped"};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) assert_holds(rt_buf_str(&program), told[i]);
    assert_holds(rt_buf_str(&prove), "*redthread*(1), *redthread-audit*(1)");
    assert_holds(rt_buf_str(&prove), "\\\\\n"); /* a long example is broken, with a backslash that is no mark */
}

static void check_words(rt_buf *out, const rt_command *c, const rt_option *o) {
    rt_str rest = rt_str_of(rt_option_words(c, o)), word;
    if (rest.len > 0) rt_buf_byte(out, '.');
    while (rt_str_split(&rest, RT_S(" "), &word))
        if (rt_str_find(rt_str_of(o->summary), word) == SIZE_MAX &&
            rt_str_find(rt_str_of(o->argument), word) == SIZE_MAX)
            fail_msg("the help of %s --%s does not name %.*s", c->name, o->name, RT_FMT(word));
}

static void check_options(rt_buf *out, const rt_command *c) { rt_completion_options(out, c, check_words); }

static void words_that_a_shell_completes_stand_in_help(void **state) {
    (void)state;
    RT_AUTO(rt_buf) each = {0};
    rt_completion_walk(&each, check_options);
    assert_int_equal(each.len, 12); /* as many as completion.c knows */
}

static unsigned times_of(const rt_command *c, const char *name) {
    rt_option_group g;
    rt_option o;
    unsigned times = 0;
    for (size_t i = 0; rt_command_options(c, i, &g); i++)
        for (size_t k = 0; rt_option_at(&g, k, &o); k++) times += strcmp(o.name, name) == 0;
    return times;
}

static void check_letters_and_names(const rt_command *c) {
    rt_option_group g;
    rt_option o, found;
    for (size_t i = 0; rt_command_options(c, i, &g); i++)
        for (size_t k = 0; rt_option_at(&g, k, &o); k++) {
            if (times_of(c, o.name) != 1) fail_msg("%s has --%s twice", c->name, o.name);
            if ((o.kind == RT_FLAG) != (o.argument == NULL)) fail_msg("%s: --%s: a flag, or a value", c->name, o.name);
            if (o.letter != 0 && rt_command_letter(c, o.letter, &found) && found.name != o.name)
                fail_msg("%s has -%c twice", c->name, o.letter);
        }
    for (const rt_command *const *s = c->subcommands; s != NULL && *s != NULL; s++) check_letters_and_names(*s);
}

static void no_command_has_an_option_twice(void **state) {
    (void)state;
    for (const rt_command *const *c = rt_commands; *c != NULL; c++) check_letters_and_names(*c);
}

static void help_goes_before_other_mistakes(void **state) {
    (void)state;
    run *r = RUN("version", "too", "many", "--help");
    assert_int_equal(r->code, 0);
    assert_holds(rt_buf_str(&r->out.buf), "usage: redthread version");
    end(r);
}

static void help_is_there_for_machines_too(void **state) {
    (void)state;
    run *r = RUN("help", "version", "--json");
    const rt_str text = rt_buf_str(&r->out.buf);
    assert_int_equal(r->code, 0);
    assert_holds(text, "\"commands\":[{\"name\":\"version\",\"group\":\"Help\"");
    assert_holds(text, "{\"name\":\"json\",\"kind\":\"flag\",\"argument\":null");
    end(r);
}

static void an_error_cannot_steer_the_terminal(void **state) {
    (void)state;
    run *r = RUN("x\x1b[31m\xc2\x9bz\n");
    const rt_str text = rt_buf_str(&r->err.buf);
    assert_true(rt_str_find(text, RT_S("\x1b")) == SIZE_MAX && rt_str_find(text, RT_S("\xc2\x9b")) == SIZE_MAX);
    assert_holds(text, "x\xe2\x90\x9b[31m<U+009B>z");
    end(r);
}

/* --- options ------------------------------------------------------------------------------------------------------ */

static const rt_option options[] = {
    {"format", "F", "how", RT_OPTION_TEXT, 'f'},
    {"keep_going", NULL, "go on", RT_FLAG, 0},
    {"source", "S", "which", RT_OPTION_LIST, 0},
    {0},
};

static const rt_command command = {
    .name = "try", .arguments = "CASE FILE...", .options = options, .shared = RT_SHARED(&rt_lens_options)};

static rt_status read_words(rt_arena *arena, const char *const *words, rt_args *args, rt_error *err) {
    rt_strs list = {RT_NEW_N(arena, rt_str, 16), 0};
    for (; *words != NULL; words++) list.at[list.n++] = rt_str_of(*words);
    return rt_args_read(&command, list, arena, args, err);
}

#define READ(...) read_words(&arena, (const char *const[]){__VA_ARGS__, NULL}, &args, &err)

static void options_stand_anywhere_in_either_form(void **state) {
    (void)state;
    rt_arena arena = {0};
    rt_error err = {0};
    rt_args args;
    OK(READ("--source=a", "c.case", "--keep-going", "--source", "b=1", "f1", "-f", "jsonl", "--clear=", "--", "--at"));
    assert_int_equal(args.words.n, 3);
    assert_str(rt_args_word(&args, 0), "c.case");
    assert_str(rt_args_words_from(&args, 1).at[1], "--at");
    assert_str(rt_args_text(&args, "format"), "jsonl");
    assert_true(rt_args_flag(&args, "keep-going") && rt_args_flag(&args, "keep_going") && !rt_args_flag(&args, "json"));
    const rt_strs sources = rt_args_list(&args, "source", &arena);
    assert_int_equal(sources.n, 2);
    assert_str(sources.at[1], "b=1");
    assert_true(rt_args_has(&args, "clear") && rt_args_text(&args, "clear").len == 0 && !rt_args_has(&args, "at"));
    rt_arena_close(&arena);
}

static void a_dash_and_a_year_before_0_are_arguments(void **state) {
    (void)state;
    rt_arena arena = {0};
    rt_error err = {0};
    rt_args args;
    OK(READ("-", "-0044"));
    assert_str(rt_args_word(&args, 0), "-");
    assert_str(rt_args_word(&args, 1), "-0044");
    rt_arena_close(&arena);
}

static void a_wrong_command_line_says_what_is_wrong(void **state) {
    (void)state;
    rt_arena arena = {0};
    rt_args args;
    const struct {
        const char *words[4];
        const char *message;
    } wrong[] = {
        {{"a", "b", "--formt=x"}, "no option --formt; did you mean --format?"},
        {{"a", "b", "--qqqq"}, "no option --qqqq (redthread try --help)"},
        {{"a", "b", "--format"}, "--format needs a value: --format F"},
        {{"-fx", "--format=a", "--format=b"}, "no option -fx"},
        {{"a", "--format=a", "--format=b"}, "--format is given twice"},
        {{"a", "--keep-going=1", "b"}, "--keep-going takes no value"},
        {{"a"}, "FILE... is missing; usage: redthread try CASE FILE..."},
        {{NULL}, "CASE is missing"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        rt_error err = {0};
        FAILS(read_words(&arena, wrong[i].words, &args, &err), RT_USAGE);
        assert_holds(rt_str_of(err.message), wrong[i].message);
    }
    rt_arena_close(&arena);
}

static void numbers_are_checked(void **state) {
    (void)state;
    rt_arena arena = {0};
    rt_error err = {0};
    rt_args args;
    int64_t n;
    OK(READ("a", "b", "--format=7"));
    OK(rt_args_int(&args, "format", 1, 9, 5, &n, &err));
    assert_int_equal(n, 7);
    FAILS(rt_args_int(&args, "format", 1, 6, 5, &n, &err), RT_USAGE);
    OK(rt_args_int(&args, "at", 1, 9, 5, &n, &err));
    assert_int_equal(n, 5);
    rt_arena_close(&arena);
}

static void every_field_of_a_statement_is_an_option(void **state) {
    (void)state;
    const rt_command c = {.name = "state", .shared = RT_SHARED(&rt_statement_options, &rt_write_options)};
    const char *names[] = {"entity",      "schema",      "prop",    "value", "lang",     "document",
                           "locator",     "quote",       "speaker", "via",   "stance",   "basis",
                           "reliability", "credibility", "said-at", "valid", "handling", "by"};
    rt_option o;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!rt_command_option(&c, rt_str_of(names[i]), &o)) fail_msg("no option --%s", names[i]);
    assert_false(rt_command_option(&c, RT_S("recorded-at"), &o) || rt_command_option(&c, RT_S("id"), &o));
    check_letters_and_names(&c);
}

static void swapped_letters_are_one_edit(void **state) {
    (void)state;
    assert_int_equal(rt_edit_distance(RT_S("shwo"), RT_S("show")), 1);
    assert_int_equal(rt_edit_distance(RT_S("kitten"), RT_S("sitting")), 3);
    assert_int_equal(rt_edit_distance(RT_S(""), RT_S("abc")), 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mistyped_command_says_what_was_meant),
        cmocka_unit_test(nothing_given_says_what_to_do_first_as_an_error),
        cmocka_unit_test(the_first_screen_has_at_most_60_lines_and_names_every_command),
        cmocka_unit_test(every_command_has_a_summary_an_example_and_help),
        cmocka_unit_test(help_is_as_wide_as_the_screen),
        cmocka_unit_test(an_example_that_is_broken_can_be_typed),
        cmocka_unit_test(the_manual_pages_name_each_other_files_and_environment),
        cmocka_unit_test(words_that_a_shell_completes_stand_in_help),
        cmocka_unit_test(no_command_has_an_option_twice),
        cmocka_unit_test(help_goes_before_other_mistakes),
        cmocka_unit_test(help_is_there_for_machines_too),
        cmocka_unit_test(an_error_cannot_steer_the_terminal),
        cmocka_unit_test(options_stand_anywhere_in_either_form),
        cmocka_unit_test(a_dash_and_a_year_before_0_are_arguments),
        cmocka_unit_test(a_wrong_command_line_says_what_is_wrong),
        cmocka_unit_test(numbers_are_checked),
        cmocka_unit_test(every_field_of_a_statement_is_an_option),
        cmocka_unit_test(swapped_letters_are_one_edit),
    };
    return cmocka_run_group_tests_name("cli/command", tests, NULL, NULL);
}
