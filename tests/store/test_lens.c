#include "store/tiny_case.h"

/* What a lens shows of one entity. */
static const char *about(test_case *c, rt_lens_spec spec, const char *entity) {
    case_look(c, spec);
    return case_about(c, entity);
}

static const char *acts(test_case *c, const char *id_or_entity) {
    rt_error err = {0};
    rt_cursor *cursor;
    OK(rt_cursor_acts(c->lens, rt_str_of(id_or_entity), &cursor, &err));
    return case_values(c, cursor);
}

#define CLEAR(handling)                                                                                                \
    (rt_lens_spec) { .narrowed = true, .clear = RT_S(handling) }
#define SAID_BY(day)                                                                                                   \
    (rt_lens_spec) { .said_by = RT_S(day) }
#define AT(day)                                                                                                        \
    (rt_lens_spec) { .at = RT_S(day) }
#define AS_OF(when)                                                                                                    \
    (rt_lens_spec) { .as_of = RT_S(when) }

/* --- who reads ------------------------------------------------------------------------------------------------------
 */

static void a_reader_sees_what_their_clearance_covers(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name free\np Person.name g; handling=green\np Person.name h; handling=hawk\n"
                 "p Person.name hk; handling=hawk,kite\np Person.name hr; handling=hawk,red");
    assert_string_equal(about(&c, (rt_lens_spec){0}, "p"), "free g h hk hr");
    assert_string_equal(about(&c, CLEAR("hawk,kite,red"), "p"), "free g h hk hr");
    assert_string_equal(about(&c, CLEAR("hawk,amber"), "p"), "free g h");
    assert_string_equal(about(&c, CLEAR("green"), "p"), "free g");
    assert_string_equal(about(&c, CLEAR("hawk"), "p"), "free h");
    assert_string_equal(about(&c, CLEAR(""), "p"), "free");
    assert_true(rt_lens_is_narrowed(c.lens));
    case_look_all(&c);
    assert_false(rt_lens_is_narrowed(c.lens));
    case_close(&c);
}

static void an_entity_is_there_when_a_visible_statement_is_about_it(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    bool seen;
    case_make(&c);
    case_add(&c, "p Person.name Abe\nq Person.name Ben; handling=hawk\nf Family.person q\n");
    case_look(&c, CLEAR("kite"));
    const char *const names[] = {"p", "f", "q", "nobody", ""};
    for (int i = 0; i < 5; i++) {
        OK(rt_lens_sees_entity(c.lens, rt_str_of(names[i]), &seen, &err));
        assert_int_equal(seen, i < 2);
    }
    case_close(&c);
}

static void an_act_is_seen_when_all_that_it_names_is(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    bool seen;
    case_make(&c);
    case_add(&c, "p Person.name Abe; as=open\nq Person.name Ben; as=closed; handling=hawk\nr Person.name Cid\n"
                 "hyp Hypothesis.name H\nsecret Hypothesis.name S; handling=hawk");
    case_add(&c,
             "link; link=supports; from=@open; to=@closed; as=l1\nlink; link=supports; from=@closed; to=@open; as=l2\n"
             "link; link=supports; from=@open; to=@open; as=l3\nlink; link=supports; from=@open; to=hyp; as=l4\n"
             "link; link=supports; from=@open; to=secret; as=l5");
    case_add(&c, "judgement; a=p; b=q; judgement=same; as=j1\njudgement; a=p; b=r; judgement=same; as=j2\n"
                 "link; link=opposes; from=@open; to=@l1; as=l6\nlink; link=opposes; from=@open; to=@l3; as=l7\n"
                 "decision; about=@j1; decision=accepted; as=d1\ndecision; about=@j2; decision=accepted; as=d2");
    const struct {
        const char *name;
        bool seen;
    } wanted[] = {{"l1", false}, {"l2", false},  {"l3", true},     {"l4", true}, {"l5", false},
                  {"j1", false}, {"j2", true},   {"l6", false},    {"l7", true}, {"d1", false},
                  {"d2", true},  {"open", true}, {"closed", false}};
    for (int narrowed = 0; narrowed < 2; narrowed++) {
        case_look(&c, (rt_lens_spec){.narrowed = narrowed});
        for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
            OK(rt_lens_sees_entry(c.lens, case_id(&c, wanted[i].name), &seen, &err));
            if (seen != (wanted[i].seen || !narrowed)) fail_msg("%s, narrowed: %d", wanted[i].name, narrowed);
        }
    }
    assert_string_equal(acts(&c, "p"), "judgement");
    assert_string_equal(acts(&c, "q"), "");
    assert_string_equal(case_all(&c), "Abe Cid H link link judgement link decision");
    case_close(&c);
}

