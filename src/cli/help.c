#include "cli/help.h"

#include <string.h>

#include "cli/command.h"
#include "cli/text.h"

#ifndef RT_VERSION
#error "the build gives RT_VERSION"
#endif

enum { WIDEST = 100, COMMAND_COLUMN = 16, LEFT_COLUMN = 26, BELOW = 6, LEAST_ROOM = 24 };

const char *const rt_help_groups[RT_GROUPS] = {
    [RT_GROUP_FILL] = "Make a case and fill it",   [RT_GROUP_LOOK] = "Look",
    [RT_GROUP_NAMES] = "Screen and compare names", [RT_GROUP_TAKE] = "Take out and count",
    [RT_GROUP_TRUST] = "Check and repair",         [RT_GROUP_HELP] = "Help",
};

void rt_help_version(rt_buf *out) { rt_buf_printf(out, "redthread %s\n", RT_VERSION); }

/* A left column and a right one that is wrapped; a left part that is too long stands on a line of its own, and so does
 * every one where the screen is narrow. */
static void two_columns(rt_buf *out, rt_str left, const char *right, unsigned column, unsigned width) {
    rt_str rest = rt_str_of(right), line;
    if (width < column + LEAST_ROOM) column = BELOW;
    const unsigned room = width > column + LEAST_ROOM ? width - column : LEAST_ROOM;
    bool first = rt_text_width(left) < column;
    rt_buf_printf(out, "%-*.*s%s", first ? (int)column : 0, RT_FMT(left), first ? "" : "\n");
    for (; rt_text_line(&rest, room, &line); first = false)
        rt_buf_printf(out, "%*s%.*s\n", first ? 0 : (int)column, "", RT_FMT(line));
}

/* --- the first screen -------------------------------------------------------------------------------------------- */

static void group(rt_buf *out, rt_command_group g, unsigned width) {
    bool begun = false;
    for (const rt_command *const *c = rt_commands; *c != NULL; c++) {
        if ((*c)->group != g) continue;
        if (!begun) rt_buf_printf(out, g == 0 ? "\n%s\n" : "%s\n", rt_help_groups[g]);
        RT_AUTO(rt_buf) left = {0};
        rt_buf_printf(&left, "  %s", (*c)->name);
        two_columns(out, rt_buf_str(&left), (*c)->summary, COMMAND_COLUMN, width);
        begun = true;
    }
}

static void paragraph(rt_buf *out, const char *text, unsigned width) { rt_text_wrap(out, rt_str_of(text), 0, width); }

static void title(rt_buf *out, unsigned width) {
    paragraph(out, "redthread " RT_VERSION ": who says what about whom, and where it is written", width);
}

void rt_help_first(rt_buf *out, unsigned width) {
    if (width > WIDEST) width = WIDEST;
    enum { COLUMN = 40 };
    title(out, width);
    rt_buf_printf(out, "\nThree things to do first:\n");
    two_columns(out, RT_S("  redthread init my.case"), "an empty case", COLUMN, width);
    two_columns(out, RT_S("  redthread import my.case FILE..."), "lists, tables, data of other tools go in", COLUMN,
                width);
    two_columns(out, RT_S("  redthread show my.case \"Some Name\""), "what all of them say of somebody", COLUMN, width);
    rt_buf_byte(out, '\n');
    paragraph(out, "redthread --help lists all commands; redthread COMMAND --help shows one.", width);
}

void rt_help_overview(rt_buf *out, unsigned width) {
    if (width > WIDEST) width = WIDEST;
    title(out, width);
    rt_buf_printf(out, "\nusage: redthread COMMAND [OPTION...] [ARGUMENT...]\n");
    for (rt_command_group g = 0; g < RT_GROUP_HELP; g++) group(out, g, width); /* who is here found the help */
    rt_buf_printf(out, "\nBegin with\n"
                       "  redthread init my.case\n"
                       "  redthread import my.case FILE...\n"
                       "  redthread show my.case \"Some Name\"\n\n");
    paragraph(out,
              "Every command takes --help and --json; --version says which this is. Exit code: 0 done, 1 a problem in "
              "the data, 2 used wrongly, 130 stopped by Ctrl-C.",
              width);
}

