/* Dates as people and lists write them, in English, as EDTF: "circa 1942", "08 Sep 1966", "before 18 January 1928",
 * "the 1860s". docs/dates.md has the table of forms.
 *
 * Nothing is guessed. What can mean two days is both ("11/08/2013" is [2013-08-11,2013-11-08]), what is loose stays as
 * loose as it is ("late 2004" is some day of its second half), and what has no one meaning is refused: years of two
 * digits, other calendars, weekdays that do not fit, ranges that run backwards or lie within each other. */
#pragma once

#include "base/date.h"

/* EDTF of the whole of text (blanks around it do not count), in canonical form, into the arena. EDTF itself is taken as
 * it is. RT_BAD with the byte of the word at fault. O(length); text of more than 48 words is refused. */
RT_RESULT rt_written_read(rt_str text, rt_arena *arena, rt_str *edtf, rt_error *err);
