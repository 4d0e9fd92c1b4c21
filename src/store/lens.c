#include "store/lens.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "model/grades.h"
#include "model/handling.h"
#include "store/log.h"
#include "store/project.h"
#include "store/sight.h"
#include "store/stays.h"

/* How many entries may have ids that begin alike: one, but for accidents and attacks. */
enum { MOST_ALIKE = 16 };

/* --- opening -------------------------------------------------------------------------------------------------------
 */

static rt_status last_day(rt_str text, const char *option, rt_when *when, rt_day *day, rt_error *err) {
    rt_error inner = {0};
    rt_day first;
    if (rt_edtf_read(text, when, &inner).code != RT_OK)
        return rt_fail(err, RT_USAGE, "--%s takes a date like 2012-08-03, not \"%.*s\": %s", option, RT_FMT(text),
                       inner.message);
    rt_when_span(when, &first, day);
    return rt_ok;
}

static rt_status batch_at(rt_lens *lens, int64_t place, rt_str id, bool *is_it, rt_error *err);
static rt_status places_of(rt_lens *lens, rt_str id, int64_t places[MOST_ALIKE], size_t *n, rt_error *err);

/* Where the batch with this id, which the reader must be allowed to see, begins, and where it ends. */
static rt_status find_batch(rt_lens *lens, rt_str id, int64_t *first, int64_t *end, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    int64_t places[MOST_ALIKE];
    size_t n;
    bool is_it = false, row;
    RT_TRY(rt_sql_prepare(lens->store->db, "SELECT size FROM head WHERE first = ?1", &s.at, err));
    RT_TRY(places_of(lens, id, places, &n, err));
    for (size_t i = 0; i < n && !is_it; i++) {
        sqlite3_reset(s.at);
        sqlite3_bind_int64(s.at, 1, places[i]);
        RT_TRY(rt_sql_step(s.at, &row, err));
        if (row) RT_TRY(batch_at(lens, places[i], id, &is_it, err));
        *first = places[i];
    }
    if (!is_it) return rt_fail(err, RT_ABSENT, "there is no batch %.*s", RT_FMT(id));
    *end = sqlite3_column_int64(s.at, 0);
    return rt_ok;
}

rt_status rt_lens_batch_begin(rt_lens *lens, rt_str id, int64_t *first, rt_error *err) {
    int64_t end;
    return find_batch(lens, id, first, &end, err);
}

/* A day, a time, or a batch. */
static rt_status read_as_of(rt_lens *lens, rt_error *err) {
    const rt_str text = lens->options.as_of;
    const char *unused;
    rt_when when;
    rt_day day;
    char printed[40];
    lens->before = INT64_MAX;
    if (text.len == 0) return rt_ok;
    int64_t first;
    if (rt_is_id(text, &unused)) return find_batch(lens, text, &first, &lens->before, err);
    lens->recorded_by = text;
    if (rt_is_timestamp(text, &unused)) return rt_ok;
    RT_TRY(last_day(text, "as-of", &when, &day, err));
    lens->recorded_by = rt_str_copy(&lens->arena, (rt_str){printed, rt_day_print(day, printed)});
    return lens->recorded_by.len == 10
               ? rt_ok
               : rt_fail(err, RT_USAGE, "--as-of takes a day, a time or a batch's id, not \"%.*s\"", RT_FMT(text));
}

static rt_status read_options(rt_lens *lens, const rt_lens_spec *o, rt_error *err) {
    const char *why;
    rt_day unused;
    lens->options = *o;
    lens->options.clear = rt_str_copy(&lens->arena, o->clear);
    lens->options.as_of = rt_str_copy(&lens->arena, o->as_of);
    lens->options.said_by = rt_str_copy(&lens->arena, o->said_by);
    lens->options.at = rt_str_copy(&lens->arena, o->at);
    lens->options.sources.at = RT_NEW_N(&lens->arena, rt_str, o->sources.n);
    for (size_t i = 0; i < o->sources.n; i++) lens->options.sources.at[i] = rt_str_copy(&lens->arena, o->sources.at[i]);
    rt_supposed_copy(lens, o->supposed);
    if (o->narrowed && o->clear.len > 0 && !rt_is_handling(o->clear, &why))
        return rt_fail(err, RT_USAGE, "--clear takes %s, not \"%.*s\"", why, RT_FMT(o->clear));
    rt_when said;
    if (o->said_by.len > 0) RT_TRY(last_day(o->said_by, "said-by", &said, &lens->said_by, err));
    if (o->at.len > 0) RT_TRY(last_day(o->at, "at", &lens->at, &unused, err));
    return read_as_of(lens, err);
}

