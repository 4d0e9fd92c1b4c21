/* For tests of readers: files made of literals, and a sink that keeps what it is given. */
#pragma once

#include <stdlib.h>
#include <unistd.h>

#include "exchange/format.h"
#include "test.h"

enum { FILES_MOST = 8, ENTRIES_MOST = 400000 };

typedef struct reading {
    rt_arena arena;
    rt_entry *at; /* what was read */
    size_t n;
    size_t bad, notes;
    rt_error last_bad, last_note;
    bool keep_going;
    void (*on_note)(const rt_error *what);
    rt_input *in[FILES_MOST];
    size_t files;
    char folder[64];
} reading;

static rt_status reading_add(void *to, const rt_entry *e, rt_error *err) {
    reading *r = to;
    if (r->n == ENTRIES_MOST) return rt_fail(err, RT_LIMIT, "more entries than the test takes");
    if (r->at == NULL) r->at = rt_alloc(ENTRIES_MOST * sizeof *r->at);
    r->at[r->n++] = rt_entry_copy(&r->arena, e);
    return rt_ok;
}

static rt_status reading_bad(void *to, const rt_error *what, rt_error *err) {
    reading *r = to;
    r->bad++;
    r->last_bad = *what;
    *err = *what;
    return r->keep_going ? rt_ok : (rt_status){what->code};
}

static void reading_note(void *to, const rt_error *what) {
    reading *r = to;
    r->notes++;
    r->last_note = *what;
    if (r->on_note != NULL) r->on_note(what);
}

/* A file of this name in a folder of its own, open for reading. */
static inline void reading_give(reading *r, const char *name, rt_str text) {
    rt_error err = {0};
    char path[256];
    if (r->folder[0] == '\0') {
        snprintf(r->folder, sizeof r->folder, "%s/reading-XXXXXX",
                 getenv("TMPDIR") != NULL ? getenv("TMPDIR") : "/tmp");
        assert_non_null(mkdtemp(r->folder));
    }
    snprintf(path, sizeof path, "%s/%s", r->folder, name);
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(text.at, 1, text.len, f), text.len);
    assert_int_equal(fclose(f), 0);
    OK(rt_input_open(path, &r->in[r->files++], &err));
    assert_int_equal(unlink(path), 0);
}

/* A file of the shared data; false when it is not there. */
static inline bool reading_give_shared(reading *r, const char *below) {
    rt_error err = {0};
    char path[1024];
    const char *shared = getenv("REDTHREAD_SHARED");
    if (shared != NULL)
        snprintf(path, sizeof path, "%s/data/%s", shared, below);
    else
        snprintf(path, sizeof path, "%s/../../shared/data/%s", TESTS_DIR, below);
    if (access(path, R_OK) != 0) {
        printf("skipped: %s is not there\n", path);
        return false;
    }
    OK(rt_input_open(path, &r->in[r->files++], &err));
    return true;
}

static inline rt_status reading_run(reading *r, const rt_format *format, rt_error *err) {
    const rt_sink sink = {.to = r, .add = reading_add, .bad_record = reading_bad, .note = reading_note};
    const rt_read_options options = {.dataset = rt_str_of(format->dataset)};
    return format->read(r->in, r->files, &options, &sink, err);
}

static inline void reading_close(reading *r) {
    for (size_t i = 0; i < r->files; i++) rt_input_close(r->in[i]);
    if (r->folder[0] != '\0') rmdir(r->folder);
    free(r->at);
    rt_arena_close(&r->arena);
}

static inline bool reading_is(const rt_entry *e, const char *entity, const char *prop) {
    return (entity == NULL || rt_str_is(e->entity, entity)) && rt_str_is(e->prop, prop);
}

/* The statement on this entity and property whose value is this (any: NULL), or NULL. */
static inline const rt_entry *reading_find(const reading *r, const char *entity, const char *prop, const char *value) {
    for (size_t i = 0; i < r->n; i++)
        if (reading_is(&r->at[i], entity, prop) && (value == NULL || rt_str_is(r->at[i].value, value)))
            return &r->at[i];
    return NULL;
}

static inline size_t reading_count(const reading *r, const char *entity, const char *prop) {
    size_t n = 0;
    for (size_t i = 0; i < r->n; i++) n += reading_is(&r->at[i], entity, prop);
    return n;
}

/* Fails the test unless there is such a statement. */
#define assert_says(r, entity, prop, value)                                                                            \
    do {                                                                                                               \
        if (reading_find((r), (entity), (prop), (value)) == NULL)                                                      \
            fail_msg("no %s of %s is \"%s\"", prop, (entity) != NULL ? (const char *)(entity) : "any entity", value);  \
    } while (0)
