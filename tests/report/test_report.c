/* The report as a document: whatever it claims leads to notes, and what a reader may not see leaves no trace. */
#include "analysis/world.h"

#include "report/compose.h"
#include "report/format.h"

/* The report through the world's lens. */
static rt_doc *report(world *w, const char *who) {
    rt_error err = {0};
    rt_doc *doc;
    world_commit(w);
    world_open(w, RT_OPEN_READ);
    OK(rt_lens_open(w->store, &w->spec, &w->lens, &err));
    OK(rt_report_compose(w->lens, &w->spec, rt_str_of(who), &w->arena, &doc, &err));
    return doc;
}

static rt_str written(world *w, const rt_doc *doc, const rt_doc_format *format) {
    RT_AUTO(rt_buf) out = {0};
    rt_error err = {0};
    const rt_status s = format->write(doc, &out, &err);
    if (s.code == RT_ABSENT) return RT_S(""); /* built without what writes PDF */
    OK(s);
    return rt_str_copy(&w->arena, rt_buf_str(&out));
}

static bool has(rt_str s, const char *part) { return rt_str_find(s, rt_str_of(part)) != SIZE_MAX; }

/* --- walking the model ------------------------------------------------------------------------------------------- */

static rt_str words_of(world *w, const rt_sentence *s) {
    RT_AUTO(rt_buf) out = {0};
    for (const rt_run *r = s->first; r != NULL; r = r->next) rt_buf_add(&out, r->text);
    return rt_str_copy(&w->arena, rt_buf_str(&out));
}

static size_t walk_sentences(world *w, const rt_section *section, const rt_para *p) {
    size_t n = 0;
    for (const rt_sentence *s = p->first; s != NULL; s = s->next, n++)
        if (!s->framing && s->cites.n == 0) fail_msg("%s: no note: %.*s", section->id, RT_FMT(words_of(w, s)));
    return n;
}

static size_t walk_rows(world *w, const rt_section *section, const rt_doc_table *t) {
    size_t n = 0;
    for (const rt_doc_row *r = t->first; r != NULL; r = r->next, n++)
        if (!r->framing && r->cites.n == 0)
            fail_msg("%s: no note: %.*s", section->id, RT_FMT(words_of(w, r->cells[r->wide ? 0 : 1].first)));
    return n;
}

/* Fails for the first sentence or row that claims something and leads to no note; returns how many there are. */
static size_t walk(world *w, const rt_doc *d) {
    size_t n = 0;
    for (const rt_section *s = d->first; s != NULL; s = s->next)
        for (const rt_block *b = s->first; b != NULL; b = b->next)
            n += b->kind == RT_BLOCK_TABLE ? walk_rows(w, s, &b->table) : walk_sentences(w, s, &b->para);
    return n;
}

static const rt_section *section(const rt_doc *d, const char *id) {
    for (const rt_section *s = d->first; s != NULL; s = s->next)
        if (rt_str_is(rt_str_of(s->id), id)) return s;
    return NULL;
}

/* --- a case that makes every part say something ------------------------------------------------------------------ */

static void world_of_a_story(world *w) {
    world_of_people(w);
    say(w, "p1 Person alias = Abu Example | speaker Police | stance believes | document "
           "0123456789abcdef0123456789abcdef | "
           "locator page 3 | quote They call him so");
    say(w, "p1 Person birthDate = 1984-05 | speaker Police | reliability B | credibility 2");
    say(w, "p1 Person birthDate = 1990 | speaker Teacher | said_at 2004");
    say(w, "p1 Person nationality = be | speaker Police");
    const rt_str sick = say(w, "p1 Person notes = is ill | speaker Family | said_at 2010-01");
    const rt_str too = say(w, "p1 Person notes = is ill, they say | speaker Campaign | said_at 2010-05");
    say(w, "p1 Person notes = is ill | speaker Doctor | stance denies | said_at 2011");
    link_by(w, "repeats", too, sick, "Campaign");
    hold(w, "d1", "p1", "Camp One", "2005-02", "2006-07", " | speaker Court");
    hold(w, "d2", "p1", "Camp Two", "2012-08", "", " | speaker Guard");
    say(w, "c1 Condition subject = p1 | speaker Court");
    say(w, "c1 Condition rule = no passport | speaker Court");
    say_kin(w, "f", "p1", "mother", "p2", " | speaker Court");
    say_kin(w, "g", "p2", "sister", "p3", " | speaker Police");
    say_kin(w, "h", "p4", "mother", "p3", " | speaker The family");
    say(w, "h1 Hypothesis name = It was Ali | speaker Police | stance suspects");
    say(w, "h1 Hypothesis subject = p1 | speaker Police");
}

