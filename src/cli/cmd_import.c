#include <stdio.h>

#include "cli/import_preview.h"
#include "cli/kept_head.h"
#include "cli/progress.h"
#include "cli/stop.h"
#include "cli/with_case.h"
#include "exchange/import.h"
#include "model/listed.h"
#include "store/checkpoint.h"

enum { NOTES_SHOWN = 10 };

typedef struct telling {
    rt_output *err;
    int64_t shown[2]; /* notes, skipped records */
    rt_progress progress;
    rt_preview preview;
} telling;

static void tell(void *to, const rt_error *what, bool skipped) {
    telling *t = to;
    rt_error shown = *what;
    if (t->shown[skipped]++ >= NOTES_SHOWN) return;
    if (skipped) (void)rt_fail(&shown, what->code, "%s; skipped", what->message);
    rt_error_at(&shown, what->file, what->line, what->column);
    rt_print_error(t->err, &shown);
}

static void progress(void *to, int64_t entries, double share) {
    telling *t = to;
    rt_progress_tell(&t->progress, entries, share);
}

static void kept(void *to, const char *path) {
    const telling *t = to;
    rt_outf(t->err, "redthread: what was skipped stands in ");
    rt_out_data(t->err, rt_str_of(path));
    rt_outf(t->err, ", to be mended and imported\n");
}

static void preview(void *to, const char *file, uint64_t line, const rt_entry *e) {
    telling *t = to;
    rt_preview_add(&t->preview, rt_str_of(file), line, e);
}

static rt_status checked_format(const rt_args *args, rt_str *format, rt_error *err) {
    *format = rt_args_text(args, "format");
    if (!rt_args_has(args, "format")) return rt_ok;
    const rt_format *f = rt_format_named(*format);
    if (f != NULL && f->read != NULL) return rt_ok;
    char known[256] = "";
    size_t n = 0;
    for (size_t i = 0; rt_formats[i] != NULL && n < sizeof known - 32; i++)
        if (rt_formats[i]->read != NULL)
            n += (size_t)snprintf(known + n, sizeof known - n, "%s%s", n > 0 ? ", " : "", rt_formats[i]->name);
    return rt_fail(err, RT_USAGE, "--format takes %s, not \"%.*s\"", known, RT_FMT(*format));
}

static rt_status head_asked(rt_context *ctx, const rt_args *args, rt_str *root, rt_error *err);

/* "un of 2026-11-20: 1,004 entries; 3 came, 2 went, 5 changed" */
static void say_edition(rt_context *ctx, const rt_import_edition *e) {
    rt_outf(ctx->err, "%s of %s: %lld entr%s; %lld came, %lld went, %lld changed%s\n", e->dataset, e->edition,
            (long long)e->entries, e->entries == 1 ? "y" : "ies", (long long)e->came, (long long)e->went,
            (long long)e->changed, e->news ? "" : " (as it was)");
}

static void say(rt_context *ctx, const rt_import_report *r, bool dry) {
    if (r->notes > NOTES_SHOWN)
        rt_outf(ctx->err, "redthread: %lld values in all are kept as text\n", (long long)r->notes);
    if (r->skipped > NOTES_SHOWN)
        rt_outf(ctx->err, "redthread: %lld records in all cannot be read\n", (long long)r->skipped);
    if (r->misquoted > NOTES_SHOWN)
        rt_outf(ctx->err, "redthread: %lld quotes in all do not stand in their documents\n", (long long)r->misquoted);
    if (ctx->json || dry) return;
    rt_outf(ctx->err, "%lld new entries from %lld file%s; %lld said what was there already\n",
            (long long)r->batch.added, (long long)r->files, r->files == 1 ? "" : "s", (long long)r->batch.there);
    for (size_t i = 0; i < r->edition_count; i++) say_edition(ctx, &r->editions[i]);
}

