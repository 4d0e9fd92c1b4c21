#include "text/text.h"

#include "test.h"
#include "text/quoted.h"
#include "text/sentence.h"

typedef struct read {
    rt_arena arena;
    rt_text text;
    rt_error err;
} read_text;

static void read_close(read_text *r) { rt_arena_close(&r->arena); }
#define READ(r, bytes, name)                                                                                           \
    __attribute__((cleanup(read_close))) read_text r = {0};                                                            \
    if (rt_text_read((bytes), rt_str_of(name), (rt_str){"", 0}, &r.arena, &r.text, &r.err).code != RT_OK)              \
    fail_msg("%s", r.err.message)

static void refused(rt_str bytes, const char *name, rt_code code, const char *message) {
    RT_AUTO(rt_arena) arena = {0};
    rt_text text;
    rt_error err = {0};
    FAILS(rt_text_read(bytes, rt_str_of(name), (rt_str){"", 0}, &arena, &text, &err), code);
    if (strstr(err.message, message) == NULL) fail_msg("\"%s\" says nothing of \"%s\"", err.message, message);
}

static void utf8_is_kept_byte_by_byte_without_its_mark(void **state) {
    (void)state;
    READ(r, RT_S("Łódź\r\n  two\n"), "a.txt");
    assert_str(r.text.text, "Łódź\r\n  two\n");
    assert_str(r.text.charset, "UTF-8");
    assert_str(r.text.media_type, "text/plain");
    READ(m, RT_S("\xEF\xBB\xBFone"), "a.txt");
    assert_str(m.text.text, "one");
}

static void marks_state_the_charset(void **state) {
    (void)state;
    READ(l, ((rt_str){"\xFF\xFEo\0n\0e\0", 8}), "a.txt");
    assert_str(l.text.text, "one");
    assert_str(l.text.charset, "UTF-16LE");
    READ(b, ((rt_str){"\xFE\xFF\0o\0n\0e", 8}), "a.txt");
    assert_str(b.text.text, "one");
    READ(u, ((rt_str){"o\0n\0e\0", 6}), "a.txt");
    assert_str(u.text.text, "one");
}

static void old_charsets_are_detected_and_said_to_be_guessed(void **state) {
    (void)state;
    READ(w, RT_S("Le minist\xE8re des affaires \xE9trang\xE8res a refus\xE9 le passeport du prisonnier lib\xE9r\xE9."),
         "a.txt");
    assert_str(w.text.text, "Le ministère des affaires étrangères a refusé le passeport du prisonnier libéré.");
    assert_true(w.text.guessed);
    READ(k,
         RT_S("\xCF\xEE\xEB\xE8\xF6\xE8\xFF \xED\xE0\xF8\xEB\xE0 \xEF\xE0\xF1\xEF\xEE\xF0\xF2 \xE2 "
              "\xEA\xE2\xE0\xF0\xF2\xE8\xF0\xE5 \xEF\xEE\xE4\xEE\xE7\xF0\xE5\xE2\xE0\xE5\xEC\xEE\xE3\xEE."),
         "a.txt");
    assert_str(k.text.charset, "windows-1251");
    assert_true(rt_str_starts(k.text.text, RT_S("Полиция нашла")));
}

static void what_icu_only_does_not_rule_out_is_not_taken(void **state) {
    (void)state;
    READ(short_one, RT_S("caf\xE9"), "a.txt");
    assert_str(short_one.text.text, "café");
    /* cp866, which ICU does not know: nothing speaks for UTF-16 either */
    READ(dos,
         RT_S("\x8C\xA8\xAD\xA8\xE1\xE2\xA5\xE0\xE1\xE2\xA2\xAE \xA8\xAD\xAE\xE1\xE2\xE0\xA0\xAD\xAD\xEB\xE5 "
              "\xA4\xA5\xAB \xE1\xAE\xAE\xA1\xE9\xA8\xAB\xAE."),
         "a.txt");
    if (rt_str_starts(dos.text.charset, RT_S("UTF-"))) fail_msg("read as %.*s", RT_FMT(dos.text.charset));
    assert_true(dos.text.guessed);
}

static void mail_in_iso_2022_is_told_by_its_escapes(void **state) {
    (void)state;
    READ(r, RT_S("\x1B$B30L3>J\x1B(B 2011, \x1B$BN97t\x1B(B and \x1B$BN97t\x1B(B"), "a.txt");
    assert_str(r.text.charset, "ISO-2022-JP");
    assert_str(r.text.text, "外務省 2011, 旅券 and 旅券");
}

