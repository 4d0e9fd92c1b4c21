#include "base/date_edtf.h"

/* Written after ISO 8601-2:2019 and the specification of the Library of Congress (2019-02-04), which numbers the
 * levels. Where public libraries are laxer or stricter than both: docs/dates.md. */

static rt_status fault(const rt_edtf_scan *s, size_t at, const char *message) {
    const rt_status status = rt_fail(s->err, RT_BAD, "%s", message);
    rt_error_at_byte(s->err, at);
    return status;
}

static char peek(const rt_edtf_scan *s) { return s->at < s->text.len ? s->text.at[s->at] : '\0'; }

static bool take(rt_edtf_scan *s, char c) {
    const bool is = s->at < s->text.len && s->text.at[s->at] == c;
    s->at += is;
    return is;
}

static bool take_dots(rt_edtf_scan *s) {
    const bool is = s->text.len - s->at >= 2 && s->text.at[s->at] == '.' && s->text.at[s->at + 1] == '.';
    s->at += is ? 2 : 0;
    return is;
}

static rt_str since(const rt_edtf_scan *s, size_t begin) { return (rt_str){s->text.at + begin, s->at - begin}; }

static void raise_level(rt_edtf_date *d, uint8_t level) {
    if (d->level < level) d->level = level;
}

static uint8_t take_mark(rt_edtf_scan *s) {
    if (take(s, '?')) return RT_EDTF_UNCERTAIN;
    if (take(s, '~')) return RT_EDTF_APPROXIMATE;
    return take(s, '%') ? RT_EDTF_UNCERTAIN | RT_EDTF_APPROXIMATE : 0;
}

/* n characters that are digits, or X. */
static bool take_digits(rt_edtf_scan *s, size_t n, bool *masked) {
    for (size_t i = 0; i < n; i++) {
        const char c = peek(s);
        if (!rt_is_digit(c) && c != 'X') return false;
        *masked |= c == 'X';
        s->at++;
    }
    return true;
}

/* A whole number without leading zeros, at most max. */
static bool take_number(rt_edtf_scan *s, int64_t max, int64_t *n) {
    const size_t begin = s->at;
    for (*n = 0; rt_is_digit(peek(s)); s->at++)
        if ((*n = *n * 10 + (peek(s) - '0')) > max) return false;
    return s->at > begin && s->text.at[begin] != '0';
}

/* --- years ------------------------------------------------------------------------------------------------------ */

/* "S2": of the year's digits two are sure. The others may be any; what is written is the estimate. */
static rt_status significant(rt_edtf_scan *s, rt_edtf_date *d) {
    const size_t begin = s->at;
    int64_t digits, left = d->year_first < 0 ? -d->year_first : d->year_first;
    if (!take(s, 'S')) return rt_ok;
    if (!take_number(s, 99, &digits)) return fault(s, begin + 1, "a count of significant digits is expected");
    raise_level(d, 2);
    d->alone = true;
    int64_t of_year = 0, unit = 1;
    for (int64_t y = left; y > 0; y /= 10) of_year++;
    for (int64_t i = digits; i < of_year; i++) unit *= 10;
    left -= left % unit;
    d->year_unit = unit;
    d->year_first = d->year.at[0] == '-' || d->year.at[1] == '-' ? -(left + unit - 1) : left;
    d->year_last = d->year_first + unit - 1;
    return rt_ok;
}

static rt_status year_far(rt_edtf_scan *s, rt_edtf_date *d) {
    const size_t begin = s->at;
    const bool negative = take(s, '-');
    int64_t n, tens = 0;
    if (!take_number(s, RT_YEAR_MAX, &n))
        return fault(s, begin + negative, "a year up to 25,000,000,000,000,000 without leading zeros is expected");
    const size_t digits = s->at - begin - negative;
    raise_level(d, 1);
    if (take(s, 'E')) {
        raise_level(d, 2);
        if (!take_number(s, 16, &tens)) return fault(s, s->at, "an exponent from 1 to 16 is expected");
    } else if (digits < 5) {
        return fault(s, begin, "a year with Y has more than four digits");
    }
    for (; tens > 0; tens--)
        if ((n *= 10) > RT_YEAR_MAX) return fault(s, begin, "the year is too far away");
    d->year_first = d->year_last = negative ? -n : n;
    return rt_ok;
}

