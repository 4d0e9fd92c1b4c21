#include "cli/with_view.h"
#include "exchange/rules.h"

static rt_status read_rules(rt_context *ctx, const rt_args *args, rt_given_rules *rules, rt_error *err) {
    rt_input *in;
    if (!rt_args_has(args, "rules")) return rt_ok;
    RT_TRY(rt_input_open(rt_str_z(ctx->arena, rt_args_text(args, "rules")), &in, err));
    const rt_status s = rt_rules_read(in, ctx->arena, rules, err);
    rt_input_close(in);
    return s;
}

static rt_status alerts_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    rt_view_args asked = {.all = rt_args_has(args, "all"), .since = rt_args_text(args, "since")};
    RT_TRY(read_rules(ctx, args, &asked.rules, err));
    return rt_run_view_asked(ctx, args, asked, &rt_view_alerts, rt_draw_alerts, err);
}

static const rt_option alerts_options[] = {
    {"since", "DAY|BATCH",
     "only rules, and for whom, that something recorded since then (that batch itself too) speaks of", RT_OPTION_TEXT,
     0},
    {"rules", "FILE", "look with the rules of this file too; the case stays as it is", RT_OPTION_TEXT, 0},
    {"all", NULL, "also what is kept", RT_FLAG, 0},
    {0},
};

static const rt_example alerts_examples[] = {
    {"redthread alerts atar.case", "all that asks for attention"},
    {"redthread alerts atar.case \"Oussama Atar\" --all", "on him, what was kept too"},
    {"redthread alerts atar.case --rules watch.yaml", "what a file of rules would find"},
    {0},
};

const rt_command rt_cmd_alerts = {
    .name = "alerts",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE [WHO]",
    .summary = "which conditions were broken or kept, and what watch rules found",
    .options = alerts_options,
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Holds the conditions and watch rules of the case against its statements, as far as dates and sources allow: "
        "`broken` is what surely happened although it must not (or surely did not although it had to), `possibly` "
        "what may have, `open` what is not yet known, and `kept` (with --all) what is over without a breach. Each "
        "names the rule and who says it, the statements, why it is not surer, who held these statements at that time, "
        "and since when it could be known from the case."
        "\n\n"
        "What counts as today is the day of --at, else that of the latest recording; never the clock's. A "
        "condition in words that nobody put into the rule language is told as `open`.",
    .examples = alerts_examples,
    .run = alerts_run,
};