static rt_value *editions_json(rt_context *ctx, const rt_import_report *r) {
    rt_value *list = rt_value_list(ctx->arena);
    for (size_t i = 0; i < r->edition_count; i++) {
        const rt_import_edition *e = &r->editions[i];
        rt_value *v = rt_value_push(list, rt_value_object(ctx->arena));
        rt_value_put_text(ctx->arena, v, RT_S("dataset"), rt_str_of(e->dataset));
        rt_value_put_text(ctx->arena, v, RT_S("edition"), rt_str_of(e->edition));
        rt_value_put(v, RT_S("entries"), rt_value_int(ctx->arena, e->entries));
        rt_value_put(v, RT_S("came"), rt_value_int(ctx->arena, e->came));
        rt_value_put(v, RT_S("went"), rt_value_int(ctx->arena, e->went));
        rt_value_put(v, RT_S("changed"), rt_value_int(ctx->arena, e->changed));
        rt_value_put(v, RT_S("news"), rt_value_bool(ctx->arena, e->news));
    }
    return list;
}

static void print_json(rt_context *ctx, const rt_import_report *r) {
    rt_value *v = rt_value_object(ctx->arena);
    const struct {
        const char *key;
        int64_t n;
    } numbers[] = {
        {"added", r->batch.added},  {"there", r->batch.there}, {"restored", r->batch.restored}, {"skipped", r->skipped},
        {"kept_as_text", r->notes}, {"files", r->files},       {"misquoted", r->misquoted},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        rt_value_put(v, rt_str_of(numbers[i].key), rt_value_int(ctx->arena, numbers[i].n));
    rt_value_put_text(ctx->arena, v, RT_S("batch"), rt_str_of(r->batch.id)); /* what --as-of and --since take */
    rt_value_put(v, RT_S("editions"), editions_json(ctx, r));
    rt_out_json(ctx->out, v);
}

static void print_dry(rt_context *ctx, const rt_import_report *r, const telling *t) {
    rt_value *v = rt_value_object(ctx->arena);
    rt_value_put(v, RT_S("dry_run"), rt_value_bool(ctx->arena, true));
    rt_value_put(v, RT_S("rows"), t->preview.rows);
    rt_value_put(v, RT_S("entries"), rt_value_int(ctx->arena, r->entries));
    rt_value_put(v, RT_S("skipped"), rt_value_int(ctx->arena, r->skipped));
    rt_value_put(v, RT_S("kept_as_text"), rt_value_int(ctx->arena, r->notes));
    rt_value_put(v, RT_S("files"), rt_value_int(ctx->arena, r->files));
    rt_print_view(ctx, v, rt_draw_preview);
    if (ctx->json) return;
    rt_outf(ctx->err, "%lld entr%s in %lld file%s; nothing was written\n", (long long)r->entries,
            r->entries == 1 ? "y" : "ies", (long long)r->files, r->files == 1 ? "" : "s");
}

/* What was read dry and would not be read. */
static rt_status would_end(const rt_import_report *r, rt_error *err) {
    return rt_fail(err, RT_BAD, "%lld record%s cannot be read: to be mended, or skipped by --keep-going",
                   (long long)r->skipped, r->skipped == 1 ? "" : "s");
}

/* A table's mapping is its format; one file that is named takes what is skipped of one. */
static rt_status check_mapping(const rt_args *args, size_t files, rt_error *err) {
    const rt_str format = rt_args_text(args, "format");
    if (rt_args_has(args, "mapping") && format.len > 0 && !rt_str_is(format, "csv"))
        return rt_fail(err, RT_USAGE, "--mapping is for tables, not for %.*s", RT_FMT(format));
    if (!rt_args_has(args, "mapping") && rt_str_is(format, "csv"))
        return rt_fail(err, RT_USAGE, "--format csv needs --mapping FILE, which says what the columns mean");
    if (rt_args_has(args, "skipped") && !rt_args_flag(args, "keep-going"))
        return rt_fail(err, RT_USAGE, "--skipped says where --keep-going writes what it skips: give both");
    if (rt_args_has(args, "skipped") && files > 1)
        return rt_fail(err, RT_USAGE, "--skipped takes what is left out of one file; give one");
    return rt_ok;
}

static const char *path_asked(rt_context *ctx, const rt_args *args, const char *option) {
    return rt_args_has(args, option) ? rt_str_z(ctx->arena, rt_args_text(args, option)) : NULL;
}

/* --complete, --edition and --shrunk go together; what is skipped would count as gone. */
static rt_status check_complete(const rt_args *args, rt_error *err) {
    const bool complete = rt_args_flag(args, "complete");
    const char *why;
    const char *const with[] = {"edition", "shrunk"};
    for (size_t i = 0; i < 2; i++)
        if (!complete && rt_args_has(args, with[i]))
            return rt_fail(err, RT_USAGE, "--%s is said of a list that is given whole: with --complete", with[i]);
    if (complete && rt_args_flag(args, "keep-going"))
        return rt_fail(err, RT_USAGE, "--complete takes no --keep-going: what is skipped would count as gone");
    if (rt_args_has(args, "edition") && !rt_is_edition(rt_args_text(args, "edition"), &why))
        return rt_fail(err, RT_USAGE, "--edition takes %s, not \"%.*s\"", why, RT_FMT(rt_args_text(args, "edition")));
    return rt_ok;
}

static rt_status import_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    const rt_strs files = rt_args_words_from(args, 1);
    const char **paths = RT_NEW_N(ctx->arena, const char *, files.n);
    telling t = {
        .err = ctx->err, .progress = rt_progress_of(ctx->err, "entries read"), .preview = rt_preview_new(ctx->arena)};
    rt_import_report report;
    rt_import_options options = {.dataset = rt_args_text(args, "dataset"),
                                 .by = rt_recorder(ctx, args),
                                 .program = RT_S(RT_PROGRAM),
                                 .mapping = path_asked(ctx, args, "mapping"),
                                 .keep_going = rt_args_flag(args, "keep-going"),
                                 .write_skipped = true,
                                 .skipped = path_asked(ctx, args, "skipped"),
                                 .dry = rt_args_flag(args, "dry-run"),
                                 .complete = rt_args_flag(args, "complete"),
                                 .edition = rt_args_text(args, "edition"),
                                 .shrunk = rt_args_flag(args, "shrunk"),
                                 .after_erasure = rt_args_flag(args, "after-erasure"),
                                 .to = &t,
                                 .tell = tell,
                                 .kept = kept,
                                 .preview = preview,
                                 .progress = progress};
    for (size_t i = 0; i < files.n; i++) paths[i] = rt_str_z(ctx->arena, files.at[i]);
    if (rt_args_has(args, "documents")) options.documents = rt_str_z(ctx->arena, rt_args_text(args, "documents"));
    RT_TRY(checked_format(args, &options.format, err));
    RT_TRY(check_complete(args, err));
    RT_TRY(check_mapping(args, files.n, err));
    RT_TRY(rt_handling_asked(ctx, args, &options.handling, err));
    RT_TRY(head_asked(ctx, args, &options.restored_from, err));
    RT_TRY(rt_open_to_write(ctx, args, &o, err));
    rt_stop_begin();
    const rt_status s = rt_import(o.store, paths, files.n, &options, &report, err);
    rt_progress_end(&t.progress);
    if (s.code != RT_OK) return s;
    if (!options.dry) rt_kept_head_look(ctx, o.store);
    say(ctx, &report, options.dry);
    if (options.dry)
        print_dry(ctx, &report, &t);
    else if (ctx->json)
        print_json(ctx, &report);
    return options.dry && !options.keep_going && report.skipped > 0 ? would_end(&report, err) : rt_ok;
}