/* The years of a mask: the X as 0 and as 9; "-0000" is no year. */
static void year_span(rt_str mask, rt_edtf_date *d) {
    int64_t low = 0, high = 0, unit = 1;
    const bool negative = mask.at[0] == '-';
    for (size_t i = negative; i < mask.len; i++) {
        const bool any = mask.at[i] == 'X';
        low = low * 10 + (any ? 0 : mask.at[i] - '0');
        high = high * 10 + (any ? 9 : mask.at[i] - '0');
        unit = any ? unit * 10 : 1;
    }
    if (negative && low == 0) low = 1;
    d->year_first = negative ? -high : low;
    d->year_last = negative ? -low : high;
    d->year_unit = unit;
}

static rt_status year_plain(rt_edtf_scan *s, rt_edtf_date *d) {
    const size_t begin = s->at;
    const bool negative = take(s, '-');
    if (!take_digits(s, 4, &d->masked)) return fault(s, s->at, "a year of four digits is expected");
    if (rt_is_digit(peek(s))) return fault(s, s->at, "a year of more than four digits begins with Y");
    d->year = since(s, begin);
    if (rt_str_is(d->year, "-0000")) return fault(s, begin, "year 0 has no sign");
    if (negative) raise_level(d, 1);
    year_span(d->year, d);
    return rt_ok;
}

static rt_status year(rt_edtf_scan *s, rt_edtf_date *d) {
    const size_t begin = s->at;
    d->year_unit = 1;
    d->alone = take(s, 'Y');
    RT_TRY(d->alone ? year_far(s, d) : year_plain(s, d));
    d->year = since(s, begin);
    if (!d->masked) RT_TRY(significant(s, d));
    d->year = since(s, begin);
    return rt_ok;
}

/* --- months, seasons, days -------------------------------------------------------------------------------------- */

/* Codes 21 to 41: the month in which each begins and how many it has. Winter begins in the year that is written. */
static const struct season {
    uint8_t month, months;
} seasons[] = {
    {3, 3}, {6, 3},  {9, 3}, {12, 3}, /* 21 spring, summer, autumn, winter, wherever: read as northern */
    {3, 3}, {6, 3},  {9, 3}, {12, 3}, /* 25 northern */
    {9, 3}, {12, 3}, {3, 3}, {6, 3},  /* 29 southern */
    {1, 3}, {4, 3},  {7, 3}, {10, 3}, /* 33 quarters */
    {1, 4}, {5, 4},  {9, 4},          /* 37 thirds */
    {1, 6}, {7, 6},                   /* 40 halves */
};
enum { SEASON_FIRST = 21, SEASON_OF_LEVEL_2 = 25, SEASON_LAST = 41 };

static bool as_season(rt_edtf_date *d) {
    if (d->month.len == 0 || d->month.at[0] < '2' || d->month.at[0] > '4' || d->month.at[1] == 'X') return false;
    const int code = (d->month.at[0] - '0') * 10 + d->month.at[1] - '0';
    if (code < SEASON_FIRST || code > SEASON_LAST || d->day.len > 0) return false;
    const struct season *season = &seasons[code - SEASON_FIRST];
    raise_level(d, code < SEASON_OF_LEVEL_2 ? 1 : 2);
    d->months = season->months;
    d->first = (rt_ymd){d->year_first, season->month, 1};
    d->last = rt_ymd_add_months((rt_ymd){d->year_last, season->month, 31}, season->months - 1);
    return true;
}

/* Marks on the left are the component's own; one on the right is also of all components to its left. */
static rt_status mark_right(rt_edtf_scan *s, rt_edtf_date *d, int component, uint8_t left, bool *group) {
    const size_t begin = s->at;
    const uint8_t right = take_mark(s);
    if (left != 0 && right != 0) return fault(s, begin, "a component is marked on one side only");
    if (left != 0) raise_level(d, 2);
    if (right != 0) raise_level(d, 1);
    d->marks[component] |= left;
    for (int i = 0; right != 0 && i <= component; i++) d->marks[i] |= right;
    *group = right != 0;
    return rt_ok;
}

/* "-MM" or "-DD", if it follows. A group that ended before it was no mark of the whole date. */
static rt_status component(rt_edtf_scan *s, rt_edtf_date *d, int which, bool *group) {
    if (!take(s, '-')) return rt_ok;
    if (*group) raise_level(d, 2);
    const uint8_t left = take_mark(s);
    const size_t begin = s->at;
    if (!take_digits(s, 2, &d->masked)) return fault(s, s->at, "two digits are expected");
    *(which == RT_EDTF_MONTH ? &d->month : &d->day) = since(s, begin);
    return mark_right(s, d, which, left, group);
}

