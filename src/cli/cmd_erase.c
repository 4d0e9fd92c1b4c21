#include "analysis/sent.h"
#include "analysis/shape.h"
#include "base/pick.h"
#include "cli/draw_sent.h"
#include "cli/kept_head.h"
#include "cli/kept_pairs.h"
#include "cli/stop.h"
#include "cli/with_case.h"
#include "store/backup.h"
#include "store/erase.h"
#include "store/sent.h"

/* --- the object -----------------------------------------------------------------------------------------------------
 */

static const char *const reasons[] = {
    [RT_GONE_ASKED] = "asked for",
    [RT_GONE_NAMES] = "names what goes",
    [RT_GONE_MADE] = "made from the document",
    [RT_GONE_HASH] = "holds a hash of what held it",
};

/* What it says, for those who look before they erase. */
static rt_str says(rt_arena *arena, const rt_entry *e) {
    if (e->type == RT_STATEMENT)
        return rt_str_printf(arena, "%.*s %.*s %.*s", RT_FMT(e->entity), RT_FMT(e->prop), RT_FMT(e->value));
    if (e->type == RT_LINK) return rt_str_printf(arena, "%.*s %.*s", RT_FMT(e->link), RT_FMT(e->to));
    if (e->type == RT_JUDGEMENT)
        return rt_str_printf(arena, "%.*s and %.*s %.*s", RT_FMT(e->a), RT_FMT(e->b), RT_FMT(e->judgement));
    if (e->type == RT_DECISION) return e->decision;
    if (e->type == RT_ABSENT_FROM) return e->entity;
    if (e->type == RT_SENT) return rt_str_printf(arena, "that something went to %.*s", RT_FMT(e->who));
    return e->title.len > 0 ? e->title : e->name;
}

static rt_value *entry_of(rt_arena *arena, const rt_gone *g) {
    rt_value *v = rt_value_object(arena);
    rt_value_put_text(arena, v, RT_S("id"), g->e.id);
    rt_value_put_text(arena, v, RT_S("type"), rt_entry_type_name(g->e.type));
    rt_value_put_text(arena, v, RT_S("dataset"), g->e.dataset);
    rt_value_put_text(arena, v, RT_S("says"), says(arena, &g->e));
    rt_value_put_text(arena, v, RT_S("reason"), rt_str_of(reasons[g->why]));
    rt_value_put(v, RT_S("stands_in"), rt_value_bool(arena, g->stands_in));
    rt_value_put_text(arena, v, RT_S("stand_in"), rt_str_of(g->stand_in));
    return v;
}

static void put_entries(rt_arena *arena, rt_value *o, const rt_gone_list *gone) {
    int64_t counts[RT_ENTRY_TYPES] = {0};
    rt_value *types = rt_value_put_object(arena, o, RT_S("types"));
    rt_value *entries = rt_value_put_list(arena, o, RT_S("entries"));
    for (size_t i = 0; i < gone->n; i++) {
        counts[gone->at[i].e.type]++;
        rt_value_push(entries, entry_of(arena, &gone->at[i]));
    }
    for (int t = 0; t < RT_ENTRY_TYPES; t++)
        if (counts[t] > 0) rt_value_put(types, rt_entry_type_name((rt_entry_type)t), rt_value_int(arena, counts[t]));
}

static void put_holding(rt_arena *arena, rt_value *v, const rt_remains *r) {
    rt_value_put(v, RT_S("entries"), rt_value_int(arena, r->entries));
    rt_value *ids = rt_value_put_list(arena, v, RT_S("first"));
    for (int64_t k = 0; k < r->entries && k < RT_REMAINS_SHOWN; k++)
        rt_value_push_text(arena, ids, rt_str_of(r->ids[k]));
}

static void put_remains(rt_arena *arena, rt_value *o, const rt_erase_report *report) {
    rt_value *list = rt_value_put_list(arena, o, RT_S("remains"));
    for (size_t i = 0; i < report->remains_n; i++) {
        rt_value *v = rt_value_push(list, rt_value_object(arena));
        rt_value_put_text(arena, v, RT_S("text"), report->remains[i].text);
        put_holding(arena, v, &report->remains[i]);
    }
    put_holding(arena, rt_value_put_object(arena, o, RT_S("judged")), &report->judged);
}

/* What they hold: how many surely, how many possibly, and the first of them. */
static void put_holds(rt_arena *arena, rt_value *row, const rt_holder *h) {
    rt_value *holds = rt_value_put_object(arena, row, RT_S("holds"));
    rt_value_put(holds, RT_S("certain"), rt_value_int(arena, h->certain));
    rt_value_put(holds, RT_S("possible"), rt_value_int(arena, h->possible));
    rt_value *first = rt_value_put_list(arena, holds, RT_S("first"));
    for (int k = 0; k < RT_HOLDS_SHOWN && h->first[k].len > 0; k++) rt_value_push_text(arena, first, h->first[k]);
}

