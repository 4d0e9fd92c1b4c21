#include "cli/sending.h"

#include "cli/kept_head.h"
#include "cli/stop.h"

static const rt_option sending[] = {
    {"to", "WHO", "to whom it goes: noted in the case's log, before it goes; without it nothing is noted",
     RT_OPTION_TEXT, 0},
    {"purpose", "TEXT", "with --to: what for, or on whose request", RT_OPTION_TEXT, 0},
    {"handling", "HANDLING", "with --to: who may see the note, besides the clearance that it was made with",
     RT_OPTION_TEXT, 0},
    {"by", "NAME", "with --to: who gives it out; the login name unless given", RT_OPTION_TEXT, 0},
    RT_WAIT_OPTION,
    {0},
};
const rt_option_group rt_sending_options = {.title = "To whom it goes", .options = sending};

rt_status rt_sending_check(const rt_args *args, rt_error *err) {
    static const char *const texts[] = {"to", "purpose", "by"};
    if (rt_args_has(args, "to") && rt_args_text(args, "to").len == 0)
        return rt_fail(err, RT_USAGE, "--to says to whom it goes");
    for (const rt_option *o = sending + 1; o->name != NULL; o++)
        if (rt_args_has(args, o->name) && !rt_args_has(args, "to"))
            return rt_fail(err, RT_USAGE, "--%s is said of a note: with --to WHO", o->name);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!rt_utf8_valid(rt_args_text(args, texts[i]), NULL))
            return rt_fail(err, RT_BAD, "--%s is not UTF-8", texts[i]);
    return rt_ok;
}

static rt_strs words_of(rt_arena *arena, rt_str text) {
    rt_strs words = {RT_NEW_N(arena, rt_str, text.len + 1), 0};
    rt_str word;
    while (text.len > 0 && rt_str_split(&text, RT_S(" "), &word)) words.at[words.n++] = word;
    return words;
}

rt_status rt_sending_tell(rt_context *ctx, const rt_args *args, rt_lens *lens, rt_str formats, rt_str subject,
                          rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    char id[33];
    rt_sending sent = {.who = rt_args_text(args, "to"),
                       .why = rt_args_text(args, "purpose"),
                       .formats = words_of(ctx->arena, formats),
                       .subject = subject,
                       .count = subject.len == 0,
                       .by = rt_recorder(ctx, args),
                       .program = RT_S(RT_PROGRAM)};
    if (!rt_args_has(args, "to")) return rt_ok;
    RT_TRY(rt_handling_asked(ctx, args, &sent.handling, err));
    RT_TRY(rt_open_to_write(ctx, args, &o, err));
    rt_stop_begin();
    RT_TRY(rt_sending_note(o.store, lens, &sent, id, err));
    if (!rt_lens_is_narrowed(lens)) rt_kept_head_look(ctx, o.store);
    rt_outf(ctx->err, "noted as %s: to %.*s\n", id, RT_FMT(sent.who));
    return rt_ok;
}
