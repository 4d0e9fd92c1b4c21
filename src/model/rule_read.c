#include "model/rule_kind.h"

#include "base/grow.h"
#include "model/types.h"

enum { MOST_TESTS = 16, MOST_VALUES = 64, MOST_WHENS = 8, LONGEST = 4096, MOST_NUMBER = 1000000 };

/* --- words ---------------------------------------------------------------------------------------------------------
 */

/* Control characters part words as blanks do, so that no word holds one. */
static bool is_gap(char c) { return (unsigned char)c <= ' '; }

static bool ends_word(char c) { return is_gap(c) || c == '"' || c == '(' || c == ')'; }

static rt_str unquoted(rt_arena *arena, rt_str raw) {
    char *to = rt_arena_alloc(arena, raw.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < raw.len; i++) {
        if (raw.at[i] == '\\' && i + 1 < raw.len) i++;
        to[n++] = is_gap(raw.at[i]) ? ' ' : raw.at[i];
    }
    return (rt_str){to, n};
}

static void read_quoted(rt_rule_reader *in) {
    const size_t from = ++in->at;
    while (in->at < in->text.len && in->text.at[in->at] != '"')
        in->at += in->text.at[in->at] == '\\' && in->at + 1 < in->text.len ? 2 : 1;
    const bool ended = in->at < in->text.len;
    in->now.text = unquoted(in->arena, (rt_str){in->text.at + from, in->at - from});
    in->now.kind = ended ? RT_RULE_QUOTED : RT_RULE_UNENDED;
    if (ended) in->at++;
}

void rt_rule_next(rt_rule_reader *in) {
    while (in->at < in->text.len && is_gap(in->text.at[in->at])) in->at++;
    in->now = (rt_rule_token){RT_RULE_END, {"", 0}, in->at};
    if (in->at == in->text.len) return;
    const char c = in->text.at[in->at];
    if (c == '"') {
        read_quoted(in);
        return;
    }
    const size_t from = in->at++;
    if (c != '(' && c != ')')
        while (in->at < in->text.len && !ends_word(in->text.at[in->at])) in->at++;
    in->now.kind = c == '(' ? RT_RULE_OPEN : c == ')' ? RT_RULE_CLOSE : RT_RULE_WORD;
    in->now.text = (rt_str){in->text.at + from, in->at - from};
}

rt_rule_reader rt_rule_reader_new(rt_str text, rt_arena *arena) {
    rt_rule_reader in = {.text = text, .arena = arena};
    rt_rule_next(&in);
    return in;
}

bool rt_rule_at(const rt_rule_reader *in, const char *word) {
    return in->now.kind == RT_RULE_WORD && rt_str_is(in->now.text, word);
}

bool rt_rule_take(rt_rule_reader *in, const char *word) {
    if (!rt_rule_at(in, word)) return false;
    rt_rule_next(in);
    return true;
}

static rt_status wrong(const rt_rule_reader *in, rt_error *err, rt_str message) {
    const rt_status s = rt_fail(err, RT_BAD, "%.*s", RT_FMT(message));
    rt_error_at_byte(err, in->now.at);
    return s;
}

rt_status rt_rule_expected(const rt_rule_reader *in, const char *what, rt_error *err) {
    const rt_str here = rt_str_cut(in->now.text, 60);
    if (in->now.kind == RT_RULE_UNENDED) return wrong(in, err, RT_S("the quotation that begins here has no end"));
    return wrong(in, err,
                 in->now.kind == RT_RULE_END
                     ? rt_str_printf(in->arena, "the rule ends here; expected %s", what)
                     : rt_str_printf(in->arena, "\"%.*s\" stands where %s was expected", RT_FMT(here), what));
}

rt_status rt_rule_must(rt_rule_reader *in, const char *word, rt_error *err) {
    if (rt_rule_take(in, word)) return rt_ok;
    return rt_rule_expected(in, rt_str_z(in->arena, rt_str_printf(in->arena, "`%s`", word)), err);
}

