/* When and where something was, by all who tell of it or by one source: its version (rule 3). */
#pragma once

#include "analysis/dating.h"
#include "analysis/entity.h"

/* Properties that say when and where; of those that say one thing, best first. */
enum { RT_FIELDS = 14 };

typedef struct rt_version {
    rt_str source;
    rt_facts facts;
    const rt_claim *said[RT_FIELDS]; /* the claim that counts for each property; NULL: it is silent */
} rt_version;

typedef struct rt_versions {
    rt_version *at; /* of each source that has a name, in the order in which they come */
    size_t n;
} rt_versions;

/* Of an entity, by all: when it was dated, and the claim that says where it was (NULL: none does). */
rt_dating rt_dating_by(const rt_entity *e, rt_arena *arena);
const rt_claim *rt_place_by(const rt_entity *e);

/* The same by one source. */
rt_versions rt_versions_of(const rt_entity *e, rt_facts facts, rt_arena *arena);
rt_dating rt_version_dating(const rt_version *v, rt_arena *arena);
const rt_claim *rt_version_place(const rt_version *v);

/* The properties on which this version is silent, and another is not. */
rt_strs rt_version_silent(const rt_version *v, const rt_entity *e, rt_arena *arena);

/* The claim that counts for a property: that of most sources; NULL where nobody affirms any. */
const rt_claim *rt_claim_by(const rt_entity *e, rt_str prop);

/* Whether a property says where something was. */
bool rt_prop_is_place(rt_str prop);
