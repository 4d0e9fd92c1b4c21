#include "cli/kept_pairs.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/grow.h"
#include "base/hash.h"
#include "base/json.h"
#include "cli/with_case.h"

enum { LARGEST = 1 << 30 };

/* An entity as it is now, or was when the file was written. */
typedef struct known {
    rt_str id;
    char digest[32]; /* in hex */
    bool changed;
} known;

typedef struct finding {
    rt_arena *arena;
    const rt_overlaid *index;
    const rt_xref_options *options;
    known *now; /* by number of the entry */
    size_t n;
    const known **by_id;
    known *before; /* by id */
    size_t n_before;
    rt_kept_pairs *pairs;
    size_t kept; /* of the pairs those that were in the file */
    rt_str head; /* what the file's first line must be */
} finding;

/* --- what each entity is ------------------------------------------------------------------------------------------ */

static void add_text(rt_buf *out, rt_str s) { rt_buf_printf(out, "%zu:%.*s", s.len, RT_FMT(s)); }

static void digest_of(const rt_subject *s, rt_hasher *h, rt_buf *scratch, char digest[32]) {
    char text[33];
    rt_buf digits = {.at = text, .cap = sizeof text};
    rt_hash sum;
    rt_buf_clear(scratch);
    add_text(scratch, s->id);
    add_text(scratch, s->schema);
    for (size_t i = 0; i < s->names.n; i++) add_text(scratch, s->names.at[i]);
    for (size_t i = 0; i < s->trait_count; i++) {
        add_text(scratch, s->traits[i].prop);
        add_text(scratch, s->traits[i].value);
    }
    rt_hash_two(h, rt_buf_str(scratch), RT_S(""), &sum);
    rt_buf_hex(&digits, sum.bytes, 16);
    memcpy(digest, text, 32);
}

static int by_id(const void *x, const void *y) {
    return rt_str_cmp((*(const known *const *)x)->id, (*(const known *const *)y)->id);
}

static rt_status read_entities(finding *f, rt_hasher *h, rt_error *err) {
    RT_AUTO(rt_arena) one = {0};
    RT_AUTO(rt_buf) scratch = {0};
    f->n = (size_t)rt_overlaid_span(f->index);
    f->now = RT_NEW_N(f->arena, known, f->n + 1);
    f->by_id = RT_NEW_N(f->arena, const known *, f->n + 1);
    for (size_t i = 0; i < f->n; i++) {
        rt_subject s;
        rt_arena_reset(&one);
        RT_TRY(rt_overlaid_entry(f->index, &one, i, &s, err));
        f->now[i].id = rt_str_copy(f->arena, s.id);
        digest_of(&s, h, &scratch, f->now[i].digest);
        f->by_id[i] = &f->now[i];
    }
    if (f->n > 1) qsort(f->by_id, f->n, sizeof *f->by_id, by_id);
    return rt_ok;
}

static const known *entity_of(const finding *f, rt_str id) {
    const known key = {.id = id}, *const at = &key;
    const known *const *found = f->n > 0 ? bsearch(&at, f->by_id, f->n, sizeof *f->by_id, by_id) : NULL;
    return found != NULL ? *found : NULL;
}

/* --- the file ----------------------------------------------------------------------------------------------------- */

static void add_pair(finding *f, rt_str a, rt_str b, double score) {
    const bool turn = rt_str_cmp(b, a) < 0;
    rt_kept_pairs *p = f->pairs;
    p->at = rt_grow(f->arena, p->at, p->n, sizeof *p->at);
    p->at[p->n++] = (rt_kept_pair){turn ? b : a, turn ? a : b, score};
}

static void take_line(finding *f, const rt_value *v) {
    const rt_str a = rt_value_get_text(v, RT_S("a")), b = rt_value_get_text(v, RT_S("b")),
                 id = rt_value_get_text(v, RT_S("id")), digest = rt_value_get_text(v, RT_S("digest"));
    if (a.len > 0 && b.len > 0) add_pair(f, a, b, rt_value_get_real(v, RT_S("score")));
    if (id.len == 0 || digest.len != sizeof f->before->digest) return;
    f->before = rt_grow(f->arena, f->before, f->n_before, sizeof *f->before);
    known *k = &f->before[f->n_before++];
    *k = (known){.id = id};
    memcpy(k->digest, digest.at, sizeof k->digest);
}

