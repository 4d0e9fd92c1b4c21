#include "cli/with_view.h"

static rt_status show_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    return rt_run_view(ctx, args, &rt_view_show, rt_draw_show, err);
}

static const rt_example show_examples[] = {
    {"redthread show atar.case \"Oussama Atar\"", "the dossier"},
    {"redthread show atar.case ofac-22524 --json", "the same for machines, here by id"},
    {"redthread show atar.case \"Oussama Atar\" --said-by 2012-12-31", "what had been said by the end of 2012"},
    {0},
};

const rt_command rt_cmd_show = {
    .name = "show",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE WHO",
    .summary = "everything on one person, each line with its source",
    .shared = RT_SHARED(&rt_lens_options),
    .description = "Prints what the case holds on one person, or on anything else that it knows: names, birth (from "
                   "dates and ages, each "
                   "source's own, and the days on which they agree), nationalities, identifiers, relations, events in "
                   "time order, what "
                   "contradicts what, and who may be the same. Each line says who says it, where and when."
                   "\n\n"
                   "WHO is an id, a name or an alias. When several bear the name, the one that most sources tell of is "
                   "shown, and the "
                   "others are listed. Where nobody bears it, who bears a name like it (another spelling, another "
                   "script) is shown, and the page says so."
                   "\n\n"
                   "What its own speaker took back, and what was replaced, stays on show, marked. A possible match "
                   "stays apart until "
                   "somebody judges the two the same.",
    .examples = show_examples,
    .run = show_run,
};
