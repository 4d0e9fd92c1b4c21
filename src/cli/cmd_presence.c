#include "cli/with_view.h"

static rt_status presence_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    const rt_view_args asked = {.during = rt_args_text(args, "during"), .within = rt_args_text(args, "within")};
    return rt_run_view_asked(ctx, args, asked, &rt_view_presence, rt_draw_presence, err);
}

static const rt_option presence_options[] = {
    {"during", "DAYS", "who was there in these days (EDTF: 2007, 2006-07/2008); with a place, all pairs there",
     RT_OPTION_TEXT, 0},
    {"within", "place|country", "also who was in the same town (place), or only in the same country, which says little",
     RT_OPTION_TEXT, 0},
    {0},
};

static const rt_example presence_examples[] = {
    {"redthread presence atar.case \"Oussama Atar\"", "who may have been where he was"},
    {"redthread presence atar.case \"Oussama Atar\" \"Abu Bakr al-Baghdadi\"",
     "whether the two can have met, by which source"},
    {"redthread presence atar.case \"Oussama Atar\" --at 2006-07-15", "who may have been with him around that day"},
    {"redthread presence atar.case \"Camp Bucca\" --during 2007", "all pairs who may have been there in that year"},
    {"redthread presence atar.case \"Oussama Atar\" --within place", "also who was held in the same town"},
    {0},
};

const rt_command rt_cmd_presence = {
    .name = "presence",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE WHO|PLACE [WHO]",
    .summary = "who was where with whom, certainly or possibly",
    .options = presence_options,
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Prints who was at the same place as WHO at the same time: certainly or possibly, and for how many days at "
        "least and at most. With a second one, prints for those two alone also by which source it was impossible. "
        "With a place and --during, prints all pairs who were there in these days: how many there are, and the first "
        "1,000, the certain ones before those that are only possible."
        "\n\n"
        "A stay at a facility is also one in its town and its country, as its address, town, country and the facility "
        "that it is a part of tell: --within place tells also who was in the same town, --within country who was in "
        "the same country, and each meeting says at which level it was."
        "\n\n"
        "A stay is what an event with a place and people tells (a detention, a visit, a journey, a release), or what "
        "is "
        "said of somebody's address with a date. What one source says of a stay is a version of it, and each version "
        "is "
        "compared on its own; where a source is silent on who or where, the others fill it. Who is held at a place is "
        "there all the time; who visits, travels or takes part is there on some day or days of it."
        "\n\n"
        "A stay whose dates nobody gives may have been at any time. What is only believed or suspected, and a stay at "
        "one of several places, is never certain. A stay that was taken back, or that is only denied, is shown and "
        "does "
        "not count.",
    .examples = presence_examples,
    .run = presence_run,
};
