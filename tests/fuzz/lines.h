/* A notation of entries that a fuzzer can alter and keep whole: a line an entry, its parts between tabs.
 *
 *     ENTITY  SCHEMA.PROP  VALUE  FIELD=VALUE...
 *     TYPE  FIELD=VALUE...
 *
 * "@N" stands for the id of the entry that line N (from 0) gave; "+" parts the items of a list. */
#pragma once

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/shown.h"

enum { LINES_MOST = 96 };

typedef struct lines {
    made at[LINES_MOST];
    size_t n;
} lines;

static inline made_list lines_all(const lines *l) { return (made_list){l->at, l->n}; }

static inline rt_str lines_value(const lines *l, rt_str text) {
    int64_t n;
    if (text.len < 2 || text.at[0] != '@' || !rt_str_int(rt_str_from(text, 1), &n)) return text;
    return n >= 0 && (size_t)n < l->n ? l->at[n].e.id : text;
}

static inline void lines_field(const lines *l, rt_arena *arena, rt_entry *e, rt_str part) {
    rt_str value = part, key, item;
    if (!rt_str_split(&value, RT_S("="), &key)) return;
    const rt_field *f = rt_field_named(key);
    if (f == NULL || (f->of >> e->type & 1) == 0) return;
    if (f->kind == RT_FIELD_TEXT) {
        *rt_entry_text(e, f) = lines_value(l, value);
    } else if (f->kind == RT_FIELD_NUMBER) {
        if (!rt_str_int(value, rt_entry_number(e, f))) *rt_entry_number(e, f) = 0;
    } else if (f->kind == RT_FIELD_LIST) {
        rt_strs *list = rt_entry_list(e, f);
        *list = (rt_strs){RT_NEW_N(arena, rt_str, value.len + 1), 0};
        while (rt_str_split(&value, RT_S("+"), &item)) list->at[list->n++] = lines_value(l, item);
    }
}

static inline rt_entry lines_begin(const lines *l, rt_str *rest, rt_str first) {
    rt_str prop, value = {"", 0}, schema = {"", 0};
    rt_entry_type type;
    if (rt_entry_type_named(first, &type)) return rt_entry_new(type);
    rt_entry e = rt_entry_new(RT_STATEMENT);
    if (!rt_str_split(rest, RT_S("\t"), &prop)) return e;
    rt_str_split(rest, RT_S("\t"), &value);
    rt_str_split(&prop, RT_S("."), &schema);
    e.entity = first, e.schema = schema, e.prop = prop, e.value = lines_value(l, value), e.stance = RT_S("asserts");
    return e;
}

static inline rt_entry lines_entry(const lines *l, rt_arena *arena, rt_str line) {
    rt_str rest = line, part;
    rt_str_split(&rest, RT_S("\t"), &part);
    rt_entry e = lines_begin(l, &rest, part);
    while (rt_str_split(&rest, RT_S("\t"), &part)) lines_field(l, arena, &e, part);
    return e;
}
