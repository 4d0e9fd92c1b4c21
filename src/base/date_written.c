#include "base/date_written.h"

#include <string.h>

#include "base/date_edtf.h"
#include "base/date_piece.h"

enum { PIECES_MAX = 8 };

/* What is read so far: dates, each in EDTF once all are known. */
typedef struct phrase {
    rt_words words;
    rt_date_piece piece[PIECES_MAX];
    rt_str edtf[PIECES_MAX];
    size_t n;
    unsigned all_marks; /* stood before the first date: said of all */
    rt_arena *arena;
} phrase;

/* --- several dates ---------------------------------------------------------------------------------------------- */

/* "circa 1979-1982": what stands before the first is said of all. */
static rt_status add_date(phrase *p) {
    unsigned prefix;
    if (p->n == PIECES_MAX)
        return rt_words_fault(&p->words, rt_words_peek(&p->words, 0)->at, "that are too many dates");
    rt_date_piece *to = &p->piece[p->n++];
    RT_TRY(rt_date_piece_read(&p->words, to, &prefix));
    if (p->n > 1)
        to->marks |= p->all_marks;
    else
        p->all_marks = prefix;
    return rt_ok;
}

/* "12 to 15 May 2011": what the first does not say, it has from the next. */
static rt_status inherit(phrase *p, rt_date_piece *to, const rt_date_piece *from) {
    if (to->has_year) return rt_ok;
    if (from == NULL || !from->has_year || from->width > 1)
        return rt_words_fault(&p->words, to->at, "the year is missing");
    to->has_year = true;
    to->year = from->year;
    if (to->day == 0 || to->month > 0) return rt_ok;
    if (from->day == 0 || from->other_day > 0) return rt_words_fault(&p->words, to->at, "the month is missing");
    to->month = from->month;
    return rt_ok;
}

static rt_status finish_date(phrase *p, rt_date_piece *to, const rt_date_piece *next) {
    RT_TRY(inherit(p, to, next));
    if (to->day > 0 && to->month == 0) return rt_words_fault(&p->words, to->at, "the month is missing");
    if (to->day > 0 && to->day > rt_month_days(to->year, to->month))
        return rt_words_fault(&p->words, to->at, "there is no such day in this month");
    return rt_ok;
}

static rt_status finish_dates(phrase *p) {
    const rt_word *left = rt_words_peek(&p->words, 0);
    if (left->kind != RT_WORD_END) return rt_words_fault(&p->words, left->at, "this does not belong to the date");
    for (size_t i = p->n; i-- > 0;) {
        RT_TRY(finish_date(p, &p->piece[i], i + 1 < p->n ? &p->piece[i + 1] : NULL));
        p->edtf[i] = rt_date_piece_edtf(&p->piece[i], p->arena);
    }
    return rt_ok;
}

static rt_status span_of(phrase *p, size_t i, rt_day *first, rt_day *last) {
    rt_when when;
    RT_TRY(rt_edtf_read(rt_str_printf(p->arena, "[%.*s]", RT_FMT(p->edtf[i])), &when, p->words.err));
    rt_when_span(&when, first, last);
    return rt_ok;
}

/* Two dates in their order, or any order, are apart or the same; one within the other is not what people write. */
static rt_status check_apart(phrase *p, size_t a, size_t b, bool in_order) {
    rt_day a_first, a_last, b_first, b_last;
    RT_TRY(span_of(p, a, &a_first, &a_last));
    RT_TRY(span_of(p, b, &b_first, &b_last));
    const size_t at = p->piece[b].at;
    if (in_order && b_last < a_first) return rt_words_fault(&p->words, at, "the end is before the beginning");
    const bool same = a_first == b_first && a_last == b_last;
    return same || a_last < b_first || b_last < a_first
               ? rt_ok
               : rt_words_fault(&p->words, at, "the dates lie within each other");
}

/* --- phrases ---------------------------------------------------------------------------------------------------- */

