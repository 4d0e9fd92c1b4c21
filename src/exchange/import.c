#include "exchange/import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digests.h"
#include "exchange/documents.h"
#include "exchange/edition.h"
#include "exchange/erased.h"
#include "exchange/mapping.h"
#include "exchange/quotes.h"
#include "exchange/skipped.h"
#include "exchange/utf8_name.h"

enum {
    PROGRESS_EVERY = 20000,
    MOST_WAITING = 32 * 1024 * 1024, /* bytes of quotes that are looked at at the end */
};

typedef struct file {
    rt_input *in;
    const rt_format *format;
    rt_skipped *skipped; /* what was left out of it; or NULL */
    bool done;
} file;

/* A quote whose document may come in the same batch. */
struct waiting {
    rt_str document, quote;
    const char *path;
    uint64_t line;
    struct waiting *next;
};

typedef struct import {
    const rt_import_options *options;
    rt_store *store;
    rt_batch *batch;
    rt_edition *edition; /* of the list that is being read whole; or NULL */
    rt_erased *erased;   /* what must not come back unseen; or NULL */
    rt_quotes *quotes;
    struct waiting *waiting, *last_waiting;
    size_t waiting_bytes;
    rt_arena arena; /* lives as long as the import */
    rt_mapping mapping;
    const char *path;  /* of the file that is being read */
    uint64_t line;     /* of the record */
    rt_raw_record raw; /* the record that is bad, as it stands */
    bool has_raw;
    rt_hasher *hasher; /* dry: for the ids of entries that are not added */
    rt_digests ids;    /* dry: of all that came before */
    rt_buf scratch;
    rt_import_report report;
    int64_t there; /* values of whole lists that were there already */
    file *files;
    size_t n;
} import;

/* --- the sink -------------------------------------------------------------------------------------------------------
 */

static double share_read(const import *im) {
    double all = 0, read = 0;
    for (size_t i = 0; i < im->n; i++) {
        if (rt_input_size(im->files[i].in) == 0) return -1;
        all += (double)rt_input_size(im->files[i].in);
        read += (double)rt_input_read_so_far(im->files[i].in);
    }
    return read / all;
}

static void remark(void *to, const rt_error *what);

static rt_status check_quote(import *im, const rt_entry *e, const char *path, uint64_t line, rt_error *err) {
    rt_error what = {0};
    bool missing;
    RT_TRY(rt_quotes_check(im->quotes, im->batch, e, &missing, err));
    if (!missing) return rt_ok;
    im->report.misquoted++;
    (void)rt_fail(&what, RT_BAD, "the quote \"%.*s\" does not stand in the text of %.*s",
                  RT_FMT(rt_str_cut(e->quote, 60)), RT_FMT(rt_str_cut(e->document, 200)));
    rt_error_at(&what, path, line, 0);
    remark(im, &what);
    return rt_ok;
}

/* A quote that does not stand where it is said to is told, and taken all the same: the text may be the worse one. Where
 * texts come with the batch, it waits until they are there. */
static rt_status look_at_quote(import *im, const rt_entry *e, rt_error *err) {
    if (im->options->documents == NULL || im->options->dry) return check_quote(im, e, im->path, im->line, err);
    if (e->quote.len == 0 || e->document.len == 0 || im->waiting_bytes > MOST_WAITING) return rt_ok;
    struct waiting *w = RT_NEW(&im->arena, struct waiting);
    *w = (struct waiting){rt_str_copy(&im->arena, e->document), rt_str_copy(&im->arena, e->quote), im->path, im->line,
                          NULL};
    *(im->last_waiting != NULL ? &im->last_waiting->next : &im->waiting) = w;
    im->last_waiting = w;
    im->waiting_bytes += sizeof *w + e->quote.len + e->document.len;
    return rt_ok;
}

