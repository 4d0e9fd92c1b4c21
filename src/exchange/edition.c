#include "exchange/edition.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/digests.h"
#include "base/grow.h"
#include "model/listed.h"

/* Below so many entries a list may shrink as it likes. */
enum { FEW = 20 };

/* Of values and of entities: on the list before; met in this edition; of entities: something of it is new or gone, and
 * it is an entry by itself. */
enum { CURRENT = 1, MET = 2, CHANGED = 4, ENTRY = 8 };

struct rt_edition {
    rt_edition_options options;
    rt_arena arena;
    rt_hasher *hasher;
    rt_buf scratch;
    rt_str date;            /* of this edition; empty until it is known */
    rt_str last, last_said; /* the latest edition that the case has, and the latest that the list said anything */
    rt_digests values, entities;
    rt_digests gone_entities, gone_values; /* place in the log of the last absence; 1 */
    size_t current_values, met_values;     /* of those that were on the list */
    rt_edition_report report;
};

/* --- keys --------------------------------------------------------------------------------------------------------- */

/* Of what is said, whenever it was. */
static rt_hash value_key(rt_edition *ed, const rt_entry *e) {
    rt_entry timeless = *e;
    rt_hash hash;
    char hex[32];
    timeless.said_at = (rt_str){"", 0};
    rt_entry_id(&timeless, ed->hasher, &ed->scratch, hex, &hash);
    return hash;
}

static rt_hash name_key(rt_edition *ed, rt_str name) {
    rt_hash hash;
    rt_hash_two(ed->hasher, name, (rt_str){"", 0}, &hash);
    return hash;
}

/* --- what is on the list ------------------------------------------------------------------------------------------ */

static void keep_later(rt_edition *ed, rt_str *last, rt_str date) {
    const char *unused;
    if (!rt_is_edition(date, &unused) || (last->len > 0 && rt_edition_cmp(date, *last) <= 0)) return;
    *last = rt_str_copy(&ed->arena, date);
}

static void note_absent(rt_edition *ed, const rt_seen_entry *s) {
    const rt_hash key = name_key(ed, s->e.statement.len > 0 ? s->e.statement : s->e.entity);
    rt_digests *set = s->e.statement.len > 0 ? &ed->gone_values : &ed->gone_entities;
    rt_digests_put(set, &key)->n = s->seq + 1;
    keep_later(ed, &ed->last, s->e.edition);
}

static void note_read(rt_edition *ed, const rt_seen_entry *s) { keep_later(ed, &ed->last, s->e.edition); }

/* Whether no later edition was without it. */
static bool is_current(rt_edition *ed, const rt_seen_entry *s) {
    const rt_hash entity = name_key(ed, s->e.entity);
    const rt_digest *left = rt_digests_find(&ed->gone_entities, &entity);
    if (left != NULL && left->n > s->seq) return false;
    if (ed->gone_values.count == 0) return true;
    const rt_hash id = name_key(ed, s->e.id);
    return rt_digests_find(&ed->gone_values, &id) == NULL;
}

static void note_statement(rt_edition *ed, const rt_seen_entry *s) {
    const rt_hash value = value_key(ed, &s->e), entity = name_key(ed, s->e.entity);
    rt_digest *v = rt_digests_put(&ed->values, &value);
    if (!is_current(ed, s)) return;
    if (v->n == 0) ed->current_values++;
    v->n = CURRENT;
    keep_later(ed, &ed->last_said, s->e.said_at);
    rt_digest *of = rt_digests_put(&ed->entities, &entity);
    if (of->n == 0 && rt_is_list_entry(s->e.schema)) ed->report.entries++;
    of->n |= CURRENT | (rt_is_list_entry(s->e.schema) ? ENTRY : 0);
}

typedef rt_status open_cursor(rt_lens *lens, rt_str dataset, rt_cursor **c, rt_error *err);
typedef void note_entry(rt_edition *ed, const rt_seen_entry *s);

/* What another list of this name holds (at another handling) is none of ours. */
static rt_status note_all(rt_edition *ed, rt_lens *lens, open_cursor *open, note_entry *note, rt_error *err) {
    rt_cursor *c;
    rt_seen_entry entry;
    bool more = true;
    rt_status s = open(lens, ed->options.dataset, &c, err);
    if (s.code != RT_OK) return s;
    while ((s = rt_cursor_next(c, &entry, &more, err)).code == RT_OK && more)
        if (rt_str_eq(entry.e.handling, ed->options.handling)) note(ed, &entry);
    rt_cursor_close(c);
    return s;
}

static rt_status read_list(rt_edition *ed, rt_error *err) {
    const rt_lens_spec everything = {.narrowed = false};
    rt_lens *lens;
    RT_TRY(rt_lens_open(ed->options.store, &everything, &lens, err));
    rt_status s = note_all(ed, lens, rt_cursor_absent, note_absent, err);
    if (s.code == RT_OK) s = note_all(ed, lens, rt_cursor_editions, note_read, err);
    if (s.code == RT_OK) s = note_all(ed, lens, rt_cursor_dataset, note_statement, err);
    rt_lens_close(lens);
    return s;
}

