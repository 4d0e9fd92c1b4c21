/* What a written date means, and how two dates lie to each other. */
#include "base/date_english.h"
#include "base/date_tell.h"
#include "cli/command.h"
#include "cli/draw.h"
#include "exchange/input.h"

/* --- for people -------------------------------------------------------------------------------------------------- */

static void add_row(rt_draw *d, rt_table *t, const char *label, rt_style style, rt_str text) {
    rt_cell *row = rt_table_row(t);
    rt_cell_addz(d, &row[0], RT_LABEL, label);
    rt_cell_add(d, &row[1], style, text);
}

/* "1942-01-01 to 1942-12-31", or the day alone; open and unknown ends in words. */
static rt_str days_words(rt_draw *d, const rt_value *days, const char *open) {
    const rt_value *first = rt_value_first(days), *last = first->next;
    if (first->kind == RT_NULL && last->kind == RT_NULL) return RT_S("unknown");
    if (rt_str_eq(first->text, last->text)) return rt_str_is(first->text, "..") ? rt_str_of(open) : first->text;
    return rt_str_printf(d->arena, "%.*s to %.*s", RT_FMT(first->text), RT_FMT(last->text));
}

static void draw_date(rt_draw *d, const rt_value *date) {
    const rt_str edtf = rt_value_get_text(date, RT_S("edtf")), words = rt_date_words(d->arena, edtf, RT_MONTHS_LONG);
    rt_table t = rt_table_new(d, 2, 2);
    rt_draw_heading(d, rt_value_get_text(date, RT_S("text")));
    add_row(d, &t, "EDTF", RT_PLAIN, edtf);
    if (!rt_str_eq(words, edtf)) add_row(d, &t, "in words", RT_PLAIN, words);
    add_row(d, &t, "begins", RT_PLAIN, days_words(d, rt_value_get(date, RT_S("start")), "open: no beginning"));
    add_row(d, &t, "ends", RT_PLAIN, days_words(d, rt_value_get(date, RT_S("end")), "open: it goes on"));
    if (rt_value_get_bool(date, RT_S("approximate")))
        add_row(d, &t, "approximate", RT_DOUBTED, RT_S("compared with one unit more on either side"));
    if (rt_value_get_bool(date, RT_S("uncertain")))
        add_row(d, &t, "uncertain", RT_DOUBTED, RT_S("nothing that rests on it is certain"));
    rt_table_draw(&t);
}

static rt_str count_words(rt_draw *d, const rt_value *days) {
    const rt_value *least = rt_value_first(days), *most = least->next;
    if (least->kind == RT_NULL) return RT_S("without end");
    const long long n = least->integer;
    if (most->kind == RT_NULL) return rt_str_printf(d->arena, "%lld days or more", n);
    if (n == most->integer) return rt_str_printf(d->arena, "%lld day%s", n, n == 1 ? "" : "s");
    return rt_str_printf(d->arena, "%lld to %lld days", n, (long long)most->integer);
}

static void add_names(rt_draw *d, rt_table *t, const char *label, rt_style style, const rt_value *names) {
    const rt_str joined = rt_names_joined(d->arena, names);
    add_row(d, t, label, style, joined.len > 0 ? joined : RT_S("nothing"));
}

static void draw_relation(rt_draw *d, const rt_value *relation) {
    rt_table t = rt_table_new(d, 2, 2);
    add_names(d, &t, "certain", RT_PLAIN, rt_value_get(relation, RT_S("certain")));
    add_names(d, &t, "possible", RT_DOUBTED, rt_value_get(relation, RT_S("possible")));
    add_row(d, &t, "share", RT_PLAIN, count_words(d, rt_value_get(relation, RT_S("days"))));
    rt_table_draw(&t);
}

/* --- running ----------------------------------------------------------------------------------------------------- */

typedef struct asked {
    rt_context *ctx;
    bool edtf_only, compare;
    rt_str against;
    uint64_t line; /* of stdin, or 0 */
    uint64_t read, bad;
} asked;

