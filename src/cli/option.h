/* Options of a command as a table, and what was given on the command line, read by it.
 *
 * An option is written `--name value` or `--name=value`, or `-n value` where it has a letter, anywhere among the
 * arguments; `--` ends the options; `-` alone, and `-` before a digit (a year before 0), are arguments. In a table `_`
 * stands for `-` in a name, so that names of fields can be used as they are. */
#pragma once

#include "base/str.h"

typedef enum rt_option_kind {
    RT_FLAG,        /* given or not */
    RT_OPTION_TEXT, /* takes a value; given once */
    RT_OPTION_LIST, /* takes a value; given any number of times */
} rt_option_kind;

typedef struct rt_option {
    const char *name;     /* NULL ends a table */
    const char *argument; /* what stands for its value in help: "DAY"; NULL for a flag */
    const char *summary;
    rt_option_kind kind;
    char letter; /* 'o' for -o, or 0 */
} rt_option;

/* Options that belong together, with the heading under which help shows them. They stand in a table, or (at not NULL)
 * are made by a function that returns false behind the last. */
typedef struct rt_option_group {
    const char *title;
    const rt_option *options;
    bool (*at)(size_t i, rt_option *option);
} rt_option_group;

/* The i-th option of a group; false behind the last. */
bool rt_option_at(const rt_option_group *group, size_t i, rt_option *option);

/* Whether name (without dashes in front) is this option's; `-` and `_` are the same. */
bool rt_option_is(const rt_option *option, rt_str name);

/* Appends nothing, returns a copy of the name with `-` for `_`. */
rt_str rt_option_name(rt_arena *arena, const rt_option *option);

typedef struct rt_given {
    rt_option option;
    rt_str value; /* empty for a flag */
} rt_given;

typedef struct rt_args {
    const struct rt_command *command;
    rt_strs words; /* the arguments that are no options, in their order */
    rt_given *given;
    size_t n_given;
    bool help; /* --help was given: nothing else was checked */
} rt_args;

/* Reads what follows the command's name. RT_USAGE with what was meant, when an option is unknown, has no value or is
 * given twice, or when there are too few or too many arguments. Slices point into words; the rest is in the arena. */
RT_RESULT rt_args_read(const struct rt_command *command, rt_strs words, rt_arena *arena, rt_args *args, rt_error *err);

bool rt_args_flag(const rt_args *args, const char *name);
bool rt_args_has(const rt_args *args, const char *name);
rt_str rt_args_text(const rt_args *args, const char *name); /* empty when not given: rt_args_has tells `--x ""` apart */
rt_strs rt_args_list(const rt_args *args, const char *name, rt_arena *arena);
rt_str rt_args_word(const rt_args *args, size_t i);        /* the i-th argument, or empty */
rt_strs rt_args_words_from(const rt_args *args, size_t i); /* that and all behind it */

/* The whole number given for an option, `otherwise` when it was not given; RT_USAGE when it is none in [least, most].
 */
RT_RESULT rt_args_int(const rt_args *args, const char *name, int64_t least, int64_t most, int64_t otherwise, int64_t *n,
                      rt_error *err);

/* The same for a share: a number from 0 to 1, as in --threshold 0.7. */
RT_RESULT rt_args_share(const rt_args *args, const char *name, double otherwise, double *x, rt_error *err);

/* --threads: how many; 0, as many as there are cores, when it was not given. */
#define RT_THREADS_OPTION                                                                                              \
    { "threads", "N", "work on so many threads; as many as there are cores unless told", RT_OPTION_TEXT, 0 }
RT_RESULT rt_args_threads(const rt_args *args, unsigned *n, rt_error *err);