static rt_status check_one(phrase *p, size_t i) {
    if (rt_date_piece_is_one(p->edtf[i])) return rt_ok;
    return rt_words_fault(&p->words, p->piece[i].at, "this is several dates, which cannot be the end of an interval");
}

/* "before X", "after X", "since X", "until X": an interval with one end. X itself is not left out. */
static const struct one_end {
    rt_word_kind word;
    const char *form;
} one_ends[] = {
    {RT_WORD_BEFORE, "/%.*s"},
    {RT_WORD_UNTIL, "/%.*s"},
    {RT_WORD_AFTER, "%.*s/"},
    {RT_WORD_SINCE, "%.*s/.."},
};

static rt_status with_one_end(phrase *p, const char *form, rt_str *edtf) {
    rt_words_skip_filler(&p->words);
    (void)rt_words_take(&p->words, RT_WORD_TO); /* "prior to" */
    RT_TRY(add_date(p));
    RT_TRY(finish_dates(p));
    RT_TRY(check_one(p, 0));
    *edtf = rt_str_printf(p->arena, form, RT_FMT(p->edtf[0]));
    return rt_ok;
}

/* The second date of a pair, both in EDTF. */
static rt_status pair(phrase *p, const char *form, rt_str *edtf) {
    RT_TRY(add_date(p));
    RT_TRY(finish_dates(p));
    RT_TRY(check_one(p, 0));
    RT_TRY(check_one(p, 1));
    RT_TRY(check_apart(p, 0, 1, true));
    *edtf = rt_str_printf(p->arena, form, RT_FMT(p->edtf[0]), RT_FMT(p->edtf[1]));
    return rt_ok;
}

static bool take_to(rt_words *words) {
    return rt_words_take(words, RT_WORD_TO) != NULL || rt_words_take(words, RT_WORD_UNTIL) != NULL ||
           rt_words_take_sign(words, '-');
}

/* "between X and Y": one of the days from X to Y. */
static rt_status between(phrase *p, rt_str *edtf) {
    RT_TRY(add_date(p));
    if (rt_words_take(&p->words, RT_WORD_AND) == NULL && !take_to(&p->words))
        return rt_words_fault(&p->words, rt_words_peek(&p->words, 0)->at, "and is expected");
    return pair(p, "[%.*s..%.*s]", edtf);
}

static rt_str join(phrase *p) {
    rt_str all = p->edtf[0];
    for (size_t i = 1; i < p->n; i++) all = rt_str_printf(p->arena, "%.*s,%.*s", RT_FMT(all), RT_FMT(p->edtf[i]));
    return all;
}

/* "X or Y", "X, Y and Z" */
static rt_status several(phrase *p, rt_str *edtf) {
    const rt_word *word = NULL;
    for (bool more = true; more;) {
        const size_t at = rt_words_peek(&p->words, 0)->at;
        const bool comma = rt_words_take_sign(&p->words, ',');
        const rt_word *or_word = rt_words_take(&p->words, RT_WORD_OR);
        if (or_word == NULL) or_word = rt_words_take(&p->words, RT_WORD_AND);
        more = comma || or_word != NULL;
        if (more && word != NULL && (or_word == NULL || or_word->kind != word->kind))
            return rt_words_fault(&p->words, at, "a list ends behind its last date");
        if (or_word != NULL) word = or_word;
        if (more) RT_TRY(add_date(p));
    }
    RT_TRY(finish_dates(p));
    if (p->n > 1 && word == NULL)
        return rt_words_fault(&p->words, p->piece[1].at, "is it one of these dates, or all of them?");
    for (size_t i = 0; i < p->n; i++)
        for (size_t k = 0; k < i; k++) RT_TRY(check_apart(p, k, i, false));
    const rt_str all = join(p);
    const bool bare = p->n == 1 && rt_date_piece_is_one(all), every = word != NULL && word->kind == RT_WORD_AND;
    if (every)
        for (size_t i = 0; i < p->n; i++) RT_TRY(check_one(p, i));
    *edtf = bare ? all : rt_str_printf(p->arena, every ? "{%.*s}" : "[%.*s]", RT_FMT(all));
    return rt_ok;
}