static rt_status put_holders(rt_reading *r, const rt_holder_list *list, rt_value *went_to, rt_error *err) {
    for (size_t i = 0; i < list->n; i++) {
        const rt_holder *h = &list->at[i];
        rt_value *row = rt_value_push(went_to, rt_value_object(r->arena)), *subject = NULL;
        if (h->sent.subject.len > 0) RT_TRY(rt_shape_entity(r, h->sent.subject, &subject, err));
        rt_sent_put(&h->sent, subject, h->restored, r->arena, row);
        put_holds(r->arena, row, h);
    }
    return rt_ok;
}

/* The subject of a report is called as the case calls it now. */
static rt_status tell_went_to(rt_context *ctx, rt_store *store, const rt_erase_report *report, rt_value **went_to,
                              rt_error *err) {
    const rt_lens_spec whole = {.narrowed = false};
    rt_lens *lens;
    *went_to = rt_value_null(ctx->arena); /* of what went before nobody can tell */
    if (report->gone.n == 0) return rt_ok;
    *went_to = rt_value_list(ctx->arena);
    RT_TRY(rt_lens_open(store, &whole, &lens, err));
    rt_reading r = rt_reading_new(lens, ctx->arena);
    const rt_status s = put_holders(&r, &report->went_to, *went_to, err);
    rt_lens_close(lens);
    return s;
}

static rt_value *object_of(rt_arena *arena, const rt_erase_report *report, rt_value *went_to, bool plan) {
    rt_value *o = rt_value_object(arena);
    rt_value_put(o, RT_S("plan"), rt_value_bool(arena, plan));
    rt_value_put(o, RT_S("erased"), rt_value_int(arena, plan ? 0 : (int64_t)report->gone.n));
    put_entries(arena, o, &report->gone);
    rt_value *erasures = rt_value_put_list(arena, o, RT_S("erasures"));
    for (size_t i = 0; i < report->erasures.n; i++) rt_value_push_text(arena, erasures, report->erasures.at[i]);
    rt_value_put_text(arena, o, RT_S("batch"), report->batch);
    put_remains(arena, o, report);
    rt_value *copies = rt_value_put_list(arena, o, RT_S("copies"));
    for (size_t i = 0; i < report->copies.n; i++) rt_value_push_text(arena, copies, report->copies.at[i]);
    rt_value_put(o, RT_S("went_to"), went_to);
    rt_value_put(o, RT_S("resumed"), rt_value_bool(arena, report->resumed));
    return o;
}

/* --- drawing --------------------------------------------------------------------------------------------------------
 */

static rt_str counted(rt_draw *d, const rt_value *types) {
    rt_buf out = {0};
    for (const rt_value *v = rt_value_first(types); v != NULL; v = v->next)
        rt_buf_printf(&out, "%s%lld %.*s%s", out.len > 0 ? ", " : "", (long long)v->integer, RT_FMT(v->key),
                      v->integer == 1 || rt_str_is(v->key, "absent") || rt_str_is(v->key, "sent") ? "" : "s");
    const rt_str text = rt_str_copy(d->arena, rt_buf_str(&out));
    rt_buf_close(&out);
    return text;
}

static void draw_entries(rt_draw *d, const rt_value *o) {
    rt_table t = rt_table_new(d, 3, 2);
    for (const rt_value *v = rt_value_first(get(o, "entries")); v != NULL; v = v->next) {
        rt_cell *cells = rt_table_row(&t);
        rt_cell_add(d, &cells[0], RT_NOTE, text(v, "id"));
        rt_cell_add(d, &cells[1], RT_LABEL, text(v, "type"));
        rt_cell_add(d, &cells[2], RT_PLAIN, text(v, "says"));
        rt_cell_break(d, &cells[2]);
        rt_cell_add(d, &cells[2], RT_LABEL, text(v, "reason"));
        if (is_set(v, "stands_in")) rt_cell_addz(d, &cells[2], RT_LABEL, "; recorded anew without it");
    }
    rt_table_draw(&t);
}

static void draw_holding(rt_draw *d, rt_cell *cell, const rt_value *v) {
    for (const rt_value *id = rt_value_first(get(v, "first")); id != NULL; id = id->next) {
        rt_cell_add(d, cell, RT_NOTE, id->text);
        rt_cell_break(d, cell);
    }
    const int64_t more = integer(v, "entries") - (int64_t)rt_value_count(get(v, "first"));
    if (more > 0) rt_cell_add(d, cell, RT_LABEL, rt_str_printf(d->arena, "and %lld more", (long long)more));
}

