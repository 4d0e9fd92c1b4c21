/* The editions of lists: of each the day, when it was read, by whom, from which files, how many entries came, went and
 * changed with it; of one that is asked for, which. The history of one list is read as it stands in the log; of all
 * lists only their editions are. */
#include "analysis/listing.h"
#include "analysis/roster.h"
#include "analysis/shape.h"
#include "analysis/view.h"
#include "model/listed.h"

/* What one edition brought. */
typedef struct tally {
    int64_t came, went, changed;
    int64_t besides;                                /* came otherwise, since the edition before */
    rt_value *came_list, *went_list, *changed_list; /* NULL: not asked for */
} tally;

typedef struct history {
    rt_reading r;
    rt_str dataset;
    rt_list_editions all;
    tally *tallies; /* as many as editions */
    rt_roster roster;
    rt_str asked; /* the day whose entries are listed; or empty */
} history;

/* --- which edition ------------------------------------------------------------------------------------------------ */

/* What came with it has its time of recording; 1 + its number, or 0. */
static size_t edition_of(const history *h, const rt_entry *e) {
    size_t low = 0, high = h->all.n;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (rt_str_cmp(h->all.at[middle].recorded_at, e->recorded_at) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < h->all.n && rt_str_eq(h->all.at[low].recorded_at, e->recorded_at); low++)
        if (rt_str_eq(h->all.at[low].handling, e->handling)) return low + 1;
    return 0;
}

/* The first edition of this list behind a place. */
static size_t edition_behind(const history *h, rt_str handling, int64_t seq) {
    const rt_list_edition *next = rt_edition_after(&h->all, handling, seq);
    return next == NULL ? 0 : (size_t)(next - h->all.at) + 1;
}

/* --- lists of entries --------------------------------------------------------------------------------------------- */

static rt_value *add_entity(history *h, rt_value *list, rt_str entity, rt_error *err, rt_status *s) {
    rt_value *v = NULL;
    *s = rt_shape_entity(&h->r, entity, &v, err);
    return s->code == RT_OK ? rt_value_push(list, v) : NULL;
}

/* {id, caption, schema} and the entry that says so: its text lives only until the next one is read. */
static rt_status put_who(history *h, rt_value *list, rt_str entity, rt_str key, rt_str id, rt_error *err) {
    rt_status s = rt_ok;
    if (list == NULL) return rt_ok;
    rt_value *v = add_entity(h, list, entity, err, &s);
    if (v != NULL) rt_value_put_text(h->r.arena, v, key, rt_str_copy(h->r.arena, id));
    return s;
}

/* {id, caption, schema, new[], gone[]}: statements. */
static rt_status begin_changed(history *h, const tally *t, rt_roster_row *row, rt_error *err) {
    rt_status s = rt_ok;
    row->told = add_entity(h, t->changed_list, row->entity, err, &s);
    if (row->told == NULL) return s;
    rt_value_put_list(h->r.arena, row->told, RT_S("new"));
    rt_value_put_list(h->r.arena, row->told, RT_S("gone"));
    return rt_ok;
}

static rt_status put_changed(history *h, const rt_roster_row *row, rt_str key, rt_str id, rt_error *err) {
    const rt_str statement = rt_str_copy(h->r.arena, id);
    rt_fact *f;
    const rt_entity *of;
    rt_value_push_text(h->r.arena, (rt_value *)(uintptr_t)rt_value_get(row->told, key), statement);
    RT_TRY(rt_reading_fact(&h->r, statement, &of, &f, err));
    if (f != NULL) rt_reading_cite(&h->r, (rt_facts){&f, 1});
    return rt_ok;
}

/* --- what went by ------------------------------------------------------------------------------------------------- */

static rt_status mark_changed(history *h, rt_roster_row *row, size_t edition, rt_str key, rt_str statement,
                              rt_error *err) {
    if (edition == 0 || row->came == edition || !row->entry) return rt_ok;
    tally *t = &h->tallies[edition - 1];
    const bool first = row->changed != edition;
    t->changed += first;
    row->changed = edition;
    if (t->changed_list == NULL) return rt_ok;
    if (first) RT_TRY(begin_changed(h, t, row, err));
    return put_changed(h, row, key, statement, err);
}

