#include "cli/with_view.h"

static rt_status stats_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    return rt_run_view(ctx, args, &rt_view_stats, rt_draw_stats, err);
}

static const rt_example stats_examples[] = {
    {"redthread stats atar.case", "counts"},
    {"redthread stats atar.case --source ofac --json", "of one dataset, for machines"},
    {0},
};

const rt_command rt_cmd_stats = {
    .name = "stats",
    .group = RT_GROUP_TAKE,
    .arguments = "CASE",
    .summary = "how many entities, statements, speakers a case holds",
    .shared = RT_SHARED(&rt_lens_options),
    .description = "Counts what the lens lets through, and nothing else: by kind of entry, schema, dataset, stance, "
                   "speaker and property.",
    .examples = stats_examples,
    .run = stats_run,
};