/* --- one command ------------------------------------------------------------------------------------------------- */

static void option(rt_buf *out, const rt_option *o, unsigned width) {
    RT_AUTO(rt_arena) arena = {0};
    RT_AUTO(rt_buf) left = {0};
    rt_buf_printf(&left, "  ");
    if (o->letter != 0) rt_buf_printf(&left, "-%c, ", o->letter);
    rt_buf_printf(&left, "--%.*s", RT_FMT(rt_option_name(&arena, o)));
    if (o->argument != NULL) rt_buf_printf(&left, " %s%s", o->argument, o->kind == RT_OPTION_LIST ? "..." : "");
    two_columns(out, rt_buf_str(&left), o->summary, LEFT_COLUMN, width);
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
    rt_buf_byte(out, '\n');
    paragraph(out, c->summary, width);
    rt_buf_printf(out, "\nCommands\n");
    for (const rt_command *const *s = c->subcommands; *s != NULL; s++) {
        RT_AUTO(rt_buf) left = {0};
        rt_buf_printf(&left, "  %s", (*s)->name);
        two_columns(out, rt_buf_str(&left), (*s)->summary, LEFT_COLUMN, width);
    }
}

/* Length of the word that a command line begins with, with the quotes around it. */
static size_t word_length(rt_str s) {
    size_t n = 0;
    char quote = 0;
    for (; n < s.len && (quote != 0 || s.at[n] != ' '); n++) {
        const char c = s.at[n];
        if (quote == 0 && (c == '"' || c == '\''))
            quote = c;
        else if (c == quote)
            quote = 0;
    }
    return n;
}

/* The next word of a command line; an option with its value. */
static rt_str next_piece(rt_str *rest) {
    size_t n = word_length(*rest);
    const bool valued = rt_str_starts(*rest, RT_S("--")) && n + 1 < rest->len && strchr("->|", rest->at[n + 1]) == NULL;
    if (valued) n += 1 + word_length(rt_str_from(*rest, n + 1));
    const rt_str piece = rt_str_cut(*rest, n);
    *rest = rt_str_from(*rest, n < rest->len ? n + 1 : n);
    return piece;
}

void rt_help_example(rt_buf *out, const rt_example *e, unsigned indent, unsigned width) {
    enum { MORE = 4, BREAK = 2 };
    rt_str rest = rt_str_of(e->command);
    unsigned at = 0;
    while (rest.len > 0) {
        const rt_str word = next_piece(&rest);
        const unsigned w = rt_text_width(word), behind = rest.len > 0 ? BREAK : 0;
        const bool breaks = at > indent && at + 1 + w + behind > width;
        if (breaks) rt_buf_printf(out, " \\\n%*s", (int)(indent + MORE), "");
        if (at == 0) rt_buf_printf(out, "%*s", (int)indent, "");
        rt_buf_printf(out, "%s%.*s", at > 0 && !breaks ? " " : "", RT_FMT(word));
        at = breaks ? indent + MORE + w : at == 0 ? indent + w : at + 1 + w;
    }
    rt_buf_byte(out, '\n');
}

static void examples(rt_buf *out, const rt_command *c, unsigned width) {
    if (c->examples == NULL) return;
    rt_buf_printf(out, "\nExamples\n");
    for (const rt_example *e = c->examples; e->command != NULL; e++) {
        rt_help_example(out, e, 2, width);
        if (e->what != NULL) rt_text_wrap(out, rt_str_of(e->what), 6, width);
    }
}

void rt_help_command(rt_buf *out, const rt_command *c, unsigned width) {
    if (width > WIDEST) width = WIDEST;
    usage(out, c, "usage: ");
    if (c->run != NULL) {
        rt_buf_byte(out, '\n');
        paragraph(out, c->summary, width);
    }
    subcommands(out, c, width);
    if (c->description != NULL) {
        rt_buf_byte(out, '\n');
        rt_text_wrap(out, rt_str_of(c->description), 0, width);
    }
    options(out, c, width);
    examples(out, c, width);
}
