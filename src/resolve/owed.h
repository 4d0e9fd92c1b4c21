/* For whose eyes a judgement must be, by what it names. Private to src/resolve.
 *
 * A judgement is shown to those who see both entities. Entities may become visible to others later, by a further
 * statement: so what is judged of a hidden one has its handling from the beginning. */
#pragma once

#include "store/lens.h"

/* The lowest handling that holds `asked` and under which both entities are seen. RT_BAD when an entity stands under
 * several of which none is the lowest: which is meant is for people to say. */
RT_RESULT rt_judgement_owed(rt_lens *lens, rt_str a, rt_str b, rt_str asked, rt_arena *arena, rt_str *handling,
                            rt_error *err);
