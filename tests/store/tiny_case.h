/* For tests of the store: a case in a folder of its own, filled in a tiny notation, an entry a line.
 *
 *     p1 Person.name Oussama Atar; speaker=Police; handling=hawk,amber; via=A Clerk+A Cousin; as=first
 *     link; link=repeats; from=@second; to=@first
 *     judgement; a=p1; b=p2; judgement=same
 *
 * A statement is its entity, schema and property, and value; any other entry its type; then fields of the entry's line.
 * `as` names an entry, @NAME stands for its id in later lines (of this batch or another). */
#pragma once

#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "store/audit.h"
#include "store/batch.h"
#include "store/bearers.h"
#include "store/cursor.h"
#include "store/project.h"
#include "test.h"

enum { CASE_NAMES = 256 };

typedef struct test_case {
    rt_arena arena; /* lives as long as the case */
    rt_arena moment;
    char folder[96], path[128];
    rt_store *store;
    rt_lens *lens;
    struct {
        rt_str name;
        char id[33];
    } named[CASE_NAMES];
    size_t n_named;
} test_case;

static const rt_batch_options case_batch = {.by = RT_S_INIT("A. Clerk"), .program = RT_S_INIT("tests 1")};

/* --- the file ----------------------------------------------------------------------------------------------------- */

static inline void case_folder(test_case *c) {
    const char *below = getenv("TMPDIR") != NULL ? getenv("TMPDIR") : "/tmp";
    *c = (test_case){0};
    snprintf(c->folder, sizeof c->folder, "%.60s/case-XXXXXX", below);
    assert_non_null(mkdtemp(c->folder));
    snprintf(c->path, sizeof c->path, "%s/t.case", c->folder);
}

static inline void case_close_store(test_case *c) {
    rt_lens_close(c->lens);
    rt_store_close(c->store);
    c->lens = NULL;
    c->store = NULL;
}

static inline void case_reopen(test_case *c, rt_open_mode mode) {
    rt_error err = {0};
    case_close_store(c);
    OK(rt_store_open(c->path, mode, &c->store, &err));
}

/* An empty case, open for writing. */
static inline void case_make(test_case *c) {
    rt_error err = {0};
    case_folder(c);
    OK(rt_store_make(c->path, &err));
    case_reopen(c, RT_OPEN_WRITE);
}

static inline void case_close(test_case *c) {
    static const char *const beside[] = {"", "-wal", "-shm", "-journal"};
    char path[160];
    case_close_store(c);
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        snprintf(path, sizeof path, "%s%s", c->path, beside[i]);
        (void)unlink(path);
    }
    assert_int_equal(rmdir(c->folder), 0);
    rt_arena_close(&c->moment);
    rt_arena_close(&c->arena);
}

/* --- the notation ---------------------------------------------------------------------------------------------------
 */

/* The id of what was named so; fails the test when nothing was. */
static inline rt_str case_id(const test_case *c, const char *name) {
    for (size_t i = c->n_named; i-- > 0;)
        if (rt_str_is(c->named[i].name, name)) return (rt_str){c->named[i].id, 32};
    fail_msg("nothing is named \"%s\"", name);
    return (rt_str){"", 0};
}

static inline rt_str case_resolved(test_case *c, rt_str text) {
    return rt_str_starts(text, RT_S("@")) ? case_id(c, rt_str_z(&c->moment, rt_str_from(text, 1))) : text;
}

static inline void case_field(test_case *c, rt_entry *e, rt_str part) {
    rt_str value = part, key, item;
    assert_true(rt_str_split(&value, RT_S("="), &key));
    const rt_field *f = rt_field_named(key);
    if (f == NULL) fail_msg("no entry has a field \"%.*s\"", RT_FMT(key));
    if (f->kind == RT_FIELD_TEXT) {
        *rt_entry_text(e, f) = case_resolved(c, value);
    } else if (f->kind == RT_FIELD_NUMBER) {
        assert_true(rt_str_int(value, rt_entry_number(e, f)));
    } else {
        rt_strs *list = rt_entry_list(e, f);
        list->at = RT_NEW_N(&c->moment, rt_str, value.len + 1);
        while (rt_str_split(&value, RT_S("+"), &item)) list->at[list->n++] = item;
    }
}

/* What the first part of a line says: a statement, or a type. */
static inline rt_entry case_begin(rt_str part) {
    rt_str rest = part, entity = {0}, schema = {0}, prop = {0};
    rt_entry_type type;
    if (rt_entry_type_named(part, &type)) return rt_entry_new(type);
    rt_entry e = rt_entry_new(RT_STATEMENT);
    if (!rt_str_split(&rest, RT_S(" "), &entity) || !rt_str_split(&rest, RT_S("."), &schema) ||
        !rt_str_split(&rest, RT_S(" "), &prop))
        fail_msg("\"%.*s\" is no entry", RT_FMT(part));
    e.entity = entity, e.schema = schema, e.prop = prop, e.value = rest, e.stance = RT_S("asserts");
    return e;
}