/* The last line is the hash of all before it: a file that was cut, or altered by accident, counts for nothing. */
static void seal_of(rt_str lines, rt_buf *seal) {
    rt_hash sum;
    rt_hasher *h = rt_hasher_new();
    rt_hash_two(h, lines, RT_S(""), &sum);
    rt_hasher_free(h);
    rt_buf_add(seal, RT_S("{\"sha256\":\""));
    rt_buf_hex(seal, sum.bytes, sizeof sum.bytes);
    rt_buf_add(seal, RT_S("\"}\n"));
}

static bool is_sealed(rt_str text, rt_str *lines) {
    RT_AUTO(rt_buf) seal = {0};
    size_t end = text.len;
    while (end > 1 && text.at[end - 2] != '\n') end--;
    if (end < 2) return false;
    *lines = rt_str_cut(text, end - 1);
    seal_of(*lines, &seal);
    return rt_str_eq(rt_buf_str(&seal), rt_str_from(text, end - 1));
}

static void read_lines(finding *f, rt_str lines, rt_json_reader *reader) {
    rt_str line;
    if (!rt_str_split(&lines, RT_S("\n"), &line) || !rt_str_eq(line, f->head)) return;
    while (lines.len > 0 && rt_str_split(&lines, RT_S("\n"), &line)) {
        rt_value *v;
        if (rt_json_read(reader, line, f->arena, &v, NULL).code != RT_OK || v->kind != RT_OBJECT) return;
        take_line(f, v);
    }
}

static bool read_whole(FILE *file, rt_buf *text) {
    char piece[1 << 14];
    for (size_t n; (n = fread(piece, 1, sizeof piece, file)) > 0;) {
        if (text->len > LARGEST) return false;
        rt_buf_add(text, (rt_str){piece, n});
    }
    return ferror(file) == 0;
}

static bool read_path(const char *path, rt_buf *text) {
    FILE *file = fopen(path, "rbe");
    if (file == NULL) return false;
    const bool whole = read_whole(file, text);
    (void)fclose(file);
    return whole;
}

static void read_file(finding *f, const char *path) {
    RT_AUTO(rt_buf) text = {0};
    rt_str lines;
    if (path == NULL || !read_path(path, &text) || !is_sealed(rt_buf_str(&text), &lines)) return;
    rt_json_reader *reader = rt_json_reader_new();
    read_lines(f, lines, reader);
    rt_json_reader_free(reader);
}

static void add_line(rt_buf *text, const rt_value *v) {
    rt_json_write(text, v);
    rt_buf_byte(text, '\n');
}

static void write_text(const finding *f, rt_buf *text) {
    RT_AUTO(rt_arena) arena = {0};
    RT_AUTO(rt_buf) seal = {0};
    rt_buf_printf(text, "%.*s\n", RT_FMT(f->head));
    for (size_t i = 0; i < f->n; i++) {
        rt_value *v = rt_value_object(&arena);
        rt_value_put_text(&arena, v, RT_S("id"), f->now[i].id);
        rt_value_put_text(&arena, v, RT_S("digest"), (rt_str){f->now[i].digest, sizeof f->now[i].digest});
        add_line(text, v);
        rt_arena_reset(&arena);
    }
    for (size_t i = 0; i < f->pairs->n; i++) {
        rt_value *v = rt_value_object(&arena);
        rt_value_put_text(&arena, v, RT_S("a"), f->pairs->at[i].a);
        rt_value_put_text(&arena, v, RT_S("b"), f->pairs->at[i].b);
        rt_value_put(v, RT_S("score"), rt_value_real(&arena, f->pairs->at[i].score));
        add_line(text, v);
        rt_arena_reset(&arena);
    }
    seal_of(rt_buf_str(text), &seal);
    rt_buf_add(text, rt_buf_str(&seal));
}

/* Written beside and moved into place. Where that cannot be done, the next run searches again. */
static void write_file(const finding *f, const char *path) {
    RT_AUTO(rt_buf) text = {0};
    const char *beside = rt_str_z(f->arena, rt_str_printf(f->arena, "%s.%ld", path, (long)getpid()));
    const mode_t mask = umask(077);
    FILE *file = fopen(beside, "wbxe");
    umask(mask);
    if (file == NULL) return;
    write_text(f, &text);
    const bool whole = fwrite(text.at, 1, text.len, file) == text.len;
    if (fclose(file) != 0 || !whole || rename(beside, path) != 0) (void)unlink(beside);
}

