#include "cli/searchable.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/json.h"
#include "cli/as_if.h"
#include "cli/progress.h"
#include "cli/sending.h"
#include "cli/stop.h"
#include "cli/with_case.h"
#include "exchange/subjects.h"
#include "resolve/subjects.h"

void rt_searchable_close(rt_searchable *s) {
    rt_overlaid_close(s->index);
    rt_opened_close(&s->from);
    *s = (rt_searchable){0};
}

/* --- what a file is ----------------------------------------------------------------------------------------------- */

enum { HEAD = 16 };

/* A pipe is neither: what is read of it to see that would be missing afterwards. */
static bool begins_with(const char *path, const char *magic) {
    char head[HEAD] = {0};
    struct stat st;
    if (stat(path, &st) != 0 || !S_ISREG(st.st_mode)) return false;
    const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) return false;
    const ssize_t n = read(fd, head, sizeof head);
    close(fd);
    return n >= (ssize_t)strlen(magic) && memcmp(head, magic, strlen(magic)) == 0;
}

static bool is_index(const char *path) { return begins_with(path, "RTNAMES\n"); }
static bool is_case(const char *path) { return begins_with(path, "SQLite format 3"); }

/* --- the note of an index ----------------------------------------------------------------------------------------- */

static void put_option(rt_context *ctx, const rt_args *args, rt_value *lens, const char *name) {
    if (rt_args_has(args, name))
        rt_value_put(lens, rt_str_of(name), rt_value_text(ctx->arena, rt_args_text(args, name)));
}

static void put_list(rt_context *ctx, const rt_args *args, rt_value *lens, const char *name) {
    const rt_strs given = rt_args_list(args, name, ctx->arena);
    if (given.n == 0) return;
    rt_value *list = rt_value_put_list(ctx->arena, lens, rt_str_of(name));
    for (size_t i = 0; i < given.n; i++) rt_value_push_text(ctx->arena, list, given.at[i]);
}

/* The lens by what was asked of it: an index tells through whose eyes it was made. */
static rt_value *lens_value(rt_context *ctx, const rt_args *args) {
    static const char *const texts[] = {"at", "said-by", "as-of", "clear"};
    static const char *const lists[] = {"source", "as-if-same", "as-if-apart"};
    rt_value *lens = rt_value_object(ctx->arena);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) put_option(ctx, args, lens, texts[i]);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) put_list(ctx, args, lens, lists[i]);
    return lens;
}

static rt_str last_part(rt_str path) {
    size_t at = path.len;
    while (at > 0 && path.at[at - 1] != '/') at--;
    return rt_str_from(path, at);
}

static rt_str note_of(rt_context *ctx, const rt_args *args, rt_strs paths, bool of_case) {
    rt_value *note = rt_value_object(ctx->arena), *from = rt_value_put_list(ctx->arena, note, RT_S("from"));
    rt_buf json = {0};
    for (size_t i = 0; i < paths.n; i++)
        if (rt_utf8_valid(last_part(paths.at[i]), NULL)) rt_value_push_text(ctx->arena, from, last_part(paths.at[i]));
    if (of_case) rt_value_put(note, RT_S("lens"), lens_value(ctx, args));
    rt_json_write(&json, note);
    const rt_str text = rt_str_copy(ctx->arena, rt_buf_str(&json));
    rt_buf_close(&json);
    return text;
}

/* --- building ----------------------------------------------------------------------------------------------------- */

enum { TELL_EVERY = 1000, SKIPPED_SHOWN = 10 };

typedef struct building {
    rt_subject_take *give;
    void *to;
    rt_progress progress;
    size_t entries, skipped;
    rt_opened *from; /* where a case is opened */
    rt_input *const *files;
    size_t n_files;
    double share; /* of a case */
    bool file;    /* it becomes a file, which may be given to somebody, and is not there when it is stopped */
} building;

static rt_status take(void *to, const rt_subject *subject, rt_error *err) {
    building *b = to;
    if (subject->names.n == 0) return rt_ok;
    if (rt_stop_asked()) return rt_fail(err, RT_STOPPED, "stopped");
    if (++b->entries % TELL_EVERY == 0)
        rt_progress_tell(&b->progress, (int64_t)b->entries,
                         b->files != NULL ? rt_inputs_share(b->files, b->n_files) : b->share);
    return b->give(b->to, subject, err);
}

