/* Ties: what joins one entity with another, a step each. A relation (an edge of the schema: Family, Membership, ...) is
 * a tie between its two ends; any other value that names an entity ties the two (a visit and its visitor, a person and
 * an address, a letter and what it carries), so that events, documents and addresses are steps on the way.
 *
 * Every tie is seen from both of its ends. */
#pragma once

#include "analysis/around.h"
#include "analysis/copresence.h"
#include "analysis/entity_set.h"
#include "analysis/shape.h"

typedef struct rt_tie {
    const rt_entity *other;
    const rt_entity *relation;       /* the edge between the two; NULL where one names the other itself */
    const rt_entity *holder;         /* whose statements make it: the relation, else the one that names the other */
    bool outward;                    /* leads from this entity to the other, as the schema directs it */
    const rt_copresence *copresence; /* of two events at one place at the same time; else NULL */
    rt_str type;                     /* the relation's schema, else the property */
    rt_facts facts;                  /* of the whole relation; else the statements that name the other */
    rt_str stance;                   /* of those: empty when somebody asserts it */
    bool counts;                     /* somebody says that it is so, and nobody took that back */
    size_t support; /* how many different speakers assert it; 0 where it is suspected or believed only */
} rt_tie;

typedef struct rt_ties {
    rt_tie *at; /* in the order of the entity's claims, then of those who name it */
    size_t n;
    bool more; /* there are more than are read */
} rt_ties;

/* The ties of an entity, those too that do not count; the ones that surely did not hold on the day of --at are left
 * out. as_nodes: relations are steps of their own beside it (for who asks about one). Reads what rt_around_read reads,
 * and what that names. */
RT_RESULT rt_ties_of(rt_reading *r, const rt_entity *e, bool as_nodes, rt_ties *ties, rt_error *err);

/* Those of them that a holder makes between an entity and another: a relation between the two, or either of them by
 * what it says itself. Reads nothing but what these three name. */
RT_RESULT rt_ties_by(rt_reading *r, const rt_entity *e, const rt_entity *holder, const rt_entity *other, bool as_nodes,
                     rt_ties *ties, rt_error *err);

/* The same of those that are relations; what else names the entity is not even read. */
RT_RESULT rt_ties_by_relations(rt_reading *r, const rt_entity *e, rt_ties *ties, rt_error *err);

/* These, read once for each entity; {0} is an empty one, in the arena of the reading. */
typedef struct rt_ties_kept {
    rt_entity_set entities;
    rt_ties **at; /* by the numbers of the entities */
} rt_ties_kept;

RT_RESULT rt_relations_once(rt_reading *r, rt_ties_kept *kept, const rt_entity *e, const rt_ties **ties, rt_error *err);

/* The tie between two events that meet, from the one whose id comes first. */
rt_tie rt_tie_of_copresence(const rt_entity *event, const rt_copresence *m, rt_arena *arena);

/* When it held; of no date where nothing says. */
rt_dating rt_tie_dating(const rt_tie *tie, rt_arena *arena);

/* What the far end of its direction is to the near one: "cousin", "works for (guard)", "visitor". */
rt_str rt_tie_words(const rt_tie *tie, rt_arena *arena);

/* Of two events that meet also {certainty, days: [min, max], place, stays[2]}.
 * Puts {type, what, relation, when, span, stance?, support, retracted?, statements[], sources[]}; relation is the id of
 * the edge, null where there is none. */
void rt_shape_tie(rt_reading *r, const rt_tie *tie, rt_value *v);