static void draw_remains(rt_draw *d, const rt_value *o) {
    rt_table t = rt_table_new(d, 2, 2);
    const rt_value *judged = get(o, "judged");
    if (rt_value_count(get(o, "remains")) == 0 && integer(judged, "entries") == 0) return;
    rt_draw_heading(d, RT_S("Other entries still give"));
    for (const rt_value *v = rt_value_first(get(o, "remains")); v != NULL; v = v->next) {
        rt_cell *cells = rt_table_row(&t);
        rt_cell_add(d, &cells[0], RT_PLAIN, rt_str_printf(d->arena, "\"%.*s\"", RT_FMT(text(v, "text"))));
        draw_holding(d, &cells[1], v);
    }
    if (integer(judged, "entries") > 0) {
        rt_cell *cells = rt_table_row(&t);
        rt_cell_addz(d, &cells[0], RT_PLAIN, "perhaps, in the reasons of a judgement");
        draw_holding(d, &cells[1], judged);
    }
    rt_table_draw(&t);
}

static void draw_line(rt_draw *d, rt_style style, rt_str line) {
    rt_cell cell = {0};
    rt_cell_add(d, &cell, style, line);
    rt_draw_cell(d, &cell, 0, 2);
}

/* "certainly holds 2 of these, possibly 1 more" */
static rt_str holds_words(rt_draw *d, const rt_value *holds) {
    const int64_t certain = integer(holds, "certain"), possible = integer(holds, "possible");
    if (certain == 0) return rt_str_printf(d->arena, "possibly holds %lld of these", (long long)possible);
    if (possible == 0) return rt_str_printf(d->arena, "holds %lld of these", (long long)certain);
    return rt_str_printf(d->arena, "holds %lld of these, possibly %lld more", (long long)certain, (long long)possible);
}

static rt_str rest_words(const rt_value *list) {
    if (list->kind != RT_LIST) return RT_S("Who holds what was erased before can't be told any more.");
    return rt_value_count(list) > 0
               ? RT_S("These must be told by you. What went out without --to, and copies that somebody made of what "
                      "they were given, are not known to the case.")
               : RT_S("By what was noted with --to, nobody. What went out without --to is not known to the case: who "
                      "was given an export, a report or a copy that holds it must be told by you.");
}

static void draw_went_to(rt_draw *d, const rt_value *list) {
    rt_table t = rt_table_new(d, 2, 2);
    rt_draw_heading(d, RT_S("Who has it"));
    for (const rt_value *v = rt_value_first(list); v != NULL; v = v->next) {
        rt_cell *what = rt_draw_sent_row(d, &t, v);
        rt_cell_break(d, what);
        rt_cell_add(d, what, RT_ALARM, holds_words(d, get(v, "holds")));
    }
    rt_table_draw(&t);
    draw_line(d, RT_PLAIN, rest_words(list));
}

static void draw(rt_draw *d, const rt_value *o) {
    const bool plan = is_set(o, "plan");
    const rt_str what = counted(d, get(o, "types"));
    if (is_set(o, "resumed")) draw_line(d, RT_PLAIN, RT_S("An erasure of before was ended"));
    if (what.len > 0)
        draw_line(d, RT_TITLE, rt_str_printf(d->arena, "%s: %.*s", plan ? "Would go" : "Erased", RT_FMT(what)));
    if (plan) draw_entries(d, o);
    draw_remains(d, o);
    draw_went_to(d, get(o, "went_to"));
    for (const rt_value *v = rt_value_first(get(o, "copies")); v != NULL; v = v->next)
        draw_line(
            d, RT_PLAIN,
            rt_str_printf(d->arena,
                          "What this case was before a new version of the program may hold it too, and is kept in "
                          "%.*s: remove that",
                          RT_FMT(v->text)));
}

/* --- the command ----------------------------------------------------------------------------------------------------
 */

static rt_status check(const rt_args *args, rt_error *err) {
    static const char *const needed[] = {"authority", "why"};
    if (rt_args_has(args, "clear"))
        return rt_fail(err, RT_DENIED,
                       "erase looks at the whole log, of which some may be hidden: it serves no reader with less than "
                       "full clearance, so leave out --clear");
    for (size_t i = 0; i < 2; i++) {
        const rt_str given = rt_args_text(args, needed[i]);
        if (!rt_utf8_valid(given, NULL)) return rt_fail(err, RT_BAD, "--%s is not UTF-8", needed[i]);
        if (given.len == 0 && !rt_args_flag(args, "plan"))
            return rt_fail(err, RT_USAGE, "an erasure needs --authority TEXT and --why TEXT: they stay");
    }
    return rt_ok;
}