static void a_page_states_its_charset(void **state) {
    (void)state;
    READ(late,
         RT_S("<html><!-- <meta charset=koi8-r> --><script charset=martian></script>"
              "<meta http-equiv=Content-Type content='text/html; charset = iso-8859-2'>wi\xEAzie\xF1"),
         "");
    assert_str(late.text.text, "więzień");
    READ(xml, RT_S("<?xml version=\"1.0\" encoding='ISO-8859-2'?><!-- page --><html><p>wi\xEAzie\xF1</p></html>"), "");
    assert_str(xml.text.media_type, "text/html");
    assert_str(xml.text.text, "więzień");
    READ(wide, RT_S("<html><meta charset=utf-16><p>wi\xC4\x99zie\xC5\x84</p>"), "");
    assert_str(wide.text.text, "więzień");
    assert_str(wide.text.charset, "UTF-8");
}

static void what_means_nothing_is_replaced_and_counted(void **state) {
    (void)state;
    READ(r, RT_S("<!doctype html><meta charset=utf-8><p>one \xFF two \xFF"), "");
    assert_int_equal(r.text.replaced, 2);
    assert_str(r.text.text, "one \uFFFD two \uFFFD");
}

static void what_is_no_text_is_refused(void **state) {
    (void)state;
    refused(((rt_str){"a\0b", 3}), "a.txt", RT_BAD, "no text");
    refused(RT_S("%PDF-1.7"), "a.pdf", RT_BAD, "a PDF");
    refused(RT_S("<html><meta charset=\"martian\">\xFF"), "", RT_BAD, "martian");
}

static void html_is_read_as_people_see_it(void **state) {
    (void)state;
    READ(r,
         RT_S("<html><head><title> A  report </title><script>var "
              "hidden</script><style>p{}</style></head><body><nav>Home</nav>"
              "<h1>Heading</h1><p>The <b>foreign</b> ministry &amp; the\n court.</p><p "
              "hidden>unseen</p><div>One<br>two</div>"
              "<table><tr><td>a</td><td>b</td></tr></table><!-- note --><noscript>no</noscript></body></html>"),
         "page");
    assert_str(r.text.title, "A report");
    assert_str(r.text.media_type, "text/html");
    assert_str(r.text.text, "Heading\n\nThe foreign ministry & the court.\n\nOne\ntwo\n\na\tb");
}

static void words_of_different_elements_stand_apart(void **state) {
    (void)state;
    READ(r,
         RT_S("<html><h1>Re<em>port</em> of <b>May</b></h1><center>One</center>two<nav>Home</nav>three<fieldset>four"
              "<label><input type=checkbox>five</label><img src=x>six</fieldset>seven<script></script>th"),
         "");
    assert_str(r.text.text, "Report of May\n\nOne\ntwo\nthree\nfour five six\nseventh");
    assert_str(r.text.title, "Report of May");
}

static void html_states_its_date(void **state) {
    (void)state;
    READ(m, RT_S("<html><meta property='article:published_time' content='2016-11-03T10:00:00Z'>x"), "");
    assert_str(m.text.date, "2016-11-03");
    READ(t, RT_S("<html><time datetime='2016-11' pubdate>now</time>"), "");
    assert_str(t.text.date, "2016-11");
    READ(n, RT_S("<html><meta name=date content='soon'>x"), "");
    assert_str(n.text.date, "");
}

static void elements_without_end_are_read_or_refused_but_never_too_long(void **state) {
    RT_AUTO(rt_buf) page = {0};
    RT_AUTO(rt_arena) arena = {0};
    rt_text text;
    rt_error err = {0};
    (void)state;
    rt_buf_add(&page, RT_S("<html>"));
    for (int i = 0; i < 20000; i++) rt_buf_add(&page, RT_S("<div>"));
    rt_buf_add(&page, RT_S("deep"));
    OK(rt_text_read(rt_buf_str(&page), RT_S(""), RT_S(""), &arena, &text, &err));
    assert_str(text.text, "deep");
}

static void a_sentence_is_found_around_a_piece(void **state) {
    const rt_str text = RT_S("One was here. Two was not there, they say. Three.\n\nAnother paragraph. ");
    (void)state;
    const rt_passage s = rt_sentence_around(text, true, 18, 21);
    assert_str(((rt_str){text.at + s.start, s.end - s.start}), "Two was not there, they say.");
    const rt_passage both = rt_sentence_around(text, true, 4, 18);
    assert_str(((rt_str){text.at + both.start, both.end - both.start}), "One was here. Two was not there, they say.");
    const rt_passage far = rt_sentence_around(text, true, 500, 600);
    assert_true(far.start <= far.end && far.end <= text.len);
}

static void sentence(const char *text, const char *piece, const char *wanted) {
    const rt_str whole = rt_str_of(text), part = rt_str_of(piece);
    const size_t at = rt_str_find(whole, part);
    const rt_passage s = rt_sentence_around(whole, true, at, at + part.len);
    assert_str(((rt_str){text + s.start, s.end - s.start}), wanted);
}

