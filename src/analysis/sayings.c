#include "analysis/sayings.h"

#include <stdlib.h>

#include "analysis/carrier.h"
#include "base/date.h"
#include "base/grow.h"

enum { MOST_SAYINGS = 4096, LEAST_WORDS = 5 };

rt_str rt_after_name(rt_after how) {
    static const char *const names[] = {"",         "link", "same speaker", "same words", "same passage", "same letter",
                                        "passed on"};
    return rt_str_of(names[how]);
}

/* --- by id ------------------------------------------------------------------------------------------------------- */

/* The saying with this id, or NULL. */
static rt_saying *find(const rt_sayings *all, rt_str id) {
    const size_t number = rt_map_find(&all->ids, id);
    return number != SIZE_MAX ? &all->at[number] : NULL;
}

static void add(rt_reading *r, rt_saying saying, rt_sayings *all) {
    if (find(all, saying.fact->s.e.id) != NULL) return;
    if (all->n == MOST_SAYINGS) {
        all->more = true;
        return;
    }
    all->at = rt_grow(r->arena, all->at, all->n, sizeof *all->at);
    all->at[all->n++] = saying;
    rt_map_put(&all->ids, saying.fact->s.e.id, r->arena);
}

/* --- along links ------------------------------------------------------------------------------------------------- */

static bool same_mind(const rt_entry *a, const rt_entry *b) { return rt_entry_affirms(a) == rt_entry_affirms(b); }

/* What a statement repeats (up), or what repeats it. */
static rt_status follow(rt_reading *r, size_t i, bool up, rt_sayings *all, rt_error *err) {
    const rt_fact *f = all->at[i].fact;
    for (const rt_fact_link *l = f->links; l != NULL; l = l->next) {
        const rt_entity *e;
        rt_fact *other;
        if (!rt_str_is(l->kind, "repeats") || l->outgoing != up || rt_str_eq(l->other, f->s.e.id)) continue;
        RT_TRY(rt_reading_fact(r, l->other, &e, &other, err));
        if (other != NULL && same_mind(&other->s.e, &f->s.e)) add(r, (rt_saying){.fact = other, .below = !up}, all);
    }
    return rt_ok;
}

static rt_status gather(rt_reading *r, rt_facts claim, rt_sayings *all, rt_error *err) {
    for (size_t i = 0; i < claim.n; i++) add(r, (rt_saying){.fact = claim.at[i], .own = true}, all);
    for (size_t i = 0; i < all->n; i++)
        if (!all->at[i].below) RT_TRY(follow(r, i, true, all, err));
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].own || all->at[i].below) RT_TRY(follow(r, i, false, all, err));
    return rt_ok;
}

/* --- one voice --------------------------------------------------------------------------------------------------- */

/* What makes two sayings one voice: who speaks, the words, the passage. */
typedef struct mark {
    rt_after how;
    rt_str key;
    size_t saying;
} mark;

typedef struct marks {
    mark *at;
    size_t n;
} marks;

static rt_str speaker_key(rt_arena *arena, const rt_fact *f) {
    const rt_str speaker = f->s.e.speaker;
    return rt_str_lower(arena, speaker.len > 0 ? speaker : rt_fact_source(f));
}

/* Words with one blank between them, in lower case; empty where there are too few to tell a sentence by. */
static rt_str words_key(rt_arena *arena, rt_str quote) {
    RT_AUTO(rt_buf) key = {0};
    size_t words = 0;
    rt_str word;
    for (rt_str rest = rt_str_lower(arena, quote); rt_str_split(&rest, RT_S(" "), &word);) {
        if (word.len == 0) continue;
        if (words++ > 0) rt_buf_byte(&key, ' ');
        rt_buf_add(&key, word);
    }
    return words >= LEAST_WORDS ? rt_str_copy(arena, rt_buf_str(&key)) : (rt_str){"", 0};
}

