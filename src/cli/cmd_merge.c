#include "cli/with_judgement.h"

static rt_status merge_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    return rt_run_judgement(ctx, args, (rt_judgement_asked){.judgement = RT_S("same")}, err);
}

static const rt_option merge_options[] = {RT_JUDGEMENT_OPTIONS, {0}};

static const rt_example merge_examples[] = {
    {"redthread merge my.case p1 ofac-22524 --why \"same passport\"", "by ids"},
    {"redthread merge my.case \"Oussama Atar\" ofac-22524 --why \"same passport\" --handling amber", NULL},
    {0},
};

const rt_command rt_cmd_merge = {
    .name = "merge",
    .group = RT_GROUP_FILL,
    .arguments = "CASE A B",
    .summary = "judge two entities to be the same",
    .options = merge_options,
    .shared = RT_SHARED(&rt_write_options),
    .description =
        "Records the judgement that A and B are one, with who judged, why, and what the name engine says of "
        "the two now. From then on every view shows them, and all who are one with either, as one. No "
        "statement is changed: `split` takes the judgement back, and both are what they were."
        "\n\n"
        "A and B are names, aliases or ids; a name that several bear is refused, with their ids. What is judged "
        "different stays apart: a merge that would join two such entities, through whatever chain of "
        "judgements, is refused, and the chain is shown."
        "\n\n"
        "Score and reasons come from what everybody sees who may see the judgement (--handling), so that "
        "it tells nobody what they may not read.",
    .examples = merge_examples,
    .run = merge_run,
};
