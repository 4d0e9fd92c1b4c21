#include "exchange/documents.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/date.h"
#include "exchange/input.h"
#include "exchange/utf8_name.h"
#include "store/cursor.h"
#include "store/found.h"

/* --- reading files --------------------------------------------------------------------------------------------------
 */

static rt_status failed(const char *path, rt_error *err) {
    const rt_status s = rt_fail(err, RT_IO, "%s", strerror(errno));
    rt_error_at(err, path, 0, 0);
    return s;
}

static rt_status too_large(const char *path, rt_error *err) {
    const rt_status s = rt_fail(err, RT_LIMIT, "a document may have %d MiB", RT_TEXT_MOST / (1024 * 1024));
    rt_error_at(err, path, 0, 0);
    return s;
}

/* A byte more than is taken tells that there are too many. */
static rt_status read_open(FILE *in, const char *path, rt_buf *bytes, rt_error *err) {
    enum { PIECE = 256 * 1024 };
    size_t got;
    do {
        got = fread(rt_buf_room(bytes, PIECE), 1, PIECE, in);
        bytes->len += got;
    } while (got > 0 && bytes->len <= RT_TEXT_MOST);
    if (ferror(in)) return failed(path, err);
    return bytes->len <= RT_TEXT_MOST ? rt_ok : too_large(path, err);
}

static rt_status read_file(const char *path, rt_buf *bytes, rt_error *err) {
    const bool is_stdin = strcmp(path, "-") == 0;
    FILE *in = is_stdin ? stdin : fopen(path, "rb");
    rt_buf_clear(bytes);
    if (in == NULL) return failed(path, err);
    const rt_status s = read_open(in, path, bytes, err);
    if (!is_stdin) fclose(in);
    return s;
}

static rt_status unpack_all(rt_input *in, const char *path, rt_buf *out, rt_error *err) {
    rt_str piece;
    for (;;) {
        RT_TRY(rt_input_bytes(in, &piece, err));
        if (piece.len == 0) return rt_ok;
        if (out->len + piece.len > RT_TEXT_MOST) return too_large(path, err);
        rt_buf_add(out, piece);
    }
}

/* The text of a file that may be packed, and the name that says what it is: "page.html" of page.html.gz. */
static rt_status read_text(rt_str bytes, const char *path, rt_str encoding, rt_arena *arena, rt_text *text,
                           rt_error *err) {
    RT_AUTO(rt_buf) unpacked = {0};
    rt_input *in;
    RT_TRY(rt_input_of(path, bytes, &in, err));
    const rt_str name = rt_utf8_name(arena, rt_str_copy(arena, rt_input_stem(in)));
    const rt_status s = unpack_all(in, path, &unpacked, err);
    rt_input_close(in);
    RT_TRY(s);
    RT_TRY(rt_text_read(rt_buf_str(&unpacked), name, encoding, arena, text, err));
    const bool same = rt_str_eq(text->text, bytes); /* kept once */
    text->text = same ? bytes : rt_str_copy(arena, text->text);
    return rt_ok;
}

static rt_str hex_of(rt_arena *arena, rt_str bytes) {
    RT_AUTO(rt_buf) hex = {0};
    rt_hasher *h = rt_hasher_new();
    rt_hash sum;
    rt_hash_two(h, bytes, RT_S(""), &sum);
    rt_hasher_free(h);
    rt_buf_hex(&hex, sum.bytes, sizeof sum.bytes);
    return rt_str_copy(arena, rt_buf_str(&hex));
}

/* --- adding ---------------------------------------------------------------------------------------------------------
 */

typedef struct adding {
    const rt_documents_options *options;
    rt_store *store;
    rt_batch *batch;
    rt_lens *lens; /* the owner's: who adds has the whole file */
    rt_arena *arena;
} adding;

static rt_str file_name(rt_arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    return rt_utf8_name(arena, rt_str_of(slash != NULL ? slash + 1 : path));
}

