/* A case of any entries is asked by a reader who sees part of it: each view answers with JSON or an error, and just as
 * it does from a case that never had what is hidden; a report is written in each format of text, or is an error.
 *
 * The first byte of the input says what is asked, the second by whom, the third what besides; then entries (lines.h).
 */
#include <stdint.h>
#include <unistd.h>

#include "altered.h"
#include "analysis/view.h"
#include "base/json.h"
#include "lines.h"
#include "report/compose.h"
#include "report/format.h"
#include "store/batch.h"

static const char *const clearances[] = {"hawk,green", "clear", "", "kite,amber", "hawk,kite,amber", "green"};
static const rt_batch_options by = {.by = RT_S_INIT("A. Clerk"), .program = RT_S_INIT("fuzz 1")};

/* --- cases ----------------------------------------------------------------------------------------------------------
 */

typedef struct world {
    char path[80];
    rt_store *store;
    rt_batch *batch;
} world;

static rt_buf empty; /* the bytes of a case without entries, made once */
static world worlds[2];

static void remove_files(void) {
    static const char *const beside[] = {"", "-wal", "-shm", "-journal"};
    char name[200];
    for (size_t w = 0; w < 2; w++)
        for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
            snprintf(name, sizeof name, "%s%s", worlds[w].path, beside[i]);
            (void)unlink(name);
        }
}

static void make_empty(void) {
    rt_error err = {0};
    const bool memory = access("/dev/shm", W_OK) == 0;
    for (size_t w = 0; w < 2; w++)
        snprintf(worlds[w].path, sizeof worlds[w].path, "%s/redthread-fuzz-%ld-%zu.case", memory ? "/dev/shm" : "/tmp",
                 (long)getpid(), w);
    remove_files();
    must(rt_store_make(worlds[0].path, &err).code == RT_OK);
    file_read(worlds[0].path, &empty);
    must(atexit(remove_files) == 0);
}

static void begin(world *w) {
    rt_error err = {0};
    FILE *f = fopen(w->path, "wb");
    must(f != NULL && fwrite(empty.at, 1, empty.len, f) == empty.len && fclose(f) == 0);
    must(rt_store_open(w->path, RT_OPEN_WRITE, &w->store, &err).code == RT_OK);
    must(rt_batch_begin(w->store, &by, &w->batch, &err).code == RT_OK);
}

static void end(world *w) {
    rt_error err = {0};
    must(rt_batch_commit(w->batch, NULL, &err).code == RT_OK);
    rt_batch_close(w->batch);
}

/* Two entries a day, so that lenses fall between them. */
static void add(lines *l, rt_arena *arena, rt_str line) {
    rt_error err = {0};
    made *m = &l->at[l->n];
    m->e = lines_entry(l, arena, line);
    m->e.id = (rt_str){"", 0};
    m->e.recorded_by = RT_S("A. Clerk");
    m->e.recorded_at =
        rt_str_printf(arena, "2020-01-%02uT0%u:00:00.000000Z", 1 + (unsigned)l->n / 4, (unsigned)l->n % 4);
    if (rt_entry_check(&m->e, &err).code != RT_OK ||
        rt_batch_add(worlds[0].batch, &m->e, m->id, NULL, &err).code != RT_OK) {
        must(err.message[0] != '\0');
        return;
    }
    m->e.id = (rt_str){m->id, 32};
    l->n++;
}

/* What the reader sees goes into the other case too. */
static void add_seen(const lines *l, rt_str clear) {
    rt_error err = {0};
    for (size_t i = 0; i < l->n; i++)
        if (shows(lines_all(l), clear, &l->at[i].e))
            must(rt_batch_add(worlds[1].batch, &l->at[i].e, NULL, NULL, &err).code == RT_OK);
}

/* --- asking ---------------------------------------------------------------------------------------------------------
 */

static rt_str as_json(rt_arena *arena, const rt_value *object) {
    RT_AUTO(rt_buf) out = {0};
    rt_error err = {0};
    rt_value *again;
    rt_json_reader *reader = rt_json_reader_new();
    rt_json_write(&out, object);
    must(rt_json_read(reader, rt_buf_str(&out), arena, &again, &err).code == RT_OK);
    rt_json_reader_free(reader);
    return rt_str_copy(arena, rt_buf_str(&out));
}

static rt_str told(rt_arena *arena, const rt_error *err) {
    must(err->message[0] != '\0');
    return rt_str_printf(arena, "error: %s", err->message);
}