rt_status rt_edition_open(const rt_edition_options *options, rt_edition **out, rt_error *err) {
    if (!rt_store_is_current(options->store))
        return rt_fail(err, RT_CORRUPT, "what is derived from its log is of another version: run `redthread rebuild`");
    rt_edition *ed = *out = rt_alloc(sizeof *ed);
    memset(ed, 0, sizeof *ed);
    ed->options = *options;
    ed->hasher = rt_hasher_new();
    return read_list(ed, err);
}

void rt_edition_close(rt_edition *ed) {
    if (ed == NULL) return;
    rt_digests_close(&ed->values);
    rt_digests_close(&ed->entities);
    rt_digests_close(&ed->gone_entities);
    rt_digests_close(&ed->gone_values);
    rt_hasher_free(ed->hasher);
    rt_buf_close(&ed->scratch);
    rt_arena_close(&ed->arena);
    free(ed);
}

/* --- its day ------------------------------------------------------------------------------------------------------ */

static rt_str now(rt_edition *ed) {
    char text[RT_TIMESTAMP_SIZE];
    rt_timestamp_print(rt_clock_now(), text);
    return rt_str_printf(&ed->arena, "%.19sZ", text);
}

/* A later one is there: placing this one before it would change what was told of the time between. */
static rt_status refuse_older(const rt_edition *ed, rt_error *err) {
    const rt_str dataset = ed->options.dataset;
    if (ed->last.len > 0 && rt_edition_cmp(ed->date, ed->last) < 0)
        return rt_fail(err, RT_BAD,
                       "this is the edition of %.*s, and the case has that of %.*s of \"%.*s\" already: editions go in "
                       "in the order of their days",
                       RT_FMT(ed->date), RT_FMT(ed->last), RT_FMT(dataset));
    if (ed->last_said.len > 0 && rt_edition_cmp(ed->date, ed->last_said) < 0)
        return rt_fail(
            err, RT_BAD,
            "this is the edition of %.*s, and the case has what \"%.*s\" said on %.*s: editions go in in the "
            "order of their days",
            RT_FMT(ed->date), RT_FMT(dataset), RT_FMT(ed->last_said));
    return rt_ok;
}

static rt_status set_date(rt_edition *ed, rt_str date, rt_error *err) {
    const char *why;
    ed->date = rt_str_copy(&ed->arena, date);
    if (!rt_is_edition(date, &why))
        return rt_fail(err, RT_BAD, "the list is of \"%.*s\", which is not %s", RT_FMT(date), why);
    return refuse_older(ed, err);
}

rt_status rt_edition_dated(rt_edition *ed, rt_str made, rt_error *err) {
    const rt_str told = ed->options.told;
    if (made.len == 0) return rt_ok;
    if (told.len > 0 && rt_edition_day(told) != rt_edition_day(made))
        return rt_fail(err, RT_BAD, "the list says that it was made on %.*s, not on %.*s as --edition does",
                       RT_FMT(made), RT_FMT(told));
    return set_date(ed, made, err);
}

/* Where the list does not say: as it was told, else the day of the import. */
static rt_status find_date(rt_edition *ed, rt_error *err) {
    if (ed->date.len > 0) return rt_ok;
    return set_date(ed, ed->options.told.len > 0 ? ed->options.told : rt_str_cut(now(ed), 10), err);
}

/* --- one value ---------------------------------------------------------------------------------------------------- */

/* What is back must be told from what was there before: it is said anew. */
static rt_status say_anew(rt_edition *ed, rt_entry *e, rt_error *err) {
    char hex[32];
    bool there;
    if (e->said_at.len == 0) e->said_at = ed->date;
    rt_entry_id(e, ed->hasher, &ed->scratch, hex, NULL);
    RT_TRY(rt_batch_has(ed->options.batch, (rt_str){hex, 32}, &there, err));
    if (there) e->said_at = now(ed);
    return rt_ok;
}

static void count_new(rt_edition *ed, rt_digest *entity, bool is_entry) {
    if ((entity->n & CURRENT) == 0 && is_entry && (entity->n & MET) == 0) ed->report.came++;
    if ((entity->n & CURRENT) != 0 && is_entry && (entity->n & CHANGED) == 0) ed->report.changed++;
    entity->n |= CHANGED;
}

static rt_status add(rt_edition *ed, const rt_entry *value, bool back, rt_error *err) {
    rt_entry e = *value;
    char id[32];
    if (e.said_at.len == 0) e.said_at = ed->options.told;
    if (back) RT_TRY(say_anew(ed, &e, err));
    ed->report.news = true;
    return rt_batch_add(ed->options.batch, &e, id, NULL, err);
}