/* --- as of when -----------------------------------------------------------------------------------------------------
 */

static void as_of_a_day_or_a_time_shows_what_was_recorded_by_then(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name a; recorded_by=X; recorded_at=2020-01-02T00:00:00.000000Z\n"
                 "p Person.name b; recorded_by=X; recorded_at=2020-01-02T23:59:59.999999Z\n"
                 "p Person.name c; recorded_by=X; recorded_at=2020-01-03T00:00:00.000000Z\n"
                 "p Person.name d");
    assert_string_equal(about(&c, AS_OF("2020-01-01"), "p"), "");
    assert_string_equal(about(&c, AS_OF("2020-01-02"), "p"), "a b");
    assert_string_equal(about(&c, AS_OF("2020-01-02T23:59:59.999998Z"), "p"), "a");
    assert_string_equal(about(&c, AS_OF("2020-01-02T23:59:59.999999Z"), "p"), "a b");
    assert_string_equal(about(&c, AS_OF("2020-01"), "p"), "a b c");
    assert_string_equal(about(&c, AS_OF("9000-01-01"), "p"), "a b c d");
    case_close(&c);
}

static void as_of_a_batch_shows_the_log_up_to_its_end(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    char id[33];
    case_make(&c);
    case_add(&c, "p Person.name a\np Person.name b");
    case_add(&c, "p Person.name c\njudgement; a=p; b=p; judgement=same");
    case_add(&c, "p Person.name d");
    sqlite3 *db;
    sqlite3_stmt *s;
    assert_int_equal(sqlite3_open(c.path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db,
                                        "SELECT substr(line, instr(line, '\"id\":\"') + 6, 32) FROM act WHERE line "
                                        "LIKE '%\"type\":\"batch\"%' ORDER BY seq LIMIT 1 OFFSET 1",
                                        -1, &s, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(s), SQLITE_ROW);
    snprintf(id, sizeof id, "%s", (const char *)sqlite3_column_text(s, 0));
    sqlite3_finalize(s);
    sqlite3_close(db);
    assert_string_equal(about(&c, (rt_lens_spec){.as_of = {id, 32}}, "p"), "a b c");
    assert_string_equal(case_all(&c), "a b c judgement");
    /* Half of the id alone is not the batch's, nor is the id of anything else. */
    id[31] = id[31] == '0' ? '1' : '0';
    rt_lens *lens;
    FAILS(rt_lens_open(c.store, &(rt_lens_spec){.as_of = {id, 32}}, &lens, &err), RT_ABSENT);
    FAILS(rt_lens_open(c.store, &(rt_lens_spec){.as_of = RT_S("00000000000000000000000000000000")}, &lens, &err),
          RT_ABSENT);
    case_close(&c);
}

/* --- when it was said, when it held ---------------------------------------------------------------------------------
 */

static void said_by_a_day_marks_what_was_only_possibly_said(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name a; said_at=2003\np Person.name b; said_at=2004\np Person.name c; said_at=2004-05-06\n"
                 "p Person.name d; said_at=2005\np Person.name e; said_at=2003?\np Person.name f; said_at=2004~\n"
                 "p Person.name g; said_at=/2004-05\np Person.name h; recorded_by=X; "
                 "recorded_at=2004-05-01T00:00:00.000000Z\np Person.name i");
    assert_string_equal(about(&c, SAID_BY("2004-05-06"), "p"), "a b? c e? f? g? h");
    assert_string_equal(about(&c, SAID_BY("2004-12-31"), "p"), "a b c e? f? g h");
    assert_string_equal(about(&c, SAID_BY("2002-12-31"), "p"), "g?");
    assert_string_equal(about(&c, SAID_BY("2005-12-31"), "p"), "a b c d e? f g h");
    case_close(&c);
}

