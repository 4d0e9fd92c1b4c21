/* What a name can reach at most, in log-odds, by what is known before it is compared.
 *
 * The weights of pair.h say what evidence is worth and what words that are left over take away; all that is not known
 * yet is taken to speak for the name. So nothing that the comparison would take is passed over. */
#pragma once

#include "names/pair.h"

/* What a feature gives, as pair.c counts it: the terms of one feature for one kind of name. */
enum { RT_CURVE_TERMS = 12 };
typedef struct rt_index_curve {
    unsigned n;
    struct {
        float from, wide, weight;
    } term[RT_CURVE_TERMS];
} rt_index_curve;

/* By the weights of one pair of kinds. */
typedef struct rt_index_weights {
    float prior;
    rt_index_curve shared, half, rest; /* evidence; the share left over of the fuller name and of the shorter one */
    float differs;                     /* both have words left over: what that takes away at least */
    float nearly;                      /* the same where two of these may be misspellings of each other */
    float single_both;                 /* both are one word */
    float shift;                       /* from the sum that calibrates to the least log-odds, to these */
} rt_index_weights;

typedef struct rt_index_bound {
    rt_index_weights with[3]; /* by the kind of the other name */
    float info;               /* of the query's name */
    float least;              /* log-odds from which names are of use */
    bool single;              /* it has one word that counts, or none */
} rt_index_bound;

void rt_index_bound_make(rt_name_kind kind, float info, size_t words, float least, rt_index_bound *bound);

/* What is known of a name: evidence, and the information of the words that it comes from, on the query's side and on
 * the other's, of all that the other says (info). */
typedef struct rt_index_said {
    float evidence, here, there;
} rt_index_said;

/* nearly: whether words that are left over may be near. */
float rt_index_ceiling(const rt_index_bound *bound, rt_name_kind kind, rt_index_said said, float info, bool nearly);
