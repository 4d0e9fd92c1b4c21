#include "report/compose.h"

#include "base/date_english.h"
#include "report/part.h"

static const rt_part *const parts[] = {
    &rt_part_summary, &rt_part_particulars, &rt_part_time,       &rt_part_places, &rt_part_ties,    &rt_part_conflicts,
    &rt_part_claims,  &rt_part_alerts,      &rt_part_hypotheses, &rt_part_likes,  &rt_part_sources,
};

/* --- views ------------------------------------------------------------------------------------------------------- */

static const rt_view *view_named(const char *name) {
    for (size_t i = 0; rt_views[i] != NULL; i++)
        if (rt_str_is(rt_str_of(name), rt_views[i]->name)) return rt_views[i];
    return NULL;
}

static rt_status run(rt_report *r, const rt_view *view, rt_value **object, rt_error *err) {
    const rt_view_args args = {.who = {&r->who, view->most == 0 ? 0 : 1}, .depth = 1, .relations = true};
    return rt_view_look(view, r->lens, &args, r->arena, object, err);
}

rt_status rt_report_ask(rt_report *r, const char *view, const rt_told **told, rt_error *err) {
    const rt_view *found = view_named(view);
    rt_value *object;
    *told = NULL;
    for (size_t i = 0; i < r->n_told; i++)
        if (rt_str_is(rt_str_of(view), r->told[i].view)) return *told = &r->told[i], rt_ok;
    if (found == NULL || r->n_told == RT_TOLD_MOST) return rt_ok;
    RT_TRY(run(r, found, &object, err));
    r->told[r->n_told] = (rt_told){view, object, rt_book_of(r->arena, object)};
    *told = &r->told[r->n_told++];
    return rt_ok;
}

/* --- the head ---------------------------------------------------------------------------------------------------- */

static void head_line(rt_doc *d, const char *label, const char *before, rt_str foreign, const char *after) {
    rt_sentence *s = rt_frame(d, rt_doc_head(d, label), before);
    rt_put_name(d, s, RT_RUN_PLAIN, foreign);
    rt_put(d, s, RT_RUN_PLAIN, after);
}

static void head_reader(rt_doc *d, const rt_lens_spec *spec) {
    if (!spec->narrowed)
        rt_frame(d, rt_doc_head(d, "Made for"), "the owner of the case.");
    else if (spec->clear.len == 0)
        rt_frame(d, rt_doc_head(d, "Made for"), "a reader without clearance.");
    else
        head_line(d, "Made for", "a reader cleared for ", spec->clear, ".");
}

static void head_lens(rt_doc *d, const rt_lens_spec *spec, rt_arena *arena) {
    if (spec->as_of.len > 0)
        head_line(d, "As of", "what was recorded by ", rt_date_words(arena, spec->as_of, RT_MONTHS_LONG), ".");
    if (spec->said_by.len > 0)
        head_line(d, "Said by", "what was certainly or possibly said by ",
                  rt_date_words(arena, spec->said_by, RT_MONTHS_LONG), ".");
    if (spec->at.len > 0)
        head_line(d, "On", "what certainly or possibly held on ", rt_date_words(arena, spec->at, RT_MONTHS_LONG), ".");
    if (spec->as_of.len + spec->said_by.len + spec->at.len == 0)
        head_line(d, "As of", "everything recorded for this reader by ", d->day, ".");
    for (size_t i = 0; i < spec->sources.n; i++)
        head_line(d, "Source", "only what stands in ", spec->sources.at[i], ".");
}

/* How a reader should take it. */
static void head_meaning(rt_doc *d) {
    rt_para *p = rt_doc_head(d, "What this is");
    rt_frame(d, p, "Statements, not findings: what sources say, and who says otherwise.");
    rt_frame(d, p, "A number leads to the note that tells who said it, where and how it is graded.");
    rt_frame(d, p, "What is called possible is not sure, and dates are no more exact than their sources.");
}

