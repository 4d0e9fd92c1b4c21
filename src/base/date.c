#include "base/date.h"

/* Placeholder shape until the EDTF reader lands: ISO dates of level 0 only. */
static bool number(rt_str s, size_t from, size_t len, int64_t *n) {
    return s.len >= from + len && rt_str_int(rt_str_cut(rt_str_from(s, from), len), n);
}

rt_status rt_edtf_read(rt_str text, rt_when *when, rt_error *err) {
    int64_t y, m = 1, d = 1;
    *when = (rt_when){0};
    if (!number(text, 0, 4, &y) || (text.len > 4 && !number(text, 5, 2, &m)) || (text.len > 7 && !number(text, 8, 2, &d)))
        return rt_fail(err, RT_BAD, "not a date");
    return rt_ok;
}
