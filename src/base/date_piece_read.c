/* One date as it is written: "08 Sep 1966", "the 1860s", "mid-December 2012", "11/08/2013". */
#include "base/date_piece.h"

#include "base/date_edtf.h"

/* "of", a comma or a dash between a day, a month and a year: "3rd of May, 2011", "08-Sep-1966". */
static void skip_between(rt_words *p) {
    rt_words_skip_filler(p);
    if (!rt_words_take_sign(p, ',') && !rt_words_take_sign(p, '-') && !rt_words_take_sign(p, '.')) return;
    rt_words_skip_filler(p);
}

/* --- years ------------------------------------------------------------------------------------------------------ */

/* A number that can only be a year: four digits, or an era beside it. */
static bool is_year(const rt_words *p, size_t n) {
    const rt_word *w = rt_words_peek(p, n);
    if (w->kind != RT_WORD_NUMBER || w->value < 0 || w->suffix == RT_SUFFIX_ORDINAL) return false;
    return w->digits == 4 ||
           (w->digits < 4 && w->suffix == RT_SUFFIX_NONE && rt_words_peek(p, n + 1)->kind == RT_WORD_ERA);
}

/* "1860s" is a decade. "1800s" is said of ten and of a hundred years: of the hundred it is true either way. */
static rt_status plural_year(rt_words *p, const rt_word *w, rt_date_piece *to) {
    if (to->month > 0 || to->season > 0) return rt_words_fault(p, w->at, "a month or season is of one year");
    if (w->value % 10 != 0) return rt_words_fault(p, w->at, "a decade is expected");
    to->width = w->value % 100 == 0 ? 100 : 10;
    return rt_ok;
}

static rt_status year(rt_words *p, rt_date_piece *to) {
    const rt_word *w = rt_words_peek(p, 0);
    if (!is_year(p, 0)) {
        const bool number = w->kind == RT_WORD_NUMBER;
        return rt_words_fault(p, w->at, number ? "a year of four digits is expected" : "a year is expected");
    }
    p->next++;
    to->has_year = true;
    to->year = w->value;
    to->width = 1;
    if (w->suffix == RT_SUFFIX_PLURAL) RT_TRY(plural_year(p, w, to));
    const rt_word *era = rt_words_take(p, RT_WORD_ERA);
    if (era == NULL) return rt_ok;
    if (w->value == 0) return rt_words_fault(p, w->at, "the year before 1 is 1 BC");
    if (era->value < 0 && to->width > 1) return rt_words_fault(p, w->at, "decades before our era are not read");
    if (era->value < 0) to->year = 1 - to->year;
    return rt_ok;
}

/* "19th century" is 18XX, as EDTF has no way to say 1801 to 1900. */
static rt_status century(rt_words *p, const rt_word *n, rt_date_piece *to) {
    if (n->value < 1 || n->value > 99)
        return rt_words_fault(p, n->at, "a century from the 1st to the 99th is expected");
    const rt_word *era = rt_words_take(p, RT_WORD_ERA);
    to->has_year = true;
    to->width = 100;
    to->year = era != NULL && era->value < 0 ? -(100LL * n->value - 1) : 100LL * (n->value - 1);
    return rt_ok;
}

/* --- days ------------------------------------------------------------------------------------------------------- */

static rt_status check_day(const rt_words *p, const rt_word *w, const rt_date_piece *to) {
    if (w->value < 1 || w->value > 31 || w->digits > 2) return rt_words_fault(p, w->at, "a day of a month is expected");
    if (!to->has_year || to->month == 0 || w->value <= rt_month_days(to->year, to->month)) return rt_ok;
    return rt_words_fault(p, w->at, "there is no such day in this month");
}

