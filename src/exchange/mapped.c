#include "exchange/mapped.h"

#include <stdlib.h>
#include <string.h>

#include "base/date_written.h"
#include "base/grow.h"
#include "model/grades.h"

/* --- values ---------------------------------------------------------------------------------------------------------
 */

static void put(rt_mapped_values *v, rt_arena *arena, rt_str text, size_t column) {
    text = rt_str_trim(text);
    if (text.len == 0) return;
    v->at = rt_grow(arena, v->at, v->n, sizeof *v->at);
    v->at[v->n++] = (rt_mapped_value){text, column};
}

/* One of which no column says anything says nothing itself. */
static rt_mapped_values fill_template(const rt_mapped_source *s, const rt_str *cells, rt_arena *arena) {
    RT_AUTO(rt_buf) out = {0};
    rt_mapped_values v = {NULL, 0};
    size_t first = SIZE_MAX;
    bool says = false, asks = false;
    for (size_t i = 0; i < s->part_count; i++) {
        const rt_mapped_part *p = &s->parts[i];
        const bool column = p->column != SIZE_MAX;
        rt_buf_add(&out, column ? cells[p->column] : p->text);
        asks = asks || column;
        if (!column || cells[p->column].len == 0) continue;
        if (!says) first = p->column;
        says = true;
    }
    if (says || !asks) put(&v, arena, rt_str_copy(arena, rt_buf_str(&out)), first);
    return v;
}

static rt_mapped_values join(const rt_mapped_values *v, rt_str by, rt_arena *arena) {
    RT_AUTO(rt_buf) out = {0};
    rt_mapped_values joined = {NULL, 0};
    if (v->n == 0) return joined;
    for (size_t i = 0; i < v->n; i++) {
        if (i > 0) rt_buf_add(&out, by);
        rt_buf_add(&out, v->at[i].text);
    }
    put(&joined, arena, rt_str_copy(arena, rt_buf_str(&out)), v->at[v->n - 1].column);
    return joined;
}

static rt_mapped_values split(const rt_mapped_values *v, rt_str by, rt_arena *arena) {
    rt_mapped_values parts = {NULL, 0};
    for (size_t i = 0; i < v->n; i++) {
        rt_str rest = v->at[i].text, part;
        while (rt_str_split(&rest, by, &part)) put(&parts, arena, part, v->at[i].column);
    }
    return parts;
}

rt_mapped_values rt_mapped_values_of(const rt_mapped_source *s, const rt_str *cells, rt_arena *arena) {
    rt_mapped_values v = {NULL, 0};
    if (s->part_count > 0) v = fill_template(s, cells, arena);
    for (size_t i = 0; i < s->literals.n; i++) put(&v, arena, s->literals.at[i], SIZE_MAX);
    for (size_t i = 0; i < s->column_count; i++) put(&v, arena, cells[s->columns[i]], s->columns[i]);
    if (s->joined) v = join(&v, s->join, arena);
    return s->split.len > 0 ? split(&v, s->split, arena) : v;
}

bool rt_mapped_passes(const rt_mapped_query *query, const rt_str *cells) {
    for (size_t i = 0; i < query->filter_count; i++) {
        const rt_mapped_filter *f = &query->filters[i];
        if (rt_strs_have(f->values, cells[f->column]) == f->without) return false;
    }
    return true;
}

/* --- ids
 * -------------------------------------------------------------------------------------------------------------- */

static int by_bytes(const void *a, const void *b) { return rt_str_cmp(*(const rt_str *)a, *(const rt_str *)b); }

rt_str rt_mapped_id(const rt_mapped_entity *e, rt_str dataset, const rt_str *cells, rt_hasher *sha1, rt_arena *arena) {
    rt_strs key = {RT_NEW_N(arena, rt_str, e->key.column_count + 1), 0};
    rt_hash sum;
    RT_AUTO(rt_buf) hex = {0};
    if (e->id_column != SIZE_MAX) return cells[e->id_column];
    for (size_t i = 0; i < e->key.column_count; i++)
        if (cells[e->key.columns[i]].len > 0) key.at[key.n++] = cells[e->key.columns[i]];
    if (key.n == 0) return (rt_str){"", 0};
    qsort(key.at, key.n, sizeof *key.at, by_bytes);
    rt_hasher_begin(sha1);
    rt_hasher_add(sha1, dataset.at, dataset.len);
    rt_hasher_add(sha1, e->key_literal.at, e->key_literal.len);
    for (size_t i = 0; i < key.n; i++) rt_hasher_add(sha1, key.at[i].at, key.at[i].len);
    rt_hasher_end(sha1, &sum);
    rt_buf_hex(&hex, sum.bytes, 20);
    return rt_str_copy(arena, rt_buf_str(&hex));
}