/* --- numbers -------------------------------------------------------------------------------------------------------
 */

rt_status rt_rule_read_number(rt_rule_reader *in, int64_t *n, rt_error *err) {
    if (in->now.kind != RT_RULE_WORD || !rt_str_int(in->now.text, n) || *n < 1 || *n > MOST_NUMBER)
        return rt_rule_expected(in, "a whole number from 1", err);
    rt_rule_next(in);
    return rt_ok;
}

static const char *const units[][2] = {{"day", "days"}, {"week", "weeks"}, {"month", "months"}, {"year", "years"}};
enum { UNITS = sizeof units / sizeof *units };

rt_status rt_rule_read_period(rt_rule_reader *in, rt_rule_period *period, rt_error *err) {
    RT_TRY(rt_rule_read_number(in, &period->n, err));
    for (int i = 0; i < UNITS; i++)
        if (rt_rule_take(in, units[i][0]) || rt_rule_take(in, units[i][1]))
            return period->unit = (rt_rule_unit)i, rt_ok;
    return rt_rule_expected(in, "days, weeks, months or years", err);
}

/* --- properties ----------------------------------------------------------------------------------------------------
 */

static rt_status no_prop(const rt_rule_reader *in, rt_str schema, rt_str name, rt_error *err) {
    return wrong(
        in, err,
        rt_str_printf(in->arena, "a %.*s has no property \"%.*s\"", RT_FMT(schema), RT_FMT(rt_str_cut(name, 60))));
}

static rt_status find_prop(rt_rule_reader *in, const rt_schema *schema, rt_str name, const rt_prop **prop,
                           rt_error *err) {
    *prop = rt_schema_prop(schema, name);
    return *prop != NULL && !(*prop)->stub ? rt_ok : no_prop(in, schema->name, name, err);
}

rt_status rt_rule_read_prop(rt_rule_reader *in, const rt_schema *schema, const rt_prop **prop, rt_error *err) {
    if (in->now.kind != RT_RULE_WORD) return rt_rule_expected(in, "a property", err);
    RT_TRY(find_prop(in, schema, in->now.text, prop, err));
    rt_rule_next(in);
    return rt_ok;
}

/* What a value names may be anything that the range takes: some schema of it must know the property. */
static bool is_prop_of_named(const rt_prop *prop, rt_str name) {
    for (size_t i = 0; i < rt_schema_count; i++) {
        const rt_schema *s = &rt_schemata[i];
        const rt_prop *found = rt_schema_prop(s, name);
        if (found != NULL && !found->stub && (prop->range == NULL || rt_schema_is_a(s, prop->range))) return true;
    }
    return false;
}

static rt_status read_path(rt_rule_reader *in, const rt_schema *schema, rt_rule_test *test, rt_error *err) {
    if (in->now.kind != RT_RULE_WORD) return rt_rule_expected(in, "a property", err);
    const size_t dot = rt_str_find(in->now.text, RT_S("."));
    RT_TRY(find_prop(in, schema, rt_str_cut(in->now.text, dot), &test->prop, err));
    if (dot != SIZE_MAX) {
        test->then = rt_str_from(in->now.text, dot + 1);
        if (test->prop->type != &rt_types[RT_TYPE_ENTITY])
            return wrong(in, err, RT_S("only a property that names somebody or something can be followed by \".\""));
        if (!is_prop_of_named(test->prop, test->then))
            return no_prop(in, test->prop->range != NULL ? test->prop->range->name : RT_S("Thing"), test->then, err);
    }
    rt_rule_next(in);
    return rt_ok;
}

/* --- tests ---------------------------------------------------------------------------------------------------------
 */

/* "Belgium" means "be" where the property takes countries. */
static rt_str meant(rt_rule_reader *in, const rt_rule_test *test) {
    rt_str value = in->now.text;
    const rt_prop *of = test->then.len == 0 ? test->prop : NULL;
    for (size_t i = 0; i < rt_schema_count && of == NULL; i++) of = rt_schema_prop(&rt_schemata[i], test->then);
    if (test->kind != RT_RULE_SAYS && of != NULL && of->type != &rt_types[RT_TYPE_ENTITY])
        (void)rt_prop_clean(of, in->now.text, in->arena, &value);
    return value;
}

