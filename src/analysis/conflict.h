/* What contradicts what: a first, plain set of rules.
 *
 * | rule | sides |
 * |---|---|
 * | birthDate | days of birth, from dates and ages, that have no day in common |
 * | a property that has one value at a time (gender, deathDate, startDate, facility, charge, ...) | values that exclude
 * each other | | denied | who asserts a value and who denies it | | opposed | two statements that somebody linked as
 * opposing each other |
 *
 * A contradiction is certain when its sides can't both be true; possible when a date is uncertain or approximate, or
 * when two texts may mean the same. Only what counts is compared: what was taken back contradicts nothing. */
#pragma once

#include "analysis/shape.h"

/* Adds those of one entity: [{rule, entity, certainty, sides[{value, statements[], sources[]}]}]. */
RT_RESULT rt_conflicts_add(rt_reading *r, const rt_entity *e, rt_value *list, rt_error *err);
