/* Who holds what is to be erased: of each note of what went out, the lens that it names is opened once more, as the log
 * was before the note, and asked for each entry. Where that can't tell exactly, it counts as possibly held. */
#include "base/grow.h"
#include "model/handling.h"
#include "model/sent.h"
#include "store/sent.h"
#include "store/sight.h"

typedef enum holds { HOLDS_NOT, HOLDS_PERHAPS, HOLDS_SURELY } holds;

typedef struct note {
    const rt_entry *e;
    int64_t seq;
    bool restored;
    bool vague;    /* the lens is wider than the one that it was made through, which can't be had again */
    bool erased;   /* something was erased since: what was named then may be gone */
    rt_str clear;  /* its clearance; empty: that of who sees all */
    rt_lens *lens; /* as it was then */
} note;

/* --- the lens as it was ------------------------------------------------------------------------------------------- */

static rt_strs sources_of(note *n, rt_arena *arena) {
    rt_strs sources = {NULL, 0};
    rt_str source;
    for (size_t at = 0; rt_through_next(n->e->through, "source", &at, &source);) {
        sources.at = rt_grow(arena, sources.at, sources.n, sizeof *sources.at);
        sources.at[sources.n++] = source;
        n->vague = n->vague || rt_str_find(source, RT_S(RT_SENT_ERASED)) != SIZE_MAX;
    }
    return n->vague ? (rt_strs){NULL, 0} : sources;
}

static rt_status open_lens(note *n, rt_store *store, rt_arena *arena, rt_error *err) {
    const rt_strs through = n->e->through;
    n->clear = rt_through_value(through, "clear");
    const rt_lens_spec wide = {.narrowed = n->clear.len > 0, .clear = n->clear};
    rt_lens_spec spec = wide;
    spec.at = rt_through_value(through, "at");
    spec.said_by = rt_through_value(through, "said-by");
    spec.as_of = rt_through_value(through, "as-of");
    spec.sources = sources_of(n, arena);
    rt_status s = rt_lens_open(store, &spec, &n->lens, err);
    n->vague = n->vague || s.code != RT_OK;
    if (s.code == RT_ABSENT || s.code == RT_USAGE)
        s = rt_lens_open(store, &wide, &n->lens, err); /* another log's batch */
    if (s.code == RT_OK && n->seq < n->lens->before) n->lens->before = n->seq;
    return s;
}

/* --- whether it was let through ----------------------------------------------------------------------------------- */

/* A link, a judgement: seen only when all that it names is, and that may have been erased since. */
static bool names_others(const rt_entry *e) { return e->type != RT_STATEMENT && e->type != RT_DOCUMENT; }

/* What stands behind the note may have stood before it, too: recorded anew when something was erased; or the note
 * itself was restored among what came from elsewhere. */
static bool may_be_older(const note *n, const rt_gone *g) { return g->seq >= n->seq && (n->erased || n->restored); }

/* Where the lens can't tell. */
static bool may_have_seen(const note *n, const rt_gone *g) {
    const bool dated = rt_through_value(n->e->through, "said-by").len > 0; /* by the day of a document, too */
    const bool unsure = n->vague || may_be_older(n, g) || (n->erased && (dated || names_others(&g->e)));
    return unsure && (n->clear.len == 0 || rt_handling_seen(g->e.handling, n->clear));
}

static rt_status was_seen(const note *n, const rt_gone *g, holds *seen, rt_error *err) {
    bool exactly = false;
    *seen = HOLDS_NOT;
    RT_TRY(rt_lens_sees_entry(n->lens, g->e.id, &exactly, err));
    if (exactly)
        *seen = n->restored || n->vague ? HOLDS_PERHAPS : HOLDS_SURELY;
    else if (may_have_seen(n, g))
        *seen = HOLDS_PERHAPS;
    return rt_ok;
}

/* --- whether it was carried --------------------------------------------------------------------------------------- */

static rt_status is_taken_back(rt_cursor *c, const rt_gone *g, bool *taken_back, rt_error *err) {
    const rt_seen_entry statement = {.e = g->e, .seq = g->seq, .said = RT_SURELY, .held = RT_SURELY};
    rt_seen_entry other;
    bool more = true;
    *taken_back = false;
    while (!*taken_back) {
        RT_TRY(rt_cursor_next(c, &other, &more, err));
        if (!more) return rt_ok;
        *taken_back = rt_str_is(other.e.stance, "retracts") && rt_takes_back(&other, &statement);
    }
    return rt_ok;
}

/* FollowTheMoney is told what somebody asserts and nobody took back. */
static rt_status counted(const note *n, const rt_gone *g, bool *counts, rt_error *err) {
    rt_cursor *c;
    bool out;
    *counts = g->e.stance.len == 0 || rt_str_is(g->e.stance, "asserts");
    if (!*counts) return rt_ok;
    RT_TRY(rt_lens_taken_out(n->lens, &g->e, &out, err));
    *counts = !out;
    if (out) return rt_ok;
    RT_TRY(rt_cursor_about(n->lens, g->e.entity, &c, err));
    const rt_status s = is_taken_back(c, g, &out, err);
    rt_cursor_close(c);
    *counts = !out;
    return s;
}

static holds least(holds a, holds b) { return a < b ? a : b; }

