#include "analysis/acknowledge.h"
#include "base/pick.h"
#include "cli/draw.h"
#include "cli/kept_head.h"
#include "cli/with_case.h"

static void draw(rt_draw *d, const rt_value *v) {
    rt_cell head = {0}, why = {0};
    rt_cell_add(d, &head, RT_TITLE,
                rt_str_printf(d->arena, "%.*s: %.*s", RT_FMT(text(v, "caption")), RT_FMT(text(v, "certainty"))));
    rt_cell_addz(d, &head, RT_LABEL, is_set(v, "added") ? ", acknowledged" : " (was acknowledged so already)");
    rt_draw_cell(d, &head, 0, 2);
    rt_cell_add(d, &why, RT_PLAIN, text(v, "why"));
    rt_draw_cell(d, &why, 2, 2);
}

static rt_status acknowledge_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    rt_value *done;
    rt_acknowledge_asked asked = {.alert = rt_args_word(args, 1), .why = rt_args_text(args, "why")};
    if (!rt_utf8_valid(asked.why, NULL)) return rt_fail(err, RT_BAD, "--why is not UTF-8");
    if (asked.why.len == 0) return rt_fail(err, RT_USAGE, "an acknowledgement needs a reason: --why TEXT");
    asked.by = rt_recorder(ctx, args);
    asked.program = RT_S(RT_PROGRAM);
    asked.reader = (rt_lens_spec){.narrowed = rt_args_has(args, "clear"), .clear = rt_args_text(args, "clear")};
    RT_TRY(rt_handling_asked(ctx, args, &asked.handling, err));
    RT_TRY(rt_open_to_write(ctx, args, &o, err));
    RT_TRY(rt_acknowledge(o.store, &asked, ctx->arena, &done, err));
    rt_kept_head_look(ctx, o.store);
    rt_print_view(ctx, done, draw);
    return rt_ok;
}

static const rt_option acknowledge_options[] = {
    {"why", "TEXT", "the reason, kept with the decision; must be given", RT_OPTION_TEXT, 0},
    {"clear", "HANDLING", "as a reader with this clearance: alerts that they see, and nothing else", RT_OPTION_TEXT, 0},
    {0},
};

static const rt_example acknowledge_examples[] = {
    {"redthread acknowledge my.case 0123456789abcdef0123456789abcdef --why \"passed on to the court\"", NULL},
    {0},
};

const rt_command rt_cmd_acknowledge = {
    .name = "acknowledge",
    .group = RT_GROUP_FILL,
    .arguments = "CASE ALERT",
    .summary = "note that an alert was looked at, and why that is enough",
    .options = acknowledge_options,
    .shared = RT_SHARED(&rt_write_options),
    .description =
        "Records a decision about the alert with this id, as `alerts` prints it. The alert stays; it stands behind the "
        "others, with who looked at it and why. When it changes (what was possible becomes certain, or less sure), it "
        "is open again."
        "\n\n"
        "The decision is seen by whoever may see all that the alert rests on, unless --handling says that it takes "
        "more.",
    .examples = acknowledge_examples,
    .run = acknowledge_run,
};