static void head_asked(rt_doc *d, const rt_value *show) {
    const rt_value *asked = get(show, "asked");
    if (asked == NULL || asked->kind != RT_OBJECT) return;
    head_line(d, "Asked for", "nobody is called \xe2\x80\x9c", text(asked, "name"),
              "\xe2\x80\x9d; this is who bears a name like it.");
}

/* Who else bears the name that was asked for. */
static void head_meant(rt_doc *d, const rt_value *show) {
    const rt_value *meant = rt_value_first(get(show, "meant"));
    for (const rt_value *v = rt_value_first(get(meant, "others")); v != NULL; v = v->next)
        head_line(d, "Not", "another who bears the name: ",
                  rt_str_printf(d->arena, "%.*s (%.*s)", RT_FMT(text(v, "caption")), RT_FMT(text(v, "id"))), ".");
}

/* What the reader had it suppose about who is who. */
static void head_as_if(rt_doc *d, const rt_value *show) {
    for (const rt_value *v = rt_value_first(get(show, "as_if")); v != NULL; v = v->next) {
        const bool same = rt_str_is(text(v, "as"), "same");
        rt_sentence *s = rt_frame(d, rt_doc_head(d, "Supposed"), "as if ");
        rt_put_name(d, s, RT_RUN_PLAIN, rt_caption_words(d->arena, get(v, "a")));
        rt_put(d, s, RT_RUN_PLAIN, " and ");
        rt_put_name(d, s, RT_RUN_PLAIN, rt_caption_words(d->arena, get(v, "b")));
        rt_put(d, s, RT_RUN_PLAIN, same ? " were one, whatever was judged." : " were two, whatever was judged.");
    }
}

/* What was erased since the day that it was asked as of. */
static void head_erased(rt_doc *d, const rt_value *show) {
    for (const rt_value *v = rt_value_first(get(show, "erased_since")); v != NULL; v = v->next)
        head_line(d, "Erased since", "what was seen then and is not shown, on the order of ", text(v, "authority"),
                  ".");
}

/* Views read so many entities that name one, and no more. */
static void head_more(rt_doc *d, const rt_value *show) {
    if (is_set(show, "more")) rt_frame(d, rt_doc_head(d, "Left out"), "only the first 4,096 that name it were read.");
}

static rt_str kind_of(rt_arena *arena, const rt_value *show, const rt_schema *schema) {
    const rt_str kind = schema != NULL ? schema->label : text(show, "schema");
    return rt_str_printf(arena, "%.*s \xc2\xb7 %.*s", RT_FMT(kind), RT_FMT(text(show, "id")));
}

static rt_status begin(rt_report *r, const rt_lens_spec *spec, rt_error *err) {
    const rt_told *show;
    RT_TRY(rt_report_ask(r, "show", &show, err));
    if (show == NULL) return rt_fail(err, RT_ABSENT, "there is no dossier to report on");
    r->who = text(show->object, "id");
    r->schema = rt_schema_named(text(show->object, "schema"));
    r->doc = rt_doc_new(r->arena, text(show->object, "caption"), kind_of(r->arena, show->object, r->schema));
    r->doc->about = r->who;
    RT_TRY(rt_lens_latest(r->lens, r->arena, &r->doc->day, err));
    head_asked(r->doc, show->object);
    head_meant(r->doc, show->object);
    head_reader(r->doc, spec);
    head_lens(r->doc, spec, r->arena);
    head_erased(r->doc, show->object);
    head_as_if(r->doc, show->object);
    head_more(r->doc, show->object);
    head_meaning(r->doc);
    return rt_ok;
}

rt_status rt_report_compose(rt_lens *lens, const rt_lens_spec *spec, rt_str who, rt_arena *arena, rt_doc **doc,
                            rt_error *err) {
    rt_report r = {.lens = lens, .arena = arena, .who = who};
    RT_TRY(begin(&r, spec, err));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        r.section = rt_section_new(r.doc, parts[i]->id, parts[i]->title);
        RT_TRY(parts[i]->write(&r, err));
        rt_doc_add(r.doc, r.section);
    }
    rt_doc_finish(r.doc);
    *doc = r.doc;
    return rt_ok;
}