rt_status rt_edition_take(rt_edition *ed, const rt_entry *e, rt_error *err) {
    RT_TRY(find_date(ed, err));
    const rt_hash value = value_key(ed, e), entity = name_key(ed, e->entity);
    const bool known = rt_digests_find(&ed->values, &value) != NULL;
    rt_digest *v = rt_digests_put(&ed->values, &value), *of = rt_digests_put(&ed->entities, &entity);
    const int64_t before = v->n;
    if (before == 0) count_new(ed, of, rt_is_list_entry(e->schema));
    v->n |= MET;
    of->n |= MET;
    if (before == CURRENT) ed->met_values++;
    if (before != 0) return ed->report.there++, rt_ok;
    return add(ed, e, known, err);
}

/* --- what is gone ------------------------------------------------------------------------------------------------- */

/* An entity, or one value of an entity that stays. */
typedef struct gone {
    rt_str entity, statement;
    struct gone *next;
} gone;

typedef struct going {
    rt_edition *ed;
    gone *first, **end;
} going;

static void keep_gone(going *g, const rt_entry *e, bool whole) {
    gone *one = RT_NEW(&g->ed->arena, gone);
    one->entity = rt_str_copy(&g->ed->arena, e->entity);
    if (!whole) one->statement = rt_str_copy(&g->ed->arena, e->id);
    *g->end = one;
    g->end = &one->next;
}

/* Takes the mark off, so that an entity is named once. */
static void count_gone(going *g, rt_digest *of, bool whole) {
    rt_edition_report *r = &g->ed->report;
    const bool is_entry = (of->n & ENTRY) != 0;
    if (whole)
        r->went += is_entry, of->n = 0;
    else
        r->changed += is_entry && (of->n & CHANGED) == 0, of->n |= CHANGED;
}

static void look_whether_gone(going *g, const rt_seen_entry *s) {
    rt_edition *ed = g->ed;
    const rt_hash entity = name_key(ed, s->e.entity);
    rt_digest *of = rt_digests_find(&ed->entities, &entity);
    if (of == NULL || (of->n & CURRENT) == 0 || !is_current(ed, s)) return;
    const bool whole = (of->n & MET) == 0;
    const rt_hash value = value_key(ed, &s->e);
    const rt_digest *v = rt_digests_find(&ed->values, &value);
    if (!whole && v != NULL && (v->n & MET) != 0) return;
    keep_gone(g, &s->e, whole);
    count_gone(g, of, whole);
}

static rt_status find_gone(going *g, rt_error *err) {
    const rt_lens_spec everything = {.narrowed = false};
    rt_edition *ed = g->ed;
    rt_cursor *c;
    rt_lens *lens;
    rt_seen_entry entry;
    bool more = true;
    RT_TRY(rt_lens_open(ed->options.store, &everything, &lens, err));
    rt_status s = rt_cursor_dataset(lens, ed->options.dataset, &c, err);
    if (s.code == RT_OK) {
        while ((s = rt_cursor_next(c, &entry, &more, err)).code == RT_OK && more)
            if (rt_str_eq(entry.e.handling, ed->options.handling)) look_whether_gone(g, &entry);
        rt_cursor_close(c);
    }
    rt_lens_close(lens);
    return s;
}

static rt_status add_gone(const rt_edition *ed, const gone *one, rt_error *err) {
    rt_entry e = rt_entry_new(RT_ABSENT_FROM);
    char id[32];
    e.entity = one->entity;
    e.statement = one->statement;
    e.dataset = ed->options.dataset;
    e.handling = ed->options.handling;
    e.edition = ed->date;
    return rt_batch_act(ed->options.batch, &e, id, err);
}

/* A file that was cut where nobody can tell looks like a list from which half was struck. */
static rt_status check_shrunk(const rt_edition *ed, rt_error *err) {
    const rt_edition_report *r = &ed->report;
    if (ed->options.shrunk || r->entries < FEW || 2 * r->went <= r->entries) return rt_ok;
    return rt_fail(err, RT_BAD,
                   "%lld of the %lld entries of \"%.*s\" are not in this file: is it whole? --shrunk takes it as it is",
                   (long long)r->went, (long long)r->entries, RT_FMT(ed->options.dataset));
}

rt_status rt_edition_end(rt_edition *ed, rt_edition_report *report, rt_error *err) {
    going g = {.ed = ed, .end = &g.first};
    RT_TRY(find_date(ed, err));
    RT_TRY(rt_batch_settle(ed->options.batch, err));
    if (ed->met_values < ed->current_values) RT_TRY(find_gone(&g, err));
    RT_TRY(check_shrunk(ed, err));
    for (const gone *one = g.first; one != NULL; one = one->next) RT_TRY(add_gone(ed, one, err));
    ed->report.edition = ed->date;
    ed->report.entries += ed->report.came - ed->report.went;
    ed->report.news = ed->report.news || g.first != NULL || ed->last.len == 0 || rt_edition_cmp(ed->date, ed->last) > 0;
    *report = ed->report;
    return rt_ok;
}
