#include "analysis/site.h"

#include <stdlib.h>

#include "analysis/shape.h"
#include "base/grow.h"
#include "model/country.h"
#include "model/placed.h"
#include "names/fold.h"

/* --- a table of places ------------------------------------------------------------------------------------------- */

static const rt_site *find(const rt_sites *s, rt_str key) {
    const size_t number = rt_map_find(&s->named, key);
    return number == SIZE_MAX ? NULL : s->at[number];
}

static void remember(rt_sites *s, rt_str key, const rt_site *site, rt_arena *arena) {
    if (rt_map_find(&s->named, key) != SIZE_MAX) return;
    s->at = rt_grow(arena, s->at, s->named.n, sizeof(const rt_site *));
    s->at[s->named.n] = site;
    rt_map_put(&s->named, key, arena);
}

/* --- what a text names ------------------------------------------------------------------------------------------- */

/* The folded words of a text behind a mark that no id begins with. */
static rt_str folded(rt_str text, rt_arena *arena) {
    const rt_strs words = rt_name_fold(arena, text);
    rt_str all = RT_S("\n");
    for (size_t i = 0; i < words.n; i++) all = rt_str_printf(arena, "%.*s %.*s", RT_FMT(all), RT_FMT(words.at[i]));
    return words.n > 0 ? all : rt_str_printf(arena, "\n%.*s", RT_FMT(text));
}

bool rt_site_can_be(const rt_entity *e) {
    return !rt_entity_is(e, "Person") && !rt_entity_is(e, "Interval") && !rt_is_happening(e);
}

static bool is_called(const rt_entity *e, rt_str id_of_statement) {
    for (size_t i = 0; i < e->facts.n; i++)
        if (rt_str_eq(e->facts.at[i]->s.e.id, id_of_statement)) return rt_fact_affirms(e->facts.at[i]);
    return false;
}

/* The one entity of this name; NULL where there is none, or where there are several. */
static rt_status named(rt_reading *r, rt_str text, const rt_entity **found, rt_error *err) {
    rt_cursor *c;
    rt_seen_list names;
    *found = NULL;
    RT_TRY(rt_cursor_name(r->lens, text, &c, err));
    RT_TRY(rt_cursor_list(c, r->arena, &names, err));
    for (size_t i = 0; i < names.n; i++) {
        const rt_entity *e;
        if (!rt_is_own_name(names.at[i].e.prop)) continue;
        RT_TRY(rt_reading_entity(r, names.at[i].e.entity, &e, err));
        if (e == NULL || e == *found || !rt_site_can_be(e) || !is_called(e, names.at[i].e.id)) continue;
        if (*found != NULL) return *found = NULL, rt_ok;
        *found = e;
    }
    return rt_ok;
}

/* --- places ------------------------------------------------------------------------------------------------------ */

rt_str rt_level_name(rt_level level) {
    static const rt_str names[] = {RT_S_INIT("facility"), RT_S_INIT("place"), RT_S_INIT("country")};
    return names[level];
}

static bool has_digit(rt_str text) {
    for (size_t i = 0; i < text.len; i++)
        if (rt_is_digit(text.at[i])) return true;
    return false;
}

static rt_level level_of_entity(const rt_entity *e) {
    rt_str code;
    if (!rt_entity_is(e, "Address")) return RT_LEVEL_FACILITY;
    if (rt_claims_named(e->claims, RT_S("street")).n > 0) return RT_LEVEL_FACILITY;
    return rt_country_code(e->caption, &code) ? RT_LEVEL_COUNTRY : RT_LEVEL_PLACE;
}

static const rt_site *make(rt_reading *r, rt_sites *sites, rt_str key, rt_site made) {
    rt_site *s = RT_NEW(r->arena, rt_site);
    *s = made;
    s->nesting = RT_NEW(r->arena, rt_nesting);
    remember(sites, key, s, r->arena);
    return s;
}