/* "1966-09-08", "1966/09", "1966 Sep 8", or the year alone. */
static rt_status year_first(rt_words *p, rt_date_piece *to) {
    RT_TRY(year(p, to));
    if (to->width > 1) return rt_ok;
    const rt_word *sign = rt_words_peek(p, 0), *month = rt_words_peek(p, 1);
    const bool numeric = (rt_word_is_sign(sign, '-') || rt_word_is_sign(sign, '/') || rt_word_is_sign(sign, '.')) &&
                         month->kind == RT_WORD_NUMBER && month->digits <= 2;
    const rt_word *name = numeric ? NULL : rt_words_take(p, RT_WORD_MONTH);
    if (!numeric && name == NULL) return rt_ok;
    if (numeric) {
        if (month->value < 1 || month->value > 12)
            return rt_words_fault(p, month->at, "a month is expected; a year has four digits");
        p->next += 2;
    }
    to->month = numeric ? month->value : name->value;
    const rt_word *day = rt_words_peek(p, numeric ? 1 : 0);
    if (numeric && !rt_word_is_sign(rt_words_peek(p, 0), (char)sign->value))
        return rt_word_is_sign(sign, '-') ? rt_ok : rt_words_fault(p, sign->at, "a day is expected behind the month");
    if (day->kind != RT_WORD_NUMBER)
        return numeric && !rt_word_is_sign(sign, '-') ? rt_words_fault(p, day->at, "a day is expected") : rt_ok;
    if (day->digits == 4) return rt_ok; /* the next date of a range */
    p->next += numeric ? 2 : 1;
    to->day = day->value;
    return check_day(p, day, to);
}

/* "11/08/2013": day first or month first, both where both are possible. */
static rt_status slashed(rt_words *p, rt_date_piece *to) {
    const rt_word *a = rt_words_peek(p, 0), *b = rt_words_peek(p, 2);
    p->next += 4;
    RT_TRY(year(p, to));
    const bool day_first =
        b->value >= 1 && b->value <= 12 && a->value >= 1 && a->value <= rt_month_days(to->year, b->value);
    const bool month_first =
        a->value >= 1 && a->value <= 12 && b->value >= 1 && b->value <= rt_month_days(to->year, a->value);
    if (!day_first && !month_first) return rt_words_fault(p, a->at, "there is no such day");
    to->month = day_first ? b->value : a->value;
    to->day = day_first ? a->value : b->value;
    if (day_first && month_first && a->value != b->value) to->other_month = a->value, to->other_day = b->value;
    return rt_ok;
}

static bool is_slashed(const rt_words *p, size_t numbers) {
    for (size_t i = 0; i < numbers; i++) {
        const rt_word *n = rt_words_peek(p, 2 * i), *sign = rt_words_peek(p, 2 * i + 1), *first = rt_words_peek(p, 1);
        if (n->kind != RT_WORD_NUMBER || n->digits > 2 || n->suffix != RT_SUFFIX_NONE) return false;
        if (!rt_word_is_sign(sign, '/') && !rt_word_is_sign(sign, '.') && !rt_word_is_sign(sign, '-')) return false;
        if (sign->value != first->value) return false;
    }
    return is_year(p, 2 * numbers);
}

/* "7/2008" */
static rt_status month_slash_year(rt_words *p, rt_date_piece *to) {
    const rt_word *month = rt_words_peek(p, 0);
    if (month->value < 1 || month->value > 12) return rt_words_fault(p, month->at, "a month is expected");
    p->next += 2;
    to->month = month->value;
    return year(p, to);
}

/* A number that is no year: a day, perhaps with its month and year behind it. */
static rt_status day_first(rt_words *p, rt_date_piece *to) {
    if (is_slashed(p, 2)) return slashed(p, to);
    if (is_slashed(p, 1)) return month_slash_year(p, to);
    const rt_word *third = rt_words_peek(p, 4);
    if (third->kind == RT_WORD_NUMBER && rt_word_is_sign(rt_words_peek(p, 1), '/') &&
        rt_word_is_sign(rt_words_peek(p, 3), '/'))
        return rt_words_fault(p, third->at, "a year of four digits is expected");
    const rt_word *day = rt_words_take(p, RT_WORD_NUMBER);
    if (day->suffix == RT_SUFFIX_ORDINAL && rt_words_take(p, RT_WORD_CENTURY) != NULL) return century(p, day, to);
    if (day->suffix == RT_SUFFIX_PLURAL || day->digits > 2)
        return rt_words_fault(p, day->at, "a year of four digits is expected");
    to->day = day->value;
    const size_t before = p->next;
    skip_between(p);
    const rt_word *month = rt_words_take(p, RT_WORD_MONTH);
    if (month == NULL) {
        p->next = before;
        return check_day(p, day, to);
    }
    to->month = month->value;
    const size_t behind = p->next;
    skip_between(p);
    if (rt_words_peek(p, 0)->kind == RT_WORD_NUMBER &&
        (is_year(p, 0) || p->next == behind || rt_words_peek(p, 0)->digits < 3))
        RT_TRY(year(p, to));
    else
        p->next = behind;
    return check_day(p, day, to);
}

