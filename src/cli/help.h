/* Help, drawn from the tables of commands and options. All append to out; none needs a case. */
#pragma once

#include "base/buf.h"
#include "base/value.h"

struct rt_command;
struct rt_example;

void rt_help_version(rt_buf *out);

/* What it is, and the three things to do first: for who calls the program without a word; wrapped to width columns. */
void rt_help_first(rt_buf *out, unsigned width);

/* The first screen: what the program is for, the commands by group, what to do next; under 60 lines of 100 columns. */
void rt_help_overview(rt_buf *out, unsigned width);

/* One command: usage, what it does, its options, examples, its subcommands; wrapped to width columns. */
void rt_help_command(rt_buf *out, const struct rt_command *command, unsigned width);

/* An example's command as one may type it, broken between the shell's words with backslashes where it is wider. */
void rt_help_example(rt_buf *out, const struct rt_example *example, unsigned indent, unsigned width);

/* The manual page in scdoc's language: of one command, or (NULL) of the program. */
void rt_help_manual(rt_buf *out, const struct rt_command *command);

/* Completion scripts: of commands, subcommands, options, the words that some options take; files elsewhere. */
void rt_help_bash(rt_buf *out);
void rt_help_fish(rt_buf *out);
void rt_help_zsh(rt_buf *out);

/* {"version", "commands": [{"name", "group", "arguments", "summary", "description", "options": [{"name", "kind",
 * "argument", "summary", "group"}], "examples": [{"command", "what"}]}]}: one command with its subcommands, or (NULL)
 * all. */
rt_value *rt_help_value(rt_arena *arena, const struct rt_command *command);

/* Headings of the groups, by rt_command_group. */
extern const char *const rt_help_groups[];