static rt_entry entry_of(const adding *a, const char *path, rt_str bytes, const rt_text *text) {
    const rt_documents_options *o = a->options;
    rt_entry e = rt_entry_new(RT_DOCUMENT);
    e.sha256 = hex_of(a->arena, bytes);
    e.name = o->name.len > 0 ? o->name : file_name(a->arena, path);
    e.media_type = o->encoding.len == 0
                       ? text->media_type
                       : rt_str_printf(a->arena, "%.*s; charset=%.*s", RT_FMT(text->media_type), RT_FMT(o->encoding));
    e.size = (int64_t)bytes.len;
    e.title = o->title.len > 0 ? o->title : text->title;
    e.date = o->date.len > 0 ? o->date : text->date;
    e.handling = o->handling;
    return e;
}

static bool says_more(const rt_documents_options *o) {
    return o->name.len > 0 || o->title.len > 0 || o->date.len > 0 || o->encoding.len > 0;
}

/* The document of the same bytes for the same eyes, best one that has them in the case: it may be known by its hash
 * alone. */
static rt_status find_same(adding *a, const rt_entry *e, rt_entry *same, bool *there, bool *whole, rt_error *err) {
    RT_AUTO(rt_buf) bytes = {0};
    rt_cursor *c;
    rt_seen_list found;
    *there = *whole = false;
    RT_TRY(rt_cursor_documents(a->lens, e->sha256, &c, err));
    RT_TRY(rt_cursor_list(c, a->arena, &found, err));
    for (size_t i = 0; i < found.n && !*whole; i++) {
        if (!rt_str_eq(found.at[i].e.handling, e->handling)) continue;
        RT_TRY(rt_lens_bytes(a->lens, &found.at[i], &bytes, whole, err));
        if (*whole || !*there) *same = found.at[i].e;
        *there = true;
    }
    return rt_ok;
}

static rt_status add_bytes(adding *a, const char *path, rt_str bytes, rt_document_added *d, rt_error *err) {
    char id[32];
    const rt_documents_options *o = a->options;
    const char *called = strcmp(path, "-") == 0 ? rt_str_z(a->arena, o->name) : path;
    RT_TRY(read_text(bytes, called, o->encoding, a->arena, &d->text, err));
    d->file = rt_str_copy(a->arena, rt_str_of(path));
    d->added = false;
    bool there = false, whole = false;
    const rt_entry e = entry_of(a, path, bytes, &d->text);
    if (!says_more(o)) RT_TRY(find_same(a, &e, &d->entry, &there, &whole, err));
    if (whole) return rt_ok;
    if (!there) d->entry = e;
    RT_TRY(rt_batch_document(a->batch, &d->entry, bytes, d->text.text, id, &d->added, err));
    d->entry.id = rt_str_copy(a->arena, (rt_str){id, sizeof id});
    return rt_ok;
}

static rt_status add_all(adding *a, const char *const *paths, size_t n, rt_document_added *added, rt_error *err) {
    const rt_documents_options *o = a->options;
    const rt_batch_options batch = {.by = o->by, .program = o->program, .handling = o->handling};
    const rt_lens_spec owner = {.narrowed = false};
    RT_AUTO(rt_buf) bytes = {0};
    RT_TRY(rt_batch_begin(a->store, &batch, &a->batch, err));
    RT_TRY(rt_lens_open(a->store, &owner, &a->lens, err));
    for (size_t i = 0; i < n; i++) {
        RT_TRY(read_file(paths[i], &bytes, err));
        const rt_status s = add_bytes(a, paths[i], rt_buf_str(&bytes), &added[i], err);
        added[i].text.text = (rt_str){"", 0}; /* it may be the very bytes, which go with the next file */
        if (s.code != RT_OK) return rt_error_at(err, paths[i], 0, 0), s;
        if (o->progress != NULL) o->progress(o->to, i + 1, n);
    }
    return rt_batch_commit(a->batch, NULL, err);
}

