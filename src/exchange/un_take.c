#include "exchange/un_record.h"

#include <string.h>

static rt_str squeezed(const un_record *r, rt_str text) { return rt_str_squeeze(r->list->arena, text); }
static rt_str part(const un_record *r, const rt_xml_node *node, const char *name) {
    return rt_xml_child(r->list->arena, node, name);
}

/* --- elements that are one value -----------------------------------------------------------------------------------
 */

static rt_status put_values(un_record *r, const rt_list_thing *about, const un_field *f, const rt_xml_node *node,
                            rt_error *err) {
    for (const rt_xml_node *v = node->first; v != NULL; v = v->next)
        if (rt_str_is(v->name, f->parts[0])) RT_TRY(rt_list_put(r->list, about, f->prop, squeezed(r, v->text), err));
    return rt_ok;
}

rt_status un_take_nothing(un_record *r, const un_field *f, const rt_xml_node *node, rt_error *err) {
    (void)r;
    (void)f;
    (void)node;
    (void)err;
    return rt_ok;
}

rt_status un_take_text(un_record *r, const un_field *f, const rt_xml_node *node, rt_error *err) {
    return rt_list_put(r->list, &r->self, f->prop, squeezed(r, node->text), err);
}

rt_status un_take_values(un_record *r, const un_field *f, const rt_xml_node *node, rt_error *err) {
    return put_values(r, &r->self, f, node, err);
}

rt_status un_take_sanction(un_record *r, const un_field *f, const rt_xml_node *node, rt_error *err) {
    return rt_list_put(r->list, &r->sanction, f->prop, squeezed(r, node->text), err);
}

rt_status un_take_sanction_values(un_record *r, const un_field *f, const rt_xml_node *node, rt_error *err) {
    return put_values(r, &r->sanction, f, node, err);
}

rt_status un_take_program(un_record *r, const un_field *f, const rt_xml_node *node, rt_error *err) {
    RT_TRY(un_take_text(r, f, node, err));
    return un_take_sanction(r, f, node, err);
}

/* --- notes ---------------------------------------------------------------------------------------------------------
 */

/* What several parts say, in one line; those that are empty are left out. */
static rt_str line_of(const un_record *r, const rt_xml_node *node, const char *const *names, const char *between) {
    RT_AUTO(rt_buf) line = {0};
    for (; *names != NULL; names++) {
        const rt_str text = part(r, node, *names);
        if (line.len > 0 && text.len > 0) rt_buf_add(&line, rt_str_of(between));
        rt_buf_add(&line, text);
    }
    return rt_str_copy(r->list->arena, rt_buf_str(&line));
}

/* "Address (Kabul, Afghanistan): as of June 2016" */
static rt_status note(un_record *r, const char *of, rt_str what, rt_str text, rt_error *err) {
    if (text.len == 0) return rt_ok;
    rt_arena *a = r->list->arena;
    return rt_list_note(r->list,
                        what.len == 0 ? rt_str_printf(a, "%s: %.*s", of, RT_FMT(text))
                                      : rt_str_printf(a, "%s (%.*s): %.*s", of, RT_FMT(what), RT_FMT(text)),
                        err);
}

static void add_all_text(rt_buf *to, const rt_xml_node *node) {
    const rt_str text = rt_str_trim(node->text);
    if (to->len > 0 && text.len > 0) rt_buf_byte(to, ' ');
    rt_buf_add(to, text);
    for (const rt_xml_node *child = node->first; child != NULL; child = child->next) add_all_text(to, child);
}

static rt_status keep_unknown(un_record *r, const rt_xml_node *node, rt_str text, rt_error *err) {
    if (text.len == 0) return rt_ok;
    r->list->line = node->line;
    r->list->column = node->column;
    rt_list_tell(r->list, "what stands in %.*s is not known; kept as a note", RT_FMT(node->name));
    return note(r, rt_str_z(r->list->arena, node->name), (rt_str){0}, squeezed(r, text), err);
}

rt_status un_unknown(un_record *r, const rt_xml_node *node, rt_error *err) {
    RT_AUTO(rt_buf) text = {0};
    add_all_text(&text, node);
    return keep_unknown(r, node, rt_buf_str(&text), err);
}

rt_status un_text(un_record *r, const rt_xml_node *node, rt_error *err) {
    return keep_unknown(r, node, rt_str_trim(node->text), err);
}

/* --- names ---------------------------------------------------------------------------------------------------------
 */

/* Of entities FIRST_NAME is the whole name, which un.c puts together. */
rt_status un_take_name_part(un_record *r, const un_field *f, const rt_xml_node *node, rt_error *err) {
    return rt_str_is(r->self.schema, "Person") ? un_take_text(r, f, node, err) : rt_ok;
}

