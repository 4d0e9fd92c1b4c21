/* The rules of contradiction as data/conflicts.yaml has them: tools/conflicts_gen.py makes these tables of it. Each
 * ends with a row without names. */
#pragma once

#include <stdbool.h>

/* A rule; one of values that exclude each other has the name of their property. */
typedef struct rt_conflict_rule {
    const char *name;
    const char *why; /* a sentence, no full stop */
    int grave;       /* 1 to 9: how much hangs on it */
} rt_conflict_rule;

typedef enum rt_compare { RT_COMPARE_DATES, RT_COMPARE_WORDS, RT_COMPARE_CODES } rt_compare;

/* A property of which there is one value. */
typedef struct rt_one_value {
    const char *prop, *of; /* of: the schema of entities that have one */
    rt_compare compare;
    bool listed; /* several that one speaker gives in one source are a list */
} rt_one_value;

/* Dates of which the second is never before the first. */
typedef struct rt_date_order {
    const char *rule, *of, *first, *second;
    bool within; /* of one source only */
} rt_date_order;

/* The part that somebody takes in an event in the body. */
typedef struct rt_bodily {
    const char *of, *role;
    bool stays;  /* it keeps him at one place all the time */
    bool leaves; /* who is held elsewhere can't */
} rt_bodily;

extern const rt_conflict_rule rt_conflict_rules[];
extern const rt_one_value rt_one_values[];
extern const rt_date_order rt_date_orders[];
extern const rt_bodily rt_bodily_parts[];
