#include "cli/with_view.h"

static rt_status timeline_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    const rt_str format = rt_args_text(args, "format");
    if (!rt_args_has(args, "format")) return rt_run_view(ctx, args, &rt_view_timeline, rt_draw_timeline, err);
    if (ctx->json) return rt_fail(err, RT_USAGE, "--format and --json are two ways to print: give one");
    if (!rt_str_is(format, "svg"))
        return rt_fail(err, RT_USAGE, "--format takes svg, not \"%.*s\"", RT_FMT(rt_str_cut(format, 40)));
    return rt_run_view(ctx, args, &rt_view_timeline, rt_draw_timeline_svg, err);
}

static const rt_option timeline_options[] = {
    {"format", "FORMAT", "svg: a picture, in which what is only possible is hatched", RT_OPTION_TEXT, 0},
    {0},
};

static const rt_example timeline_examples[] = {
    {"redthread timeline atar.case \"Oussama Atar\"", "his life as the sources tell it"},
    {"redthread timeline atar.case \"Oussama Atar\" \"Khalid El Bakraoui\"", "both in one line of time"},
    {"redthread timeline atar.case \"Oussama Atar\" --at 2006-07-15", "what held on that day, certainly or possibly"},
    {"redthread timeline atar.case \"Oussama Atar\" --format svg > atar.svg", "drawn"},
    {0},
};

const rt_command rt_cmd_timeline = {
    .name = "timeline",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE WHO...",
    .summary = "what happened to them, in the order of time",
    .options = timeline_options,
    .shared = RT_SHARED(&rt_lens_options),
    .description = "Prints the events that name one or several people, their own dates (birth, death), and the gaps in "
                   "which nothing is "
                   "known: a quarter of a year or more."
                   "\n\n"
                   "What one source says of an event is a version of it. The version of the source that says most is "
                   "shown, filled from "
                   "the others where it is silent; --json holds them all.",
    .examples = timeline_examples,
    .run = timeline_run,
};
