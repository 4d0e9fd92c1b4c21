#include "cli/with_judgement.h"

static rt_status split_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    return rt_run_judgement(ctx, args, (rt_judgement_asked){.judgement = RT_S("unsure"), .split = true}, err);
}

static const rt_option split_options[] = {RT_JUDGEMENT_OPTIONS, {0}};

static const rt_example split_examples[] = {
    {"redthread split my.case p1 ofac-22524 --why \"the passport was forged\"", "takes the merge back"},
    {0},
};

const rt_command rt_cmd_split = {
    .name = "split",
    .group = RT_GROUP_FILL,
    .arguments = "CASE A B",
    .summary = "take back the judgement that two entities are the same",
    .options = split_options,
    .shared = RT_SHARED(&rt_write_options),
    .description =
        "Takes back the judgement that A and B are one, by a further judgement on the pair (unsure): the "
        "earlier one stays in the log, and `history` shows both. Afterwards the two are apart, and each is "
        "what it was before."
        "\n\n"
        "Where they would still be one through others, or are one only through others, it is refused, and the "
        "chain is shown: which of its judgements is wrong is for people to say. `judge` that pair unsure, "
        "then try again. Whoever says that two must never be one again judges them different."
        "\n\n"
        "Without --handling it has that of the judgement which it takes back, so that whoever sees the one "
        "sees the other.",
    .examples = split_examples,
    .run = split_run,
};
