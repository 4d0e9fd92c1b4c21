/* What went out of a case, and to whom: noted in its log before it goes, so that nothing goes unnoted when the program
 * ends in between; and which of it holds entries that are to be erased. docs/decisions/035-who-has-it.md says why so.
 *
 * An entry `sent` keeps no hash and no id of what went: the lens, and the place of the entry in the log, tell what that
 * lens let through then. */
#pragma once

#include "store/erase.h"
#include "store/lens.h"

typedef struct rt_sending {
    rt_str who;      /* to whom; never empty */
    rt_str why;      /* what for; may be empty */
    rt_strs formats; /* as what it goes: model/sent.h */
    rt_str subject;  /* of a report: the entity's id */
    bool count;      /* note how many entries the lens lets through (all of it is read) */
    rt_str handling; /* besides the lens's own */
    rt_str by, program;
} rt_sending;

/* Notes that what `lens` lets through goes out, in a batch of its own, committed when this returns. `store` is the same
 * case, open for writing; the lens may stand on another, which sees the case as it was before: what others recorded
 * between the two counts as gone out. The entry's handling is the lens's clearance, joined with that of all that it has
 * let through so far and with sending->handling: who sees it could have had what went. id gets the entry's. RT_BAD for
 * a text that is not UTF-8, RT_BUSY when something was erased since the lens was opened. */
RT_RESULT rt_sending_note(rt_store *store, rt_lens *lens, const rt_sending *sending, char id[33], rt_error *err);

/* Fills `list` with who holds which of `gone`, by the notes of the case and in their order; all in the arena. Without
 * any lens: for who sees all. O(notes * gone), each a few look-ups. */
RT_RESULT rt_holders_find(rt_store *store, const rt_gone_list *gone, rt_arena *arena, rt_holder_list *list,
                          rt_error *err);
