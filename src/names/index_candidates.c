/* From near words to the names that may be meant.
 *
 * Near words are gone through from those that few names have to those that many have, in groups of like length of list.
 * A name that holds a word of an earlier group was found there; so of a longer list only those names are of use that
 * reach the cutoff by words of its own group and later ones (index_bound.h). Of a common word's postings only the
 * beginning is read: the short names in which it is much; and of these only those are looked at that have the sounds of
 * what is still needed. Names that share only common words are never opened one by one, unless the words together are
 * enough. */
#include <math.h>

#include "base/grow.h"
#include "names/index_join.h"
#include "names/index_keyed.h"
#include "names/index_lookup.h"
#include "names/index_sounds.h"

enum {
    JOINED_MOST = 512, /* names that are tried for one word of the query being two of theirs */
    JOINED_LETTERS = 4,
};

typedef rt_index_said said;

/* What near words of one unit, in this group or later ones, say at most. */
typedef struct coming {
    float best, info_near;
    uint32_t bits; /* as postings remember them */
} coming;

/* A list is of the group of its length's logarithm. */
enum { GROUPS = 33, SHORT_LISTS = 8 };

typedef struct search {
    const rt_lookup *l;
    coming *coming;  /* [group][unit] */
    uint32_t *order; /* of near words, by group */
    rt_index_posting *found;
    size_t n;
    bool initials; /* the query has some: they may be any word that begins so */
} search;

/* --- the order of near words ----------------------------------------------------------------------------------------
 */

static size_t list_of(const search *s, size_t near) {
    const rt_index_span span = rt_index_postings(s->l->index, s->l->near[near].word);
    return span.end - span.begin;
}

static unsigned group_of(size_t list) { return list == 0 ? 0 : 32 - (unsigned)__builtin_clz((unsigned)list); }

static void widen(coming *c, const rt_near *near, uint32_t bit) {
    c->best = fmaxf(c->best, near->evidence);
    c->info_near = fmaxf(c->info_near, near->info);
    c->bits |= bit;
}

static void add(coming *c, const coming *more) {
    c->best = fmaxf(c->best, more->best);
    c->info_near = fmaxf(c->info_near, more->info_near);
    c->bits |= more->bits;
}

/* A name may have the word as an initial: it is kept under the sounds of that letter. */
static void initial_add(search *s, size_t unit) {
    static const float cost = 2.5F; /* as in alike.c */
    enum { SHORTEST = 3 };
    const rt_word *w = s->l->units[unit].word;
    rt_word initial;
    if (w->len < SHORTEST) s->initials = true;
    if (w->len < SHORTEST || s->l->units[unit].count > 1) return;
    rt_word_of_latin((rt_str){w->latin, 1}, false, &initial);
    const float evidence = rt_index_evidence(w->info, initial.info, cost);
    if (evidence <= 0) return;
    add(&s->coming[(GROUPS - 1) * s->l->n + unit],
        &(coming){evidence, initial.info, rt_index_bit(rt_index_skeleton(&initial))});
}

static void order_make(search *s) {
    const rt_lookup *l = s->l;
    uint32_t at[GROUPS + 1] = {0};
    uint8_t *groups = RT_NEW_N(l->arena, uint8_t, l->near_count + 1);
    s->order = RT_NEW_N(l->arena, uint32_t, l->near_count + 1);
    s->coming = RT_NEW_N(l->arena, coming, GROUPS * l->n + 1);
    for (size_t i = 0; i < l->near_count; i++) {
        groups[i] = (uint8_t)group_of(list_of(s, i));
        at[groups[i] + 1]++;
        widen(&s->coming[groups[i] * l->n + l->near[i].unit], &l->near[i],
              rt_index_bit(l->index->words[l->near[i].word].skeleton));
    }
    for (size_t u = 0; u < l->n; u++) initial_add(s, u);
    for (size_t g = 1; g <= GROUPS; g++) at[g] += at[g - 1];
    for (size_t i = 0; i < l->near_count; i++) s->order[at[groups[i]]++] = (uint32_t)i;
    for (size_t g = GROUPS - 1; g-- > 0;)
        for (size_t u = 0; u < l->n; u++) add(&s->coming[g * l->n + u], &s->coming[(g + 1) * l->n + u]);
}

/* --- postings ------------------------------------------------------------------------------------------------------
 */

static void found_add(search *s, const rt_index_posting *p) {
    if (s->n == RT_FOUND_MOST) return;
    s->found = rt_grow(s->l->arena, s->found, s->n, sizeof *s->found);
    s->found[s->n++] = *p;
}

/* Whether a name of this kind and information can do with what is said. */
static bool may_do(const search *s, unsigned kind, said x, float info) {
    if (kind > RT_NAME_THING) return false;
    const rt_index_bound *b = &s->l->bound;
    return rt_index_ceiling(b, (rt_name_kind)kind, x, info, s->initials) >= b->least;
}

static bool any_may_do(const search *s, said x, float info) {
    for (unsigned kind = 0; kind <= RT_NAME_THING; kind++)
        if (may_do(s, kind, x, info)) return true;
    return false;
}

/* With the other units whose sounds the name may have. Two words as one say what they say beyond each alone. */
static said with_others(const search *s, unsigned group, const rt_near *near, uint32_t others) {
    const rt_lookup *l = s->l;
    const coming *c = &s->coming[group * l->n];
    said x = {near->evidence, l->units[near->unit].info, near->info};
    float by_word[RT_NAME_MOST_WORDS + 1] = {0};
    for (size_t u = 0; u < l->n; u++) {
        const rt_unit *unit = &l->units[u];
        const bool has = u != near->unit && (c[u].bits & others) != 0;
        if (unit->count == 1) by_word[unit->at] = has ? c[u].best : 0;
        if (!has) continue;
        const float beyond = unit->count == 1 ? 0 : by_word[unit->at] + by_word[unit->at + 1];
        if (c[u].best <= beyond) continue;
        x.evidence += c[u].best - beyond;
        x.here += unit->info;
        x.there += c[u].info_near;
    }
    return x;
}

/* Of a short list all names are taken when the word says so much: the others may be nearly the same. */
static const float strong = 6;

static void postings_take_all(search *s, rt_index_span span) {
    for (size_t i = span.begin; i < span.end; i++) found_add(s, &s->l->index->postings[i]);
}

static void postings_read(search *s, const rt_near *near) {
    const rt_index_span span = rt_index_postings(s->l->index, near->word);
    const unsigned group = group_of(span.end - span.begin);
    if (group <= SHORT_LISTS && near->evidence >= strong) {
        postings_take_all(s, span);
        return;
    }
    const said most = with_others(s, group, near, UINT32_MAX);
    uint32_t info = UINT32_MAX;
    for (size_t i = span.begin; i < span.end; i++) {
        const rt_index_posting *p = &s->l->index->postings[i];
        if (rt_index_posting_info(p) != info) {
            info = rt_index_posting_info(p);
            if (!any_may_do(s, most, (float)info)) break; /* those behind say more that is not shared */
        }
        const said x = with_others(s, group, near, p->others);
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
    search s = {.l = l};
    order_make(&s);
    for (size_t i = 0; i < l->n; i++) joined_read(&s, i);
    for (size_t i = 0; i < l->near_count; i++) postings_read(&s, &l->near[s.order[i]]);
    *found = s.found;
    *n = s.n;
}