static rt_str passage_key(rt_arena *arena, const rt_fact *f) {
    const rt_entry *e = &f->s.e;
    if (!rt_str_is(e->basis, "document") || e->document.len == 0 || e->locator.len == 0) return (rt_str){"", 0};
    return rt_str_printf(arena, "%.*s %.*s", RT_FMT(rt_fact_source(f)), RT_FMT(e->locator));
}

static void add_mark(rt_arena *arena, mark m, marks *all) {
    if (m.key.len == 0) return;
    all->at = rt_grow(arena, all->at, all->n, sizeof *all->at);
    all->at[all->n++] = m;
}

static int by_key(const void *x, const void *y) {
    const mark *a = x, *b = y;
    if (a->how != b->how) return a->how < b->how ? -1 : 1;
    const int c = rt_str_cmp(a->key, b->key);
    return c != 0 ? c : (a->saying > b->saying) - (a->saying < b->saying);
}

/* The letters that carry it; what rests on a document, those that carry this. */
static rt_status add_letters(rt_reading *r, const rt_fact *f, size_t saying, marks *all, rt_error *err) {
    rt_entity_set letters;
    const rt_entry *e = &f->s.e;
    const bool rests = rt_str_is(e->basis, "document") && e->document.len > 0;
    const rt_str carried[] = {e->id, rests ? e->document : (rt_str){"", 0},
                              rests ? rt_fact_source(f) : (rt_str){"", 0}};
    for (size_t k = 0; k < sizeof carried / sizeof *carried; k++) {
        RT_TRY(rt_carriers_of(r, carried[k], "carries", &letters, err));
        for (size_t i = 0; i < letters.n; i++)
            add_mark(r->arena, (mark){RT_AFTER_LETTER, letters.at[i]->id, saying}, all);
    }
    return rt_ok;
}

/* One saying alone has nobody to be one voice with. */
static rt_status marks_of(rt_reading *r, const rt_sayings *all, marks *out, rt_error *err) {
    rt_arena *arena = r->arena;
    marks m = {0};
    for (size_t i = 0; i < all->n; i++) {
        const rt_fact *f = all->at[i].fact;
        add_mark(arena, (mark){RT_AFTER_SPEAKER, speaker_key(arena, f), i}, &m);
        add_mark(arena, (mark){RT_AFTER_WORDS, words_key(arena, f->s.e.quote), i}, &m);
        add_mark(arena, (mark){RT_AFTER_PASSAGE, passage_key(arena, f), i}, &m);
        if (all->n > 1) RT_TRY(add_letters(r, f, i, &m, err));
    }
    if (m.n > 1) qsort(m.at, m.n, sizeof *m.at, by_key);
    return *out = m, rt_ok;
}

static size_t root_of(const rt_sayings *all, size_t i) {
    while (all->at[i].voice != i) i = all->at[i].voice = all->at[all->at[i].voice].voice;
    return i;
}

/* Those with the same mark are one voice; which of them came first is settled later. */
static void unite(rt_sayings *all, const marks *m) {
    for (size_t i = 0; i < all->n; i++) all->at[i].voice = i;
    for (size_t i = 1; i < m->n; i++) {
        const mark *a = &m->at[i - 1], *b = &m->at[i];
        if (a->how != b->how || !rt_str_eq(a->key, b->key)) continue;
        const size_t x = root_of(all, a->saying), y = root_of(all, b->saying);
        all->at[x > y ? x : y].voice = x > y ? y : x;
        if (all->at[b->saying].how != RT_AFTER_NOBODY) continue;
        all->at[b->saying].how = b->how;
        all->at[b->saying].after = all->at[a->saying].fact;
    }
}

/* Voices from 0 on, in the order of their first sayings. */
static void number_voices(rt_arena *arena, rt_sayings *all) {
    size_t *number = RT_NEW_N(arena, size_t, all->n);
    for (size_t i = 0; i < all->n; i++)
        if (root_of(all, i) == i) number[i] = all->voices++;
    for (size_t i = 0; i < all->n; i++) all->at[i].voice = root_of(all, i); /* the root is the smallest of its voice */
    for (size_t i = all->n; i-- > 0;) all->at[i].voice = number[all->at[i].voice];
}