static rt_status any_phrase(phrase *p, rt_str *edtf) {
    for (size_t i = 0; i < sizeof one_ends / sizeof *one_ends; i++)
        if (rt_words_take(&p->words, one_ends[i].word) != NULL) return with_one_end(p, one_ends[i].form, edtf);
    if (rt_words_take(&p->words, RT_WORD_BETWEEN) != NULL) return between(p, edtf);
    const bool from = rt_words_take(&p->words, RT_WORD_FROM) != NULL;
    RT_TRY(add_date(p));
    if (take_to(&p->words)) return pair(p, "%.*s/%.*s", edtf);
    if (from) return rt_words_fault(&p->words, rt_words_peek(&p->words, 0)->at, "to is expected");
    return several(p, edtf);
}

/* --- the whole -------------------------------------------------------------------------------------------------- */

static rt_status canonical(rt_str text, rt_arena *arena, rt_str *edtf, rt_error *err) {
    RT_AUTO(rt_buf) out = {0};
    RT_TRY(rt_edtf_print(text, &out, err));
    *edtf = rt_str_copy(arena, rt_buf_str(&out));
    return rt_ok;
}

/* What databases and XML Schema write beside ISO 8601: "2004-06-11 10:10:00", and "2015-07-01-04:00", the day at an
 * offset from UTC, of which the day is kept. */
static bool as_machines_write(rt_str text, rt_arena *arena, rt_str *edtf) {
    if (text.len < 11) return false;
    const rt_str day = rt_str_cut(text, 10), rest = rt_str_from(text, 10);
    const bool clock = rest.at[0] == ' ';
    const char *form = clock ? "%.*sT%.*s" : "%.*sT00:00%.*s";
    const rt_str with_time = rt_str_printf(arena, form, RT_FMT(day), RT_FMT(rt_str_from(rest, clock)));
    if (!clock && rest.at[0] != '+' && rest.at[0] != '-' && !rt_str_is(rest, "Z")) return false;
    if (canonical(with_time, arena, edtf, NULL).code != RT_OK) return false;
    if (!clock) *edtf = rt_str_copy(arena, day);
    return true;
}

static rt_status read_words(rt_str text, rt_arena *arena, rt_str *edtf, rt_error *err) {
    phrase p = {.arena = arena};
    rt_str found;
    RT_TRY(rt_words_read(text, &p.words, err));
    rt_words_skip_filler(&p.words);
    RT_TRY(any_phrase(&p, &found));
    return canonical(found, arena, edtf, err);
}

/* Whether a text that is right up to some byte was meant as EDTF: it has no other characters, and a year came out. */
static bool meant_as_edtf(rt_str text, uint64_t right) {
    static const char edtf[] = "0123456789-/[]{}.,?~%XYESTZ:+";
    const bool set = text.len > 0 && (text.at[0] == '[' || text.at[0] == '{');
    for (size_t i = 0; i < text.len; i++)
        if (memchr(edtf, text.at[i], sizeof edtf - 1) == NULL && !(set && text.at[i] == ' ')) return false;
    return right >= 4;
}

static void tell_as_edtf(rt_str text, rt_str trimmed, rt_error *err) {
    rt_when when;
    rt_error as_edtf = {0};
    if (err == NULL || rt_edtf_read(trimmed, &when, &as_edtf).code == RT_OK) return;
    if (!meant_as_edtf(trimmed, as_edtf.byte)) return;
    *err = as_edtf;
    err->byte += (uint64_t)(trimmed.at - text.at);
}

rt_status rt_written_read(rt_str text, rt_arena *arena, rt_str *edtf, rt_error *err) {
    const rt_str trimmed = rt_str_trim(text);
    if (canonical(trimmed, arena, edtf, NULL).code == RT_OK || as_machines_write(trimmed, arena, edtf)) return rt_ok;
    const rt_status status = read_words(text, arena, edtf, err);
    if (status.code != RT_OK) tell_as_edtf(text, trimmed, err);
    return status;
}