const rt_site *rt_site_of_entity(rt_reading *r, rt_sites *sites, const rt_entity *e) {
    const rt_site *known = find(sites, e->id);
    if (known != NULL) return known;
    return make(r, sites, e->id,
                (rt_site){.caption = e->caption, .entity = e, .text = e->id, .level = level_of_entity(e)});
}

/* "Brussels, Belgium" for "Brussels, be". */
static rt_str town_caption(rt_str town, rt_arena *arena) {
    const size_t comma = rt_str_find(town, RT_S(", "));
    const rt_str code = rt_str_from(town, comma + 2);
    return rt_str_printf(arena, "%.*s, %.*s", RT_FMT(rt_str_cut(town, comma)), RT_FMT(rt_country_label(code)));
}

const rt_site *rt_site_of_text(rt_reading *r, rt_sites *sites, rt_str text) {
    rt_str code = {"", 0}, caption = text;
    const bool country = rt_country_code(text, &code);
    if (country && rt_str_eq(text, code)) caption = rt_country_label(code);
    if (country) text = code;
    const rt_str key = folded(text, r->arena), town = rt_place_parts_of(text, r->arena).town;
    if (town.len > 0 && rt_str_eq(town, text)) caption = town_caption(text, r->arena);
    const rt_site *known = find(sites, key);
    if (known != NULL) return known;
    const rt_level level = country ? RT_LEVEL_COUNTRY : has_digit(text) ? RT_LEVEL_FACILITY : RT_LEVEL_PLACE;
    return make(r, sites, key, (rt_site){.caption = caption, .text = text, .level = level});
}

rt_status rt_site_of(rt_reading *r, rt_sites *sites, const rt_claim *place, const rt_site **site, rt_error *err) {
    const rt_entity *e = NULL;
    *site = find(sites, place->value);
    if (*site != NULL) return rt_ok;
    if (rt_claim_is_entity(place)) RT_TRY(rt_reading_entity(r, place->value, &e, err));
    if (e == NULL) RT_TRY(named(r, place->value, &e, err));
    *site = e != NULL ? rt_site_of_entity(r, sites, e) : rt_site_of_text(r, sites, place->value);
    remember(sites, place->value, *site, r->arena);
    return rt_ok;
}

rt_value *rt_shape_site(const rt_site *site, rt_arena *arena) {
    return site->entity != NULL ? rt_shape_of_entity(site->entity, arena) : rt_value_text(arena, site->caption);
}

/* --- stays as objects -------------------------------------------------------------------------------------------- */

/* The source of a version may be a document: then people know it by the dataset. */
static rt_str dataset_of(const rt_stay *s) {
    for (size_t i = 0; i < s->facts.n; i++)
        if (rt_str_eq(rt_fact_source(s->facts.at[i]), s->source)) return s->facts.at[i]->s.e.dataset;
    return (rt_str){"", 0};
}

/* Who says that it was not so: of the same value of the same property. */
static void add_denials(const rt_entity *event, rt_str prop, rt_str value, rt_facts *facts, rt_arena *arena) {
    const rt_claims claims = rt_claims_named(event->claims, prop);
    for (size_t i = 0; i < claims.n; i++)
        for (size_t k = 0; k < claims.at[i].facts.n && rt_str_eq(claims.at[i].value, value); k++)
            if (rt_fact_denies(claims.at[i].facts.at[k])) rt_facts_add(facts, claims.at[i].facts.at[k], arena);
}

static void put_denials(rt_reading *r, const rt_stay *s, rt_value *v) {
    rt_facts facts = {0};
    add_denials(s->event, s->place->prop, s->where, &facts, r->arena);
    for (size_t i = 0; i < s->event->claims.n; i++) {
        const rt_claim *c = &s->event->claims.at[i];
        if (rt_claim_is_entity(c) && c != s->place && rt_str_eq(c->value, s->who) && rt_claim_denied(c))
            add_denials(s->event, c->prop, c->value, &facts, r->arena);
    }
    rt_shape_ids(r, v, "denied_by", facts);
}