static void titles_and_initials_end_no_sentence(void **state) {
    (void)state;
    sentence("It began. Dr. Smith saw Mr. A. Jones. He left.", "saw", "Dr. Smith saw Mr. A. Jones.");
    sentence("One. U.S. officials met В. В. Иванов. Two.", "met", "U.S. officials met В. В. Иванов.");
    sentence("He wrote No. 5. Then he left it.", "left", "Then he left it.");
    sentence("Mr. A.", "A", "Mr. A.");
    sentence("Plan a. B is better.", "Plan", "Plan a.");
}

static void a_sentence_goes_on_behind_a_line_that_was_full(void **state) {
    static const char wrapped[] =
        "It began there. Later he\r\nwas seen in Brussels by\r\nBelgian officers. Nobody\r\nelse "
        "saw him.";
    static const char memo[] = "MEMORANDUM\nTo: the ministry\nFrom: the police\nHe was arrested today.";
    (void)state;
    sentence(wrapped, "seen", "Later he\r\nwas seen in Brussels by\r\nBelgian officers.");
    sentence("It began. Later he\rwas seen in Brussels\rsoon. Nobody\rsaw him.", "seen",
             "Later he\rwas seen in Brussels\rsoon.");
    sentence("It began. Later he\u2028was seen in\xC2\x85the town of\u2029Brussels. Nobody", "seen",
             "Later he\u2028was seen in\xC2\x85the town of\u2029Brussels.");
    static const char old[] = "To: the ministry\rFrom: the police\rHe was arrested today, he said.\r \rhe left.";
    sentence(old, "police", "From: the police");
    sentence(old, "today", "He was arrested today, he said.");
    sentence(memo, "police", "From: the police");
    sentence(memo, "today", "He was arrested today.");
    const rt_str blocks = RT_S("The heading of a page\nof blocks");
    const rt_passage s = rt_sentence_around(blocks, false, 4, 11);
    assert_int_equal(s.end, rt_str_find(blocks, RT_S("\n")));
}

/* The piece in brackets is where the quote should be found; none: nowhere. */
static void quoted(const char *marked, const char *quote) {
    char text[200];
    size_t n = 0, start = SIZE_MAX, end = 0;
    for (const char *c = marked; *c != '\0'; c++) {
        if (*c == '[')
            start = n;
        else if (*c == ']')
            end = n;
        else
            text[n++] = *c;
    }
    rt_passage place = {0, 0};
    const bool found = rt_quote_find((rt_str){text, n}, rt_str_of(quote), &place);
    if (found != (start != SIZE_MAX) || (found && (place.start != start || place.end != end)))
        fail_msg("\"%s\" in \"%s\": %d, %zu to %zu", quote, marked, found, place.start, place.end);
}

static void a_quote_is_found_however_it_was_printed(void **state) {
    (void)state;
    quoted("to the [letter, as-is]", "letter, as-is");
    quoted("that he [was\r\n  never there] at all", "was never there");
    quoted("that he [was\u2028never] there", "was never");
    quoted("the [minis-\u2029ter denied] it", "minister denied");
    quoted("the [minis-\nter denied] it", "minister denied");
    quoted("a [well-\n  known] man", "well-known");
    quoted("in [Jones’s “own” car]", "Jones's \"own\" car");
    quoted("an [o\u00ADﬃcial ﬁle\u00A0key] ", "oﬃcial file key");
    quoted("He was[ here ]- here", " here ");
    quoted("It is [so-\nmewhere] else", " somewhere\n");
    quoted("nothing of it", "of this");
    quoted("The court", "the court");
    quoted("", "x");
    quoted("x", "");
    quoted("[-]", "-");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_kept_byte_by_byte_without_its_mark),
        cmocka_unit_test(marks_state_the_charset),
        cmocka_unit_test(old_charsets_are_detected_and_said_to_be_guessed),
        cmocka_unit_test(what_icu_only_does_not_rule_out_is_not_taken),
        cmocka_unit_test(mail_in_iso_2022_is_told_by_its_escapes),
        cmocka_unit_test(a_page_states_its_charset),
        cmocka_unit_test(what_means_nothing_is_replaced_and_counted),
        cmocka_unit_test(what_is_no_text_is_refused),
        cmocka_unit_test(html_is_read_as_people_see_it),
        cmocka_unit_test(words_of_different_elements_stand_apart),
        cmocka_unit_test(html_states_its_date),
        cmocka_unit_test(elements_without_end_are_read_or_refused_but_never_too_long),
        cmocka_unit_test(a_sentence_is_found_around_a_piece),
        cmocka_unit_test(a_sentence_goes_on_behind_a_line_that_was_full),
        cmocka_unit_test(titles_and_initials_end_no_sentence),
        cmocka_unit_test(a_quote_is_found_however_it_was_printed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
