/* Foreign text as a document may hold it: whatever it says, it steers neither the reader's program nor the order of
 * the words around it.
 *
 * Controls (but for blanks), what is no character and what overrides the direction of text (UAX #9: embeddings,
 * overrides, isolates; the weak marks LRM and RLM stay) become U+FFFD, as do bytes that are no UTF-8. */
#pragma once

#include "base/buf.h"

/* On one line: line ends and tabs become spaces. Lives in the arena, or is s itself where nothing changes. */
rt_str rt_clean_line(rt_arena *arena, rt_str s);

/* The first `most` code points of it, with an ellipsis where there were more; no mark is parted from its letter. */
rt_str rt_clean_brief(rt_arena *arena, rt_str s, size_t most);

/* Whether the first letter with a direction is written from right to left (UAX #9, P2 and P3). */
bool rt_is_rtl(rt_str s);

/* Whether a letter of it is. */
bool rt_has_rtl(rt_str s);

/* FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (UAX #9): what stands between keeps its place in the line. */
void rt_isolate_begin(rt_buf *out);
void rt_isolate_end(rt_buf *out);

/* Appends s with & < > and " written as XML has them. */
void rt_xml_escape(rt_buf *out, rt_str s);
