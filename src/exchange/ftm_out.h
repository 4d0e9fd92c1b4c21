/* What FollowTheMoney's formats are told of a case: which statements go out, and as which values. */
#pragma once

#include "model/schema.h"
#include "store/cursor.h"

typedef struct rt_ftm_said {
    rt_str prop, value;
} rt_ftm_said;

enum { RT_FTM_SAID_MOST = 2 };

/* Takes out of an entity's statements what does not go out, in their order: FollowTheMoney has no word for a denial or
 * a suspicion, so only what somebody asserts and nobody took back does. */
RT_RESULT rt_ftm_keep_outgoing(rt_lens *lens, rt_arena *arena, rt_seen_list *list, rt_error *err);

/* What a statement says on an entity of the schema `as` (one of FollowTheMoney's own); returns how many values. A
 * property that it does not know goes out as `involved` where it names an entity, and as a note "charge: ..."; an EDTF
 * date as the nearest one that its date type takes. A value that its type refuses goes out as it stands where that is
 * wanted, else as a note. */
size_t rt_ftm_say(const rt_schema *as, const rt_entry *e, bool as_it_stands, rt_arena *arena,
                  rt_ftm_said said[RT_FTM_SAID_MOST]);
