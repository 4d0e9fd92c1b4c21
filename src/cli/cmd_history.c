#include "cli/with_view.h"

static rt_status history_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    return rt_run_view(ctx, args, &rt_view_history, rt_draw_history, err);
}

static const rt_example history_examples[] = {
    {"redthread history my.case \"Oussama Atar\"", "every judgement on him"},
    {"redthread history my.case ofac-22524 --as-of 2026-10-31", "as it was then"},
    {0},
};

const rt_command rt_cmd_history = {
    .name = "history",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE WHO",
    .summary = "who judged it to be one with whom, or not, when and why",
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Prints which entities are judged to be this one, and every judgement on any of them: by whom, when, "
        "why, and what the name engine said of the two at that time. One that a later judgement on the same "
        "pair took back is marked `overruled`; one that would join two entities that are judged different "
        "is marked `held back`.",
    .examples = history_examples,
    .run = history_run,
};
