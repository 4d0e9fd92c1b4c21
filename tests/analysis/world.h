/* Cases in one line a statement, and their views as objects.
 *
 *     RT_AUTO(world) w;
 *     world_init(&w);
 *     const rt_str id = say(&w, "p1 Person name = Ali Example | speaker Court | dataset file-a | said_at 2011");
 *     link_by(&w, "retracts", later, earlier, "Court");
 *     judge(&w, "p1", "same", "p2");
 *     const rt_value *o = look(&w, &rt_view_show, "p1");
 *     assert_str(at(o, "properties.name.0.value"), "Ali Example");
 */
#pragma once

#include "test.h"

#include <stdlib.h>
#include <unistd.h>

#include "analysis/view.h"
#include "base/json.h"
#include "store/batch.h"
#include "store/lens.h"

typedef struct world {
    char folder[256], path[300];
    rt_arena arena;
    rt_store *store;
    rt_batch *batch; /* of what is being said; committed by the next look */
    rt_lens *lens;   /* of the last look */
    rt_lens_spec spec;
    rt_view_args asked; /* what a view takes besides `who` */
    rt_error err;
} world;

static inline void world_init(world *w) {
    rt_error err = {0};
    if (w == NULL) return; /* gcc 12 with sanitizers warns that it may be */
    memset(w, 0, sizeof *w);
    const char *temporary = getenv("TMPDIR");
    snprintf(w->folder, sizeof w->folder, "%s/redthread-XXXXXX", temporary != NULL ? temporary : P_tmpdir);
    assert_non_null(mkdtemp(w->folder));
    snprintf(w->path, sizeof w->path, "%s/w.case", w->folder);
    OK(rt_store_make(w->path, &err));
}

static inline void world_open(world *w, rt_open_mode mode) {
    rt_error err = {0};
    rt_lens_close(w->lens);
    rt_store_close(w->store);
    w->lens = NULL;
    OK(rt_store_open(w->path, mode, &w->store, &err));
}

static inline void world_add(world *w, const rt_entry *e, char id[32]) {
    rt_error err = {0};
    bool added;
    const rt_batch_options options = {.by = RT_S("tester"), .program = RT_S("test")};
    if (w->batch == NULL) {
        world_open(w, RT_OPEN_WRITE);
        OK(rt_batch_begin(w->store, &options, &w->batch, &err));
    }
    OK(rt_batch_add(w->batch, e, id, &added, &err));
}

/* A document with its bytes, of which e->sha256 becomes the hash. */
static inline void world_add_paper(world *w, rt_entry *e, rt_str bytes, char id[32]) {
    rt_error err = {0};
    rt_hash sum;
    bool added;
    RT_AUTO(rt_buf) hex = {0};
    rt_hasher *h = rt_hasher_new();
    rt_hash_two(h, bytes, RT_S(""), &sum);
    rt_hasher_free(h);
    rt_buf_hex(&hex, sum.bytes, sizeof sum.bytes);
    e->sha256 = rt_str_copy(&w->arena, rt_buf_str(&hex));
    world_add(w, e, id);
    OK(rt_batch_document(w->batch, e, bytes, bytes, id, &added, &err));
}

static inline void world_commit(world *w) {
    rt_error err = {0};
    rt_batch_report report;
    if (w->batch == NULL) return;
    OK(rt_batch_commit(w->batch, &report, &err));
    rt_batch_close(w->batch);
    w->batch = NULL;
}

static inline void world_close(world *w) {
    char file[320];
    world_commit(w);
    rt_lens_close(w->lens);
    rt_store_close(w->store);
    rt_arena_close(&w->arena);
    for (size_t i = 0; i < 3; i++) {
        snprintf(file, sizeof file, "%s%s", w->path, (const char *[]){"", "-wal", "-shm"}[i]);
        unlink(file);
    }
    rmdir(w->folder);
}