static void reading(void *to, rt_input *const *files, size_t n) {
    building *b = to;
    b->files = files;
    b->n_files = n;
}

/* A part of the index is made. */
static rt_status tell_part(void *with, size_t done, size_t all, rt_error *err) {
    if (rt_stop_asked()) return rt_fail(err, RT_STOPPED, "stopped");
    if (done == 0)
        rt_progress_next(with, "parts of the index made");
    else
        rt_progress_tell(with, (int64_t)done, (double)done / (double)all);
    return rt_ok;
}

static rt_status into_index(void *to, const rt_subject *subject, rt_error *err) {
    return rt_index_builder_add(to, subject, err);
}

/* A record that --keep-going skips. */
static void tell_skipped(void *to, const rt_error *what) {
    building *b = to;
    rt_error shown = *what;
    if (b->skipped++ >= SKIPPED_SHOWN) return;
    (void)rt_fail(&shown, what->code, "%s; skipped", what->message);
    rt_error_at(&shown, what->file, what->line, what->column);
    rt_print_error(b->progress.err, &shown);
}

static void tell_unread(void *to, const rt_error *what) {
    const building *b = to;
    rt_print_error(b->progress.err, what);
}

static rt_status fill_from_case(rt_context *ctx, const rt_args *args, const char *path, building *b, rt_error *err) {
    RT_TRY(rt_open_path_to_read(ctx, args, path, b->from, err));
    rt_as_if_tell(ctx, b->from->lens);
    rt_erased_tell(ctx, b->from->lens);
    if (b->file) RT_TRY(rt_sending_tell(ctx, args, b->from->lens, RT_S("index"), (rt_str){"", 0}, err));
    if (b->file) rt_stop_begin();
    return rt_case_subjects(b->from->lens, take, b, &b->share, err);
}

static bool asks_for_a_lens(const rt_args *args) {
    return rt_args_has(args, "at") || rt_args_has(args, "said-by") || rt_args_has(args, "as-of") ||
           rt_args_has(args, "clear") || rt_args_has(args, "source") || rt_args_has(args, "as-if-same") ||
           rt_args_has(args, "as-if-apart");
}

static rt_status no_index(rt_error *err) {
    return rt_fail(err, RT_USAGE, "an index does not go into another: give what it was made of");
}

/* Who asks for a lens must not be given what no lens was held over. */
static rt_status check_lens(rt_context *ctx, const rt_args *args, rt_error *err) {
    if (!asks_for_a_lens(args)) return rt_ok;
    for (size_t i = 0; i < args->words.n; i++)
        if (is_case(rt_str_z(ctx->arena, args->words.at[i]))) return rt_ok;
    return rt_fail(err, RT_USAGE,
                   "--at, --said-by, --as-of, --source, --clear and --as-if-... are for a case; an index was made "
                   "through the lens "
                   "that `index info` names");
}

static rt_status fill(rt_context *ctx, const rt_args *args, const char *const *paths, size_t n, building *b,
                      rt_error *err) {
    const rt_subjects_options options = {.to = b,
                                         .take = take,
                                         .keep_going = rt_args_flag(args, "keep-going"),
                                         .bad = tell_skipped,
                                         .unread = tell_unread,
                                         .reading = reading};
    size_t cases = 0;
    for (size_t i = 0; i < n; i++) {
        if (is_index(paths[i])) return no_index(err);
        cases += is_case(paths[i]);
    }
    if (cases == 1 && n == 1) return fill_from_case(ctx, args, paths[0], b, err);
    if (rt_args_has(args, "to")) return rt_fail(err, RT_USAGE, "--to is noted in the case that an index is made of");
    if (cases > 0) return rt_fail(err, RT_USAGE, "a case goes into an index alone, without other files");
    RT_TRY(check_lens(ctx, args, err));
    return rt_subjects_read(paths, n, &options, err);
}

static const char *const *paths_z(rt_context *ctx, rt_strs paths) {
    const char **z = RT_NEW_N(ctx->arena, const char *, paths.n + 1);
    for (size_t i = 0; i < paths.n; i++) z[i] = rt_str_z(ctx->arena, paths.at[i]);
    return z;
}

static void reading_end(building *b) {
    rt_progress_end(&b->progress);
    if (b->skipped > SKIPPED_SHOWN)
        rt_outf(b->progress.err, "redthread: %zu records in all were skipped\n", b->skipped);
}

