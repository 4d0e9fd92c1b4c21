/* Whose a thing is said to have been: by who attributes it, by a name that it bears, by a hypothesis that names both.
 * Each is a hypothesis of somebody's, with what is linked for and against it; nothing here decides. */
#pragma once

#include "analysis/around.h"
#include "analysis/shape.h"

typedef enum rt_attribution_kind { RT_ATTRIBUTED, RT_BEARS_NAME, RT_SUPPOSED } rt_attribution_kind;

typedef struct rt_attribution {
    rt_attribution_kind kind;
    const rt_entity *to; /* NULL where the text names nobody, or several */
    rt_str text;         /* as it stands */
    rt_str stance;
    const rt_entity *hypothesis; /* of RT_SUPPOSED */
    rt_facts facts;
    bool counts; /* somebody says, believes or suspects it, and nobody took that back */
} rt_attribution;

typedef struct rt_attributions {
    rt_attribution *at;
    size_t n;
} rt_attributions;

/* Those of a thing: from its own statements, and from hypotheses among what stands around it. */
RT_RESULT rt_attributions_of(rt_reading *r, const rt_entity *thing, const rt_around *around, rt_attributions *all,
                             rt_error *err);

/* What they come to: "unattributed"; "named" (it bears a name, nobody attributes it); "one"; "several" (to different
 * persons, or to one and in words to somebody else); "unclear" (in words only, which name no one person). */
rt_str rt_attributions_standing(const rt_attributions *all);

/* {how, to, stance, hypothesis, for[], against[], grade, support, statements[], sources[], retracted?} */
RT_RESULT rt_shape_attribution(rt_reading *r, const rt_attribution *a, rt_value *list, rt_error *err);