static void what_has_no_date_was_said_when_its_document_was_written(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    const char *sha = "sha256=00000000000000000000000000000000000000000000000000000000000000ff";
    char lines[512];
    snprintf(lines, sizeof lines, "document; %s; date=2004; as=doc\ndocument; %s; date=2003; handling=hawk; as=hid",
             sha, sha);
    case_add(&c, lines);
    case_add(&c, "p Person.name a; document=@doc\np Person.name b; document=@hid\np Person.name c; document=no such\n"
                 "p Person.name d; document=@doc; said_at=2001");
    assert_string_equal(about(&c, SAID_BY("2004-12-31"), "p"), "a b d");
    assert_string_equal(about(&c, SAID_BY("2004-05-06"), "p"), "a? b d");
    assert_string_equal(about(&c, SAID_BY("2001-12-31"), "p"), "d");
    /* Who may not see the document learns nothing of its date. */
    assert_string_equal(
        about(&c, (rt_lens_spec){.narrowed = true, .clear = RT_S("kite"), .said_by = RT_S("2004-12-31")}, "p"), "a d");
    case_close(&c);
}

static void of_two_documents_of_one_name_either_may_be_meant(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "document; sha256=00000000000000000000000000000000000000000000000000000000000000f1; name=letter; "
                 "date=2004; as=one\n"
                 "document; sha256=00000000000000000000000000000000000000000000000000000000000000f2; name=letter; "
                 "date=2006; as=two");
    case_add(&c, "p Person.name a; document=letter\np Person.name b; document=@two");
    assert_string_equal(about(&c, SAID_BY("2003-12-31"), "p"), "");
    assert_string_equal(about(&c, SAID_BY("2004-12-31"), "p"), "a?");
    assert_string_equal(about(&c, SAID_BY("2006-12-31"), "p"), "a b");
    case_close(&c);
}

static void at_a_day_marks_what_only_possibly_held(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name none\np Person.name a; valid=2004/2006\np Person.name b; valid=2005-06-07\n"
                 "p Person.name c; valid=2005\np Person.name d; valid=../2013\np Person.name e; valid=/2013\n"
                 "p Person.name f; valid=2005-06/..\np Person.name g; valid=2004/\np Person.name h; valid=2004?/2006\n"
                 "p Person.name i; valid=2004~/2006");
    assert_string_equal(about(&c, AT("2005-06-07"), "p"), "none? a b c? d e? f? g? h? i?");
    assert_string_equal(about(&c, AT("2005-07-01"), "p"), "none? a c? d e? f g? h? i?");
    assert_string_equal(about(&c, AT("2003-05-05"), "p"), "none? d e? i?");
    assert_string_equal(about(&c, AT("2014-01-01"), "p"), "none? f g?");
    assert_string_equal(about(&c, AT("2006-06-01"), "p"), "none? a? d e? f g? h? i?");
    case_close(&c);
}

/* --- sources --------------------------------------------------------------------------------------------------------
 */

static void sources_are_datasets_or_documents(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "p Person.name a; dataset=ofac\np Person.name b; dataset=un\np Person.name c; document=d1\n"
                 "p Person.name d; document=d1; dataset=un\np Person.name e");
    rt_str ofac[] = {RT_S("ofac")}, both[] = {RT_S("ofac"), RT_S("d1")}, none[] = {RT_S("OFAC"), RT_S("")};
    assert_string_equal(about(&c, (rt_lens_spec){.sources = {ofac, 1}}, "p"), "a");
    assert_string_equal(about(&c, (rt_lens_spec){.sources = {both, 2}}, "p"), "a c d");
    assert_string_equal(about(&c, (rt_lens_spec){.sources = {none, 2}}, "p"), "");
    case_close(&c);
}

#define SHA "sha256=00000000000000000000000000000000000000000000000000000000000000"

static const char *by_source(test_case *c, const char *clear, rt_str source) {
    return about(c, (rt_lens_spec){.narrowed = clear != NULL, .clear = rt_str_of(clear), .sources = {&source, 1}}, "p");
}

