/* Who says otherwise than a topic: who denies it, whose statements somebody linked as opposing it, and who takes back
 * what somebody else said. Of an event as a whole only who denies that it was: links oppose what is said of it. */
#pragma once

#include "analysis/topic.h"

/* Statements that count, each once: denials first. */
RT_RESULT rt_opposing_of(rt_reading *r, const rt_topic *t, rt_facts *facts, rt_error *err);
