#include "cli/sending.h"
#include "cli/write_file.h"
#include "report/compose.h"
#include "report/format.h"
#include "report/withheld.h"

static rt_str format_names(rt_arena *arena) {
    RT_AUTO(rt_buf) names = {0};
    for (size_t i = 0; rt_doc_formats[i] != NULL; i++)
        rt_buf_printf(&names, "%s%s",
                      i == 0                          ? ""
                      : rt_doc_formats[i + 1] == NULL ? " or "
                                                      : ", ",
                      rt_doc_formats[i]->extension);
    return rt_str_copy(arena, rt_buf_str(&names));
}

/* The format by --format, else by the end of the file's name. */
static rt_status format_asked(rt_context *ctx, const rt_args *args, const rt_doc_format **format, rt_error *err) {
    const rt_str asked = rt_args_text(args, "format"), file = rt_args_text(args, "output");
    const rt_str names = format_names(ctx->arena);
    if (file.len == 0)
        return rt_fail(err, RT_USAGE, "-o FILE says where to write it; its name ends in .html, .md or .pdf");
    if (rt_str_is(file, "-") && ctx->json) return rt_fail(err, RT_USAGE, "-o - and --json both print: give one");
    *format = rt_doc_format_of(asked.len > 0 ? rt_str_printf(ctx->arena, "x.%.*s", RT_FMT(asked)) : file);
    if (*format != NULL) return rt_ok;
    if (asked.len > 0)
        return rt_fail(err, RT_USAGE, "--format takes %.*s, not \"%.*s\"", RT_FMT(names),
                       RT_FMT(rt_str_cut(asked, 40)));
    if (rt_str_is(file, "-")) return rt_fail(err, RT_USAGE, "-o - needs --format: %.*s", RT_FMT(names));
    return rt_fail(err, RT_USAGE, "the name of the file says the format: it ends in %.*s, or --format tells",
                   RT_FMT(names));
}

/* What was made, for machines; for people on stderr. */
static void tell(rt_context *ctx, const rt_doc *doc, const rt_doc_format *format, rt_str file, size_t bytes) {
    if (!ctx->json) {
        rt_outf(ctx->err, "%.*s: %zu notes, %zu bytes of %s\n", RT_FMT(file), doc->notes.n, bytes, format->name);
        return;
    }
    rt_value *o = rt_value_object(ctx->arena);
    rt_value_put_text(ctx->arena, o, RT_S("file"), file);
    rt_value_put_text(ctx->arena, o, RT_S("format"), rt_str_of(format->extension));
    rt_value_put(o, RT_S("bytes"), rt_value_int(ctx->arena, (int64_t)bytes));
    rt_value_put(o, RT_S("notes"), rt_value_int(ctx->arena, (int64_t)doc->notes.n));
    rt_value *sections = rt_value_put_list(ctx->arena, o, RT_S("sections"));
    for (const rt_section *s = doc->first; s != NULL; s = s->next)
        rt_value_push_text(ctx->arena, sections, rt_str_of(s->id));
    rt_out_json(ctx->out, o);
}

/* With --to it is noted before it is written. */
static rt_status compose_and_note(rt_context *ctx, const rt_args *args, rt_lens *lens, const rt_lens_spec *spec,
                                  rt_str who, const rt_doc_format *format, rt_doc **doc, rt_error *err) {
    RT_TRY(rt_report_compose(lens, spec, who, ctx->arena, doc, err));
    return rt_sending_tell(ctx, args, lens, rt_str_of(format->extension), (*doc)->about, err);
}

/* What the recipient gets, with marks where the owner gets more. */
static rt_status compose_marked(rt_context *ctx, const rt_args *args, rt_opened *o, const rt_lens_spec *owner,
                                const rt_doc_format *format, rt_doc **doc, rt_error *err) {
    const rt_str who = rt_args_word(args, 1), recipient = rt_args_text(args, "tell_withheld");
    rt_lens_spec spec = *owner;
    rt_lens *lens;
    rt_doc *full;
    spec.narrowed = true;
    spec.clear = recipient;
    RT_TRY(rt_report_compose(o->lens, owner, who, ctx->arena, &full, err));
    RT_TRY(rt_lens_open_asked(ctx, args, o->store, &spec, &lens, err));
    const rt_status s = compose_and_note(ctx, args, lens, &spec, full->about, format, doc, err);
    rt_lens_close(lens);
    if (s.code == RT_ABSENT)
        return rt_fail(err, RT_ABSENT, "a reader so cleared sees nothing of %.*s: there is no report to make",
                       RT_FMT(full->about));
    if (s.code == RT_OK) rt_doc_mark_withheld(*doc, full, recipient);
    return s;
}

