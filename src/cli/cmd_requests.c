#include "cli/with_view.h"

static rt_status requests_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    const rt_view_args asked = {.due = rt_args_text(args, "due")};
    return rt_run_view_asked(ctx, args, asked, &rt_view_requests, rt_draw_requests, err);
}

static const rt_option requests_options[] = {
    {"due", "PERIOD", "when an answer is due: P30D, P6W, P1Y6M; P30D unless told", RT_OPTION_TEXT, 0},
    {0},
};

static const rt_example requests_examples[] = {
    {"redthread requests atar.case", "all of the case"},
    {"redthread requests atar.case \"Belgian intelligence\" --due P3M", "what one asked or was asked"},
    {0},
};

const rt_command rt_cmd_requests = {
    .name = "requests",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE [WHO]",
    .summary = "who asked whom what, what became of it, and how long it took",
    .options = requests_options,
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Prints requests in the order in which they were asked, with the letters that answer them and those that "
        "answer these, and how many days each took: at least and at most where dates are uncertain. A request without "
        "reply is left open, or has a status that is told: \"refused\" and its like are read as what they say, "
        "anything else stands as it is. Replies to nothing that is known stand below."
        "\n\n"
        "Overdue is what was not answered in time by the last day on which something that you may see was recorded "
        "(or that of --said-by, where it is earlier): never by the clock. Possibly so where the dates leave it open.",
    .examples = requests_examples,
    .run = requests_run,
};
