/* Who asked whom what, and what became of it: answered, refused, left open, and how long it took. */
#include <stdlib.h>

#include "analysis/entity_set.h"
#include "analysis/happening.h"
#include "analysis/letter.h"
#include "analysis/party.h"
#include "analysis/view.h"
#include "analysis/who.h"
#include "base/grow.h"

/* A letter, and which one of the list it answers. */
typedef struct letter {
    const rt_entity *entity;
    rt_facts naming;          /* that say that it answers */
    size_t depth;             /* 0: answers the first letter itself */
    const rt_entity *answers; /* what it answers */
} letter;

typedef struct letters {
    letter *at;
    size_t n;
} letters;

typedef struct ledger {
    rt_reading *r;
    rt_entity_set roots; /* requests, and replies to nothing that is there */
    rt_period due;
    rt_str today;
    rt_sent now;
    rt_value *overdue; /* requests without answer that are, certainly or possibly */
} ledger;

static bool is_request(const rt_entity *e) { return rt_entity_is(e, "Request"); }
static bool is_letter(const rt_entity *e) { return is_request(e) || rt_entity_is(e, "Reply"); }
static bool tells_what_it_answers(rt_str prop) {
    return rt_str_is(prop, "inReplyToMessage") || rt_str_is(prop, "inReplyToEmail");
}

/* --- which ------------------------------------------------------------------------------------------------------- */

/* The request or the reply that a letter answers; NULL where it answers none that is there. */
static rt_status answered_by(rt_reading *r, const rt_entity *e, const rt_entity **to, rt_error *err) {
    *to = NULL;
    for (size_t i = 0; i < e->claims.n && *to == NULL; i++) {
        const rt_claim *c = &e->claims.at[i];
        const rt_entity *other;
        if (!tells_what_it_answers(c->prop) || !rt_claim_affirmed(c)) continue;
        RT_TRY(rt_reading_entity(r, c->value, &other, err));
        if (other != NULL && other != e && is_letter(other)) *to = other;
    }
    return rt_ok;
}

/* Adds the letter with which an exchange began. Of letters that answer each other in a circle each is one. */
static rt_status add_root(ledger *l, const rt_entity *e, rt_error *err) {
    enum { FARTHEST = 100 };
    const rt_entity *to = e;
    for (size_t i = 0; i < FARTHEST && to != NULL && !is_request(e); i++) {
        RT_TRY(answered_by(l->r, e, &to, err));
        if (to != NULL) e = to;
    }
    rt_entity_set_add(&l->roots, e, l->r->arena);
    return rt_ok;
}

static rt_status of_one(ledger *l, rt_str text, const rt_entity **about, rt_error *err) {
    static const char *const parties[] = {"sender", "recipients", "emitters"};
    rt_who who;
    rt_around around;
    rt_entity_set named = {0};
    RT_TRY(rt_who_find(l->r, text, &who, err));
    *about = who.entity;
    if (is_letter(who.entity)) return add_root(l, who.entity, err);
    RT_TRY(rt_around_read(l->r, who.entity, &around, err));
    for (size_t i = 0; i < around.n; i++)
        if (is_letter(around.at[i].entity)) RT_TRY(add_root(l, around.at[i].entity, err));
    RT_TRY(rt_parties_by_name(l->r, who.entity, parties, sizeof parties / sizeof *parties, &named, err));
    for (size_t i = 0; i < named.n; i++)
        if (is_letter(named.at[i])) RT_TRY(add_root(l, named.at[i], err));
    return rt_ok;
}

static rt_status of_case(ledger *l, rt_error *err) {
    static const char *const kinds[] = {"Request", "Reply"};
    rt_entity_set all = {0};
    RT_TRY(rt_parties_of_schema(l->r, kinds, sizeof kinds / sizeof *kinds, &all, err));
    for (size_t i = 0; i < all.n; i++) RT_TRY(add_root(l, all.at[i], err));
    return rt_ok;
}

/* --- what answers it --------------------------------------------------------------------------------------------- */

static rt_facts answering(const rt_neighbour *n, rt_arena *arena) {
    rt_facts facts = {0};
    for (size_t i = 0; i < n->naming.n; i++)
        if (tells_what_it_answers(n->naming.at[i]->s.e.prop)) rt_facts_add(&facts, n->naming.at[i], arena);
    return facts;
}

