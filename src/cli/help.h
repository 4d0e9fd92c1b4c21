/* Help, drawn from the tables of commands and options. All append to out; none needs a case. */
#pragma once

#include "base/buf.h"
#include "base/value.h"

struct rt_command;

void rt_help_version(rt_buf *out);

/* What it is, and the three things to do first: for who calls the program without a word. */
void rt_help_first(rt_buf *out);

/* The first screen: what the program is for, the commands by group, what to do next; under 60 lines. */
void rt_help_overview(rt_buf *out);

/* One command: usage, what it does, its options, examples, its subcommands; wrapped to width columns. */
void rt_help_command(rt_buf *out, const struct rt_command *command, unsigned width);

/* The manual page in scdoc's language: of one command, or (NULL) of the program. */
void rt_help_manual(rt_buf *out, const struct rt_command *command);

/* A completion script for bash. */
void rt_help_completion(rt_buf *out);

/* {"version", "commands": [{"name", "group", "arguments", "summary", "description", "options": [{"name", "kind",
 * "argument", "summary", "group"}], "examples": [{"command", "what"}]}]}: one command with its subcommands, or (NULL)
 * all. */
rt_value *rt_help_value(rt_arena *arena, const struct rt_command *command);

/* Headings of the groups, by rt_command_group. */
extern const char *const rt_help_groups[];
