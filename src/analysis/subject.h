/* An entity as a subject that the name engine compares. */
#pragma once

#include "analysis/entity.h"
#include "names/gather.h"

/* What counts of it: names and traits that somebody affirms and nobody took out, and the days of birth that its ages
 * leave. Lives in the arena. */
rt_subject rt_entity_as_subject(const rt_entity *e, rt_arena *arena);