static void every_sentence_and_row_leads_to_a_note(void **state) {
    static const char *const parts[] = {"summary",   "particulars", "time",   "places",     "ties",
                                        "conflicts", "claims",      "alerts", "hypotheses", "sources"};
    RT_AUTO(world) w;
    (void)state;
    world_of_a_story(&w);
    const rt_doc *d = report(&w, "p1");
    assert_true(walk(&w, d) > 40);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (section(d, parts[i]) == NULL) fail_msg("no part %s", parts[i]);
}

static void each_note_tells_of_visible_statements(void **state) {
    RT_AUTO(world) w;
    rt_error err = {0};
    (void)state;
    world_of_a_story(&w);
    const rt_doc *d = report(&w, "p1");
    assert_true(d->notes.n > 5);
    for (size_t i = 0; i < d->notes.n; i++) {
        assert_int_equal(d->notes.at[i]->number, i + 1);
        assert_true(d->notes.at[i]->ids.n > 0);
        for (size_t k = 0; k < d->notes.at[i]->ids.n; k++) {
            bool seen;
            OK(rt_lens_sees_entry(w.lens, d->notes.at[i]->ids.at[k], &seen, &err));
            assert_true(seen);
        }
    }
}

static void a_note_tells_voice_place_words_and_grade(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_a_story(&w);
    const rt_str md = written(&w, report(&w, "p1"), &rt_doc_markdown);
    assert_true(has(md, "**Police** *believes it*; not graded."));
    assert_true(has(md, "document `0123456789abcdef0123456789abcdef`, locator page 3."));
    assert_true(has(md, "\xe2\x80\x9cThey call him so\xe2\x80\x9d"));
    assert_true(has(md, "B: usually reliable; 2: probably true."));
}

static void uncertain_stays_uncertain_in_the_words(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_a_story(&w);
    const rt_str md = written(&w, report(&w, "p1"), &rt_doc_markdown);
    assert_true(has(md, "Another name is *believed:* Abu Example."));
    assert_true(has(md, "begun: Feb 2005<br>ended: Jul 2006") || has(md, "Feb 2005 to Jul 2006"));
    assert_true(has(md, "*denied:* is ill"));
    assert_true(has(md, "*follows:* cousin") || has(md, "*possibly follows:* cousin"));
    assert_true(has(md, "| disputed | 1 for, 1 against<br>repeated 1 time |"));
}

/* --- the lens ---------------------------------------------------------------------------------------------------- */

static void say_hidden(world *w) {
    say(w, "p1 Person name = Secret Name | speaker Informer | handling hawk");
    say(w, "p1 Person birthDate = 1970 | speaker Informer | handling hawk");
    hold(w, "d9", "p1", "Camp Nine", "2008", "2009", " | speaker Informer | handling hawk");
    say_kin(w, "k", "p1", "brother", "p9", " | speaker Informer | handling hawk");
    say(w, "p9 Person name = Brother Hidden | speaker Informer | handling hawk");
    say(w, "h1 Hypothesis object = p4 | speaker Informer | handling hawk");
    say(w, "p1 Person notes = is ill | speaker Informer | stance denies | handling hawk");
}

static void what_is_hidden_changes_no_byte(void **state) {
    RT_AUTO(world) a, b;
    (void)state;
    world_of_a_story(&a);
    world_of_a_story(&b);
    say_hidden(&b);
    a.spec = b.spec = (rt_lens_spec){.narrowed = true, .clear = RT_S("green")};
    const rt_doc *one = report(&a, "p1"), *other = report(&b, "p1");
    for (size_t i = 0; rt_doc_formats[i] != NULL; i++) {
        const rt_str x = written(&a, one, rt_doc_formats[i]), y = written(&b, other, rt_doc_formats[i]);
        if (!rt_str_eq(x, y)) fail_msg("%s tells of what is hidden", rt_doc_formats[i]->name);
    }
    b.spec = (rt_lens_spec){0};
    assert_true(has(written(&b, report(&b, "p1"), &rt_doc_html), "Secret Name"));
}

