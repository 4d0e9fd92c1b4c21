/* Files of rules (docs/rules.md). Each rule becomes statements of a Condition: its own, or (`condition`) one more
 * statement of what a condition in the case says, in the language, by whoever wrote the file: basis `inferred`. */
#include "exchange/rules.h"

#include "base/grow.h"
#include "exchange/format.h"
#include "exchange/yaml.h"
#include "model/grades.h"

typedef struct rules_reader {
    rt_yaml yaml;
    rt_arena *arena;
    rt_given_rule base; /* what the file says of all its rules */
    const rt_yaml_node *list;
} rules_reader;

/* --- keys ------------------------------------------------------------------------------------------------------------
 */

typedef struct key {
    const char *name;
    size_t offset; /* of the text in rt_given_rule; SIZE_MAX: read by itself */
    bool (*check)(rt_str text, const char **why);
} key;

#define FIELD(name, field, check)                                                                                      \
    { name, offsetof(rt_given_rule, field), check }
#define OTHER(name)                                                                                                    \
    { name, SIZE_MAX, NULL }

static const key of_file[] = {
    FIELD("speaker", speaker, NULL),
    FIELD("said_at", said_at, rt_is_edtf),
    OTHER("rules"),
};

static const key of_rule[] = {
    FIELD("id", id, NULL),
    FIELD("name", name, NULL),
    OTHER("rule"),
    OTHER("subject"),
    FIELD("condition", condition, NULL),
    FIELD("from", start, rt_is_edtf),
    FIELD("to", end, rt_is_edtf),
    FIELD("authority", authority, NULL),
    FIELD("note", note, NULL),
    FIELD("speaker", speaker, NULL),
    FIELD("said_at", said_at, rt_is_edtf),
};

static rt_str names_of(const key *keys, size_t n, rt_arena *arena) {
    RT_AUTO(rt_buf) out = {0};
    for (size_t i = 0; i < n; i++) rt_buf_printf(&out, "%s%s", i == 0 ? "" : i + 1 == n ? " or " : ", ", keys[i].name);
    return rt_str_copy(arena, rt_buf_str(&out));
}

static rt_status take_text(const rules_reader *r, const rt_yaml_node *n, const key *k, rt_given_rule *to,
                           rt_error *err) {
    const char *why;
    if (n->kind != RT_YAML_TEXT || n->text.len == 0)
        return rt_yaml_wrong(&r->yaml, n, err, "\"%s\" takes a text", k->name);
    if (k->check != NULL && !k->check(n->text, &why))
        return rt_yaml_wrong(&r->yaml, n, err, "\"%s\" takes %s, not \"%.*s\"", k->name, why,
                             RT_FMT(rt_str_cut(n->text, 60)));
    *(rt_str *)(void *)((char *)to + k->offset) = n->text;
    return rt_ok;
}

static rt_status take_keys(const rules_reader *r, const rt_yaml_node *map, const key *keys, size_t n, rt_given_rule *to,
                           rt_error *err) {
    for (const rt_yaml_node *c = map->first; c != NULL; c = c->next) {
        size_t i = 0;
        while (i < n && !rt_str_is(c->key, keys[i].name)) i++;
        if (i == n)
            return rt_yaml_wrong(&r->yaml, c, err, "\"%.*s\" is not known here; expected %.*s",
                                 RT_FMT(rt_str_cut(c->key, 60)), RT_FMT(names_of(keys, n, r->arena)));
        if (keys[i].offset != SIZE_MAX) RT_TRY(take_text(r, c, &keys[i], to, err));
    }
    return rt_ok;
}

/* --- one rule --------------------------------------------------------------------------------------------------------
 */

static rt_status take_line(const rules_reader *r, const rt_yaml_node *map, rt_given_rule *to, rt_error *err) {
    const rt_yaml_node *n = rt_yaml_get(map, "rule");
    RT_AUTO(rt_buf) line = {0};
    rt_rule rule;
    rt_error wrong = {0};
    if (n == NULL)
        return rt_yaml_wrong(&r->yaml, map, err, "this rule lacks \"rule\": what it forbids, expects or counts");
    if (n->kind != RT_YAML_TEXT) return rt_yaml_wrong(&r->yaml, n, err, "\"rule\" takes a line of the rule language");
    if (rt_rule_read(n->text, r->arena, &rule, &wrong).code != RT_OK)
        return rt_yaml_wrong_within(&r->yaml, n, wrong.byte, err, wrong.message);
    rt_rule_print(&line, &rule);
    to->line = rt_str_copy(r->arena, rt_buf_str(&line));
    return rt_ok;
}

