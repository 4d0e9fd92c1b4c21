/* Things taken as evidence: what lay in what and was found with whom, who held it, and whose it is said to have been.
 */
#include "analysis/attribution.h"
#include "analysis/custody.h"
#include "analysis/entity_set.h"
#include "analysis/happening.h"
#include "analysis/party.h"
#include "analysis/view.h"
#include "analysis/who.h"
#include "base/grow.h"

/* A thing, and where it hangs in the tree of what lay in what. */
typedef struct thing {
    const rt_entity *entity;
    rt_around around;
    size_t parent; /* number of what it lay in; SIZE_MAX: nothing that is shown */
    size_t child, next;
    bool shown;
} thing;

typedef struct exhibits {
    rt_reading *r;
    rt_entity_set set;
    thing *at; /* by number in the set */
    size_t n;  /* how many of the set were looked at */
    rt_value *unattributed, *several;
} exhibits;

static const char *const kinds[] = {"Exhibit", "Container"};

static bool is_thing(const rt_entity *e) { return rt_entity_is(e, "Exhibit") || rt_entity_is(e, "Container"); }

/* --- which ------------------------------------------------------------------------------------------------------- */

/* What lay in each that was added since: the list grows while it is worked off, and each is in it once. */
static rt_status add_contents(exhibits *x, rt_error *err) {
    for (; x->n < x->set.n; x->n++) {
        rt_around around;
        RT_TRY(rt_around_read(x->r, x->set.at[x->n], &around, err));
        x->at = rt_grow(x->r->arena, x->at, x->n, sizeof *x->at);
        x->at[x->n] = (thing){x->set.at[x->n], around, SIZE_MAX, SIZE_MAX, SIZE_MAX, false};
        for (size_t i = 0; i < around.n; i++)
            if (rt_str_is(around.at[i].role, "container") && is_thing(around.at[i].entity))
                rt_entity_set_add(&x->set, around.at[i].entity, x->r->arena);
    }
    return rt_ok;
}

/* What it lay in, and what that lay in: each has been looked at, without what else lay there. */
static rt_status add_outer(exhibits *x, rt_error *err) {
    for (size_t i = 0; i < x->set.n; i++) {
        const rt_claims in = rt_claims_named(x->set.at[i]->claims, RT_S("container"));
        for (size_t k = 0; k < in.n; k++) {
            const rt_entity *outer;
            RT_TRY(rt_party_of(x->r, in.at[k].value, &outer, err));
            if (outer != NULL && is_thing(outer)) rt_entity_set_add(&x->set, outer, x->r->arena);
        }
    }
    for (; x->n < x->set.n; x->n++) {
        rt_around around;
        RT_TRY(rt_around_read(x->r, x->set.at[x->n], &around, err));
        x->at = rt_grow(x->r->arena, x->at, x->n, sizeof *x->at);
        x->at[x->n] = (thing){x->set.at[x->n], around, SIZE_MAX, SIZE_MAX, SIZE_MAX, false};
    }
    return rt_ok;
}

/* What a neighbour of somebody, or of a thing, has to do with: an exhibit itself, the item of a custody, the other end
 * of a hypothesis. */
static rt_status add_of_neighbour(exhibits *x, const rt_neighbour *n, rt_error *err) {
    static const char *const ends[] = {"item", "subject", "object"};
    if (is_thing(n->entity)) rt_entity_set_add(&x->set, n->entity, x->r->arena);
    const bool custody = rt_entity_is(n->entity, "Custody");
    if (!custody && !rt_entity_is(n->entity, "Hypothesis")) return rt_ok;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const rt_claims claims = rt_claims_named(n->entity->claims, rt_str_of(ends[i]));
        for (size_t k = 0; k < claims.n; k++) {
            const rt_entity *e;
            RT_TRY(rt_reading_entity(x->r, claims.at[k].value, &e, err));
            if (e != NULL && (custody || is_thing(e))) rt_entity_set_add(&x->set, e, x->r->arena);
        }
    }
    return rt_ok;
}

/* What bears a name of theirs, or is attributed to them by name. */
static rt_status add_by_names(exhibits *x, const rt_entity *who, rt_error *err) {
    static const char *const props[] = {"bearsName", "attributedTo", "foundWith"};
    rt_entity_set named = {0};
    RT_TRY(rt_parties_by_name(x->r, who, props, sizeof props / sizeof *props, &named, err));
    for (size_t i = 0; i < named.n; i++)
        if (is_thing(named.at[i])) rt_entity_set_add(&x->set, named.at[i], x->r->arena);
    return rt_ok;
}