/* --- who has it from whom ---------------------------------------------------------------------------------------- */

static void add_echo(rt_arena *arena, rt_saying *from, const rt_saying *to, rt_after how, rt_sayings *all) {
    if (from->how == RT_AFTER_NOBODY || how == RT_AFTER_LINK) {
        from->how = how;
        from->after = to->fact;
    }
    if (from->voice == to->voice) return;
    all->echoes = rt_grow(arena, all->echoes, all->echo_count, sizeof *all->echoes);
    all->echoes[all->echo_count++] = (rt_echo){from->voice, to->voice};
}

static void echo_links(rt_arena *arena, rt_sayings *all) {
    for (size_t i = 0; i < all->n; i++)
        for (const rt_fact_link *l = all->at[i].fact->links; l != NULL; l = l->next) {
            if (!rt_str_is(l->kind, "repeats") || !l->outgoing) continue;
            const rt_saying *to = find(all, l->other);
            if (to != NULL && to != &all->at[i]) add_echo(arena, &all->at[i], to, RT_AFTER_LINK, all);
        }
}

static bool said_before(const rt_entry *a, const rt_entry *b) {
    rt_when x, y;
    if (rt_edtf_read(a->said_at, &x, NULL).code != RT_OK || rt_edtf_read(b->said_at, &y, NULL).code != RT_OK)
        return false;
    return x.wide.end_max < y.wide.start_min;
}

/* The first saying of somebody, by the marks; they are in the order of keys. */
static rt_saying *said_by(const rt_sayings *all, const marks *m, rt_str key) {
    size_t low = 0, high = m->n;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        const mark *at = &m->at[middle];
        if (at->how < RT_AFTER_SPEAKER || (at->how == RT_AFTER_SPEAKER && rt_str_cmp(at->key, key) < 0))
            low = middle + 1;
        else
            high = middle;
    }
    const bool found = high < m->n && m->at[high].how == RT_AFTER_SPEAKER && rt_str_eq(m->at[high].key, key);
    return found ? &all->at[m->at[high].saying] : NULL;
}

/* Whether both say the same: one value; or, of an event as a whole, something on the same one. */
static bool say_the_same(const rt_entry *a, const rt_entry *b) {
    return rt_str_eq(a->prop, b->prop) ? rt_str_eq(a->value, b->value) : rt_str_eq(a->entity, b->entity);
}

/* Who passes a saying on, and says the same in his own voice, has it from there. */
static void echo_carriers(rt_arena *arena, const marks *m, rt_sayings *all) {
    for (size_t i = 0; i < all->n; i++) {
        const rt_entry *e = &all->at[i].fact->s.e;
        for (size_t k = 0; k < e->via.n && all->at[i].own; k++) {
            rt_saying *carrier = said_by(all, m, rt_str_lower(arena, e->via.at[k]));
            if (carrier == NULL || !carrier->own || carrier->voice == all->at[i].voice) continue;
            if (!say_the_same(&carrier->fact->s.e, e)) continue;
            if (rt_str_is(carrier->fact->s.e.basis, "witnessed") || said_before(&carrier->fact->s.e, e)) continue;
            add_echo(arena, carrier, &all->at[i], RT_AFTER_CARRIED, all);
        }
    }
}

rt_status rt_sayings_of(rt_reading *r, rt_facts claim, rt_sayings *all, rt_error *err) {
    *all = (rt_sayings){0};
    RT_TRY(gather(r, claim, all, err));
    marks m;
    RT_TRY(marks_of(r, all, &m, err));
    unite(all, &m);
    number_voices(r->arena, all);
    echo_links(r->arena, all);
    echo_carriers(r->arena, &m, all);
    return rt_ok;
}
