/* Between the two halves of the mapping's reader. Errors name file, line and column of the mapping. */
#pragma once

#include "exchange/mapping.h"

typedef struct rt_mapping_reader {
    rt_mapping *mapping;
    rt_arena *arena;
    rt_mapped_query *query; /* that is read */
} rt_mapping_reader;

/* That a map has none but these keys (which end with NULL); that a node is a map, `what` it is to be. */
RT_RESULT rt_mapping_check_keys(const rt_mapping_reader *r, const rt_yaml_node *map, const char *const *keys,
                                rt_error *err);
RT_RESULT rt_mapping_need_map(const rt_mapping_reader *r, const rt_yaml_node *n, const char *what, rt_error *err);

/* The text, or true and false, under a key; empty and false where there is none. */
RT_RESULT rt_mapping_text_under(const rt_mapping_reader *r, const rt_yaml_node *map, const char *key, rt_str *text,
                                rt_error *err);
RT_RESULT rt_mapping_flag_under(const rt_mapping_reader *r, const rt_yaml_node *map, const char *key, bool *flag,
                                rt_error *err);

/* Takes a text, or each of a list of texts; and what stands under either of two keys, as FollowTheMoney has them:
 * `column` and `columns`. */
typedef rt_status rt_mapping_take_text(rt_mapping_reader *r, const rt_yaml_node *n, void *to, rt_error *err);
RT_RESULT rt_mapping_each_text(rt_mapping_reader *r, const rt_yaml_node *n, rt_mapping_take_text *take, void *to,
                               rt_error *err);
RT_RESULT rt_mapping_texts_under(rt_mapping_reader *r, const rt_yaml_node *map, const char *one, const char *many,
                                 rt_mapping_take_text *take, void *to, rt_error *err);

/* Two that take: into the columns of an rt_mapped_source, into an rt_strs. */
rt_mapping_take_text rt_mapping_add_column, rt_mapping_add_text;

/* The number of a column among the query's. */
RT_RESULT rt_mapping_column_of(rt_mapping_reader *r, const rt_yaml_node *n, rt_str name, size_t *column, rt_error *err);

/* Where values come from; whether it is nowhere. */
RT_RESULT rt_mapping_read_source(rt_mapping_reader *r, const rt_yaml_node *map, rt_mapped_source *s, rt_error *err);
bool rt_mapping_is_empty(const rt_mapped_source *s);

/* What stands under `statement`, behind the fields that are there. */
RT_RESULT rt_mapping_read_fields(rt_mapping_reader *r, const rt_yaml_node *map, rt_mapped_fields *fields,
                                 rt_error *err);