static rt_status read_value(rt_rule_reader *in, rt_rule_test *test, rt_error *err) {
    const bool word = in->now.kind == RT_RULE_WORD;
    if ((!word && in->now.kind != RT_RULE_QUOTED) || in->now.text.len == 0)
        return rt_rule_expected(in, "a value: an id, a name in quotation marks, $subject or unknown", err);
    if (word && in->now.text.at[0] == '$' && !rt_str_is(in->now.text, "$subject"))
        return rt_rule_expected(in, "$subject (the only word that begins so)", err);
    if (word && rt_str_is(in->now.text, "$subject")) {
        if (test->prop->type != &rt_types[RT_TYPE_ENTITY] || test->then.len > 0)
            return wrong(in, err, RT_S("this property names nobody, so it can't be $subject"));
        test->subject = true;
    } else if (word && rt_str_is(in->now.text, "unknown"))
        test->unknown = true;
    else if (word && rt_rule_is_reserved(in->now.text))
        return rt_rule_expected(in, "a value (a word of the language as a value stands in quotation marks)", err);
    else if (test->values.n == MOST_VALUES)
        return wrong(in, err, RT_S("a test takes at most 64 values"));
    else {
        test->values.at = rt_grow(in->arena, test->values.at, test->values.n, sizeof(rt_str));
        test->values.at[test->values.n++] = meant(in, test);
    }
    rt_rule_next(in);
    return rt_ok;
}

static rt_status read_values(rt_rule_reader *in, rt_rule_test *test, rt_error *err) {
    do {
        RT_TRY(read_value(in, test, err));
    } while (rt_rule_take(in, "or"));
    return rt_ok;
}

static rt_status read_test(rt_rule_reader *in, const rt_schema *schema, rt_rule_test *test, rt_error *err) {
    RT_TRY(read_path(in, schema, test, err));
    if (rt_rule_take(in, "says")) {
        test->kind = RT_RULE_SAYS;
        return read_values(in, test, err);
    }
    if (!rt_rule_take(in, "is")) return rt_rule_expected(in, "`is`, `is not`, `is said` or `says`", err);
    if (rt_rule_take(in, "said")) return test->kind = RT_RULE_SAID, rt_ok;
    test->kind = rt_rule_take(in, "not") ? RT_RULE_IS_NOT : RT_RULE_IS;
    return read_values(in, test, err);
}

static rt_status read_tests(rt_rule_reader *in, rt_rule_pattern *pattern, rt_error *err) {
    do {
        rt_rule_test test = {0};
        if (pattern->n == MOST_TESTS) return wrong(in, err, RT_S("a pattern takes at most 16 tests"));
        RT_TRY(read_test(in, pattern->schema, &test, err));
        pattern->tests = rt_grow(in->arena, pattern->tests, pattern->n, sizeof test);
        pattern->tests[pattern->n++] = test;
    } while (rt_rule_take(in, "and"));
    return rt_ok;
}

rt_status rt_rule_read_pattern(rt_rule_reader *in, rt_rule_pattern *pattern, rt_error *err) {
    pattern->schema = in->now.kind == RT_RULE_WORD ? rt_schema_named(in->now.text) : NULL;
    if (pattern->schema == NULL) return rt_rule_expected(in, "a schema (Passport, Visit, Travel, Event, ...)", err);
    rt_rule_next(in);
    return rt_rule_take(in, "where") ? read_tests(in, pattern, err) : rt_ok;
}

/* --- when ----------------------------------------------------------------------------------------------------------
 */

