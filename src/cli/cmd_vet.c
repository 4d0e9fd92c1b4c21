#include "analysis/vet.h"
#include "base/clock.h"
#include "base/pick.h"
#include "cli/draw.h"
#include "cli/kept_head.h"
#include "cli/with_case.h"

/* --- what is asked -------------------------------------------------------------------------------------------------
 */

static rt_str today(rt_context *ctx) {
    char text[RT_TIMESTAMP_SIZE];
    rt_timestamp_print(rt_clock_now(), text);
    return rt_str_copy(ctx->arena, rt_str_cut(rt_str_of(text), 10));
}

static rt_status check_texts(const rt_args *args, rt_error *err) {
    static const char *const names[] = {"purpose", "authority", "query", "answer", "decision", "decided-by", "why"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!rt_utf8_valid(rt_args_text(args, names[i]), NULL))
            return rt_fail(err, RT_BAD, "--%s is not UTF-8", names[i]);
    return rt_utf8_valid(rt_args_word(args, 1), NULL) ? rt_ok : rt_fail(err, RT_BAD, "the name is not UTF-8");
}

static rt_status read_asked(rt_context *ctx, const rt_args *args, rt_vet_asked *q, rt_error *err) {
    RT_TRY(check_texts(args, err));
    *q = (rt_vet_asked){
        .name = rt_args_word(args, 1),
        .purpose = rt_args_text(args, "purpose"),
        .authority = rt_args_text(args, "authority"),
        .query = rt_args_text(args, "query"),
        .answer = rt_args_text(args, "answer"),
        .decision = rt_args_text(args, "decision"),
        .decided_by = rt_args_text(args, "decided-by"),
        .why = rt_args_text(args, "why"),
        .by = rt_recorder(ctx, args),
        .program = RT_S(RT_PROGRAM),
        .day = today(ctx),
        .reader = {.narrowed = rt_args_has(args, "clear"),
                   .clear = rt_args_text(args, "clear"),
                   .as_of = rt_args_text(args, "as-of"),
                   .said_by = rt_args_text(args, "said-by"),
                   .at = rt_args_text(args, "at"),
                   .sources = rt_args_list(args, "source", ctx->arena)},
    };
    if (q->purpose.len == 0 && (q->decision.len == 0 || q->why.len == 0))
        return rt_fail(err, RT_USAGE,
                       "say what it is for: --purpose \"passport\" (or, with the id of a vetting, what was decided: "
                       "--decision TEXT --why TEXT)");
    if (rt_args_has(args, "as-if-same") || rt_args_has(args, "as-if-apart"))
        return rt_fail(err, RT_USAGE, "what is frozen is the case as it was judged: --as-if is for looking only");
    if (q->decided_by.len > 0 && q->decision.len == 0)
        return rt_fail(err, RT_USAGE, "--decided-by says who took a decision: give --decision TEXT too");
    return rt_handling_asked(ctx, args, &q->handling, err);
}

/* --- running -------------------------------------------------------------------------------------------------------
 */

static rt_status decide(rt_context *ctx, rt_store *store, const rt_vet_asked *q, rt_error *err) {
    rt_value *done;
    RT_TRY(rt_vet_decide(store, q, ctx->arena, &done, err));
    rt_kept_head_look(ctx, store);
    rt_print_view(ctx, done, rt_draw_decided);
    return rt_ok;
}

static rt_status vet_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    rt_vet_asked q;
    rt_value *done;
    RT_TRY(read_asked(ctx, args, &q, err));
    RT_TRY(rt_open_to_write(ctx, args, &o, err));
    if (q.purpose.len == 0) return decide(ctx, o.store, &q, err);
    RT_TRY(rt_vet(o.store, &q, ctx->arena, &done, err));
    rt_kept_head_look(ctx, o.store);
    rt_print_view(ctx, done, rt_draw_vet);
    return rt_ok;
}

static const rt_option vet_options[] = {
    {"purpose", "TEXT", "what the check is for: passport, visa, employment, ...", RT_OPTION_TEXT, 0},
    {"authority", "WHO", "who checks: a name or an id", RT_OPTION_TEXT, 0},
    {"query", "TEXT", "what was asked, in words; NAME unless told", RT_OPTION_TEXT, 0},
    {"answer", "TEXT", "what was answered", RT_OPTION_TEXT, 0},
    {"decision", "TEXT", "what was decided: issued, refused, ...", RT_OPTION_TEXT, 0},
    {"decided-by", "WHO", "who decided: a name or an id", RT_OPTION_TEXT, 0},
    {"why", "TEXT", "the reason of the decision", RT_OPTION_TEXT, 0},
    {0},
};

static const rt_example vet_examples[] = {
    {"redthread vet my.case \"Ali Example\" --purpose passport --authority \"Ministry of Examples\"",
     "shows what is known and freezes it; prints the vetting's id"},
    {"redthread vet my.case vetting-0123456789abcdef --decision issued --decided-by \"A. Clerk\" --why \"nothing "
     "known\"",
     "records what was decided later"},
    {"redthread vettings my.case \"Ali Example\"", "what was decided without knowing what"},
    {0},
};

const rt_command rt_cmd_vet = {
    .name = "vet",
    .group = RT_GROUP_FILL,
    .arguments = "CASE NAME|VETTING",
    .summary = "check somebody before a decision, and freeze what was shown",
    .options = vet_options,
    .shared = RT_SHARED(&rt_lens_options, &rt_write_options),
    .description =
        "Prints what the case says to you of NAME: the dossier of who bears it, of each where several do (none is "
        "chosen), of those who bear one that is like it where nobody does; that nothing is known is an answer too. "
        "What was on the screen is frozen as statements of a Vetting: the ids of the statements shown, the SHA-256 of "
        "the page, the lens, the program, with what was asked, answered and decided. The vetting's handling covers all "
        "that was shown."
        "\n\n"
        "With the id of a vetting, --decision and --why it records what was decided later. `vettings` shows the log.",
    .examples = vet_examples,
    .run = vet_run,
};
