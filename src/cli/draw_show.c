/* The dossier of one entity, from the object of `show`. Beside what the view's contract names it reads, where they are
 * there: statements {id: {speaker, via[], ...}} (draw.h says which fields); of a value label, entity, refused,
 * retracted and certainty ("possible" is marked); birth.by[].how ("birthDate" or "age") and birth.disagree[]; of a
 * relation what, other, when, stance; of why[] a score above 0 as speaking for the match, below 0 as speaking against
 * it. */
#include <unicode/uscript.h>

#include "base/date_english.h"
#include "base/pick.h"
#include "cli/draw.h"

/* --- properties by section --------------------------------------------------------------------------------------- */

/* A section begins with some properties in their order; then come all others of its type. */
typedef struct section {
    const char *title;
    rt_type_id type;
    const char *first[8];
} section;

enum { NAMES, BIRTH, NATIONALITY, IDENTIFIERS, REST, SECTIONS };

static const section sections[SECTIONS] = {
    [NAMES] = {"Names", RT_TYPE_NAME, {"name", "alias", "weakAlias", "previousName", "firstName", "lastName"}},
    [BIRTH] = {"Birth", RT_TYPE_COUNT, {"birthDate", "age", "birthPlace", "birthCountry"}},
    [NATIONALITY] = {"Nationality", RT_TYPE_COUNTRY, {"nationality", "citizenship"}},
    [IDENTIFIERS] = {"Identifiers", RT_TYPE_IDENTIFIER, {"passportNumber", "idNumber"}},
    [REST] = {"Also", RT_TYPE_COUNT, {"gender", "topics"}},
};

static bool begins_with(const section *s, rt_str prop) {
    for (size_t i = 0; i < sizeof s->first / sizeof *s->first && s->first[i] != NULL; i++)
        if (rt_str_is(prop, s->first[i])) return true;
    return false;
}

static const section *section_of(rt_draw *d, rt_str name) {
    const rt_prop *prop = rt_draw_prop(d, name);
    for (size_t i = 0; i < SECTIONS; i++)
        if (begins_with(&sections[i], name)) return &sections[i];
    for (size_t i = 0; i < SECTIONS && prop != NULL; i++)
        if (sections[i].type < RT_TYPE_COUNT && prop->type == &rt_types[sections[i].type]) return &sections[i];
    return &sections[REST];
}

/* "Arabic script" for a name that is not in Latin letters. */
static void add_script(rt_draw *d, rt_cell *cell, rt_str value) {
    for (size_t at = 0; at < value.len;) {
        UErrorCode failed = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript((UChar32)rt_utf8_next(value, &at), &failed);
        if (U_FAILURE(failed) || script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN)
            continue;
        if (script != USCRIPT_LATIN)
            rt_cell_add(
                d, cell, RT_LABEL,
                rt_str_printf(d->arena, cell->first != NULL ? ", %s script" : "%s script", uscript_getName(script)));
        return;
    }
}

static void property_rows(rt_draw *d, rt_table *t, const rt_value *values, bool scripts) {
    for (const rt_value *v = rt_value_first(values); v != NULL; v = v->next) {
        rt_cell *row = rt_table_row(t);
        if (v == rt_value_first(values)) rt_cell_add(d, &row[0], RT_LABEL, rt_prop_label(d, values->key));
        if (scripts) add_script(d, &row[0], text(v, "value"));
        rt_cell_value(d, &row[1], values->key, v);
        rt_cell_cite(d, &row[2], v);
    }
}

static void finish_section(rt_draw *d, const char *title, rt_table *t) {
    if (t->first == NULL) return;
    rt_draw_heading(d, rt_str_of(title));
    rt_table_draw(t);
}

static void section_rows(rt_draw *d, rt_table *t, const section *s, const rt_value *properties, size_t from) {
    const bool scripts = s == &sections[NAMES];
    for (size_t i = from; i < sizeof s->first / sizeof *s->first && s->first[i] != NULL; i++)
        property_rows(d, t, get(properties, s->first[i]), scripts);
    for (const rt_value *v = rt_value_first(properties); v != NULL; v = v->next)
        if (!begins_with(s, v->key) && section_of(d, v->key) == s) property_rows(d, t, v, scripts);
}

static void draw_section(rt_draw *d, const section *s, const rt_value *properties) {
    rt_table t = rt_table_of_statements(d, 2);
    section_rows(d, &t, s, properties, 0);
    finish_section(d, s->title, &t);
}

/* --- birth ------------------------------------------------------------------------------------------------------- */