static rt_status of_one(exhibits *x, rt_str text, const rt_entity **about, rt_error *err) {
    rt_who who;
    rt_around around;
    RT_TRY(rt_who_find(x->r, text, &who, err));
    *about = who.entity;
    if (is_thing(who.entity)) rt_entity_set_add(&x->set, who.entity, x->r->arena);
    RT_TRY(rt_around_read(x->r, who.entity, &around, err));
    for (size_t i = 0; i < around.n && !is_thing(who.entity); i++) RT_TRY(add_of_neighbour(x, &around.at[i], err));
    if (!is_thing(who.entity)) RT_TRY(add_by_names(x, who.entity, err));
    RT_TRY(add_contents(x, err));
    return add_outer(x, err);
}

/* All of the case: also what is no exhibit, but was held by somebody in a chain of custody. */
static rt_status of_case(exhibits *x, rt_error *err) {
    static const char *const custody[] = {"Custody"};
    rt_entity_set held = {0};
    RT_TRY(rt_parties_of_schema(x->r, kinds, sizeof kinds / sizeof *kinds, &x->set, err));
    RT_TRY(rt_parties_of_schema(x->r, custody, 1, &held, err));
    for (size_t i = 0; i < held.n; i++) {
        const rt_neighbour n = {.entity = held.at[i]};
        RT_TRY(add_of_neighbour(x, &n, err));
    }
    return add_contents(x, err);
}

/* --- what lay in what -------------------------------------------------------------------------------------------- */

static rt_status find_parent(exhibits *x, size_t i, rt_error *err) {
    const rt_claims in = rt_claims_named(x->at[i].entity->claims, RT_S("container"));
    for (size_t k = 0; k < in.n && x->at[i].parent == SIZE_MAX; k++) {
        const rt_entity *outer;
        if (!rt_claim_affirmed(&in.at[k])) continue;
        RT_TRY(rt_party_of(x->r, in.at[k].value, &outer, err));
        if (outer != NULL && outer != x->at[i].entity) x->at[i].parent = rt_entity_set_find(&x->set, outer);
    }
    return rt_ok;
}

/* Children in the order in which they came; each is put in front, so from the last on. */
static rt_status hang(exhibits *x, rt_error *err) {
    for (size_t i = 0; i < x->n; i++) RT_TRY(find_parent(x, i, err));
    for (size_t i = x->n; i-- > 0;) {
        const size_t parent = x->at[i].parent;
        if (parent == SIZE_MAX) continue;
        x->at[i].next = x->at[parent].child;
        x->at[parent].child = i;
    }
    return rt_ok;
}

/* --- as an object ------------------------------------------------------------------------------------------------ */

static rt_status put_all_claims(exhibits *x, const rt_entity *e, rt_value *v, rt_error *err) {
    static const char *const props[][2] = {
        {"container", "within"}, {"seal", "seals"},      {"foundWith", "found_with"},    {"contentHash", "hashes"},
        {"amount", "amounts"},   {"summary", "summary"}, {"description", "description"}, {"notes", "notes"},
    };
    for (size_t i = 0; i < sizeof props / sizeof *props; i++)
        RT_TRY(rt_shape_claims(x->r, e, props[i][0], props[i][1], v, err));
    return rt_ok;
}

static void put_contents(exhibits *x, const thing *t, rt_value *v) {
    rt_value *list = rt_value_put_list(x->r->arena, v, RT_S("contents"));
    for (size_t i = t->child; i != SIZE_MAX; i = x->at[i].next)
        rt_value_push(list, rt_shape_of_entity(x->at[i].entity, x->r->arena));
}

/* Pictures that name it. */
static void put_photos(exhibits *x, const thing *t, rt_value *v) {
    rt_value *list = rt_value_put_list(x->r->arena, v, RT_S("photos"));
    for (size_t i = 0; i < t->around.n; i++) {
        const rt_neighbour *n = &t->around.at[i];
        if (!rt_entity_is(n->entity, "Image")) continue;
        rt_value *photo = rt_value_push(list, rt_shape_of_entity(n->entity, x->r->arena));
        const rt_claims hashes = rt_claims_named(n->entity->claims, RT_S("contentHash"));
        rt_value_put_text(x->r->arena, photo, RT_S("hash"), hashes.n > 0 ? hashes.at[0].value : RT_S(""));
        rt_shape_cite(x->r, photo, n->naming);
    }
}

