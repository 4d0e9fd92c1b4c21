/* A command: one constant struct at the end of src/cli/cmd_NAME.c, and one line in the table of commands.c. What the
 * program takes, `--help`, the manual and the shell's completion come from these tables.
 *
 *     const rt_command rt_cmd_show = {
 *         .name = "show", .group = RT_GROUP_LOOK, .arguments = "CASE WHO",
 *         .summary = "everything on one person, each line with its source",
 *         .options = show_options, .shared = RT_SHARED(&rt_lens_options),
 *         .description = "...", .examples = show_examples, .run = show_run,
 *     };
 */
#pragma once

#include "cli/option.h"
#include "cli/output.h"
#include "cli/term.h"

typedef enum rt_command_group {
    RT_GROUP_FILL,  /* make a case and put things in */
    RT_GROUP_LOOK,  /* views */
    RT_GROUP_NAMES, /* compare, index, screen */
    RT_GROUP_TAKE,  /* take out and count */
    RT_GROUP_TRUST, /* check and repair */
    RT_GROUP_HELP,
    RT_GROUPS,
} rt_command_group;

/* What a command runs with. */
typedef struct rt_context {
    rt_arena *arena;  /* for the whole run */
    rt_output *out;   /* data, and nothing but data */
    rt_output *err;   /* messages and progress */
    rt_terminal term; /* of stdout */
    bool json;        /* --json was given */
    bool told_head;   /* something was said of the case's last head: once a run is enough */
} rt_context;

typedef struct rt_example {
    const char *command; /* as typed, beginning with "redthread" */
    const char *what;    /* what it does, or NULL */
} rt_example;

typedef rt_status rt_command_run(rt_context *ctx, const rt_args *args, rt_error *err);

typedef struct rt_command {
    const char *name; /* "show"; of a subcommand with its command's in front: "audit verify" */
    rt_command_group group;
    const char *arguments;    /* "CASE WHO...", "[CASE]": a word each; [] may be left out, ... any number from one up */
    const char *summary;      /* one line, no full stop */
    const rt_option *options; /* its own; NULL, or ends with {0} */
    const rt_option_group *const *shared; /* groups that it has in common with some others; NULL, or ends with NULL */
    const char *description;              /* paragraphs (each one line, wrapped when shown) parted by an empty one */
    const rt_example *examples;           /* at least one; ends with {0} */
    rt_command_run *run;                  /* NULL where there are subcommands */
    const struct rt_command *const *subcommands; /* NULL, or ends with NULL */
} rt_command;

#define RT_SHARED(...) ((const rt_option_group *const[]){__VA_ARGS__, NULL})

extern const rt_option_group rt_common_options;    /* --json, --help: every command has them */
extern const rt_option_group rt_lens_options;      /* --at --said-by --as-of --source --clear: whatever reads */
extern const rt_option_group rt_write_options;     /* --handling --by: whatever writes */
extern const rt_option_group rt_statement_options; /* an option for each field of a statement that a person may set */

/* How long a command that writes waits for others; in rt_write_options. */
#define RT_WAIT_OPTION                                                                                                 \
    {                                                                                                                  \
        "wait", "SECONDS", "how long to wait while another program writes to the case; 60 unless given",               \
            RT_OPTION_TEXT, 0                                                                                          \
    }

/* The group at i of a command, its own options first; false behind the last. */
bool rt_command_options(const rt_command *command, size_t i, rt_option_group *group);

/* The option of a command by its name, or by its letter; false when it has none such. */
bool rt_command_option(const rt_command *command, rt_str name, rt_option *option);
bool rt_command_letter(const rt_command *command, char letter, rt_option *option);

/* The last word of a command's name: "verify" of "audit verify". */
rt_str rt_command_word(const rt_command *command);

/* All commands in the order in which help shows them; ends with NULL. */
extern const rt_command *const rt_commands[];

/* The command whose last word this is in a table that ends with NULL, or NULL. */
const rt_command *rt_command_find(const rt_command *const *table, rt_str word);

/* Runs a command line without the program's name: finds the command, reads its options, runs it, and prints what went
 * wrong to ctx->err. Returns the exit code: 0 done, 1 a problem in the data, 2 used wrongly. */
int rt_cli(rt_context *ctx, rt_strs words);

/* Prints "redthread: FILE:LINE:COLUMN: MESSAGE"; bytes that would steer a terminal are shown, not sent. */
void rt_print_error(rt_output *to, const rt_error *err);
