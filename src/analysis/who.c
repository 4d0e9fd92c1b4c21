#include "analysis/who.h"

#include <stdlib.h>

#include "analysis/namesakes.h"
#include "base/grow.h"
#include "names/match.h"

enum { MOST_NAMED = 1000, MOST_SUGGESTED = 3 };

typedef struct bearer {
    const rt_entity *entity;
    bool by_name; /* it has it as `name`, not only as an alias */
} bearer;

typedef struct bearers {
    bearer *at;
    size_t n;
} bearers;

/* --- by name ----------------------------------------------------------------------------------------------------- */

static void add_bearer(bearers *b, const rt_entity *e, bool by_name, rt_arena *arena) {
    for (size_t i = 0; i < b->n; i++)
        if (b->at[i].entity == e) {
            b->at[i].by_name = b->at[i].by_name || by_name;
            return;
        }
    b->at = rt_grow(arena, b->at, b->n, sizeof *b->at);
    b->at[b->n++] = (bearer){e, by_name};
}

static rt_status add_from(rt_reading *r, rt_cursor *c, bearers *b, rt_error *err) {
    for (size_t i = 0; i < MOST_NAMED; i++) {
        rt_seen_entry entry;
        const rt_entity *e;
        bool more;
        RT_TRY(rt_cursor_next(c, &entry, &more, err));
        if (!more) break;
        if (!rt_is_own_name(entry.e.prop)) continue;
        RT_TRY(rt_reading_entity(r, rt_str_copy(r->arena, entry.e.entity), &e, err));
        if (e != NULL) add_bearer(b, e, rt_str_is(entry.e.prop, "name"), r->arena);
    }
    return rt_ok;
}

static int by_choice(const void *x, const void *y) {
    const bearer *a = x, *b = y;
    if (a->by_name != b->by_name) return (int)b->by_name - (int)a->by_name;
    const rt_entity *e = a->entity, *f = b->entity;
    if (e->source_count != f->source_count) return e->source_count > f->source_count ? -1 : 1;
    if (e->facts.n != f->facts.n) return e->facts.n > f->facts.n ? -1 : 1;
    return rt_str_cmp(e->id, f->id);
}

static rt_status by_name(rt_reading *r, rt_str name, rt_who *found, rt_error *err) {
    rt_cursor *c;
    bearers b = {0};
    RT_TRY(rt_cursor_name(r->lens, name, &c, err));
    const rt_status s = add_from(r, c, &b, err);
    rt_cursor_close(c);
    RT_TRY(s);
    if (b.n == 0) return rt_ok;
    qsort(b.at, b.n, sizeof *b.at, by_choice);
    found->entity = b.at[0].entity;
    found->n = b.n - 1;
    found->others = RT_NEW_N(r->arena, const rt_entity *, b.n);
    for (size_t i = 1; i < b.n; i++) found->others[i - 1] = b.at[i].entity;
    return rt_ok;
}

/* --- nobody ------------------------------------------------------------------------------------------------------ */

/* Names that are worth a "did you mean". */
static const double least_suggested = 0.0005;

static bool is_of_people(const rt_namesake *n) {
    const rt_schema *schema = rt_schema_named(n->schema);
    return schema != NULL && rt_schema_is(schema, "LegalEntity");
}

/* What is as good as what was asked for; then people, who are asked for by half a name; then what only mentions them.
 */
static int rank_of(const rt_namesake *n) {
    if (n->score >= rt_match_threshold) return 0;
    return is_of_people(n) ? 1 : 2;
}

static size_t best_of(const rt_namesakes *like, const rt_namesake *best[MOST_SUGGESTED]) {
    size_t n = 0;
    for (int rank = 0; rank <= 2; rank++)
        for (size_t i = 0; i < like->n && n < MOST_SUGGESTED; i++)
            if (rank_of(&like->at[i]) == rank) best[n++] = &like->at[i];
    return n;
}

static rt_status nobody(rt_reading *r, rt_str who, rt_error *err) {
    rt_namesakes like;
    const rt_namesake *best[MOST_SUGGESTED];
    RT_AUTO(rt_buf) text = {0};
    RT_TRY(rt_namesakes_find(r->lens, (rt_strs){&who, 1}, least_suggested, NULL, NULL, r->arena, &like, err));
    rt_buf_printf(&text, "nobody is called \"%.*s\", and nothing has this id", RT_FMT(rt_str_cut(who, 200)));
    const size_t n = best_of(&like, best);
    for (size_t i = 0; i < n; i++)
        rt_buf_printf(&text, "%s%.*s (%.*s)",
                      i == 0      ? "; did you mean "
                      : i + 1 < n ? ", "
                                  : " or ",
                      RT_FMT(rt_str_cut(best[i]->name, 80)), RT_FMT(rt_str_cut(best[i]->entity, 60)));
    if (n > 0) rt_buf_byte(&text, '?');
    return rt_fail(err, RT_ABSENT, "%.*s", RT_FMT(rt_buf_str(&text)));
}

rt_status rt_who_exactly(rt_reading *r, rt_str who, rt_who *found, rt_error *err) {
    *found = (rt_who){0};
    RT_TRY(rt_reading_entity(r, who, &found->entity, err));
    return found->entity != NULL ? rt_ok : by_name(r, who, found, err);
}

rt_status rt_who_find(rt_reading *r, rt_str who, rt_who *found, rt_error *err) {
    RT_TRY(rt_who_exactly(r, who, found, err));
    return found->entity != NULL ? rt_ok : nobody(r, who, err);
}

/* --- by a name that is like it ------------------------------------------------------------------------------------ */

static bool is_among(const rt_who *found, const rt_entity *e) {
    for (size_t i = 0; i < found->n; i++)
        if (found->others[i] == e) return true;
    return e == found->entity;
}

static rt_status take_alike(rt_reading *r, const rt_namesakes *like, rt_who *found, rt_error *err) {
    found->others = RT_NEW_N(r->arena, const rt_entity *, like->n);
    for (size_t i = 0; i < like->n; i++) {
        const rt_entity *e;
        RT_TRY(rt_reading_entity(r, like->at[i].entity, &e, err));
        if (e == NULL || is_among(found, e)) continue;
        if (found->entity != NULL) {
            found->others[found->n++] = e;
            continue;
        }
        found->entity = e;
        found->like = like->at[i].name;
        found->score = like->at[i].score;
    }
    return rt_ok;
}

rt_status rt_who_find_like(rt_reading *r, rt_str who, rt_who *found, rt_error *err) {
    rt_namesakes like;
    RT_TRY(rt_who_exactly(r, who, found, err));
    if (found->entity != NULL) return rt_ok;
    RT_TRY(rt_namesakes_find(r->lens, (rt_strs){&who, 1}, rt_match_threshold, NULL, NULL, r->arena, &like, err));
    RT_TRY(take_alike(r, &like, found, err));
    return found->entity != NULL ? rt_ok : nobody(r, who, err);
}
