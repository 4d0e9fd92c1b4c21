/* The entries since a day that have to do with one entity. */
#include <stdlib.h>

#include "analysis/changes.h"
#include "base/grow.h"

/* What names it: of the first so many, what is new about them is told too. */
enum { MOST_NAMING = 4096 };

static void keep(rt_changes *ch, const rt_seen_entry *s, rt_seen_list *found) {
    if (!rt_is_since(ch->since, s)) return;
    found->at = rt_grow(ch->now.arena, found->at, found->n, sizeof *found->at);
    found->at[found->n++] = *s;
}

static rt_status keep_all(rt_changes *ch, rt_cursor *c, rt_seen_list *found, rt_error *err) {
    rt_seen_list list;
    RT_TRY(rt_cursor_list(c, ch->now.arena, &list, err));
    for (size_t i = 0; i < list.n; i++) keep(ch, &list.at[i], found);
    return rt_ok;
}

static rt_status keep_acts(rt_changes *ch, rt_str named, rt_seen_list *found, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_acts(ch->now.lens, named, &c, err));
    return keep_all(ch, c, found, err);
}

static rt_status keep_about(rt_changes *ch, rt_str entity, rt_seen_list *found, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_about(ch->now.lens, entity, &c, err));
    return keep_all(ch, c, found, err);
}

static rt_status keep_naming(rt_changes *ch, rt_str member, rt_seen_list *found, rt_error *err) {
    rt_cursor *c;
    rt_seen_list naming;
    RT_TRY(rt_cursor_naming(ch->now.lens, member, &c, err));
    RT_TRY(rt_cursor_list(c, ch->now.arena, &naming, err));
    for (size_t i = 0; i < naming.n && i < MOST_NAMING; i++) {
        if (i > 0 && rt_str_eq(naming.at[i].e.entity, naming.at[i - 1].e.entity)) continue;
        RT_TRY(keep_about(ch, naming.at[i].e.entity, found, err));
        RT_TRY(keep_acts(ch, naming.at[i].e.id, found, err));
    }
    return rt_ok;
}

static int by_place(const void *x, const void *y) {
    const rt_seen_entry *a = x, *b = y;
    return (a->seq > b->seq) - (a->seq < b->seq);
}

/* In the order of the log, each once. */
static void sort_unique(rt_seen_list *found) {
    size_t n = 0;
    if (found->n > 1) qsort(found->at, found->n, sizeof *found->at, by_place);
    for (size_t i = 0; i < found->n; i++)
        if (i == 0 || found->at[i].seq != found->at[i - 1].seq) found->at[n++] = found->at[i];
    found->n = n;
}

rt_status rt_changes_around(rt_changes *ch, const rt_entity *e, rt_seen_list *found, rt_error *err) {
    *found = (rt_seen_list){0};
    for (size_t i = 0; i < e->facts.n; i++) {
        keep(ch, &e->facts.at[i]->s, found);
        RT_TRY(keep_acts(ch, e->facts.at[i]->s.e.id, found, err));
    }
    for (size_t i = 0; i < e->members.n; i++) {
        RT_TRY(keep_acts(ch, e->members.at[i], found, err));
        RT_TRY(keep_naming(ch, e->members.at[i], found, err));
    }
    sort_unique(found);
    return rt_ok;
}
