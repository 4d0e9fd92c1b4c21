/* Dates in words, for people: "2006-07" as "July 2006", "[2005-02,2006-02]" as "February 2005 or February 2006".
 *
 * The words say what the EDTF text says and no more; where they do not fit (significant digits, qualifiers on single
 * components, digits left open in odd places) the text stays as it is, as does what is no EDTF. */
#pragma once

#include "base/str.h"

typedef enum rt_month_form { RT_MONTHS_LONG, RT_MONTHS_SHORT } rt_month_form;

/* The result is in the arena, or edtf itself. */
rt_str rt_date_words(rt_arena *arena, rt_str edtf, rt_month_form form);
