#include "store/stays.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/grow.h"
#include "names/fold.h"
#include "store/project.h"

static size_t find(const rt_str *list, size_t n, rt_str what) {
    size_t i = 0;
    while (i < n && !rt_str_eq(list[i], what)) i++;
    return i;
}

rt_stay_part rt_stay_part_of(rt_str schema, rt_str prop) {
    const rt_schema *s = rt_schema_named(schema);
    if (s == NULL) return RT_STAY_NOTHING;
    const bool place = find(rt_place_props, RT_PLACE_PROPS, prop) < RT_PLACE_PROPS;
    if (rt_schema_is(s, "Event") || rt_schema_is(s, "Trip")) {
        if (place) return RT_STAY_PLACE;
        return find(rt_day_props, RT_DAY_PROPS, prop) < RT_DAY_PROPS ? RT_STAY_DATE : RT_STAY_EVENT;
    }
    if (rt_schema_is(s, "LegalEntity") && (rt_str_is(prop, "address") || rt_str_is(prop, "addressEntity")))
        return RT_STAY_ADDRESS;
    return rt_place_is_within(schema, prop) ? RT_STAY_WITHIN : RT_STAY_NOTHING;
}

/* --- keys -------------------------------------------------------------------------------------------------------- */

/* place 32 bits | class 5 | day 27, counted from 2^26 days before 1970 */
enum { DAY_BITS = 27, CLASS_BITS = 5 };
#define DAY_ZERO ((int64_t)1 << (DAY_BITS - 1))
#define DAY_LAST (2 * DAY_ZERO - 1)

static uint32_t place_hash(rt_str place) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_strs words = rt_name_fold(&arena, place);
    const uint64_t key = words.n > 0 ? rt_name_key(words) : rt_word_key(place);
    return (uint32_t)(key >> 32 ^ key);
}

static int64_t day_place(rt_day day) {
    if (day < -DAY_ZERO) return 0;
    return day >= DAY_ZERO ? DAY_LAST : day + DAY_ZERO;
}

static int64_t key_of(uint32_t place, int64_t class, int64_t day) {
    return (int64_t)((uint64_t)place << (DAY_BITS + CLASS_BITS) | (uint64_t) class << DAY_BITS | (uint64_t)day);
}

static int64_t loose_key(uint32_t place) { return key_of(place, RT_STAY_LOOSE, 0); }

/* A place as it stands, and the town and the country that its text ends in. */
enum { MOST_HASHES = 3 };
static size_t place_hashes(rt_str place, uint32_t hashes[MOST_HASHES]) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_place_parts parts = rt_place_parts_of(place, &arena);
    size_t n = 0;
    hashes[n++] = place_hash(place);
    if (parts.town.len > 0) hashes[n++] = place_hash(parts.town);
    if (parts.country.len > 0) hashes[n++] = place_hash(parts.country);
    return n;
}

int64_t rt_stay_within_key(rt_str place) { return key_of(place_hash(place), RT_STAY_WITHIN_CLASS, 0); }

int64_t rt_stay_first_key(rt_str place) { return key_of(place_hash(place), 0, 0); }

/* The key of a stay between two days; loose where these do not fit. */
static int64_t timed_key(uint32_t place, rt_day first, rt_day last) {
    if (first < -DAY_ZERO || last >= DAY_ZERO || last < first) return loose_key(place);
    int class = 0;
    while (class < RT_STAY_CLASSES && last - first >= (int64_t)1 << class) class ++;
    return class < RT_STAY_CLASSES ? key_of(place, class, day_place(first)) : loose_key(place);
}

void rt_stay_ranges(rt_str place, rt_day first, rt_day last, int64_t from[RT_STAY_RANGES], int64_t to[RT_STAY_RANGES]) {
    const uint32_t hash = place_hash(place);
    for (int class = 0; class < RT_STAY_CLASSES; class ++) {
        const int64_t reach = ((int64_t)1 << class) - 1, begin = day_place(first) - reach;
        from[class] = key_of(hash, class, begin > 0 ? begin : 0);
        to[class] = key_of(hash, class, day_place(last));
    }
    from[RT_STAY_CLASSES] = to[RT_STAY_CLASSES] = loose_key(hash);
}

