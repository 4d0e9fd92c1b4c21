/* Birth, death and founding dates: uncertain ones, of which a side may give several. What counts is the pair of
 * alternatives that says most for the two being one; the more alternatives, the less an agreement says. */
#include <math.h>
#include <stdlib.h>

#include "base/date_written.h"
#include "names/trait.h"

typedef enum relation {
    DAY,        /* the same day */
    NEW_YEAR,   /* the same 1 January, which lists write for "some day of the year" */
    MONTH,      /* the same month, one side says no more */
    YEAR,       /* the same year, one side says no more */
    SPAN,       /* wider dates that meet */
    SWAPPED,    /* the same day with day and month swapped */
    TYPO,       /* one digit apart, or day and month equal within ten years */
    SAME_YEAR,  /* two days of one year */
    NEXT_YEAR,  /* a year apart at most */
    NEAR_YEARS, /* two or three */
    APART,      /* up to ten */
    FAR,
    RELATIONS,
} relation;

static const char *const meanings[RELATIONS] = {
    [DAY] = "one day",
    [NEW_YEAR] = "one day, but 1 January often stands for a whole year",
    [MONTH] = "they can be one day of that month",
    [YEAR] = "they can be one day",
    [SPAN] = "they may meet",
    [SWAPPED] = "one day, with day and month swapped",
    [TYPO] = "they differ as by a slip of the pen",
    [SAME_YEAR] = "two days of one year",
    [NEXT_YEAR] = "they lie up to a year apart",
    [NEAR_YEARS] = "they lie a few years apart",
    [APART] = "they lie years apart",
    [FAR] = "they lie more than ten years apart",
};

static bool read_date(rt_arena *arena, rt_trait_value *value) {
    rt_error err;
    value->key = value->text;
    if (value->text.len == 0 || value->text.len > 64) return false;
    if (rt_edtf_read(value->text, &value->when, &err).code == RT_OK) return true;
    return rt_written_read(value->text, arena, &value->key, &err).code == RT_OK &&
           rt_edtf_read(value->key, &value->when, &err).code == RT_OK;
}

typedef struct ymd {
    int64_t year;
    int month, day;
} ymd;

static ymd parts(rt_day day) {
    ymd p;
    rt_day_parts(day, &p.year, &p.month, &p.day);
    return p;
}

/* Days that the date may be: of a date that is approximate those around it too. */
static void reach(const rt_when *when, rt_day *first, rt_day *last) {
    *first = when->start_unknown ? RT_DAY_OPEN_START : when->wide.start_min;
    *last = when->end_unknown ? RT_DAY_OPEN_END : when->wide.end_max;
}

static bool closed(rt_day first, rt_day last) { return first != RT_DAY_OPEN_START && last != RT_DAY_OPEN_END; }

/* The digits of two days of the calendar that differ. */
static int digits_apart(ymd a, ymd b) {
    char x[40], y[40];
    const size_t n = rt_day_print(rt_day_of(a.year, a.month, a.day), x);
    if (rt_day_print(rt_day_of(b.year, b.month, b.day), y) != n) return 9;
    int apart = 0;
    for (size_t i = 0; i < n; i++) apart += x[i] != y[i];
    return apart;
}

static relation years_apart(double days) {
    if (days <= 366) return NEXT_YEAR;
    if (days <= 3 * 366) return NEAR_YEARS;
    return days <= 10 * 366 ? APART : FAR;
}

static bool new_year(ymd day) { return day.month == 1 && day.day == 1; }

static relation two_days(rt_day x, rt_day y) {
    const ymd a = parts(x), b = parts(y);
    if (x == y) return new_year(a) ? NEW_YEAR : DAY;
    if (a.year == b.year && (new_year(a) || new_year(b))) return YEAR;
    if (a.year == b.year && a.month == b.day && a.day == b.month) return SWAPPED;
    if (digits_apart(a, b) == 1 && llabs(a.year - b.year) <= 10) return TYPO;
    return a.year == b.year ? SAME_YEAR : years_apart(fabs((double)x - (double)y));
}

/* How much two spans that meet agree: by the wider. */
static relation meeting(rt_day first_a, rt_day last_a, rt_day first_b, rt_day last_b) {
    if (!closed(first_a, last_a) || !closed(first_b, last_b)) return SPAN;
    const int64_t a = last_a - first_a, b = last_b - first_b, wider = a > b ? a : b;
    if (wider < 31) return MONTH;
    return wider < 366 ? YEAR : SPAN;
}