static rt_status prepare(rt_lens *lens, rt_error *err) {
    sqlite3 *db = lens->store->db;
    int64_t mentions;
    RT_TRY(rt_sql_number(db, "SELECT 1 FROM mention LIMIT 1", 0, &mentions, err));
    lens->has_acts = mentions != 0;
    RT_TRY(rt_rows_open(&lens->rows, lens->store, err));
    RT_TRY(rt_sql_prepare(db, RT_STATEMENT_AT, &lens->get_statement, err));
    return rt_sql_prepare(db, RT_ACT_AT, &lens->get_act, err);
}

rt_status rt_lens_open(rt_store *store, const rt_lens_spec *options, rt_lens **out, rt_error *err) {
    rt_lens *lens = rt_alloc(sizeof *lens);
    memset(lens, 0, sizeof *lens);
    lens->store = store;
    *out = lens;
    rt_status s = prepare(lens, err);
    if (s.code == RT_OK) s = read_options(lens, options, err);
    if (s.code == RT_OK) s = rt_supposed_check(lens, err);
    if (s.code == RT_OK) return rt_ok;
    rt_lens_close(lens);
    *out = NULL;
    return s;
}

void rt_lens_close(rt_lens *lens) {
    if (lens == NULL) return;
    rt_cursors_free(lens->idle);
    rt_key_rows_close(&lens->ids);
    sqlite3_finalize(lens->get_statement);
    sqlite3_finalize(lens->get_act);
    rt_key_rows_close(&lens->bearers);
    rt_called_close(lens);
    rt_rows_close(&lens->rows);
    rt_arena_close(&lens->arena);
    free(lens->sights);
    free(lens);
}

rt_store *rt_lens_store(const rt_lens *lens) { return lens->store; }
const rt_lens_spec *rt_lens_asked(const rt_lens *lens) { return &lens->options; }

bool rt_lens_is_narrowed(const rt_lens *lens) { return lens->options.narrowed; }

rt_str rt_lens_handling(const rt_lens *lens, rt_arena *arena) {
    rt_str all = {"", 0};
    for (size_t i = 0; i < lens->let_through.n; i++) all = rt_handling_joined(arena, all, lens->let_through.at[i]);
    return all;
}

const rt_when *rt_lens_at(const rt_lens *lens) { return lens->options.at.len > 0 ? &lens->at : NULL; }

/* --- judging by provenance
 * -------------------------------------------------------------------------------------------- */

/* Notes for whose eyes what is let through was: few different texts in any case. */
static void note_handling(rt_lens *lens, rt_str handling) {
    if (handling.len == 0 || rt_strs_have(lens->let_through, handling)) return;
    lens->let_through.at =
        rt_grow(&lens->arena, lens->let_through.at, lens->let_through.n, sizeof *lens->let_through.at);
    lens->let_through.at[lens->let_through.n++] = rt_str_copy(&lens->arena, handling);
}

static bool may_see(rt_lens *lens, rt_str handling) {
    const bool seen = !lens->options.narrowed || rt_handling_seen(handling, lens->options.clear);
    if (seen) note_handling(lens, handling);
    return seen;
}

static bool was_recorded(const rt_lens *lens, rt_str recorded_at) {
    if (lens->recorded_before.len > 0 &&
        rt_str_cmp(rt_str_cut(recorded_at, lens->recorded_before.len), lens->recorded_before) >= 0)
        return false;
    return rt_str_cmp(rt_str_cut(recorded_at, lens->recorded_by.len), lens->recorded_by) <= 0 ||
           lens->recorded_by.len == 0;
}

bool rt_lens_may_show(rt_lens *lens, int64_t seq, const rt_entry *act) {
    return seq < lens->before && may_see(lens, act->handling) && was_recorded(lens, act->recorded_at);
}

static rt_status in_sources(rt_lens *lens, rt_str dataset, rt_str document, bool *in, rt_error *err) {
    const rt_strs wanted = lens->options.sources;
    *in = wanted.n == 0;
    for (size_t i = 0; i < wanted.n && !*in; i++)
        RT_TRY(rt_lens_stands_in(lens, dataset, document, wanted.at[i], in, err));
    return rt_ok;
}

