/* Keys under which a name is found by how its words sound. */
#pragma once

#include "names/alike.h"

/* Of each word at most `each` keys (rt_word_few_sounds), none twice; returns how many of at most `most` were written.
 * What is stored takes few, who looks for a name takes more. */
size_t rt_name_sounds(rt_arena *arena, rt_str name, unsigned each, uint64_t *keys, size_t most);
