/* Text as a terminal shows it: made safe, measured in columns, cut and wrapped at what people take for a character.
 *
 * A character is an extended grapheme cluster (UAX #29, of Unicode 15; properties by ICU). Its width follows UAX #11
 * and UTS #51: two columns for wide and full-width letters and for emoji, none for marks that combine, one for all else
 * (ambiguous ones count as narrow). Text is UTF-8; bytes that are none count as U+FFFD. */
#pragma once

#include "base/buf.h"

typedef enum rt_text_mode {
    RT_TEXT_LINE,  /* line ends and tabs become spaces */
    RT_TEXT_LINES, /* line ends and tabs are kept */
} rt_text_mode;

/* Appends foreign text so that it can't steer a terminal or the order of what stands around it: C0 controls and DEL as
 * their pictures (ESC is U+241B), C1 controls, line and paragraph separators, directional embeddings, overrides and
 * isolates, tags and annotations as <U+009B>. What joins letters (ZWJ, ZWNJ) and weak marks of direction stay. */
void rt_text_safe(rt_buf *to, rt_str data, rt_text_mode mode);

/* The same into the arena, as RT_TEXT_LINE; s itself when there is nothing to change. */
rt_str rt_text_made_safe(rt_arena *arena, rt_str s);

/* The first character of s, and how many columns it takes; s must not be empty. */
rt_str rt_text_character(rt_str s, unsigned *width);

unsigned rt_text_width(rt_str s);

/* As much of s from its start as fits into this many columns. */
rt_str rt_text_fit(rt_str s, unsigned width);

/* Takes the next line of at most width columns off *rest: broken at blanks (which are dropped there) and beside wide
 * letters, within a word only when it is wider than a line. False when nothing is left. At least one character is taken
 * even if it is wider. */
bool rt_text_line(rt_str *rest, unsigned width, rt_str *line);

/* Whether a letter of s is written from right to left. */
bool rt_text_is_rtl(rt_str s);

/* Appends s; where it holds right-to-left letters, between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (UAX #9),
 * so that it keeps its place in the line. The two take no columns. */
void rt_text_isolated(rt_buf *to, rt_str s);

/* Appends text wrapped to width, each line with this many blanks in front and a line end behind; at an empty line of
 * text an empty line is kept. */
void rt_text_wrap(rt_buf *to, rt_str text, unsigned indent, unsigned width);
