#include "cli/with_view.h"

static rt_status exhibits_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    return rt_run_view(ctx, args, &rt_view_exhibits, rt_draw_exhibits, err);
}

static const rt_example exhibits_examples[] = {
    {"redthread exhibits atar.case", "all that was found, as it lay"},
    {"redthread exhibits atar.case \"Oussama Atar\"", "what was found with somebody, or is attributed to them"},
    {"redthread exhibits atar.case atar-plastic-bag", "one container, with what lay in it"},
    {0},
};

const rt_command rt_cmd_exhibits = {
    .name = "exhibits",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE [WHO|ITEM]",
    .summary = "what was found, who held it, and whose it is said to have been",
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Prints exhibits as they lay in their containers: seal, what they were found with, hashes, photos; who held "
        "each in which order; and to whom each is attributed, by whom: by a statement, by a name that it bears, by a "
        "hypothesis that names both. Every attribution is somebody's; none is decided. What is attributed to nobody, "
        "and what to more than one, is listed below."
        "\n\n"
        "A gap is a time in which nobody is said to have held it, with the number of days at least and at most; days "
        "on which it may have been held make it possible, not certain. One day that two share is the transfer.",
    .examples = exhibits_examples,
    .run = exhibits_run,
};