static rt_status read_point(rt_rule_reader *in, rt_rule_point *point, rt_error *err) {
    point->text = in->now.text;
    if (in->now.kind == RT_RULE_OPEN) {
        rt_rule_next(in);
        point->kind = RT_RULE_PATTERN;
        RT_TRY(rt_rule_read_pattern(in, &point->pattern, err));
        if (in->now.kind != RT_RULE_CLOSE) return rt_rule_expected(in, "`)`, `and` or `where`", err);
    } else if (in->now.kind == RT_RULE_WORD && rt_str_is(point->text, "condition"))
        point->kind = RT_RULE_CONDITION;
    else if (in->now.kind == RT_RULE_WORD && rt_edtf_read(point->text, &point->date, NULL).code == RT_OK)
        point->kind = RT_RULE_DATE;
    else if (in->now.kind == RT_RULE_WORD && rt_is_digit(point->text.at[0]))
        return rt_rule_expected(
            in, "a date like 2012-08-03, or an id (one that begins with a digit in quotation marks)", err);
    else if ((in->now.kind == RT_RULE_WORD || in->now.kind == RT_RULE_QUOTED) && point->text.len > 0)
        point->kind = RT_RULE_ENTITY;
    else
        return rt_rule_expected(in, "a date, `condition`, the id of an event, or a pattern in ( )", err);
    rt_rule_next(in);
    return rt_ok;
}

static rt_status read_date(rt_rule_reader *in, rt_rule_point *point, rt_error *err) {
    if (in->now.kind != RT_RULE_WORD || rt_edtf_read(in->now.text, &point->date, NULL).code != RT_OK)
        return rt_rule_expected(in, "a date like 2012-08-03", err);
    point->kind = RT_RULE_DATE;
    point->text = in->now.text;
    rt_rule_next(in);
    return rt_ok;
}

/* `within 30 days`, which says how long itself where it stands alone behind `count`. */
static rt_status read_within(rt_rule_reader *in, rt_rule *rule, rt_rule_when *when, rt_error *err) {
    RT_TRY(rt_rule_read_period(in, &when->period, err));
    if (rt_rule_take(in, "after")) return when->kind = RT_RULE_WITHIN_AFTER, read_point(in, &when->point, err);
    if (rt_rule_take(in, "before")) return when->kind = RT_RULE_WITHIN_BEFORE, read_point(in, &when->point, err);
    if (rule->kind != &rt_rule_count || rule->window.n > 0) return rt_rule_expected(in, "`after` or `before`", err);
    rule->window = when->period;
    return rt_ok;
}

static rt_status read_when(rt_rule_reader *in, rt_rule *rule, rt_rule_when *when, bool *taken, rt_error *err) {
    *taken = true;
    if (rt_rule_take(in, "during")) return when->kind = RT_RULE_DURING, read_point(in, &when->point, err);
    if (rt_rule_take(in, "before")) return when->kind = RT_RULE_BEFORE, read_point(in, &when->point, err);
    if (rt_rule_take(in, "after")) return when->kind = RT_RULE_AFTER, read_point(in, &when->point, err);
    if (rt_rule_take(in, "by")) return when->kind = RT_RULE_BY, read_date(in, &when->point, err);
    if (rt_rule_take(in, "within")) return read_within(in, rule, when, err);
    *taken = rt_rule_take(in, "starts");
    if (!*taken) return rt_ok;
    when->kind = RT_RULE_STARTS;
    RT_TRY(rt_rule_must(in, "during", err));
    return read_point(in, &when->point, err);
}

rt_status rt_rule_read_when(rt_rule_reader *in, rt_rule *rule, bool *taken, rt_error *err) {
    rt_rule_when when = {0};
    const int64_t window = rule->window.n;
    if (rule->n == MOST_WHENS) return wrong(in, err, RT_S("a rule says at most eight times when"));
    RT_TRY(read_when(in, rule, &when, taken, err));
    if (!*taken || window != rule->window.n) return rt_ok;
    rule->whens = rt_grow(in->arena, rule->whens, rule->n, sizeof when);
    rule->whens[rule->n++] = when;
    return rt_ok;
}

