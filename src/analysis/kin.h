/* Kinship that nobody states and that follows from what is stated: a cousin from a parent, the parent's sister and her
 * son. kin_rules.h holds the rules. */
#pragma once

#include "analysis/kin_rules.h"
#include "analysis/tie.h"

enum { RT_KIN_STEPS = 3 }; /* from as many statements of kinship, at most */

/* One stated kinship on the way of a derivation: `to` is the kin of `from`. */
typedef struct rt_kin_step {
    const rt_entity *from, *to;
    const rt_tie *tie;
    rt_kin kin;
    rt_gender gender; /* of `to` */
} rt_kin_step;

typedef struct rt_derived_kin {
    const rt_entity *of, *who; /* who is the kin of `of` */
    rt_kin kin;
    rt_gender gender; /* of who, as far as the last word says it */
    rt_certainty certainty;
    rt_kin_step steps[RT_KIN_STEPS];
    const rt_kin_rule *rules[RT_KIN_STEPS]; /* rules[i] adds steps[i] to what came before; the first is NULL */
    size_t n;
} rt_derived_kin;

typedef struct rt_derived_kins {
    rt_derived_kin *at;
    size_t n;
} rt_derived_kins;

/* What follows for an entity, by the fewest statements, the surest first; not for those of whom a kinship to it is
 * stated. Only relations that count are built on. At most 1,000 kin are looked at. */
RT_RESULT rt_kin_derive(rt_reading *r, rt_ties_kept *kept, const rt_entity *e, rt_derived_kins *kins, rt_error *err);

/* Puts the edge {from, to, type: "Family", what, when, span, support, derived {certainty, rules[], steps[{from, to,
 * what, statements[]}]}, statements[], sources[]}: `to` is the `what` of `from`. */
void rt_shape_derived_kin(rt_reading *r, const rt_derived_kin *kin, rt_value *v);
