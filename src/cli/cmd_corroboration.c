#include "cli/with_view.h"

static rt_status corroboration_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    return rt_run_view(ctx, args, &rt_view_corroboration, rt_draw_corroboration, err);
}

static const rt_example corroboration_examples[] = {
    {"redthread corroboration atar.case \"Oussama Atar\"", "what the claims on him rest on"},
    {"redthread corroboration atar.case \"Oussama Atar\" finding", "the findings on him only"},
    {"redthread corroboration atar.case 7f667161cfca667dfab0269c0814a9e9", "the claim that one statement makes"},
    {0},
};

const rt_command rt_cmd_corroboration = {
    .name = "corroboration",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE WHO [PROPERTY...]",
    .summary = "how many independent origins a claim has, and who repeats it",
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Prints what stands behind each claim on a person and on what he took part in: from how many independent "
        "origins it comes, who only repeats them, who says otherwise, and what is left of it. The count is of origins, "
        "never of statements. WHO may be the id of a statement: then it is the claim that it makes."
        "\n\n"
        "One repeats another by a link, as the same speaker, with the same quoted sentence, from the same passage of a "
        "document, or when he passes the claim on from somebody and says the same in his own voice. Circles, in which "
        "everybody has it from the next, are found and count as one origin."
        "\n\n"
        "A claim is corroborated (two origins or more stand), single, doubted (graded improbable), weakened (an origin "
        "was taken back), disputed (somebody says otherwise), refuted (more origins say otherwise than stand) or "
        "retracted. When it falls, all who repeated it are listed.",
    .examples = corroboration_examples,
    .run = corroboration_run,
};
