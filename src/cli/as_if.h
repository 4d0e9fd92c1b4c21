/* Telling what must be known of a lens: that something is asked as if, or that what was seen then was erased since. */
#pragma once

#include "cli/command.h"
#include "store/lens.h"

/* Says on stderr what a lens supposes, for commands whose output has no place for it: a line each. NULL is fine. */
void rt_as_if_tell(rt_context *ctx, const rt_lens *lens);

/* The same of what was erased since the day that it asks as of, of what its reader may know. */
void rt_erased_tell(rt_context *ctx, rt_lens *lens);