/* What was read, and what went out, goes out as nothing but the whole file. */
static bool stays_at_home(const rt_entry *e) { return e->type == RT_READ || e->type == RT_SENT; }

static rt_status held_as(const note *n, const rt_gone *g, rt_carries carries, holds seen, holds *held, rt_error *err) {
    bool counts = true;
    *held = HOLDS_NOT;
    if (carries == RT_CARRIES_FILE) {
        if (g->seq < n->seq && !n->restored) *held = HOLDS_SURELY;
        if (may_be_older(n, g) || (g->seq < n->seq && n->restored)) *held = HOLDS_PERHAPS;
    } else if (carries == RT_CARRIES_SOME && !stays_at_home(&g->e)) {
        *held = least(seen, HOLDS_PERHAPS);
    } else if (carries == RT_CARRIES_ENTRIES && !stays_at_home(&g->e)) {
        *held = seen;
    } else if (carries == RT_CARRIES_DOCUMENTS && g->e.type == RT_DOCUMENT) {
        *held = seen;
    } else if (carries == RT_CARRIES_CLUSTERS && g->e.type == RT_JUDGEMENT) {
        *held = least(seen, HOLDS_PERHAPS);
    } else if ((carries == RT_CARRIES_VALUES || carries == RT_CARRIES_CLUSTERS) && g->e.type == RT_STATEMENT) {
        if (seen != HOLDS_NOT) RT_TRY(counted(n, g, &counts, err));
        *held = counts ? seen : HOLDS_NOT;
    }
    return rt_ok;
}

static rt_status held_by(const note *n, const rt_gone *g, holds *most, rt_error *err) {
    holds seen, held;
    *most = HOLDS_NOT;
    if (rt_str_cmp(g->e.recorded_at, n->e->recorded_at) > 0) return rt_ok;
    RT_TRY(was_seen(n, g, &seen, err));
    for (size_t i = 0; i < n->e->formats.n; i++) {
        RT_TRY(held_as(n, g, rt_format_carries(n->e->formats.at[i]), seen, &held, err));
        if (held > *most) *most = held;
    }
    return rt_ok;
}

/* --- all of them -------------------------------------------------------------------------------------------------- */

static rt_status look_for_all(const note *n, const rt_gone_list *gone, rt_holder *holder, rt_error *err) {
    for (size_t i = 0; i < gone->n; i++) {
        holds held;
        RT_TRY(held_by(n, &gone->at[i], &held, err));
        const int64_t before = holder->certain + holder->possible;
        if (held != HOLDS_NOT && before < RT_HOLDS_SHOWN) holder->first[before] = gone->at[i].e.id;
        holder->certain += held == HOLDS_SURELY;
        holder->possible += held == HOLDS_PERHAPS;
    }
    return rt_ok;
}

static rt_status look_at_note(note *n, rt_store *store, const rt_gone_list *gone, rt_arena *arena, rt_holder_list *list,
                              rt_error *err) {
    rt_holder holder = {.sent = *n->e, .restored = n->restored};
    rt_status s = open_lens(n, store, arena, err);
    if (s.code == RT_OK) s = look_for_all(n, gone, &holder, err);
    rt_lens_close(n->lens);
    if (s.code != RT_OK || holder.certain + holder.possible == 0) return s;
    list->at = rt_grow(arena, list->at, list->n, sizeof *list->at);
    list->at[list->n++] = holder;
    return rt_ok;
}

static rt_status last_erasure(rt_lens *lens, int64_t *seq, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_cursor *c;
    rt_seen_list erasures;
    RT_TRY(rt_cursor_erasures(lens, &c, err));
    RT_TRY(rt_cursor_list(c, &arena, &erasures, err));
    *seq = erasures.n > 0 ? erasures.at[erasures.n - 1].seq : -1;
    return rt_ok;
}

static rt_status look_at_all(rt_lens *all, const rt_gone_list *gone, rt_arena *arena, rt_holder_list *list,
                             rt_error *err) {
    rt_cursor *c;
    rt_seen_list notes;
    int64_t erased, batch_end;
    RT_TRY(last_erasure(all, &erased, err));
    RT_TRY(rt_cursor_sent(all, &c, err));
    RT_TRY(rt_cursor_list(c, arena, &notes, err));
    for (size_t i = 0; i < notes.n; i++) {
        note n = {.e = &notes.at[i].e, .seq = notes.at[i].seq, .erased = erased > notes.at[i].seq};
        RT_TRY(rt_lens_batch_end(all, n.e->recorded_at, &batch_end, err));
        n.restored = batch_end < n.seq;
        RT_TRY(look_at_note(&n, rt_lens_store(all), gone, arena, list, err));
    }
    return rt_ok;
}

rt_status rt_holders_find(rt_store *store, const rt_gone_list *gone, rt_arena *arena, rt_holder_list *list,
                          rt_error *err) {
    const rt_lens_spec everything = {.narrowed = false};
    rt_lens *all;
    *list = (rt_holder_list){0};
    if (gone->n == 0) return rt_ok;
    RT_TRY(rt_lens_open(store, &everything, &all, err));
    const rt_status s = look_at_all(all, gone, arena, list, err);
    rt_lens_close(all);
    return s;
}