static rt_status plan_run(rt_context *ctx, const rt_args *args, const rt_erase_asked *asked, rt_erase_report *report,
                          rt_value **went_to, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    RT_TRY(rt_open_store(ctx, rt_str_z(ctx->arena, rt_args_word(args, 0)), &o.store, err));
    rt_kept_head_look(ctx, o.store);
    report->copies = rt_store_kept_copies(o.store, ctx->arena);
    RT_TRY(rt_erase_plan(o.store, asked, ctx->arena, &report->gone, err));
    RT_TRY(rt_holders_find(o.store, &report->gone, ctx->arena, &report->went_to, err));
    RT_TRY(tell_went_to(ctx, o.store, report, went_to, err));
    return rt_erase_remains(o.store, &report->gone, ctx->arena, report, err);
}

static rt_status do_run(rt_context *ctx, const rt_args *args, const rt_erase_asked *asked, rt_erase_report *report,
                        rt_value **went_to, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    const char *pairs = rt_kept_pairs_file(ctx->arena, rt_args_word(args, 0));
    RT_TRY(rt_open_to_write(ctx, args, &o, err));
    rt_stop_begin();
    RT_TRY(rt_kept_pairs_forget(pairs, err)); /* before: so a crash leaves none */
    RT_TRY(rt_erase(o.store, asked, ctx->arena, report, err));
    RT_TRY(rt_kept_pairs_forget(pairs, err)); /* of who looked for pairs meanwhile */
    report->copies = rt_store_kept_copies(o.store, ctx->arena);
    rt_kept_head_look(ctx, o.store);
    return tell_went_to(ctx, o.store, report, went_to, err);
}

static rt_status erase_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    const bool plan = rt_args_flag(args, "plan");
    rt_erase_report report = {0};
    rt_value *went_to;
    rt_erase_asked asked = {.ids = rt_args_words_from(args, 1),
                            .with_statements = rt_args_flag(args, "with-statements"),
                            .authority = rt_args_text(args, "authority"),
                            .why = rt_args_text(args, "why"),
                            .by = rt_recorder(ctx, args),
                            .program = RT_S(RT_PROGRAM)};
    RT_TRY(check(args, err));
    RT_TRY(rt_handling_asked(ctx, args, &asked.handling, err));
    RT_TRY((plan ? plan_run : do_run)(ctx, args, &asked, &report, &went_to, err));
    rt_print_view(ctx, object_of(ctx->arena, &report, went_to, plan), draw);
    return rt_ok;
}

static const rt_option erase_options[] = {
    {"authority", "TEXT", "on whose order: a court, a law; must be given, and stays", RT_OPTION_TEXT, 0},
    {"why", "TEXT", "the reason; must be given, and stays", RT_OPTION_TEXT, 0},
    {"with-statements", NULL, "of a document: the statements made from it too, not only what quotes it", RT_FLAG, 0},
    {"plan", NULL, "say what would go, and erase nothing", RT_FLAG, 0},
    {"clear", "HANDLING", "refused: who erases must see all", RT_OPTION_TEXT, 0},
    {0},
};

static const rt_example erase_examples[] = {
    {"redthread erase atar.case 7d3f0c5c1f0a4f4bb1f0a4f4bb1f0a4f --plan", "what would go"},
    {"redthread erase atar.case 7d3f0c5c1f0a4f4bb1f0a4f4bb1f0a4f --authority \"Court of X, 12/2026\" --why \"order of "
     "3 November\"",
     NULL},
    {0},
};

const rt_command rt_cmd_erase = {
    .name = "erase",
    .group = RT_GROUP_TRUST,
    .arguments = "CASE ID...",
    .summary = "take entries out of the case for good, on an order",
    .options = erase_options,
    .shared = RT_SHARED(&rt_write_options),
    .description =
        "The entries go with their salts and ids, and with them every entry that names one, whatever was derived from "
        "them, and the hashes of files and documents that held them. Their bare commitments stay, and an entry of its "
        "own says when, by whom, on what authority and why; so the log still verifies, and older heads do."
        "\n\n"
        "Of a document go its text and what quotes it: the statements made from it are recorded anew without document, "
        "place and quote, unless --with-statements is given. Of files that were read go the hashes."
        "\n\n"
        "The file is then written anew and searched, byte by byte; the command ends with 0 only when nothing was "
        "found. "
        "What it was asked for may rightly stand in other entries: these are named. After a crash it can be asked "
        "again, and until then `audit verify` says that an erasure is unfinished. Copies, exports and backups are not "
        "reached (those that were noted with --to and hold it are told, with to whom they went), nor what the disk "
        "keeps of files that were written anew.",
    .examples = erase_examples,
    .run = erase_run,
};