/* --restored-from FILE: the root of the checkpoint in it. */
static rt_status head_asked(rt_context *ctx, const rt_args *args, rt_str *root, rt_error *err) {
    rt_checkpoint head;
    rt_buf hex = {0};
    *root = (rt_str){"", 0};
    if (!rt_args_has(args, "restored-from")) return rt_ok;
    RT_TRY(rt_checkpoint_read_file(rt_str_z(ctx->arena, rt_args_text(args, "restored-from")), ctx->arena, &head, err));
    rt_buf_hex(&hex, head.root.bytes, sizeof head.root.bytes);
    *root = rt_str_copy(ctx->arena, rt_buf_str(&hex));
    rt_buf_close(&hex);
    return rt_ok;
}

static const rt_option import_options[] = {
    {"format", "FORMAT",
     "jsonl (the case's own entries), ftm (FollowTheMoney's entities), statements (its statements, CSV), "
     "statements-jsonl, ofac, un, rules (conditions and watch rules), csv (a table, with --mapping); told by what "
     "stands in each file unless given",
     RT_OPTION_TEXT, 0},
    {"dataset", "NAME", "name for what is read; else ofac, un or the file's name", RT_OPTION_TEXT, 0},
    {"complete", NULL, "each file is a list given whole: what it no longer has left it by this edition", RT_FLAG, 0},
    {"edition", "DAY", "with --complete: the list's date, where it does not bear one; else the day of the import",
     RT_OPTION_TEXT, 0},
    {"shrunk", NULL, "with --complete: take it though more than half of the list is gone", RT_FLAG, 0},
    {"after-erasure", NULL,
     "take what may bring back what was erased: it was looked for in the files, for nothing is kept that knows it",
     RT_FLAG, 0},
    {"mapping", "FILE", "what the columns of a table (CSV) mean, in YAML", RT_OPTION_TEXT, 0},
    {"dry-run", NULL, "show the first records as they would be read, and what is wrong in all; write nothing", RT_FLAG,
     0},
    {"keep-going", NULL,
     "skip records that cannot be read, naming each, and write them beside the file, as FILE.skipped, to be mended and "
     "imported",
     RT_FLAG, 0},
    {"skipped", "FILE", "with --keep-going: write what is skipped there; it must not exist", RT_OPTION_TEXT, 0},
    {"documents", "DIR", "a folder with the bytes of documents, as `export --documents` writes it", RT_OPTION_TEXT, 0},
    {"restored-from", "HEAD", "a file with the head of the log whose export this is: the batch will name it",
     RT_OPTION_TEXT, 0},
    {0},
};