/* Each text that is no date is named as it comes; the rest goes on. */
static void complain(asked *a, rt_str text, const rt_error *why) {
    rt_error err = {0};
    (void)rt_fail(&err, why->code, "\"%.*s\": %s", RT_FMT(rt_str_cut(text, 200)), why->message);
    if (a->line > 0)
        rt_error_at(&err, "stdin", a->line, why->has_byte ? why->byte + 1 : 0);
    else if (why->has_byte)
        rt_error_at_byte(&err, why->byte);
    rt_print_error(a->ctx->err, &err);
    a->bad++;
}

static void tell(asked *a, rt_str text, rt_arena *arena) {
    rt_value *object = NULL;
    rt_error err = {0};
    rt_context ctx = *a->ctx;
    ctx.arena = arena;
    const rt_status status = a->compare ? rt_date_against(text, a->against, a->edtf_only, arena, &object, &err)
                                        : rt_date_describe(text, a->edtf_only, arena, &object, &err);
    a->read++;
    if (status.code != RT_OK) complain(a, text, &err);
    if (status.code == RT_OK || (a->ctx->json && object != NULL))
        rt_print_view(&ctx, object, a->compare ? draw_relation : draw_date);
}

static rt_status tell_lines(asked *a, rt_error *err) {
    rt_input *in;
    rt_arena arena = {0};
    rt_str line;
    bool more = false;
    RT_TRY(rt_input_stdin(&in, err));
    rt_status status = rt_input_line(in, &line, &more, err);
    while (status.code == RT_OK && more && !rt_output_failed(a->ctx->out)) {
        a->line = rt_input_line_number(in);
        tell(a, line, &arena);
        rt_arena_reset(&arena);
        status = rt_input_line(in, &line, &more, err);
    }
    rt_arena_close(&arena);
    rt_input_close(in);
    return status;
}

/* What --against names is looked at once, before anything is printed. */
static rt_status check_against(const asked *a, rt_error *err) {
    rt_value *unused;
    return a->compare ? rt_date_against(a->against, a->against, a->edtf_only, a->ctx->arena, &unused, err) : rt_ok;
}

static rt_status date_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    asked a = {.ctx = ctx,
               .edtf_only = rt_args_flag(args, "edtf"),
               .compare = rt_args_has(args, "against"),
               .against = rt_args_text(args, "against")};
    RT_TRY(check_against(&a, err));
    if (args->words.n == 1 && rt_str_is(args->words.at[0], "-"))
        RT_TRY(tell_lines(&a, err));
    else
        for (size_t i = 0; i < args->words.n; i++) tell(&a, args->words.at[i], ctx->arena);
    if (a.bad == 0) return rt_ok;
    if (a.read == 1) return (rt_status){RT_BAD}; /* said already */
    return rt_fail(err, RT_BAD, "%llu of %llu are no dates", (unsigned long long)a.bad, (unsigned long long)a.read);
}

static const rt_option date_options[] = {
    {"edtf", NULL, "take EDTF only, no dates in words", RT_FLAG, 0},
    {"against", "DATE", "how each lies to this date: Allen's relations, and the days that they share", RT_OPTION_TEXT,
     0},
    {0},
};

static const rt_example date_examples[] = {
    {"redthread date \"circa 1942\" 2006-07 \"before 18 January 1928\"", "what three dates mean as days"},
    {"redthread date 2004-02/2004-12 --against 2004-10",
     "the first surely contains the second, and shares 1 to 31 days with it"},
    {"redthread date --json - <dates.txt", "a JSON object for each line"},
    {0},
};

const rt_command rt_cmd_date = {
    .name = "date",
    .group = RT_GROUP_LOOK,
    .arguments = "TEXT...",
    .summary = "what a written date means as days, and how it lies to another",
    .options = date_options,
    .description =
        "TEXT is EDTF (ISO 8601-2, levels 0 to 2) or a date as lists and people write it in English; - reads one from "
        "each "
        "line of stdin. A date begins on one of the days behind \"begins\" and ends on one of those behind \"ends\".\n"
        "\n"
        "Nothing is guessed: what has two meanings is both, so 11/08/2013 is [2013-08-11,2013-11-08], and what has "
        "none is "
        "refused (exit code 1). The page docs/dates.md lists what is taken.",
    .examples = date_examples,
    .run = date_run,
};
