/* Manual pages from the tables, in the language of scdoc. */
#include "cli/command.h"
#include "cli/help.h"

/* scdoc takes _ * \ # and brackets as marks where they are not escaped. */
static void plain(rt_buf *out, rt_str s) {
    for (size_t i = 0; i < s.len; i++) {
        const char c = s.at[i];
        if (c == '_' || c == '*' || c == '\\' || c == '#' || c == '[' || c == ']' || c == '<' || c == '>' || c == '~')
            rt_buf_byte(out, '\\');
        rt_buf_byte(out, c);
    }
}

static void plain_z(rt_buf *out, const char *s) { plain(out, rt_str_of(s)); }

static void title(rt_buf *out, const rt_command *c) {
    rt_str rest = rt_str_of(c != NULL ? c->name : ""), part;
    rt_buf_printf(out, "redthread");
    while (rest.len > 0 && rt_str_split(&rest, RT_S(" "), &part)) rt_buf_printf(out, "-%.*s", RT_FMT(part));
}

static void heading(rt_buf *out, const char *text) { rt_buf_printf(out, "\n# %s\n\n", text); }

static void option(rt_buf *out, const rt_option *o) {
    RT_AUTO(rt_arena) arena = {0};
    if (o->letter != 0) rt_buf_printf(out, "*-%c*, ", o->letter);
    rt_buf_printf(out, "*--%.*s*", RT_FMT(rt_option_name(&arena, o)));
    if (o->argument != NULL) {
        rt_buf_printf(out, " _%s_", o->argument);
        if (o->kind == RT_OPTION_LIST) rt_buf_printf(out, "...");
    }
    rt_buf_printf(out, "\n\t");
    plain_z(out, o->summary);
    rt_buf_printf(out, "\n\n");
}

static void options(rt_buf *out, const rt_command *c) {
    rt_option_group g;
    rt_option o;
    for (size_t i = 0; rt_command_options(c, i, &g); i++)
        for (size_t k = 0; rt_option_at(&g, k, &o); k++) {
            if (k == 0) rt_buf_printf(out, "\n## %s\n\n", g.title);
            option(out, &o);
        }
}

static void usage(rt_buf *out, const rt_command *c) {
    rt_buf_printf(out, "*redthread %s* \\[OPTION...\\] ", c->name);
    plain_z(out, c->arguments);
    rt_buf_printf(out, "\n\n");
}

static void examples(rt_buf *out, const rt_command *c) {
    if (c->examples == NULL) return;
    heading(out, "EXAMPLES");
    for (const rt_example *e = c->examples; e->command != NULL; e++) {
        rt_buf_printf(out, "```\n%s\n```\n\n", e->command);
        if (e->what != NULL) {
            plain_z(out, e->what);
            rt_buf_printf(out, "\n\n");
        }
    }
}

static void exit_codes(rt_buf *out) {
    heading(out, "EXIT STATUS");
    rt_buf_printf(
        out, "0 done; 1 a problem in the data, named with file, line and column where it has them; 2 used wrongly.\n");
}

static void list(rt_buf *out, const rt_command *const *table) {
    heading(out, "COMMANDS");
    for (; *table != NULL; table++) {
        rt_buf_printf(out, "*%s*", (*table)->name);
        if ((*table)->arguments != NULL) {
            rt_buf_byte(out, ' ');
            plain_z(out, (*table)->arguments);
        }
        rt_buf_printf(out, "\n\t");
        plain_z(out, (*table)->summary);
        rt_buf_printf(out, "\n\n");
    }
}

static void program(rt_buf *out) {
    heading(out, "SYNOPSIS");
    rt_buf_printf(out, "*redthread* _COMMAND_ \\[OPTION...\\] \\[ARGUMENT...\\]\n");
    heading(out, "DESCRIPTION");
    rt_buf_printf(
        out,
        "Keeps what sources say about people as attributed, dated statements in one case file, and shows what they add "
        "up to, each line with its source.\n");
    list(out, rt_commands);
    exit_codes(out);
    heading(out, "ENVIRONMENT");
    rt_buf_printf(
        out,
        "*PAGER* shows what is longer than the screen (less unless set; none when empty). *NO\\_COLOR*, *CLICOLOR* and "
        "*TERM*=dumb turn colours off. *COLUMNS* and *LINES* go before the window's size.\n");
}

static void one(rt_buf *out, const rt_command *c) {
    heading(out, "SYNOPSIS");
    if (c->run != NULL) usage(out, c);
    for (const rt_command *const *s = c->subcommands; s != NULL && *s != NULL; s++) usage(out, *s);
    if (c->description != NULL) {
        heading(out, "DESCRIPTION");
        plain_z(out, c->description);
        rt_buf_byte(out, '\n');
    }
    if (c->subcommands != NULL) list(out, c->subcommands);
    heading(out, "OPTIONS");
    options(out, c);
    examples(out, c);
    exit_codes(out);
}

void rt_help_manual(rt_buf *out, const rt_command *c) {
    title(out, c);
    rt_buf_printf(out, "(1)\n\n# NAME\n\n");
    title(out, c);
    rt_buf_printf(out, " - ");
    plain_z(out, c != NULL ? c->summary : "who says what about whom, and where it is written");
    rt_buf_byte(out, '\n');
    if (c != NULL)
        one(out, c);
    else
        program(out);
    heading(out, "SEE ALSO");
    rt_buf_printf(out, c != NULL ? "*redthread*(1)\n" : "*redthread help* _COMMAND_\n");
}
