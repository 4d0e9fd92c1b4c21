/* What commands that print a view share. */
#pragma once

#include "analysis/view.h"
#include "cli/draw.h"

/* Opens the case that is the first argument through the lens that the options ask for, runs the view on the arguments
 * behind it, and prints its object: as JSON with --json, else drawn. */
RT_RESULT rt_run_view(rt_context *ctx, const rt_args *args, const rt_view *view, rt_drawer *draw, rt_error *err);