static void note_standing(exhibits *x, const thing *t, rt_str standing) {
    rt_value *list = rt_str_is(standing, "several")                                              ? x->several
                     : rt_str_is(standing, "unattributed") && rt_entity_is(t->entity, "Exhibit") ? x->unattributed
                                                                                                 : NULL;
    if (list != NULL) rt_value_push(list, rt_shape_of_entity(t->entity, x->r->arena));
}

static rt_status put_attributions(exhibits *x, const thing *t, rt_value *v, rt_error *err) {
    rt_attributions all;
    RT_TRY(rt_attributions_of(x->r, t->entity, &t->around, &all, err));
    const rt_str standing = rt_attributions_standing(&all);
    rt_value_put_text(x->r->arena, v, RT_S("standing"), standing);
    rt_value *list = rt_value_put_list(x->r->arena, v, RT_S("attributions"));
    for (size_t i = 0; i < all.n; i++) RT_TRY(rt_shape_attribution(x->r, &all.at[i], list, err));
    note_standing(x, t, standing);
    return rt_ok;
}

static rt_status put_thing(exhibits *x, const thing *t, size_t depth, rt_value *list, rt_error *err) {
    rt_arena *arena = x->r->arena;
    rt_value *v = rt_value_push(list, rt_shape_of_entity(t->entity, arena));
    const rt_dating d = rt_dating_by(t->entity, arena);
    rt_chain chain;
    rt_shape_count(x->r, v, "depth", depth);
    rt_value_put_text(arena, v, RT_S("when"), d.edtf);
    rt_value_put(v, RT_S("span"), rt_dating_span(&d, arena));
    RT_TRY(put_all_claims(x, t->entity, v, err));
    put_contents(x, t, v);
    RT_TRY(put_attributions(x, t, v, err));
    put_photos(x, t, v);
    RT_TRY(rt_chain_of(x->r, &t->around, &chain, err));
    rt_shape_chain(x->r, &chain, v);
    rt_shape_cite(x->r, v, t->entity->facts);
    return rt_ok;
}

/* Each once, what lies in it behind it: along the lists of children, without a stack of its own. */
static rt_status put_tree(exhibits *x, size_t root, rt_value *list, rt_error *err) {
    size_t depth = 0;
    for (size_t i = root;;) {
        thing *t = &x->at[i];
        if (!t->shown) RT_TRY(put_thing(x, t, depth, list, err));
        const bool down = !t->shown && t->child != SIZE_MAX;
        t->shown = true;
        if (down) {
            i = t->child;
            depth++;
            continue;
        }
        while (i != root && x->at[i].next == SIZE_MAX) i = x->at[i].parent, depth--;
        if (i == root) return rt_ok;
        i = x->at[i].next;
    }
}

static rt_status put_all(exhibits *x, rt_value *o, rt_error *err) {
    rt_value *list = rt_value_put_list(x->r->arena, o, RT_S("exhibits"));
    x->unattributed = rt_value_put_list(x->r->arena, o, RT_S("unattributed"));
    x->several = rt_value_put_list(x->r->arena, o, RT_S("several"));
    RT_TRY(hang(x, err));
    for (size_t i = 0; i < x->n; i++)
        if (x->at[i].parent == SIZE_MAX) RT_TRY(put_tree(x, i, list, err));
    for (size_t i = 0; i < x->n; i++) /* each lies in the other, somebody says */
        if (!x->at[i].shown) RT_TRY(put_tree(x, i, list, err));
    return rt_ok;
}

static rt_status exhibits_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                              rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    exhibits x = {.r = &r};
    const rt_entity *about = NULL;
    rt_value *o = *object = rt_value_object(arena);
    RT_TRY(args->who.n > 0 ? of_one(&x, args->who.at[0], &about, err) : of_case(&x, err));
    rt_value_put(o, RT_S("about"), about != NULL ? rt_shape_of_entity(about, arena) : rt_value_null(arena));
    RT_TRY(put_all(&x, o, err));
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_exhibits = {
    .name = "exhibits",
    .summary = "what was found, who held it, and whose it is said to have been",
    .least = 0,
    .most = 1,
    .run = exhibits_run,
};
