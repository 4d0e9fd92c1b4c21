/* XML read as a stream of records, by expat: each element at one depth is built as a small tree, handed on and
 * forgotten. Memory is one record.
 *
 * Every input is hostile: a document type declaration is refused, so there are no entities to expand and nothing
 * outside is ever asked for; depth, record and token have limits. Any error carries file, line and column. A file that
 * ends early, however neatly, is an error. Text is UTF-8 whatever the file's encoding (UTF-8, UTF-16, Latin-1). */
#pragma once

#include "exchange/input.h"

typedef struct rt_xml_node rt_xml_node;
struct rt_xml_node {
    rt_str name;
    rt_str text; /* of its own, without that of its children; runs are put together as they come */
    uint64_t line, column;
    rt_xml_node *first, *next; /* child; sibling */
    rt_xml_node *attributes;   /* name and text; chained by next */
};

typedef struct rt_xml_taker {
    void *to;
    unsigned depth; /* of records: 0 is the root, 1 its children, ... */

    /* Each element above the records, as it begins (its text and children are not known). RT_OK goes on. */
    rt_status (*begin)(void *to, const rt_xml_node *element, unsigned depth, rt_error *err);

    /* One record, which lives during the call; so does what else is put into the arena. */
    rt_status (*record)(void *to, const rt_xml_node *record, rt_error *err);
} rt_xml_taker;

/* Reads to the end. The arena is reset after each record. */
RT_RESULT rt_xml_read(rt_input *in, const rt_xml_taker *taker, rt_arena *arena, rt_error *err);

/* Appends text as it stands between tags and in attributes; an element with its attributes, text and children, in
 * which the runs of its text stand before the children. */
void rt_xml_write_text(rt_buf *out, rt_str text);
void rt_xml_write(rt_buf *out, const rt_xml_node *node);

/* The text of the first child (or attribute) of this name, trimmed, blanks squeezed; empty when there is none. */
rt_str rt_xml_child(rt_arena *arena, const rt_xml_node *node, const char *name);
rt_str rt_xml_attribute(rt_arena *arena, const rt_xml_node *node, const char *name);
