#include "base/date.h"
#include "cli/kept_head.h"
#include "cli/progress.h"
#include "cli/stop.h"
#include "cli/with_case.h"
#include "exchange/documents.h"
#include "exchange/erased.h"

static rt_status read_options(rt_context *ctx, const rt_args *args, size_t files, rt_documents_options *o,
                              rt_error *err) {
    static const char *const of_one[] = {"name", "title", "date"};
    rt_error why;
    rt_when when;
    for (size_t i = 0; i < sizeof of_one / sizeof *of_one; i++) {
        if (files > 1 && rt_args_has(args, of_one[i]))
            return rt_fail(err, RT_USAGE, "--%s is said of one document: add one at a time", of_one[i]);
        if (!rt_utf8_valid(rt_args_text(args, of_one[i]), NULL))
            return rt_fail(err, RT_USAGE, "--%s is not UTF-8", of_one[i]);
    }
    o->name = rt_args_text(args, "name");
    o->title = rt_args_text(args, "title");
    o->date = rt_args_text(args, "date");
    o->encoding = rt_args_text(args, "encoding");
    if (o->encoding.len > 0 && !rt_charset_is_known(o->encoding))
        return rt_fail(err, RT_USAGE, "--encoding takes a name that ICU knows, like windows-1251, not \"%.*s\"",
                       RT_FMT(o->encoding));
    o->by = rt_recorder(ctx, args);
    o->program = RT_S(RT_PROGRAM);
    if (o->date.len > 0 && rt_edtf_read(o->date, &when, &why).code != RT_OK)
        return rt_fail(err, RT_USAGE, "--date takes a date in EDTF like 2012-08-03, not \"%.*s\": %s", RT_FMT(o->date),
                       why.message);
    return rt_handling_asked(ctx, args, &o->handling, err);
}

static rt_value *shape(rt_context *ctx, const rt_document_added *d) {
    rt_arena *arena = ctx->arena;
    rt_value *v = rt_value_object(arena);
    rt_value_put_text(arena, v, RT_S("id"), d->entry.id);
    rt_value_put_text(arena, v, RT_S("file"), d->file);
    rt_value_put_text(arena, v, RT_S("name"), d->entry.name);
    rt_value_put_text(arena, v, RT_S("sha256"), d->entry.sha256);
    rt_value_put_text(arena, v, RT_S("media_type"), d->entry.media_type);
    rt_value_put_text(arena, v, RT_S("charset"), d->text.charset);
    rt_value_put(v, RT_S("guessed"), rt_value_bool(arena, d->text.guessed));
    rt_value_put(v, RT_S("replaced"), rt_value_int(arena, (int64_t)d->text.replaced));
    rt_value_put(v, RT_S("size"), rt_value_int(arena, d->entry.size));
    rt_value_put_text(arena, v, RT_S("title"), d->entry.title);
    rt_value_put_text(arena, v, RT_S("date"), d->entry.date);
    rt_value_put(v, RT_S("added"), rt_value_bool(arena, d->added));
    return v;
}

/* What was not certain when the text was read. */
static void warn(rt_context *ctx, const rt_document_added *d) {
    if (d->text.replaced > 0)
        rt_out_data(ctx->err, rt_str_printf(ctx->arena,
                                            "redthread: %.*s: %zu piece%s of it mean%s nothing in %.*s and became "
                                            "U+FFFD in its text\n",
                                            RT_FMT(d->file), d->text.replaced, d->text.replaced == 1 ? "" : "s",
                                            d->text.replaced == 1 ? "s" : "", RT_FMT(d->text.charset)));
}

static void say(rt_context *ctx, const rt_document_added *d) {
    rt_out_data(ctx->out,
                rt_str_printf(ctx->arena, "%.*s  %.*s  %.*s, %s%.*s, %lld byte%s%s\n", RT_FMT(d->entry.id),
                              RT_FMT(d->entry.name), RT_FMT(d->text.media_type), d->text.guessed ? "most likely " : "",
                              RT_FMT(d->text.charset), (long long)d->entry.size, d->entry.size == 1 ? "" : "s",
                              d->added ? "" : " (was in the case already)"));
}