/* --- opening ----------------------------------------------------------------------------------------------------- */

rt_status rt_staying_open(rt_staying *s, sqlite3 *db, rt_error *err) {
    memset(s, 0, sizeof *s);
    s->entity = s->provenance = -1;
    RT_TRY(rt_sql_prepare(db, "SELECT count(*) FROM (SELECT 1 FROM run WHERE entity = ?1 AND first < ?2 LIMIT 2)",
                          &s->earlier, err));
    RT_TRY(rt_sql_prepare(db,
                          "SELECT seq, kind, value FROM run CROSS JOIN statement ON seq BETWEEN run.first AND run.last "
                          "WHERE run.entity = ?1 AND statement.entity = ?1",
                          &s->places_of, err));
    RT_TRY(rt_sql_prepare(db, "SELECT entity, kind FROM statement WHERE seq = ?1", &s->statement_at, err));
    RT_TRY(rt_sql_prepare(db, "SELECT 1 FROM mention WHERE key = ?1 LIMIT 1", &s->mention, err));
    int64_t some;
    RT_TRY(rt_sql_number(db, "SELECT 1 FROM mention LIMIT 1", 0, &some, err));
    s->has_mentions = some != 0;
    return rt_ok;
}

void rt_staying_close(rt_staying *s) {
    sqlite3_finalize(s->earlier);
    sqlite3_finalize(s->places_of);
    sqlite3_finalize(s->statement_at);
    rt_key_rows_close(&s->ids);
    sqlite3_finalize(s->mention);
    free(s->places);
    free(s->keys);
    free(s->named);
    *s = (rt_staying){.entity = -1, .provenance = -1};
}

/* --- a run ------------------------------------------------------------------------------------------------------- */

static void add_key(rt_staying *s, int64_t key) {
    if (!s->has_mentions) return;
    s->keys = rt_grow_own(s->keys, s->key_n, &s->key_room, sizeof *s->keys);
    s->keys[s->key_n++] = key;
}

static void begin(rt_staying *s, int64_t seq, int64_t entity, rt_str name) {
    s->entity = entity;
    s->provenance = -1;
    s->first = seq;
    s->is_event = s->loose = false;
    s->n = s->key_n = 0;
    memset(s->given, 0, sizeof s->given);
    add_key(s, rt_mention_key(name));
}

/* Several values of one property: the reader chooses by how many sources give them. */
static void take_date(rt_staying *s, size_t which, rt_str value) {
    if (s->given[which] || value.len > sizeof s->kept[which]) {
        s->loose = true;
        return;
    }
    s->given[which] = true;
    memcpy(s->kept[which], value.at, value.len);
    s->dates[which] = (rt_str){s->kept[which], value.len};
}

static void take_place(rt_staying *s, int64_t seq, rt_str value) {
    uint32_t hashes[MOST_HASHES];
    const size_t n = place_hashes(value, hashes);
    for (size_t i = 0; i < n; i++) {
        s->places = rt_grow_own(s->places, s->n, &s->room, sizeof *s->places);
        s->places[s->n++] = (rt_posting){.key = hashes[i], .seq = seq};
    }
}

/* That something which can be a place is within another. */
static rt_status add_within(rt_postings *rows, int64_t seq, const rt_entry *e, rt_error *err) {
    uint32_t hashes[MOST_HASHES];
    const size_t n = place_hashes(e->value, hashes);
    for (size_t i = 0; i < n; i++) RT_TRY(rt_postings_add(rows, key_of(hashes[i], RT_STAY_WITHIN_CLASS, 0), seq, err));
    return rt_ok;
}

/* What is said of an address holds for as long as the statement itself says. */
static rt_status add_address(rt_postings *rows, int64_t seq, const rt_entry *e, rt_error *err) {
    uint32_t hashes[MOST_HASHES];
    rt_when w;
    if (rt_place_is_within(e->schema, e->prop)) RT_TRY(add_within(rows, seq, e, err));
    if (e->valid.len == 0 || rt_edtf_read(e->valid, &w, NULL).code != RT_OK) return rt_ok;
    const size_t n = place_hashes(e->value, hashes);
    for (size_t i = 0; i < n; i++)
        RT_TRY(rt_postings_add(rows, timed_key(hashes[i], w.wide.start_min, w.wide.end_max), seq, err));
    return rt_ok;
}

