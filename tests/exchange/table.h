/* For tests of tables: a mapping and a table as literals, into a case. */
#pragma once

#include "exchange/importing.h"

typedef struct mapped {
    importing im;
    char mapping[160]; /* the mapping's path */
} mapped;

static inline void mapped_begin(mapped *m, const char *yaml) {
    importing_begin(&m->im);
    snprintf(m->mapping, sizeof m->mapping, "%s", importing_file(&m->im, "m.yml", rt_str_of(yaml)));
    m->im.options.mapping = m->mapping;
    m->im.options.dataset = RT_S("d");
}

static inline void mapped_end(mapped *m) {
    assert_int_equal(unlink(m->mapping), 0);
    importing_end(&m->im);
}

/* What a table says, as "ENTITY PROP=VALUE (ORIGINAL)|" in the order in which it is read; ids of keys as their first
 * four digits. */
static void mapped_preview(void *to, const char *file, uint64_t line, const rt_entry *e) {
    importing *im = to;
    const size_t n = strlen(im->told);
    (void)file;
    (void)line;
    snprintf(im->told + n, sizeof im->told - n, "%.*s %.*s=%.*s%s%.*s%s|", RT_FMT(rt_str_cut(e->entity, 4)),
             RT_FMT(e->prop), RT_FMT(e->value), e->original.len > 0 ? " (" : "", RT_FMT(e->original),
             e->original.len > 0 ? ")" : "");
}

/* Reads it dry, and gives what it says. */
static inline const char *mapped_reads(mapped *m, rt_str table) {
    m->im.options.dry = true;
    m->im.options.preview = mapped_preview;
    const char *path = importing_file(&m->im, "t.csv", table);
    m->im.told[0] = '\0';
    m->im.err = (rt_error){0};
    const rt_status s = rt_import(m->im.c.store, &path, 1, &m->im.options, &m->im.report, &m->im.err);
    assert_int_equal(unlink(path), 0);
    if (s.code != RT_OK)
        fail_msg("%s:%d:%d: %s", m->im.err.file, (int)m->im.err.line, (int)m->im.err.column, m->im.err.message);
    return m->im.told;
}
