/* Kinds of entity that no one thing can be both of. */
#include "model/schema.h"
#include "names/trait.h"

static bool may_be_one(const rt_schema *a, const rt_schema *b) {
    return a == b || rt_schema_can_match(a, b) || rt_schema_is_a(a, b) || rt_schema_is_a(b, a);
}

/* An Organization and a Company are both LegalEntity: lists take one for the other. */
static bool sisters(const rt_schema *a, const rt_schema *b) {
    return rt_schema_is(a, "LegalEntity") && rt_schema_is(b, "LegalEntity") && !rt_schema_is(a, "Person") &&
           !rt_schema_is(b, "Person");
}

void rt_schemata_compare(rt_str a, rt_str b, rt_tally *tally) {
    const rt_schema *x = rt_schema_named(a), *y = rt_schema_named(b);
    if (x == NULL || y == NULL || may_be_one(x, y) || sisters(x, y)) return;
    const bool person = rt_schema_is(x, "Person") != rt_schema_is(y, "Person");
    const rt_trait_case which = person ? RT_CASE_SCHEMA_PERSON : RT_CASE_SCHEMA_APART;
    rt_tally_values(tally, "schema", (double)rt_trait_weights[which], "", x->label, y->label, "nothing is both");
}
