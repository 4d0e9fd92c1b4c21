/* What a case says to who asks about a name before a decision: the dossiers of all who bear it, and who bears a name
 * that is like it. A pure function of the lens and the name; that nothing is known is an answer too. */
#pragma once

#include "analysis/view.h"

/* {asked, found: "one"/"several"/"like"/"nobody", subjects[{what `show` says of each}], like[{id, caption, schema,
 * name, score, match}], more}. `like` are those who bear another name that is like it, the likest first, where nobody
 * bears the very name; whose score is that of a match is among the subjects too. */
RT_RESULT rt_vet_page(rt_lens *lens, rt_str name, rt_arena *arena, rt_value **page, rt_error *err);

/* The ids of all statements that a page names, in code point order. */
rt_strs rt_vet_page_statements(const rt_value *page, rt_arena *arena);

/* Its bytes: canonical JSON, keys in order and no blanks; and their SHA-256 in hex. */
rt_str rt_vet_page_bytes(const rt_value *page, rt_arena *arena);
rt_str rt_vet_hash(rt_str bytes, rt_arena *arena);
