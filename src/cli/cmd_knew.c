#include "cli/with_view.h"

static rt_status knew_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    const rt_view_args asked = {.on = rt_args_text(args, "on")};
    return rt_run_view_asked(ctx, args, asked, &rt_view_knew, rt_draw_knew, err);
}

static const rt_option knew_options[] = {
    {"on", "DAY", "by the end of that day (EDTF, may be uncertain); at any time unless told", RT_OPTION_TEXT, 0},
    {0},
};

static const rt_example knew_examples[] = {
    {"redthread knew atar.case \"Belgian Ministry of Foreign Affairs\" \"Oussama Atar\" --on \"[2012-08..2013-12]\"",
     "what the ministry knew when it issued the passport"},
    {"redthread knew atar.case atar-belgian-intelligence atar-oussama --on 2010", "and the service in 2010"},
    {0},
};

const rt_command rt_cmd_knew = {
    .name = "knew",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE WHO WHOM",
    .summary = "what had reached somebody of another by a day, and what had not",
    .options = knew_options,
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Prints which statements about WHOM (and about the events, papers and relations that name them) had "
        "reached WHO, since when and how: as speaker, as one who passed it on, as sender, recipient or author "
        "of the paper, as holder of the file, or by part in the event. Then what existed elsewhere by then "
        "and had not reached them, with who held it."
        "\n\n"
        "Certain is what had reached them on any reading of the dates. Possible is what may have: where the "
        "date is uncertain or not told, where one of WHO's own people had it, or where a condition binds WHO "
        "and nobody says that WHO was told.",
    .examples = knew_examples,
    .run = knew_run,
};
