/* What commands that print a view share. */
#pragma once

#include "analysis/view.h"
#include "cli/draw.h"

/* Opens the case that is the first argument through the lens that the options ask for, runs the view on the arguments
 * behind it, and prints its object: as JSON with --json, else drawn. */
RT_RESULT rt_run_view(rt_context *ctx, const rt_args *args, const rt_view *view, rt_drawer *draw, rt_error *err);

/* The same for a view that takes more than whom it is about; `who` of what is asked is filled in here. */
RT_RESULT rt_run_view_asked(rt_context *ctx, const rt_args *args, rt_view_args asked, const rt_view *view,
                            rt_drawer *draw, rt_error *err);
