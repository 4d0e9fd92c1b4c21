#include "cli/with_view.h"

static rt_status presence_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    return rt_run_view(ctx, args, &rt_view_presence, rt_draw_presence, err);
}

static const rt_example presence_examples[] = {
    {"redthread presence atar.case \"Oussama Atar\"", "who may have been where he was"},
    {"redthread presence atar.case \"Oussama Atar\" \"Abu Bakr al-Baghdadi\"",
     "whether the two can have met, by which source"},
    {"redthread presence atar.case \"Oussama Atar\" --at 2006-07-15", "who may have been with him around that day"},
    {0},
};

const rt_command rt_cmd_presence = {
    .name = "presence",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE A [B]",
    .summary = "who was where with whom, certainly or possibly",
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Prints who was at the same place as A at the same time: certainly or possibly, and for how many days at least "
        "and at most. With B, prints for those two alone also by which source it was impossible."
        "\n\n"
        "A stay is what an event with a place and people tells (a detention, a visit, a journey, a release), or what "
        "is "
        "said of somebody's address with a date. What one source says of a stay is a version of it, and each version "
        "is "
        "compared on its own; where a source is silent on who or where, the others fill it. Who is held at a place is "
        "there all the time; who visits, travels or takes part is there on some day or days of it."
        "\n\n"
        "A stay whose dates nobody gives may have been at any time. What is only believed or suspected, and a stay at "
        "one of several places, is never certain.",
    .examples = presence_examples,
    .run = presence_run,
};