/* Puts what answers a letter on the stack, the last one first, so that the first is taken next. */
static rt_status push_answers(rt_reading *r, const letter *to, letters *stack, rt_error *err) {
    rt_around around;
    RT_TRY(rt_around_read(r, to->entity, &around, err));
    for (size_t i = around.n; i-- > 0;) {
        const rt_facts naming = answering(&around.at[i], r->arena);
        if (naming.n == 0) continue;
        stack->at = rt_grow(r->arena, stack->at, stack->n, sizeof *stack->at);
        stack->at[stack->n++] = (letter){around.at[i].entity, naming, to->depth + 1, to->entity};
    }
    return rt_ok;
}

/* All that came of a letter, each once, what answers it behind it. */
static rt_status chain_of(rt_reading *r, const rt_entity *root, letters *chain, rt_error *err) {
    letters stack = {0};
    rt_entity_set met = {0};
    letter next = {.entity = root, .depth = SIZE_MAX}; /* what answers it has depth 0 */
    *chain = (letters){0};
    rt_entity_set_add(&met, root, r->arena);
    for (;;) {
        RT_TRY(push_answers(r, &next, &stack, err));
        do {
            if (stack.n == 0) return rt_ok;
            next = stack.at[--stack.n];
        } while (rt_entity_set_find(&met, next.entity) != SIZE_MAX);
        rt_entity_set_add(&met, next.entity, r->arena);
        chain->at = rt_grow(r->arena, chain->at, chain->n, sizeof *chain->at);
        chain->at[chain->n++] = next;
    }
}

/* --- what became of it ------------------------------------------------------------------------------------------- */

typedef struct outcome {
    rt_str standing, by; /* by: "reply" or "status" */
    rt_wait wait;        /* for the first answer */
    bool dated;          /* overdue can be told */
    rt_certainty overdue;
} outcome;

/* What the texts of a property say, as far as they begin with a word that is known; *told: somebody says anything. */
static rt_str fate_by(const rt_entity *e, const char *prop, bool *told, rt_arena *arena) {
    const rt_claims claims = rt_claims_named(e->claims, rt_str_of(prop));
    rt_str fate = {"", 0};
    *told = false;
    for (size_t i = 0; i < claims.n; i++) {
        if (!rt_claim_affirmed(&claims.at[i])) continue;
        *told = true;
        if (fate.len == 0) fate = rt_letter_fate(claims.at[i].value, arena);
    }
    return fate;
}

static bool is_answer(const letter *l) { return l->depth == 0 && rt_facts_affirm(l->naming); }

/* Of several answers the first counts: it took no longer than any of them. */
static void take_answer(const ledger *l, const rt_sent *asked, const letter *answer, outcome *o) {
    const rt_sent arrived = rt_letter_arrived(answer->entity, l->r->arena);
    const rt_wait w = rt_wait_between(asked, &arrived);
    bool told;
    o->standing = o->standing.len == 0 ? RT_S("answered") : o->standing;
    if (rt_str_is(fate_by(answer->entity, "outcome", &told, l->r->arena), "refused")) o->standing = RT_S("refused");
    o->by = RT_S("reply");
    if (!w.known) return;
    o->wait.least = o->wait.known && o->wait.least < w.least ? o->wait.least : w.least;
    o->wait.most = o->wait.known && o->wait.most < w.most ? o->wait.most : w.most;
    o->wait.known = true;
    const rt_certainty late = rt_wait_exceeds(asked, &arrived, &l->due);
    if (!o->dated || late < o->overdue) o->overdue = late;
    o->dated = true;
}

/* Nobody answered, as far as is told: by its status, and until the day on which who asks stands. */
static void take_status(const ledger *l, const rt_entity *request, const rt_sent *asked, outcome *o) {
    bool told;
    const rt_str fate = fate_by(request, "status", &told, l->r->arena);
    o->standing = fate.len > 0 ? fate : told ? RT_S("told") : RT_S("open");
    if (told) o->by = RT_S("status");
    if (fate.len > 0 || !asked->dated || !l->now.dated) return;
    o->dated = true;
    o->overdue = rt_wait_exceeds(asked, &l->now, &l->due);
    if (told && o->overdue == RT_CERTAIN) o->overdue = RT_POSSIBLE;
}

