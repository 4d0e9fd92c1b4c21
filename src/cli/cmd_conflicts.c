#include "cli/with_view.h"

static rt_status conflicts_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    return rt_run_view(ctx, args, &rt_view_conflicts, rt_draw_conflicts, err);
}

static const rt_example conflicts_examples[] = {
    {"redthread conflicts atar.case \"Oussama Atar\"", "on him, and on what he took part in"},
    {"redthread conflicts atar.case --json", "in the whole case, for machines"},
    {"redthread conflicts atar.case \"Oussama Atar\" --said-by 2012-12-31", "as it stood at the end of 2012"},
    {0},
};

const rt_command rt_cmd_conflicts = {
    .name = "conflicts",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE [WHO]",
    .summary = "which statements cannot both hold, by which rule, how surely",
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Prints the contradictions on a person and on what stands around him, or in the whole case, the heaviest "
        "first. Each names its rule, is certain or only possible, and has its sides beside each other, each with who "
        "says it, the sources and their grades. Nothing decides between the sides."
        "\n\n"
        "The rules: values that exclude each other (two days of death, two charges of one offence), days of birth and "
        "ages without a common day, dates in an impossible order, events before a birth or after a death, two places "
        "on "
        "the same days, what is denied, and what somebody linked as opposing."
        "\n\n"
        "What was taken back by its own speaker contradicts nothing. A contradiction weighs what its rule weighs, "
        "twice "
        "that where it is certain, and more the more sources stand behind the weaker side.",
    .examples = conflicts_examples,
    .run = conflicts_run,
};