static void a_document_is_one_source_whatever_a_statement_calls_it(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "document; " SHA "aa; name=l.txt; as=letter\ndocument; " SHA "bb; name=m.txt; as=memo");
    case_add(&c, "document; " SHA "aa; name=copy.txt; handling=hawk; as=copy");
    case_add(&c, "p Person.name a; document=@letter\np Person.name b; document=l.txt\np Person.name c; document=@memo\n"
                 "p Person.name d; document=@copy\np Person.name e; document=copy.txt\np Person.name f; dataset=un");
    assert_string_equal(by_source(&c, NULL, RT_S("l.txt")), "a b d e");
    assert_string_equal(by_source(&c, NULL, case_id(&c, "letter")), "a b d e");
    assert_string_equal(by_source(&c, NULL, RT_S("copy.txt")), "a b d e");
    assert_string_equal(by_source(&c, NULL, rt_str_from(rt_str_of(SHA "aa"), 7)), "a b d e");
    assert_string_equal(by_source(&c, NULL, RT_S("m.txt")), "c");
    /* Who may not see the copy does not learn that it is one. */
    assert_string_equal(by_source(&c, "clear", RT_S("l.txt")), "a b");
    assert_string_equal(by_source(&c, "clear", RT_S("copy.txt")), "e");
    case_close(&c);
}

static void a_name_that_two_documents_have_means_neither_and_asks_for_both(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "document; " SHA "aa; name=l.txt; as=one\ndocument; " SHA "bb; name=l.txt; handling=hawk; as=two");
    case_add(&c, "p Person.name a; document=@one\np Person.name b; document=@two\np Person.name c; document=l.txt");
    assert_string_equal(by_source(&c, NULL, RT_S("l.txt")), "a b c");
    assert_string_equal(by_source(&c, NULL, case_id(&c, "one")), "a");
    assert_string_equal(by_source(&c, NULL, case_id(&c, "two")), "b");
    /* To who sees one of them alone the name is that one's. */
    assert_string_equal(by_source(&c, "clear", case_id(&c, "one")), "a c");
    assert_string_equal(by_source(&c, "clear", RT_S("l.txt")), "a c");
    case_close(&c);
}

static void a_document_that_is_named_gives_its_date(void **state) {
    (void)state;
    test_case c;
    case_make(&c);
    case_add(&c, "document; " SHA "aa; name=l.txt; date=2004\ndocument; " SHA "bb; name=m.txt; date=2003\n"
                 "document; " SHA "cc; name=m.txt; date=2006; handling=hawk");
    case_add(&c, "p Person.name a; document=l.txt\np Person.name b; document=m.txt");
    assert_string_equal(about(&c, SAID_BY("2004-05-06"), "p"), "a? b?");
    assert_string_equal(
        about(&c, (rt_lens_spec){.narrowed = true, .clear = RT_S("clear"), .said_by = RT_S("2004-05-06")}, "p"),
        "a? b");
    case_close(&c);
}

/* --- what a lens does not take --------------------------------------------------------------------------------------
 */

static void options_that_are_none_are_refused(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_lens *lens;
    case_make(&c);
    const rt_lens_spec wrong[] = {CLEAR("Hawk"), CLEAR("green,red"), SAID_BY("May"),   AT("2005-02-30"),
                                  AS_OF("x"),    AS_OF(".."),        AS_OF("2004/.."), AS_OF("Y170000002")};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        FAILS(rt_lens_open(c.store, &wrong[i], &lens, &err), RT_USAGE);
        assert_null(lens);
    }
    case_close(&c);
}

/* --- cursors --------------------------------------------------------------------------------------------------------
 */

