#include "cli/matching.h"

#include <math.h>
#include <stdlib.h>

#include "cli/suggest.h"
#include "model/schema.h"

static const rt_option options[] = {
    {"threshold", "SCORE", "call scores from here up a match; 0.7 unless told", RT_OPTION_TEXT, 0},
    RT_THREADS_OPTION,
    {0},
};
const rt_option_group rt_matching_options = {.title = "How names are compared", .options = options};

rt_status rt_matching_asked(const rt_args *args, rt_matching *m, rt_error *err) {
    RT_TRY(rt_args_share(args, "threshold", rt_match_threshold, &m->threshold, err));
    return rt_args_threads(args, &m->threads, err);
}

rt_status rt_matching_schema(const rt_args *args, rt_str otherwise, rt_str *schema, rt_error *err) {
    const rt_str asked = *schema = rt_args_text(args, "schema");
    rt_guess guess = {.typed = asked, .distance = SIZE_MAX};
    if (asked.len == 0) return *schema = otherwise, rt_ok;
    for (size_t i = 0; i < rt_schema_count; i++) {
        const rt_str name = rt_schemata[i].name;
        if (rt_str_eq_nocase(asked, name)) return *schema = name, rt_ok;
        rt_guess_try(&guess, name);
    }
    const bool guessed = guess.best.len > 0;
    return rt_fail(err, RT_USAGE, "there is no schema \"%.*s\"%s%.*s%s", RT_FMT(rt_str_cut(asked, 100)),
                   guessed ? "; did you mean " : "", RT_FMT(guess.best), guessed ? "?" : "");
}

/* --- drawing ------------------------------------------------------------------------------------------------------ */

void rt_cell_score(rt_draw *d, rt_cell *cell, const rt_value *result) {
    const bool is_match = rt_value_get_bool(result, RT_S("match"));
    rt_cell_add(d, cell, is_match ? RT_AGREED : RT_PLAIN,
                rt_str_printf(d->arena, "%.4f", rt_value_get_real(result, RT_S("score"))));
    rt_cell_addz(d, cell, is_match ? RT_AGREED : RT_DOUBTED, is_match ? " a match" : " no match");
}

typedef struct reason {
    const rt_value *value;
    double score;
} reason;

/* Weight falls; equal ones stay as they came. */
static int by_weight(const void *x, const void *y) {
    const reason *a = x, *b = y;
    const double wa = fabs(a->score), wb = fabs(b->score);
    if (wa != wb) return wa > wb ? -1 : 1;
    return (a > b) - (a < b);
}

/* What would be drawn as 0.00 tells a person nothing; --json has it. */
static const double shown_from = 0.005;

static void draw_side(rt_draw *d, rt_table *t, const reason *list, size_t n, bool against) {
    for (size_t i = 0; i < n; i++) {
        if ((list[i].score < 0) != against || fabs(list[i].score) < shown_from) continue;
        rt_cell *row = rt_table_row(t);
        rt_cell_addz(d, &row[0], RT_LABEL, against ? "against" : "for");
        rt_cell_add(d, &row[1], against ? RT_DENIAL : RT_AGREED, rt_str_printf(d->arena, "%+.2f", list[i].score));
        rt_cell_add(d, &row[2], RT_LABEL, rt_prop_words(d->arena, rt_value_get_text(list[i].value, RT_S("feature"))));
        rt_cell_add(d, &row[3], RT_PLAIN, rt_value_get_text(list[i].value, RT_S("detail")));
    }
}

void rt_draw_why(rt_draw *d, const rt_value *why, unsigned indent) {
    reason *list = RT_NEW_N(d->arena, reason, rt_value_count(why));
    size_t n = 0;
    for (const rt_value *v = rt_value_first(why); v != NULL; v = v->next)
        list[n++] = (reason){v, rt_value_get_real(v, RT_S("score"))};
    if (n > 1) qsort(list, n, sizeof *list, by_weight);
    rt_table t = rt_table_new(d, 4, indent);
    draw_side(d, &t, list, n, false);
    draw_side(d, &t, list, n, true);
    rt_table_draw(&t);
}

void rt_draw_compared(rt_draw *d, const rt_value *v) {
    rt_table t = rt_table_new(d, 2, 0);
    rt_cell title = {0};
    rt_cell_add(d, &title, RT_TITLE, rt_value_get_text(v, RT_S("a")));
    rt_cell_break(d, &title);
    rt_cell_add(d, &title, RT_TITLE, rt_value_get_text(v, RT_S("b")));
    rt_draw_cell(d, &title, 0, 2);
    rt_cell *row = rt_table_row(&t);
    rt_cell_addz(d, &row[0], RT_LABEL, "score");
    rt_cell_score(d, &row[1], v);
    rt_cell_add(d, &row[1], RT_LABEL,
                rt_str_printf(d->arena, " (one from %.4g up)", rt_value_get_real(v, RT_S("threshold"))));
    rt_table_draw(&t);
    rt_draw_why(d, rt_value_get(v, RT_S("why")), 2);
}
