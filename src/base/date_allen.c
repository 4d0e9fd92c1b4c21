#include "base/date_allen.h"

/* Six variables: first and last days of both, and the days after the last ones. Each has a least and a greatest value.
 */
enum { AS, AE, AN, BS, BE, BN, VARIABLES };

typedef struct box {
    rt_day min[VARIABLES], max[VARIABLES];
} box;

/* A relation puts its variables in one row of points: those at one point are equal, and each point is at least `step`
 * days behind the one before. Taking every point as early as it can be decides whether a row has a solution. */
typedef struct point {
    uint8_t variables, step;
} point;

#define V(variable) (1U << (variable))

/* The inverse relations are the first six with a and b exchanged. */
static const point rows[][4] = {
    [RT_BEFORE] = {{V(AS), 0}, {V(AN), 1}, {V(BS), 1}, {V(BE), 0}},
    [RT_MEETS] = {{V(AS), 0}, {V(AN) | V(BS), 1}, {V(BE), 0}},
    [RT_OVERLAPS] = {{V(AS), 0}, {V(BS), 1}, {V(AE), 0}, {V(BE), 1}},
    [RT_STARTS] = {{V(AS) | V(BS), 0}, {V(AE), 0}, {V(BE), 1}},
    [RT_DURING] = {{V(BS), 0}, {V(AS), 1}, {V(AE), 0}, {V(BE), 1}},
    [RT_FINISHES] = {{V(BS), 0}, {V(AS), 1}, {V(AE) | V(BE), 0}},
    [RT_EQUALS] = {{V(AS) | V(BS), 0}, {V(AE) | V(BE), 0}},
};

/* Open ends lie at infinity, and infinity is nobody's next day. */
static rt_day later(rt_day day, int n) { return day > RT_DAY_OPEN_END - n ? RT_DAY_OPEN_END : day + n; }

static bool row_has_solution(const point row[4], const box *b) {
    rt_day at = RT_DAY_OPEN_START;
    for (int i = 0; i < 4 && row[i].variables != 0; i++) {
        if (i > 0 && row[i].step > 0 && at == RT_DAY_OPEN_END) return false;
        if (i > 0) at = later(at, row[i].step);
        for (int v = 0; v < VARIABLES; v++)
            if ((row[i].variables & V(v)) != 0 && at < b->min[v]) at = b->min[v];
        for (int v = 0; v < VARIABLES; v++)
            if ((row[i].variables & V(v)) != 0 && at > b->max[v]) return false;
    }
    return true;
}

/* The bounds that a's side has once it is known that it does not end before it begins. Only an end that is open on both
 * its bounds is at infinity; every other one is a day, however far. */
rt_bounds rt_allen_bounds(const rt_when *when) {
    rt_bounds b = when->wide;
    const bool starts = b.start_max != RT_DAY_OPEN_START, ends = b.end_min != RT_DAY_OPEN_END;
    if (starts && b.start_min == RT_DAY_OPEN_START) b.start_min = RT_DAY_OPEN_START + 1;
    if (ends && b.end_max == RT_DAY_OPEN_END) b.end_max = RT_DAY_OPEN_END - 1;
    if (b.start_max == RT_DAY_OPEN_END) b.start_max = RT_DAY_OPEN_END - 1;
    if (b.end_min == RT_DAY_OPEN_START) b.end_min = RT_DAY_OPEN_START + 1;
    if (b.start_max > b.end_max) b.start_max = b.end_max;
    if (b.end_min < b.start_min) b.end_min = b.start_min;
    return b;
}

static void fill(box *to, int start, const rt_bounds *b) {
    to->min[start] = b->start_min, to->max[start] = b->start_max;
    to->min[start + 1] = b->end_min, to->max[start + 1] = b->end_max;
    to->min[start + 2] = later(b->end_min, 1), to->max[start + 2] = later(b->end_max, 1);
}