rt_status rt_staying_add(rt_staying *s, rt_store *store, rt_postings *rows, const rt_numbers *at, const rt_kind *kind,
                         const rt_entry *e, rt_error *err) {
    if (at->entity != s->entity) {
        RT_TRY(rt_staying_end(s, store, rows, err));
        begin(s, at->seq, at->entity, e->entity);
    }
    const rt_stay_part part = kind != NULL ? (rt_stay_part)kind->stay_part : RT_STAY_NOTHING;
    if (part == RT_STAY_NOTHING) return rt_ok;
    if (part == RT_STAY_ADDRESS) return add_address(rows, at->seq, e, err);
    if (part == RT_STAY_WITHIN) return add_within(rows, at->seq, e, err);
    s->is_event = true;
    if (part == RT_STAY_EVENT) return rt_ok;
    s->loose = s->loose || !rt_entry_affirms(e) || (s->provenance >= 0 && s->provenance != at->provenance);
    s->provenance = at->provenance;
    add_key(s, rt_mention_key(e->id));
    if (part == RT_STAY_PLACE)
        take_place(s, at->seq, e->value);
    else
        take_date(s, find(rt_day_props, RT_DAY_PROPS, e->prop), e->value);
    return rt_ok;
}

/* --- its rows ---------------------------------------------------------------------------------------------------- */

static void widen(rt_bounds *b, const rt_when *w) {
    if (w->wide.start_min < b->start_min) b->start_min = w->wide.start_min;
    if (w->wide.end_max > b->end_max) b->end_max = w->wide.end_max;
}

/* The days between which its dates put it. Start and end count together, either alone leaves the other end unknown. */
static bool days_of(const rt_staying *s, rt_day *first, rt_day *last) {
    const bool ends = s->given[0] || s->given[1];
    rt_bounds b = {.start_min = RT_DAY_OPEN_END, .end_max = RT_DAY_OPEN_START};
    rt_when w;
    if (s->loose || s->given[0] != s->given[1] || (!ends && !s->given[2])) return false;
    for (size_t i = ends ? 0 : 2; i < (ends ? 2 : 3); i++) {
        if (rt_edtf_read(s->dates[i], &w, NULL).code != RT_OK) return false;
        widen(&b, &w);
    }
    *first = b.start_min;
    *last = b.end_max;
    return true;
}

/* Rows of all places that an entity has so far, whatever the time. */
static rt_status loosen(rt_staying *s, rt_store *store, rt_postings *rows, int64_t entity, rt_error *err) {
    bool row = true;
    rt_status status = rt_ok;
    sqlite3_bind_int64(s->places_of, 1, entity);
    while ((status = rt_sql_step(s->places_of, &row, err)).code == RT_OK && row) {
        const rt_kind *kind = rt_store_kind(store, sqlite3_column_int64(s->places_of, 1));
        if (kind == NULL || kind->stay_part != RT_STAY_PLACE) continue;
        uint32_t hashes[MOST_HASHES];
        const size_t n = place_hashes(rt_sql_text(s->places_of, 2), hashes);
        for (size_t i = 0; i < n && status.code == RT_OK; i++)
            status = rt_postings_add(rows, loose_key(hashes[i]), sqlite3_column_int64(s->places_of, 0), err);
        if (status.code != RT_OK) break;
    }
    sqlite3_reset(s->places_of);
    return status;
}

static rt_status count_earlier(rt_staying *s, int64_t *n, rt_error *err) {
    bool row;
    sqlite3_bind_int64(s->earlier, 1, s->entity);
    sqlite3_bind_int64(s->earlier, 2, s->first);
    RT_TRY(rt_sql_step(s->earlier, &row, err));
    *n = row ? sqlite3_column_int64(s->earlier, 0) : 0;
    sqlite3_reset(s->earlier);
    return rt_ok;
}

