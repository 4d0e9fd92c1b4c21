#include "cli/with_view.h"

static rt_status changes_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    const rt_view_args asked = {.since = rt_args_text(args, "since"), .all = rt_args_flag(args, "all")};
    if (asked.since.len == 0)
        return rt_fail(err, RT_USAGE, "since when? --since takes a day like 2026-11-01, or the id of a batch");
    return rt_run_view_asked(ctx, args, asked, &rt_view_changes, rt_draw_changes, err);
}

static const rt_option changes_options[] = {
    {"since", "DAY|BATCH", "what was recorded on that day or later; with that batch or later", RT_OPTION_TEXT, 0},
    {"all", NULL, "list everything; else a hundred rows of each kind, and how many there are", RT_FLAG, 0},
    {0},
};

static const rt_example changes_examples[] = {
    {"redthread changes my.case --since 2026-11-01", "in the whole case"},
    {"redthread changes my.case \"Oussama Atar\" --since 2026-11-01", "about him, and what names him"},
    {"redthread changes my.case --since 2026-11-01 --as-of 2026-11-07", "in one week"},
    {0},
};

const rt_command rt_cmd_changes = {
    .name = "changes",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE [WHO]",
    .summary = "what was added, taken back, judged anew or erased since a day",
    .options = changes_options,
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Compares the case as it is with what it was just before the day (or the batch): what was added; what was "
        "retracted or replaced, by what and why; what was judged anew, and what counted before; who came onto lists "
        "and left them, and what lists say no more; what was decided, linked, taken in and erased. With WHO: what is "
        "about them, names them, or names a statement about them.\n\n"
        "What was restored from an export counts from the day on which it was first recorded.",
    .examples = changes_examples,
    .run = changes_run,
};
