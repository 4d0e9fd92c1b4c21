#include "analysis/vet_frozen.h"

#include <stdlib.h>

#include "analysis/vet.h"
#include "analysis/vet_page.h"
#include "base/clock.h"
#include "base/grow.h"
#include "model/grades.h"
#include "model/handling.h"
#include "store/audit.h"

/* --- what was frozen -----------------------------------------------------------------------------------------------
 */

static rt_str value_of(const rt_entity *e, const char *prop) {
    const rt_claims claims = rt_claims_named(e->claims, rt_str_of(prop));
    for (size_t i = 0; i < claims.n; i++)
        if (rt_claim_affirmed(&claims.at[i])) return claims.at[i].value;
    return (rt_str){"", 0};
}

static rt_status find_screen(rt_reading *r, const rt_entity *vetting, rt_frozen *f, rt_error *err) {
    const rt_claims evidence = rt_claims_named(vetting->claims, RT_S("evidence"));
    for (size_t i = 0; i < evidence.n && f->screen == NULL; i++) {
        const rt_entity *e;
        if (!rt_claim_affirmed(&evidence.at[i])) continue;
        RT_TRY(rt_reading_entity(r, evidence.at[i].value, &e, err));
        if (e != NULL && rt_entity_is(e, "Screen") && value_of(e, "contentHash").len > 0) f->screen = e;
    }
    return rt_ok;
}

static int by_text(const void *x, const void *y) {
    const rt_str *a = x, *b = y;
    return rt_str_cmp(*a, *b);
}

static void read_shown(const rt_entity *screen, rt_arena *arena, rt_frozen *f) {
    const rt_claims shown = rt_claims_named(screen->claims, RT_S("shown"));
    f->shown.at = RT_NEW_N(arena, rt_str, shown.n);
    for (size_t i = 0; i < shown.n; i++)
        if (rt_claim_affirmed(&shown.at[i])) f->shown.at[f->shown.n++] = shown.at[i].value;
    if (f->shown.n > 1) qsort(f->shown.at, f->shown.n, sizeof *f->shown.at, by_text);
}

static bool is_among(rt_strs sorted, rt_str id) {
    return sorted.n > 0 && bsearch(&id, sorted.at, sorted.n, sizeof *sorted.at, by_text) != NULL;
}

/* The statement of the hash: it has the time and the handling of the whole page. */
static const rt_entry *hash_entry(const rt_entity *screen) {
    const rt_claims hashes = rt_claims_named(screen->claims, RT_S("contentHash"));
    return &hashes.at[0].facts.at[0]->s.e;
}

/* --- the same page as it was ---------------------------------------------------------------------------------------
 */

/* A microsecond before: batches' times rise, so this is the case without the vetting's own batch and all later ones. */
static rt_str just_before(rt_str recorded_at, rt_arena *arena) {
    char text[RT_TIMESTAMP_SIZE];
    int64_t micros;
    if (!rt_timestamp_read(recorded_at, &micros)) return recorded_at;
    rt_timestamp_print(micros - 1, text);
    return rt_str_copy(arena, rt_str_of(text));
}

/* Where its reader narrows by sources or days, or looks at the case as one batch left it, what it rests on is not all
 * theirs to see. */
static bool may_check(const rt_lens_spec *reader) {
    const char *unused;
    return reader->sources.n == 0 && reader->said_by.len == 0 && reader->at.len == 0 &&
           !rt_is_id(reader->as_of, &unused);
}

/* The lens through which it is looked at again. */
typedef struct then_lens {
    rt_lens *lens; /* NULL: it cannot be */
    bool the_very; /* that of who asked; else one that gave the same page */
} then_lens;

/* Who sees less than all may use the lens that was frozen only where it is no wider than theirs. */
static void take_clearance(rt_reading *r, const rt_frozen *f, rt_lens_spec *spec, then_lens *then) {
    const rt_lens_spec *reader = rt_lens_asked(r->lens);
    const rt_str covers = hash_entry(f->screen)->handling;
    then->the_very = !reader->narrowed || (spec->narrowed && (f->clearance.len > 0 || covers.len == 0) &&
                                           rt_handling_seen(f->clearance, reader->clear));
    spec->clear = then->the_very ? f->clearance : covers;
    spec->narrowed = spec->narrowed || reader->narrowed;
}

