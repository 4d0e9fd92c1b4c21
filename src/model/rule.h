/* The language of conditions and watch rules: one line says what must not happen, what is expected, or what is counted.
 *
 *     forbid Passport where holder is $subject starts during condition
 *     expect Reply where inReplyToMessage is m1 within 30 days after m1
 *     count Visit where visitor is $subject at least 20 across 2 facility during 2013
 *     match ofac
 *
 * docs/rules.md tells what each word means. A line is read into a rt_rule, and printed from it in one canonical form.
 * What a rule finds in a case is said in src/analysis (rule_*.h). */
#pragma once

#include "base/date.h"
#include "model/schema.h"

typedef enum rt_rule_unit { RT_RULE_DAYS, RT_RULE_WEEKS, RT_RULE_MONTHS, RT_RULE_YEARS } rt_rule_unit;

/* How long; n 0: not said. */
typedef struct rt_rule_period {
    int64_t n;
    rt_rule_unit unit;
} rt_rule_period;

typedef enum rt_rule_test_kind {
    RT_RULE_IS,     /* one of the values is one of these */
    RT_RULE_IS_NOT, /* it is none of these */
    RT_RULE_SAYS,   /* a value holds these words */
    RT_RULE_SAID,   /* somebody gives a value */
} rt_rule_test_kind;

/* "endLocation.country is not be or nl": property, the property of what that names, and values. */
typedef struct rt_rule_test {
    const rt_prop *prop;
    rt_str then; /* empty: none */
    rt_rule_test_kind kind;
    rt_strs values; /* ids, names or texts; without `unknown` */
    bool subject;   /* $subject is one of the values (it is not among `values`) */
    bool unknown;   /* `unknown` is: what nobody says may be meant */
} rt_rule_test;

typedef struct rt_rule_pattern {
    const rt_schema *schema; /* and all that extend it */
    rt_rule_test *tests;
    size_t n;
} rt_rule_pattern;

typedef enum rt_rule_point_kind {
    RT_RULE_DATE,
    RT_RULE_CONDITION, /* the condition's own time */
    RT_RULE_ENTITY,    /* of an event, by its id */
    RT_RULE_PATTERN,   /* of whichever events fit */
} rt_rule_point_kind;

typedef struct rt_rule_point {
    rt_rule_point_kind kind;
    rt_str text; /* the date as EDTF, or the id */
    rt_when date;
    rt_rule_pattern pattern;
} rt_rule_point;

typedef enum rt_rule_when_kind {
    RT_RULE_DURING,
    RT_RULE_STARTS, /* starts during */
    RT_RULE_BEFORE,
    RT_RULE_AFTER,
    RT_RULE_BY,
    RT_RULE_WITHIN_AFTER, /* within N days after */
    RT_RULE_WITHIN_BEFORE,
} rt_rule_when_kind;

typedef struct rt_rule_when {
    rt_rule_when_kind kind;
    rt_rule_period period; /* of the last two */
    rt_rule_point point;
} rt_rule_when;

struct rt_rule_kind;

typedef struct rt_rule {
    const struct rt_rule_kind *kind;
    rt_rule_pattern pattern;
    rt_rule_when *whens; /* all of them must hold */
    size_t n;
    /* expect */
    bool on_record; /* silence is a breach */
    /* count */
    int64_t least;
    const rt_prop *per; /* counted for each of its values; NULL: together */
    int64_t across;     /* of at least so many values of across_prop; 0: not asked */
    const rt_prop *across_prop;
    rt_rule_period window; /* within so long */
    rt_str list;           /* match: the dataset; of this kind `pattern` is empty */
} rt_rule;

/* A rule as a file gives it. Empty fields are not said. */
typedef struct rt_given_rule {
    rt_str id, name, line; /* line: in canonical form */
    rt_strs subjects;      /* ids or names; none: everybody */
    rt_str
        condition; /* a condition in the case that the rule puts into the language, whose time and subjects it takes */
    rt_str start, end; /* EDTF */
    rt_str speaker, said_at, authority, note;
} rt_given_rule;

typedef struct rt_given_rules {
    rt_given_rule *at;
    size_t n;
} rt_given_rules;

/* Reads a line. RT_BAD with the byte at which it stops being one and what was expected there. Everything lives in the
 * arena; text must live as long. O(length). */
RT_RESULT rt_rule_read(rt_str text, rt_arena *arena, rt_rule *rule, rt_error *err);

/* Whether a value of this property is meant as a rule and is none; *err says where and why. */
bool rt_rule_is_faulty(rt_str schema, rt_str prop, rt_str value, rt_error *err);

/* Whether a text begins as a rule does, so that it is one, or is meant as one; else it is words for people. */
bool rt_is_rule_like(rt_str text);

/* Appends the canonical line. What is printed reads as the same rule. */
void rt_rule_print(rt_buf *out, const rt_rule *rule);

/* Whether all that a rule speaks of is found by whom it binds: $subject stands in its pattern, and it names no other
 * entity, nor looks behind one. */
bool rt_rule_is_by_subject(const rt_rule *rule);

/* Whether $subject stands in the pattern; or in the rule, or it speaks of whoever is like an entry of a list. */
bool rt_rule_pattern_has_subject(const rt_rule_pattern *pattern);
bool rt_rule_has_subject(const rt_rule *rule);

/* The day that lies so long after another (sign 1) or before it (-1), as rt_day_after counts. */
rt_day rt_rule_day_after(rt_day day, rt_rule_period period, int sign);
