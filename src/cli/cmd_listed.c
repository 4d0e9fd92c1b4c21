#include "cli/with_view.h"

static rt_status listed_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    return rt_run_view(ctx, args, &rt_view_listed, rt_draw_listed, err);
}

static const rt_example listed_examples[] = {
    {"redthread listed my.case \"Oussama Atar\"", "on which lists, since when, until when"},
    {"redthread listed my.case un-6908555 --at 2016-03-22", "whether on that day, and by which edition"},
    {0},
};

const rt_command rt_cmd_listed = {
    .name = "listed",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE WHO",
    .summary = "on which lists somebody was on a day, by which edition",
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Prints each list with editions (`import --complete`) that WHO is or was on: between which days they came "
        "and left, and which edition says so. Between an edition that has somebody and the next, which has not, "
        "they left some day: the days are told as a span. With --at DAY it says whether they were on it that day: "
        "certainly, possibly or not, by the edition before and the edition after. After the last edition "
        "nothing is known.\n\n"
        "Who may be the same as WHO, and is or was on a list, is shown too, with what speaks for and against.",
    .examples = listed_examples,
    .run = listed_run,
};
