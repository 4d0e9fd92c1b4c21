/* A claim: one value of one property in one stance, with the statements that make it. */
#pragma once

#include "analysis/fact.h"
#include "model/schema.h"

typedef struct rt_claim {
    rt_str prop, value, stance;
    const rt_prop *known; /* what the schema says of the property; NULL where it does not know it */
    rt_facts facts;       /* at least one */
    rt_strs sources;
    bool out; /* all of its statements are taken out of what counts */
} rt_claim;

typedef struct rt_claims {
    rt_claim *at;
    size_t n;
} rt_claims;

/* The claims of these statements: by property; of one property that of most sources first, then the one that stands
 * first in the log, then by code point. schema (which may be NULL) says what the properties are. */
rt_claims rt_claims_of(rt_facts facts, const rt_schema *schema, rt_arena *arena);

/* Those of one property: a run of the list. */
rt_claims rt_claims_named(rt_claims claims, rt_str prop);

/* Whether some statement of it counts, and says that it is so. */
bool rt_claim_affirmed(const rt_claim *c);
bool rt_claim_denied(const rt_claim *c);

/* Whether values of the property name entities; whether they are dates. */
bool rt_claim_is_entity(const rt_claim *c);
bool rt_claim_is_date(const rt_claim *c);