static rt_status add_subject(const rules_reader *r, const rt_yaml_node *n, rt_given_rule *to, rt_error *err) {
    if (n->kind != RT_YAML_TEXT || n->text.len == 0)
        return rt_yaml_wrong(&r->yaml, n, err, "\"subject\" takes an id or a name, or a list of such");
    to->subjects.at = rt_grow(r->arena, to->subjects.at, to->subjects.n, sizeof(rt_str));
    to->subjects.at[to->subjects.n++] = n->text;
    return rt_ok;
}

static rt_status take_subjects(const rules_reader *r, const rt_yaml_node *map, rt_given_rule *to, rt_error *err) {
    const rt_yaml_node *n = rt_yaml_get(map, "subject");
    if (n == NULL) return rt_ok;
    if (n->kind != RT_YAML_LIST) return add_subject(r, n, to, err);
    for (const rt_yaml_node *c = n->first; c != NULL; c = c->next) RT_TRY(add_subject(r, c, to, err));
    return rt_ok;
}

/* A rule of its own needs an id; one that says what a condition means is about that one. */
static rt_status check(const rules_reader *r, const rt_yaml_node *map, const rt_given_rule *rule, rt_error *err) {
    if (rule->speaker.len == 0)
        return rt_yaml_wrong(&r->yaml, map, err, "nobody says this rule: give \"speaker\" here, or once for the file");
    if (rule->id.len == 0 && rule->condition.len == 0)
        return rt_yaml_wrong(&r->yaml, map, err,
                             "this rule lacks \"id\", under which the case will know it, or \"condition\", the id of "
                             "the one whose words it puts into the language");
    if (rule->condition.len == 0) return rt_ok;
    if (rule->id.len + rule->name.len + rule->start.len + rule->end.len + rule->authority.len > 0 ||
        rule->subjects.n > 0)
        return rt_yaml_wrong(&r->yaml, map, err,
                             "a rule with \"condition\" takes whom it binds, and when, from the condition: only "
                             "rule, note, speaker and said_at stand beside it");
    return rt_ok;
}

static rt_status take_rule(const rules_reader *r, const rt_yaml_node *map, rt_given_rule *rule, rt_error *err) {
    *rule = r->base;
    if (map->kind != RT_YAML_MAP) return rt_yaml_wrong(&r->yaml, map, err, "a rule is a list of \"key: value\"");
    RT_TRY(take_keys(r, map, of_rule, sizeof of_rule / sizeof *of_rule, rule, err));
    RT_TRY(take_subjects(r, map, rule, err));
    RT_TRY(take_line(r, map, rule, err));
    return check(r, map, rule, err);
}

/* --- the file --------------------------------------------------------------------------------------------------------
 */

static rt_status open_rules(rt_input *in, rt_arena *arena, rules_reader *r, rt_error *err) {
    static const rt_yaml_node top = {.line = 1, .column = 1};
    *r = (rules_reader){.arena = arena};
    RT_TRY(rt_yaml_read(in, arena, &r->yaml, err));
    const rt_yaml_node *root = r->yaml.root != NULL ? r->yaml.root : &top;
    r->list = rt_yaml_get(root, "rules");
    if (root->kind != RT_YAML_MAP || r->list == NULL)
        return rt_yaml_wrong(&r->yaml, root, err, "a file of rules has \"rules:\", a list; it has none");
    RT_TRY(take_keys(r, root, of_file, sizeof of_file / sizeof *of_file, &r->base, err));
    return r->list->kind == RT_YAML_LIST || (r->list->kind == RT_YAML_TEXT && r->list->text.len == 0)
               ? rt_ok
               : rt_yaml_wrong(&r->yaml, r->list, err, "\"rules\" takes a list, each beginning with \"- \"");
}

rt_status rt_rules_read(rt_input *in, rt_arena *arena, rt_given_rules *rules, rt_error *err) {
    rules_reader r;
    *rules = (rt_given_rules){0};
    RT_TRY(open_rules(in, arena, &r, err));
    for (const rt_yaml_node *n = r.list->first; n != NULL; n = n->next) {
        rt_given_rule rule;
        RT_TRY(take_rule(&r, n, &rule, err));
        rules->at = rt_grow(arena, rules->at, rules->n, sizeof rule);
        rules->at[rules->n++] = rule;
    }
    return rt_ok;
}

/* --- as statements ---------------------------------------------------------------------------------------------------
 */

typedef struct stating {
    const rules_reader *r;
    const rt_read_options *options;
    const rt_sink *sink;
    const rt_yaml_node *node;
} stating;

