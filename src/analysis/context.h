/* The sentence on which a statement rests, where the case holds the text of its document. */
#pragma once

#include "base/value.h"
#include "store/lens.h"

typedef struct rt_context_answer {
    /* {document{id, name, title}, start, end, before, text, after}: the bytes of the text that the locator
     * ("bytes:START-END") names, or in which the quote stands, and the sentences around them; null where the text is
     * not there, or the place is not known. */
    rt_value *context;
    rt_value *quoted; /* whether the quote stands in the text; null where there is none, or no text to look in */
} rt_context_answer;

/* A document is named by its id or its name; where it is known by its hash alone, the text of another one of the same
 * bytes that the lens shows serves. */
RT_RESULT rt_context_of(rt_lens *lens, const rt_entry *statement, rt_arena *arena, rt_context_answer *answer,
                        rt_error *err);
