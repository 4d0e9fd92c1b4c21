/* The schema: which kinds of entity there are, which properties each has, and of which type their values are.
 *
 * It is FollowTheMoney 4.11's (data/schema/ftm, unchanged) with redthread's own (data/schema/redthread). Both are YAML;
 * tools/schema_gen.py checks them when the program is built and writes the constant tables that are declared here.
 * Nothing is set up at run time and nothing is ever freed; pointers may be compared.
 *
 * A property belongs to the schema that defines it (its owner) and is inherited by all that extend that one. Where two
 * ancestors define a name, the parent named first in `extends` wins, as in FollowTheMoney; its own always win over
 * ours. A stub is the far end of an entity property ("detentions" on a Thing): it can be shown, not written. */
#pragma once

#include "base/str.h"

typedef struct rt_type rt_type;
typedef struct rt_prop rt_prop;
typedef struct rt_schema rt_schema;

/* Lists are of indexes into rt_props and rt_schemata: rt_props[list.at[i]]. */
typedef struct rt_index_list {
    const uint16_t *at;
    size_t n;
} rt_index_list;

struct rt_prop {
    rt_str name, label, description; /* description: empty where there is none */
    const rt_type *type;             /* see model/types.h */
    const rt_schema *owner;
    const rt_schema *range; /* of entity properties, what they should name; else NULL. Ours take any Thing, or a name */
    const rt_prop *reverse; /* the other end on the range, or NULL */
    rt_str format;          /* of identifiers: imo, lei, iban, ...; else empty */
    const rt_str *values;   /* the only values that it takes, or NULL */
    uint16_t value_count;
    uint16_t index;      /* in rt_props */
    uint32_t max_length; /* in code points */
    bool matchable, deprecated, hidden, stub;
    bool extension; /* redthread's own */
};

struct rt_schema {
    rt_str name, label, plural, description;
    rt_index_list parents;                      /* schemata, in the order of `extends` */
    rt_index_list ancestors;                    /* schemata: itself, then all that it extends, nearest first */
    rt_index_list props;                        /* all, inherited and stubs too, sorted by name */
    rt_index_list caption, featured, required;  /* properties, the first that has a value is the caption */
    rt_index_list temporal_start, temporal_end; /* properties, inherited where it names none */
    const rt_prop *edge_source, *edge_target;   /* both NULL when it is no edge */
    rt_index_list edge_caption;
    rt_str edge_label;
    const rt_schema *ftm; /* the nearest FollowTheMoney ancestor: itself, unless it is ours */
    uint16_t index;       /* in rt_schemata */
    bool abstract;        /* exists only to be extended */
    bool matchable, deprecated, hidden, generated;
    bool is_edge, edge_directed;
    bool extension; /* redthread's own */
};

/* Sorted by name. */
extern const rt_schema rt_schemata[];
extern const size_t rt_schema_count;

/* Sorted by owner, then name. */
extern const rt_prop rt_props[];
extern const size_t rt_prop_count;

/* The schema of this name, or NULL: O(log n). Case counts. */
const rt_schema *rt_schema_named(rt_str name);

/* The property of this name, own or inherited, stub or not; or NULL: O(log n). */
const rt_prop *rt_schema_prop(const rt_schema *schema, rt_str name);

/* for (size_t i = 0; i < schema->props.n; i++) rt_schema_prop_at(schema, i): all of them by name. */
const rt_prop *rt_schema_prop_at(const rt_schema *schema, size_t i);

/* Whether schema is ancestor or extends it, directly or not. */
bool rt_schema_is_a(const rt_schema *schema, const rt_schema *ancestor);

/* As above, by name: rt_schema_is(schema, "Person"). An unknown name is a programming error and gives false. */
bool rt_schema_is(const rt_schema *schema, const char *ancestor);

/* FollowTheMoney's common_schema: the more specific of two when one extends the other, so that an entity that one
 * source calls LegalEntity and another Person is a Person. Else RT_BAD, "no common schema". */
RT_RESULT rt_schema_common(const rt_schema *a, const rt_schema *b, const rt_schema **common, rt_error *err);

/* Whether an entity of either may be compared with one of the other: both matchable, and one extends the other. */
bool rt_schema_can_match(const rt_schema *a, const rt_schema *b);

/* What FollowTheMoney is told: the nearest of its own schemata. Where that one is abstract (Thing for an Exhibit,
 * Interval for a Custody) its library reads the entity all the same. */
const rt_schema *rt_schema_ftm(const rt_schema *schema);

/* Whether FollowTheMoney's own library knows this property on the schema that rt_schema_ftm gives, and lets it be
 * written. O(log n). */
bool rt_prop_exists_in_ftm(const rt_schema *schema, rt_str name);