static void names_are_found_in_any_order_and_case_and_by_word(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_cursor *cursor;
    case_make(&c);
    case_add(&c, "p Person.name ATAR,Oussama\nq Person.alias Oussama Atar\nr Person.name Oussama\n"
                 "s Person.notes Oussama Atar\nt Person.name Atar");
    case_look_all(&c);
    OK(rt_cursor_name(c.lens, RT_S("oussama atar"), &cursor, &err));
    assert_string_equal(case_values(&c, cursor), "ATAR,Oussama Oussama Atar");
    OK(rt_cursor_name(c.lens, RT_S("Oussama Atar Atar"), &cursor, &err));
    assert_string_equal(case_values(&c, cursor), "");
    assert_string_equal(case_values(&c, case_bearers(&c, "atar")), "ATAR,Oussama Oussama Atar Atar");
    OK(rt_cursor_name(c.lens, RT_S(""), &cursor, &err));
    assert_string_equal(case_values(&c, cursor), "");
    OK(rt_cursor_name(c.lens, RT_S("- -"), &cursor, &err));
    assert_string_equal(case_values(&c, cursor), "");
    case_close(&c);
}

static void statements_that_name_an_entity_and_entities_in_order_are_found(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_cursor *cursor;
    case_make(&c);
    case_add(&c, "f Family.person q\nf Family.relative p\np Person.name p\ng Family.person p\nf Family.relationship p");
    case_look_all(&c);
    OK(rt_cursor_naming(c.lens, RT_S("p"), &cursor, &err));
    const rt_seen_list naming = case_list(&c, cursor);
    assert_int_equal(naming.n, 2);
    assert_str(naming.at[0].e.prop, "relative");
    assert_str(naming.at[1].e.entity, "g");
    OK(rt_cursor_entities(c.lens, &cursor, &err));
    const rt_seen_list entities = case_list(&c, cursor);
    assert_int_equal(entities.n, 3);
    assert_str(entities.at[0].e.entity, "f");
    assert_str(entities.at[1].e.entity, "p");
    assert_str(entities.at[2].e.entity, "g");
    case_close(&c);
}

static void what_its_speaker_takes_back_no_longer_counts(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    bool out;
    case_make(&c);
    case_add(&c,
             "p Person.name a; speaker=A; as=a\np Person.name b; speaker=B; as=b\np Person.name c; speaker=A; as=c\n"
             "p Person.name no; speaker=A; stance=retracts; as=r\np Person.name n; speaker=C; as=n\n"
             "p Person.name h; speaker=A; handling=hawk; as=h");
    case_add(&c, "link; link=retracts; from=@r; to=@a\nlink; link=retracts; from=@r; to=@b\n"
                 "link; link=opposes; from=@r; to=@c\nlink; link=replaces; from=@h; to=@n");
    const struct {
        const char *name;
        bool owner, reader;
    } wanted[] = {{"a", true, true}, {"b", false, false}, {"c", false, false}, {"n", true, false}};
    for (int narrowed = 0; narrowed < 2; narrowed++) {
        case_look(&c, (rt_lens_spec){.narrowed = narrowed});
        for (size_t i = 0; i < 4; i++) {
            rt_cursor *cursor;
            OK(rt_cursor_statement(c.lens, case_id(&c, wanted[i].name), &cursor, &err));
            const rt_seen_list list = case_list(&c, cursor);
            OK(rt_lens_taken_out(c.lens, &list.at[0].e, &out, &err));
            if (out != (narrowed ? wanted[i].reader : wanted[i].owner)) fail_msg("%s %d", wanted[i].name, narrowed);
        }
    }
    case_close(&c);
}

/* --- what is kept --------------------------------------------------------------------------------------------------
 */

/* Its statements as lines, as a cursor gives them one by one. */
static void lines_one_by_one(test_case *c, const char *entity, rt_buf *out) {
    rt_error err = {0};
    rt_cursor *cursor;
    rt_seen_entry entry;
    OK(rt_cursor_about(c->lens, rt_str_of(entity), &cursor, &err));
    for (bool more;;) {
        OK(rt_cursor_next(cursor, &entry, &more, &err));
        if (!more) break;
        rt_entry_line(out, &entry.e, RT_LINE_WHOLE);
        rt_buf_byte(out, '\n');
    }
    rt_cursor_close(cursor);
}

