#include "exchange/ofac_remarks.h"
#include "model/types.h"

/* --- remarks that are one value ------------------------------------------------------------------------------------
 */

rt_status ofac_take_text(ofac_entry *e, const ofac_remark *row, rt_str whole, rt_str rest, rt_error *err) {
    (void)whole;
    return rt_list_put(&e->of->list, &e->self, row->prop, rest, err);
}

/* The value alone would not say what the words say: that it is a former one. */
rt_status ofac_take_whole(ofac_entry *e, const ofac_remark *row, rt_str whole, rt_str rest, rt_error *err) {
    return rt_list_put_as(&e->of->list, &e->self, row->prop, rest, whole, (rt_str){0}, err);
}

/* Aircraft have no jurisdiction in the schema: the country in which they are registered is theirs. */
rt_status ofac_take_registration(ofac_entry *e, const ofac_remark *row, rt_str whole, rt_str rest, rt_error *err) {
    (void)whole;
    const rt_str prop = e->kind == OFAC_ORGANIZATION ? row->prop : RT_S("country");
    return rt_list_put(&e->of->list, &e->self, prop, rest, err);
}

/* The words are part of the value. */
rt_status ofac_take_itself(ofac_entry *e, const ofac_remark *row, rt_str whole, rt_str rest, rt_error *err) {
    (void)rest;
    return rt_list_put(&e->of->list, &e->self, row->prop, whole, err);
}

rt_status ofac_take_note(ofac_entry *e, const ofac_remark *row, rt_str whole, rt_str rest, rt_error *err) {
    (void)row;
    (void)rest;
    return rt_list_note(&e->of->list, whole, err);
}

rt_status ofac_take_provision(ofac_entry *e, const ofac_remark *row, rt_str whole, rt_str rest, rt_error *err) {
    (void)rest;
    return rt_list_put(&e->of->list, &e->sanction, row->prop, whole, err);
}

static bool is_phone(rt_str text, rt_arena *arena) {
    rt_str value;
    return text.len > 0 && rt_type_clean(&rt_types[RT_TYPE_PHONE], text, arena, &value);
}

/* "(98)(9121115315)" is the country's code and the number; most numbers have their country's code without a plus, or
 * behind two noughts. What is no number in use that way stays as it is. */
static rt_str phone_of(rt_arena *arena, rt_str text) {
    const size_t between = rt_str_find(text, RT_S(")("));
    if (is_phone(text, arena)) return text;
    if (rt_str_starts(text, RT_S("(")) && rt_str_ends(text, RT_S(")")) && between != SIZE_MAX)
        return rt_str_printf(arena, "+%.*s%.*s", (int)between - 1, text.at + 1, (int)(text.len - between - 3),
                             text.at + between + 2);
    const rt_str international =
        rt_str_printf(arena, "+%.*s", RT_FMT(rt_str_starts(text, RT_S("00")) ? rt_str_from(text, 2) : text));
    return is_phone(international, arena) ? international : text;
}

rt_status ofac_take_phone(ofac_entry *e, const ofac_remark *row, rt_str whole, rt_str rest, rt_error *err) {
    (void)whole;
    rt_list *l = &e->of->list;
    return rt_list_put_as(l, &e->self, row->prop, phone_of(l->arena, rest), rest, (rt_str){0}, err);
}

/* 'NAME', or 'NAME', 'NAME' */
rt_status ofac_take_name(ofac_entry *e, const ofac_remark *row, rt_str whole, rt_str rest, rt_error *err) {
    (void)whole;
    rt_str name;
    while (rt_str_split(&rest, RT_S("', '"), &name)) {
        if (rt_str_starts(name, RT_S("'"))) name = rt_str_from(name, 1);
        if (rt_str_ends(name, RT_S("'")) && rest.len == 0) name.len--;
        RT_TRY(ofac_put_name(e, row->prop, name, err));
    }
    return rt_ok;
}

/* --- remarks that name somebody ------------------------------------------------------------------------------------
 */

rt_status ofac_take_link(ofac_entry *e, const ofac_remark *row, rt_str whole, rt_str rest, rt_error *err) {
    (void)err;
    ofac_pend(e, row->prop, (rt_str){0}, rest, whole);
    return rt_ok;
}

rt_status ofac_take_kin(ofac_entry *e, const ofac_remark *row, rt_str whole, rt_str rest, rt_error *err) {
    (void)err;
    ofac_pend(e, (rt_str){0}, row->prop, rest, whole);
    return rt_ok;
}

/* --- numbers of papers and registers -------------------------------------------------------------------------------
 */

typedef struct paper {
    rt_str number, country, authority, issued, expires, rest;
} paper;

/* What stands between the words and the next of them, off the text's end. */
static rt_str after(rt_str *text, rt_str words) {
    const size_t at = rt_str_find(*text, words);
    if (at == SIZE_MAX) return (rt_str){0};
    const rt_str found = rt_str_trim(rt_str_from(*text, at + words.len));
    *text = rt_str_trim(rt_str_cut(*text, at));
    return found;
}

