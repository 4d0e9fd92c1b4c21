#include "cli/with_view.h"

static rt_status movements_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    return rt_run_view(ctx, args, &rt_view_movements, rt_draw_movements, err);
}

static const rt_example movements_examples[] = {
    {"redthread movements atar.case \"Oussama Atar\"", "where he was, in the order of time"},
    {0},
};

const rt_command rt_cmd_movements = {
    .name = "movements",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE WHO",
    .summary = "where somebody was, and the last place that is known",
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Prints the stays of one person in the order of time, a row for each source's version, and marks what "
        "is not certain. Then the last place at which the person surely was, and the gap before it: the days "
        "between the end of what came surely before and that stay, at least and at most, since a stay of "
        "uncertain date may lie in it.",
    .examples = movements_examples,
    .run = movements_run,
};