/* What of unspecified digits level 1 has: 201X, 20XX, 2004-XX, 1985-04-XX, 1985-XX-XX. */
static bool masked_simply(const rt_edtf_date *d) {
    const bool month = rt_str_is(d->month, "XX"), day = rt_str_is(d->day, "XX");
    const rt_str y = d->year;
    if (d->month.len == 0) return y.at[y.len - 1] == 'X' && y.at[y.len - 3] != 'X' && y.at[y.len - 4] != 'X';
    for (size_t i = 0; i < y.len; i++)
        if (y.at[i] == 'X') return false;
    if (month) return d->day.len == 0 || day;
    return day && d->month.at[0] != 'X' && d->month.at[1] != 'X';
}

/* --- times ------------------------------------------------------------------------------------------------------ */

static bool take_pair(rt_edtf_scan *s, int max, int *n) {
    if (s->text.len - s->at < 2 || !rt_is_digit(s->text.at[s->at]) || !rt_is_digit(s->text.at[s->at + 1])) return false;
    *n = (s->text.at[s->at] - '0') * 10 + s->text.at[s->at + 1] - '0';
    s->at += *n <= max ? 2 : 0;
    return *n <= max;
}

static rt_status clock_offset(rt_edtf_scan *s, rt_edtf_date *d) {
    const size_t begin = s->at;
    const bool west = peek(s) == '-';
    int hours = 0, minutes = 0;
    if (take(s, 'Z')) {
        d->offset = since(s, begin);
        return rt_ok;
    }
    if (!take(s, '+') && !take(s, '-')) return rt_ok;
    if (!take_pair(s, 14, &hours) || (take(s, ':') && !take_pair(s, 59, &minutes)))
        return fault(s, s->at, "an offset from UTC is Z, +hh or +hh:mm");
    const int all = hours * 60 + minutes;
    if (all > (west ? 12 : 14) * 60 || (west && all == 0)) return fault(s, begin, "no place has this offset from UTC");
    d->offset = since(s, begin);
    d->instant += (west ? 60 : -60) * (int64_t)all;
    return rt_ok;
}

static rt_status clock_time(rt_edtf_scan *s, rt_edtf_date *d) {
    const size_t begin = s->at;
    int hour, minute, second = 0;
    bool more = false;
    if (!take_pair(s, 24, &hour) || !take(s, ':') || !take_pair(s, 59, &minute) ||
        (take(s, ':') && !take_pair(s, 59, &second)))
        return fault(s, s->at, "a time of day is hh:mm or hh:mm:ss, up to 24:00:00");
    if (s->at - begin == 8 && take(s, '.')) {
        const size_t digits = s->at;
        for (; rt_is_digit(peek(s)); s->at++) more |= peek(s) != '0';
        if (s->at == digits) return fault(s, s->at, "digits of a second are expected");
    }
    if (hour == 24 && (minute > 0 || second > 0 || more)) return fault(s, begin, "the day ends at 24:00:00");
    d->clock = since(s, begin);
    d->instant = (hour * 60 + minute) * 60 + second;
    return clock_offset(s, d);
}

/* --- dates, intervals, sets ------------------------------------------------------------------------------------- */

static rt_status check_days(const rt_edtf_scan *s, rt_edtf_date *d) {
    if (as_season(d)) return rt_ok;
    d->months = d->month.len > 0;
    if (rt_edtf_days(d)) return rt_ok;
    rt_edtf_date month = *d;
    month.day.len = 0;
    const bool is_month = rt_edtf_days(&month);
    const rt_str at = is_month ? d->day : d->month;
    return fault(s, (size_t)(at.at - s->text.at),
                 is_month ? "there is no such day in this month" : "there is no such month or season");
}

static bool is_marked(const rt_edtf_date *d) { return (d->marks[0] | d->marks[1] | d->marks[2]) != 0; }

static rt_status date(rt_edtf_scan *s, rt_edtf_date *d) {
    bool group = false;
    *d = (rt_edtf_date){0};
    const uint8_t left = take_mark(s);
    RT_TRY(year(s, d));
    RT_TRY(mark_right(s, d, RT_EDTF_YEAR, left, &group));
    if (!d->alone) RT_TRY(component(s, d, RT_EDTF_MONTH, &group));
    if (d->month.len > 0) RT_TRY(component(s, d, RT_EDTF_DAY, &group));
    RT_TRY(check_days(s, d));
    if (d->masked) raise_level(d, masked_simply(d) ? 1 : 2);
    const bool has_time = d->day.len > 0 && !d->masked && !is_marked(d) && take(s, 'T');
    return has_time ? clock_time(s, d) : rt_ok;
}

