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

rt_status rt_lens_taken_out_by(rt_lens *lens, const rt_entry *statement, rt_arena *arena, rt_str *by, rt_error *err) {
    rt_cursor *c;
    rt_seen_list links;
    bool out = false;
    *by = (rt_str){"", 0};
    if (!lens->has_acts) return rt_ok;
    RT_TRY(rt_cursor_acts(lens, statement->id, &c, err));
    RT_TRY(rt_cursor_list(c, arena, &links, err));
    for (size_t i = 0; i < links.n && !out; i++) {
        RT_TRY(takes_out(lens, &links.at[i].e, statement, arena, &out, err));
        if (out) *by = links.at[i].e.from;
    }
    return rt_ok;
}

rt_status rt_lens_taken_out(rt_lens *lens, const rt_entry *statement, bool *taken_out, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_str by;
    const rt_status s = rt_lens_taken_out_by(lens, statement, &arena, &by, err);
    *taken_out = s.code == RT_OK && by.len > 0;
    return s;
}
