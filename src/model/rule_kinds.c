/* The kinds of rules: what follows the first word of each. */
#include "model/rule_kind.h"

const rt_rule_kind *const rt_rule_kinds[] = {&rt_rule_forbid, &rt_rule_expect, &rt_rule_count, &rt_rule_match_list,
                                             NULL};

const rt_rule_kind *rt_rule_kind_named(rt_str name) {
    for (size_t i = 0; rt_rule_kinds[i] != NULL; i++)
        if (rt_str_is(name, rt_rule_kinds[i]->name)) return rt_rule_kinds[i];
    return NULL;
}

static rt_status read_whens(rt_rule_reader *in, rt_rule *rule, rt_error *err) {
    for (bool taken = true; taken;) RT_TRY(rt_rule_read_when(in, rule, &taken, err));
    return rt_ok;
}

/* --- forbid --------------------------------------------------------------------------------------------------------
 */

static rt_status read_forbid(rt_rule_reader *in, rt_rule *rule, rt_error *err) {
    RT_TRY(rt_rule_read_pattern(in, &rule->pattern, err));
    return read_whens(in, rule, err);
}

static void print_forbid(rt_buf *out, const rt_rule *rule) {
    rt_rule_print_pattern(out, &rule->pattern);
    rt_rule_print_whens(out, rule);
}

const rt_rule_kind rt_rule_forbid = {
    .name = "forbid", .summary = "no such event may be", .read = read_forbid, .print = print_forbid};

/* --- expect --------------------------------------------------------------------------------------------------------
 */

static rt_status read_expect(rt_rule_reader *in, rt_rule *rule, rt_error *err) {
    RT_TRY(read_forbid(in, rule, err));
    if (rt_rule_take(in, "on")) {
        RT_TRY(rt_rule_must(in, "record", err));
        rule->on_record = true;
    }
    return rule->n > 0 ? rt_ok
                       : rt_rule_expected(in, "by when: `by DATE`, `within N days after ...`, `during ...`", err);
}

static void print_expect(rt_buf *out, const rt_rule *rule) {
    print_forbid(out, rule);
    if (rule->on_record) rt_buf_add(out, RT_S(" on record"));
}

const rt_rule_kind rt_rule_expect = {
    .name = "expect", .summary = "there must be such an event in time", .read = read_expect, .print = print_expect};

/* --- count ---------------------------------------------------------------------------------------------------------
 */

static rt_status read_counted(rt_rule_reader *in, rt_rule *rule, bool *taken, rt_error *err) {
    *taken = true;
    if (rt_rule_take(in, "per")) return rt_rule_read_prop(in, rule->pattern.schema, &rule->per, err);
    if (!rt_rule_take(in, "across")) return rt_rule_read_when(in, rule, taken, err);
    RT_TRY(rt_rule_read_number(in, &rule->across, err));
    return rt_rule_read_prop(in, rule->pattern.schema, &rule->across_prop, err);
}

static rt_status read_count(rt_rule_reader *in, rt_rule *rule, rt_error *err) {
    RT_TRY(rt_rule_read_pattern(in, &rule->pattern, err));
    RT_TRY(rt_rule_must(in, "at", err));
    RT_TRY(rt_rule_must(in, "least", err));
    RT_TRY(rt_rule_read_number(in, &rule->least, err));
    for (bool taken = true; taken;) RT_TRY(read_counted(in, rule, &taken, err));
    return rt_ok;
}

static void print_count(rt_buf *out, const rt_rule *rule) {
    rt_rule_print_pattern(out, &rule->pattern);
    rt_buf_printf(out, " at least %lld", (long long)rule->least);
    if (rule->per != NULL) rt_buf_printf(out, " per %.*s", RT_FMT(rule->per->name));
    if (rule->across > 0)
        rt_buf_printf(out, " across %lld %.*s", (long long)rule->across, RT_FMT(rule->across_prop->name));
    if (rule->window.n > 0) {
        rt_buf_add(out, RT_S(" within "));
        rt_rule_print_period(out, rule->window);
    }
    rt_rule_print_whens(out, rule);
}

const rt_rule_kind rt_rule_count = {.name = "count",
                                    .summary = "so many such events (or as many as they say) must not be reached",
                                    .read = read_count,
                                    .print = print_count};

/* --- match ---------------------------------------------------------------------------------------------------------
 */

static rt_status read_match(rt_rule_reader *in, rt_rule *rule, rt_error *err) {
    if ((in->now.kind != RT_RULE_WORD && in->now.kind != RT_RULE_QUOTED) || in->now.text.len == 0)
        return rt_rule_expected(in, "the dataset of a list", err);
    rule->list = in->now.text;
    rt_rule_next(in);
    return rt_ok;
}

static void print_match(rt_buf *out, const rt_rule *rule) { rt_rule_print_text(out, rule->list); }

const rt_rule_kind rt_rule_match_list = {
    .name = "match", .summary = "nobody may be like an entry of this list", .read = read_match, .print = print_match};
