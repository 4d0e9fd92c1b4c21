/* The record of one entry in the file: its subject, and which of its texts its names were read from.
 *
 * Numbers are LEB128, texts a length and their bytes: id, schema's number, caption (a name's place from 1, or 0 and a
 * text), names, names that were read (the same way), traits (property's number, value). */
#pragma once

#include "base/buf.h"
#include "names/match.h"

/* Schemata and properties are numbered: codes[0] the schema's, then one a trait. */
void rt_index_entry_write(const rt_ready *ready, const uint32_t *codes, rt_buf *out);

typedef struct rt_index_record {
    rt_subject subject; /* arrays in the arena, slices of the record */
    rt_strs read;       /* the texts of the names that were read, in their order */
} rt_index_record;

/* False when the record is damaged. */
bool rt_index_entry_read(rt_arena *arena, rt_str bytes, rt_strs strings, rt_index_record *record);