rt_status rt_documents_add(rt_store *store, const char *const *paths, size_t n, const rt_documents_options *options,
                           rt_arena *arena, rt_document_added *added, rt_error *err) {
    adding a = {.options = options, .store = store, .arena = arena};
    const rt_status s = add_all(&a, paths, n, added, err);
    rt_lens_close(a.lens);
    rt_batch_close(a.batch);
    return s;
}

/* --- out and back ---------------------------------------------------------------------------------------------------
 */

/* Beside its place first, so that nobody finds half of it. */
static rt_status write_file(rt_arena *arena, const char *path, rt_str bytes, rt_error *err) {
    const char *beside = rt_str_z(arena, rt_str_printf(arena, "%s.part", path));
    FILE *out = fopen(beside, "wb");
    if (out == NULL) return failed(beside, err);
    const bool whole = fwrite(bytes.at, 1, bytes.len, out) == bytes.len;
    if (fclose(out) == 0 && whole && rename(beside, path) == 0) return rt_ok;
    const rt_status s = failed(path, err);
    unlink(beside);
    return s;
}

static rt_status write_document(rt_lens *lens, const rt_seen_entry *d, const char *folder, size_t *written,
                                rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    RT_AUTO(rt_buf) bytes = {0};
    bool there;
    const char *path = rt_str_z(&arena, rt_str_printf(&arena, "%s/%.*s", folder, RT_FMT(d->e.sha256)));
    if (access(path, F_OK) == 0) return rt_ok;
    RT_TRY(rt_lens_bytes(lens, d, &bytes, &there, err));
    if (!there) return rt_ok;
    ++*written;
    return write_file(&arena, path, rt_buf_str(&bytes), err);
}

static rt_status write_documents(rt_lens *lens, rt_cursor *c, const char *folder, size_t *written, rt_error *err) {
    rt_seen_entry entry;
    bool more;
    for (;;) {
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        if (entry.e.type == RT_DOCUMENT) RT_TRY(write_document(lens, &entry, folder, written, err));
    }
}

rt_status rt_documents_write(rt_lens *lens, const char *folder, size_t *written, rt_error *err) {
    rt_cursor *c;
    *written = 0;
    if (mkdir(folder, 0700) != 0 && errno != EEXIST) return failed(folder, err);
    RT_TRY(rt_cursor_every_act(lens, &c, err));
    const rt_status s = write_documents(lens, c, folder, written, err);
    rt_cursor_close(c);
    return s;
}

/* "text/plain; charset=windows-1251": who added it said so. */
static rt_str told_charset(rt_str media_type) {
    const rt_str begin = RT_S("; charset=");
    const size_t at = rt_str_find(media_type, begin);
    const rt_str charset = at == SIZE_MAX ? (rt_str){"", 0} : rt_str_from(media_type, at + begin.len);
    return rt_charset_is_known(charset) ? charset : (rt_str){"", 0};
}

rt_status rt_documents_restore(rt_batch *batch, const rt_entry *e, const char *folder, char id[32], rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    RT_AUTO(rt_buf) bytes = {0};
    rt_text text;
    bool added;
    const char *path = rt_str_z(&arena, rt_str_printf(&arena, "%s/%.*s", folder, RT_FMT(e->sha256)));
    if (access(path, F_OK) != 0) return rt_batch_add(batch, e, id, NULL, err);
    RT_TRY(read_file(path, &bytes, err));
    rt_error wrong = {0};
    rt_status s =
        read_text(rt_buf_str(&bytes), rt_str_z(&arena, e->name), told_charset(e->media_type), &arena, &text, &wrong);
    if (s.code == RT_OK) s = rt_batch_document(batch, e, rt_buf_str(&bytes), text.text, id, &added, &wrong);
    return s.code == RT_OK ? rt_ok : rt_fail(err, s.code, "%s: %s", path, wrong.message);
}
