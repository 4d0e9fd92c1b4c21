/* Telling that something is asked as if. */
#pragma once

#include "cli/command.h"
#include "store/lens.h"

/* Says on stderr what a lens supposes, for commands whose output has no place for it: a line each. NULL is fine. */
void rt_as_if_tell(rt_context *ctx, const rt_lens *lens);