/* "September 8, 1966", "Sep 1966", "September" */
static rt_status month_first(rt_words *p, rt_date_piece *to) {
    to->month = rt_words_take(p, RT_WORD_MONTH)->value;
    const size_t before = p->next;
    skip_between(p);
    const rt_word *day = rt_words_peek(p, 0);
    if (day->kind != RT_WORD_NUMBER) {
        p->next = before;
        return rt_ok;
    }
    if (is_year(p, 0)) return year(p, to);
    p->next++;
    to->day = day->value;
    const size_t behind = p->next;
    skip_between(p);
    if (is_year(p, 0))
        RT_TRY(year(p, to));
    else
        p->next = behind;
    return check_day(p, day, to);
}

static rt_status season_first(rt_words *p, rt_date_piece *to) {
    to->season = rt_words_take(p, RT_WORD_SEASON)->value;
    skip_between(p);
    return year(p, to);
}

/* A weekday in front must be the day's; where a date can be read in two ways it tells which. */
static rt_status check_weekday(const rt_words *p, const rt_word *weekday, rt_date_piece *to) {
    if (!to->has_year || to->day == 0 || to->marks != 0)
        return rt_words_fault(p, weekday->at, "a weekday needs its whole date");
    const bool fits = rt_day_weekday(rt_day_of(to->year, to->month, to->day)) == weekday->value;
    const bool other =
        to->other_day > 0 && rt_day_weekday(rt_day_of(to->year, to->other_month, to->other_day)) == weekday->value;
    if (!fits && !other) return rt_words_fault(p, weekday->at, "that day was another day of the week");
    if (fits && other) return rt_ok;
    if (other) to->month = to->other_month, to->day = to->other_day;
    to->other_month = to->other_day = 0;
    return rt_ok;
}

static rt_status undecorated(rt_words *p, rt_date_piece *to) {
    const rt_word *w = rt_words_peek(p, 0);
    if (w->kind == RT_WORD_NUMBER) return is_year(p, 0) ? year_first(p, to) : day_first(p, to);
    if (w->kind == RT_WORD_MONTH) return month_first(p, to);
    if (w->kind == RT_WORD_SEASON) return season_first(p, to);
    return rt_words_fault(p, w->at, w->kind == RT_WORD_END ? "a date is expected" : "this is no date that we read");
}

static void take_marks(rt_words *p, rt_date_piece *to) {
    for (const rt_word *w; (w = rt_words_take(p, RT_WORD_MARK)) != NULL;) to->marks |= (unsigned)w->value;
}

/* "mid-December", "end of" */
static rt_status take_part(rt_words *p, rt_date_piece *to) {
    const rt_word *part = rt_words_take(p, RT_WORD_PART);
    if (part == NULL) return rt_ok;
    to->part = (rt_part)part->value;
    (void)rt_words_take_sign(p, '-');
    rt_words_skip_filler(p);
    return rt_ok;
}

/* "(approx.)", "?" */
static rt_status take_marks_behind(rt_words *p, rt_date_piece *to) {
    const bool bracket = rt_word_is_sign(rt_words_peek(p, 0), '(') && rt_words_peek(p, 1)->kind == RT_WORD_MARK;
    if (bracket) p->next++;
    take_marks(p, to);
    return !bracket || rt_words_take_sign(p, ')') ? rt_ok : rt_words_fault(p, rt_words_peek(p, 0)->at, ") is expected");
}

rt_status rt_date_piece_read(rt_words *p, rt_date_piece *to, unsigned *prefix) {
    *to = (rt_date_piece){.width = 1};
    rt_words_skip_filler(p);
    take_marks(p, to);
    *prefix = to->marks;
    rt_words_skip_filler(p);
    to->at = rt_words_peek(p, 0)->at;
    const rt_word *weekday = rt_words_take(p, RT_WORD_WEEKDAY);
    if (weekday != NULL) skip_between(p);
    RT_TRY(take_part(p, to));
    RT_TRY(undecorated(p, to));
    if (to->part != RT_PART_WHOLE && (to->day > 0 || to->season > 0))
        return rt_words_fault(p, to->at, "a part of a year or a month is expected");
    if (weekday != NULL) RT_TRY(check_weekday(p, weekday, to));
    return take_marks_behind(p, to);
}