static rt_status see_statement(history *h, const rt_seen_entry *s, rt_error *err) {
    const size_t edition = edition_of(h, &s->e);
    rt_roster_row *row = rt_roster_row_of(&h->roster, s->e.entity, s->e.handling, h->r.arena);
    row->entry = row->entry || rt_is_list_entry(s->e.schema);
    if (row->on) return mark_changed(h, row, edition, RT_S("new"), s->e.id, err);
    row->on = true;
    row->came = edition;
    if (!row->entry) return rt_ok;
    if (edition == 0) {
        const size_t next = edition_behind(h, s->e.handling, s->seq);
        if (next > 0) h->tallies[next - 1].besides++;
        return rt_ok;
    }
    h->tallies[edition - 1].came++;
    return put_who(h, h->tallies[edition - 1].came_list, row->entity, RT_S("statement"), s->e.id, err);
}

static rt_status see_absent(history *h, const rt_seen_entry *s, rt_error *err) {
    const size_t edition = edition_of(h, &s->e);
    rt_roster_row *row = rt_roster_row_of(&h->roster, s->e.entity, s->e.handling, h->r.arena);
    if (s->e.statement.len > 0) return mark_changed(h, row, edition, RT_S("gone"), s->e.statement, err);
    if (!row->on) return rt_ok;
    row->on = false;
    if (!row->entry || edition == 0) return rt_ok;
    h->tallies[edition - 1].went++;
    return put_who(h, h->tallies[edition - 1].went_list, row->entity, RT_S("absent"), s->e.id, err);
}

/* Statements and absences in the order of the log. */
static rt_status see_all(history *h, rt_cursor *statements, rt_cursor *absences, rt_error *err) {
    rt_seen_entry s, a;
    bool more_s, more_a;
    RT_TRY(rt_cursor_next(statements, &s, &more_s, err));
    RT_TRY(rt_cursor_next(absences, &a, &more_a, err));
    while (more_s || more_a) {
        if (more_s && (!more_a || s.seq < a.seq)) {
            RT_TRY(see_statement(h, &s, err));
            RT_TRY(rt_cursor_next(statements, &s, &more_s, err));
        } else {
            RT_TRY(see_absent(h, &a, err));
            RT_TRY(rt_cursor_next(absences, &a, &more_a, err));
        }
    }
    return rt_ok;
}