static void birth_source(rt_draw *d, rt_table *t, const rt_value *by) {
    rt_cell *row = rt_table_row(t);
    const bool from_age = rt_str_is(text(by, "how"), "age");
    rt_cell_addz(d, &row[0], RT_LABEL, from_age ? "from an age" : "birth date");
    rt_cell_add(d, &row[1], RT_PLAIN, rt_date_words(d->arena, text(by, "edtf"), RT_MONTHS_LONG));
    rt_cell_cite(d, &row[2], by);
}

static void birth_span(rt_draw *d, rt_table *t, const rt_value *birth) {
    const rt_value *first = rt_value_first(get(birth, "span"));
    if (first == NULL || rt_value_count(get(birth, "by")) < 2) return;
    const rt_str from = rt_scalar_text(d->arena, first), to = rt_scalar_text(d->arena, first->next);
    const bool day = rt_str_eq(from, to);
    const rt_str edtf = day ? from : rt_str_printf(d->arena, "%.*s/%.*s", RT_FMT(from), RT_FMT(to));
    rt_cell *row = rt_table_row(t);
    rt_cell_addz(d, &row[0], RT_LABEL, rt_value_count(get(birth, "disagree")) > 0 ? "others agree on" : "all agree on");
    rt_cell_add(d, &row[1], RT_AGREED, rt_date_words(d->arena, edtf, RT_MONTHS_LONG));
}

static void birth_disagreement(rt_draw *d, rt_table *t, const rt_value *birth) {
    for (const rt_value *v = rt_value_first(get(birth, "disagree")); v != NULL; v = v->next) {
        rt_cell *row = rt_table_row(t);
        const rt_str edtf = v->kind == RT_OBJECT ? text(v, "edtf") : rt_scalar_text(d->arena, v);
        rt_cell_addz(d, &row[0], RT_ALARM, "disagrees");
        rt_cell_add(d, &row[1], RT_ALARM, rt_date_words(d->arena, edtf, RT_MONTHS_LONG));
        rt_cell_cite(d, &row[2], v);
    }
}

static void draw_birth(rt_draw *d, const rt_value *view, const rt_value *properties) {
    const rt_value *birth = get(view, "birth");
    const bool dates_shown = rt_value_count(get(birth, "by")) > 0;
    rt_table t = rt_table_of_statements(d, 2);
    birth_span(d, &t, birth);
    for (const rt_value *v = rt_value_first(get(birth, "by")); v != NULL; v = v->next) birth_source(d, &t, v);
    birth_disagreement(d, &t, birth);
    section_rows(d, &t, &sections[BIRTH], properties, dates_shown ? 2 : 0);
    finish_section(d, sections[BIRTH].title, &t);
}

/* --- relations and events ---------------------------------------------------------------------------------------- */

static void draw_relations(rt_draw *d, const rt_value *view) {
    rt_table t = rt_table_of_statements(d, 2);
    for (const rt_value *v = rt_value_first(get(view, "relations")); v != NULL; v = v->next) {
        rt_cell *row = rt_table_row(&t);
        const rt_str what = text(v, "what").len > 0 ? text(v, "what") : rt_prop_words(d->arena, text(v, "schema"));
        rt_cell_add(d, &row[0], RT_LABEL, what);
        rt_cell_value(d, &row[1], RT_S(""), v);
        rt_cell_entity(d, &row[1], RT_PLAIN, get(v, "other"));
        if (text(v, "when").len > 0) {
            rt_cell_break(d, &row[1]);
            rt_cell_add(d, &row[1], RT_LABEL, rt_when_words(d->arena, v));
        }
        rt_cell_cite(d, &row[2], v);
    }
    finish_section(d, "Relations", &t);
}

static void draw_events(rt_draw *d, const rt_value *view) {
    rt_table t = rt_table_of_statements(d, 2);
    for (const rt_value *v = rt_value_first(get(view, "events")); v != NULL; v = v->next) rt_draw_event(d, &t, v);
    finish_section(d, "Events", &t);
}

/* --- contradictions and alerts ----------------------------------------------------------------------------------- */

static void draw_conflicts(rt_draw *d, const rt_value *view) {
    if (rt_value_count(get(view, "conflicts")) == 0) return;
    rt_draw_heading(d, RT_S("Contradictions"));
    rt_draw_conflict_list(d, view, false);
}

static void draw_alerts(rt_draw *d, const rt_value *view) {
    rt_table t = rt_table_of_statements(d, 2);
    for (const rt_value *v = rt_value_first(get(view, "alerts")); v != NULL; v = v->next) {
        rt_cell *row = rt_table_row(&t);
        rt_cell_add(d, &row[0], RT_ALARM, text(v, "certainty"));
        rt_cell_add(d, &row[1], RT_PLAIN, text(v, "caption"));
        rt_cell_break(d, &row[1]);
        rt_cell_add(d, &row[1], RT_LABEL, text(v, "explanation"));
        rt_cell_cite(d, &row[2], v);
    }
    finish_section(d, "Alerts", &t);
}