static rt_status compose(rt_context *ctx, const rt_args *args, const rt_doc_format *format, rt_doc **doc,
                         rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    const rt_lens_spec spec = rt_lens_wanted(ctx, args);
    const bool marked = rt_args_has(args, "tell_withheld");
    if (marked && spec.narrowed)
        return rt_fail(err, RT_USAGE,
                       "--tell-withheld is for who sees all: it names the recipient itself, without --clear");
    RT_TRY(rt_open_to_read(ctx, args, &o, err));
    rt_store_goes_on(o.store, "looking");
    if (!marked) return compose_and_note(ctx, args, o.lens, &spec, rt_args_word(args, 1), format, doc, err);
    return compose_marked(ctx, args, &o, &spec, format, doc, err);
}

static rt_status report_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_buf) bytes = {0};
    const rt_str file = rt_args_text(args, "output");
    const rt_doc_format *format;
    rt_doc *doc;
    RT_TRY(format_asked(ctx, args, &format, err));
    RT_TRY(rt_sending_check(args, err));
    RT_TRY(compose(ctx, args, format, &doc, err));
    RT_TRY(format->write(doc, &bytes, err));
    rt_output_clear_count(ctx->err);
    if (rt_str_is(file, "-")) {
        rt_out_data(ctx->out, rt_buf_str(&bytes));
        return rt_ok;
    }
    RT_TRY(rt_write_file(ctx->arena, file, rt_buf_str(&bytes), err));
    tell(ctx, doc, format, file, bytes.len);
    return rt_ok;
}

static const rt_option report_options[] = {
    {"output", "FILE", "where to write it; its end says the format: .html, .md or .pdf; - prints it", RT_OPTION_TEXT,
     'o'},
    {"format", "FORMAT", "html, md or pdf, whatever the file is called", RT_OPTION_TEXT, 0},
    {"tell_withheld", "CLEARANCE",
     "made for a reader so cleared, with marks where something is withheld from them: for who sees all", RT_OPTION_TEXT,
     0},
    {0},
};

static const rt_example report_examples[] = {
    {"redthread report atar.case \"Oussama Atar\" -o atar.html", "a dossier to print, each sentence with its note"},
    {"redthread report atar.case \"Oussama Atar\" -o atar.pdf --clear green",
     "made for a reader cleared for TLP:GREEN"},
    {"redthread report atar.case \"Oussama Atar\" -o check.pdf --tell-withheld green",
     "the same, with marks where something is withheld from that reader"},
    {"redthread report atar.case \"Oussama Atar\" -o atar.pdf --clear green --to \"Committee of Examples\"",
     "noted in the case that it went, and to whom"},
    {0},
};

const rt_command rt_cmd_report = {
    .name = "report",
    .group = RT_GROUP_TAKE,
    .arguments = "CASE WHO",
    .summary = "write a dossier fit to print, every sentence footnoted",
    .options = report_options,
    .shared = RT_SHARED(&rt_lens_options, &rt_sending_options),
    .description =
        "Writes what the case holds about somebody into one file: summary, particulars, timeline with picture, stays, "
        "relations, contradictions, what the main claims rest on, conditions, hypotheses, sources. Each sentence and "
        "each row leads to a note: who said it, through whom, when, where it stands, how it is graded, and the ids "
        "that "
        "`statement` prints whole."
        "\n\n"
        "The report is made through the lens: with --clear it holds what that reader may see and looks as if nothing "
        "else were there. The same case and lens give the same bytes. The file is replaced when all of it is written, "
        "and never a case.",
    .examples = report_examples,
    .run = report_run,
};