static rt_status read_history(history *h, rt_error *err) {
    rt_cursor *statements, *absences;
    RT_TRY(rt_cursor_dataset(h->r.lens, h->dataset, &statements, err));
    rt_status s = rt_cursor_absent(h->r.lens, h->dataset, &absences, err);
    if (s.code == RT_OK) {
        s = see_all(h, statements, absences, err);
        rt_cursor_close(absences);
    }
    rt_cursor_close(statements);
    return s;
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void put_files(rt_arena *arena, const rt_list_edition *e, rt_value *o) {
    rt_value *files = rt_value_put_list(arena, o, RT_S("files"));
    for (const rt_edition_file *f = e->files; f != NULL; f = f->next) {
        rt_value *v = rt_value_push(files, rt_value_object(arena));
        rt_value_put_text(arena, v, RT_S("name"), f->name);
        rt_value_put_text(arena, v, RT_S("sha256"), f->sha256);
        rt_value_put(v, RT_S("size"), f->size >= 0 ? rt_value_int(arena, f->size) : rt_value_null(arena));
    }
}

static void put_number(rt_arena *arena, rt_value *o, rt_str key, int64_t n, bool known) {
    rt_value_put(o, key, known ? rt_value_int(arena, n) : rt_value_null(arena));
}

static rt_value *or_null(rt_arena *arena, rt_value *v) { return v != NULL ? v : rt_value_null(arena); }

/* Counts are null where all lists are shown: they need the whole history of each. */
static void put_edition(history *h, size_t i, int64_t *entries, rt_value *list) {
    const rt_list_edition *e = &h->all.at[i];
    const bool counted = h->tallies != NULL;
    const tally t = counted ? h->tallies[i] : (tally){0};
    rt_arena *arena = h->r.arena;
    rt_value *v = rt_value_push(list, rt_value_object(arena));
    *entries += t.besides + t.came - t.went;
    rt_value_put_text(arena, v, RT_S("edition"), e->date);
    rt_value_put_text(arena, v, RT_S("recorded_at"), e->recorded_at);
    rt_value_put_text(arena, v, RT_S("recorded_by"), e->recorded_by);
    put_files(arena, e, v);
    put_number(arena, v, RT_S("entries"), *entries, counted);
    put_number(arena, v, RT_S("came"), t.came, counted);
    put_number(arena, v, RT_S("went"), t.went, counted);
    put_number(arena, v, RT_S("changed"), t.changed, counted);
    rt_value_put(v, RT_S("who_came"), or_null(arena, t.came_list));
    rt_value_put(v, RT_S("who_went"), or_null(arena, t.went_list));
    rt_value_put(v, RT_S("who_changed"), or_null(arena, t.changed_list));
}

static bool is_first_of_list(const history *h, size_t i) {
    for (size_t k = 0; k < i; k++)
        if (rt_str_eq(h->all.at[k].dataset, h->all.at[i].dataset) &&
            rt_str_eq(h->all.at[k].handling, h->all.at[i].handling))
            return false;
    return true;
}

static bool is_asked(const history *h, const rt_list_edition *e) {
    return h->asked.len == 0 || rt_str_eq(e->date, h->asked) || rt_str_eq(rt_str_cut(e->date, 10), h->asked);
}

static void put_list(history *h, size_t first, rt_value *lists) {
    const rt_list_edition *one = &h->all.at[first];
    rt_value *v = rt_value_push(lists, rt_value_object(h->r.arena));
    int64_t entries = 0;
    rt_value_put_text(h->r.arena, v, RT_S("dataset"), one->dataset);
    rt_value_put_text(h->r.arena, v, RT_S("handling"), one->handling);
    rt_value *editions = rt_value_put_list(h->r.arena, v, RT_S("editions")), *all = rt_value_list(h->r.arena);
    for (size_t i = first; i < h->all.n; i++) {
        if (!rt_str_eq(h->all.at[i].dataset, one->dataset) || !rt_str_eq(h->all.at[i].handling, one->handling))
            continue;
        put_edition(h, i, &entries, is_asked(h, &h->all.at[i]) ? editions : all);
    }
}

/* --- the view ----------------------------------------------------------------------------------------------------- */

static rt_status refuse(const history *h, rt_error *err) {
    if (h->all.n == 0)
        return rt_fail(err, RT_ABSENT, "there is no list \"%.*s\" of which an edition was read (import --complete)",
                       RT_FMT(h->dataset));
    return rt_fail(err, RT_ABSENT, "\"%.*s\" has no edition of %.*s", RT_FMT(h->dataset), RT_FMT(h->asked));
}

static void ask_for_entries(history *h, tally *t) {
    t->came_list = rt_value_list(h->r.arena);
    t->went_list = rt_value_list(h->r.arena);
    t->changed_list = rt_value_list(h->r.arena);
}

static rt_status tally_one_list(history *h, rt_error *err) {
    bool found = false;
    if (h->all.n == 0) return refuse(h, err);
    h->tallies = RT_NEW_N(h->r.arena, tally, h->all.n);
    for (size_t i = 0; i < h->all.n; i++) {
        if (!is_asked(h, &h->all.at[i])) continue;
        found = true;
        if (h->asked.len > 0) ask_for_entries(h, &h->tallies[i]);
    }
    return found ? read_history(h, err) : refuse(h, err);
}

static rt_status editions_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                              rt_error *err) {
    history h = {.r = rt_reading_new(lens, arena), .asked = args->edition};
    if (args->who.n > 0) h.dataset = args->who.at[0];
    RT_TRY(rt_list_editions_read(lens, h.dataset, arena, &h.all, err));
    if (args->who.n > 0) RT_TRY(tally_one_list(&h, err));
    rt_value *o = *object = rt_value_object(arena), *lists = rt_value_put_list(arena, o, RT_S("lists"));
    for (size_t i = 0; i < h.all.n; i++)
        if (is_first_of_list(&h, i)) put_list(&h, i, lists);
    return rt_shape_cited(&h.r, o, err);
}

const rt_view rt_view_editions = {
    .name = "editions",
    .summary = "which editions of a list were read, and what came, went and changed with each",
    .least = 0,
    .most = 1,
    .run = editions_run,
};