static relation relate(const rt_when *a, const rt_when *b) {
    rt_day first_a, last_a, first_b, last_b;
    reach(a, &first_a, &last_a);
    reach(b, &first_b, &last_b);
    if (first_a == last_a && first_b == last_b) return two_days(first_a, first_b);
    if (first_a <= last_b && first_b <= last_a) return meeting(first_a, last_a, first_b, last_b);
    return years_apart(first_a > last_b ? (double)first_a - (double)last_b : (double)first_b - (double)last_a);
}

static const rt_trait_case birth_cases[RELATIONS] = {
    [DAY] = RT_CASE_BIRTH_DAY,
    [NEW_YEAR] = RT_CASE_BIRTH_NEW_YEAR,
    [MONTH] = RT_CASE_BIRTH_MONTH,
    [YEAR] = RT_CASE_BIRTH_YEAR,
    [SPAN] = RT_CASE_BIRTH_SPAN,
    [SWAPPED] = RT_CASE_BIRTH_SWAPPED,
    [TYPO] = RT_CASE_BIRTH_TYPO,
    [SAME_YEAR] = RT_CASE_BIRTH_SAME_YEAR,
    [NEXT_YEAR] = RT_CASE_BIRTH_NEXT_YEAR,
    [NEAR_YEARS] = RT_CASE_BIRTH_NEAR_YEARS,
    [APART] = RT_CASE_BIRTH_APART,
    [FAR] = RT_CASE_BIRTH_FAR,
};
static const rt_trait_case other_cases[RELATIONS] = {
    [DAY] = RT_CASE_OTHER_DATE_EQUAL,        [MONTH] = RT_CASE_OTHER_DATE_MEETS,
    [YEAR] = RT_CASE_OTHER_DATE_MEETS,       [SPAN] = RT_CASE_OTHER_DATE_MEETS,
    [SWAPPED] = RT_CASE_OTHER_DATE_NEAR,     [TYPO] = RT_CASE_OTHER_DATE_NEAR,
    [SAME_YEAR] = RT_CASE_OTHER_DATE_NEAR,   [NEXT_YEAR] = RT_CASE_OTHER_DATE_NEAR,
    [NEAR_YEARS] = RT_CASE_OTHER_DATE_APART, [APART] = RT_CASE_OTHER_DATE_APART,
    [FAR] = RT_CASE_OTHER_DATE_APART,
};

typedef struct closest {
    const rt_trait_value *a, *b;
    relation how;
    double weight;
} closest;

static closest best_pair(rt_trait_values a, rt_trait_values b, const rt_trait_case *cases) {
    closest best = {.weight = (double)-INFINITY};
    for (size_t i = 0; i < a.n; i++)
        for (size_t j = 0; j < b.n; j++) {
            const relation how = relate(&a.at[i].when, &b.at[j].when);
            const double weight = (double)rt_trait_weights[cases[how]];
            if (weight > best.weight) best = (closest){&a.at[i], &b.at[j], how, weight};
        }
    return best;
}

/* k alternatives meet by chance about k times as often as one does; but they often lie together. */
static double shared(double weight, size_t alternatives) {
    return weight > 0 ? weight * fmax(1 - log((double)alternatives) / 6, 0.3) : weight;
}

static relation compare_dates(rt_trait_values a, rt_trait_values b, const rt_trait_case *cases, const char *feature,
                              const char *what, rt_tally *tally) {
    const closest best = best_pair(a, b, cases);
    if (best.a == NULL || best.b == NULL) return best.how; /* one side has no date */
    rt_tally_values(tally, feature, shared(best.weight, a.n > b.n ? a.n : b.n), what, best.a->text, best.b->text,
                    meanings[best.how]);
    return best.how;
}

static void compare_birth(rt_trait_values a, rt_trait_values b, rt_tally *tally) {
    const relation how = compare_dates(a, b, birth_cases, rt_feature_birth.name, "born", tally);
    tally->born_apart = how == NEAR_YEARS || how == APART || how == FAR;
}

static void compare_death(rt_trait_values a, rt_trait_values b, rt_tally *tally) {
    (void)compare_dates(a, b, other_cases, rt_feature_death.name, "died", tally);
}

static void compare_founded(rt_trait_values a, rt_trait_values b, rt_tally *tally) {
    (void)compare_dates(a, b, other_cases, rt_feature_founded.name, "founded or built", tally);
}

const rt_feature rt_feature_birth = {"birthDate", 12, read_date, compare_birth};
const rt_feature rt_feature_death = {"deathDate", 6, read_date, compare_death};
const rt_feature rt_feature_founded = {"incorporationDate", 6, read_date, compare_founded};