/* --- the line ------------------------------------------------------------------------------------------------------
 */

static rt_str first_word(rt_str text) {
    size_t n = 0;
    text = rt_str_trim(text);
    while (n < text.len && !ends_word(text.at[n])) n++;
    return rt_str_cut(text, n);
}

bool rt_is_rule_like(rt_str text) { return rt_rule_kind_named(first_word(text)) != NULL; }

/* Whoever stands in a role of nobody in particular must be found somehow: by an event of the rule itself. */
static rt_status check_subject(const rt_rule_reader *in, const rt_rule *rule, rt_error *err) {
    bool in_points = false;
    for (size_t i = 0; i < rule->n; i++)
        in_points = in_points || rt_rule_pattern_has_subject(&rule->whens[i].point.pattern);
    if (!in_points || rt_rule_pattern_has_subject(&rule->pattern)) return rt_ok;
    return wrong(in, err, RT_S("$subject stands in a pattern that says when, but not in what the rule is about"));
}

/* The canonical line may be longer: an address gets its "http://"; it must be a rule as well. */
static rt_status check_length(const rt_rule_reader *in, const rt_rule *rule, rt_error *err) {
    RT_AUTO(rt_buf) line = {0};
    rt_rule_print(&line, rule);
    return line.len <= LONGEST ? rt_ok : wrong(in, err, RT_S("a rule of more than 4,096 bytes is not taken"));
}

rt_status rt_rule_read(rt_str text, rt_arena *arena, rt_rule *rule, rt_error *err) {
    size_t bad;
    rt_rule_reader in = rt_rule_reader_new(text, arena);
    *rule = (rt_rule){0};
    if (text.len > LONGEST) return wrong(&in, err, RT_S("a rule of more than 4,096 bytes is not taken"));
    if (!rt_utf8_valid(text, &bad)) {
        in.now.at = bad;
        return wrong(&in, err, RT_S("this is not UTF-8"));
    }
    rule->kind = in.now.kind == RT_RULE_WORD ? rt_rule_kind_named(in.now.text) : NULL;
    if (rule->kind == NULL) return rt_rule_expected(&in, "forbid, expect, count or match", err);
    rt_rule_next(&in);
    RT_TRY(rule->kind->read(&in, rule, err));
    if (in.now.kind != RT_RULE_END) return rt_rule_expected(&in, "the end of the rule, or when it holds", err);
    RT_TRY(check_subject(&in, rule, err));
    return check_length(&in, rule, err);
}

bool rt_rule_pattern_has_subject(const rt_rule_pattern *pattern) {
    for (size_t i = 0; i < pattern->n; i++)
        if (pattern->tests[i].subject && pattern->tests[i].kind == RT_RULE_IS) return true;
    return false;
}

bool rt_rule_has_subject(const rt_rule *rule) {
    return rule->list.len > 0 || rt_rule_pattern_has_subject(&rule->pattern);
}

bool rt_rule_is_faulty(rt_str schema, rt_str prop, rt_str value, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_rule rule;
    if (!rt_str_is(schema, "Condition") || !rt_str_is(prop, "rule") || !rt_is_rule_like(value)) return false;
    return rt_rule_read(value, &arena, &rule, err).code != RT_OK;
}

static bool names_others(const rt_rule_pattern *p) {
    for (size_t i = 0; i < p->n; i++) {
        const rt_rule_test *t = &p->tests[i];
        if (t->then.len > 0 || (t->prop->type == &rt_types[RT_TYPE_ENTITY] && t->values.n > 0)) return true;
    }
    return false;
}

bool rt_rule_is_by_subject(const rt_rule *rule) {
    bool others = names_others(&rule->pattern);
    for (size_t i = 0; i < rule->n; i++)
        others = others || names_others(&rule->whens[i].point.pattern) || rule->whens[i].point.kind == RT_RULE_ENTITY;
    return rt_rule_has_subject(rule) && !others && rule->list.len == 0;
}
