/* What changed since a day or a batch: two readings of the case that differ in as-of. What was added, retracted,
 * replaced, judged anew, who came onto lists and left them, what was decided and erased, by whom and why. */
#include "analysis/changes.h"
#include "analysis/counts.h"
#include "analysis/view.h"
#include "analysis/who.h"

enum { MOST_ROWS = 100 };

static const char *const names[RT_CHANGES] = {
    [RT_ADDED] = "added",     [RT_RETRACTED] = "retracted", [RT_REPLACED] = "replaced", [RT_JUDGED] = "judged",
    [RT_CAME] = "came",       [RT_LEFT] = "left",           [RT_DROPPED] = "dropped",   [RT_LINKED] = "linked",
    [RT_DECIDED] = "decided", [RT_DOCUMENTS] = "documents", [RT_ERASED] = "erased",     [RT_WENT_OUT] = "sent",
};

static rt_status see_case(rt_changes *ch, rt_cursor *c, rt_counts *datasets, rt_error *err) {
    rt_seen_entry s;
    for (bool more;;) {
        RT_TRY(rt_cursor_next(c, &s, &more, err));
        if (!more) return rt_ok;
        if (s.e.type == RT_STATEMENT) rt_counts_add(datasets, s.e.dataset, ch->now.arena);
        RT_TRY(rt_changes_see(ch, &s, err));
    }
}

static rt_status see_whole_case(rt_changes *ch, rt_counts *datasets, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_since(ch->now.lens, ch->since, &c, err));
    const rt_status s = see_case(ch, c, datasets, err);
    rt_cursor_close(c);
    return s;
}

static rt_status see_one(rt_changes *ch, const rt_entity *e, rt_counts *datasets, rt_error *err) {
    rt_seen_list found;
    RT_TRY(rt_changes_around(ch, e, &found, err));
    for (size_t i = 0; i < found.n; i++) {
        if (found.at[i].e.type == RT_STATEMENT) rt_counts_add(datasets, found.at[i].e.dataset, ch->now.arena);
        RT_TRY(rt_changes_see(ch, &found.at[i], err));
    }
    return rt_ok;
}

static void put_lists(rt_changes *ch, rt_value *o) {
    rt_arena *arena = ch->now.arena;
    rt_value *counts = rt_value_put_object(arena, o, RT_S("counts"));
    bool more = false;
    for (int i = 0; i < RT_CHANGES; i++) {
        rt_value_put(counts, rt_str_of(names[i]), rt_value_int(arena, ch->counts[i]));
        more = more || ch->counts[i] > (int64_t)rt_value_count(ch->lists[i]);
    }
    for (int i = 0; i < RT_CHANGES; i++) rt_value_put(o, rt_str_of(names[i]), ch->lists[i]);
    rt_value_put(o, RT_S("more"), rt_value_bool(arena, more));
}

static rt_status look(rt_changes *ch, const rt_view_args *args, rt_value *o, rt_error *err) {
    rt_who who = {0};
    rt_counts datasets = {0};
    rt_arena *arena = ch->now.arena;
    if (args->who.n > 0) RT_TRY(rt_who_find(&ch->now, args->who.at[0], &who, err));
    rt_value_put(o, RT_S("about"), who.entity != NULL ? rt_shape_of_entity(who.entity, arena) : rt_value_null(arena));
    rt_value_put_text(arena, o, RT_S("since"), rt_str_copy(arena, args->since));
    RT_TRY(rt_list_editions_read(ch->now.lens, (rt_str){"", 0}, arena, &ch->editions, err));
    RT_TRY(who.entity != NULL ? see_one(ch, who.entity, &datasets, err) : see_whole_case(ch, &datasets, err));
    rt_value_put(o, RT_S("datasets"), rt_counts_object(&datasets, arena));
    put_lists(ch, o);
    return rt_shape_cited(&ch->now, o, err);
}

static rt_status changes_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                             rt_error *err) {
    rt_since since;
    rt_lens *before;
    if (args->since.len == 0) return rt_fail(err, RT_USAGE, "changes takes --since DAY, or the id of a batch");
    RT_TRY(rt_since_read(lens, args->since, &since, err));
    RT_TRY(rt_lens_open_before(lens, &since, &before, err));
    rt_changes ch = {.now = rt_reading_new(lens, arena),
                     .then = rt_reading_new(before, arena),
                     .since = &since,
                     .most = args->all ? SIZE_MAX : MOST_ROWS};
    for (int i = 0; i < RT_CHANGES; i++) ch.lists[i] = rt_value_list(arena);
    *object = rt_value_object(arena);
    const rt_status s = look(&ch, args, *object, err);
    rt_lens_close(before);
    return s;
}

const rt_view rt_view_changes = {
    .name = "changes",
    .summary = "what was added, retracted, replaced, judged anew and erased since a day, and why",
    .least = 0,
    .most = 1,
    .run = changes_run,
};
