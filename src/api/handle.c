#include "api/handle.h"

#include <stdlib.h>

/* The public codes are the inner ones under names of their own, so that both headers can stand in one file. */
#define SAME(name) _Static_assert((int)RT_CASE_##name == (int)RT_##name, "a code that differs")
SAME(OK);
SAME(USAGE);
SAME(BAD);
SAME(ABSENT);
SAME(DENIED);
SAME(IO);
SAME(CORRUPT);
SAME(NEWER);
SAME(BUSY);
SAME(LIMIT);

const char *rt_version(void) { return RT_CASE_VERSION; }

/* --- errors ------------------------------------------------------------------------------------------------------- */

rt_case_error rt_case_error_of(const rt_error *e) {
    return (rt_case_error){
        .code = (rt_case_code)e->code,
        .message = e->message,
        .file = e->file,
        .line = e->line,
        .column = e->column,
        .byte = e->has_byte ? (int64_t)e->byte : -1,
    };
}

const rt_case_error *rt_case_last_error(const rt_case *c) { return &c->shown; }

void rt_case_begin(rt_case *c) {
    c->error = (rt_error){0};
    c->shown = rt_case_error_of(&c->error);
    rt_arena_reset(&c->arena);
}

rt_case_code rt_case_end(rt_case *c, rt_status s) {
    if (s.code == RT_OK) c->error = (rt_error){0};
    c->error.code = s.code;
    c->shown = rt_case_error_of(&c->error);
    return c->shown.code;
}

/* --- the handle --------------------------------------------------------------------------------------------------- */

rt_case *rt_case_new(void) {
    rt_case *c = rt_alloc(sizeof *c);
    *c = (rt_case){0};
    rt_case_begin(c);
    return c;
}

void rt_case_forget_reader(rt_case *c) {
    rt_store_close(c->reader);
    c->reader = NULL;
}

static void forget_case(rt_case *c) {
    rt_case_forget_reader(c);
    free(c->path);
    c->path = NULL;
}

void rt_case_free(rt_case *c) {
    if (c == NULL) return;
    forget_case(c);
    rt_arena_close(&c->arena);
    free(c);
}

void rt_case_close(rt_case *c) {
    rt_case_begin(c);
    forget_case(c);
}

rt_case_code rt_case_refresh(rt_case *c) {
    rt_case_begin(c);
    rt_case_forget_reader(c);
    return rt_case_end(c, rt_ok);
}

/* --- opening ------------------------------------------------------------------------------------------------------ */

/* A case that cannot be opened is told of now, not at the first call that reads or writes. */
static rt_status try_to_open(rt_case *c, rt_case_mode mode) {
    rt_store *store;
    if (mode == RT_CASE_READ) return rt_store_open(c->path, RT_OPEN_READ, &c->reader, &c->error);
    RT_TRY(rt_store_open(c->path, RT_OPEN_WRITE, &store, &c->error));
    rt_store_close(store);
    return rt_ok;
}

static rt_status open_case(rt_case *c, const char *path, rt_case_mode mode) {
    if (path == NULL) return rt_fail(&c->error, RT_USAGE, "a case is opened by its path");
    const size_t size = strlen(path) + 1;
    c->path = rt_alloc(size);
    memcpy(c->path, path, size);
    c->mode = mode;
    const rt_status s = try_to_open(c, mode);
    if (s.code != RT_OK) forget_case(c);
    return s;
}

rt_case_code rt_case_open(rt_case *c, const char *path, rt_case_mode mode) {
    rt_case_begin(c);
    forget_case(c);
    return rt_case_end(c, open_case(c, path, mode));
}

rt_case_code rt_case_make(rt_case *c, const char *path) {
    rt_case_begin(c);
    forget_case(c);
    rt_status s = path == NULL ? rt_fail(&c->error, RT_USAGE, "a case is made at a path") : rt_ok;
    if (s.code == RT_OK) s = rt_store_make(path, &c->error);
    if (s.code == RT_OK) s = open_case(c, path, RT_CASE_WRITE);
    return rt_case_end(c, s);
}

static rt_status none_open(rt_case *c) { return rt_fail(&c->error, RT_USAGE, "no case is open"); }

rt_status rt_case_reader(rt_case *c, rt_store **store) {
    if (c->path == NULL) return none_open(c);
    if (c->reader == NULL) RT_TRY(rt_store_open(c->path, RT_OPEN_READ, &c->reader, &c->error));
    *store = c->reader;
    return rt_ok;
}

rt_status rt_case_writer(rt_case *c, rt_store **store) {
    if (c->path == NULL) return none_open(c);
    if (c->mode != RT_CASE_WRITE) return rt_fail(&c->error, RT_USAGE, "the case was opened for reading only");
    RT_TRY(rt_store_open(c->path, RT_OPEN_WRITE, store, &c->error));
    rt_case_forget_reader(c); /* what is read next is the case after this */
    return rt_ok;
}