/* How sure the list is of an alias of a person, and which kind of name of an entity. */
static const struct {
    const char *quality;
    rt_str prop;
} qualities[] = {
    {"Good", RT_S_INIT("alias")},          {"Low", RT_S_INIT("weakAlias")}, {"a.k.a.", RT_S_INIT("alias")},
    {"f.k.a.", RT_S_INIT("previousName")}, {"n.k.a.", RT_S_INIT("name")},
};

static bool begins(rt_str text, const char *with) {
    const rt_str w = rt_str_of(with);
    return rt_str_eq_nocase(rt_str_cut(text, w.len), w);
}

/* False when the quality is none of these. */
static bool prop_of(rt_str quality, rt_str remark, rt_str *prop) {
    *prop = RT_S("previousName");
    if (begins(remark, "previously listed as") || begins(remark, "formerly listed as")) return true;
    *prop = RT_S("alias");
    for (size_t i = 0; i < sizeof qualities / sizeof *qualities; i++) {
        if (!rt_str_eq_nocase(quality, rt_str_of(qualities[i].quality))) continue;
        *prop = qualities[i].prop;
        return true;
    }
    return quality.len == 0;
}

/* "Abubakar (original script: ...)" are two names; all else is one. */
static rt_status put_name(un_record *r, rt_str prop, rt_str name, rt_error *err) {
    const rt_str script = RT_S(" (original script: ");
    const size_t at = rt_str_find(name, script);
    if (at == SIZE_MAX || !rt_str_ends(name, RT_S(")"))) return rt_list_put(r->list, &r->self, prop, name, err);
    rt_str other = rt_str_from(name, at + script.len);
    other.len--;
    RT_TRY(rt_list_put_as(r->list, &r->self, prop, rt_str_cut(name, at), name, (rt_str){0}, err));
    return rt_list_put_as(r->list, &r->self, prop, other, name, (rt_str){0}, err);
}

/* A note of an alias may be the same name in its script. */
static rt_status put_remark(un_record *r, rt_str prop, rt_str name, rt_str remark, rt_error *err) {
    static const char *const scripts[] = {"original script: ", "in Arabic script: "};
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (begins(remark, scripts[i]))
            return rt_list_put_as(r->list, &r->self, prop, rt_str_from(remark, strlen(scripts[i])), remark, (rt_str){0},
                                  err);
    return note(r, "Alias", name, remark, err);
}

/* A birth that belongs to the alias is what papers in this name say, not the list of the person: a note. */
rt_status un_take_alias(un_record *r, const un_field *f, const rt_xml_node *node, rt_error *err) {
    static const char *const birth[] = {"DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", NULL};
    (void)f;
    const rt_str name = part(r, node, "ALIAS_NAME"), remark = part(r, node, "NOTE"), quality = part(r, node, "QUALITY");
    rt_str prop;
    if (!prop_of(quality, remark, &prop)) RT_TRY(note(r, "Alias", name, quality, err));
    RT_TRY(put_name(r, prop, name, err));
    RT_TRY(note(r, "Birth of alias", name, line_of(r, node, birth, ", "), err));
    return put_remark(r, prop, name, remark, err);
}

/* --- places --------------------------------------------------------------------------------------------------------
 */

static const char *const lines[] = {"STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", NULL};

rt_status un_take_address(un_record *r, const un_field *f, const rt_xml_node *node, rt_error *err) {
    const rt_str line = line_of(r, node, lines, ", "), country = part(r, node, "COUNTRY");
    if (!rt_str_eq(line, country)) RT_TRY(rt_list_put(r->list, &r->self, f->prop, line, err));
    RT_TRY(rt_list_put(r->list, &r->self, RT_S("country"), country, err));
    return note(r, "Address", line, part(r, node, "NOTE"), err);
}

rt_status un_take_birth_place(un_record *r, const un_field *f, const rt_xml_node *node, rt_error *err) {
    const rt_str line = line_of(r, node, lines, ", ");
    RT_TRY(rt_list_put(r->list, &r->self, f->prop, line, err));
    RT_TRY(rt_list_put(r->list, &r->self, RT_S("birthCountry"), part(r, node, "COUNTRY"), err));
    return note(r, "Birth place", line, part(r, node, "NOTE"), err);
}

/* --- births --------------------------------------------------------------------------------------------------------
 */

/* A day or a year as the list has it, which is EDTF. */
static rt_str birth_day(const un_record *r, const rt_xml_node *node, bool approximate) {
    rt_str date = part(r, node, "DATE");
    if (date.len == 0) date = part(r, node, "YEAR");
    return date.len > 0 && approximate ? rt_str_printf(r->list->arena, "%.*s~", RT_FMT(date)) : date;
}

/* The span of BETWEEN as an interval. */
static rt_str birth_span(const un_record *r, const rt_xml_node *node) {
    const rt_str from = part(r, node, "FROM_YEAR"), to = part(r, node, "TO_YEAR");
    return from.len + to.len == 0 ? from : rt_str_printf(r->list->arena, "%.*s/%.*s", RT_FMT(from), RT_FMT(to));
}

