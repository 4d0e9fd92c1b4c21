/* Manual pages from the tables, in the language of scdoc. */
#include "cli/command.h"
#include "cli/help.h"

/* scdoc takes _ * \ # ` and brackets as marks where they are not escaped. */
static void plain(rt_buf *out, rt_str s) {
    for (size_t i = 0; i < s.len; i++) {
        const char c = s.at[i];
        if (c == '_' || c == '*' || c == '\\' || c == '`' || c == '#' || c == '[' || c == ']' || c == '<' || c == '>' ||
            c == '~')
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

/* Within it only the backslash is a mark. */
static void literal(rt_buf *out, rt_str s) {
    rt_buf_printf(out, "```\n");
    for (size_t i = 0; i < s.len; i++) rt_buf_printf(out, s.at[i] == '\\' ? "\\\\" : "%c", s.at[i]);
    rt_buf_printf(out, "```\n\n");
}

static void examples(rt_buf *out, const rt_example *e) {
    enum { ROOM = 69 }; /* of 80 columns, behind the page's own indents */
    if (e == NULL) return;
    heading(out, "EXAMPLES");
    for (; e->command != NULL; e++) {
        RT_AUTO(rt_buf) text = {0};
        rt_help_example(&text, e, 0, ROOM);
        literal(out, rt_buf_str(&text));
        if (e->what != NULL) {
            plain_z(out, e->what);
            rt_buf_printf(out, "\n\n");
        }
    }
}

static void exit_codes(rt_buf *out) {
    heading(out, "EXIT STATUS");
    rt_buf_printf(
        out, "0 done; 1 a problem in the data, named with file, line and column where it has them; 2 used wrongly; "
             "130 stopped by Ctrl-C or SIGTERM, with the case as it was.\n");
}

static void page(rt_buf *out, const rt_command *c) {
    rt_buf_byte(out, '*');
    title(out, c);
    rt_buf_printf(out, "*(1)");
}

static void pages(rt_buf *out, const rt_command *const *table, const char *between) {
    for (; table != NULL && *table != NULL; table++, between = ", ") {
        rt_buf_printf(out, "%s", between);
        page(out, *table);
    }
}

/* The command that a subcommand is of, or NULL. */
static const rt_command *parent_of(const rt_command *c) {
    rt_str rest = rt_str_of(c->name), word;
    const bool several = rt_str_split(&rest, RT_S(" "), &word) && rest.len > 0;
    return several ? rt_command_find(rt_commands, word) : NULL;
}

static void see_also(rt_buf *out, const rt_command *c) {
    const rt_command *const parent[] = {parent_of(c), NULL};
    heading(out, "SEE ALSO");
    page(out, NULL);
    pages(out, parent, ", ");
    pages(out, c->subcommands, ", ");
    rt_buf_byte(out, '\n');
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

static const rt_example first_steps[] = {
    {"redthread init my.case", "an empty case"},
    {"redthread import my.case FILE...", "lists, tables, data of other tools go in"},
    {"redthread show my.case \"Some Name\"", "what all of them say of somebody"},
    {0},
};

typedef struct two {
    const char *name, *what;
} two;

static const two environment[] = {
    {"PAGER", "shows what is longer than the screen: less unless set, nothing when it is empty or TERM is dumb"},
    {"NO_COLOR, CLICOLOR, CLICOLOR_FORCE, TERM", "no colours with a NO_COLOR that is not empty, CLICOLOR=0 or "
                                                 "TERM=dumb; with CLICOLOR_FORCE=1 also where no terminal "
                                                 "reads"},
    {"COLUMNS, LINES", "go before the window's size; 80 and 24 where no terminal tells"},
    {"XDG_STATE_HOME, HOME", "where the last head that was seen of each case is kept"},
    {"TMPDIR", "where what a search makes for the moment of a file that is no index is put; else /dev/shm or /tmp"},
    {"LANG, LC_ALL", "change nothing: text is UTF-8, days are days in UTC"},
    {0},
};

static const two files[] = {
    {"~/.local/state/redthread/heads", "the last head that was seen of each case, to tell one that went backwards"},
    {"CASE-wal, CASE-shm",
     "beside a case that is open, or was not closed: belong to it, and the next command takes care"},
    {"CASE.version-N", "what a case of an earlier version was, before it was brought up"},
    {"NAME.xxxxxxxx.new", "a file that was not finished, and may be removed"},
    {0},
};

static void named(rt_buf *out, const two *v) {
    rt_buf_printf(out, "*");
    plain_z(out, v->name);
    rt_buf_printf(out, "*\n\t");
    plain_z(out, v->what);
    rt_buf_printf(out, "\n\n");
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
    heading(out, "OPTIONS");
    rt_buf_printf(out, "*-h*, *--help*\n\tsay what the program or, behind it, a command does\n\n"
                       "*--version*\n\tsay which version this is\n");
    examples(out, first_steps);
    exit_codes(out);
    heading(out, "ENVIRONMENT");
    for (const two *v = environment; v->name != NULL; v++) named(out, v);
    heading(out, "FILES");
    for (const two *v = files; v->name != NULL; v++) named(out, v);
    heading(out, "SEE ALSO");
    pages(out, rt_commands, "");
    rt_buf_byte(out, '\n');
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
    examples(out, c->examples);
    exit_codes(out);
    see_also(out, c);
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
}