/* --- dates
 * ------------------------------------------------------------------------------------------------------------ */

enum { YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, PARTS };

typedef struct written {
    int part[PARTS]; /* -1: not said */
} written;

static bool take_number(rt_str *text, size_t most, int *number) {
    size_t n = 0;
    *number = 0;
    for (; n < most && n < text->len && rt_is_digit(text->at[n]); n++) *number = 10 * *number + (text->at[n] - '0');
    *text = rt_str_from(*text, n);
    return n > 0;
}

/* English, by its first three letters; the rest of a long name goes with it. */
static bool take_month(rt_str *text, int *number) {
    static const char *const months[] = {"january", "february", "march",     "april",   "may",      "june",
                                         "july",    "august",   "september", "october", "november", "december"};
    size_t n = 0;
    while (n < text->len && rt_is_alpha(text->at[n])) n++;
    const rt_str word = rt_str_cut(*text, n);
    for (int i = 0; i < 12; i++) {
        const rt_str month = rt_str_of(months[i]);
        if (!rt_str_eq_nocase(word, month) && !rt_str_eq_nocase(word, rt_str_cut(month, 3))) continue;
        *number = i + 1;
        *text = rt_str_from(*text, n);
        return true;
    }
    return false;
}

static bool take_part(rt_str *text, char what, written *w) {
    static const char letters[] = "YmdHMS";
    if (what == 'b' || what == 'B') return take_month(text, &w->part[MONTH]);
    if (what == 'e') what = 'd';
    const char *at = strchr(letters, what);
    if (what == '%' || at == NULL) {
        if (text->len == 0 || text->at[0] != what) return false;
        return *text = rt_str_from(*text, 1), true;
    }
    const size_t part = (size_t)(at - letters);
    const size_t before = text->len;
    if (!take_number(text, part == YEAR ? 4 : 2, &w->part[part])) return false;
    return part != YEAR || before - text->len == 4;
}

/* A blank stands for any number of them. */
static bool take_all(rt_str text, rt_str format, written *w) {
    for (size_t i = 0; i < format.len; i++) {
        if (rt_is_blank(format.at[i])) {
            while (text.len > 0 && rt_is_blank(text.at[0])) text = rt_str_from(text, 1);
        } else if (format.at[i] == '%' && i + 1 < format.len) {
            if (!take_part(&text, format.at[++i], w)) return false;
        } else {
            if (text.len == 0 || text.at[0] != format.at[i]) return false;
            text = rt_str_from(text, 1);
        }
    }
    return text.len == 0;
}

static rt_str as_edtf(const written *w, rt_arena *arena) {
    const int *p = w->part;
    if (p[MONTH] < 0) return rt_str_printf(arena, "%04d", p[YEAR]);
    if (p[DAY] < 0) return rt_str_printf(arena, "%04d-%02d", p[YEAR], p[MONTH]);
    if (p[HOUR] < 0) return rt_str_printf(arena, "%04d-%02d-%02d", p[YEAR], p[MONTH], p[DAY]);
    return rt_str_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02d", p[YEAR], p[MONTH], p[DAY], p[HOUR],
                         p[MINUTE] < 0 ? 0 : p[MINUTE], p[SECOND] < 0 ? 0 : p[SECOND]);
}

static bool as_format_says(rt_str text, rt_str format, rt_arena *arena, rt_str *edtf) {
    written w = {{-1, -1, -1, -1, -1, -1}};
    const char *why;
    if (!take_all(text, format, &w) || w.part[YEAR] < 0 || (w.part[DAY] >= 0 && w.part[MONTH] < 0)) return false;
    *edtf = as_edtf(&w, arena);
    return rt_is_edtf(*edtf, &why);
}

bool rt_mapped_date(rt_str text, rt_str format, rt_arena *arena, rt_str *edtf) {
    rt_error unused = {0};
    if (format.len > 0 && as_format_says(text, format, arena, edtf)) return true;
    return rt_written_read(text, arena, edtf, &unused).code == RT_OK;
}
