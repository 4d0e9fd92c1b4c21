#include "exchange/subjects.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "base/map.h"
#include "exchange/csv.h"
#include "model/schema.h"

/* Entities that are being gathered. A record's statements come with those of what hangs on it (its sanction, its
 * passport) between them, so the last few stay open; where a format scatters them, all do. */
enum { OPEN = 16 };

typedef struct open_entity {
    rt_gather gather;
    rt_arena arena; /* its own, where it is given out before the end */
} open_entity;

typedef struct gathering {
    const rt_subjects_options *options;
    bool scattered;   /* all stay open */
    rt_arena shared;  /* of all, when scattered */
    open_entity **at; /* in the order of their first statement */
    size_t n, room;
    rt_map ids; /* scattered: with the same numbers */
} gathering;

/* --- finding ------------------------------------------------------------------------------------------------------ */

static open_entity *find(const gathering *g, rt_str id) {
    if (g->scattered) {
        const size_t number = rt_map_find(&g->ids, id);
        return number != SIZE_MAX ? g->at[number] : NULL;
    }
    for (size_t i = g->n; i > 0; i--)
        if (rt_str_eq(g->at[i - 1]->gather.id, id)) return g->at[i - 1];
    return NULL;
}

/* --- giving out --------------------------------------------------------------------------------------------------- */

static rt_status give(const gathering *g, open_entity *e, rt_error *err) {
    const rt_subject subject = rt_gather_end(&e->gather);
    return subject.names.n > 0 ? g->options->take(g->options->to, &subject, err) : rt_ok;
}

static rt_status give_oldest(gathering *g, open_entity **freed, rt_error *err) {
    open_entity *oldest = g->at[0];
    memmove(g->at, g->at + 1, --g->n * sizeof(open_entity *));
    *freed = oldest;
    return give(g, oldest, err);
}

static rt_status give_all(gathering *g, rt_error *err) {
    for (size_t i = 0; i < g->n; i++) RT_TRY(give(g, g->at[i], err));
    return rt_ok;
}

static void clear(gathering *g) {
    for (size_t i = 0; i < g->n; i++) {
        rt_arena_close(&g->at[i]->arena);
        free(g->at[i]);
    }
    free(g->at);
    rt_arena_close(&g->shared);
}

/* --- taking in ---------------------------------------------------------------------------------------------------- */

static void put(gathering *g, open_entity *e) {
    g->at = rt_grow_own(g->at, g->n, &g->room, sizeof(open_entity *));
    g->at[g->n++] = e;
    if (g->scattered) rt_map_put(&g->ids, e->gather.id, &g->shared);
}

/* A new one; where only the last few stay open, the oldest goes out for it. */
static rt_status open_new(gathering *g, const rt_entry *e, open_entity **opened, rt_error *err) {
    open_entity *o = NULL;
    rt_status s = rt_ok;
    if (!g->scattered && g->n == OPEN) s = give_oldest(g, &o, err);
    if (o == NULL) {
        o = rt_alloc(sizeof *o);
        o->arena = (rt_arena){0};
    }
    rt_arena_reset(&o->arena);
    rt_gather_begin(&o->gather, g->scattered ? &g->shared : &o->arena, e->entity, e->schema);
    put(g, o);
    *opened = o;
    return s;
}

static bool can_match(rt_str schema) {
    const rt_schema *s = rt_schema_named(schema);
    return s != NULL && s->matchable;
}

static rt_status add(void *to, const rt_entry *e, rt_error *err) {
    gathering *g = to;
    if (e->type != RT_STATEMENT || !rt_entry_affirms(e)) return rt_ok;
    open_entity *o = find(g, e->entity);
    if (o == NULL && !can_match(e->schema)) return rt_ok;
    if (o == NULL) RT_TRY(open_new(g, e, &o, err));
    rt_gather_schema(&o->gather, e->schema);
    rt_gather_add(&o->gather, e->prop, e->value, rt_entry_source(e));
    return rt_ok;
}

/* A case's own lines name each other by ids, which nobody here follows. */
static rt_status add_entry(void *to, const rt_entry *e, char id[32], rt_error *err) {
    memset(id, '0', 32);
    return add(to, e, err);
}

static rt_status bad_record(void *to, const rt_error *what, rt_error *err) {
    const gathering *g = to;
    if (!g->options->keep_going) {
        if (err != NULL) *err = *what;
        return (rt_status){what->code};
    }
    if (g->options->bad != NULL) g->options->bad(g->options->to, what);
    return rt_ok;
}

/* --- files -------------------------------------------------------------------------------------------------------- */

typedef struct file {
    rt_input *in;
    const rt_format *format; /* NULL: CSV */
    bool done;
} file;

static rt_status open_file(const char *path, file *f, rt_error *err) {
    rt_str head;
    RT_TRY(rt_input_open(path, &f->in, err));
    RT_TRY(rt_format_detect(f->in, &f->format, err));
    if (f->format != NULL && f->format->read != NULL) return rt_ok;
    f->format = NULL;
    RT_TRY(rt_input_peek(f->in, 65536, &head, err));
    if (rt_is_subjects_csv(head)) return rt_ok;
    const rt_status s =
        head.len == 0 ? rt_fail(err, RT_BAD, "the file is empty")
                      : rt_fail(err, RT_BAD,
                                "its format cannot be told: it is none that `import` reads, nor CSV whose header has a "
                                "column \"name\"%s",
                                rt_csv_other_separator(head));
    rt_error_at(err, path, 0, 0);
    return s;
}

static rt_status read_group(file *files, size_t n, size_t first, const rt_subjects_options *options, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_format *format = files[first].format;
    gathering g = {.options = options, .scattered = !format->whole};
    /* A value that is kept as text is compared as text: no note is taken of it. */
    const rt_sink sink = {.to = &g, .add = add, .add_entry = add_entry, .bad_record = bad_record};
    const rt_read_options how = {.dataset = rt_input_name(files[first].in)};
    rt_input **group = RT_NEW_N(&arena, rt_input *, n);
    size_t count = 0;
    for (size_t i = first; i < n; i++) {
        if (files[i].done || files[i].format != format || (i > first && !format->together)) continue;
        files[i].done = true;
        group[count++] = files[i].in;
    }
    rt_status s = format->read(group, count, &how, &sink, err);
    if (s.code == RT_OK) s = give_all(&g, err);
    clear(&g);
    return s;
}

static rt_status read_files(file *files, const char *const *paths, size_t n, const rt_subjects_options *options,
                            rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_input **all = RT_NEW_N(&arena, rt_input *, n + 1);
    for (size_t i = 0; i < n; i++) {
        RT_TRY(open_file(paths[i], &files[i], err));
        all[i] = files[i].in;
    }
    if (options->reading != NULL) options->reading(options->to, all, n);
    for (size_t i = 0; i < n; i++) {
        if (files[i].done) continue;
        RT_TRY(files[i].format == NULL ? rt_subjects_csv(files[i].in, options, err)
                                       : read_group(files, n, i, options, err));
    }
    return rt_ok;
}

rt_status rt_subjects_read(const char *const *paths, size_t n, const rt_subjects_options *options, rt_error *err) {
    file *files = rt_alloc((n + 1) * sizeof *files);
    memset(files, 0, (n + 1) * sizeof *files);
    const rt_status s = read_files(files, paths, n, options, err);
    for (size_t i = 0; i < n; i++) rt_input_close(files[i].in);
    free(files);
    return s;
}
