/* Who came onto a list and who left one. Whether somebody was on it before is asked of the case as it was then. */
#include "analysis/changes.h"
#include "model/listed.h"

/* --- before ------------------------------------------------------------------------------------------------------- */

static bool is_of(const rt_entry *e, const rt_entry *list) {
    return rt_str_eq(e->dataset, list->dataset) && rt_str_eq(e->handling, list->handling);
}

/* The last place at which the list said anything of it, and the last at which it was gone; -1: none. */
static rt_status last_places(rt_lens *lens, const rt_entry *of, rt_arena *arena, int64_t *said, int64_t *gone,
                             rt_error *err) {
    rt_cursor *c;
    rt_seen_list list;
    *said = *gone = -1;
    RT_TRY(rt_cursor_about(lens, of->entity, &c, err));
    RT_TRY(rt_cursor_list(c, arena, &list, err));
    for (size_t i = 0; i < list.n; i++)
        if (is_of(&list.at[i].e, of)) *said = list.at[i].seq;
    RT_TRY(rt_cursor_acts(lens, of->entity, &c, err));
    RT_TRY(rt_cursor_list(c, arena, &list, err));
    for (size_t i = 0; i < list.n; i++)
        if (list.at[i].e.type == RT_ABSENT_FROM && list.at[i].e.statement.len == 0 && is_of(&list.at[i].e, of))
            *gone = list.at[i].seq;
    return rt_ok;
}

static rt_status schema_of(rt_lens *lens, rt_str entity, bool *is_entry, rt_error *err) {
    rt_cursor *c;
    rt_seen_entry s;
    bool more;
    RT_TRY(rt_cursor_about(lens, entity, &c, err));
    const rt_status status = rt_cursor_next(c, &s, &more, err);
    if (status.code == RT_OK) *is_entry = more && rt_is_list_entry(s.e.schema);
    rt_cursor_close(c);
    return status;
}

/* Its row, with whether it was on the list just before; `came` tells that this was looked up. */
static rt_status row_of(rt_changes *ch, const rt_entry *e, rt_roster_row **row, rt_error *err) {
    RT_AUTO(rt_arena) moment = {0};
    const rt_str list = rt_str_printf(&moment, "%.*s\n%.*s", RT_FMT(e->dataset), RT_FMT(e->handling));
    int64_t said, gone;
    *row = rt_roster_row_of(&ch->roster, e->entity, list, ch->now.arena);
    if ((*row)->came != 0) return rt_ok;
    RT_TRY(last_places(ch->then.lens, e, &moment, &said, &gone, err));
    RT_TRY(schema_of(ch->now.lens, e->entity, &(*row)->entry, err));
    (*row)->came = 1;
    (*row)->on = said > gone;
    return rt_ok;
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

static const rt_list_edition *find_edition(const rt_changes *ch, const rt_entry *e) {
    for (size_t i = ch->editions.n; i > 0; i--) {
        const rt_list_edition *l = &ch->editions.at[i - 1];
        if (rt_str_eq(l->recorded_at, e->recorded_at) && rt_str_eq(l->dataset, e->dataset) &&
            rt_str_eq(l->handling, e->handling))
            return l;
    }
    return NULL;
}

/* The edition that brought it, where it came with one. */
static const rt_list_edition *edition_with(rt_changes *ch, const rt_entry *e) {
    rt_arena *arena = ch->now.arena;
    if (rt_str_eq(ch->last.recorded_at, e->recorded_at) && is_of(&ch->last, e)) return ch->last_edition;
    ch->last.recorded_at = rt_str_copy(arena, e->recorded_at);
    ch->last.dataset = rt_str_copy(arena, e->dataset);
    ch->last.handling = e->handling.len > 0 ? rt_str_copy(arena, e->handling) : (rt_str){"", 0};
    return ch->last_edition = find_edition(ch, e);
}

static rt_status put(rt_changes *ch, rt_change what, const rt_entry *e, rt_str edition, rt_str statement,
                     rt_error *err) {
    rt_value *row = rt_change_row(ch, what, e), *entity;
    rt_arena *arena = ch->now.arena;
    if (row == NULL) return rt_ok;
    rt_value_put_text(arena, row, RT_S("dataset"), rt_str_copy(arena, e->dataset));
    rt_value_put_text(arena, row, RT_S("edition"), rt_str_copy(arena, edition));
    RT_TRY(rt_shape_entity(&ch->now, rt_str_copy(arena, e->entity), &entity, err));
    rt_value_put(row, RT_S("entity"), entity);
    if (statement.len > 0) return rt_change_put_statement(ch, row, statement, err);
    rt_value_put_list(arena, row, RT_S("statements"));
    return rt_ok;
}

static rt_status see_statement(rt_changes *ch, const rt_entry *e, rt_error *err) {
    const rt_list_edition *edition = edition_with(ch, e);
    rt_roster_row *row;
    if (edition == NULL) return rt_ok;
    RT_TRY(row_of(ch, e, &row, err));
    const bool came = !row->on && row->entry;
    row->on = true;
    return came ? put(ch, RT_CAME, e, edition->date, e->id, err) : rt_ok;
}

static rt_status see_absent(rt_changes *ch, const rt_entry *e, rt_error *err) {
    rt_roster_row *row;
    if (e->statement.len > 0) return put(ch, RT_DROPPED, e, e->edition, e->statement, err);
    RT_TRY(row_of(ch, e, &row, err));
    const bool left = row->on && row->entry;
    row->on = false;
    return left ? put(ch, RT_LEFT, e, e->edition, (rt_str){"", 0}, err) : rt_ok;
}

rt_status rt_changes_see_list(rt_changes *ch, const rt_seen_entry *s, rt_error *err) {
    return s->e.type == RT_STATEMENT ? see_statement(ch, &s->e, err) : see_absent(ch, &s->e, err);
}