/* Where a date may stop: the end of the text, or what comes between dates in an interval or a set. */
static rt_status date_or_fault(rt_edtf_scan *s, rt_edtf_date *d) {
    RT_TRY(date(s, d));
    const char c = peek(s);
    const bool in_set = s->kind == '[' || s->kind == '{';
    const bool ends = in_set ? c == ',' || c == '.' || c == ']' || c == '}' : s->at == s->text.len || c == '/';
    return ends ? rt_ok : fault(s, s->at, "the date should end here");
}

/* From may not begin after to has ended; both as written. */
static rt_status check_order(const rt_edtf_scan *s, size_t at, const rt_edtf_item *item) {
    const rt_edtf_date *a = &item->from, *b = &item->to;
    if (a->end != RT_EDTF_DATE || b->end != RT_EDTF_DATE) return rt_ok;
    const rt_day first = rt_ymd_day(a->first), last = rt_ymd_day(b->last);
    const bool clocks = a->clock.len > 0 && b->clock.len > 0 && (a->offset.len > 0) == (b->offset.len > 0);
    const bool late = clocks ? (first - last) * 86400 + a->instant > b->instant : first > last;
    return late ? fault(s, at, "the end is before the beginning") : rt_ok;
}

/* One end of an interval: a date, "..", or nothing. */
static rt_status interval_end(rt_edtf_scan *s, rt_edtf_date *d) {
    *d = (rt_edtf_date){.end = RT_EDTF_UNKNOWN, .level = 1};
    if (s->at == s->text.len || peek(s) == '/') return rt_ok;
    if (take_dots(s)) {
        d->end = RT_EDTF_OPEN;
        return rt_ok;
    }
    return date_or_fault(s, d);
}

static rt_status single(rt_edtf_scan *s, rt_edtf_item *item) {
    s->done = true;
    if (s->text.len == 0) return fault(s, 0, "a date is expected");
    RT_TRY(interval_end(s, &item->from));
    item->range = s->kind == '/' || peek(s) == '/';
    if (!item->range)
        return item->from.end == RT_EDTF_DATE ? rt_ok : fault(s, s->at, "the other end of the interval is missing");
    s->kind = '/';
    if (!take(s, '/')) return fault(s, s->at, "/ is expected");
    const size_t begin = s->at;
    RT_TRY(interval_end(s, &item->to));
    if (s->at < s->text.len) return fault(s, s->at, "the interval should end here");
    if (item->from.end == RT_EDTF_UNKNOWN && item->to.end == RT_EDTF_UNKNOWN)
        return fault(s, begin, "an end is expected");
    /* An unspecified digit in an interval is of level 2, whatever it is outside. */
    if (item->from.masked) raise_level(&item->from, 2);
    if (item->to.masked) raise_level(&item->to, 2);
    return check_order(s, begin, item);
}

/* "1667", "1670..1672"; first also "..1760-12-03", last also "1760-12..". */
static rt_status element(rt_edtf_scan *s, rt_edtf_item *item) {
    const size_t begin = s->at;
    item->from = item->to = (rt_edtf_date){.end = RT_EDTF_OPEN};
    item->range = take_dots(s);
    if (item->range) {
        if (s->items > 0) return fault(s, begin, "only the first of a set begins with ..");
        return date_or_fault(s, &item->to);
    }
    RT_TRY(date_or_fault(s, &item->from));
    item->range = take_dots(s);
    const size_t to = s->at;
    if (!item->range || peek(s) == ']' || peek(s) == '}') return rt_ok;
    if (peek(s) == ',') return fault(s, s->at, "only the last of a set ends with ..");
    RT_TRY(date_or_fault(s, &item->to));
    return check_order(s, to, item);
}

static rt_status set_next(rt_edtf_scan *s, rt_edtf_item *item) {
    RT_TRY(element(s, item));
    s->items++;
    if (take(s, ',')) {
        while (take(s, ' ')) {
        }
        return rt_ok;
    }
    if (!take(s, s->kind == '[' ? ']' : '}')) return fault(s, s->at, "a comma or the end of the set is expected");
    s->done = true;
    return s->at == s->text.len ? rt_ok : fault(s, s->at, "nothing may follow the set");
}

rt_status rt_edtf_next(rt_edtf_scan *s, rt_edtf_item *item) {
    if (s->at == 0 && (peek(s) == '[' || peek(s) == '{')) s->kind = s->text.at[s->at++];
    return s->kind == '[' || s->kind == '{' ? set_next(s, item) : single(s, item);
}
