#include "store/since.h"

#include <stdio.h>
#include <string.h>

#include "model/grades.h"
#include "store/sight.h"

/* The first batch that was recorded at that time or later; restored entries in it may be older. */
static rt_status first_batch(rt_store *store, rt_since *since, rt_error *err) {
    RT_AUTO(rt_sql_stmt) s = {0};
    bool row;
    RT_TRY(rt_sql_prepare(store->db, "SELECT min(first) FROM head WHERE recorded_at >= ?1", &s.at, err));
    rt_sql_bind_text(s.at, 1, since->recorded_at);
    RT_TRY(rt_sql_step(s.at, &row, err));
    since->first = row && sqlite3_column_type(s.at, 0) != SQLITE_NULL ? sqlite3_column_int64(s.at, 0) : INT64_MAX;
    return rt_ok;
}

static rt_status refuse(rt_str text, rt_error *err) {
    return rt_fail(err, RT_USAGE, "--since takes a day like 2026-11-01, a time or a batch's id, not \"%.*s\"",
                   RT_FMT(text));
}

rt_status rt_since_read(rt_lens *lens, rt_str text, rt_since *since, rt_error *err) {
    const char *unused;
    rt_when when;
    *since = (rt_since){.recorded_at = text};
    if (rt_is_id(text, &unused)) {
        since->recorded_at = (rt_str){"", 0};
        return rt_lens_batch_begin(lens, text, &since->first, err);
    }
    if (!rt_is_timestamp(text, &unused)) {
        if (rt_edtf_read(text, &when, NULL).code != RT_OK || when.start_min == RT_DAY_OPEN_START)
            return refuse(text, err);
        since->recorded_at = (rt_str){since->day, rt_day_print(when.start_min, since->day)};
        if (since->recorded_at.len != 10) return refuse(text, err);
    }
    return first_batch(lens->store, since, err);
}

bool rt_is_since(const rt_since *since, const rt_seen_entry *entry) {
    return entry->seq >= since->first &&
           rt_str_cmp(rt_str_cut(entry->e.recorded_at, since->recorded_at.len), since->recorded_at) >= 0;
}

rt_status rt_lens_open_before(rt_lens *lens, const rt_since *since, rt_lens **before, rt_error *err) {
    RT_TRY(rt_lens_open(lens->store, &lens->options, before, err));
    rt_lens *b = *before;
    if (since->recorded_at.len > 0)
        b->recorded_before = rt_str_copy(&b->arena, since->recorded_at);
    else if (since->first < b->before)
        b->before = since->first;
    return rt_ok;
}
