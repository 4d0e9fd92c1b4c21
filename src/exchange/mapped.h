/* What a mapping says of one row: values, keys, filters. */
#pragma once

#include "base/hash.h"
#include "exchange/mapping.h"

typedef struct rt_mapped_value {
    rt_str text;
    size_t column; /* of the query's columns, where it comes from; SIZE_MAX: the mapping itself */
} rt_mapped_value;

typedef struct rt_mapped_values {
    rt_mapped_value *at;
    size_t n;
} rt_mapped_values;

/* The values of a source, none of them empty; cells are the row's by the query's columns. In the arena. */
rt_mapped_values rt_mapped_values_of(const rt_mapped_source *source, const rt_str *cells, rt_arena *arena);

/* Whether the query takes the row. */
bool rt_mapped_passes(const rt_mapped_query *query, const rt_str *cells);

/* The entity's id; empty where the row has nothing of its key. As FollowTheMoney makes it (`ftm map --no-sign`): the
 * column's text, or SHA-1 (which sha1 is of) of the dataset's name, the key's literal and what stands in its columns,
 * in the order of their bytes. */
rt_str rt_mapped_id(const rt_mapped_entity *e, rt_str dataset, const rt_str *cells, rt_hasher *sha1, rt_arena *arena);

/* A date written as `format` says, as in strptime; else as people and lists write them; as EDTF. False when it is
 * neither. */
bool rt_mapped_date(rt_str text, rt_str format, rt_arena *arena, rt_str *edtf);
