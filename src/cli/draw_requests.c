/* Requests with what became of them, and the letters that answer. */
#include "base/date_english.h"
#include "base/pick.h"
#include "cli/draw.h"

static void claim_rows(rt_draw *d, rt_table *t, const rt_value *letter, const char *key, const char *label,
                       const char *prop) {
    const rt_value *list = get(letter, key);
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        rt_cell *row = rt_table_row(t);
        if (v == rt_value_first(list)) rt_cell_addz(d, &row[0], RT_LABEL, label);
        rt_cell_value(d, &row[1], rt_str_of(prop), v);
        rt_cell_cite(d, &row[2], v);
    }
}

/* Whoever is named by a text that is nobody's name here is as good as an entity. */
static void party_rows(rt_draw *d, rt_table *t, const rt_value *letter, const char *key, const char *label) {
    const rt_value *list = get(letter, key);
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        const rt_stance_look *look = rt_stance_look_of(text(v, "stance"));
        const rt_style style = is_set(v, "retracted") ? RT_RETRACTED : look != NULL ? look->style : RT_PLAIN;
        rt_cell *row = rt_table_row(t);
        if (v == rt_value_first(list)) rt_cell_addz(d, &row[0], RT_LABEL, label);
        if (look != NULL) rt_cell_addz(d, &row[1], look->style, look->value_words);
        if (is_set(v, "retracted")) rt_cell_addz(d, &row[1], RT_LABEL, "taken back: ");
        rt_cell_entity(d, &row[1], style, get(v, "entity"));
        rt_cell_cite(d, &row[2], v);
    }
}

static void letter_rows(rt_draw *d, rt_table *t, const rt_value *letter) {
    party_rows(d, t, letter, "from", "from");
    party_rows(d, t, letter, "to", "to");
    claim_rows(d, t, letter, "subject", "subject", "subject");
    claim_rows(d, t, letter, "counts", "how many", "count");
    claim_rows(d, t, letter, "received", "received", "receivedAt");
    claim_rows(d, t, letter, "status", "status", "status");
    claim_rows(d, t, letter, "outcome", "outcome", "outcome");
    claim_rows(d, t, letter, "summary", "summary", "summary");
}

static void put_when(rt_draw *d, rt_cell *cell, const rt_value *letter) {
    rt_cell_addz(d, cell, RT_LABEL, "  ");
    rt_cell_add(d, cell, RT_LABEL, rt_when_words(d->arena, letter));
}

/* --- what became of it ------------------------------------------------------------------------------------------- */

static rt_style style_of(rt_str standing) {
    if (rt_str_is(standing, "answered")) return RT_AGREED;
    return rt_str_is(standing, "refused") ? RT_DENIAL : RT_DOUBTED;
}

static const char *words_of(rt_str standing) {
    if (rt_str_is(standing, "told")) return "no reply, but a status is told";
    return rt_str_is(standing, "open") ? "no reply is told" : NULL;
}

static void put_overdue(rt_draw *d, rt_cell *cell, const rt_value *request) {
    const rt_str overdue = text(request, "overdue");
    const rt_value *due = rt_value_first(get(request, "due"));
    const bool certain = rt_str_is(overdue, "certain"), answered = get(request, "days")->kind != RT_NULL;
    if (due == NULL || (!certain && !rt_str_is(overdue, "possible"))) return;
    rt_cell_addz(d, cell, RT_LABEL, "; ");
    rt_cell_addz(d, cell, certain ? RT_ALARM : RT_DOUBTED, certain ? "" : "possibly ");
    rt_cell_addz(d, cell, certain ? RT_ALARM : RT_DOUBTED, answered ? "late, " : "overdue, ");
    rt_cell_addz(d, cell, RT_LABEL, "due ");
    if (!rt_str_eq(due->text, due->next->text)) rt_cell_addz(d, cell, RT_LABEL, "at the latest ");
    rt_cell_add(d, cell, RT_LABEL, rt_date_words(d->arena, due->next->text, RT_MONTHS_SHORT));
}

