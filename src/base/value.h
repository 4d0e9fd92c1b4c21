/* JSON-like values in an arena: what a JSON text holds when read, and what a view hands to those who print it.
 *
 * A value is built once, by one owner, and only read afterwards. Objects keep the order in which keys were put. */
#pragma once

#include "base/str.h"

typedef enum rt_value_kind {
    RT_NULL,
    RT_BOOL,
    RT_INT,
    RT_REAL,
    RT_TEXT,
    RT_LIST,
    RT_OBJECT,
} rt_value_kind;

typedef struct rt_value rt_value;

typedef struct rt_children {
    rt_value *first, *last;
    size_t count;
} rt_children;

struct rt_value {
    rt_value_kind kind;
    rt_str key; /* its key, where it stands in an object */
    union {
        bool boolean;
        int64_t integer;
        double real;
        rt_str text;
        rt_children of; /* of a list or an object */
    };
    rt_value *next; /* the next child of the same parent */
};

/* Everything that these take as rt_str is kept as a slice, not copied. */
rt_value *rt_value_object(rt_arena *arena);
rt_value *rt_value_list(rt_arena *arena);
rt_value *rt_value_text(rt_arena *arena, rt_str text);
rt_value *rt_value_int(rt_arena *arena, int64_t n);
rt_value *rt_value_real(rt_arena *arena, double x);
rt_value *rt_value_bool(rt_arena *arena, bool b);
rt_value *rt_value_null(rt_arena *arena);

/* Adds child to an object or a list, and returns it. A child has one parent. */
rt_value *rt_value_put(rt_value *object, rt_str key, rt_value *child);
rt_value *rt_value_push(rt_value *parent, rt_value *child);

/* Shorthands: text that is null when s is empty; a fresh list or object under a key. */
void rt_value_put_text(rt_arena *arena, rt_value *object, rt_str key, rt_str s);
rt_value *rt_value_put_list(rt_arena *arena, rt_value *object, rt_str key);
rt_value *rt_value_put_object(rt_arena *arena, rt_value *object, rt_str key);
void rt_value_push_text(rt_arena *arena, rt_value *list, rt_str s);

/* The child with this key, or NULL (also for what is no object). O(children). */
const rt_value *rt_value_get(const rt_value *object, rt_str key);

/* The text, number or flag under this key; where there is none of the kind, the empty slice, 0, false. */
rt_str rt_value_get_text(const rt_value *object, rt_str key);
int64_t rt_value_get_int(const rt_value *object, rt_str key);
double rt_value_get_real(const rt_value *object, rt_str key); /* of an integer too */
bool rt_value_get_bool(const rt_value *object, rt_str key);

/* for (const rt_value *v = rt_value_first(list); v; v = v->next); NULL for what has no children. */
const rt_value *rt_value_first(const rt_value *parent);
size_t rt_value_count(const rt_value *parent);