static void two_runs_give_the_same_bytes(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_a_story(&w);
    for (size_t i = 0; rt_doc_formats[i] != NULL; i++) {
        const rt_str x = written(&w, report(&w, "p1"), rt_doc_formats[i]);
        assert_true(rt_str_eq(x, written(&w, report(&w, "p1"), rt_doc_formats[i])));
    }
}

/* --- hostile values ---------------------------------------------------------------------------------------------- */

static void a_value_cannot_leave_its_place(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    say(&w, "x Person name = <script>alert(1)</script> | speaker <img src=x onerror=alert(2)>");
    say(&w, "x Person notes = |cell| [^1]: note\\ `code` **bold** <!-- | speaker ](javascript:alert(3))");
    say(&w, "x Person notes = a\x01\x1b[31m\xe2\x80\xae"
            "b | speaker أسامة");
    const rt_doc *d = report(&w, "x");
    const rt_str html = written(&w, d, &rt_doc_html), md = written(&w, d, &rt_doc_markdown);
    assert_false(has(html, "<script") || has(html, "<img") || has(html, "<!--"));
    assert_false(has(md, "<script") || has(md, "<img") || has(md, "<!--"));
    assert_true(has(md, "\\](javascript:alert"));
    assert_false(has(html, "\x01") || has(html, "\x1b") || has(html, "\xe2\x80\xae"));
    assert_true(has(md, "\\[\\^1\\]: note\\\\ \\`code\\`"));
    assert_true(has(html, "<bdi dir=\"rtl\">أسامة</bdi>"));
}

static void a_name_of_ten_thousand_letters_is_told_once_whole(void **state) {
    RT_AUTO(world) w;
    (void)state;
    world_of_people(&w);
    char *line = rt_arena_alloc(&w.arena, 10100);
    const int head = snprintf(line, 100, "x Person name = ");
    memset(line + head, 'n', 10000);
    say(&w, line);
    const rt_str html = written(&w, report(&w, "x"), &rt_doc_html);
    assert_true(has(html, "n</td>") && html.len < 40000);
}

static void of_five_thousand_events_as_many_are_told_as_views_read(void **state) {
    RT_AUTO(world) w;
    char line[160];
    (void)state;
    world_of_people(&w);
    for (int i = 0; i < 5000; i++) {
        snprintf(line, sizeof line, "e%d Event involved = p1 | speaker S%d", i, i % 50);
        say(&w, line);
        snprintf(line, sizeof line, "e%d Event date = %d-%02d | speaker S%d", i, 1900 + i / 50, 1 + i % 12, i % 50);
        say(&w, line);
    }
    const rt_doc *d = report(&w, "p1");
    size_t rows = 0;
    for (const rt_block *b = section(d, "time")->first; b != NULL; b = b->next)
        for (const rt_doc_row *r = b->table.first; r != NULL; r = r->next) rows += !r->wide;
    assert_int_equal(rows, 4096); /* as many as views read, and the head says so */
    assert_true(has(written(&w, d, &rt_doc_markdown), "only the first 4,096"));
    assert_true(walk(&w, d) > 4096);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sentence_and_row_leads_to_a_note),
        cmocka_unit_test(each_note_tells_of_visible_statements),
        cmocka_unit_test(a_note_tells_voice_place_words_and_grade),
        cmocka_unit_test(uncertain_stays_uncertain_in_the_words),
        cmocka_unit_test(what_is_hidden_changes_no_byte),
        cmocka_unit_test(two_runs_give_the_same_bytes),
        cmocka_unit_test(a_value_cannot_leave_its_place),
        cmocka_unit_test(a_name_of_ten_thousand_letters_is_told_once_whole),
        cmocka_unit_test(of_five_thousand_events_as_many_are_told_as_views_read),
    };
    return cmocka_run_group_tests_name("report/report", tests, NULL, NULL);
}