/* A microsecond before the vetting was recorded; or as of an earlier day, where it was asked so. */
static void take_time(rt_reading *r, const rt_frozen *f, rt_lens_spec *spec) {
    const rt_str recorded_at = hash_entry(f->screen)->recorded_at;
    const bool earlier = spec->as_of.len > 0 && rt_str_cmp(spec->as_of, rt_str_cut(recorded_at, spec->as_of.len)) < 0;
    if (!earlier) spec->as_of = just_before(recorded_at, r->arena);
}

/* A lens that cannot be opened (it came from elsewhere, its batch is not in this log) leaves the page unchecked. */
static rt_status open_then(rt_reading *r, const rt_frozen *f, then_lens *then, rt_error *err) {
    rt_lens_spec spec;
    rt_error unused = {0};
    const char *why;
    *then = (then_lens){0};
    if (!may_check(rt_lens_asked(r->lens))) return rt_ok;
    if (rt_vet_lens_read(f->lens, r->arena, &spec, &unused).code != RT_OK || rt_is_id(spec.as_of, &why)) return rt_ok;
    take_clearance(r, f, &spec, then);
    take_time(r, f, &spec);
    const rt_status s = rt_lens_open(rt_lens_store(r->lens), &spec, &then->lens, err);
    return s.code == RT_ABSENT || s.code == RT_USAGE ? rt_ok : s;
}

static void compare(rt_reading *r, const rt_value *page, rt_frozen *f) {
    const rt_strs now = rt_vet_page_statements(page, r->arena);
    const rt_str sha256 = rt_vet_hash(rt_vet_page_bytes(page, r->arena), r->arena);
    f->missing.at = RT_NEW_N(r->arena, rt_str, f->shown.n);
    f->added.at = RT_NEW_N(r->arena, rt_str, now.n);
    for (size_t i = 0; i < f->shown.n; i++)
        if (!is_among(now, f->shown.at[i])) f->missing.at[f->missing.n++] = f->shown.at[i];
    for (size_t i = 0; i < now.n; i++)
        if (!is_among(f->shown, now.at[i])) f->added.at[f->added.n++] = now.at[i];
    f->check = rt_str_eq(sha256, f->sha256) && f->missing.n + f->added.n == 0 ? RT_S("intact") : RT_S("differs");
}

/* --- what is known today -------------------------------------------------------------------------------------------
 */

typedef struct unshown_row {
    rt_unshown_statement s;
    rt_str recorded_at;
    int64_t seq;
} unshown_row;

static int by_recording(const void *x, const void *y) {
    const unshown_row *a = x, *b = y;
    const int c = rt_str_cmp(a->recorded_at, b->recorded_at);
    return c != 0 ? c : (a->seq > b->seq) - (a->seq < b->seq);
}

/* When it was decided last; empty where it was not. */
static rt_str decided_at(const rt_entity *vetting) {
    const rt_claims decisions = rt_claims_named(vetting->claims, RT_S("decision"));
    rt_str at = {"", 0};
    for (size_t i = 0; i < decisions.n; i++)
        for (size_t k = 0; k < decisions.at[i].facts.n; k++) {
            const rt_entry *e = &decisions.at[i].facts.at[k]->s.e;
            if (rt_str_cmp(e->recorded_at, at) > 0) at = e->recorded_at;
        }
    return at;
}

/* Why it was not on the page, though it was in the case. */
static rt_status why_unshown(const then_lens *then, rt_str id, rt_unshown *how, rt_error *err) {
    bool seen = false;
    if (then->lens != NULL) RT_TRY(rt_lens_sees_entry(then->lens, id, &seen, err));
    *how = seen ? RT_UNSHOWN_ELSEWHERE : then->lens != NULL && then->the_very ? RT_UNSHOWN_HIDDEN : RT_UNSHOWN_UNTOLD;
    return rt_ok;
}

/* The vetting itself, and other vettings and their pages, say nothing new of whom they are about. */
static bool is_of_a_vetting(const rt_entity *e) { return rt_entity_is(e, "Vetting") || rt_entity_is(e, "Screen"); }

