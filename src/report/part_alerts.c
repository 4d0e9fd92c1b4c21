/* Conditions and watch rules: broken, possibly broken, kept, not yet known. */
#include "base/date_english.h"
#include "report/part.h"

/* A view that was asked about one entity tells of it alone; else those are taken whom the alert binds. */
static bool is_about(const rt_report *r, const rt_told *told, const rt_value *alert) {
    const rt_value *about = get(told->object, "about");
    return (about != NULL && about->kind == RT_OBJECT) || rt_str_eq(text(get(alert, "entity"), "id"), r->who);
}

static const char *standing_words(rt_str certainty) {
    static const char *const words[][2] = {
        {"broken", "broken"}, {"possibly", "possibly broken"}, {"kept", "kept"}, {"open", "not yet known"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (rt_str_is(certainty, words[i][0])) return words[i][1];
    return "";
}

static void put_rule(rt_report *r, rt_doc_row *row, const rt_value *alert) {
    const rt_str caption = rt_names_joined(r->arena, get(alert, "caption")), rule = text(alert, "rule");
    rt_put_name(r->doc, rt_cell_say(r->doc, row, 1), RT_RUN_STRONG, caption.len > 0 ? caption : rule);
    if (text(alert, "explanation").len > 0)
        rt_put_whole(r->doc, rt_cell_say(r->doc, row, 1), RT_RUN_PLAIN, text(alert, "explanation"));
    for (const rt_value *v = rt_value_first(get(alert, "doubts")); v != NULL; v = v->next)
        rt_put_whole(r->doc, rt_cell_say(r->doc, row, 1), RT_RUN_DOUBT, rt_scalar_text(r->arena, v));
    const rt_value *seen = get(alert, "acknowledged");
    if (seen == NULL || seen->kind != RT_OBJECT) return;
    rt_sentence *s = rt_cell_say(r->doc, row, 1);
    rt_put(r->doc, s, RT_RUN_SOFT, "acknowledged by ");
    rt_put_name(r->doc, s, RT_RUN_SOFT, text(seen, "by"));
    rt_put(r->doc, s, RT_RUN_SOFT, text(seen, "why").len > 0 ? ": " : "");
    rt_put_name(r->doc, s, RT_RUN_SOFT, text(seen, "why"));
}

static void alert_row(rt_report *r, rt_doc_table *t, const rt_told *told, const rt_value *alert) {
    rt_doc_row *row = rt_row_of(r, t, told, alert);
    rt_put(r->doc, rt_cell_say(r->doc, row, 0), RT_RUN_STRONG, standing_words(text(alert, "certainty")));
    put_rule(r, row, alert);
    rt_put_voices(r, &row->cells[2], told, get(alert, "statements"));
}

static void alert_rows(rt_report *r, const rt_told *told) {
    static const char *const heads[] = {"Standing", "Condition or rule", "Rests on", NULL};
    static const unsigned shares[] = {13, 49, 26};
    rt_doc_table *t = NULL;
    if (told == NULL) return;
    for (const rt_value *v = rt_value_first(get(told->object, "alerts")); v != NULL; v = v->next) {
        if (!is_about(r, told, v) || rt_value_count(get(v, "statements")) == 0) continue;
        if (t == NULL) t = rt_section_table(r->doc, r->section, heads, shares);
        alert_row(r, t, told, v);
    }
}

/* Conditions as they stand in the timeline, for what binds is told even where no rule decides it. */
static void condition_rows(rt_report *r, const rt_told *told) {
    static const char *const heads[] = {"Condition", "Since or for", "Said by", NULL};
    static const unsigned shares[] = {42, 20, 26};
    rt_doc_table *t = NULL;
    for (const rt_value *e = rt_value_first(get(told->object, "events")); e != NULL; e = e->next) {
        if (!rt_str_is(text(e, "schema"), "Condition")) continue;
        if (t == NULL) t = rt_section_table(r->doc, r->section, heads, shares);
        rt_doc_row *row = rt_row_of(r, t, told, e);
        rt_sentence *s = rt_cell_say(r->doc, row, 0);
        const rt_run_style style = rt_put_stance(r, s, e);
        rt_put_name(r->doc, s, style == RT_RUN_PLAIN ? RT_RUN_STRONG : style, text(e, "what"));
        rt_put_when(r, &row->cells[1], e);
        rt_put_voices(r, &row->cells[2], told, get(e, "statements"));
    }
}

static rt_status alerts_write(rt_report *r, rt_error *err) {
    const rt_told *timeline, *alerts;
    RT_TRY(rt_report_ask(r, "timeline", &timeline, err));
    RT_TRY(rt_report_ask(r, "alerts", &alerts, err));
    condition_rows(r, timeline);
    alert_rows(r, alerts);
    return rt_ok;
}

const rt_part rt_part_alerts = {"alerts", "Conditions and alerts", alerts_write};
