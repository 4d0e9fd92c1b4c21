/* To whom something of the case went. */
#include "base/pick.h"
#include "cli/audit.h"
#include "cli/draw_sent.h"
#include "cli/with_view.h"

static rt_status sent_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    return rt_run_view(ctx, args, &rt_view_sent, rt_draw_sent, err);
}

static const rt_example sent_examples[] = {
    {"redthread audit sent atar.case", "to whom exports, reports and copies went"},
    {"redthread audit sent atar.case --as-of 2026-10-31", "as far as it was noted by then"},
    {0},
};
const rt_command rt_audit_sent = {
    .name = "audit sent",
    .arguments = "CASE",
    .summary = "to whom something of the case went, by the notes of --to",
    .shared = RT_SHARED(&rt_lens_options),
    .examples = sent_examples,
    .run = sent_run,
    .description =
        "Prints what `export`, `report`, `backup` and `index build` noted with --to: to whom it went, when, by whom, "
        "what for, as "
        "what, and through which lens it was made. What went out without --to is not known to the case, nor what "
        "somebody kept of what was shown to them.",
};
