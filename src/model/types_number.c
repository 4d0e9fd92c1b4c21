/* Numbers as FollowTheMoney's NumberType.parse reads them, and ISO 8601 durations (a type of ours). */
#include <string.h>

#include "model/types_rows.h"

typedef struct scan {
    rt_str text;
    size_t at;
} scan;

static char peek(const scan *s) { return s->at < s->text.len ? s->text.at[s->at] : 0; }

static bool take(scan *s, const char *any) {
    const bool there = peek(s) != 0 && strchr(any, peek(s)) != NULL;
    s->at += there;
    return there;
}

static size_t digits(scan *s) {
    const size_t begin = s->at;
    while (rt_is_digit(peek(s))) s->at++;
    return s->at - begin;
}

static void blanks(scan *s) {
    while (s->at < s->text.len && rt_is_blank(s->text.at[s->at])) s->at++;
}

/* Groups of two or three digits (the Indian way has two) after a first of one to three. */
static void grouped(scan *s) {
    scan before = *s;
    while (take(s, ", ")) {
        const size_t n = digits(s);
        if (n < 2 || n > 3) break;
        before = *s;
    }
    *s = before;
}

bool rt_is_number(rt_str text) {
    scan s = {text, 0};
    blanks(&s);
    if (take(&s, "+-")) take(&s, " ");
    const size_t first = digits(&s);
    if (first == 0) return false;
    if (first <= 3) grouped(&s);
    const scan before = s;
    if (take(&s, ".") && digits(&s) == 0) s = before;
    blanks(&s);
    while (s.at < text.len && !rt_is_blank(text.at[s.at])) { /* a unit, in which no digit stands */
        if (rt_is_digit(text.at[s.at])) return false;
        s.at++;
    }
    blanks(&s);
    return s.at == text.len;
}

/* The units of one half of a duration in their order; the last may have a fraction. false when a number has no unit. */
static bool duration_part(scan *s, const char *units, size_t *count) {
    bool fraction = false;
    while (rt_is_digit(peek(s))) {
        if (fraction) return false;
        digits(s);
        if (take(s, ".,")) fraction = digits(s) > 0;
        const char *unit = peek(s) != 0 ? strchr(units, peek(s)) : NULL;
        if (unit == NULL || s->text.at[s->at - 1] == '.' || s->text.at[s->at - 1] == ',') return false;
        units = unit + 1;
        s->at++;
        ++*count;
    }
    return true;
}

bool rt_takes_duration(rt_str value, const char **why) {
    *why = "an ISO 8601 duration like P10Y or P1Y6M";
    scan s = {value, 0};
    size_t date = 0, time = 0;
    if (!take(&s, "P") || !duration_part(&s, "YMWD", &date)) return false;
    if (take(&s, "T") && (!duration_part(&s, "HMS", &time) || time == 0)) return false;
    return s.at == value.len && date + time > 0;
}

/* The letter of a unit that is written out, or 0. */
static char unit_named(rt_str word) {
    static const struct {
        rt_str name;
        char letter;
    } units[] = {
        {RT_S_INIT("year"), 'Y'},
        {RT_S_INIT("month"), 'M'},
        {RT_S_INIT("week"), 'W'},
        {RT_S_INIT("day"), 'D'},
    };
    if (word.len > 1 && rt_to_lower(word.at[word.len - 1]) == 's') word.len--;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (rt_str_eq_nocase(word, units[i].name)) return units[i].letter;
    return 0;
}

static rt_str word(scan *s) {
    blanks(s);
    const size_t begin = s->at;
    while (rt_is_alpha(peek(s))) s->at++;
    return (rt_str){s->text.at + begin, s->at - begin};
}

/* "10 years", "1 year and 6 months", "18 months, 3 days". */
static bool written_duration(rt_str raw, char *out, size_t room, size_t *len) {
    scan s = {raw, 0};
    out[(*len)++] = 'P';
    while (s.at < raw.len) {
        const size_t begin = (blanks(&s), s.at), n = digits(&s);
        const char letter = unit_named(word(&s));
        if (n == 0 || letter == 0 || *len + n + 1 > room) return false;
        memcpy(out + *len, raw.at + begin, n);
        *len += n;
        out[(*len)++] = letter;
        take(&s, ",");
        const scan before = s;
        if (!rt_str_is(word(&s), "and")) s = before;
        blanks(&s);
    }
    return true;
}

bool rt_clean_duration(rt_str raw, rt_arena *arena, rt_str *value) {
    const char *why;
    *value = raw;
    if (rt_takes_duration(raw, &why)) return true;
    char *out = rt_arena_alloc(arena, raw.len + 2);
    size_t len = 0;
    if (!written_duration(raw, out, raw.len + 2, &len)) return false;
    *value = (rt_str){out, len};
    return rt_takes_duration(*value, &why);
}
