#include "analysis/rule_find.h"

#include <stdlib.h>

#include "base/grow.h"
#include "model/types.h"

/* --- by who stands in a role ----------------------------------------------------------------------------------------
 */

/* The test by which entities are found: one that says who stands in a role, and leaves nothing open. */
static const rt_rule_test *anchor_of(const rt_rule_pattern *p, bool subject) {
    const rt_rule_test *best = NULL;
    for (size_t i = 0; i < p->n; i++) {
        const rt_rule_test *t = &p->tests[i];
        if (t->kind != RT_RULE_IS || t->unknown || t->then.len > 0 || t->prop->type != &rt_types[RT_TYPE_ENTITY])
            continue;
        if (t->subject && !subject) continue;
        if (t->subject) return t;
        if (best == NULL) best = t;
    }
    return best;
}

static rt_status in_role(rt_reading *r, const rt_entity *who, rt_str role, rt_entity_set *found, rt_error *err) {
    const rt_strs keys = rt_rule_keys(who, r->arena);
    for (size_t i = 0; i < keys.n; i++) {
        rt_cursor *c;
        RT_TRY(rt_cursor_naming(r->lens, keys.at[i], &c, err));
        RT_TRY(rt_entity_set_take(found, r, c, role, err));
    }
    return rt_ok;
}

static rt_status by_role(rt_reading *r, const rt_rule_test *t, const rt_entity *subject, rt_entity_set *found,
                         rt_error *err) {
    if (t->subject && subject != NULL) RT_TRY(in_role(r, subject, t->prop->name, found, err));
    for (size_t i = 0; i < t->values.n; i++) {
        const rt_entity *who;
        RT_TRY(rt_rule_entity(r, t->values.at[i], &who, err));
        RT_TRY(in_role(r, who, t->prop->name, found, err));
        if (who->facts.n == 0) continue;
        rt_cursor *c; /* the very text, where it is a name of several */
        RT_TRY(rt_cursor_naming(r->lens, t->values.at[i], &c, err));
        RT_TRY(rt_entity_set_take(found, r, c, t->prop->name, err));
    }
    return rt_ok;
}

/* --- by schema ------------------------------------------------------------------------------------------------------
 */

static rt_status take_all(rt_reading *r, rt_cursor *c, rt_entity_set *found, rt_error *err) {
    rt_buf last = {0};
    rt_status s = rt_ok;
    for (bool more = true; s.code == RT_OK && more;) {
        rt_seen_entry entry;
        const rt_entity *e;
        s = rt_cursor_next(c, &entry, &more, err);
        if (s.code != RT_OK || !more || rt_str_eq(rt_buf_str(&last), entry.e.entity)) continue;
        rt_buf_clear(&last);
        rt_buf_add(&last, entry.e.entity);
        s = rt_reading_entity(r, rt_str_copy(r->arena, entry.e.entity), &e, err);
        if (s.code == RT_OK && e != NULL) rt_entity_set_add(found, e, r->arena);
    }
    rt_buf_close(&last);
    return s;
}

static rt_status by_schema(rt_reading *r, const rt_schema *schema, rt_entity_set *found, rt_error *err) {
    for (size_t i = 0; i < rt_schema_count; i++) {
        rt_cursor *c;
        if (!rt_schema_is_a(&rt_schemata[i], schema)) continue;
        RT_TRY(rt_cursor_schema(r->lens, rt_schemata[i].name, &c, err));
        const rt_status s = take_all(r, c, found, err);
        rt_cursor_close(c);
        RT_TRY(s);
    }
    return rt_ok;
}

rt_status rt_rule_candidates(rt_reading *r, const rt_rule_pattern *pattern, const rt_entity *subject,
                             rt_entity_set *found, rt_error *err) {
    const rt_rule_test *anchor = anchor_of(pattern, subject != NULL);
    return anchor != NULL ? by_role(r, anchor, subject, found, err) : by_schema(r, pattern->schema, found, err);
}

/* --- everybody ------------------------------------------------------------------------------------------------------
 */

static rt_status take_subjects(rt_reading *r, rt_cursor *c, rt_str role, rt_map *names, rt_error *err) {
    for (bool more;;) {
        rt_seen_entry entry;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        if (rt_str_eq(entry.e.prop, role)) rt_map_meet(names, entry.e.value, r->arena);
    }
}

/* What gives the role may be of a wider schema than the entity is by other statements. */
static bool may_give(const rt_schema *s, const rt_rule_pattern *p, const rt_prop *role) {
    return rt_schema_prop(s, role->name) == role && (rt_schema_is_a(s, p->schema) || rt_schema_is_a(p->schema, s));
}

static int by_text(const void *x, const void *y) { return rt_str_cmp(*(const rt_str *)x, *(const rt_str *)y); }

rt_status rt_rule_everybody(rt_reading *r, const rt_rule_pattern *pattern, rt_strs *subjects, rt_error *err) {
    const rt_rule_test *t = anchor_of(pattern, true);
    rt_map names = {0};
    *subjects = (rt_strs){0};
    if (t == NULL || !t->subject) return rt_ok;
    for (size_t i = 0; i < rt_schema_count; i++) {
        rt_cursor *c;
        if (!may_give(&rt_schemata[i], pattern, t->prop)) continue;
        RT_TRY(rt_cursor_schema(r->lens, rt_schemata[i].name, &c, err));
        const rt_status s = take_subjects(r, c, t->prop->name, &names, err);
        rt_cursor_close(c);
        RT_TRY(s);
    }
    *subjects = (rt_strs){names.keys, names.n};
    if (subjects->n > 1) qsort(subjects->at, subjects->n, sizeof(rt_str), by_text);
    return rt_ok;
}
