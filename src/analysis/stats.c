/* Counts of what the lens lets through, and of nothing else. The one view that reads the whole case. */
#include "analysis/counts.h"
#include "analysis/view.h"
#include "store/cursor.h"

typedef struct counts {
    int64_t statements, entities;
    rt_counts types, schemata, datasets, stances, speakers, properties;
} counts;

static void count_entry(counts *n, const rt_entry *e, rt_arena *arena) {
    rt_counts_add(&n->types, rt_entry_type_name(e->type), arena);
    if (e->type != RT_STATEMENT) return;
    n->statements++;
    rt_counts_add(&n->datasets, e->dataset, arena);
    rt_counts_add(&n->stances, e->stance.len > 0 ? e->stance : RT_S("asserts"), arena);
    rt_counts_add(&n->speakers, e->speaker, arena);
    rt_counts_add(&n->properties, e->prop, arena);
}

static rt_status count_all(rt_cursor *c, counts *n, rt_arena *arena, rt_error *err) {
    for (bool more;;) {
        rt_seen_entry entry;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        count_entry(n, &entry.e, arena);
    }
}

/* By the schema of the first visible statement of each. */
static rt_status count_entities(rt_cursor *c, counts *n, rt_arena *arena, rt_error *err) {
    for (bool more;;) {
        rt_seen_entry entry;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        n->entities++;
        rt_counts_add(&n->schemata, entry.e.schema, arena);
    }
}

static rt_status count(rt_lens *lens, counts *n, rt_arena *arena, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_all(lens, &c, err));
    rt_status s = count_all(c, n, arena, err);
    rt_cursor_close(c);
    RT_TRY(s);
    RT_TRY(rt_cursor_entities(lens, &c, err));
    s = count_entities(c, n, arena, err);
    rt_cursor_close(c);
    return s;
}

static rt_status stats_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object, rt_error *err) {
    counts n = {0};
    rt_value *o = *object = rt_value_object(arena);
    (void)args;
    RT_TRY(count(lens, &n, arena, err));
    rt_value_put(o, RT_S("entities"), rt_value_int(arena, n.entities));
    rt_value_put(o, RT_S("statements"), rt_value_int(arena, n.statements));
    rt_value_put(o, RT_S("types"), rt_counts_object(&n.types, arena));
    rt_value_put(o, RT_S("schemata"), rt_counts_object(&n.schemata, arena));
    rt_value_put(o, RT_S("datasets"), rt_counts_object(&n.datasets, arena));
    rt_value_put(o, RT_S("stances"), rt_counts_object(&n.stances, arena));
    rt_value_put(o, RT_S("speakers"), rt_counts_object(&n.speakers, arena));
    rt_value_put(o, RT_S("properties"), rt_counts_object(&n.properties, arena));
    return rt_ok;
}

const rt_view rt_view_stats = {
    .name = "stats",
    .summary = "how many entities, statements, speakers a case holds",
    .least = 0,
    .most = 0,
    .run = stats_run,
};
