/* A case's entities as FollowTheMoney's own library takes them. */
#pragma once

#include "exchange/format.h"

/* One JSON object a line for each entity that a visible statement is about, in the order of their first ones. Only what
 * sources assert goes out, and what nobody took back: FollowTheMoney has no word for a denial or a suspicion.
 *
 * Our own schemata go out as their nearest FollowTheMoney ancestor; a property that it does not know as `involved`
 * where it names an entity, else as a note "charge: ..."; an EDTF date as the nearest one that its date type takes; a
 * value that its type refuses as a note too. */
RT_RESULT rt_ftm_write(rt_lens *lens, const rt_writer *writer, rt_error *err);
