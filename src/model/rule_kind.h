/* The kinds of rules, a line each in rule_kinds.c, and what a kind's reader is written with. A further kind is one file
 * here (how it is read and printed) and one in src/analysis (what it finds: rule_kind.h there). */
#pragma once

#include "base/buf.h"
#include "model/rule.h"

typedef enum rt_rule_token_kind {
    RT_RULE_END,
    RT_RULE_WORD,
    RT_RULE_QUOTED,
    RT_RULE_OPEN,
    RT_RULE_CLOSE,
    RT_RULE_UNENDED, /* a quotation without its end */
} rt_rule_token_kind;

typedef struct rt_rule_token {
    rt_rule_token_kind kind;
    rt_str text;
    size_t at; /* byte */
} rt_rule_token;

typedef struct rt_rule_reader {
    rt_str text;
    size_t at; /* behind `now` */
    rt_rule_token now;
    rt_arena *arena;
} rt_rule_reader;

typedef struct rt_rule_kind {
    const char *name;                                                    /* the first word of the line */
    const char *summary;                                                 /* for the manual: one line, no full stop */
    rt_status (*read)(rt_rule_reader *in, rt_rule *rule, rt_error *err); /* what follows the first word */
    void (*print)(rt_buf *out, const rt_rule *rule);                     /* the same */
} rt_rule_kind;

extern const rt_rule_kind rt_rule_forbid, rt_rule_expect, rt_rule_count, rt_rule_match_list;

extern const rt_rule_kind *const rt_rule_kinds[]; /* ends with NULL */
const rt_rule_kind *rt_rule_kind_named(rt_str name);

/* --- reading ------------------------------------------------------------------------------------------------------ */

rt_rule_reader rt_rule_reader_new(rt_str text, rt_arena *arena); /* at the first word */
void rt_rule_next(rt_rule_reader *in);
bool rt_rule_at(const rt_rule_reader *in, const char *word); /* whether this word (not quoted) stands here */
bool rt_rule_take(rt_rule_reader *in, const char *word);     /* and goes on behind it */
RT_RESULT rt_rule_expected(const rt_rule_reader *in, const char *what, rt_error *err); /* fails at what stands here */
RT_RESULT rt_rule_must(rt_rule_reader *in, const char *word, rt_error *err);

bool rt_rule_is_reserved(rt_str word); /* whether it means something in a rule, so that as a value it is quoted */

/* A whole number from 1 to a million. */
RT_RESULT rt_rule_read_number(rt_rule_reader *in, int64_t *n, rt_error *err);
RT_RESULT rt_rule_read_period(rt_rule_reader *in, rt_rule_period *period, rt_error *err);
RT_RESULT rt_rule_read_prop(rt_rule_reader *in, const rt_schema *schema, const rt_prop **prop, rt_error *err);
RT_RESULT rt_rule_read_pattern(rt_rule_reader *in, rt_rule_pattern *pattern, rt_error *err);

/* One more part that says when; *taken is false where none begins here. */
RT_RESULT rt_rule_read_when(rt_rule_reader *in, rt_rule *rule, bool *taken, rt_error *err);

/* --- printing ------------------------------------------------------------------------------------------------------
 */

void rt_rule_print_text(rt_buf *out, rt_str text); /* quoted where it must be */
void rt_rule_print_pattern(rt_buf *out, const rt_rule_pattern *pattern);
void rt_rule_print_period(rt_buf *out, rt_rule_period period);
void rt_rule_print_whens(rt_buf *out, const rt_rule *rule); /* each with a blank in front */