/* Whether an act of before names it, or what its time hangs on. */
static rt_status is_named(rt_staying *s, bool *named, rt_error *err) {
    *named = false;
    for (size_t i = 0; i < s->key_n && !*named; i++) {
        sqlite3_bind_int64(s->mention, 1, s->keys[i]);
        RT_TRY(rt_sql_step(s->mention, named, err));
        sqlite3_reset(s->mention);
    }
    return rt_ok;
}

/* The second run of an event loosens what the first one made; later ones find it loose. */
rt_status rt_staying_end(rt_staying *s, rt_store *store, rt_postings *rows, rt_error *err) {
    int64_t earlier;
    rt_day first, last;
    if (!s->is_event) return s->entity = -1, rt_ok;
    RT_TRY(count_earlier(s, &earlier, err));
    if (earlier == 1) RT_TRY(loosen(s, store, rows, s->entity, err));
    bool timed = earlier == 0 && days_of(s, &first, &last), named;
    if (timed) {
        RT_TRY(is_named(s, &named, err));
        timed = !named;
    }
    for (size_t i = 0; i < s->n; i++) {
        const uint32_t hash = (uint32_t)s->places[i].key;
        RT_TRY(rt_postings_add(rows, timed ? timed_key(hash, first, last) : loose_key(hash), s->places[i].seq, err));
    }
    s->is_event = false;
    s->entity = -1;
    return rt_ok;
}

/* --- what acts name ---------------------------------------------------------------------------------------------- */

static void name(rt_staying *s, rt_posting what) {
    s->named = rt_grow_own(s->named, s->named_n, &s->named_room, sizeof *s->named);
    s->named[s->named_n++] = what;
}

void rt_staying_name_entity(rt_staying *s, int64_t entity) { name(s, (rt_posting){.key = entity}); }
void rt_staying_name_entry(rt_staying *s, int64_t id_key) { name(s, (rt_posting){.key = id_key, .seq = 1}); }

/* Only what its time hangs on makes an event loose. */
/* The entity of a statement that says where or when; -1: it says neither, or an act stands there. */
static rt_status entity_at(rt_staying *s, rt_store *store, int64_t seq, int64_t *entity, rt_error *err) {
    bool row;
    *entity = -1;
    sqlite3_bind_int64(s->statement_at, 1, seq);
    RT_TRY(rt_sql_step(s->statement_at, &row, err));
    const rt_kind *kind = row ? rt_store_kind(store, sqlite3_column_int64(s->statement_at, 1)) : NULL;
    if (kind != NULL && (kind->stay_part == RT_STAY_PLACE || kind->stay_part == RT_STAY_DATE))
        *entity = sqlite3_column_int64(s->statement_at, 0);
    sqlite3_reset(s->statement_at);
    return rt_ok;
}

static rt_status loosen_of_entry(rt_staying *s, rt_store *store, rt_postings *rows, int64_t key, rt_error *err) {
    rt_posting at;
    int64_t entity;
    RT_TRY(rt_key_rows_seek(&s->ids, store->db, "lookup", key, err));
    for (bool more;;) {
        RT_TRY(rt_key_rows_next(&s->ids, &at, &more, err));
        if (!more) return rt_ok;
        RT_TRY(entity_at(s, store, at.seq, &entity, err));
        if (entity >= 0) RT_TRY(loosen(s, store, rows, entity, err));
    }
}

static int by_key(const void *x, const void *y) {
    const rt_posting *a = x, *b = y;
    if (a->seq != b->seq) return (a->seq > b->seq) - (a->seq < b->seq);
    return (a->key > b->key) - (a->key < b->key);
}

rt_status rt_staying_flush(rt_staying *s, rt_store *store, rt_postings *rows, rt_error *err) {
    if (s->named_n > 0) s->has_mentions = true;
    if (s->named_n > 1) qsort(s->named, s->named_n, sizeof *s->named, by_key);
    for (size_t i = 0; i < s->named_n; i++) {
        const rt_posting *n = &s->named[i];
        if (i > 0 && by_key(n, n - 1) == 0) continue;
        if (n->seq == 0)
            RT_TRY(loosen(s, store, rows, n->key, err));
        else
            RT_TRY(loosen_of_entry(s, store, rows, n->key, err));
    }
    s->named_n = 0;
    return rt_ok;
}
