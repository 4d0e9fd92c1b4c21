/* What a note of what went out of the case says, as views and erasures tell it. */
#pragma once

#include "base/value.h"
#include "model/entry.h"

/* Puts {id, to, purpose, formats[], subject, through: {clear, at, said_by, as_of, sources[], as_if_same[],
 * as_if_apart[]}, entries, recorded_at, recorded_by, handling, restored}. `subject` is the entity of a report, as
 * shape.h has it, or NULL. All is copied into the arena. */
void rt_sent_put(const rt_entry *sent, rt_value *subject, bool restored, rt_arena *arena, rt_value *row);
