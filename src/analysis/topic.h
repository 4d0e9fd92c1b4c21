/* What statements are about, whatever their stance: one value of one property of one entity; or an event or relation as
 * a whole. */
#pragma once

#include "analysis/around.h"

typedef struct rt_topic {
    const rt_entity *entity;
    rt_str prop;           /* of a whole: the schema */
    const rt_claim *claim; /* the first of its claims, for what the value means; NULL: the entity as a whole */
    rt_facts say, deny;    /* who affirms it (also what was taken back), who denies it */
} rt_topic;

typedef struct rt_topics {
    rt_topic *at;
    size_t n;
} rt_topics;

/* Adds those of an entity: by property, then by value. Values that name one entity are one, so are texts that differ in
 * ASCII case only. Only those of `props`, where it has any. */
RT_RESULT rt_topics_add(rt_reading *r, const rt_entity *e, rt_strs props, rt_topics *all, rt_error *err);

/* Adds an event or a relation as a whole: whatever is said of it says that it was. Of each who tells of it (speaker,
 * through whom, source) one statement is taken, and none that only infers. */
void rt_topics_add_whole(rt_reading *r, const rt_neighbour *n, rt_strs props, rt_topics *all);

/* Those of an entity and of what stands around it, this as a whole too. */
RT_RESULT rt_topics_around(rt_reading *r, const rt_entity *e, rt_strs props, rt_topics *all, rt_error *err);

/* Puts prop, value, and where it has them label and means (the entity that the value names). */
RT_RESULT rt_shape_topic(rt_reading *r, const rt_topic *t, rt_value *object, rt_error *err);
