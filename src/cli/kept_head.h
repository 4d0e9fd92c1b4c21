/* The last head that this program saw of each case, kept outside the case: who puts back an older copy, or writes the
 * whole file anew, is found only so. One small file a case below $XDG_STATE_HOME/redthread/heads (else
 * ~/.local/state/redthread/heads), named by the hash of the case's place and origin. */
#pragma once

#include "cli/command.h"
#include "store/store.h"

/* False where the head does not go on from the one that was seen last. Says on ctx->err when the case is older than, or
 * other than, what was seen last; else keeps its head where it has grown. Where nothing can be kept (no home, a full
 * disk) that is said once a run, and no failure: it helps, and promises nothing. */
bool rt_kept_head_look(rt_context *ctx, rt_store *store);