static inline rt_entry case_entry(test_case *c, rt_str line, rt_str *name) {
    rt_str rest = rt_str_trim(line), part;
    rt_entry e = {0};
    *name = (rt_str){"", 0};
    for (bool first = true; rt_str_split(&rest, RT_S("; "), &part); first = false) {
        if (first)
            e = case_begin(part);
        else if (rt_str_starts(part, RT_S("as=")))
            *name = rt_str_from(part, 3);
        else
            case_field(c, &e, part);
    }
    return e;
}

/* --- filling --------------------------------------------------------------------------------------------------------
 */

static inline rt_batch *case_begin_batch(test_case *c) {
    rt_batch *b;
    rt_error err = {0};
    OK(rt_batch_begin(c->store, &case_batch, &b, &err));
    return b;
}

/* Adds one line to a batch. */
static inline rt_status case_put(test_case *c, rt_batch *b, const char *line, bool *added, rt_error *err) {
    rt_str name;
    char id[32];
    const rt_entry e = case_entry(c, rt_str_of(line), &name);
    RT_TRY(rt_entry_check(&e, err));
    RT_TRY(rt_batch_add(b, &e, id, added, err));
    rt_arena_reset(&c->moment);
    if (name.len == 0) return rt_ok;
    assert_true(c->n_named < CASE_NAMES);
    c->named[c->n_named].name = rt_str_copy(&c->arena, name);
    memcpy(c->named[c->n_named++].id, id, 32);
    return rt_ok;
}

/* Adds lines, each ended by LF but the last, as one batch. */
static inline rt_status case_try(test_case *c, const char *lines, rt_batch_report *report, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_str rest = rt_str_of(lines), line;
    rt_batch *b = case_begin_batch(c);
    rt_status s = rt_ok;
    while (s.code == RT_OK && rt_str_split(&rest, RT_S("\n"), &line))
        if (rt_str_trim(line).len > 0) s = case_put(c, b, rt_str_z(&arena, line), NULL, err);
    if (s.code == RT_OK) s = rt_batch_commit(b, report, err);
    rt_batch_close(b);
    return s;
}

static inline rt_batch_report case_add(test_case *c, const char *lines) {
    rt_error err = {0};
    rt_batch_report report = {0};
    OK(case_try(c, lines, &report, &err));
    return report;
}

/* n statements with values of their own, as one batch. */
static inline void case_add_many(test_case *c, int n) {
    rt_error err = {0};
    char line[96];
    rt_batch *b = case_begin_batch(c);
    for (int i = 0; i < n; i++) {
        snprintf(line, sizeof line, "p%d Person.notes text number %d", i / 7, i);
        OK(case_put(c, b, line, NULL, &err));
    }
    OK(rt_batch_commit(b, NULL, &err));
    rt_batch_close(b);
}

/* --- reading --------------------------------------------------------------------------------------------------------
 */

/* Opens a lens, in place of the one before. */
static inline rt_lens *case_look(test_case *c, rt_lens_spec spec) {
    rt_error err = {0};
    rt_lens_close(c->lens);
    c->lens = NULL;
    OK(rt_lens_open(c->store, &spec, &c->lens, &err));
    return c->lens;
}

static inline rt_lens *case_look_all(test_case *c) { return case_look(c, (rt_lens_spec){0}); }

static inline rt_seen_list case_list(test_case *c, rt_cursor *cursor) {
    rt_error err = {0};
    rt_seen_list list;
    OK(rt_cursor_list(cursor, &c->arena, &list, &err));
    return list;
}

/* A cursor over at most a thousand names that hold this word. */
static inline rt_cursor *case_bearers(test_case *c, const char *word) {
    rt_error err = {0};
    rt_bearers found;
    rt_cursor *cursor;
    OK(rt_bearers_find(c->lens, rt_bearers_word(rt_str_of(word)), 1000, &c->arena, &found, &err));
    OK(rt_cursor_at(c->lens, found.places, &cursor, &err));
    return cursor;
}

/* Values of the statements (of acts: their type) that a cursor gives, with blanks between; "?" behind what was perhaps
 * said or perhaps held. */
static inline const char *case_values(test_case *c, rt_cursor *cursor) {
    const rt_seen_list list = case_list(c, cursor);
    rt_buf out = {0};
    for (size_t i = 0; i < list.n; i++) {
        const rt_entry *e = &list.at[i].e;
        if (i > 0) rt_buf_byte(&out, ' ');
        rt_buf_add(&out, e->type == RT_STATEMENT ? e->value : rt_entry_type_name(e->type));
        if (list.at[i].said == RT_PERHAPS || list.at[i].held == RT_PERHAPS) rt_buf_byte(&out, '?');
    }
    const char *text = rt_str_z(&c->arena, rt_buf_str(&out));
    rt_buf_close(&out);
    return text;
}

static inline const char *case_about(test_case *c, const char *entity) {
    rt_error err = {0};
    rt_cursor *cursor;
    OK(rt_cursor_about(c->lens, rt_str_of(entity), &cursor, &err));
    return case_values(c, cursor);
}

static inline const char *case_all(test_case *c) {
    rt_error err = {0};
    rt_cursor *cursor;
    OK(rt_cursor_all(c->lens, &cursor, &err));
    return case_values(c, cursor);
}