rt_status rt_searchable_read(rt_context *ctx, const rt_args *args, rt_strs paths, rt_subject_take *give, void *to,
                             rt_error *err) {
    building b = {.give = give, .to = to, .progress = rt_progress_of(ctx->err, "subjects read")};
    const char *const *z = paths_z(ctx, paths);
    const rt_subjects_options options = {.to = &b,
                                         .take = take,
                                         .keep_going = rt_args_flag(args, "keep-going"),
                                         .bad = tell_skipped,
                                         .unread = tell_unread,
                                         .reading = reading};
    for (size_t i = 0; i < paths.n; i++) {
        if (is_case(z[i])) return rt_fail(err, RT_USAGE, "a case is not added to an index: make one of it alone");
        if (is_index(z[i])) return no_index(err);
    }
    const rt_status s = rt_subjects_read(z, paths.n, &options, err);
    reading_end(&b);
    return s;
}

static rt_index_options options_of(rt_context *ctx, const rt_args *args, rt_strs paths, unsigned threads) {
    const bool of_case = paths.n == 1 && is_case(rt_str_z(ctx->arena, paths.at[0]));
    rt_progress *parts = RT_NEW(ctx->arena, rt_progress);
    *parts = rt_progress_of(ctx->err, "");
    return (rt_index_options){
        .threads = threads, .note = note_of(ctx, args, paths, of_case), .part = tell_part, .with = parts};
}

/* Puts in what the paths hold; when that fails, the builder is dropped. */
static rt_status put_in(rt_context *ctx, const rt_args *args, rt_strs paths, rt_index_builder *builder, bool file,
                        size_t *entries, rt_opened *from, rt_error *err) {
    building b = {.give = into_index,
                  .to = builder,
                  .progress = rt_progress_of(ctx->err, "subjects read"),
                  .from = from,
                  .file = file};
    const rt_status s = fill(ctx, args, paths_z(ctx, paths), paths.n, &b, err);
    reading_end(&b);
    *entries = b.entries;
    if (s.code != RT_OK) rt_index_builder_drop(builder);
    return s;
}

rt_status rt_searchable_build(rt_context *ctx, const rt_args *args, rt_strs paths, const char *to, unsigned threads,
                              size_t *entries, rt_error *err) {
    RT_AUTO(rt_opened) from = {0};
    rt_index_builder *builder;
    const rt_index_options options = options_of(ctx, args, paths, threads);
    RT_TRY(rt_index_builder_open(to, &options, &builder, err));
    RT_TRY(put_in(ctx, args, paths, builder, true, entries, &from, err));
    RT_TRY(rt_index_builder_finish(builder, err));
    if (rt_overlay_forget(to)) rt_outf(ctx->err, "redthread: %s.overlay, of the older index, is gone\n", to);
    return rt_ok;
}

/* --- opening ------------------------------------------------------------------------------------------------------ */

/* In memory, unless TMPDIR names another place. */
static rt_status temporary_open(const rt_index_options *options, rt_index_builder **builder, rt_error *err) {
    const char *places[] = {getenv("TMPDIR"), "/dev/shm", "/tmp"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (places[i] == NULL || places[i][0] == '\0') continue;
        if (rt_index_builder_open_temporary(places[i], options, builder, err).code == RT_OK) return rt_ok;
    }
    return rt_fail(err, RT_IO, "no place for a temporary index: %s", strerror(errno));
}

static rt_status open_made(rt_context *ctx, const rt_args *args, rt_str path, unsigned threads, rt_searchable *s,
                           rt_error *err) {
    const rt_strs paths = {&path, 1};
    const rt_index_options options = options_of(ctx, args, paths, threads);
    rt_index_builder *builder;
    rt_index *index;
    size_t entries;
    RT_TRY(temporary_open(&options, &builder, err));
    RT_TRY(put_in(ctx, args, paths, builder, false, &entries, &s->from, err));
    RT_TRY(rt_index_builder_finish_temporary(builder, &index, err));
    s->index = rt_overlaid_alone(index);
    return rt_ok;
}

rt_status rt_searchable_open(rt_context *ctx, const rt_args *args, rt_str path, unsigned threads, rt_searchable *s,
                             rt_error *err) {
    const char *z = rt_str_z(ctx->arena, path);
    if (!is_index(z)) return open_made(ctx, args, path, threads, s, err);
    RT_TRY(check_lens(ctx, args, err));
    return rt_overlaid_open(z, &s->index, err);
}
