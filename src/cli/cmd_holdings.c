#include "cli/with_view.h"

static rt_status holdings_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    return rt_run_view(ctx, args, &rt_view_holdings, rt_draw_holdings, err);
}

static const rt_example holdings_examples[] = {
    {"redthread holdings atar.case \"Oussama Atar\" charge", "the charges as each file gives them"},
    {"redthread holdings atar.case \"Abu Bakr al-Baghdadi\"", "all facts by all sources"},
    {0},
};

const rt_command rt_cmd_holdings = {
    .name = "holdings",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE WHO [PROPERTY...]",
    .summary = "a table of facts by sources: who holds, lacks, contradicts them",
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Prints the facts on a person and on what he took part in, and of each which source holds it, which lacks it, "
        "and which contradicts it: by a denial, by a value that excludes it, or as somebody linked it."
        "\n\n"
        "A source is a document or a dataset; and a file of which the case tells: what a speaker knows from a document "
        "about an offence that he says stands in a file, that file holds. A file lacks what is of a kind with "
        "something "
        "that it holds: a file on charges lacks another charge.",
    .examples = holdings_examples,
    .run = holdings_run,
};
