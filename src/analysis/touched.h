/* Which rules, and for whom, may find something else since a day or a batch: those that new entries say, and those that
 * speak of what new entries are about.
 *
 * New entries touch entities: those that statements are about, those of which a statement was linked, those that were
 * judged. A rule is looked at again for whoever stands in a touched event of its kind, for whom it binds when they were
 * touched, and as a whole when the rule itself, or what it names, was. What only time brings about is not looked at:
 * that a day passed is no entry. Conditions are found by whom they bind; those that are not
 * (rt_cursor_loose_rules) are read always. */
#pragma once

#include "analysis/alert.h"
#include "store/since.h"

/* Adds the rules of the case that are touched to `watches`, then what is to be looked at, each once; also for those
 * rules that are in `watches` already. */
RT_RESULT rt_touched_since(rt_reading *r, const rt_since *since, rt_watches *watches, rt_touches *touches,
                           rt_error *err);
