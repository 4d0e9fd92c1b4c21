/* Where a quote stands in a text. */
#pragma once

#include "base/status.h"
#include "base/str.h"
#include "text/sentence.h"

/* The first place of a quote in a text, as bytes of the text; false when it does not stand there. To the letter, else
 * as people quote what was printed: blanks and line ends are one blank, hyphens (also those that a line's end asks for)
 * are passed over, quotation marks and apostrophes are those of ASCII. Case and accents count. Linear in both. */
bool rt_quote_find(rt_str text, rt_str quote, rt_passage *place);
