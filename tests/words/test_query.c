#include "words/query.h"

#include "base/buf.h"
#include "test.h"

static void print(rt_buf *out, const rt_query *q) {
    static const char *const signs[] = {[RT_QUERY_NOT] = "not", [RT_QUERY_AND] = "and", [RT_QUERY_OR] = "or"};
    if (q->kind == RT_QUERY_WORDS) {
        for (size_t i = 0; i < q->words.n; i++) rt_buf_printf(out, "%s%.*s", i > 0 ? "+" : "", RT_FMT(q->words.at[i]));
        rt_buf_add(out, q->prefix ? RT_S("*") : RT_S(""));
        return;
    }
    if (q->kind == RT_QUERY_PROP || q->kind == RT_QUERY_SOURCE) {
        rt_buf_printf(out, "%s=%.*s", q->kind == RT_QUERY_PROP ? "prop" : "source", RT_FMT(q->name));
        return;
    }
    rt_buf_printf(out, "(%s", signs[q->kind]);
    for (const rt_query *c = q->first; c != NULL; c = c->next) {
        rt_buf_byte(out, ' ');
        print(out, c);
    }
    rt_buf_byte(out, ')');
}

static void reads(const char *text, const char *wanted) {
    RT_AUTO(rt_arena) arena = {0};
    RT_AUTO(rt_buf) out = {0};
    rt_error err = {0};
    rt_query *q;
    OK(rt_query_read(rt_str_of(text), &arena, &q, &err));
    print(&out, q);
    assert_str(rt_buf_str(&out), wanted);
}

static void fails(const char *text, uint64_t byte, const char *message) {
    RT_AUTO(rt_arena) arena = {0};
    rt_error err = {0};
    rt_query *q;
    FAILS(rt_query_read(rt_str_of(text), &arena, &q, &err), RT_USAGE);
    if (!err.has_byte || err.byte != byte || strstr(err.message, message) == NULL)
        fail_msg("\"%s\": byte %d, \"%s\"", text, (int)err.byte, err.message);
}

static void all_words_are_wanted_unless_or_stands_between_them(void **state) {
    (void)state;
    reads("Passport ministry", "(and passport ministry)");
    reads("passport AND ministry court", "(and passport ministry court)");
    reads("passport OR visa stamp", "(or passport (and visa stamp))");
    reads("(passport OR visa) stamp", "(and (or passport visa) stamp)");
    reads("and or not", "(and and or not)");
}

static void phrases_prefixes_and_what_is_several_words(void **state) {
    (void)state;
    reads("\"Foreign  Ministry\"", "foreign+ministry");
    reads("minist*", "minist*");
    reads("O'Neil 2006-07", "(and o+neil 2006+07)");
    reads("警察护照", "警察+护照");
    reads("well-kn*", "well+kn*");
    reads("护*", "护*");
    reads("\"Foreign minist*\"", "foreign+minist*");
    reads("\" foreign minist* \"", "foreign+minist*");
}

static void filters_and_not(void **state) {
    (void)state;
    reads("passport prop:notes source:\"file a\"", "(and passport prop=notes source=file a)");
    reads("passport NOT issued", "(and passport (not issued))");
    reads("passport NOT (source:a OR source:b)", "(and passport (not (or source=a source=b)))");
    reads("passport -issued -\"by him\" -(x OR y)", "(and passport (not issued) (not by+him) (not (or x y)))");
    reads("well-known 2006-07 a- --b", "(and well+known 2006+07 a b)");
    reads("a NOT NOT b", "(and a b)");
    reads("a NOT (NOT b)", "(and a b)");
}

static void a_bad_query_is_told_with_its_byte(void **state) {
    (void)state;
    fails("", 0, "missing");
    fails("a OR", 4, "missing");
    fails("a (b", 2, "not closed");
    fails("a \"b", 2, "not closed");
    fails("a ) b", 2, "( is missing");
    fails("a OR AND b", 5, "missing before AND");
    fails("a ...", 2, "only signs");
    fails("a pass*port", 2, "a * stands behind");
    fails("\"minist* foreign\"", 0, "in a phrase of the last one");
    fails("*", 0, "a * stands behind");
    fails("x a* b", 2, "two letters");
    fails("a prop:nothing", 2, "nothing");
    fails("a source:", 2, "behind the colon");
    fails("NOT a", 0, "word to look for");
    fails("-a", 0, "word to look for");
    fails("a - b", 2, "only signs");
    fails("prop:name", 0, "word to look for");
    fails("a OR NOT b", 5, "each side of OR");
    fails("a (prop:name NOT b)", 3, "word to look for");
    fails("a\xff", 1, "UTF-8");
}

static void brackets_and_words_without_end_are_refused(void **state) {
    RT_AUTO(rt_buf) text = {0};
    (void)state;
    for (int i = 0; i < 100000; i++) rt_buf_byte(&text, '(');
    rt_buf_byte(&text, '\0');
    fails(text.at, RT_QUERY_DEPTH, "brackets");
    rt_buf_clear(&text);
    for (int i = 0; i < 100; i++) rt_buf_add(&text, RT_S("w "));
    rt_buf_byte(&text, '\0');
    fails(text.at, 2 * RT_QUERY_WORDS_MOST, "more than");
    rt_buf_clear(&text);
    for (int i = 0; i < 100001; i++) rt_buf_add(&text, RT_S("NOT "));
    rt_buf_add(&text, RT_S("b a\0"));
    reads(text.at, "(and (not b) a)");
}

/* What brackets hold is looked at once for each bracket around it, not twice: that would be two billion times here. */
static void brackets_within_brackets_are_read_at_once(void **state) {
    RT_AUTO(rt_buf) text = {0};
    (void)state;
    for (int i = 1; i < RT_QUERY_DEPTH; i++) rt_buf_byte(&text, '(');
    rt_buf_add(&text, RT_S("a"));
    for (int i = 1; i < RT_QUERY_DEPTH; i++) rt_buf_add(&text, RT_S(" b)"));
    rt_buf_byte(&text, '\0');
    rt_error err = {0};
    RT_AUTO(rt_arena) arena = {0};
    rt_query *q;
    OK(rt_query_read(rt_str_of(text.at), &arena, &q, &err));
    assert_int_equal(q->kind, RT_QUERY_AND);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_words_are_wanted_unless_or_stands_between_them),
        cmocka_unit_test(phrases_prefixes_and_what_is_several_words),
        cmocka_unit_test(filters_and_not),
        cmocka_unit_test(a_bad_query_is_told_with_its_byte),
        cmocka_unit_test(brackets_and_words_without_end_are_refused),
        cmocka_unit_test(brackets_within_brackets_are_read_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