static rt_str report(rt_lens *lens, const rt_lens_spec *spec, rt_str who, rt_arena *arena) {
    RT_AUTO(rt_buf) out = {0};
    rt_error err = {0};
    rt_doc *doc;
    if (rt_report_compose(lens, spec, who, arena, &doc, &err).code != RT_OK) return told(arena, &err);
    must(rt_doc_html.write(doc, &out, &err).code == RT_OK && rt_doc_markdown.write(doc, &out, &err).code == RT_OK);
    return rt_str_copy(arena, rt_buf_str(&out));
}

/* A view, or (NULL) the report. */
static rt_str answer(rt_lens *lens, const rt_view *view, const rt_lens_spec *spec, const rt_view_args *args,
                     rt_arena *arena) {
    rt_error err = {0};
    rt_value *object;
    if (view == NULL) return report(lens, spec, args->who.at[0], arena);
    if (rt_view_look(view, lens, args, arena, &object, &err).code != RT_OK) return told(arena, &err);
    return as_json(arena, object);
}

/* Somebody of whom the case may speak: by id, by name, or an entry. */
static rt_str somebody(const lines *l, unsigned k) {
    if (l->n == 0) return RT_S("p");
    const rt_entry *e = &l->at[k / 4 % l->n].e;
    const rt_str ways[] = {e->entity, e->value, e->entity, e->id};
    return ways[k % 4].len > 0 ? ways[k % 4] : RT_S("p");
}

static rt_view_args question(const rt_view *view, const lines *l, unsigned flags, unsigned k, rt_str who[3]) {
    const size_t least = view != NULL ? view->least : 1, most = view != NULL ? view->most : 1;
    const size_t n = least > 0 || most == 0 || k % 2 == 0 ? least : 1;
    for (unsigned i = 0; i < 3; i++) who[i] = somebody(l, k + 14 * i);
    rt_view_args args = {.who = {who, n < 3 ? n : 3}, .words = somebody(l, 3 * k + 1), .all = flags % 2 != 0};
    if (view == &rt_view_matches || view == &rt_view_editions) who[0] = RT_S("un");
    if (view == &rt_view_statement && l->n > 0) who[0] = l->at[k % l->n].e.id;
    if ((flags & 2) != 0 || view == &rt_view_changes) args.since = RT_S("2020-01-02");
    if ((flags & 4) != 0) args.depth = 2, args.slices = RT_S("year");
    if ((flags & 8) != 0) args.on = RT_S("2009"), args.during = RT_S("2005");
    if ((flags & 16) != 0) args.within = RT_S("place"), args.relations = true;
    return args;
}

enum { QUESTIONS = 5 };

static void ask(const lines *l, const rt_view *view, const rt_lens_spec *spec, unsigned flags) {
    rt_error err = {0};
    rt_lens *all, *seen;
    must(rt_lens_open(worlds[0].store, spec, &all, &err).code == RT_OK);
    must(rt_lens_open(worlds[1].store, spec, &seen, &err).code == RT_OK);
    for (unsigned k = 0; k < QUESTIONS; k++) {
        RT_AUTO(rt_arena) arena = {0};
        rt_str who[3];
        const rt_view_args args = question(view, l, flags, k * 5 + flags, who);
        must(rt_str_eq(answer(all, view, spec, &args, &arena), answer(seen, view, spec, &args, &arena)));
    }
    rt_lens_close(all);
    rt_lens_close(seen);
}

static const rt_view *view_of(unsigned what) {
    size_t n = 0;
    while (rt_views[n] != NULL) n++;
    return rt_views[what % (n + 1)];
}

static rt_lens_spec lens_of(const char *clearance, unsigned flags) {
    rt_lens_spec spec = {.narrowed = true, .clear = rt_str_of(clearance)};
    if ((flags & 32) != 0) spec.said_by = RT_S("2005"), spec.at = RT_S("2004");
    if ((flags & 64) != 0) spec.as_of = RT_S("2020-01-02");
    return spec;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    RT_AUTO(rt_arena) arena = {0};
    static lines l;
    l.n = 0;
    if (empty.len == 0) make_empty();
    if (size < 3) return 0;
    const rt_lens_spec spec = lens_of(clearances[data[1] % (sizeof clearances / sizeof *clearances)], data[2]);
    rt_str rest = {(const char *)data + 3, size - 3}, line;
    begin(&worlds[0]);
    begin(&worlds[1]);
    while (l.n < LINES_MOST && rt_str_split(&rest, RT_S("\n"), &line)) add(&l, &arena, line);
    add_seen(&l, spec.clear);
    end(&worlds[0]);
    end(&worlds[1]);
    ask(&l, view_of(data[0]), &spec, data[2]);
    for (size_t w = 0; w < 2; w++) rt_store_close(worlds[w].store);
    remove_files();
    return 0;
}