static inline rt_str word(rt_str *rest) {
    rt_str w = {"", 0};
    rt_str_split(rest, RT_S(" "), &w);
    return w;
}

/* "speaker Court", "via A; B" */
static inline void set_field(world *w, rt_entry *e, rt_str part) {
    const rt_str name = word(&part), value = rt_str_copy(&w->arena, part);
    const rt_field *f = rt_field_named(name);
    if (f == NULL) fail_msg("no field %.*s", RT_FMT(name));
    if (f->kind == RT_FIELD_LIST) {
        *rt_entry_list(e, f) = (rt_strs){RT_NEW(&w->arena, rt_str), 1};
        rt_entry_list(e, f)->at[0] = value;
    } else
        *rt_entry_text(e, f) = value;
}

static inline rt_entry statement_of(world *w, const char *text) {
    rt_entry e = rt_entry_new(RT_STATEMENT);
    rt_str rest = rt_str_of(text), head, part;
    rt_str_split(&rest, RT_S(" | "), &head);
    e.entity = rt_str_copy(&w->arena, word(&head));
    e.schema = rt_str_copy(&w->arena, word(&head));
    e.prop = rt_str_copy(&w->arena, word(&head));
    word(&head); /* = */
    e.value = rt_str_copy(&w->arena, head);
    e.stance = RT_S("asserts");
    while (rest.len > 0 && rt_str_split(&rest, RT_S(" | "), &part)) set_field(w, &e, part);
    return e;
}

/* Adds "ENTITY SCHEMA PROP = VALUE | FIELD VALUE | ...", and returns its id. */
static inline rt_str say(world *w, const char *text) {
    const rt_entry e = statement_of(w, text);
    char *id = rt_arena_alloc(&w->arena, 32);
    world_add(w, &e, id);
    return (rt_str){id, 32};
}

static inline void link_by(world *w, const char *kind, rt_str from, rt_str to, const char *speaker) {
    rt_entry e = rt_entry_new(RT_LINK);
    char id[32];
    e.link = rt_str_of(kind);
    e.from = from;
    e.to = to;
    e.speaker = rt_str_of(speaker);
    world_add(w, &e, id);
}

/* With its day, so that the same may be judged again; empty: now. */
static inline void judge_at(world *w, const char *a, const char *judgement, const char *b, const char *day) {
    rt_entry e = rt_entry_new(RT_JUDGEMENT);
    char id[32];
    e.a = rt_str_of(a);
    e.b = rt_str_of(b);
    e.judgement = rt_str_of(judgement);
    e.why = RT_S("a test");
    if (day[0] != '\0') {
        e.recorded_by = RT_S("A. Clerk");
        e.recorded_at = rt_str_printf(&w->arena, "%sT00:00:00.000000Z", day);
    }
    world_add(w, &e, id);
}

static inline void judge(world *w, const char *a, const char *judgement, const char *b) {
    judge_at(w, a, judgement, b, "");
}

/* --- whole entities ---------------------------------------------------------------------------------------------- */

/* {"detainee", "p1"} */
typedef struct pair {
    const char *prop, *value;
} pair;

/* Says n pairs of one entity, each followed by `rest` (" | speaker Court"); those with an empty value are left out. */
static inline void say_pairs(world *w, const char *id, const char *schema, const pair *pairs, size_t n,
                             const char *rest) {
    char line[256];
    for (size_t i = 0; i < n; i++) {
        if (pairs[i].value[0] == '\0') continue;
        snprintf(line, sizeof line, "%s %s %s = %s%s", id, schema, pairs[i].prop, pairs[i].value, rest);
        say(w, line);
    }
}

/* Somebody was held somewhere. */
static inline void hold(world *w, const char *id, const char *who, const char *where, const char *start,
                        const char *end, const char *rest) {
    const pair pairs[] = {{"detainee", who}, {"facility", where}, {"startDate", start}, {"endDate", end}};
    say_pairs(w, id, "Detention", pairs, 4, rest);
}

