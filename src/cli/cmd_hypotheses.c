#include "cli/with_view.h"

static rt_status hypotheses_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    return rt_run_view(ctx, args, &rt_view_hypotheses, rt_draw_hypotheses, err);
}

static const rt_example hypotheses_examples[] = {
    {"redthread hypotheses atar.case \"Oussama Atar\"", "what is supposed of him"},
    {"redthread hypotheses atar.case --json", "all of the case, for machines"},
    {0},
};

const rt_command rt_cmd_hypotheses = {
    .name = "hypotheses",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE [WHO]",
    .summary = "competing explanations, and what speaks for and against each",
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Prints the hypotheses on a person, or of the whole case: what speaks for each and what against, as links "
        "`supports` and `opposes` and denials say, counted by independent origins. What nobody linked is neutral. The "
        "one with the least against it stands first; nothing decides between them."
        "\n\n"
        "Below stands whose leaving out, source or speaker, would change that order.",
    .examples = hypotheses_examples,
    .run = hypotheses_run,
};