static void tell(void *to, size_t done, size_t all) { rt_progress_tell(to, (int64_t)done, (double)done / (double)all); }

/* A document is named by its file, so whoever adds it knows what it is: they are reminded, not refused. */
static rt_status remind(rt_context *ctx, rt_store *store, rt_error *err) {
    rt_erased *erased;
    rt_str day, authority;
    RT_TRY(rt_erased_open(store, &erased, err));
    if (rt_erased_document(erased, &day, &authority))
        rt_out_data(ctx->err, rt_str_printf(ctx->arena,
                                            "redthread: a document was erased from this case on %.*s, on the order of "
                                            "%.*s, and nothing was kept by which it could be known again: see that "
                                            "none of these is it\n",
                                            RT_FMT(day), RT_FMT(authority)));
    rt_erased_close(erased);
    return rt_ok;
}

static bool any_added(const rt_document_added *added, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (added[i].added) return true;
    return false;
}

static rt_status add_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    const rt_strs files = rt_args_words_from(args, 1);
    const char **paths = RT_NEW_N(ctx->arena, const char *, files.n);
    rt_document_added *added = RT_NEW_N(ctx->arena, rt_document_added, files.n);
    rt_documents_options options;
    for (size_t i = 0; i < files.n; i++) {
        paths[i] = rt_str_z(ctx->arena, files.at[i]);
        if (rt_str_is(files.at[i], "-") && !rt_args_has(args, "name"))
            return rt_fail(err, RT_USAGE, "- is standard input, which has no name: say it by --name");
    }
    RT_TRY(read_options(ctx, args, files.n, &options, err));
    RT_TRY(rt_open_to_write(ctx, args, &o, err));
    rt_progress progress = rt_progress_of(ctx->err, "files read");
    options.to = &progress;
    options.progress = tell;
    rt_stop_begin();
    RT_TRY(rt_documents_add(o.store, paths, files.n, &options, ctx->arena, added, err));
    rt_progress_end(&progress);
    rt_kept_head_look(ctx, o.store);
    rt_value *v = rt_value_object(ctx->arena), *list = rt_value_put_list(ctx->arena, v, RT_S("documents"));
    for (size_t i = 0; i < files.n; i++) {
        warn(ctx, &added[i]);
        rt_value_push(list, shape(ctx, &added[i]));
        if (!ctx->json) say(ctx, &added[i]);
    }
    if (ctx->json) rt_out_json(ctx->out, v);
    return any_added(added, files.n) ? remind(ctx, o.store, err) : rt_ok;
}

static const rt_option add_options[] = {
    {"name", "NAME", "by which statements and people call it; its file's name unless given", RT_OPTION_TEXT, 0},
    {"encoding", "NAME", "in which the files are written, where it is told wrongly (windows-1251)", RT_OPTION_TEXT, 0},
    {"title", "TEXT", "its title; what the page states unless given", RT_OPTION_TEXT, 0},
    {"date", "DATE", "when it was written or published (EDTF); what the page states unless given", RT_OPTION_TEXT, 0},
    {0},
};

static const rt_example add_examples[] = {
    {"redthread add atar.case atar-2016.txt --title \"CNN on Oussama Atar\" --date 2016",
     "one paper, with what is known of it"},
    {"redthread add atar.case letters/*.html --handling hawk,amber", "all or none of them, for few eyes"},
    {0},
};

const rt_command rt_cmd_add = {
    .name = "add",
    .group = RT_GROUP_FILL,
    .arguments = "CASE FILE...",
    .summary = "take documents in: plain text and HTML",
    .options = add_options,
    .shared = RT_SHARED(&rt_write_options),
    .description =
        "Keeps each file's bytes in the case, once, by their SHA-256, and reads the text in them: plain "
        "text in whatever "
        "encoding, and HTML without scripts, styles and what leads around a site. The text is searched, and "
        "`statement` "
        "shows the sentence that a statement rests on. All files go in as one batch: whole, or not at all. "
        "The same bytes "
        "for the same eyes are not added again. Files may be packed (gzip, xz, zstd, bzip2): their bytes are kept "
        "as they are. - is standard input, and needs --name.",
    .examples = add_examples,
    .run = add_run,
};