static unsigned possible_of(const rt_bounds *a, const rt_bounds *b) {
    box forth, back;
    fill(&forth, AS, a), fill(&forth, BS, b);
    fill(&back, AS, b), fill(&back, BS, a);
    unsigned set = 0;
    for (int r = RT_BEFORE; r <= RT_EQUALS; r++) {
        if (row_has_solution(rows[r], &forth)) set |= RT_ALLEN_BIT(r);
        if (r < RT_EQUALS && row_has_solution(rows[r], &back)) set |= RT_ALLEN_BIT(r + RT_AFTER);
    }
    return set;
}

static int64_t days_between(rt_day first, rt_day last) {
    int64_t n;
    if (first > last) return 0;
    if (first <= RT_DAY_OPEN_START + 1 || last >= RT_DAY_OPEN_END - 1) return RT_DAYS_UNBOUNDED;
    return __builtin_sub_overflow(last, first, &n) || n == INT64_MAX ? RT_DAYS_UNBOUNDED : n + 1;
}

static rt_day earlier_of(rt_day a, rt_day b) { return a < b ? a : b; }
static rt_day later_of(rt_day a, rt_day b) { return a > b ? a : b; }

/* The least shared: each interval as short as it can be. That is from its latest start to its earliest end, or, where
 * these cross, any one day from the earliest end to the latest start. */
static int64_t least_shared(const rt_bounds *a, const rt_bounds *b) {
    const bool a_day = a->start_max > a->end_min, b_day = b->start_max > b->end_min;
    if (!a_day && !b_day) return days_between(later_of(a->start_max, b->start_max), earlier_of(a->end_min, b->end_min));
    if (a_day && b_day) return 0; /* two ranges of several days: the days can differ */
    const rt_bounds *day = a_day ? a : b, *fixed = a_day ? b : a;
    return day->end_min >= fixed->start_max && day->start_max <= fixed->end_min;
}

rt_relation rt_allen_relate(const rt_when *a, const rt_when *b) {
    const rt_bounds x = rt_allen_bounds(a), y = rt_allen_bounds(b);
    rt_relation r = {.possible = possible_of(&x, &y)};
    const bool alone = r.possible != 0 && (r.possible & (r.possible - 1)) == 0;
    const bool sure = !a->uncertain && !b->uncertain;
    r.certain = alone && sure ? r.possible : 0;
    r.days_min = sure ? least_shared(&x, &y) : 0;
    r.days_max = days_between(later_of(x.start_min, y.start_min), earlier_of(x.end_max, y.end_max));
    return r;
}

rt_str rt_allen_name(rt_allen relation) {
    static const rt_str names[RT_ALLEN_N] = {
        RT_S_INIT("before"),      RT_S_INIT("meets"),         RT_S_INIT("overlaps"),   RT_S_INIT("starts"),
        RT_S_INIT("during"),      RT_S_INIT("finishes"),      RT_S_INIT("equals"),     RT_S_INIT("after"),
        RT_S_INIT("met-by"),      RT_S_INIT("overlapped-by"), RT_S_INIT("started-by"), RT_S_INIT("contains"),
        RT_S_INIT("finished-by"),
    };
    return names[relation];
}

rt_certainty rt_allen_any(const rt_when *a, const rt_when *b, unsigned relations) {
    const unsigned possible = rt_allen_relate(a, b).possible;
    if ((possible & relations) == 0) return RT_IMPOSSIBLE;
    const bool all = (possible & ~relations) == 0;
    return all && !a->uncertain && !b->uncertain ? RT_CERTAIN : RT_POSSIBLE;
}

rt_certainty rt_allen_share(const rt_when *a, const rt_when *b) {
    return rt_allen_any(a, b, RT_ALLEN_BIT(RT_ALLEN_N) - 1 - RT_ALLEN_APART);
}

rt_str rt_certainty_name(rt_certainty certainty) {
    static const rt_str names[] = {RT_S_INIT("impossible"), RT_S_INIT("possible"), RT_S_INIT("certain")};
    return names[certainty];
}
