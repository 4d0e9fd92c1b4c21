/* Events in which only the living take part, before the birth or after the death of who takes part in them. */
#include "analysis/birth.h"
#include "analysis/conflict_sides.h"
#include "analysis/happening.h"
#include "analysis/part.h"

/* The days of birth, and of death, on which all that counts agrees. */
typedef struct life {
    rt_birth birth;
    rt_affirmed deaths;
} life;

/* --- one event --------------------------------------------------------------------------------------------------- */

/* Starts before any day of birth that is given. Where they disagree, it is before some of them, and so only possible.
 */
static rt_certainty before_birth(const life *l, const rt_when *event) {
    size_t certain = 0, possible = 0;
    for (size_t i = 0; i < l->birth.n; i++) {
        const rt_when *b = &l->birth.by[i].when;
        if (event->start_max >= b->start_min) continue;
        possible++;
        if (event->wide.start_max < b->wide.start_min && !b->uncertain && !event->uncertain) certain++;
    }
    if (possible == 0) return RT_IMPOSSIBLE;
    return certain == l->birth.n ? RT_CERTAIN : RT_POSSIBLE;
}

static rt_certainty after_death(const life *l, const rt_when *event) {
    size_t certain = 0, possible = 0;
    for (size_t i = 0; i < l->deaths.n; i++) {
        rt_when d;
        if (rt_edtf_read(l->deaths.at[i]->value, &d, NULL).code != RT_OK || event->end_min <= d.end_max) continue;
        possible++;
        if (event->wide.end_min > d.wide.end_max && !d.uncertain && !event->uncertain) certain++;
    }
    if (possible == 0) return RT_IMPOSSIBLE;
    return certain == l->deaths.n ? RT_CERTAIN : RT_POSSIBLE;
}

static rt_status event_conflict(rt_reading *r, const rt_entity *e, const life *l, const rt_part *part,
                                rt_conflict_list *list, rt_error *err) {
    const rt_certainty early = before_birth(l, &part->dating.when), late = after_death(l, &part->dating.when);
    if (early != RT_IMPOSSIBLE) {
        rt_value *sides = rt_conflict_open(r, e, RT_S("eventBeforeBirth"), early, list);
        for (size_t i = 0; i < l->birth.n; i++) rt_conflict_side(r, l->birth.by[i].edtf, l->birth.by[i].facts, sides);
        rt_part_side(r, part, sides);
    }
    if (late != RT_IMPOSSIBLE) {
        rt_value *sides = rt_conflict_open(r, e, RT_S("eventAfterDeath"), late, list);
        for (size_t i = 0; i < l->deaths.n; i++) RT_TRY(rt_conflict_claim_side(r, l->deaths.at[i], false, sides, err));
        rt_part_side(r, part, sides);
    }
    return rt_ok;
}

/* --- all of them ------------------------------------------------------------------------------------------------- */

rt_status rt_conflicts_of_life(rt_reading *r, const rt_entity *e, const rt_around *around, rt_conflict_list *list,
                               rt_error *err) {
    const life l = {rt_birth_of(e, r->arena), rt_conflict_affirmed(e, "deathDate")};
    if (l.birth.n + l.deaths.n == 0) return rt_ok;
    for (size_t i = 0; i < around->n; i++) {
        rt_part part;
        if (rt_part_of(&around->at[i], r->arena, &part)) RT_TRY(event_conflict(r, e, &l, &part, list, err));
    }
    return rt_ok;
}