rt_status un_take_birth_date(un_record *r, const un_field *f, const rt_xml_node *node, rt_error *err) {
    static const char *const all[] = {"TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", NULL};
    const rt_str type = part(r, node, "TYPE_OF_DATE"), remark = part(r, node, "NOTE");
    const rt_str day = birth_day(r, node, begins(remark, "approximately") || begins(type, "APPROX"));
    const rt_str span = birth_span(r, node), written = line_of(r, node, all, " ");
    RT_TRY(rt_list_put_as(r->list, &r->self, f->prop, day, written, (rt_str){0}, err));
    RT_TRY(rt_list_put_as(r->list, &r->self, f->prop, span, written, (rt_str){0}, err));
    return note(r, "Birth date", day.len > 0 ? day : span, remark, err);
}

/* --- documents -----------------------------------------------------------------------------------------------------
 */

static bool has(rt_str text, const char *word) { return rt_str_find(text, rt_str_of(word)) != SIZE_MAX; }

/* As the list writes it in English, with and without its slips, French and Spanish. */
static bool is_passport(const un_record *r, rt_str type) {
    const rt_str t = rt_str_lower(r->list->arena, type);
    return has(t, "passport") || has(t, "passeport") || has(t, "pasaporte") || has(t, "pasport");
}

static bool is_date(const un_record *r, rt_str text) {
    return rt_list_takes(r->list, RT_S("Passport"), RT_S("endDate"), text);
}

/* "expires on 11 Jun. 2017", "Expiration date: 2026-12-11.", "expired 3 Oct. 2005, issued under ..."; empty when the
 * remark is about something else. */
static rt_str expiry_of(const un_record *r, rt_str remark) {
    static const char *const words[] = {"expires on ",       "expired on ",      "expires ",
                                        "expired ",          "expiring ",        "valid until ",
                                        "expiration date: ", "expiration date ", "date of expiration: "};
    if (begins(remark, "and ")) remark = rt_str_from(remark, 4);
    if (begins(remark, "passport expiration")) remark = rt_str_from(remark, 9);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!begins(remark, words[i])) continue;
        rt_str date = rt_str_from(remark, strlen(words[i]));
        if (rt_str_ends(date, RT_S("."))) date.len--;
        if (is_date(r, date)) return date;
        const size_t end = rt_str_find(date, rt_str_of(rt_str_find(date, RT_S(";")) != SIZE_MAX ? ";" : ","));
        return end != SIZE_MAX && is_date(r, rt_str_cut(date, end)) ? rt_str_cut(date, end) : (rt_str){0};
    }
    return (rt_str){0};
}

static rt_status put_document(un_record *r, const rt_xml_node *node, bool passport, rt_error *err) {
    const rt_str number = part(r, node, "NUMBER"), type = part(r, node, "TYPE_OF_DOCUMENT"),
                 type2 = part(r, node, "TYPE_OF_DOCUMENT2");
    const rt_list_thing about = {rt_list_id(r->list, r->self.id, type.len > 0 ? type : type2, number),
                                 passport ? RT_S("Passport") : RT_S("Identification")};
    const rt_str remark = part(r, node, "NOTE");
    static const char *const issued[] = {"CITY_OF_ISSUE", "COUNTRY_OF_ISSUE", NULL};
    rt_str place = line_of(r, node, issued, ", ");
    if (place.len > 0) place = rt_str_printf(r->list->arena, "issued in %.*s", RT_FMT(place));
    const struct {
        rt_str prop, text;
    } facts[] = {
        {RT_S("holder"), r->self.id},
        {RT_S("number"), number},
        {RT_S("type"), type},
        {RT_S("type"), type2},
        {RT_S("country"), part(r, node, "ISSUING_COUNTRY")},
        {RT_S("startDate"), part(r, node, "DATE_OF_ISSUE")},
        {RT_S("summary"), place},
        {RT_S("summary"), remark},
        {RT_S("endDate"), expiry_of(r, remark)},
    };
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        RT_TRY(rt_list_put(r->list, &about, facts[i].prop, facts[i].text, err));
    return rt_ok;
}

rt_status un_take_document(un_record *r, const un_field *f, const rt_xml_node *node, rt_error *err) {
    static const char *const kinds[] = {"TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", NULL};
    const rt_str kind = line_of(r, node, kinds, ", "), number = part(r, node, "NUMBER");
    const bool passport = is_passport(r, kind);
    if (number.len == 0) return note(r, "Document", (rt_str){0}, line_of(r, node, f->parts, ", "), err);
    RT_TRY(rt_list_put(r->list, &r->self, passport ? RT_S("passportNumber") : RT_S("idNumber"), number, err));
    if (rt_list_takes(r->list, RT_S("Identification"), RT_S("number"), number))
        return put_document(r, node, passport, err);
    return note(r, "Document", number, line_of(r, node, f->parts, ", "), err);
}
