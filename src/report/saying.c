#include "base/date_english.h"
#include "report/part.h"

rt_run_style rt_put_stance(rt_report *r, rt_sentence *s, const rt_value *holder) {
    static const char *const stances[][2] = {
        {"denies", "denied: "}, {"suspects", "suspected: "}, {"believes", "believed: "}, {"retracts", "taken back: "}};
    const bool gone = is_set(holder, "retracted");
    const rt_str stance = gone ? RT_S("retracts") : text(holder, "stance");
    if (rt_str_is(text(holder, "certainty"), "possible")) rt_put(r->doc, s, RT_RUN_DOUBT, "possibly: ");
    for (size_t i = 0; i < sizeof stances / sizeof *stances; i++) {
        if (!rt_str_is(stance, stances[i][0])) continue;
        rt_put(r->doc, s, RT_RUN_DOUBT, stances[i][1]);
        return gone ? RT_RUN_STRUCK : RT_RUN_PLAIN;
    }
    return RT_RUN_PLAIN;
}

static void put_date(rt_report *r, rt_para *p, const char *before, rt_str edtf) {
    rt_sentence *s = rt_say(r->doc, p);
    rt_put(r->doc, s, RT_RUN_PLAIN, before);
    rt_put_name(r->doc, s, RT_RUN_PLAIN, rt_date_words(r->arena, edtf, RT_MONTHS_SHORT));
}

void rt_put_when(rt_report *r, rt_para *p, const rt_value *holder) {
    const rt_str start = text(holder, "start"), end = text(holder, "end");
    if (text(holder, "when").len > 0 || start.len + end.len == 0) {
        rt_put_name(r->doc, rt_say(r->doc, p), RT_RUN_PLAIN, rt_when_words(r->arena, holder));
        return;
    }
    if (rt_str_eq(start, end)) {
        put_date(r, p, "begun and ended: ", start);
        return;
    }
    if (start.len > 0) put_date(r, p, "begun: ", start);
    if (end.len > 0)
        put_date(r, p, "ended: ", end);
    else
        rt_put(r->doc, rt_say(r->doc, p), RT_RUN_SOFT, "end not known");
    if (start.len == 0) rt_put(r->doc, rt_say(r->doc, p), RT_RUN_SOFT, "beginning not known");
}

/* "French authorities, through CNN" */
static rt_str voice(rt_report *r, const rt_value *statement) {
    const rt_str who = text(statement, "speaker"), via = rt_names_joined(r->arena, get(statement, "via"));
    const rt_str named = who.len > 0 ? who : RT_S("nobody named");
    return via.len > 0 ? rt_str_printf(r->arena, "%.*s, through %.*s", RT_FMT(named), RT_FMT(via)) : named;
}

enum { VOICES_MOST = 4 };

void rt_put_voices(rt_report *r, rt_para *p, const rt_told *told, const rt_value *ids) {
    rt_str named[VOICES_MOST];
    size_t n = 0, more = 0;
    for (const rt_value *v = rt_value_first(ids); v != NULL; v = v->next) {
        const rt_value *s = v->kind == RT_TEXT ? rt_book_find(&told->book, v->text) : NULL;
        if (s == NULL) continue;
        const rt_str who = voice(r, s);
        if (rt_strs_have((rt_strs){named, n}, who)) continue;
        if (n == VOICES_MOST)
            more++;
        else
            named[n++] = who;
    }
    for (size_t i = 0; i < n; i++) rt_put_name(r->doc, rt_say(r->doc, p), RT_RUN_SOFT, named[i]);
    if (more > 0) rt_put(r->doc, rt_say(r->doc, p), RT_RUN_SOFT, "and others (see the notes)");
}

void rt_put_place(rt_report *r, rt_sentence *s, rt_run_style style, const rt_value *place) {
    rt_put_name(r->doc, s, style, rt_names_joined(r->arena, place));
}

rt_doc_row *rt_row_of(rt_report *r, rt_doc_table *t, const rt_told *told, const rt_value *holder) {
    rt_doc_row *row = rt_table_add(r->doc, t);
    rt_cite(r->doc, &row->cites, &told->book, get(holder, "statements"));
    return row;
}

rt_sentence *rt_say_of(rt_report *r, rt_para *p, const rt_told *told, const rt_value *holder) {
    rt_sentence *s = rt_say(r->doc, p);
    rt_cite(r->doc, &s->cites, &told->book, get(holder, "statements"));
    return s;
}