/* Whether something with this date was said by the end of the day that --said-by asks for. */
static rt_sure said_by_then(const rt_lens *lens, rt_str date) {
    rt_when when;
    if (rt_edtf_read(date, &when, NULL).code != RT_OK) return RT_PERHAPS;
    if (when.wide.start_min > lens->said_by) return RT_NO;
    return when.wide.end_max <= lens->said_by && !when.uncertain && !when.end_unknown ? RT_SURELY : RT_PERHAPS;
}

/* When it was said: said_at, else the document's date, else the day on which it was recorded. Where documents of
 * several dates have the name that it gives, any of them may be meant. */
static rt_status said(rt_lens *lens, rt_str said_at, rt_str document, rt_str recorded_at, rt_sure *sure,
                      rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_strs dates = {0};
    *sure = RT_SURELY;
    if (lens->options.said_by.len == 0) return rt_ok;
    if (said_at.len == 0 && document.len > 0) RT_TRY(rt_called_dates(lens, document, &arena, &dates, err));
    if (dates.n == 0) *sure = said_by_then(lens, said_at.len > 0 ? said_at : rt_str_cut(recorded_at, 10));
    for (size_t i = 0; i < dates.n; i++) {
        const rt_sure then = said_by_then(lens, dates.at[i]);
        *sure = i == 0 || then == *sure ? then : RT_PERHAPS;
    }
    return rt_ok;
}

static bool is_one_day(const rt_when *w) { return w->wide.start_min == w->wide.end_max; }

/* Whether it held on the day that --at asks for: surely when it had surely begun and surely not ended. */
static rt_sure held(const rt_lens *lens, rt_str valid) {
    rt_when when;
    const rt_bounds *w = &when.wide, *at = &lens->at.wide;
    if (lens->options.at.len == 0) return RT_SURELY;
    if (valid.len == 0 || rt_edtf_read(valid, &when, NULL).code != RT_OK) return RT_PERHAPS;
    if (w->start_min > at->end_max || w->end_max < at->start_min) return RT_NO;
    const bool covers = w->start_max <= at->start_min && w->end_min >= at->end_max;
    return (covers || (is_one_day(&when) && is_one_day(&lens->at))) && !when.uncertain && !when.start_unknown &&
                   !when.end_unknown
               ? RT_SURELY
               : RT_PERHAPS;
}

/* --- by provenance, remembered -------------------------------------------------------------------------------------
 */

enum { JUDGED = 1, SEEN = 2, SAID_PERHAPS = 4, HELD_PERHAPS = 8 };

static rt_status judge(rt_lens *lens, rt_rows *rows, int64_t id, uint8_t *bits, rt_error *err) {
    const rt_provenance *p;
    rt_entry e = rt_entry_new(RT_STATEMENT);
    rt_sure was_said;
    bool in;
    RT_TRY(rt_rows_provenance(rows, id, &p, err));
    rt_provenance_apply(p, &e);
    *bits = JUDGED;
    if (!may_see(lens, e.handling) || !was_recorded(lens, e.recorded_at)) return rt_ok;
    RT_TRY(in_sources(lens, e.dataset, e.document, &in, err));
    if (!in) return rt_ok;
    RT_TRY(said(lens, e.said_at, e.document, e.recorded_at, &was_said, err));
    const rt_sure then = held(lens, e.valid);
    if (was_said == RT_NO || then == RT_NO) return rt_ok;
    *bits = (uint8_t)(JUDGED | SEEN | (was_said == RT_PERHAPS ? SAID_PERHAPS : 0) |
                      (then == RT_PERHAPS ? HELD_PERHAPS : 0));
    return rt_ok;
}

static void sight_room(rt_lens *lens, size_t id) {
    if (id < lens->sight_room) return;
    const size_t room = 2 * id + 1024;
    lens->sights = rt_realloc(lens->sights, room);
    memset(lens->sights + lens->sight_room, 0, room - lens->sight_room);
    lens->sight_room = room;
}

rt_status rt_lens_sight_by(rt_lens *lens, rt_rows *rows, int64_t seq, int64_t provenance, rt_sight *sight,
                           rt_error *err) {
    *sight = (rt_sight){0};
    if (seq >= lens->before) return rt_ok;
    uint8_t bits = (size_t)provenance < lens->sight_room ? lens->sights[provenance] : 0;
    if (bits == 0) {
        RT_TRY(judge(lens, rows, provenance, &bits, err)); /* fails when there is none of this number */
        sight_room(lens, (size_t)provenance);
        lens->sights[provenance] = bits;
    }
    *sight = (rt_sight){(bits & SEEN) != 0, bits & SAID_PERHAPS ? RT_PERHAPS : RT_SURELY,
                        bits & HELD_PERHAPS ? RT_PERHAPS : RT_SURELY};
    return rt_ok;
}

