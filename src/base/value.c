#include "base/value.h"

static rt_value *value_new(rt_arena *arena, rt_value_kind kind) {
    rt_value *v = RT_NEW(arena, rt_value);
    v->kind = kind;
    return v;
}

rt_value *rt_value_object(rt_arena *arena) { return value_new(arena, RT_OBJECT); }
rt_value *rt_value_list(rt_arena *arena) { return value_new(arena, RT_LIST); }
rt_value *rt_value_null(rt_arena *arena) { return value_new(arena, RT_NULL); }

rt_value *rt_value_text(rt_arena *arena, rt_str text) {
    rt_value *v = value_new(arena, RT_TEXT);
    v->text = text;
    return v;
}

rt_value *rt_value_int(rt_arena *arena, int64_t n) {
    rt_value *v = value_new(arena, RT_INT);
    v->integer = n;
    return v;
}

rt_value *rt_value_real(rt_arena *arena, double x) {
    rt_value *v = value_new(arena, RT_REAL);
    v->real = x;
    return v;
}

rt_value *rt_value_bool(rt_arena *arena, bool b) {
    rt_value *v = value_new(arena, RT_BOOL);
    v->boolean = b;
    return v;
}

rt_value *rt_value_push(rt_value *parent, rt_value *child) {
    if (parent->of.last == NULL)
        parent->of.first = child;
    else
        parent->of.last->next = child;
    parent->of.last = child;
    parent->of.count++;
    return child;
}

rt_value *rt_value_put(rt_value *object, rt_str key, rt_value *child) {
    child->key = key;
    return rt_value_push(object, child);
}

void rt_value_put_text(rt_arena *arena, rt_value *object, rt_str key, rt_str s) {
    rt_value_put(object, key, s.len > 0 ? rt_value_text(arena, s) : rt_value_null(arena));
}

rt_value *rt_value_put_list(rt_arena *arena, rt_value *object, rt_str key) {
    return rt_value_put(object, key, rt_value_list(arena));
}

rt_value *rt_value_put_object(rt_arena *arena, rt_value *object, rt_str key) {
    return rt_value_put(object, key, rt_value_object(arena));
}

void rt_value_push_text(rt_arena *arena, rt_value *list, rt_str s) { rt_value_push(list, rt_value_text(arena, s)); }

const rt_value *rt_value_first(const rt_value *parent) {
    return parent != NULL && (parent->kind == RT_LIST || parent->kind == RT_OBJECT) ? parent->of.first : NULL;
}

size_t rt_value_count(const rt_value *parent) {
    return parent != NULL && (parent->kind == RT_LIST || parent->kind == RT_OBJECT) ? parent->of.count : 0;
}

const rt_value *rt_value_get(const rt_value *object, rt_str key) {
    if (object == NULL || object->kind != RT_OBJECT) return NULL;
    for (const rt_value *v = object->of.first; v != NULL; v = v->next)
        if (rt_str_eq(v->key, key)) return v;
    return NULL;
}

rt_str rt_value_get_text(const rt_value *object, rt_str key) {
    const rt_value *v = rt_value_get(object, key);
    return v != NULL && v->kind == RT_TEXT ? v->text : (rt_str){"", 0};
}

int64_t rt_value_get_int(const rt_value *object, rt_str key) {
    const rt_value *v = rt_value_get(object, key);
    return v != NULL && v->kind == RT_INT ? v->integer : 0;
}

double rt_value_get_real(const rt_value *object, rt_str key) {
    const rt_value *v = rt_value_get(object, key);
    if (v == NULL) return 0;
    return v->kind == RT_REAL ? v->real : v->kind == RT_INT ? (double)v->integer : 0;
}

bool rt_value_get_bool(const rt_value *object, rt_str key) {
    const rt_value *v = rt_value_get(object, key);
    return v != NULL && v->kind == RT_BOOL && v->boolean;
}