rt_value *rt_shape_stay(rt_reading *r, const rt_stay *s) {
    rt_arena *arena = r->arena;
    static const struct {
        unsigned bit;
        const char *name;
    } parts[] = {{RT_FILLED_WHO, "who"}, {RT_FILLED_WHERE, "where"}, {RT_FILLED_WHEN, "when"}};
    rt_value *v = rt_value_object(arena);
    rt_value_put(v, RT_S("id"), rt_value_text(arena, s->event->id));
    rt_value_put_text(arena, v, RT_S("schema"), s->event->schema_name);
    rt_value_put_text(arena, v, RT_S("source"), s->source);
    rt_value_put_text(arena, v, RT_S("dataset"), dataset_of(s));
    rt_value_put_text(arena, v, RT_S("when"), s->dating.edtf);
    rt_value_put_text(arena, v, RT_S("start"), s->dating.start);
    rt_value_put_text(arena, v, RT_S("end"), s->dating.end);
    rt_value_put(v, RT_S("span"), rt_dating_span(&s->dating, arena));
    rt_value *filled = rt_value_put_list(arena, v, RT_S("filled"));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if ((s->filled & parts[i].bit) != 0) rt_value_push_text(arena, filled, rt_str_of(parts[i].name));
    put_denials(r, s, v);
    return v;
}

/* --- who was there ----------------------------------------------------------------------------------------------- */

static rt_status add_tellers(rt_reading *r, rt_cursor *c, rt_tellers *all, rt_error *err) {
    for (bool more;;) {
        rt_seen_entry entry;
        const rt_entity *e;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) return rt_ok;
        RT_TRY(rt_reading_entity(r, rt_str_copy(r->arena, entry.e.entity), &e, err));
        if (e == NULL) continue;
        all->at = rt_grow(r->arena, all->at, all->n, sizeof *all->at);
        all->at[all->n++] = e;
    }
}

static rt_status read_tellers(rt_reading *r, rt_str place, rt_day first, rt_day last, rt_tellers *all, rt_error *err) {
    rt_cursor *c;
    RT_TRY(rt_cursor_placed(r->lens, place, first, last, &c, err));
    const rt_status s = add_tellers(r, c, all, err);
    rt_cursor_close(c);
    return s;
}

static int by_id(const void *x, const void *y) {
    return rt_str_cmp((*(const rt_entity *const *)x)->id, (*(const rt_entity *const *)y)->id);
}

/* By its ids, and by the names that a text may call it. */
static rt_status read_tellers_of(rt_reading *r, const rt_site *site, rt_day first, rt_day last, rt_tellers *all,
                                 rt_error *err) {
    const rt_entity *e = site->entity;
    if (e == NULL) return read_tellers(r, site->text, first, last, all, err);
    for (size_t i = 0; i < e->members.n; i++) RT_TRY(read_tellers(r, e->members.at[i], first, last, all, err));
    for (size_t i = 0; i < e->claims.n; i++)
        if (rt_is_own_name(e->claims.at[i].prop)) RT_TRY(read_tellers(r, e->claims.at[i].value, first, last, all, err));
    return rt_ok;
}

rt_status rt_site_tellers(rt_reading *r, const rt_site *const *sites, size_t n, rt_day first, rt_day last,
                          rt_tellers *tellers, rt_error *err) {
    *tellers = (rt_tellers){0};
    for (size_t i = 0; i < n; i++) RT_TRY(read_tellers_of(r, sites[i], first, last, tellers, err));
    if (tellers->n > 1) qsort(tellers->at, tellers->n, sizeof *tellers->at, by_id);
    size_t kept = 0;
    for (size_t i = 0; i < tellers->n; i++)
        if (i == 0 || tellers->at[i] != tellers->at[i - 1]) tellers->at[kept++] = tellers->at[i];
    tellers->n = kept;
    return rt_ok;
}
