#include "base/date_piece.h"

#include "base/date_edtf.h"

static const char *mark_of(const rt_date_piece *p) {
    static const char *const marks[] = {"", "?", "~", "%"};
    return marks[p->marks & 3];
}

/* Early and late are the first and the second half; mid is the half between them. All that is surely said, and no day
 * more. In parts of a year, a decade, a century, from 0. */
static const struct halves {
    int first, last;
} of_year[] = {[RT_PART_EARLY] = {1, 6}, [RT_PART_MID] = {4, 9}, [RT_PART_LATE] = {7, 12}},
  of_decade[] = {[RT_PART_EARLY] = {0, 4}, [RT_PART_MID] = {3, 7}, [RT_PART_LATE] = {5, 9}},
  of_century[] = {[RT_PART_EARLY] = {0, 49}, [RT_PART_MID] = {25, 74}, [RT_PART_LATE] = {50, 99}},
  of_month[] = {[RT_PART_EARLY] = {1, 15}, [RT_PART_MID] = {8, 23}, [RT_PART_LATE] = {16, 31}};

static rt_str year_text(int64_t year, rt_arena *arena) {
    return rt_str_printf(arena, "%s%04lld", year < 0 ? "-" : "", (long long)(year < 0 ? -year : year));
}

static rt_str years(int64_t first, int64_t last, const char *mark, rt_arena *arena) {
    const rt_str a = year_text(first, arena), b = year_text(last, arena);
    return rt_str_printf(arena, "%.*s%s..%.*s%s", RT_FMT(a), mark, RT_FMT(b), mark);
}

/* A decade or a century: "186X", "-01XX", or its years where no mask has all of them ("-0099..0000"). */
static rt_str wide_years(const rt_date_piece *p, rt_arena *arena) {
    const int64_t last = p->year + p->width - 1;
    const struct halves *half = p->width == 10 ? &of_decade[p->part] : &of_century[p->part];
    if (p->part != RT_PART_WHOLE) return years(p->year + half->first, p->year + half->last, mark_of(p), arena);
    const bool negative = p->year < 0;
    if (negative && last == 0) return years(p->year, 0, mark_of(p), arena);
    const long long shown = (negative ? -last : p->year) / p->width;
    const char *form = p->width == 10 ? "%s%03lldX%s" : "%s%02lldXX%s";
    return rt_str_printf(arena, form, negative ? "-" : "", shown, mark_of(p));
}

static rt_str month_part(const rt_date_piece *p, rt_str year, rt_arena *arena) {
    const struct halves half = of_month[p->part];
    const int days = rt_month_days(p->year, p->month), last = half.last < days ? half.last : days;
    return rt_str_printf(arena, "%.*s-%02d-%02d%s..%.*s-%02d-%02d%s", RT_FMT(year), p->month, half.first, mark_of(p),
                         RT_FMT(year), p->month, last, mark_of(p));
}

static rt_str year_part(const rt_date_piece *p, rt_str year, rt_arena *arena) {
    const struct halves half = of_year[p->part];
    return rt_str_printf(arena, "%.*s-%02d%s..%.*s-%02d%s", RT_FMT(year), half.first, mark_of(p), RT_FMT(year),
                         half.last, mark_of(p));
}

static rt_str day_text(rt_str year, int month, int day, const char *mark, rt_arena *arena) {
    return rt_str_printf(arena, "%.*s-%02d-%02d%s", RT_FMT(year), month, day, mark);
}

static rt_str day_or_days(const rt_date_piece *p, rt_str year, rt_arena *arena) {
    const rt_str a = day_text(year, p->month, p->day, mark_of(p), arena);
    if (p->other_day == 0) return a;
    const rt_str b = day_text(year, p->other_month, p->other_day, mark_of(p), arena);
    const bool a_first = p->month < p->other_month;
    return rt_str_printf(arena, "%.*s,%.*s", RT_FMT(a_first ? a : b), RT_FMT(a_first ? b : a));
}

rt_str rt_date_piece_edtf(const rt_date_piece *p, rt_arena *arena) {
    const rt_str year = year_text(p->year, arena);
    if (p->width > 1) return wide_years(p, arena);
    if (p->day > 0) return day_or_days(p, year, arena);
    if (p->month > 0 && p->part != RT_PART_WHOLE) return month_part(p, year, arena);
    if (p->part != RT_PART_WHOLE) return year_part(p, year, arena);
    const int month = p->month > 0 ? p->month : p->season;
    if (month > 0) return rt_str_printf(arena, "%.*s-%02d%s", RT_FMT(year), month, mark_of(p));
    return rt_str_printf(arena, "%.*s%s", RT_FMT(year), mark_of(p));
}

bool rt_date_piece_is_one(rt_str edtf) {
    return rt_str_find(edtf, RT_S(",")) == SIZE_MAX && rt_str_find(edtf, RT_S("..")) == SIZE_MAX;
}
