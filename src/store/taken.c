/* Rule of reading 2: what a retraction by its speaker, or a replacement, takes out of what counts. */
#include "store/cursor.h"
#include "store/sight.h"

/* Who speaks in a link: it says so, or the entry that it comes from does. */
static rt_status speaker_of(rt_lens *lens, const rt_entry *link, rt_arena *arena, rt_str *speaker, rt_error *err) {
    rt_cursor *c;
    rt_seen_list list;
    *speaker = link->speaker;
    if (speaker->len > 0) return rt_ok;
    RT_TRY(rt_cursor_statement(lens, link->from, &c, err));
    RT_TRY(rt_cursor_list(c, arena, &list, err));
    if (list.n > 0) *speaker = list.at[0].e.speaker;
    return rt_ok;
}

static rt_status takes_out(rt_lens *lens, const rt_entry *link, const rt_entry *statement, rt_arena *arena, bool *out,
                           rt_error *err) {
    rt_str speaker;
    *out = false;
    if (link->type != RT_LINK || !rt_str_eq(link->to, statement->id)) return rt_ok;
    if (rt_str_is(link->link, "replaces")) return *out = true, rt_ok;
    if (!rt_str_is(link->link, "retracts")) return rt_ok;
    RT_TRY(speaker_of(lens, link, arena, &speaker, err));
    *out = speaker.len > 0 && rt_str_eq(speaker, statement->speaker);
    return rt_ok;
}

static rt_status by_links(rt_lens *lens, const rt_entry *statement, rt_arena *arena, bool *out, rt_error *err) {
    rt_cursor *c;
    rt_seen_list links;
    RT_TRY(rt_cursor_acts(lens, statement->id, &c, err));
    RT_TRY(rt_cursor_list(c, arena, &links, err));
    for (size_t i = 0; i < links.n && !*out; i++) RT_TRY(takes_out(lens, &links.at[i].e, statement, arena, out, err));
    return rt_ok;
}

rt_status rt_lens_taken_out(rt_lens *lens, const rt_entry *statement, bool *taken_out, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    *taken_out = false;
    return lens->has_acts ? by_links(lens, statement, &arena, taken_out, err) : rt_ok;
}

static bool surely_before(const rt_seen_entry *a, const rt_seen_entry *b) {
    rt_when x, y;
    if (rt_edtf_read(a->e.said_at, &x, NULL).code != RT_OK || rt_edtf_read(b->e.said_at, &y, NULL).code != RT_OK)
        return a->seq < b->seq;
    return x.wide.end_max < y.wide.start_min;
}

bool rt_takes_back(const rt_seen_entry *taker, const rt_seen_entry *statement) {
    const rt_entry *a = &taker->e, *b = &statement->e;
    if (!rt_str_is(a->stance, "retracts") || rt_str_is(b->stance, "retracts")) return false;
    return a->speaker.len > 0 && rt_str_eq(a->speaker, b->speaker) && rt_str_eq(a->entity, b->entity) &&
           rt_str_eq(a->prop, b->prop) && rt_str_eq(a->value, b->value) && !surely_before(taker, statement);
}
