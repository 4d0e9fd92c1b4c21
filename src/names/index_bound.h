/* What a name can reach at most, in log-odds, by what is known before it is compared.
 *
 * The weights of pair.h say what evidence is worth and what words that are left over take away; all that is not known
 * yet is taken to speak for the name. So nothing that the comparison would take is passed over. */
#pragma once

#include "names/pair.h"

/* What a feature gives, as pair.c counts it: the terms of one feature for one kind of name. */
typedef struct rt_index_curve {
    const rt_pair_term *first;
    unsigned n;
    rt_name_kind kind;
} rt_index_curve;

/* By the weights of one pair of kinds. */
typedef struct rt_index_weights {
    float prior;
    rt_index_curve shared, half, rest; /* evidence; the share left over of the fuller name and of the shorter one */
    float differs;                     /* both have words left over: what that takes away at least */
    float spare;                       /* all that may speak for the name beside its words */
} rt_index_weights;

typedef struct rt_index_bound {
    rt_index_weights with[3]; /* by the kind of the other name */
    float info;               /* of the query's name */
    float least;              /* log-odds from which names are of use */
} rt_index_bound;

void rt_index_bound_make(rt_name_kind kind, float info, float least, rt_index_bound *bound);

/* Evidence, and the information of the words that it comes from, on the query's side and on the other's, of all that
 * the other says (info). */
float rt_index_ceiling(const rt_index_bound *bound, rt_name_kind kind, float evidence, float here, float there,
                       float info);
