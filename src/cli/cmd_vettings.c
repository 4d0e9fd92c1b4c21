#include "cli/with_view.h"

static rt_status vettings_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    return rt_run_view(ctx, args, &rt_view_vettings, rt_draw_vettings, err);
}

static const rt_example vettings_examples[] = {
    {"redthread vettings atar.case", "all of the case"},
    {"redthread vettings atar.case \"Oussama Atar\"", "how somebody was checked, and what was not known"},
    {0},
};

const rt_command rt_cmd_vettings = {
    .name = "vettings",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE [WHO|VETTING]",
    .summary = "who was checked for what, what was shown, decided, not known",
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Prints the vetting log: what was asked, answered, decided, by whom. Of what `vet` froze: whether the same "
        "lens gives the same page as the case was then (intact, or what is missing and what was added), and what the "
        "same check shows you today that was not shown: recorded later, hidden from who asked, or not counted as "
        "theirs then."
        "\n\n"
        "Of vettings that the sources tell of, nothing was frozen: what existed by their day and had not reached who "
        "decided is told as `knew` tells it, certain or possible.",
    .examples = vettings_examples,
    .run = vettings_run,
};
