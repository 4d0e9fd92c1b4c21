#include "cli/with_view.h"

enum { MOST_PATHS = 50 };

static rt_status path_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    int64_t most;
    RT_TRY(rt_args_int(args, "paths", 1, MOST_PATHS, 10, &most, err));
    const rt_view_args asked = {.most = (size_t)most, .without = rt_args_list(args, "without", ctx->arena)};
    return rt_run_view_asked(ctx, args, asked, &rt_view_path, rt_draw_path, err);
}

static const rt_option path_options[] = {
    {"without", "KIND",
     "leave out relations, events, presences, addresses, places, documents or others; may be repeated", RT_OPTION_LIST,
     0},
    {"paths", "N", "how many ways at most, 1 to 50; 10 unless told", RT_OPTION_TEXT, 0},
    {0},
};

static const rt_example path_examples[] = {
    {"redthread path atar.case \"Oussama Atar\" \"Khalid El Bakraoui\"", "what joins the two"},
    {"redthread path atar.case atar-oussama atar-baghdadi --json", "the same for machines, here by ids"},
    {"redthread path atar.case atar-oussama atar-baghdadi --at 2006-07-15", "by what may have held on that day"},
    {"redthread path atar.case atar-oussama atar-baghdadi --without relations", "by what they did and where they were"},
    {0},
};

const rt_command rt_cmd_path = {
    .name = "path",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE A B",
    .summary = "how two are joined, by the shortest and the best supported ways",
    .options = path_options,
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Prints the shortest ways from one to the other. A relation (kin, membership, employment, ...) is one "
        "step; an event, a document or an address that names both is two: to it, and from it. Each step "
        "says who says so."
        "\n\n"
        "The support of a step is how many different speakers assert it, that of a way is that of its "
        "weakest step; 0 where a step is only suspected or believed. Of equally short ways the best "
        "supported stand first; ways that are up to three steps longer follow where they are better "
        "supported than all before. Then come ways that share no step with any before: they hold where one of "
        "these turns out to be wrong. What was denied only, or taken back, joins nobody.",
    .examples = path_examples,
    .run = path_run,
};
