#include <stdio.h>

#include "cli/as_if.h"
#include "cli/progress.h"
#include "cli/sending.h"
#include "cli/stop.h"
#include "exchange/documents.h"
#include "exchange/format.h"

typedef struct exporting {
    rt_output *out;
    rt_progress progress;
} exporting;

static rt_status write_out(void *to, rt_str bytes, rt_error *err) {
    const exporting *x = to;
    if (rt_stop_asked()) return rt_fail(err, RT_STOPPED, "stopped");
    rt_out_data(x->out, bytes);
    rt_output_flush(x->out);
    if (!rt_output_failed(x->out)) return rt_ok;
    return rt_fail(err, RT_IO, "%s", "");
}

static void tell(void *to, const char *what, int64_t done, double share) {
    exporting *x = to;
    x->progress.what = what;
    if (!x->out->screen) rt_progress_tell(&x->progress, done, share);
}

static rt_status no_such_format(rt_str name, rt_error *err) {
    char known[256] = "";
    size_t n = 0;
    for (size_t i = 0; rt_formats[i] != NULL && n < sizeof known - 32; i++)
        if (rt_formats[i]->write != NULL)
            n += (size_t)snprintf(known + n, sizeof known - n, "%s%s", n > 0 ? ", " : "", rt_formats[i]->name);
    return rt_fail(err, RT_USAGE, "--format takes %s, not \"%.*s\"", known, RT_FMT(name));
}

static rt_status write_documents(rt_context *ctx, const rt_args *args, rt_lens *lens, rt_error *err) {
    size_t written;
    const char *folder = rt_str_z(ctx->arena, rt_args_text(args, "documents"));
    RT_TRY(rt_documents_write(lens, folder, &written, err));
    rt_outf(ctx->err, "%s: %zu document%s\n", folder, written, written == 1 ? "" : "s");
    return rt_ok;
}

/* As what it goes. */
static rt_str formats_of(rt_context *ctx, const rt_args *args, rt_str format) {
    if (!rt_args_has(args, "documents")) return format;
    return rt_str_printf(ctx->arena, "%.*s documents", RT_FMT(format));
}

static rt_status export_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    const rt_str name = rt_args_has(args, "format") ? rt_args_text(args, "format") : RT_S("jsonl");
    const rt_format *format = rt_format_named(name);
    exporting x = {.out = ctx->out, .progress = rt_progress_of(ctx->err, "")};
    const rt_writer writer = {.to = &x, .write = write_out, .progress = tell, .goes_out = rt_args_has(args, "to")};
    if (format == NULL || format->write == NULL) return no_such_format(name, err);
    RT_TRY(rt_sending_check(args, err));
    RT_TRY(rt_open_to_read(ctx, args, &o, err));
    rt_as_if_tell(ctx, o.lens);
    rt_erased_tell(ctx, o.lens);
    RT_TRY(rt_sending_tell(ctx, args, o.lens, formats_of(ctx, args, name), (rt_str){"", 0}, err));
    if (rt_args_has(args, "documents")) RT_TRY(write_documents(ctx, args, o.lens, err));
    rt_progress_next(&x.progress, "");
    rt_stop_begin();
    const rt_status s = format->write(o.lens, &writer, err);
    rt_progress_end(&x.progress);
    if (s.code == RT_STOPPED) return rt_fail(err, RT_STOPPED, "stopped; not all of it was exported");
    /* what went wrong with the output is told at its end */
    return s.code != RT_OK && rt_output_failed(ctx->out) ? rt_ok : s;
}

static const rt_option export_options[] = {
    {"format", "FORMAT",
     "jsonl (the case's own entries, unless told), ftm (FollowTheMoney's entities), statements (its statements, as "
     "CSV) "
     "or statements-jsonl (a JSON object a line)",
     RT_OPTION_TEXT, 0},
    {"documents", "DIR", "write the bytes of documents into this folder, each named by its SHA-256", RT_OPTION_TEXT, 0},
    {0},
};

static const rt_example export_examples[] = {
    {"redthread export atar.case > atar.jsonl", "everything; `import` into an empty case restores it"},
    {"redthread export atar.case --format ftm --clear green",
     "what may be told at TLP:GREEN, for FollowTheMoney's tools"},
    {"redthread export atar.case --format statements > atar.csv", "value by value, with dataset, language and id"},
    {"redthread export atar.case --clear green --to \"Ministry of Examples\" --purpose \"request of 3 November\" > "
     "out.jsonl",
     "noted in the case: `audit sent` lists it, `erase` tells who holds what goes"},
    {0},
};

const rt_command rt_cmd_export = {
    .name = "export",
    .group = RT_GROUP_TAKE,
    .arguments = "CASE",
    .summary = "print the case's entries, or its entities for other tools",
    .options = export_options,
    .shared = RT_SHARED(&rt_lens_options, &rt_sending_options),
    .description =
        "What the lens lets through, a JSON object or a row of CSV a line, as a stream."
        "\n\n"
        "With --to it is noted first that it goes, to whom, and through which lens: what is noted may not have "
        "arrived, and nothing arrives that was not noted. What went to others is in no export that goes to somebody, "
        "or that is made with less than full clearance.",
    .examples = export_examples,
    .run = export_run,
};
