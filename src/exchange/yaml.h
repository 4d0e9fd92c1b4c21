/* YAML files that people write: a small tree of which each part knows where it stands. By libyaml. Aliases are not
 * taken: they have no place in a file of rules, and make a small file a large one. */
#pragma once

#include "exchange/input.h"

typedef enum rt_yaml_kind { RT_YAML_TEXT, RT_YAML_LIST, RT_YAML_MAP } rt_yaml_kind;

typedef struct rt_yaml_node {
    rt_yaml_kind kind;
    rt_str key;  /* in a map */
    rt_str text; /* of a text */
    struct rt_yaml_node *first, *next;
    uint64_t line, column; /* from 1; columns in bytes */
    size_t at, end;        /* bytes of the file, with quotation marks and what else it is written with */
} rt_yaml_node;

typedef struct rt_yaml {
    rt_str text; /* the whole file */
    const char *file;
    rt_yaml_node *root; /* NULL: the file is empty */
} rt_yaml;

/* Reads a file of at most a mebibyte. Errors name file, line and column. */
RT_RESULT rt_yaml_read(rt_input *in, rt_arena *arena, rt_yaml *yaml, rt_error *err);

/* The node of a map under a key, or NULL. */
const rt_yaml_node *rt_yaml_get(const rt_yaml_node *map, const char *key);

/* Fails at a node. */
rt_status rt_yaml_wrong(const rt_yaml *yaml, const rt_yaml_node *node, rt_error *err, const char *format, ...)
    RT_PRINTF(4, 5);

/* Fails at a byte of a node's text, wherever that stands in the file: a text may go over several lines. */
rt_status rt_yaml_wrong_within(const rt_yaml *yaml, const rt_yaml_node *node, size_t byte, rt_error *err,
                               const char *message);