static rt_status look_at_waiting(import *im, rt_error *err) {
    rt_entry e = rt_entry_new(RT_STATEMENT);
    im->batch = NULL; /* it is in the case */
    rt_quotes_close(im->quotes);
    im->quotes = NULL;
    RT_TRY(rt_quotes_open(im->store, &im->quotes, err));
    for (const struct waiting *w = im->waiting; w != NULL; w = w->next) {
        e.document = w->document;
        e.quote = w->quote;
        RT_TRY(check_quote(im, &e, w->path, w->line, err));
    }
    return rt_ok;
}

/* An id is the first half of a hash. */
static bool read_id(rt_str id, rt_hash *hash) {
    *hash = (rt_hash){0};
    return rt_unhex(id, hash->bytes, 16);
}

static rt_status preview(import *im, const rt_entry *e, char id[32], rt_error *err) {
    const rt_import_options *o = im->options;
    rt_hash hash;
    RT_TRY(rt_entry_check(e, err));
    RT_TRY(look_at_quote(im, e, err));
    rt_entry_id(e, im->hasher, &im->scratch, id, NULL);
    if (read_id((rt_str){id, 32}, &hash)) rt_digests_put(&im->ids, &hash);
    if (o->preview != NULL) o->preview(o->to, im->path, im->line, e);
    return rt_ok;
}

/* What an entry names must be in the case, or come before it. */
static rt_status check_named(import *im, const rt_entry *e, rt_error *err) {
    const rt_str named[] = {e->from, e->to, e->about, e->statement};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        rt_hash hash;
        bool there;
        if (named[i].len != 32) continue; /* nothing, or the entity of a hypothesis */
        if (read_id(named[i], &hash) && rt_digests_find(&im->ids, &hash) != NULL) continue;
        RT_TRY(rt_batch_has(im->batch, named[i], &there, err));
        if (!there) return rt_fail(err, RT_BAD, "it names the entry %.*s, which is not in the case", RT_FMT(named[i]));
    }
    return rt_ok;
}

static rt_status add_entry(void *to, const rt_entry *e, char id[32], rt_error *err) {
    import *im = to;
    im->report.entries++;
    RT_TRY(rt_erased_check(im->erased, e, err));
    RT_TRY(check_named(im, e, err));
    if (im->options->dry) return preview(im, e, id, err);
    if (e->type == RT_DOCUMENT && im->options->documents != NULL)
        RT_TRY(rt_documents_restore(im->batch, e, im->options->documents, id, err));
    else
        RT_TRY(rt_batch_add(im->batch, e, id, NULL, err));
    RT_TRY(look_at_quote(im, e, err));
    const int64_t n = rt_batch_count(im->batch);
    if (im->options->progress != NULL && n % PROGRESS_EVERY == 0)
        im->options->progress(im->options->to, n, share_read(im));
    return rt_ok;
}

static rt_status add(void *to, const rt_entry *e, rt_error *err) {
    const import *im = to;
    char id[32];
    if (im->edition == NULL || e->type != RT_STATEMENT) return add_entry(to, e, id, err);
    RT_TRY(rt_erased_check(im->erased, e, err));
    return rt_edition_take(im->edition, e, err);
}

static rt_status dated(void *to, rt_str made, rt_error *err) {
    const import *im = to;
    return im->edition != NULL ? rt_edition_dated(im->edition, made, err) : rt_ok;
}

static void record(void *to, uint64_t line) { ((import *)to)->line = line; }

static void raw_record(void *to, const rt_raw_record *raw) {
    import *im = to;
    im->raw = *raw;
    im->has_raw = true;
}

/* That of the file which the error names: of those that are read together each has its own. */
static rt_skipped *skipped_of(const import *im, const rt_error *what) {
    for (size_t i = 0; i < im->n; i++)
        if (im->files[i].skipped != NULL && strcmp(rt_input_path(im->files[i].in), what->file) == 0)
            return im->files[i].skipped;
    return NULL;
}

