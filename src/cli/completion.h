/* What the completion scripts of all shells are made of. */
#pragma once

#include "cli/command.h"

/* The words that an option of a command takes, parted by blanks; NULL where it takes any text. */
const char *rt_option_words(const rt_command *command, const rt_option *option);

/* Whether an option's value is a file or a folder. */
bool rt_option_takes_file(const rt_option *option);

/* Calls `each` for every command and subcommand, in the order of help. */
void rt_completion_walk(rt_buf *out, void (*each)(rt_buf *out, const rt_command *command));

/* The same for every option of a command. */
void rt_completion_options(rt_buf *out, const rt_command *command,
                           void (*each)(rt_buf *out, const rt_command *command, const rt_option *option));