static outcome outcome_of(const ledger *l, const rt_entity *request, const letters *chain) {
    outcome o = {0};
    const rt_sent asked = rt_letter_sent(request, l->r->arena);
    for (size_t i = 0; i < chain->n; i++)
        if (is_answer(&chain->at[i])) take_answer(l, &asked, &chain->at[i], &o);
    if (o.standing.len == 0) take_status(l, request, &asked, &o);
    return o;
}

/* --- as an object ------------------------------------------------------------------------------------------------ */

static rt_value *days(const rt_wait *w, rt_arena *arena) {
    if (!w->known) return rt_value_null(arena);
    rt_value *v = rt_value_list(arena);
    rt_value_push(v, rt_value_int(arena, w->least));
    rt_value_push(v, w->most == RT_DAYS_UNBOUNDED ? rt_value_null(arena) : rt_value_int(arena, w->most));
    return v;
}

static rt_status put_letter(rt_reading *r, const rt_entity *e, rt_value *v, rt_error *err) {
    static const char *const props[][2] = {
        {"subject", "subject"}, {"sender", "from"},     {"recipients", "to"},   {"count", "counts"},
        {"status", "status"},   {"outcome", "outcome"}, {"summary", "summary"}, {"receivedAt", "received"},
    };
    const rt_dating d = rt_dating_by(e, r->arena);
    const rt_str stance = rt_facts_stance(e->facts);
    rt_value_put_text(r->arena, v, RT_S("when"), d.edtf);
    rt_value_put(v, RT_S("span"), rt_dating_span(&d, r->arena));
    for (size_t i = 0; i < sizeof props / sizeof *props; i++)
        RT_TRY(rt_shape_claims(r, e, props[i][0], props[i][1], v, err));
    rt_value_put_text(r->arena, v, RT_S("stance"), stance.len > 0 ? stance : RT_S("asserts"));
    if (rt_facts_are_out(e->facts)) rt_value_put(v, RT_S("retracted"), rt_value_bool(r->arena, true));
    return rt_ok;
}

static rt_status put_answer(const ledger *l, const letter *a, rt_value *list, rt_error *err) {
    rt_arena *arena = l->r->arena;
    rt_value *v = rt_value_push(list, rt_shape_of_entity(a->entity, arena));
    const rt_sent asked = rt_letter_sent(a->answers, arena), arrived = rt_letter_arrived(a->entity, arena);
    const rt_wait w = rt_wait_between(&asked, &arrived);
    const rt_str stance = rt_facts_stance(a->naming);
    rt_shape_count(l->r, v, "depth", a->depth);
    rt_value_put_text(arena, v, RT_S("answers"), a->answers->id);
    rt_value_put_text(arena, v, RT_S("answers_stance"), stance.len > 0 ? stance : RT_S("asserts"));
    rt_value_put(v, RT_S("counts_as_answer"), rt_value_bool(arena, rt_facts_affirm(a->naming)));
    rt_value_put(v, RT_S("days"), days(&w, arena));
    rt_value_put_text(arena, v, RT_S("follows"), rt_certainty_name(w.follows));
    RT_TRY(put_letter(l->r, a->entity, v, err));
    rt_shape_cite(l->r, v, a->entity->facts);
    return rt_ok;
}

static rt_status put_answers(const ledger *l, const letters *chain, rt_value *v, rt_error *err) {
    rt_value *list = rt_value_put_list(l->r->arena, v, RT_S("answers"));
    for (size_t i = 0; i < chain->n; i++) RT_TRY(put_answer(l, &chain->at[i], list, err));
    return rt_ok;
}

static rt_str overdue_words(const outcome *o) {
    static const char *const words[] = {"no", "possible", "certain"};
    return o->dated ? rt_str_of(words[o->overdue]) : (rt_str){"", 0};
}

/* What nobody answered, and should have been. */
static void note_overdue(const ledger *l, const rt_entity *e, const outcome *o) {
    if (!o->dated || o->overdue == RT_IMPOSSIBLE || o->wait.known) return;
    rt_value *v = rt_value_push(l->overdue, rt_shape_of_entity(e, l->r->arena));
    rt_value_put_text(l->r->arena, v, RT_S("certainty"), rt_certainty_name(o->overdue));
}

