#include "base/date_tell.h"

#include "base/date_written.h"

static rt_status print_canonical(rt_str text, rt_arena *arena, rt_str *edtf, rt_error *err) {
    RT_AUTO(rt_buf) out = {0};
    RT_TRY(rt_edtf_print(text, &out, err));
    *edtf = rt_str_copy(arena, rt_buf_str(&out));
    return rt_ok;
}

static rt_status no_utf8(size_t bad, rt_error *err) {
    const rt_status status = rt_fail(err, RT_BAD, "this is no UTF-8");
    rt_error_at_byte(err, bad);
    return status;
}

rt_status rt_date_read(rt_str text, bool edtf_only, rt_arena *arena, rt_str *edtf, rt_when *when, rt_error *err) {
    size_t bad;
    if (!rt_utf8_valid(text, &bad)) return no_utf8(bad, err);
    RT_TRY(edtf_only ? print_canonical(text, arena, edtf, err) : rt_written_read(text, arena, edtf, err));
    return rt_edtf_read(*edtf, when, err);
}

static rt_value *day_value(rt_day day, bool unknown, rt_arena *arena) {
    char text[40];
    if (unknown) return rt_value_null(arena);
    const rt_str s = {text, rt_day_print(day, text)};
    return rt_value_text(arena, rt_str_copy(arena, s));
}

static rt_value *days_value(rt_day first, bool first_unknown, rt_day last, bool last_unknown, rt_arena *arena) {
    rt_value *list = rt_value_list(arena);
    rt_value_push(list, day_value(first, first_unknown, arena));
    rt_value_push(list, day_value(last, last_unknown, arena));
    return list;
}

rt_value *rt_date_span(const rt_when *when, rt_arena *arena) {
    rt_day first, last;
    rt_when_span(when, &first, &last);
    return days_value(first, when->start_unknown, last, when->end_unknown, arena);
}

static rt_value *describe_error(rt_str text, const rt_error *err, rt_arena *arena) {
    rt_value *o = rt_value_object(arena);
    size_t bad;
    rt_value_put(o, RT_S("text"), rt_value_text(arena, rt_utf8_valid(text, &bad) ? text : rt_str_cut(text, bad)));
    rt_value_put(o, RT_S("error"), rt_value_text(arena, rt_str_copy(arena, rt_str_of(err->message))));
    rt_value_put(o, RT_S("at"), err->has_byte ? rt_value_int(arena, (int64_t)err->byte) : rt_value_null(arena));
    return o;
}

static rt_value *describe(rt_str text, rt_str edtf, const rt_when *when, rt_arena *arena) {
    const rt_when w = *when;
    rt_value *o = rt_value_object(arena);
    rt_value_put(o, RT_S("text"), rt_value_text(arena, text));
    rt_value_put(o, RT_S("edtf"), rt_value_text(arena, edtf));
    rt_value_put(o, RT_S("level"), rt_value_int(arena, w.level));
    rt_value_put(o, RT_S("span"), rt_date_span(&w, arena));
    rt_value_put(o, RT_S("start"), days_value(w.start_min, w.start_unknown, w.start_max, w.start_unknown, arena));
    rt_value_put(o, RT_S("end"), days_value(w.end_min, w.end_unknown, w.end_max, w.end_unknown, arena));
    rt_value_put(o, RT_S("uncertain"), rt_value_bool(arena, w.uncertain));
    rt_value_put(o, RT_S("approximate"), rt_value_bool(arena, w.approximate));
    return o;
}

rt_status rt_date_describe(rt_str text, bool edtf_only, rt_arena *arena, rt_value **object, rt_error *err) {
    rt_when w = {0};
    rt_str edtf = {"", 0};
    rt_error own = {0};
    const rt_status status = rt_date_read(text, edtf_only, arena, &edtf, &w, &own);
    *object = status.code == RT_OK ? describe(text, edtf, &w, arena) : describe_error(text, &own, arena);
    if (err != NULL && status.code != RT_OK) *err = own;
    return status;
}

static void put_names(rt_value *object, rt_str key, unsigned set, rt_arena *arena) {
    rt_value *list = rt_value_put_list(arena, object, key);
    for (int r = 0; r < RT_ALLEN_N; r++)
        if ((set & RT_ALLEN_BIT(r)) != 0) rt_value_push_text(arena, list, rt_allen_name((rt_allen)r));
}

static rt_value *count_value(int64_t days, rt_arena *arena) {
    return days == RT_DAYS_UNBOUNDED ? rt_value_null(arena) : rt_value_int(arena, days);
}

rt_value *rt_date_relation(const rt_when *a, const rt_when *b, rt_arena *arena) {
    const rt_relation r = rt_allen_relate(a, b);
    rt_value *o = rt_value_object(arena);
    put_names(o, RT_S("certain"), r.certain, arena);
    put_names(o, RT_S("possible"), r.possible, arena);
    rt_value *days = rt_value_put_list(arena, o, RT_S("days"));
    rt_value_push(days, count_value(r.days_min, arena));
    rt_value_push(days, count_value(r.days_max, arena));
    return o;
}

static rt_status read_or_name(rt_str text, bool edtf_only, rt_arena *arena, rt_when *when, rt_error *err) {
    rt_str edtf = {"", 0};
    rt_error own = {0};
    const rt_status status = rt_date_read(text, edtf_only, arena, &edtf, when, &own);
    if (status.code == RT_OK) return status;
    (void)rt_fail(err, status.code, "\"%.*s\" is no date: %s", RT_FMT(rt_str_cut(text, 200)), own.message);
    if (own.has_byte) rt_error_at_byte(err, own.byte);
    return status;
}

rt_status rt_date_against(rt_str a, rt_str b, bool edtf_only, rt_arena *arena, rt_value **object, rt_error *err) {
    rt_when x, y;
    RT_TRY(read_or_name(a, edtf_only, arena, &x, err));
    RT_TRY(read_or_name(b, edtf_only, arena, &y, err));
    *object = rt_date_relation(&x, &y, arena);
    return rt_ok;
}