static rt_status add_unknown(rt_reading *r, const then_lens *then, const rt_entity *vetting, rt_str id,
                             const rt_frozen *f, unshown_row *rows, size_t *n, rt_error *err) {
    const rt_str asked_at = hash_entry(f->screen)->recorded_at, decided = decided_at(vetting);
    const rt_entity *e;
    rt_fact *fact;
    rt_unshown how = RT_UNSHOWN_LATER;
    RT_TRY(rt_reading_fact(r, id, &e, &fact, err));
    if (fact == NULL || is_of_a_vetting(e)) return rt_ok;
    if (rt_str_cmp(fact->s.e.recorded_at, asked_at) <= 0) RT_TRY(why_unshown(then, id, &how, err));
    rows[(*n)++] = (unshown_row){
        .s = {id, how, decided.len > 0 && rt_str_cmp(fact->s.e.recorded_at, decided) < 0},
        .recorded_at = fact->s.e.recorded_at,
        .seq = fact->s.seq,
    };
    return rt_ok;
}

struct rt_page_today {
    rt_str asked;
    rt_strs statements;
};

static rt_status page_today(rt_reading *r, rt_pages *pages, rt_str asked, rt_strs *statements, rt_error *err) {
    rt_value *page;
    for (size_t i = 0; i < pages->n; i++)
        if (rt_str_eq(pages->at[i].asked, asked)) return *statements = pages->at[i].statements, rt_ok;
    RT_TRY(rt_vet_page(r->lens, asked, r->arena, &page, err));
    *statements = rt_vet_page_statements(page, r->arena);
    pages->at = rt_grow(r->arena, pages->at, pages->n, sizeof *pages->at);
    pages->at[pages->n++] = (struct rt_page_today){asked, *statements};
    return rt_ok;
}

static rt_status find_unknown(rt_reading *r, const then_lens *then, const rt_entity *vetting, rt_pages *pages,
                              rt_frozen *f, rt_error *err) {
    rt_strs now;
    size_t n = 0;
    RT_TRY(page_today(r, pages, f->asked, &now, err));
    unshown_row *rows = RT_NEW_N(r->arena, unshown_row, now.n);
    for (size_t i = 0; i < now.n; i++)
        if (!is_among(f->shown, now.at[i])) RT_TRY(add_unknown(r, then, vetting, now.at[i], f, rows, &n, err));
    if (n > 1) qsort(rows, n, sizeof *rows, by_recording);
    f->unknown.at = RT_NEW_N(r->arena, rt_unshown_statement, n);
    for (size_t i = 0; i < n; i++) f->unknown.at[f->unknown.n++] = rows[i].s;
    return rt_ok;
}

/* --- all of it -----------------------------------------------------------------------------------------------------
 */

static rt_status look_again(rt_reading *r, const then_lens *then, const rt_entity *vetting, rt_pages *pages,
                            rt_frozen *f, rt_error *err) {
    rt_value *page;
    if (then->lens != NULL) {
        RT_TRY(rt_vet_page(then->lens, f->asked, r->arena, &page, err));
        compare(r, page, f);
    }
    return find_unknown(r, then, vetting, pages, f, err);
}

static rt_status find_head(rt_reading *r, rt_frozen *f, rt_error *err) {
    if (rt_lens_is_narrowed(r->lens)) return rt_ok;
    return rt_audit_head_before(rt_lens_store(r->lens), hash_entry(f->screen)->recorded_at, &f->head, &f->has_head,
                                err);
}

rt_status rt_frozen_read(rt_reading *r, const rt_entity *vetting, rt_pages *pages, rt_frozen *f, rt_error *err) {
    then_lens then;
    *f = (rt_frozen){.check = RT_S("not checked")};
    RT_TRY(find_screen(r, vetting, f, err));
    if (f->screen == NULL) return rt_ok;
    f->asked = value_of(f->screen, "asked");
    f->sha256 = value_of(f->screen, "contentHash");
    f->lens = value_of(f->screen, "lens");
    f->clearance = value_of(f->screen, "clearance");
    f->program = value_of(f->screen, "generator");
    read_shown(f->screen, r->arena, f);
    RT_TRY(find_head(r, f, err));
    RT_TRY(open_then(r, f, &then, err));
    const rt_status s = look_again(r, &then, vetting, pages, f, err);
    rt_lens_close(then.lens);
    return s;
}
