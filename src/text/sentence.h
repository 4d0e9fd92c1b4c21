/* The sentences of a text (Unicode Standard Annex 29, by ICU). */
#pragma once

#include "base/str.h"

typedef struct rt_passage {
    size_t start, end; /* bytes of the text, end exclusive */
} rt_passage;

/* The sentences in which bytes start to end (exclusive) stand, without blanks at either end. A sentence ends at an
 * empty line too, and is cut where it is longer than a page. Where the text is `wrapped` (plain text), one goes on
 * behind a line's end that only lack of room made; else (a page, whose blocks stand on lines of their own) a line ends
 * it. Of what lies outside of the text only what is within counts. */
rt_passage rt_sentence_around(rt_str text, bool wrapped, size_t start, size_t end);