rt_status rt_lens_sight(rt_lens *lens, int64_t seq, int64_t provenance, rt_sight *sight, rt_error *err) {
    return rt_lens_sight_by(lens, &lens->rows, seq, provenance, sight, err);
}

/* --- entries by id
 * ---------------------------------------------------------------------------------------------------- */

enum { DEEPEST = 8 }; /* links on links on links: what is named deeper than this is not looked at, and not shown */

static rt_status act_sight(rt_lens *lens, int64_t seq, const rt_entry *act, int depth, rt_sight *sight, rt_error *err);

static rt_status statement_at(rt_lens *lens, int64_t seq, rt_str id, bool *is_it, bool *seen, rt_error *err) {
    rt_entry e;
    char hex[32];
    rt_sight sight = {0};
    sqlite3_bind_int64(lens->get_statement, 1, seq);
    RT_TRY(rt_sql_step(lens->get_statement, is_it, err));
    rt_status s = rt_ok;
    if (*is_it && (s = rt_rows_statement(&lens->rows, lens->get_statement, &e, err)).code == RT_OK) {
        rt_rows_id(&lens->rows, &e, hex);
        *is_it = rt_str_eq(e.id, id);
        s = rt_lens_sight(lens, seq, sqlite3_column_int64(lens->get_statement, RT_COL_PROVENANCE), &sight, err);
    }
    sqlite3_reset(lens->get_statement);
    *seen = *is_it && sight.seen;
    return s;
}

static rt_status act_at(rt_lens *lens, int64_t seq, rt_arena *arena, rt_entry *act, bool *found, rt_error *err) {
    sqlite3_bind_int64(lens->get_act, 1, seq);
    RT_TRY(rt_sql_step(lens->get_act, found, err));
    const rt_status s =
        *found ? rt_rows_act(&lens->rows, rt_sql_text(lens->get_act, RT_ACT_LINE), arena, act, err) : rt_ok;
    sqlite3_reset(lens->get_act);
    return s;
}

static rt_status batch_at(rt_lens *lens, int64_t place, rt_str id, bool *is_it, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_entry act;
    RT_TRY(act_at(lens, place, &arena, &act, is_it, err));
    *is_it = *is_it && act.type == RT_BATCH && rt_str_eq(act.id, id) && may_see(lens, act.handling);
    return rt_ok;
}

/* The places of the entries whose ids begin as this one does. */
static rt_status places_of(rt_lens *lens, rt_str id, int64_t places[MOST_ALIKE], size_t *n, rt_error *err) {
    rt_posting row;
    bool more = true;
    RT_TRY(rt_key_rows_seek(&lens->ids, lens->store->db, "lookup", rt_id_key(id), err));
    for (*n = 0; more && *n < MOST_ALIKE;) {
        RT_TRY(rt_key_rows_next(&lens->ids, &row, &more, err));
        if (more) places[(*n)++] = row.seq;
    }
    return rt_key_rows_end(&lens->ids), rt_ok;
}

static rt_status sees_entry(rt_lens *lens, rt_str id, int depth, bool *seen, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    int64_t places[MOST_ALIKE];
    size_t n;
    *seen = false;
    RT_TRY(places_of(lens, id, places, &n, err));
    for (size_t i = 0; i < n && !*seen; i++) {
        bool found;
        rt_entry act;
        rt_sight sight;
        RT_TRY(statement_at(lens, places[i], id, &found, seen, err));
        if (found) continue;
        RT_TRY(act_at(lens, places[i], &arena, &act, &found, err));
        if (!found || !rt_str_eq(act.id, id)) continue;
        RT_TRY(act_sight(lens, places[i], &act, depth + 1, &sight, err));
        *seen = sight.seen;
    }
    return rt_ok;
}

rt_status rt_lens_sees_entry(rt_lens *lens, rt_str id, bool *seen, rt_error *err) {
    return sees_entry(lens, id, 0, seen, err);
}

