/* Words that follow each other. */
#pragma once

#include "store/found.h"
#include "words/query.h"
#include "words/tokenizer.h"

/* What the lens shows in which the words of a query stand one after the other; `times` says how often. In documents
 * their places in the index tell, unless the last word is only the beginning of one; all else is read. */
RT_RESULT rt_search_phrase(rt_finder *finder, rt_tokenizer *tokenizer, const rt_query *query, rt_found_list *found,
                           rt_error *err);