/* --- finding ------------------------------------------------------------------------------------------------------ */

static int by_id_then(const void *x, const void *y) {
    return rt_str_cmp(((const known *)x)->id, ((const known *)y)->id);
}

static void find_changed(finding *f) {
    if (f->n_before > 1) qsort(f->before, f->n_before, sizeof *f->before, by_id_then);
    for (size_t i = 0; i < f->n; i++) {
        const known *was =
            f->n_before > 0 ? bsearch(&f->now[i], f->before, f->n_before, sizeof *f->before, by_id_then) : NULL;
        f->now[i].changed = was == NULL || memcmp(was->digest, f->now[i].digest, sizeof was->digest) != 0;
        f->pairs->searched += f->now[i].changed;
    }
}

/* Of what the file says, only pairs of two who are what they were. */
static void drop_changed(finding *f) {
    size_t kept = 0;
    for (size_t i = 0; i < f->pairs->n; i++) {
        const known *a = entity_of(f, f->pairs->at[i].a), *b = entity_of(f, f->pairs->at[i].b);
        if (a != NULL && b != NULL && !a->changed && !b->changed) f->pairs->at[kept++] = f->pairs->at[i];
    }
    f->pairs->n = f->kept = kept;
}

static bool is_changed(const void *with, uint64_t entry) { return ((const finding *)with)->now[entry].changed; }

static rt_status search_changed(finding *f, rt_error *err) {
    rt_xref_options options = *f->options;
    rt_xref_pair *found;
    size_t n;
    options.only = is_changed;
    options.only_with = f;
    if (f->pairs->searched == 0) return rt_ok;
    RT_TRY(rt_xref(f->index, NULL, &options, &found, &n, err));
    for (size_t i = 0; i < n; i++) add_pair(f, f->now[found[i].left].id, f->now[found[i].right].id, found[i].score);
    free(found);
    return rt_ok;
}

static int by_score(const void *x, const void *y) {
    const rt_kept_pair *a = x, *b = y;
    if (a->score != b->score) return a->score > b->score ? -1 : 1;
    const int first = rt_str_cmp(a->a, b->a);
    return first != 0 ? first : rt_str_cmp(a->b, b->b);
}

static rt_status find(finding *f, const char *file, rt_error *err) {
    rt_hasher *h = rt_hasher_new();
    const rt_status s = read_entities(f, h, err);
    rt_hasher_free(h);
    RT_TRY(s);
    read_file(f, file);
    find_changed(f);
    const size_t before = f->pairs->n;
    drop_changed(f);
    RT_TRY(search_changed(f, err));
    if (f->pairs->n > 1) qsort(f->pairs->at, f->pairs->n, sizeof *f->pairs->at, by_score);
    const bool news = f->pairs->searched > 0 || f->n != f->n_before || before != f->kept;
    if (file != NULL && news) write_file(f, file);
    return rt_ok;
}

rt_status rt_kept_pairs_find(const rt_overlaid *index, const rt_xref_options *options, const char *file,
                             rt_arena *arena, rt_kept_pairs *pairs, rt_error *err) {
    finding f = {.arena = arena, .index = index, .options = options, .pairs = pairs};
    *pairs = (rt_kept_pairs){0};
    f.head = rt_str_printf(arena, "{\"pairs\":\"%s\",\"cutoff\":\"%.6f\",\"top\":%zu}", RT_PROGRAM, options->cutoff,
                           options->top);
    RT_TRY(find(&f, file, err));
    pairs->entities = f.n;
    return rt_ok;
}

const char *rt_kept_pairs_file(rt_arena *arena, rt_str case_path) {
    return rt_str_printf(arena, "%.*s.pairs", RT_FMT(case_path)).at;
}

rt_status rt_kept_pairs_forget(const char *file, rt_error *err) {
    return unlink(file) == 0 || errno == ENOENT
               ? rt_ok
               : rt_fail(err, RT_IO, "%s: this must go before anything is erased: %s", file, strerror(errno));
}
