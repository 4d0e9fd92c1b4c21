/* From near words to the names that may be meant.
 *
 * Words are gone through from the one with the fewest postings to the one with the most. What the words that are still
 * to come can add at most is known (index_bound.h), so of a common word's postings only the beginning is read: the
 * short names in which it is much; and of these only those are looked at that have the sounds of what is still needed.
 * Names that share only common words are never opened one by one, unless the words together are enough. */
#include <math.h>
#include <string.h>

#include "names/index_join.h"
#include "names/index_keyed.h"
#include "names/index_lookup.h"

enum {
    JOINED_MOST = 512, /* names that are tried for one word of the query being two of theirs */
    JOINED_LETTERS = 4,
};

/* What words say at most: evidence, and the information that it comes from on either side. */
typedef struct said {
    float evidence, here, there;
} said;

typedef struct search {
    const rt_lookup *l;
    uint8_t order[RT_UNITS_MOST]; /* of units, the fewest postings first */
    said rest[RT_UNITS_MOST + 1]; /* of the units from this place of order on */
    rt_index_posting *found;
    size_t n, room;
} search;

static said more(said s, const rt_unit *u) {
    return (said){s.evidence + u->best, s.here + u->info, s.there + u->info_near};
}

/* --- the order of units --------------------------------------------------------------------------------------------
 */

static void order_make(search *s) {
    const rt_lookup *l = s->l;
    for (size_t i = 0; i < l->n; i++) {
        size_t at = i;
        for (; at > 0 && l->units[s->order[at - 1]].postings > l->units[i].postings; at--)
            s->order[at] = s->order[at - 1];
        s->order[at] = (uint8_t)i;
    }
    for (size_t i = l->n; i-- > 0;) s->rest[i] = more(s->rest[i + 1], &l->units[s->order[i]]);
}

/* --- postings ------------------------------------------------------------------------------------------------------
 */

static void found_add(search *s, const rt_index_posting *p) {
    if (s->n == RT_FOUND_MOST) return;
    if (s->n == s->room) {
        rt_index_posting *wider = RT_NEW_N(s->l->arena, rt_index_posting, 2 * s->room);
        memcpy(wider, s->found, s->n * sizeof *wider);
        s->found = wider;
        s->room *= 2;
    }
    s->found[s->n++] = *p;
}

/* Whether a name of this kind and information can do with what is said. */
static bool may_do(const search *s, unsigned kind, said x, float info) {
    if (kind > RT_NAME_THING) return false;
    const rt_index_bound *b = &s->l->bound;
    return rt_index_ceiling(b, (rt_name_kind)kind, x.evidence, x.here, x.there, info) >= b->least;
}

static bool any_may_do(const search *s, said x, float info) {
    for (unsigned kind = 0; kind <= RT_NAME_THING; kind++)
        if (may_do(s, kind, x, info)) return true;
    return false;
}

/* With the units from place on whose sounds the name has. */
static said with_others(const search *s, size_t place, said x, uint32_t others) {
    for (size_t i = place; i < s->l->n; i++) {
        const rt_unit *u = &s->l->units[s->order[i]];
        if ((u->bits & others) != 0) x = more(x, u);
    }
    return x;
}

static void postings_read(search *s, size_t place, const rt_near *near) {
    const rt_index_span span = rt_index_postings(s->l->index, near->word);
    const rt_unit *unit = &s->l->units[near->unit];
    const said alone = {near->evidence, unit->info, near->info}, *rest = &s->rest[place + 1];
    const said most = {alone.evidence + rest->evidence, alone.here + rest->here, alone.there + rest->there};
    uint32_t info = UINT32_MAX;
    for (size_t i = span.begin; i < span.end; i++) {
        const rt_index_posting *p = &s->l->index->postings[i];
        if (rt_index_posting_info(p) != info) {
            info = rt_index_posting_info(p);
            if (!any_may_do(s, most, (float)info)) break; /* those behind say more that is not shared */
        }
        const said x = with_others(s, place + 1, alone, p->others);
        if (may_do(s, rt_index_posting_kind(p), x, (float)info)) found_add(s, p);
    }
}

/* --- one word here, two there --------------------------------------------------------------------------------------
 */

static void joined_read(search *s, size_t at) {
    const rt_unit *unit = &s->l->units[at];
    if (unit->count != 1 || unit->word->len < JOINED_LETTERS) return;
    const rt_index_run run = rt_index_find(s->l->index, RT_TABLE_JOINS, rt_index_joined_key(unit->word));
    for (size_t k = 0; k < run.n && k < JOINED_MOST; k++)
        found_add(s, &(rt_index_posting){run.at[k].value, (uint32_t)RT_FOUND_JOINED << 24 | (uint32_t)at});
}

void rt_lookup_find(const rt_lookup *l, rt_index_posting **found, size_t *n) {
    search s = {.l = l, .room = 256};
    s.found = RT_NEW_N(l->arena, rt_index_posting, s.room);
    order_make(&s);
    for (size_t i = 0; i < l->n; i++) joined_read(&s, i);
    for (size_t i = 0; i < l->n; i++) {
        const rt_unit *u = &l->units[s.order[i]];
        for (size_t k = u->near_begin; k < u->near_end; k++) postings_read(&s, i, &l->near[k]);
    }
    *found = s.found;
    *n = s.n;
}