static rt_status bad_record(void *to, const rt_error *what, rt_error *err) {
    import *im = to;
    const rt_raw_record *raw = im->has_raw ? &im->raw : NULL;
    im->has_raw = false;
    if (!im->options->keep_going && !im->options->dry) {
        if (err != NULL) *err = *what;
        return (rt_status){what->code};
    }
    im->report.skipped++;
    rt_skipped *skipped = skipped_of(im, what);
    if (skipped != NULL) RT_TRY(rt_skipped_add(skipped, what, raw, err));
    if (im->options->tell != NULL) im->options->tell(im->options->to, what, im->options->keep_going);
    return rt_ok;
}

static void note(void *to, const rt_error *what) {
    import *im = to;
    im->report.notes++;
    if (im->options->tell != NULL) im->options->tell(im->options->to, what, false);
}

static void remark(void *to, const rt_error *what) {
    const import *im = to;
    if (im->options->tell != NULL) im->options->tell(im->options->to, what, false);
}

/* --- files
 * ------------------------------------------------------------------------------------------------------------ */

static rt_status tell_format(const rt_import_options *o, file *f, rt_error *err) {
    RT_TRY(rt_input_refuse_archive(f->in, err));
    if (o->format.len > 0 || o->mapping != NULL)
        f->format = rt_format_named(o->mapping != NULL ? RT_S("csv") : o->format);
    else
        RT_TRY(rt_format_detect(f->in, &f->format, err));
    if (f->format != NULL && f->format->read != NULL) return rt_ok;
    rt_str head;
    RT_TRY(rt_input_peek(f->in, 1, &head, err));
    const rt_status s =
        o->format.len > 0 ? rt_fail(err, RT_USAGE, "there is no format \"%.*s\" to read; see `redthread import --help`",
                                    RT_FMT(o->format))
        : head.len == 0
            ? rt_fail(err, RT_BAD, "the file is empty")
            : rt_fail(err, RT_BAD, "its format cannot be told; say it by --format, or give --mapping for a table");
    if (o->format.len == 0) rt_error_at(err, rt_input_path(f->in), 0, 0);
    return s;
}

static rt_status open_files(import *im, const char *const *paths, rt_error *err) {
    bool stdin_taken = false;
    for (size_t i = 0; i < im->n; i++) {
        const bool is_stdin = strcmp(paths[i], "-") == 0;
        if (is_stdin && stdin_taken) return rt_fail(err, RT_USAGE, "standard input (-) can be read once");
        stdin_taken = stdin_taken || is_stdin;
        RT_TRY(is_stdin ? rt_input_stdin(&im->files[i].in, err) : rt_input_open(paths[i], &im->files[i].in, err));
        RT_TRY(tell_format(im->options, &im->files[i], err));
    }
    return rt_ok;
}

/* The file's name without what says how it is packed and written: "people" of people.ftm.json.gz. */
static rt_str dataset_of(import *im, const file *f) {
    const rt_str stem = rt_utf8_name(&im->arena, rt_input_stem(f->in));
    if (im->options->dataset.len > 0) return im->options->dataset;
    if (im->mapping.dataset.len > 0) return im->mapping.dataset;
    if (f->format->dataset != NULL) return rt_str_of(f->format->dataset);
    const rt_str name = rt_str_cut(stem, rt_str_find(stem, RT_S(".")));
    return name.len > 0 ? name : stem;
}

/* Of a list that was given whole: which edition; empty for one that is as it was. */
static rt_status note_read(import *im, const file *f, rt_str dataset, rt_str edition, rt_error *err) {
    rt_entry e = rt_entry_new(RT_READ);
    rt_hash sum;
    rt_buf hex = {0};
    im->report.files++;
    if (im->options->dry) return rt_ok;
    RT_TRY(rt_input_sum(f->in, &sum, &e.size, err));
    rt_buf_hex(&hex, sum.bytes, sizeof sum.bytes);
    e.name = rt_utf8_name(&im->arena, rt_input_name(f->in));
    e.dataset = dataset;
    e.edition = edition;
    e.handling = im->options->handling;
    e.sha256 = rt_buf_str(&hex);
    const rt_status s = rt_batch_note(im->batch, &e, err);
    rt_buf_close(&hex);
    return s;
}

