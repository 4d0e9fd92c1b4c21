#include "base/date_english.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/date.h"

static const char *const months[2][12] = {
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
     "December"},
    {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
};

/* Parts of a year, 21 to 41 (ISO 8601-2, 4.8). */
static const char *const parts[] = {
    "spring %s",
    "summer %s",
    "autumn %s",
    "winter %s",
    "spring %s (northern)",
    "summer %s (northern)",
    "autumn %s (northern)",
    "winter %s (northern)",
    "spring %s (southern)",
    "summer %s (southern)",
    "autumn %s (southern)",
    "winter %s (southern)",
    "the first quarter of %s",
    "the second quarter of %s",
    "the third quarter of %s",
    "the fourth quarter of %s",
    "the first third of %s",
    "the second third of %s",
    "the last third of %s",
    "the first half of %s",
    "the second half of %s",
};

typedef struct writer {
    rt_buf out;
    rt_month_form form;
} writer;

/* --- one date ---------------------------------------------------------------------------------------------------- */

static bool digits(rt_str s, size_t n, int64_t *number) {
    for (size_t i = 0; i < s.len; i++)
        if (!rt_is_digit(s.at[i])) return false;
    return s.len == n && rt_str_int(s, number);
}

static bool all_open(rt_str s) { return rt_str_is(s, "XX"); }

/* "2006", "-0043" (44 BC), "200X", "20XX", "Y170000002" */
static bool year_words(rt_str y, char words[64]) {
    int64_t n;
    const bool before = y.len > 0 && y.at[0] == '-';
    const rt_str four = rt_str_from(y, before ? 1 : 0);
    if (digits(four, 4, &n))
        snprintf(words, 64,
                 before || n == 0 ? "%lld BC"
                 : n < 100        ? "the year %lld"
                                  : "%lld",
                 (long long)(before   ? n + 1
                             : n == 0 ? 1
                                      : n));
    else if (!before && rt_str_ends(y, RT_S("X")) && digits(rt_str_cut(y, 3), 3, &n) && y.len == 4)
        snprintf(words, 64, "the %lld0s", (long long)n);
    else if (!before && rt_str_ends(y, RT_S("XX")) && digits(rt_str_cut(y, 2), 2, &n) && y.len == 4)
        snprintf(words, 64, "some year from %lld00 to %lld99", (long long)n, (long long)n);
    else if (y.len > 1 && y.at[0] == 'Y' && rt_str_int(rt_str_from(y, 1), &n))
        snprintf(words, 64, "the year %lld", (long long)n);
    else
        return false;
    return true;
}

static bool month_words(writer *w, const char *year, rt_str month, const char *before) {
    int64_t m;
    if (all_open(month)) {
        rt_buf_printf(&w->out, "some month of %s", year);
        return true;
    }
    if (!digits(month, 2, &m)) return false;
    if (m >= 1 && m <= 12)
        rt_buf_printf(&w->out, "%s%s %s", before, months[w->form][m - 1], year);
    else if (m >= 21 && m <= 41 && *before == 0)
        rt_buf_printf(&w->out, parts[m - 21], year);
    else
        return false;
    return true;
}

static bool day_words(writer *w, const char *year, rt_str month, rt_str day) {
    char before[24];
    int64_t d;
    if (all_open(day)) {
        if (!all_open(month)) return month_words(w, year, month, "some day in ");
        rt_buf_printf(&w->out, "some day in %s", year);
        return true;
    }
    if (!digits(day, 2, &d) || all_open(month)) return false;
    snprintf(before, sizeof before, "%lld ", (long long)d);
    return month_words(w, year, month, before);
}

/* A time of day as it stands, without seconds that are none: "T10:30:00Z" as ", 10:30 UTC". */
static bool time_words(writer *w, rt_str time) {
    const bool utc = rt_str_ends(time, RT_S("Z"));
    if (time.len == 0) return true;
    if (utc) time.len--;
    if (rt_str_ends(time, RT_S(":00")) && time.len == 8) time.len -= 3;
    rt_buf_printf(&w->out, ", %.*s%s", RT_FMT(time), utc ? " UTC" : "");
    return true;
}

typedef struct date {
    rt_str year, month, day, time;
    char qualifier;
    bool negative;
} date;

/* Splits "2006-07-12T10:30Z~"; false where something is left over. */
static bool split(rt_str s, date *d) {
    *d = (date){0};
    if (s.len > 0 && (s.at[s.len - 1] == '~' || s.at[s.len - 1] == '?' || s.at[s.len - 1] == '%'))
        d->qualifier = s.at[--s.len];
    const size_t t = rt_str_find(s, RT_S("T"));
    if (t != SIZE_MAX) d->time = rt_str_from(s, t + 1);
    s = rt_str_cut(s, t);
    d->negative = s.len > 0 && s.at[0] == '-';
    rt_str rest = rt_str_from(s, d->negative ? 1 : 0);
    if (rest.len == 0 || !rt_str_split(&rest, RT_S("-"), &d->year)) return false;
    if (d->negative) d->year = (rt_str){d->year.at - 1, d->year.len + 1};
    if (rest.at == NULL) return true;
    if (!rt_str_split(&rest, RT_S("-"), &d->month) || d->month.len == 0) return false;
    if (rest.at == NULL) return true;
    if (!rt_str_split(&rest, RT_S("-"), &d->day) || d->day.len == 0) return false;
    return rest.at == NULL;
}

