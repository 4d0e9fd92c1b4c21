#include "cli/with_view.h"
#include "model/listed.h"

static rt_status editions_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    const rt_view_args asked = {.edition = rt_args_text(args, "edition")};
    const char *why;
    if (!rt_args_has(args, "edition"))
        return rt_run_view_asked(ctx, args, asked, &rt_view_editions, rt_draw_editions, err);
    if (!rt_is_edition(asked.edition, &why))
        return rt_fail(err, RT_USAGE, "--edition takes %s, not \"%.*s\"", why, RT_FMT(asked.edition));
    if (args->words.n < 2) return rt_fail(err, RT_USAGE, "--edition is said of one list: name its DATASET");
    return rt_run_view_asked(ctx, args, asked, &rt_view_editions, rt_draw_editions, err);
}

static const rt_option editions_options[] = {
    {"edition", "DAY", "of that day alone, with who came, went and changed", RT_OPTION_TEXT, 0},
    {0},
};

static const rt_example editions_examples[] = {
    {"redthread editions my.case", "which lists have editions, and of which days"},
    {"redthread editions my.case un", "how many entries came, went and changed with each"},
    {"redthread editions my.case un --edition 2026-11-20", "which ones"},
    {0},
};

const rt_command rt_cmd_editions = {
    .name = "editions",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE [DATASET]",
    .summary = "which editions of a list were read, and what each changed",
    .options = editions_options,
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Prints the editions of the lists that were read whole (`import --complete`): their days, when they were "
        "read, by whom and from which files. Of one list also how many entries came, went and changed with each, "
        "and of one edition who. An entry is a person, an organisation, a vessel: what hangs on one (a sanction, a "
        "paper, a tie) is not counted by itself.",
    .examples = editions_examples,
    .run = editions_run,
};
