/* Subcommands of `index` that change one. */
#pragma once

#include "cli/command.h"

extern const rt_command rt_index_add, rt_index_remove, rt_index_rebuild;