/* --- lists that are given whole ------------------------------------------------------------------------------------
 */

static rt_status open_edition(import *im, const file *f, const rt_read_options *options, rt_error *err) {
    const rt_import_options *o = im->options;
    const rt_edition_options edition = {.dataset = options->dataset,
                                        .handling = o->handling,
                                        .told = o->edition,
                                        .shrunk = o->shrunk,
                                        .store = im->store,
                                        .batch = im->batch};
    if (!o->complete) return rt_ok;
    if (f->format->list && o->dry) return rt_ok;
    if (f->format->list) {
        RT_TRY(rt_batch_settle(im->batch, err));
        return rt_edition_open(&edition, &im->edition, err);
    }
    const rt_status s =
        rt_fail(err, RT_BAD, "%s is not a list: only lists are given whole (--complete)", f->format->name);
    rt_error_at(err, rt_input_path(f->in), 0, 0);
    return s;
}

static void keep_report(import *im, rt_str dataset, const rt_edition_report *r) {
    im->there += r->there;
    if (im->report.edition_count == RT_IMPORT_EDITIONS) return;
    rt_import_edition *e = &im->report.editions[im->report.edition_count++];
    *e = (rt_import_edition){
        .entries = r->entries, .came = r->came, .went = r->went, .changed = r->changed, .news = r->news};
    snprintf(e->dataset, sizeof e->dataset, "%.*s", RT_FMT(dataset));
    snprintf(e->edition, sizeof e->edition, "%.*s", RT_FMT(r->edition));
}

/* *edition stays empty where there is nothing to tell. */
static rt_status end_edition(import *im, rt_str dataset, rt_str *edition, rt_error *err) {
    rt_edition_report r;
    if (im->edition == NULL) return rt_ok;
    RT_TRY(rt_edition_end(im->edition, &r, err));
    keep_report(im, dataset, &r);
    if (r.news) *edition = rt_str_copy(&im->arena, r.edition);
    return rt_ok;
}

static void close_edition(import *im) {
    rt_edition_close(im->edition);
    im->edition = NULL;
}

/* --- groups of files -----------------------------------------------------------------------------------------------
 */

/* A file, with all others of its format where the format wants them together. */
static size_t gather_group(import *im, size_t first, rt_input **group) {
    const file *f = &im->files[first];
    size_t n = 0;
    for (size_t i = first; i < im->n; i++) {
        if (im->files[i].done || im->files[i].format != f->format || (i > first && !f->format->together)) continue;
        im->files[i].done = true;
        group[n++] = im->files[i].in;
    }
    return n;
}

static rt_status note_group(import *im, rt_input *const *group, size_t n, rt_str dataset, rt_str edition,
                            rt_error *err) {
    for (size_t i = 0; i < im->n; i++)
        for (size_t k = 0; k < n; k++)
            if (im->files[i].in == group[k]) RT_TRY(note_read(im, &im->files[i], dataset, edition, err));
    return rt_ok;
}

static void open_skipped(import *im, rt_input *const *group, size_t n) {
    const rt_import_options *o = im->options;
    im->path = rt_input_path(group[0]);
    im->line = 0;
    if (!o->keep_going || !o->write_skipped || o->dry) return;
    for (size_t i = 0; i < im->n; i++)
        for (size_t k = 0; k < n; k++)
            if (im->files[i].in == group[k]) im->files[i].skipped = rt_skipped_new(o->skipped, rt_input_path(group[k]));
}