static const rt_example import_examples[] = {
    {"redthread import atar.case sdn.csv alt.csv add.csv sdn_comments.csv", "the OFAC list: its four files together"},
    {"redthread import atar.case consolidated.xml.gz", "the UN Security Council's list, packed as it comes"},
    {"redthread import atar.case consolidated.xml --complete", "the list's next edition: what came, went, changed"},
    {"redthread import atar.case prisoners.csv --mapping prisoners.yml --dry-run",
     "a table as it would be read; without --dry-run it is"},
    {"zcat big.json.gz | redthread import atar.case -", "from standard input"},
    {"redthread import atar.case people.ftm.json --dataset police --handling hawk,amber --by \"A. Clerk\"", NULL},
    {0},
};

const rt_command rt_cmd_import = {
    .name = "import",
    .group = RT_GROUP_FILL,
    .arguments = "CASE FILE...",
    .summary = "read lists, tables, FollowTheMoney's data, a case's own entries",
    .options = import_options,
    .shared = RT_SHARED(&rt_write_options),
    .description = "All files go in as one batch: whole, or not at all. What stands in the case already is not added "
                   "again. Files may be packed "
                   "(.gz, .xz, .zst, .bz2); - is standard input, packed or not.\n\n"
                   "A record that cannot be read is named with file, line and column, and ends the import unless "
                   "--keep-going is given. A value "
                   "that its property does not take is kept as it stands, and named.",
    .examples = import_examples,
    .run = import_run,
};