/* A last "(...)" off the text's end; not one that begins it. */
static rt_str last_parenthesis(rt_str *text) {
    if (!rt_str_ends(*text, RT_S(")"))) return (rt_str){0};
    size_t depth = 0, at = text->len;
    while (at > 0) {
        at--;
        if (text->at[at] == ')') depth++;
        if (text->at[at] == '(' && --depth == 0) break;
    }
    if (depth != 0 || at == 0) return (rt_str){0};
    const rt_str found = rt_str_trim((rt_str){text->at + at + 1, text->len - at - 2});
    *text = rt_str_trim(rt_str_cut(*text, at));
    return found;
}

static bool is_country(rt_str text, rt_arena *arena) {
    rt_str value;
    return text.len > 0 && rt_type_clean(&rt_types[RT_TYPE_COUNTRY], text, arena, &value);
}

static bool has_digit(rt_str s) {
    for (size_t i = 0; i < s.len; i++)
        if (rt_is_digit(s.at[i])) return true;
    return false;
}

/* "NUMBER (AUTHORITY) (COUNTRY) issued DATE in PLACE expires DATE"; "issued under the name of ..." has no date. */
static paper paper_of(rt_str text, rt_arena *arena) {
    paper p = {0};
    p.expires = after(&text, RT_S(" expires "));
    p.issued = after(&text, RT_S(" issued "));
    p.rest = after(&p.issued, RT_S(" in "));
    if (!has_digit(p.issued)) {
        p.rest = p.issued;
        p.issued = (rt_str){0};
    }
    p.country = last_parenthesis(&text);
    p.authority = is_country(p.country, arena) ? last_parenthesis(&text) : p.country;
    if (p.authority.at == p.country.at) p.country = (rt_str){0};
    p.number = text;
    return p;
}

/* The words of a row as a name for the kind of paper: without what only leads over to the number. */
static rt_str kind_of(rt_str words) {
    static const rt_str ends[] = {RT_S_INIT(":"), RT_S_INIT("#"), RT_S_INIT(" No."), RT_S_INIT(" No"),
                                  RT_S_INIT(" Number")};
    words = rt_str_trim(words);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (rt_str_ends(words, ends[i])) words = rt_str_trim(rt_str_cut(words, words.len - ends[i].len));
    return words;
}

/* The paper as an entity of its own, which holds what is said of the number. */
static rt_status put_paper(ofac_entry *e, rt_str schema, const paper *p, rt_str kind, rt_error *err) {
    rt_list *l = &e->of->list;
    const rt_list_thing about = {rt_list_id(l, e->self.id, kind, p->number), schema};
    const struct {
        rt_str prop, text;
    } facts[] = {
        {RT_S("holder"), e->self.id},      {RT_S("type"), kind},
        {RT_S("number"), p->number},       {RT_S("country"), p->country},
        {RT_S("authority"), p->authority}, {RT_S("startDate"), p->issued},
        {RT_S("endDate"), p->expires},     {RT_S("summary"), p->rest},
    };
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        RT_TRY(rt_list_put(l, &about, facts[i].prop, facts[i].text, err));
    return rt_ok;
}

static bool says_more_than_its_number(const paper *p) {
    return p->country.len + p->authority.len + p->issued.len + p->expires.len + p->rest.len > 0;
}

/* Where there is nobody to hold it, or no number that is taken, the remark itself is kept. */
static rt_status take_paper(ofac_entry *e, const ofac_remark *row, rt_str schema, rt_str whole, rt_str rest,
                            rt_error *err) {
    rt_list *l = &e->of->list;
    const paper p = paper_of(rest, l->arena);
    const bool holds = e->kind == OFAC_PERSON || e->kind == OFAC_ORGANIZATION;
    RT_TRY(rt_list_put(l, &e->self, row->prop, p.number, err));
    if (p.number.len > 0 && !says_more_than_its_number(&p)) return rt_ok;
    if (!holds || !rt_list_takes(l, schema, RT_S("number"), p.number)) return rt_list_note(l, whole, err);
    return put_paper(e, schema, &p, kind_of(row->words), err);
}

rt_status ofac_take_number(ofac_entry *e, const ofac_remark *row, rt_str whole, rt_str rest, rt_error *err) {
    return take_paper(e, row, RT_S("Identification"), whole, rest, err);
}

rt_status ofac_take_passport(ofac_entry *e, const ofac_remark *row, rt_str whole, rt_str rest, rt_error *err) {
    return take_paper(e, row, RT_S("Passport"), whole, rest, err);
}

/* "XBT 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h" */
rt_status ofac_take_wallet(ofac_entry *e, const ofac_remark *row, rt_str whole, rt_str rest, rt_error *err) {
    rt_list *l = &e->of->list;
    rt_str currency, address = rest;
    if (!rt_str_split(&address, RT_S(" "), &currency) || address.len == 0) return rt_list_note(l, whole, err);
    const rt_list_thing wallet = {rt_list_id(l, e->self.id, RT_S("wallet"), address), RT_S("CryptoWallet")};
    RT_TRY(rt_list_put(l, &wallet, RT_S("holder"), e->self.id, err));
    RT_TRY(rt_list_put(l, &wallet, RT_S("currencySymbol"), currency, err));
    return rt_list_put(l, &wallet, row->prop, address, err);
}
