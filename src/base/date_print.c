/* EDTF in its canonical form. Components are written as they came: each has one form only. What may be written in two
 * ways are marks, offsets and blanks. */
#include "base/date_edtf.h"

static const char mark_sign[] = {'\0', '?', '~', '%'};

/* How many components, from the year on, carry the year's mark: their mark stands once, right of the last. */
static int group_size(const rt_edtf_date *d, int components) {
    int n = 1;
    while (n < components && d->marks[n] == d->marks[0]) n++;
    return d->marks[0] == 0 ? 0 : n;
}

static void print_offset(rt_str offset, rt_buf *out) {
    if (offset.len > 0 && (offset.at[0] == 'Z' || rt_str_is(offset, "+00") || rt_str_is(offset, "+00:00"))) {
        rt_buf_byte(out, 'Z');
        return;
    }
    rt_buf_add(out, offset);
    if (offset.len == 3) rt_buf_add(out, RT_S(":00"));
}

static void print_date(const rt_edtf_date *d, rt_buf *out) {
    const rt_str parts[] = {d->year, d->month, d->day};
    const int n = 1 + (d->month.len > 0) + (d->day.len > 0), group = group_size(d, n);
    for (int i = 0; i < n; i++) {
        if (i > 0) rt_buf_byte(out, '-');
        if (i >= group && d->marks[i] != 0) rt_buf_byte(out, mark_sign[d->marks[i]]);
        rt_buf_add(out, parts[i]);
        if (i == group - 1) rt_buf_byte(out, mark_sign[d->marks[0]]);
    }
    if (d->clock.len == 0) return;
    rt_buf_byte(out, 'T');
    rt_buf_add(out, d->clock);
    print_offset(d->offset, out);
}

static void print_end(const rt_edtf_date *d, bool in_set, rt_buf *out) {
    if (d->end == RT_EDTF_DATE) print_date(d, out);
    if (d->end == RT_EDTF_OPEN && !in_set) rt_buf_add(out, RT_S(".."));
}

static void print_item(const rt_edtf_item *item, char kind, rt_buf *out) {
    const bool in_set = kind == '[' || kind == '{';
    print_end(&item->from, in_set, out);
    if (!item->range) return;
    rt_buf_add(out, in_set ? RT_S("..") : RT_S("/"));
    print_end(&item->to, in_set, out);
}

rt_status rt_edtf_print(rt_str text, rt_buf *out, rt_error *err) {
    rt_edtf_scan scan = {.text = text, .err = err};
    const size_t before = out->len;
    for (bool first = true; !scan.done; first = false) {
        rt_edtf_item item;
        const rt_status status = rt_edtf_next(&scan, &item);
        if (status.code != RT_OK) {
            out->len = before;
            return status;
        }
        const bool in_set = scan.kind == '[' || scan.kind == '{';
        if (in_set) rt_buf_byte(out, first ? scan.kind : ',');
        print_item(&item, scan.kind, out);
        if (in_set && scan.done) rt_buf_byte(out, scan.kind == '[' ? ']' : '}');
    }
    return rt_ok;
}