rt_status rt_lens_document_by_id(rt_lens *lens, rt_str id, rt_arena *arena, rt_entry *document, bool *found,
                                 rt_error *err) {
    int64_t places[MOST_ALIKE];
    size_t n;
    *found = false;
    RT_TRY(places_of(lens, id, places, &n, err));
    for (size_t i = 0; i < n && !*found; i++) {
        RT_TRY(act_at(lens, places[i], arena, document, found, err));
        *found = *found && document->type == RT_DOCUMENT && rt_str_eq(document->id, id) &&
                 rt_lens_may_show(lens, places[i], document);
    }
    return rt_ok;
}

rt_status rt_lens_sees_entity(rt_lens *lens, rt_str entity, bool *seen, rt_error *err) {
    rt_cursor *c;
    rt_seen_entry entry;
    RT_TRY(rt_cursor_about(lens, entity, &c, err));
    const rt_status s = rt_cursor_next(c, &entry, seen, err);
    rt_cursor_close(c);
    return s;
}

/* --- acts
 * ------------------------------------------------------------------------------------------------------------- */

/* `to` may be an entry or the entity of a hypothesis. */
static rt_status sees_named(rt_lens *lens, rt_str name, bool entity, int depth, bool *seen, rt_error *err) {
    const char *unused;
    if (!*seen || name.len == 0) return rt_ok;
    if (!entity && rt_is_id(name, &unused))
        RT_TRY(sees_entry(lens, name, depth, seen, err));
    else
        RT_TRY(rt_lens_sees_entity(lens, name, seen, err));
    return rt_ok;
}

/* A document is called by its id or by its name; what is of no source is of all. */
static rt_status act_in_sources(rt_lens *lens, const rt_entry *act, bool *in, rt_error *err) {
    if (act->type == RT_DOCUMENT) return in_sources(lens, act->name, act->id, in, err);
    if (act->dataset.len == 0) return *in = true, rt_ok;
    return in_sources(lens, act->dataset, (rt_str){"", 0}, in, err);
}

static rt_status act_sight(rt_lens *lens, int64_t seq, const rt_entry *act, int depth, rt_sight *sight, rt_error *err) {
    *sight = (rt_sight){.held = RT_SURELY};
    bool in;
    if (depth > DEEPEST || !rt_lens_may_show(lens, seq, act)) return rt_ok;
    RT_TRY(act_in_sources(lens, act, &in, err));
    if (!in) return rt_ok;
    const rt_str said_at = act->type == RT_DOCUMENT ? act->date : act->edition.len > 0 ? act->edition : act->said_at;
    RT_TRY(said(lens, said_at, (rt_str){"", 0}, act->recorded_at, &sight->said, err));
    bool seen = sight->said != RT_NO;
    RT_TRY(sees_named(lens, act->from, false, depth, &seen, err));
    RT_TRY(sees_named(lens, act->to, false, depth, &seen, err));
    RT_TRY(sees_named(lens, act->about, false, depth, &seen, err));
    RT_TRY(sees_named(lens, act->statement, false, depth, &seen, err));
    RT_TRY(sees_named(lens, act->a, true, depth, &seen, err));
    RT_TRY(sees_named(lens, act->b, true, depth, &seen, err));
    if (act->type == RT_ABSENT_FROM) RT_TRY(sees_named(lens, act->entity, true, depth, &seen, err));
    sight->seen = seen;
    return rt_ok;
}

rt_status rt_lens_act_sight(rt_lens *lens, int64_t seq, const rt_entry *act, rt_sight *sight, rt_error *err) {
    return act_sight(lens, seq, act, 0, sight, err);
}

/* Where the log is cut at a place, statements that are always seen together else may be cut apart: then all come. */
void rt_lens_stay_ranges(const rt_lens *lens, rt_str place, int64_t first_day, int64_t last_day, int64_t *from,
                         int64_t *to) {
    const bool cut = lens->before != INT64_MAX;
    rt_stay_ranges(place, cut ? INT64_MIN : first_day, cut ? INT64_MAX : last_day, from, to);
}

rt_status rt_lens_act_at(rt_lens *lens, int64_t seq, rt_arena *arena, rt_entry *act, rt_sight *sight, rt_error *err) {
    bool found;
    RT_TRY(act_at(lens, seq, arena, act, &found, err));
    if (!found) return rt_fail(err, RT_CORRUPT, "the case file is damaged: an entry is gone that its index names");
    return act_sight(lens, seq, act, 0, sight, err);
}