static void kept_statements_are_as_they_were_given_and_outlive_the_case(void **state) {
    (void)state;
    test_case c;
    rt_error err = {0};
    rt_cursor *cursor;
    RT_AUTO(rt_buf) given = {0};
    RT_AUTO(rt_buf) kept = {0};
    case_make(&c);
    case_add(&c, "p Person.name Abe; speaker=A; via=B+C\np Person.alias Ben; speaker=A; via=B+C; lang=en\n"
                 "p Person.name Cid; speaker=B; dataset=un\np Person.madeUp it; speaker=A; via=B+C\n"
                 "p Person.notes ill; speaker=B; dataset=un; quote=he was ill; locator=page 1");
    case_add(&c, "q Person.name Zed\np Person.name Abe; said_at=2005; handling=hawk");
    case_look_all(&c);
    lines_one_by_one(&c, "p", &given);
    OK(rt_cursor_about(c.lens, RT_S("p"), &cursor, &err));
    const rt_seen_list list = case_list(&c, cursor);
    assert_int_equal(list.n, 6);
    case_close_store(&c);
    for (size_t i = 0; i < list.n; i++) {
        rt_entry_line(&kept, &list.at[i].e, RT_LINE_WHOLE);
        rt_buf_byte(&kept, '\n');
    }
    assert_true(rt_str_eq(rt_buf_str(&kept), rt_buf_str(&given)));
    case_close(&c);
}

/* The last day that a reader knows of is that of what they see, whatever hides what came later. */
static void the_latest_day_is_that_of_what_is_seen(void **state) {
    (void)state;
    static const struct {
        const char *clear, *day;
    } readers[] = {{"green", "2001-01-02"}, {"amber", "2003-01-02"}, {"hawk", "2005-01-02"}, {NULL, "2005-01-02"}};
    test_case c;
    rt_error err = {0};
    case_make(&c);
    case_add(&c, "p Person.name A; recorded_at=2001-01-02T00:00:00.000000Z; recorded_by=X\n"
                 "p Person.name B; recorded_at=2005-01-02T00:00:00.000000Z; recorded_by=X; handling=hawk\n"
                 "p Person.name C; recorded_at=2003-01-02T00:00:00.000000Z; recorded_by=X; handling=amber\n"
                 "p Person.name D; recorded_at=2000-01-02T00:00:00.000000Z; recorded_by=X; speaker=Y");
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        const rt_lens_spec spec = {.narrowed = readers[i].clear != NULL,
                                   .clear = readers[i].clear != NULL ? rt_str_of(readers[i].clear) : (rt_str){"", 0}};
        rt_lens *lens;
        rt_str day;
        OK(rt_lens_open(c.store, &spec, &lens, &err));
        OK(rt_lens_latest(lens, &c.arena, &day, &err));
        assert_string_equal(rt_str_z(&c.arena, day), readers[i].day);
        rt_lens_close(lens);
    }
    case_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reader_sees_what_their_clearance_covers),
        cmocka_unit_test(an_entity_is_there_when_a_visible_statement_is_about_it),
        cmocka_unit_test(an_act_is_seen_when_all_that_it_names_is),
        cmocka_unit_test(as_of_a_day_or_a_time_shows_what_was_recorded_by_then),
        cmocka_unit_test(as_of_a_batch_shows_the_log_up_to_its_end),
        cmocka_unit_test(said_by_a_day_marks_what_was_only_possibly_said),
        cmocka_unit_test(what_has_no_date_was_said_when_its_document_was_written),
        cmocka_unit_test(of_two_documents_of_one_name_either_may_be_meant),
        cmocka_unit_test(at_a_day_marks_what_only_possibly_held),
        cmocka_unit_test(sources_are_datasets_or_documents),
        cmocka_unit_test(a_document_is_one_source_whatever_a_statement_calls_it),
        cmocka_unit_test(a_name_that_two_documents_have_means_neither_and_asks_for_both),
        cmocka_unit_test(a_document_that_is_named_gives_its_date),
        cmocka_unit_test(options_that_are_none_are_refused),
        cmocka_unit_test(names_are_found_in_any_order_and_case_and_by_word),
        cmocka_unit_test(statements_that_name_an_entity_and_entities_in_order_are_found),
        cmocka_unit_test(what_its_speaker_takes_back_no_longer_counts),
        cmocka_unit_test(kept_statements_are_as_they_were_given_and_outlive_the_case),
        cmocka_unit_test(the_latest_day_is_that_of_what_is_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