/* To a, b is a `word`. */
static inline void say_kin(world *w, const char *id, const char *a, const char *word, const char *b, const char *rest) {
    const pair pairs[] = {{"person", a}, {"relative", b}, {"relationship", word}};
    say_pairs(w, id, "Family", pairs, 3, rest);
}

/* A world with four people in it. */
static inline void world_of_people(world *w) {
    world_init(w);
    say(w, "p1 Person name = Ali Example");
    say(w, "p2 Person name = Maria Example");
    say(w, "p3 Person name = Omar Example");
    say(w, "p4 Person name = Sara Example");
}

/* --- views ------------------------------------------------------------------------------------------------------- */

/* Runs a view through the world's lens; NULL with w->err when it fails. */
static inline const rt_value *try_look(world *w, const rt_view *view, rt_strs who) {
    rt_error err = {0};
    rt_value *object;
    rt_view_args args = w->asked;
    args.who = who;
    world_commit(w);
    world_open(w, RT_OPEN_READ);
    OK(rt_lens_open(w->store, &w->spec, &w->lens, &err));
    w->err = (rt_error){0};
    return rt_view_look(view, w->lens, &args, &w->arena, &object, &w->err).code == RT_OK ? object : NULL;
}

static inline const rt_value *look_at(world *w, const rt_view *view, rt_strs who) {
    const rt_value *o = try_look(w, view, who);
    if (o == NULL) fail_msg("%s: %s", view->name, w->err.message);
    return o;
}

static inline const rt_value *look(world *w, const rt_view *view, const char *who) {
    rt_str one = rt_str_of(who);
    return look_at(w, view, (rt_strs){&one, 1});
}

static inline const rt_value *look_at_two(world *w, const rt_view *view, const char *a, const char *b) {
    rt_str two[] = {rt_str_of(a), rt_str_of(b)};
    return look_at(w, view, (rt_strs){two, 2});
}

static inline const rt_value *look_at_all(world *w, const rt_view *view) {
    return look_at(w, view, (rt_strs){NULL, 0});
}

/* What stands at a path: "properties.name.0.value". */
static inline const rt_value *node(const rt_value *v, const char *path) {
    rt_str rest = rt_str_of(path), step;
    while (v != NULL && rt_str_split(&rest, RT_S("."), &step)) {
        int64_t n;
        if (v->kind == RT_LIST && rt_str_int(step, &n)) {
            for (v = rt_value_first(v); v != NULL && n > 0; n--) v = v->next;
        } else
            v = rt_value_get(v, step);
        if (rest.len == 0) break;
    }
    return v;
}

static inline rt_str at(const rt_value *v, const char *path) {
    const rt_value *n = node(v, path);
    return n != NULL && n->kind == RT_TEXT ? n->text : RT_S("(nothing)");
}

static inline int number_at(const rt_value *v, const char *path) {
    const rt_value *n = node(v, path);
    if (n == NULL || n->kind != RT_INT) fail_msg("no number at %s", path);
    return (int)n->integer;
}

static inline bool is_set(const rt_value *v, const char *path) {
    const rt_value *n = node(v, path);
    if (n == NULL || n->kind != RT_BOOL) fail_msg("no flag at %s", path);
    return n->boolean;
}

static inline size_t count_at(const rt_value *v, const char *path) { return rt_value_count(node(v, path)); }

/* The whole object as JSON. */
static inline rt_str json_of(world *w, const rt_value *v) {
    RT_AUTO(rt_buf) out = {0};
    rt_json_write(&out, v);
    return rt_str_copy(&w->arena, rt_buf_str(&out));
}

static inline bool holds(world *w, const rt_value *v, const char *text) {
    return rt_str_find(json_of(w, v), rt_str_of(text)) != SIZE_MAX;
}

/* Numbers for tests that make cases up: the same for the same seed. */
static inline unsigned next_random(unsigned *seed) {
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}