static rt_status read_group(import *im, size_t first, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_import_options *o = im->options;
    const file *f = &im->files[first];
    const rt_sink sink = {.to = im,
                          .add = add,
                          .add_entry = add_entry,
                          .record = record,
                          .raw = raw_record,
                          .bad_record = bad_record,
                          .remark = remark,
                          .note = note,
                          .dated = dated};
    const rt_read_options options = {.dataset = dataset_of(im, f),
                                     .handling = o->handling,
                                     .named = o->dataset.len > 0,
                                     .mapping = o->mapping != NULL ? &im->mapping : NULL,
                                     .complete = o->complete};
    rt_input **group = RT_NEW_N(&arena, rt_input *, im->n);
    const size_t n = gather_group(im, first, group);
    rt_str edition = {"", 0};
    open_skipped(im, group, n);
    RT_TRY(open_edition(im, f, &options, err));
    RT_TRY(f->format->read(group, n, &options, &sink, err));
    const rt_status s = end_edition(im, options.dataset, &edition, err);
    if (s.code != RT_OK) return rt_error_at(err, rt_input_path(f->in), 0, 0), s;
    close_edition(im);
    return note_group(im, group, n, options.dataset, edition, err);
}

static rt_status read_mapping(import *im, rt_error *err) {
    rt_input *in;
    if (im->options->mapping == NULL) return rt_ok;
    RT_TRY(rt_input_open(im->options->mapping, &in, err));
    const char *path = rt_str_z(&im->arena, rt_str_of(rt_input_path(in)));
    const rt_status s = rt_mapping_read(in, &im->arena, &im->mapping, err);
    im->mapping.yaml.file = path;
    rt_input_close(in);
    return s;
}

/* Before the batch is: where it cannot be written, nothing was imported. */
static rt_status end_skipped(import *im, rt_error *err) {
    for (size_t i = 0; i < im->n; i++) {
        const char *path;
        if (im->files[i].skipped == NULL) continue;
        RT_TRY(rt_skipped_end(im->files[i].skipped, &path, err));
        if (path != NULL && im->options->kept != NULL) im->options->kept(im->options->to, path);
    }
    return rt_ok;
}

static rt_status read_dry(import *im, rt_error *err) {
    im->hasher = rt_hasher_new();
    for (size_t i = 0; i < im->n; i++)
        if (!im->files[i].done) RT_TRY(read_group(im, i, err));
    return rt_ok;
}

static rt_status run(import *im, rt_store *store, const char *const *paths, rt_error *err) {
    const rt_import_options *o = im->options;
    const rt_batch_options batch = {
        .by = o->by, .program = o->program, .handling = o->handling, .restored_from = o->restored_from};
    RT_TRY(read_mapping(im, err));
    RT_TRY(open_files(im, paths, err));
    RT_TRY(rt_quotes_open(store, &im->quotes, err));
    RT_TRY(rt_batch_begin(store, &batch, &im->batch, err)); /* dry: to look in the case; never committed */
    if (o->dry) return read_dry(im, err);
    if (!o->after_erasure) RT_TRY(rt_erased_open(store, &im->erased, err));
    for (size_t i = 0; i < im->n; i++)
        if (!im->files[i].done) RT_TRY(read_group(im, i, err));
    RT_TRY(end_skipped(im, err));
    RT_TRY(rt_batch_commit(im->batch, &im->report.batch, err));
    im->report.batch.there += im->there;
    rt_batch_close(im->batch);
    return look_at_waiting(im, err);
}

rt_status rt_import(rt_store *store, const char *const *paths, size_t n, const rt_import_options *options,
                    rt_import_report *report, rt_error *err) {
import im = {.options = options, .store = store, .n = n };
    im.files = rt_alloc((n + 1) * sizeof *im.files);
    memset(im.files, 0, (n + 1) * sizeof *im.files);
    const rt_status s = run(&im, store, paths, err);
    close_edition(&im);
    rt_erased_close(im.erased);
    rt_quotes_close(im.quotes);
    rt_batch_close(im.batch);
    for (size_t i = 0; i < n; i++) {
        if (s.code != RT_OK) rt_skipped_forget(im.files[i].skipped);
        rt_skipped_close(im.files[i].skipped);
        rt_input_close(im.files[i].in);
    }
    free(im.files);
    rt_hasher_free(im.hasher);
    rt_digests_close(&im.ids);
    rt_buf_close(&im.scratch);
    rt_arena_close(&im.arena);
    *report = im.report;
    return s;
}