static void standing_row(rt_draw *d, rt_table *t, const rt_value *request) {
    const rt_str standing = text(request, "standing");
    const char *words = words_of(standing);
    rt_cell *row = rt_table_row(t);
    rt_cell_addz(d, &row[0], RT_LABEL, "what became of it");
    if (words != NULL)
        rt_cell_addz(d, &row[1], style_of(standing), words);
    else
        rt_cell_add(d, &row[1], style_of(standing), standing);
    if (words == NULL && rt_str_is(text(request, "by"), "status"))
        rt_cell_addz(d, &row[1], RT_LABEL, ", as its status says");
    if (get(request, "days")->kind != RT_NULL) {
        rt_cell_addz(d, &row[1], RT_LABEL, ", after ");
        rt_cell_add(d, &row[1], RT_LABEL, rt_days_words(d, get(request, "days")));
    }
    put_overdue(d, &row[1], request);
}

/* --- answers ----------------------------------------------------------------------------------------------------- */

static void draw_answer(rt_draw *d, const rt_value *answer) {
    const int64_t depth = integer(answer, "depth");
    const unsigned indent = depth > 6 ? 16 : (unsigned)(2 * depth + 4);
    rt_table t = rt_table_of_statements(d, indent + 2);
    const rt_stance_look *look = rt_stance_look_of(text(answer, "answers_stance"));
    rt_cell head = {0};
    rt_cell_addz(d, &head, RT_LABEL, depth > 0 ? "in reply to that: " : "reply: ");
    if (look != NULL) rt_cell_addz(d, &head, look->style, look->value_words);
    rt_cell_add(d, &head, RT_TITLE, text(answer, "caption"));
    put_when(d, &head, answer);
    if (rt_str_is(text(answer, "follows"), "impossible"))
        rt_cell_addz(d, &head, RT_ALARM, "  dated before what it answers");
    rt_draw_cell(d, &head, indent, indent + 2);
    letter_rows(d, &t, answer);
    rt_table_draw(&t);
}

static void draw_letter(rt_draw *d, const rt_value *letter, bool request) {
    rt_table t = rt_table_of_statements(d, 2);
    const rt_stance_look *look = rt_stance_look_of(text(letter, "stance"));
    rt_cell head = {0};
    if (look != NULL) rt_cell_addz(d, &head, look->style, look->value_words);
    rt_cell_add(d, &head, is_set(letter, "retracted") ? RT_RETRACTED : RT_TITLE, text(letter, "caption"));
    put_when(d, &head, letter);
    rt_draw_cell(d, &head, 0, 2);
    letter_rows(d, &t, letter);
    party_rows(d, &t, letter, "in_reply_to", "in reply to");
    if (request) standing_row(d, &t, letter);
    rt_table_draw(&t);
    for (const rt_value *a = rt_value_first(get(letter, "answers")); a != NULL; a = a->next) draw_answer(d, a);
}

static void draw_list(rt_draw *d, const rt_value *list, bool requests) {
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        if (requests && v != rt_value_first(list)) rt_buf_byte(d->out, '\n');
        draw_letter(d, v, requests);
    }
}

static void draw_overdue(rt_draw *d, const rt_value *list, const char *certainty, const char *words) {
    rt_cell cell = {0};
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        if (!rt_str_is(text(v, "certainty"), certainty)) continue;
        rt_cell_addz(d, &cell, RT_LABEL, cell.first == NULL ? words : ", ");
        rt_cell_entity(d, &cell, RT_PLAIN, v);
    }
    if (cell.first == NULL) return;
    rt_buf_byte(d->out, '\n');
    rt_draw_cell(d, &cell, 0, 2);
}

void rt_draw_requests(rt_draw *d, const rt_value *view) {
    const rt_value *requests = get(view, "requests"), *replies = get(view, "replies");
    if (rt_value_count(requests) + rt_value_count(replies) == 0) rt_buf_add(d->out, RT_S("nobody asked anything\n"));
    draw_list(d, requests, true);
    if (rt_value_count(replies) > 0) rt_draw_heading(d, RT_S("Replies to no request that is known"));
    draw_list(d, replies, false);
    draw_overdue(d, get(view, "overdue"), "certain", "Overdue: ");
    draw_overdue(d, get(view, "overdue"), "possible", "Possibly overdue: ");
    rt_draw_notes(d);
}
