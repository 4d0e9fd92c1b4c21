/* A mapping: what the columns of a table mean, in YAML. It is FollowTheMoney's
 * (https://followthemoney.tech/docs/mappings/) with what a statement has beyond it: docs/formats.md describes it. All
 * of it is read and checked before the first row of a table is. */
#pragma once

#include "exchange/yaml.h"
#include "model/entry.h"
#include "model/schema.h"

/* Text and columns in turn: "{{first}} {{last}}". */
typedef struct rt_mapped_part {
    rt_str text;
    size_t column; /* of the query's columns; SIZE_MAX: the text */
} rt_mapped_part;

/* Where values come from: literals and columns, joined, then split; or a template. */
typedef struct rt_mapped_source {
    const rt_yaml_node *node;
    size_t *columns; /* numbers of the query's columns */
    size_t column_count;
    rt_strs literals;
    rt_mapped_part *parts; /* NULL: no template */
    size_t part_count;
    bool joined;
    rt_str join, split;
    rt_str format; /* how dates are written, as in strptime: "%d.%m.%Y" */
} rt_mapped_source;

/* A field of the statements that are made: speaker, said_at, handling, ... */
typedef struct rt_mapped_field {
    const rt_field *field;
    rt_mapped_source source;
} rt_mapped_field;

typedef struct rt_mapped_fields {
    rt_mapped_field *at;
    size_t n;
} rt_mapped_fields;

typedef struct rt_mapped_prop {
    const rt_prop *prop;
    rt_mapped_source source;
    size_t entity; /* of the query's entities, whose id is the value; SIZE_MAX: none */
    bool required; /* without it there is no entity in the row */
    rt_mapped_fields fields;
} rt_mapped_prop;

typedef struct rt_mapped_entity {
    rt_str name;
    const rt_yaml_node *node;
    const rt_schema *schema;
    rt_mapped_source key; /* columns only */
    rt_str key_literal;
    size_t id_column; /* SIZE_MAX: the id is made of the key */
    rt_mapped_prop *props;
    size_t prop_count;
    rt_mapped_fields fields;
} rt_mapped_entity;

/* Rows that have, or do not have, one of these values in a column. */
typedef struct rt_mapped_filter {
    size_t column;
    rt_strs values;
    bool without;
} rt_mapped_filter;

typedef struct rt_mapped_column {
    rt_str name;
    const rt_yaml_node *node; /* where it is named first */
} rt_mapped_column;

typedef struct rt_mapped_query {
    rt_str file; /* last part of csv_url; empty: any */
    rt_mapped_column *columns;
    size_t column_count;
    rt_mapped_filter *filters;
    size_t filter_count;
    rt_mapped_entity *entities;
    size_t entity_count;
    rt_mapped_fields fields; /* those said of the whole mapping first */
} rt_mapped_query;

typedef struct rt_mapping {
    rt_yaml yaml;
    rt_str dataset; /* the name above the queries; or empty */
    rt_str encoding;
    char delimiter; /* 0: told by the header */
    rt_mapped_query *queries;
    size_t query_count;
} rt_mapping;

/* The line of the file that a row begins on, where a column of this name is asked for. */
#define RT_LINE_COLUMN "$line"

/* Reads a mapping; all of it lives in the arena. Errors name file, line and column, and what was expected. */
RT_RESULT rt_mapping_read(rt_input *in, rt_arena *arena, rt_mapping *mapping, rt_error *err);

/* Whether a query is meant for a file of this name (without what says how it is packed): it names that, or no file of
 * the mapping's is called so. */
bool rt_mapping_applies(const rt_mapping *mapping, const rt_mapped_query *query, rt_str name);
