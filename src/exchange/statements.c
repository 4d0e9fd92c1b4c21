#include "exchange/statements.h"

#include <string.h>

#include "model/grades.h"
#include "model/types.h"

#define COLUMN(name)                                                                                                   \
    { #name, offsetof(rt_statement_row, name) }

const rt_statement_column rt_statement_columns[] = {
    COLUMN(canonical_id), COLUMN(entity_id),  COLUMN(prop),      COLUMN(prop_type), COLUMN(schema),
    COLUMN(value),        COLUMN(dataset),    COLUMN(origin),    COLUMN(lang),      COLUMN(original_value),
    COLUMN(external),     COLUMN(first_seen), COLUMN(last_seen), COLUMN(id),        {NULL, 0},
};

const rt_statement_column rt_statement_keys[] = {
    COLUMN(canonical_id), COLUMN(entity_id), COLUMN(prop),     COLUMN(schema),
    COLUMN(value),        COLUMN(dataset),   COLUMN(lang),     COLUMN(original_value),
    COLUMN(first_seen),   COLUMN(last_seen), COLUMN(external), COLUMN(origin),
    COLUMN(id),           {NULL, 0},
};

/* --- ids ---------------------------------------------------------------------------------------------------------- */

rt_str rt_statement_prop_type(const rt_schema *schema, rt_str prop) {
    if (rt_str_is(prop, "id")) return RT_S("id");
    const rt_prop *p = rt_schema_prop(schema, prop);
    return p != NULL ? p->type->name : (rt_str){"", 0};
}

bool rt_statement_has_no_lang(rt_str prop_type) {
    static const char *const types[] = {"entity", "date", "checksum", "email",    "phone", "gender", "mimetype",
                                        "topic",  "url",  "country",  "language", "ip",    "id"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (rt_str_is(prop_type, types[i])) return true;
    return false;
}

static bool is_true(rt_str external) { return external.len > 0 && strchr("tTyY1", external.at[0]) != NULL; }

void rt_statement_row_id(rt_hasher *h, const rt_statement_row *row, char hex[40]) {
    static const char digits[] = "0123456789abcdef";
    const rt_str dot = RT_S("."), at = RT_S("@"), ext = RT_S(".ext"), none = {"", 0};
    const bool has_lang = row->lang.len > 0 && !rt_statement_has_no_lang(row->prop_type);
    const rt_str parts[] = {row->dataset,
                            dot,
                            row->entity_id,
                            dot,
                            row->prop,
                            dot,
                            row->value,
                            has_lang ? at : none,
                            has_lang ? row->lang : none,
                            is_true(row->external) ? ext : none};
    rt_hash sum;
    rt_hasher_begin(h);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) rt_hasher_add(h, parts[i].at, parts[i].len);
    rt_hasher_end(h, &sum);
    for (size_t i = 0; i < 20; i++) {
        hex[2 * i] = digits[sum.bytes[i] >> 4];
        hex[2 * i + 1] = digits[sum.bytes[i] & 15];
    }
}

/* --- columns and fields ---------------------------------------------------------------------------------------------
 */

static const rt_str mark = RT_S_INIT("[external]");

rt_str rt_statement_locator(rt_arena *arena, rt_str origin, bool external) {
    if (!external) return origin;
    return rt_str_printf(arena, "%.*s%s%.*s", RT_FMT(mark), origin.len > 0 ? " " : "", RT_FMT(origin));
}

void rt_statement_origin(rt_str locator, rt_str *origin, bool *external) {
    *external = rt_str_starts(locator, mark);
    *origin = *external ? rt_str_trim(rt_str_from(locator, mark.len)) : locator;
}

enum { DAY = 10, TIME = 19 };

static bool is_date(rt_str text) {
    const char *why;
    return rt_is_edtf(text, &why);
}

/* Writers of before put a blank before the time, fractions and a zone behind it; its library reads as far as seconds.
 */
bool rt_statement_said_at(rt_arena *arena, rt_str first_seen, rt_str *said_at) {
    rt_str text = rt_str_copy(arena, rt_str_trim(first_seen));
    if (text.len > DAY && text.at[DAY] == ' ') {
        char *own = rt_arena_alloc(arena, text.len);
        memcpy(own, text.at, text.len);
        own[DAY] = 'T';
        text.at = own;
    }
    if (!is_date(text)) text = rt_str_cut(text, TIME);
    if (rt_str_eq(rt_str_from(text, DAY), RT_S("T00:00:00"))) text = rt_str_cut(text, DAY);
    *said_at = text;
    return text.len == 0 || is_date(text);
}

static bool has_shape(rt_str text, const char *shape) {
    if (text.len != strlen(shape)) return false;
    for (size_t i = 0; i < text.len; i++)
        if (shape[i] == '0' ? !rt_is_digit(text.at[i]) : text.at[i] != shape[i]) return false;
    return true;
}

rt_str rt_statement_first_seen(rt_arena *arena, rt_str said_at) {
    if (has_shape(said_at, "0000-00-00")) return rt_str_printf(arena, "%.*sT00:00:00", RT_FMT(said_at));
    if (has_shape(said_at, "0000-00-00T00:00:00")) return said_at;
    if (has_shape(said_at, "0000-00-00T00:00:00Z")) return rt_str_cut(said_at, TIME);
    return (rt_str){"", 0};
}
