#include "base/date_period.h"
#include "model/rule_kind.h"

/* Words that mean something in a rule: as values they stand in quotation marks. */
static const char *const reserved[] = {"$subject", "unknown", "condition", "or",     "and",    "where",
                                       "is",       "not",     "said",      "says",   "during", "starts",
                                       "before",   "after",   "by",        "within", "at",     "per",
                                       "across",   "on",      "record",    "forbid", "expect"};

bool rt_rule_is_reserved(rt_str word) {
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (rt_str_is(word, reserved[i])) return true;
    return false;
}

static bool must_be_quoted(rt_str text) {
    if (text.len == 0 || text.at[0] == '$' || rt_is_digit(text.at[0])) return true;
    for (size_t i = 0; i < text.len; i++)
        if (rt_is_blank(text.at[i]) || text.at[i] == '"' || text.at[i] == '(' || text.at[i] == ')' ||
            text.at[i] == '\\')
            return true;
    rt_when unused;
    return rt_rule_is_reserved(text) || rt_edtf_read(text, &unused, NULL).code == RT_OK;
}

void rt_rule_print_text(rt_buf *out, rt_str text) {
    if (!must_be_quoted(text)) {
        rt_buf_add(out, text);
        return;
    }
    rt_buf_byte(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\') rt_buf_byte(out, '\\');
        rt_buf_byte(out, text.at[i]);
    }
    rt_buf_byte(out, '"');
}

static void print_value(rt_buf *out, bool *first, rt_str text, bool word) {
    rt_buf_add(out, *first ? RT_S(" ") : RT_S(" or "));
    *first = false;
    if (word)
        rt_buf_add(out, text);
    else
        rt_rule_print_text(out, text);
}

static void print_test(rt_buf *out, const rt_rule_test *t) {
    static const char *const words[] = {
        [RT_RULE_IS] = "is", [RT_RULE_IS_NOT] = "is not", [RT_RULE_SAYS] = "says", [RT_RULE_SAID] = "is said"};
    bool first = true;
    rt_buf_add(out, t->prop->name);
    if (t->then.len > 0) rt_buf_printf(out, ".%.*s", RT_FMT(t->then));
    rt_buf_printf(out, " %s", words[t->kind]);
    if (t->subject) print_value(out, &first, RT_S("$subject"), true);
    for (size_t i = 0; i < t->values.n; i++) print_value(out, &first, t->values.at[i], false);
    if (t->unknown) print_value(out, &first, RT_S("unknown"), true);
}

void rt_rule_print_pattern(rt_buf *out, const rt_rule_pattern *pattern) {
    rt_buf_add(out, pattern->schema->name);
    for (size_t i = 0; i < pattern->n; i++) {
        rt_buf_add(out, i == 0 ? RT_S(" where ") : RT_S(" and "));
        print_test(out, &pattern->tests[i]);
    }
}

void rt_rule_print_period(rt_buf *out, rt_rule_period period) {
    static const char *const units[] = {"day", "week", "month", "year"};
    rt_buf_printf(out, "%lld %s%s", (long long)period.n, units[period.unit], period.n == 1 ? "" : "s");
}

static void print_point(rt_buf *out, const rt_rule_point *point) {
    if (point->kind == RT_RULE_PATTERN) {
        rt_buf_byte(out, '(');
        rt_rule_print_pattern(out, &point->pattern);
        rt_buf_byte(out, ')');
    } else if (point->kind == RT_RULE_ENTITY)
        rt_rule_print_text(out, point->text);
    else if (point->kind != RT_RULE_DATE || rt_edtf_print(point->text, out, NULL).code != RT_OK)
        rt_buf_add(out, point->text);
}

static void print_when(rt_buf *out, const rt_rule_when *w) {
    static const char *const words[] = {[RT_RULE_DURING] = " during ",
                                        [RT_RULE_STARTS] = " starts during ",
                                        [RT_RULE_BEFORE] = " before ",
                                        [RT_RULE_AFTER] = " after ",
                                        [RT_RULE_BY] = " by ",
                                        [RT_RULE_WITHIN_AFTER] = " after ",
                                        [RT_RULE_WITHIN_BEFORE] = " before "};
    if (w->kind == RT_RULE_WITHIN_AFTER || w->kind == RT_RULE_WITHIN_BEFORE) {
        rt_buf_add(out, RT_S(" within "));
        rt_rule_print_period(out, w->period);
    }
    rt_buf_add(out, rt_str_of(words[w->kind]));
    print_point(out, &w->point);
}

void rt_rule_print_whens(rt_buf *out, const rt_rule *rule) {
    for (size_t i = 0; i < rule->n; i++) print_when(out, &rule->whens[i]);
}

void rt_rule_print(rt_buf *out, const rt_rule *rule) {
    rt_buf_printf(out, "%s ", rule->kind->name);
    rule->kind->print(out, rule);
}

/* --- days ----------------------------------------------------------------------------------------------------------
 */

rt_day rt_rule_day_after(rt_day day, rt_rule_period period, int sign) {
    static const rt_period units[] = {{0, 1}, {0, 7}, {1, 0}, {12, 0}};
    const rt_period p = {sign * period.n * units[period.unit].months, sign * period.n * units[period.unit].days};
    return rt_day_after(day, &p);
}