static rt_status state(const stating *to, const rt_given_rule *rule, const char *prop, rt_str value, rt_error *err) {
    rt_entry e = rt_entry_new(RT_STATEMENT);
    rt_error wrong = {0};
    const bool bound = rule->condition.len > 0;
    if (value.len == 0) return rt_ok;
    e.entity = bound ? rule->condition : rule->id;
    e.schema = RT_S("Condition");
    e.prop = rt_str_of(prop);
    e.value = value;
    e.speaker = rule->speaker;
    e.said_at = rule->said_at;
    e.stance = RT_S("asserts");
    e.basis = bound ? RT_S("inferred") : RT_S("document");
    e.dataset = to->options->dataset;
    e.handling = to->options->handling;
    rt_status s = rt_entry_check(&e, &wrong);
    if (s.code == RT_OK) s = to->sink->add(to->sink->to, &e, &wrong);
    if (s.code == RT_BAD) return rt_yaml_wrong(&to->r->yaml, to->node, err, "%s", wrong.message);
    if (s.code != RT_OK && err != NULL) *err = wrong;
    return s;
}

static rt_status state_rule(const stating *to, const rt_given_rule *rule, rt_error *err) {
    RT_TRY(state(to, rule, "name", rule->name, err));
    RT_TRY(state(to, rule, "rule", rule->line, err));
    for (size_t i = 0; i < rule->subjects.n; i++) RT_TRY(state(to, rule, "subject", rule->subjects.at[i], err));
    RT_TRY(state(to, rule, "startDate", rule->start, err));
    RT_TRY(state(to, rule, "endDate", rule->end, err));
    RT_TRY(state(to, rule, "authority", rule->authority, err));
    return state(to, rule, "notes", rule->note, err);
}

/* What stands before a node on its line. */
static rt_str before(const rules_reader *r, const rt_yaml_node *n) {
    const size_t begin = n->at - (n->column - 1);
    return rt_str_cut(rt_str_from(r->yaml.text, begin), n->at - begin);
}

/* The rule as it is written, below what stands before the first of them. Those between brackets do not stand by
 * themselves. */
static void hand_over(const rules_reader *r, const rt_yaml_node *n, const rt_sink *sink) {
    RT_AUTO(rt_buf) text = {0};
    const rt_yaml_node *first = r->list->first;
    if (sink->raw == NULL || !rt_str_is(rt_str_trim(before(r, first)), "-")) return;
    const size_t end = n->next != NULL ? n->next->at - before(r, n->next).len : r->yaml.text.len;
    rt_buf_add(&text, before(r, n));
    rt_buf_add(&text, rt_str_from(rt_str_cut(r->yaml.text, end), n->at));
    const rt_str head = rt_str_cut(r->yaml.text, first->at - before(r, first).len);
    sink->raw(sink->to, &(rt_raw_record){.head = head, .text = rt_str_copy(r->arena, rt_buf_str(&text))});
}

static rt_status read_file(rt_input *in, const rt_read_options *options, const rt_sink *sink, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rules_reader r;
    RT_TRY(open_rules(in, &arena, &r, err));
    for (const rt_yaml_node *n = r.list->first; n != NULL; n = n->next) {
        const stating to = {&r, options, sink, n};
        rt_given_rule rule;
        rt_error wrong = {0};
        rt_status s = take_rule(&r, n, &rule, &wrong);
        if (s.code == RT_OK) s = state_rule(&to, &rule, &wrong);
        if (s.code == RT_BAD) hand_over(&r, n, sink);
        if (s.code == RT_BAD)
            s = sink->bad_record(sink->to, &wrong, err);
        else if (s.code != RT_OK && err != NULL)
            *err = wrong;
        RT_TRY(s);
    }
    return rt_ok;
}

static rt_status read(rt_input **files, size_t n, const rt_read_options *options, const rt_sink *sink, rt_error *err) {
    for (size_t i = 0; i < n; i++) RT_TRY(read_file(files[i], options, sink, err));
    return rt_ok;
}

/* Its name says that it is YAML; or a line of its head begins the list. */
static bool detect(rt_str name, rt_str head) {
    const bool yaml = rt_str_ends(name, RT_S(".yaml")) || rt_str_ends(name, RT_S(".yml"));
    return rt_str_starts(head, RT_S("rules:")) || rt_str_find(head, RT_S("\nrules:")) != SIZE_MAX || yaml;
}

extern const rt_format rt_format_rules;
const rt_format rt_format_rules = {
    .name = "rules",
    .summary = "conditions and watch rules in YAML (docs/rules.md)",
    .detect = detect,
    .read = read,
};