/* --- possible matches -------------------------------------------------------------------------------------------- */

static void why_row(rt_draw *d, rt_table *t, const rt_value *why) {
    const double score = rt_value_get_real(why, RT_S("score"));
    rt_cell *row = rt_table_row(t);
    rt_cell_addz(d, &row[0],
                 score < 0   ? RT_DENIAL
                 : score > 0 ? RT_AGREED
                             : RT_LABEL,
                 score < 0   ? "against"
                 : score > 0 ? "for"
                             : "open");
    rt_cell_add(d, &row[1], RT_LABEL, rt_prop_label(d, text(why, "feature")));
    rt_cell_add(d, &row[2], RT_PLAIN, text(why, "detail"));
    rt_cell_add(d, &row[3], RT_LABEL, rt_str_printf(d->arena, "%+.2f", score));
}

static void draw_candidate(rt_draw *d, const rt_value *candidate) {
    rt_cell head = {0};
    rt_cell_add(d, &head, RT_TITLE, text(candidate, "caption"));
    rt_cell_add(d, &head, RT_LABEL,
                rt_str_printf(d->arena, "  %.*s  score %.4f", RT_FMT(text(candidate, "id")),
                              rt_value_get_real(candidate, RT_S("score"))));
    rt_cell_left(d, &head, get(candidate, "left"));
    rt_draw_cell(d, &head, 2, 4);
    rt_table t = rt_table_new(d, 4, 4);
    for (const rt_value *v = rt_value_first(get(candidate, "why")); v != NULL; v = v->next) why_row(d, &t, v);
    rt_table_draw(&t);
}

static void draw_candidates(rt_draw *d, const rt_value *view) {
    const rt_value *candidates = get(view, "candidates");
    if (rt_value_count(candidates) == 0) return;
    rt_draw_heading(d, RT_S("Possible matches (kept apart until somebody judges them the same)"));
    for (const rt_value *v = rt_value_first(candidates); v != NULL; v = v->next) {
        if (v != rt_value_first(candidates)) rt_buf_byte(d->out, '\n');
        draw_candidate(d, v);
    }
}

/* --- the page ---------------------------------------------------------------------------------------------------- */

/* Who is shown need not be who was asked for: said before all else. */
static void draw_asked(rt_draw *d, const rt_value *asked) {
    rt_cell line = {0};
    if (asked == NULL) return;
    rt_cell_add(d, &line, RT_DOUBTED,
                rt_str_printf(
                    d->arena, "Nobody is called \"%.*s\"; shown is who bears a name like it: %.*s (score %.4f)",
                    RT_FMT(text(asked, "name")), RT_FMT(text(asked, "like")), rt_value_get_real(asked, RT_S("score"))));
    rt_draw_cell(d, &line, 0, 2);
}

static void draw_title(rt_draw *d, const rt_value *view) {
    rt_cell title = {0};
    rt_cell_add(d, &title, RT_TITLE, text(view, "caption").len > 0 ? text(view, "caption") : text(view, "id"));
    rt_cell_break(d, &title);
    rt_cell_add(d, &title, RT_LABEL,
                rt_str_printf(d->arena, "%.*s  %.*s", RT_FMT(text(view, "schema")), RT_FMT(text(view, "id"))));
    rt_draw_cell(d, &title, 0, 2);
    draw_asked(d, get(view, "asked"));
}

static void draw_left(rt_draw *d, const rt_value *view) {
    rt_cell left = {0};
    if (rt_value_count(get(view, "left")) == 0) return;
    rt_draw_heading(d, RT_S("Lists"));
    rt_cell_left(d, &left, get(view, "left"));
    rt_draw_cell(d, &left, 2, 4);
}

void rt_draw_show(rt_draw *d, const rt_value *view) {
    const rt_value *properties = get(view, "properties");
    d->schema = rt_schema_named(text(view, "schema"));
    draw_title(d, view);
    draw_section(d, &sections[NAMES], properties);
    draw_birth(d, view, properties);
    draw_section(d, &sections[NATIONALITY], properties);
    draw_section(d, &sections[IDENTIFIERS], properties);
    draw_section(d, &sections[REST], properties);
    draw_left(d, view);
    draw_relations(d, view);
    draw_events(d, view);
    draw_conflicts(d, view);
    draw_alerts(d, view);
    rt_draw_identity(d, view);
    draw_candidates(d, view);
    rt_draw_notes(d);
}
