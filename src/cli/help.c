#include "cli/help.h"

#include "cli/command.h"
#include "cli/text.h"

#ifndef RT_VERSION
#error "the build gives RT_VERSION"
#endif

enum { WIDEST = 100, COMMAND_COLUMN = 14, LEFT_COLUMN = 26 };

const char *const rt_help_groups[RT_GROUPS] = {
    [RT_GROUP_FILL] = "Make a case and fill it",   [RT_GROUP_LOOK] = "Look",
    [RT_GROUP_NAMES] = "Screen and compare names", [RT_GROUP_TAKE] = "Take out and count",
    [RT_GROUP_TRUST] = "Check and repair",         [RT_GROUP_HELP] = "Help",
};

void rt_help_version(rt_buf *out) { rt_buf_printf(out, "redthread %s\n", RT_VERSION); }

/* --- the first screen -------------------------------------------------------------------------------------------- */

static void group(rt_buf *out, rt_command_group g) {
    bool begun = false;
    for (const rt_command *const *c = rt_commands; *c != NULL; c++) {
        if ((*c)->group != g) continue;
        if (!begun) rt_buf_printf(out, g == 0 ? "\n%s\n" : "%s\n", rt_help_groups[g]);
        rt_buf_printf(out, "  %-*s%s\n", COMMAND_COLUMN, (*c)->name, (*c)->summary);
        begun = true;
    }
}

static void title(rt_buf *out) {
    rt_buf_printf(out, "redthread %s: who says what about whom, and where it is written\n\n", RT_VERSION);
}

void rt_help_first(rt_buf *out) {
    title(out);
    rt_buf_printf(out, "Three things to do first:\n"
                       "  redthread init my.case                an empty case\n"
                       "  redthread import my.case FILE...      lists, tables and entities of other tools go in\n"
                       "  redthread show my.case \"Some Name\"    what all of them say of somebody\n\n"
                       "redthread --help lists all commands; redthread COMMAND --help shows one, with examples.\n");
}

void rt_help_overview(rt_buf *out) {
    title(out);
    rt_buf_printf(out, "usage: redthread COMMAND [OPTION...] [ARGUMENT...]\n");
    for (rt_command_group g = 0; g < RT_GROUP_HELP; g++) group(out, g); /* who is here found the help */
    rt_buf_printf(out,
                  "\nBegin with\n"
                  "  redthread init my.case\n"
                  "  redthread import my.case FILE...\n"
                  "  redthread show my.case \"Some Name\"\n\n"
                  "Every command takes --help (with examples) and --json; --version says which this is. Exit code: 0\n"
                  "done, 1 a problem in the data (file, line and column are named), 2 used wrongly.\n");
}

/* --- one command ------------------------------------------------------------------------------------------------- */

/* A left column and a right one that is wrapped; a left part that is too long stands on a line of its own. */
static void two_columns(rt_buf *out, rt_str left, const char *right, unsigned width) {
    rt_str rest = rt_str_of(right), line;
    const unsigned room = width > LEFT_COLUMN + 20 ? width - LEFT_COLUMN : 20;
    bool first = left.len + 2 < LEFT_COLUMN;
    rt_buf_printf(out, "%-*.*s%s", first ? LEFT_COLUMN : 0, RT_FMT(left), first ? "" : "\n");
    for (; rt_text_line(&rest, room, &line); first = false)
        rt_buf_printf(out, "%*s%.*s\n", first ? 0 : LEFT_COLUMN, "", RT_FMT(line));
}

static void option(rt_buf *out, const rt_option *o, unsigned width) {
    RT_AUTO(rt_arena) arena = {0};
    RT_AUTO(rt_buf) left = {0};
    rt_buf_printf(&left, "  ");
    if (o->letter != 0) rt_buf_printf(&left, "-%c, ", o->letter);
    rt_buf_printf(&left, "--%.*s", RT_FMT(rt_option_name(&arena, o)));
    if (o->argument != NULL) rt_buf_printf(&left, " %s%s", o->argument, o->kind == RT_OPTION_LIST ? "..." : "");
    two_columns(out, rt_buf_str(&left), o->summary, width);
}

static void options(rt_buf *out, const rt_command *c, unsigned width) {
    rt_option_group g;
    rt_option o;
    for (size_t i = 0; rt_command_options(c, i, &g); i++)
        for (size_t k = 0; rt_option_at(&g, k, &o); k++) {
            if (k == 0) rt_buf_printf(out, "\n%s\n", g.title);
            option(out, &o, width);
        }
}

static void usage(rt_buf *out, const rt_command *c, const char *before) {
    if (c->run == NULL) return;
    const char *arguments = c->arguments != NULL ? c->arguments : "";
    rt_buf_printf(out, "%sredthread %s [OPTION...]%s%s\n", before, c->name, *arguments != 0 ? " " : "", arguments);
}

static void subcommands(rt_buf *out, const rt_command *c, unsigned width) {
    if (c->subcommands == NULL) return;
    for (const rt_command *const *s = c->subcommands; *s != NULL; s++)
        usage(out, *s, s == c->subcommands ? "usage: " : "       ");
    rt_buf_printf(out, "\n%s\n\nCommands\n", c->summary);
    for (const rt_command *const *s = c->subcommands; *s != NULL; s++) {
        RT_AUTO(rt_buf) left = {0};
        rt_buf_printf(&left, "  %s", (*s)->name);
        two_columns(out, rt_buf_str(&left), (*s)->summary, width);
    }
}

static void examples(rt_buf *out, const rt_command *c, unsigned width) {
    if (c->examples == NULL) return;
    rt_buf_printf(out, "\nExamples\n");
    for (const rt_example *e = c->examples; e->command != NULL; e++) {
        rt_buf_printf(out, "  %s\n", e->command);
        if (e->what != NULL) rt_text_wrap(out, rt_str_of(e->what), 6, width);
    }
}

void rt_help_command(rt_buf *out, const rt_command *c, unsigned width) {
    if (width > WIDEST) width = WIDEST;
    usage(out, c, "usage: ");
    if (c->run != NULL) rt_buf_printf(out, "\n%s\n", c->summary);
    subcommands(out, c, width);
    if (c->description != NULL) {
        rt_buf_byte(out, '\n');
        rt_text_wrap(out, rt_str_of(c->description), 0, width);
    }
    options(out, c, width);
    examples(out, c, width);
}
