#include "exchange/ofac_remarks.h"

/* The SDN list tells individuals, vessels and aircraft; of what is left it says nothing ("-0-"): companies, banks,
 * ministries, armed groups. These are organizations; which of them are companies the list does not say, and a legal
 * form in the name would be a guess. */
static const rt_str schemata[] = {
    [OFAC_PERSON] = RT_S_INIT("Person"),
    [OFAC_ORGANIZATION] = RT_S_INIT("Organization"),
    [OFAC_VESSEL] = RT_S_INIT("Vessel"),
    [OFAC_AIRCRAFT] = RT_S_INIT("Airplane"),
};

static rt_str entry_id(rt_arena *arena, int64_t number) { return rt_str_printf(arena, "ofac-%lld", (long long)number); }

ofac_entry ofac_entry_of(ofac_reading *of, int64_t number, ofac_kind kind) {
    ofac_entry e = {.of = of, .number = number, .kind = kind};
    e.self = (rt_list_thing){entry_id(of->list.arena, number), schemata[kind]};
    e.sanction = (rt_list_thing){rt_list_id(&of->list, e.self.id, RT_S("sanction"), (rt_str){0}), RT_S("Sanction")};
    of->list.subject = e.self;
    return e;
}

/* --- names ---------------------------------------------------------------------------------------------------------
 */

rt_str ofac_name(rt_arena *arena, ofac_kind kind, rt_str written) {
    rt_str given = rt_str_trim(written), family, suffix;
    if (kind != OFAC_PERSON || !rt_str_split(&given, RT_S(", "), &family) || given.len == 0)
        return rt_str_trim(written);
    rt_str rest = given;
    if (!rt_str_split(&rest, RT_S(", "), &given) || rest.len == 0)
        return rt_str_printf(arena, "%.*s %.*s", RT_FMT(given), RT_FMT(family));
    suffix = rest;
    return rt_str_printf(arena, "%.*s %.*s %.*s", RT_FMT(given), RT_FMT(family), RT_FMT(suffix));
}

rt_status ofac_put_name(ofac_entry *e, rt_str prop, rt_str written, rt_error *err) {
    rt_list *l = &e->of->list;
    return rt_list_put_as(l, &e->self, prop, ofac_name(l->arena, e->kind, written), written, (rt_str){0}, err);
}

/* --- names of others -----------------------------------------------------------------------------------------------
 */

void ofac_pend(ofac_entry *e, rt_str prop, rt_str kinship, rt_str name, rt_str written) {
    rt_arena *kept = &e->of->kept;
    ofac_pending *p = RT_NEW(kept, ofac_pending);
    p->from = (rt_list_thing){rt_str_copy(kept, e->self.id), e->self.schema};
    p->prop = prop;
    p->kinship = kinship;
    p->name = rt_str_copy(kept, rt_str_trim(name));
    p->written = rt_str_copy(kept, written);
    p->line = e->of->list.line;
    *e->of->pending_end = p;
    e->of->pending_end = &p->next;
}

/* A remark that ends the remarks has lost the dot of "LTD.". */
static bool find(const ofac_reading *of, rt_str name, int64_t *number) {
    return rt_list_index_find(of->index, name, number) ||
           rt_list_index_find(of->index, rt_str_printf(of->list.arena, "%.*s.", RT_FMT(name)), number);
}

static rt_status put_link(rt_list *l, const ofac_pending *p, rt_str whom, rt_error *err) {
    const rt_list_thing link = {rt_list_id(l, p->from.id, RT_S("link"), whom), RT_S("UnknownLink")};
    RT_TRY(rt_list_put(l, &link, RT_S("subject"), p->from.id, err));
    return rt_list_put_as(l, &link, RT_S("object"), whom, p->name, (rt_str){0}, err);
}

/* In FollowTheMoney's Family the relative is the wife of the person. */
static rt_status put_family(rt_list *l, const ofac_pending *p, rt_str whom, rt_error *err) {
    const rt_list_thing family = {rt_list_id(l, p->from.id, p->kinship, whom), RT_S("Family")};
    RT_TRY(rt_list_put_as(l, &family, RT_S("person"), whom, p->name, (rt_str){0}, err));
    RT_TRY(rt_list_put(l, &family, RT_S("relative"), p->from.id, err));
    return rt_list_put(l, &family, RT_S("relationship"), p->kinship, err);
}

static rt_status resolve(ofac_reading *of, const ofac_pending *p, rt_error *err) {
    rt_list *l = &of->list;
    int64_t number;
    l->line = p->line;
    l->subject = p->from;
    if (!find(of, p->name, &number)) {
        rt_list_tell(l, "no one entry is called \"%.*s\"; kept as a note", RT_FMT(p->name));
        return rt_list_note(l, p->written, err);
    }
    const rt_str whom = entry_id(l->arena, number);
    if (p->kinship.len > 0) return put_family(l, p, whom, err);
    return p->prop.len == 0 ? put_link(l, p, whom, err)
                            : rt_list_put_as(l, &p->from, p->prop, whom, p->name, (rt_str){0}, err);
}

rt_status ofac_resolve(ofac_reading *of, rt_error *err) {
    for (const ofac_pending *p = of->pending; p != NULL; p = p->next) {
        RT_TRY(resolve(of, p, err));
        rt_arena_reset(of->list.arena);
    }
    return rt_ok;
}

/* --- remarks -------------------------------------------------------------------------------------------------------
 */

/* The dot that ends the remarks; not the one of "S.A.", which serves for both. */
static rt_str without_dot(rt_str s) {
    s = rt_str_trim(s);
    if (!rt_str_ends(s, RT_S("."))) return s;
    return s.len >= 3 && s.at[s.len - 3] == '.' ? s : rt_str_cut(s, s.len - 1);
}

static rt_str without_alt(rt_str part) {
    return part.len > 5 && rt_str_eq_nocase(rt_str_cut(part, 5), RT_S("alt. ")) ? rt_str_trim(rt_str_from(part, 5))
                                                                                : part;
}

static rt_status take(ofac_entry *e, rt_str written, rt_error *err) {
    rt_list *l = &e->of->list;
    const rt_str part = without_alt(written);
    const ofac_remark *row = ofac_remark_for(part);
    if (row != NULL) return row->take(e, row, part, rt_str_trim(rt_str_from(part, row->words.len)), err);
    if (e->kind == OFAC_PERSON && ofac_is_honorific(part)) return rt_list_put(l, &e->self, RT_S("title"), part, err);
    if (e->kind == OFAC_PERSON && ofac_is_position(part)) return rt_list_put(l, &e->self, RT_S("position"), part, err);
    rt_list_tell(l, "a remark that is not understood is kept as a note: %.*s", RT_FMT(written));
    return rt_list_note(l, written, err);
}

rt_status ofac_remarks(ofac_entry *e, rt_str remarks, rt_error *err) {
    rt_str rest = without_dot(remarks), part;
    while (ofac_next_part(&rest, &part))
        if (part.len > 0) RT_TRY(take(e, part, err));
    return rt_ok;
}
