/* What the `date` command prints, as values (DESIGN.md, "date TEXT..."). */
#pragma once

#include "base/date_allen.h"
#include "base/value.h"

/* A text as a date: EDTF, or else (not edtf_only) a written date; *edtf is its canonical form, in the arena. */
RT_RESULT rt_date_read(rt_str text, bool edtf_only, rt_arena *arena, rt_str *edtf, rt_when *when, rt_error *err);

/* {"text", "edtf", "level", "span", "start", "end", "uncertain", "approximate"}, or {"text", "error", "at"} when text
 * is no date: then the same status and error come back as from rt_date_read, with the object. Of a text that is no
 * UTF-8 the object shows what stands before the first byte at fault. */
RT_RESULT rt_date_describe(rt_str text, bool edtf_only, rt_arena *arena, rt_value **object, rt_error *err);

/* {"certain": [names], "possible": [names], "days": [min, max]} of a to b; a number of days without bound is null. */
rt_value *rt_date_relation(const rt_when *a, const rt_when *b, rt_arena *arena);

/* The same of two texts. RT_BAD, with the text at fault in the message, when one is no date. */
RT_RESULT rt_date_against(rt_str a, rt_str b, bool edtf_only, rt_arena *arena, rt_value **object, rt_error *err);

/* [first, last] days of a date that anything prints as "span": text each, ".." open, null unknown. */
rt_value *rt_date_span(const rt_when *when, rt_arena *arena);