static rt_status put_root(const ledger *l, const rt_entity *e, rt_value *list, rt_error *err) {
    rt_arena *arena = l->r->arena;
    rt_value *v = rt_value_push(list, rt_shape_of_entity(e, arena));
    letters chain;
    RT_TRY(chain_of(l->r, e, &chain, err));
    RT_TRY(put_letter(l->r, e, v, err));
    if (is_request(e)) {
        const outcome o = outcome_of(l, e, &chain);
        const rt_sent asked = rt_letter_sent(e, arena);
        rt_value_put_text(arena, v, RT_S("standing"), o.standing);
        rt_value_put_text(arena, v, RT_S("by"), o.by);
        rt_value_put(v, RT_S("days"), days(&o.wait, arena));
        rt_value_put(v, RT_S("due"),
                     asked.dated
                         ? rt_days_span(rt_day_after(asked.first, &l->due), rt_day_after(asked.last, &l->due), arena)
                         : rt_value_null(arena));
        rt_value_put_text(arena, v, RT_S("overdue"), overdue_words(&o));
        note_overdue(l, e, &o);
    } else
        RT_TRY(rt_shape_claims(l->r, e, "inReplyToMessage", "in_reply_to", v, err));
    RT_TRY(put_answers(l, &chain, v, err));
    rt_shape_cite(l->r, v, e->facts);
    return rt_ok;
}

/* --- the view ---------------------------------------------------------------------------------------------------- */

static rt_status read_due(rt_str text, rt_period *due, rt_error *err) {
    *due = (rt_period){0, 30};
    if (text.len == 0 || rt_period_read(text, due, NULL).code == RT_OK) return rt_ok;
    return rt_fail(err, RT_USAGE, "--due takes a period like P30D, P6W or P1Y6M, not \"%.*s\"",
                   RT_FMT(rt_str_cut(text, 60)));
}

static rt_status read_today(ledger *l, rt_error *err) {
    rt_when when;
    RT_TRY(rt_lens_latest(l->r->lens, l->r->arena, &l->today, err));
    l->now.dated = l->today.len > 0 && rt_edtf_read(l->today, &when, NULL).code == RT_OK;
    if (l->now.dated) l->now.first = l->now.last = when.start_min;
    return rt_ok;
}

typedef struct root {
    const rt_entity *entity;
    rt_dating dating;
    size_t found;
} root;

static int by_time(const void *x, const void *y) {
    const root *a = x, *b = y;
    const int c = rt_dating_cmp(&a->dating, &b->dating);
    return c != 0 ? c : (a->found > b->found) - (a->found < b->found);
}

/* In the order in which they were asked; what is not dated comes last, else as they came. */
static root *sorted(const ledger *l) {
    root *at = RT_NEW_N(l->r->arena, root, l->roots.n);
    for (size_t i = 0; i < l->roots.n; i++)
        at[i] = (root){l->roots.at[i], rt_dating_by(l->roots.at[i], l->r->arena), i};
    if (l->roots.n > 1) qsort(at, l->roots.n, sizeof *at, by_time);
    return at;
}

static rt_status put_all(ledger *l, rt_value *o, rt_error *err) {
    rt_value *requests = rt_value_put_list(l->r->arena, o, RT_S("requests"));
    rt_value *replies = rt_value_put_list(l->r->arena, o, RT_S("replies"));
    const root *roots = sorted(l);
    l->overdue = rt_value_put_list(l->r->arena, o, RT_S("overdue"));
    for (size_t i = 0; i < l->roots.n; i++)
        RT_TRY(put_root(l, roots[i].entity, is_request(roots[i].entity) ? requests : replies, err));
    return rt_ok;
}

static rt_status requests_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                              rt_error *err) {
    rt_reading r = rt_reading_new(lens, arena);
    ledger l = {.r = &r};
    const rt_entity *about = NULL;
    rt_value *o = *object = rt_value_object(arena);
    RT_TRY(read_due(args->due, &l.due, err));
    RT_TRY(read_today(&l, err));
    RT_TRY(args->who.n > 0 ? of_one(&l, args->who.at[0], &about, err) : of_case(&l, err));
    rt_value_put(o, RT_S("about"), about != NULL ? rt_shape_of_entity(about, arena) : rt_value_null(arena));
    rt_value_put_text(arena, o, RT_S("today"), l.today);
    rt_value_put_text(arena, o, RT_S("due"), args->due.len > 0 ? args->due : RT_S("P30D"));
    RT_TRY(put_all(&l, o, err));
    return rt_shape_cited(&r, o, err);
}

const rt_view rt_view_requests = {
    .name = "requests",
    .summary = "who asked whom what, what became of it, and how long it took",
    .least = 0,
    .most = 1,
    .run = requests_run,
};