static const char *qualifier_words(char q) {
    return q == '~' ? "about " : q == '?' ? "perhaps " : q == '%' ? "perhaps about " : "";
}

static bool date_words(writer *w, rt_str s) {
    date d;
    char year[64];
    if (!split(s, &d) || !year_words(d.year, year)) return false;
    rt_buf_add(&w->out, rt_str_of(qualifier_words(d.qualifier)));
    if (d.month.len == 0) {
        rt_buf_add(&w->out, rt_str_of(year));
        return d.time.len == 0 && d.day.len == 0;
    }
    const bool written = d.day.len > 0 ? day_words(w, year, d.month, d.day) : month_words(w, year, d.month, "");
    return written && time_words(w, d.time);
}

static bool is_day(rt_str s) {
    date d;
    return split(s, &d) && d.day.len > 0;
}

/* --- intervals and sets ------------------------------------------------------------------------------------------ */

static bool worded(writer *w, const char *before, rt_str s, const char *behind) {
    rt_buf_add(&w->out, rt_str_of(before));
    if (!date_words(w, s)) return false;
    rt_buf_add(&w->out, rt_str_of(behind));
    return true;
}

static bool is_month(rt_str s) {
    int64_t m;
    return (s.len == 7 || s.len == 10) && rt_is_digit(s.at[s.len - 1]) && s.at[4] == '-' &&
           digits(rt_str_cut(rt_str_from(s, 5), 2), 2, &m) && m <= 12;
}

/* "August to September 2012": the year is said once where both have it. */
static bool pair(writer *w, rt_str a, const char *between, rt_str b) {
    const bool same_year = is_month(a) && is_month(b) && rt_str_eq(rt_str_cut(a, 5), rt_str_cut(b, 5));
    if (!date_words(w, a)) return false;
    if (same_year && rt_str_ends(rt_buf_str(&w->out), rt_str_cut(a, 4))) w->out.len -= 5;
    return worded(w, between, b, "");
}

static bool interval(writer *w, rt_str a, rt_str b) {
    if (rt_str_is(a, "..")) return b.len > 0 && !rt_str_is(b, "..") && worded(w, "until ", b, "");
    if (rt_str_is(b, "..")) return a.len > 0 && worded(w, "from ", a, "");
    if (a.len == 0) return worded(w, is_day(b) ? "before or on " : "in or before ", b, "");
    if (b.len == 0) return worded(w, "from ", a, ", end unknown");
    return pair(w, a, " to ", b);
}

/* A member of a set: a date, "a..b", "..b", "a..". */
static bool member(writer *w, rt_str s, bool alone) {
    const size_t dots = rt_str_find(s, RT_S(".."));
    if (dots == SIZE_MAX) return date_words(w, s);
    const rt_str a = rt_str_cut(s, dots), b = rt_str_from(s, dots + 2);
    if (a.len == 0) return worded(w, "", b, " or before");
    if (b.len == 0) return worded(w, "", a, " or later");
    if (alone) rt_buf_add(&w->out, RT_S("between "));
    return pair(w, a, alone ? " and " : " to ", b);
}

/* "[a,b,c]": one of them; "{a,b,c}": all of them. */
static bool set(writer *w, rt_str inside, bool one) {
    rt_str rest = inside, part;
    const bool alone = rt_str_find(inside, RT_S(",")) == SIZE_MAX;
    if (alone && !one && rt_str_find(inside, RT_S("..")) != SIZE_MAX) rt_buf_add(&w->out, RT_S("all of "));
    for (bool first = true; rt_str_split(&rest, RT_S(","), &part); first = false) {
        if (!first) rt_buf_add(&w->out, rest.at != NULL ? RT_S(", ") : one ? RT_S(" or ") : RT_S(" and "));
        if (!member(w, rt_str_trim(part), alone && one)) return false;
    }
    return true;
}

static bool any(writer *w, rt_str s) {
    const bool one = rt_str_starts(s, RT_S("[")) && rt_str_ends(s, RT_S("]"));
    const bool all = rt_str_starts(s, RT_S("{")) && rt_str_ends(s, RT_S("}"));
    if (one || all) return set(w, rt_str_cut(rt_str_from(s, 1), s.len - 2), one);
    const size_t slash = rt_str_find(s, RT_S("/"));
    return slash != SIZE_MAX ? interval(w, rt_str_cut(s, slash), rt_str_from(s, slash + 1)) : date_words(w, s);
}

rt_str rt_date_words(rt_arena *arena, rt_str edtf, rt_month_form form) {
    writer w = {.form = form};
    rt_when unused; /* words for the thirtieth of February would make a date of what is none */
    const bool written = rt_edtf_read(edtf, &unused, NULL).code == RT_OK && any(&w, edtf);
    const rt_str words = written ? rt_str_copy(arena, rt_buf_str(&w.out)) : edtf;
    rt_buf_close(&w.out);
    return words;
}
