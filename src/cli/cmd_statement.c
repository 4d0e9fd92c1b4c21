#include "cli/with_view.h"

static rt_status statement_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    return rt_run_view(ctx, args, &rt_view_statement, rt_draw_statement, err);
}

static const rt_example statement_examples[] = {
    {"redthread statement atar.case 3f2a91c0d7e84b15aa60c1e2f3040001", "by the id that other views print"},
    {0},
};

const rt_command rt_cmd_statement = {
    .name = "statement",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE ID",
    .summary = "one statement with all its fields and links",
    .shared = RT_SHARED(&rt_lens_options),
    .description = "Prints one statement whole: what it says of whom, who says it through whom, where it stands, when "
                   "it was said and "
                   "recorded, its grades, and the links that name it (repeats, supports, opposes, retracts, replaces).",
    .examples = statement_examples,
    .run = statement_run,
};
