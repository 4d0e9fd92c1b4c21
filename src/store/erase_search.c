/* After an erasure: which of its texts other entries still give, and whether the file's bytes hold any that none gives.
 *
 * What is looked for are the texts of what went, as they stand and as JSON writes them, their words, as written and as
 * the index of words folds them, and ids, salts and hashes, in hex and as bytes. Other entries' texts, and those of
 * their documents, are where they may rightly stand. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/grow.h"
#include "store/erasing.h"
#include "store/log.h"
#include "store/papers.h"
#include "store/spanned.h"
#include "store/traces.h"
#include "words/tokenizer.h"

/* What is shorter than RAW_LEAST is met by accident in any large file: where it is given is told all the same. */
enum { CHUNK = 1 << 20, TEXT_SHOWN = 60, RAW_LEAST = 8 };

typedef struct sought {
    rt_str text; /* as people read it */
    bool tell;   /* where another entry gives it, its owner must know */
    bool held, found;
    const char *file; /* where it was found first */
    int64_t place, last_holder;
    rt_remains remains;
} sought;

typedef struct search {
    rt_store *store;
    rt_arena *arena;
    rt_traces *traces;
    sought *at;
    size_t n;
    rt_tokenizer *tokenizer;
    rt_strs subjects;          /* in order: the entities of which a statement goes */
    rt_remains judged;         /* the judgements on them */
    const rt_log_item *holder; /* the entry that is looked at as it is written; or NULL */
    const char *file;          /* that is searched, and the place of the piece in hand */
    int64_t file_at;
    bool found;
} search;

/* --- what is looked for ---------------------------------------------------------------------------------------------
 */

static size_t seek(search *s, rt_str text, bool tell) {
    s->at = rt_grow(s->arena, s->at, s->n, sizeof *s->at);
    s->at[s->n] = (sought){.text = text, .tell = tell, .last_holder = -1};
    rt_traces_add(s->traces, text, s->n);
    return s->n++;
}

static void seek_bytes(search *s, const void *bytes, size_t n, const char *what) {
    rt_buf hex = {0};
    const size_t group = seek(s, (rt_str){bytes, n}, false);
    s->at[group].text = rt_str_of(what);
    rt_buf_hex(&hex, bytes, n);
    rt_traces_add(s->traces, rt_buf_str(&hex), group);
    rt_buf_close(&hex);
}

static void seek_hex(search *s, rt_str hex, const char *what) {
    uint8_t bytes[32];
    const size_t n = hex.len / 2;
    if (n == 0 || n > sizeof bytes || !rt_unhex(hex, bytes, n)) return;
    seek_bytes(s, bytes, n, what);
    seek_bytes(s, bytes, 8, what); /* indexes hold so much of it */
}

/* Acts stand in the file as JSON, and so does every line that is compared. */
static size_t seek_written(search *s, rt_str text, bool tell) {
    RT_AUTO(rt_buf) json = {0};
    const size_t group = seek(s, text, tell);
    rt_json_string(&json, text);
    const rt_str inside = {json.at + 1, json.len - 2};
    if (!rt_str_eq(inside, text)) rt_traces_add(s->traces, inside, group);
    return group;
}

static void seek_words(search *s, rt_str text) {
    rt_term term;
    size_t group;
    rt_tokenizer_start(s->tokenizer, text);
    while (rt_tokenizer_next(s->tokenizer, &term)) {
        const rt_str word = rt_str_cut(rt_str_from(text, term.start), term.end - term.start);
        if (word.len < RT_TRACE_LEAST || rt_traces_find(s->traces, word, &group)) continue;
        group = seek_written(s, word, false);
        rt_traces_add(s->traces, term.folded, group);
    }
}

static void seek_text(search *s, rt_str text, bool tell) {
    size_t group;
    if (text.len < RT_TRACE_LEAST) return;
    if (!rt_traces_find(s->traces, text, &group)) group = seek_written(s, text, tell);
    if (group >= s->n) return; /* never: each trace is of a group */
    s->at[group].tell = s->at[group].tell || tell;
    seek_words(s, text);
}

/* A document line by line: others may quote one. */
static void seek_lines(search *s, rt_str text, bool tell) {
    rt_str rest = text, line;
    while (rest.len > 0 && rt_str_split(&rest, RT_S("\n"), &line)) seek_text(s, rt_str_trim(line), tell);
}

/* Texts that say what went; the rest says who, where and when, and is shared with much else. */
static bool is_told(rt_str name) {
    static const char *const told[] = {"value", "original", "quote", "why", "explanation", "title", "name"};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        if (rt_str_is(name, told[i])) return true;
    return false;
}

static void seek_fields(search *s, const rt_gone *gone) {
    rt_entry *e = (rt_entry *)(uintptr_t)&gone->e;
    for (size_t i = 0; i < rt_field_count; i++) {
        const rt_field *f = &rt_fields[i];
        const bool list = f->kind == RT_FIELD_LIST;
        if (!(f->of & 1U << e->type) || (f->kind != RT_FIELD_TEXT && !list)) continue;
        if (f->offset == offsetof(rt_entry, id) || f->offset == offsetof(rt_entry, sha256)) continue;
        const rt_str *at = list ? rt_entry_list(e, f)->at : rt_entry_text(e, f);
        const bool tell = is_told(rt_str_of(f->name)) && !gone->stands_in;
        for (size_t k = 0; k < (list ? rt_entry_list(e, f)->n : 1); k++) seek_text(s, at[k], tell);
    }
}

static void seek_all(search *s, rt_strs ids, const rt_gone_list *gone) {
    for (size_t i = 0; i < ids.n; i++) seek_hex(s, ids.at[i], "an id"); /* of one that went before, too */
    for (size_t i = 0; i < gone->n; i++) {
        const rt_gone *g = &gone->at[i];
        seek_fields(s, g);
        seek_lines(s, g->text, true);
        seek_hex(s, g->e.id, "an id");
        seek_hex(s, g->e.sha256, "a hash of a file");
        seek_bytes(s, g->salt, sizeof g->salt, "a salt");
    }
}

/* --- where it may stand ---------------------------------------------------------------------------------------------
 */

static void held(void *to, size_t group, size_t at, size_t len) {
    search *s = to;
    sought *w = &s->at[group];
    const rt_log_item *item = s->holder;
    (void)at, (void)len;
    w->held = true;
    if (item == NULL || w->last_holder == item->seq) return;
    w->last_holder = item->seq;
    if (w->remains.entries < RT_REMAINS_SHOWN) memcpy(w->remains.ids[w->remains.entries], item->e.id.at, RT_ID_DIGITS);
    w->remains.entries++;
}

static void look_at_text(search *s, rt_str text) { rt_traces_look(s->traces, text, held, s); }

/* Word by word, as the index of words has them. */
static void look_at_words(search *s, rt_str text) {
    rt_term term;
    rt_tokenizer_start(s->tokenizer, text);
    while (rt_tokenizer_next(s->tokenizer, &term)) rt_traces_look(s->traces, term.folded, held, s);
}

typedef void look_at_part(search *s, rt_str text);

static rt_status look_at_paper(search *s, const rt_log_item *item, look_at_part *look, rt_error *err) {
    RT_AUTO(rt_buf) text = {0};
    bool there;
    if (item->e.type != RT_DOCUMENT) return rt_ok;
    RT_TRY(rt_paper_text(s->store, item->seq, &text, &there, err));
    if (there) look(s, rt_buf_str(&text));
    RT_TRY(rt_paper_bytes(s->store, item->seq, &text, &there, err));
    if (there) look(s, rt_buf_str(&text));
    return rt_ok;
}

static int by_code_point(const void *a, const void *b) { return rt_str_cmp(*(const rt_str *)a, *(const rt_str *)b); }

static void seek_subjects(search *s, const rt_gone_list *gone) {
    s->subjects.at = RT_NEW_N(s->arena, rt_str, gone->n + 1);
    for (size_t i = 0; i < gone->n; i++) {
        const rt_gone *g = &gone->at[i];
        if (g->e.type == RT_STATEMENT && !g->stands_in) s->subjects.at[s->subjects.n++] = g->e.entity;
    }
    qsort(s->subjects.at, s->subjects.n, sizeof *s->subjects.at, by_code_point);
}

static bool is_subject(const search *s, rt_str entity) {
    return bsearch(&entity, s->subjects.at, s->subjects.n, sizeof entity, by_code_point) != NULL;
}

/* A judgement is explained by what was known of the two: a name, word by word and in Latin letters, a date, a place. No
 * search finds all that, so each is told. */
static void look_at_judgement(search *s, const rt_entry *e) {
    rt_remains *j = &s->judged;
    if (e->type != RT_JUDGEMENT || (!is_subject(s, e->a) && !is_subject(s, e->b))) return;
    if (j->entries < RT_REMAINS_SHOWN) memcpy(j->ids[j->entries], e->id.at, RT_ID_DIGITS);
    j->entries++;
}

static rt_status look_at_written(search *s, const rt_log_item *item, rt_error *err) {
    s->holder = item;
    look_at_judgement(s, &item->e);
    look_at_text(s, item->line);
    const rt_status status = look_at_paper(s, item, look_at_text, err);
    s->holder = NULL;
    return status;
}

static rt_status look_at_folded(search *s, const rt_log_item *item, rt_error *err) {
    rt_entry *e = (rt_entry *)(uintptr_t)&item->e;
    for (size_t i = 0; i < rt_field_count; i++) {
        const rt_field *f = &rt_fields[i];
        if ((f->of & 1U << e->type) && f->kind == RT_FIELD_TEXT) look_at_words(s, *rt_entry_text(e, f));
    }
    return look_at_paper(s, item, look_at_words, err);
}

/* Whether an entry that is to go itself: of a plan. */
static bool goes(const rt_gone_list *gone, int64_t seq) {
    size_t low = 0, high = gone->n;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (gone->at[middle].seq < seq)
            low = middle + 1;
        else
            high = middle;
    }
    return low < gone->n && gone->at[low].seq == seq;
}

typedef rt_status look_at_entry(search *s, const rt_log_item *item, rt_error *err);

static rt_status look_at_entries(search *s, const rt_gone_list *gone, rt_log *log, look_at_entry *look, rt_error *err) {
    rt_log_item item = {0};
    int64_t n = 0, all;
    RT_TRY(rt_log_size(s->store, &all, err));
    for (bool more;;) {
        RT_TRY(rt_log_next(log, &item, &more, err));
        if (!more) return rt_ok;
        rt_minder_count(&s->store->minder, "entries searched", n++, all);
        if (item.kind != RT_LOG_ERASED && !goes(gone, item.seq)) RT_TRY(look(s, &item, err));
    }
}

static rt_status look_at_log(search *s, const rt_gone_list *gone, look_at_entry *look, rt_error *err) {
    rt_log log;
    rt_status status = rt_log_open(&log, s->store, 0, INT64_MAX, err);
    if (status.code == RT_OK) status = look_at_entries(s, gone, &log, look, err);
    rt_log_close(&log);
    return status;
}

/* Texts of the file that are of no entry: its own statements, heads' times, the log's name. */
static rt_status look_at_own_texts(search *s, rt_error *err) {
    RT_AUTO(rt_sql_stmt) q = {0};
    bool row;
    RT_TRY(rt_sql_prepare(s->store->db,
                          "SELECT sql || ' ' || name FROM sqlite_schema WHERE sql IS NOT NULL UNION ALL SELECT key || "
                          "' ' || value FROM about UNION ALL SELECT recorded_at FROM head UNION ALL SELECT name FROM "
                          "projection UNION ALL SELECT 'SQLite format 3'",
                          &q.at, err));
    for (;;) {
        RT_TRY(rt_sql_step(q.at, &row, err));
        if (!row) return rt_ok;
        rt_traces_look(s->traces, rt_sql_text(q.at, 0), held, s);
    }
}

/* --- the file's bytes -----------------------------------------------------------------------------------------------
 */

static void met(void *to, size_t group, size_t at, size_t len) {
    search *s = to;
    sought *w = &s->at[group];
    if (w->held || w->found || len < RAW_LEAST) return;
    w->found = s->found = true;
    w->file = s->file;
    w->place = s->file_at + (int64_t)at;
}

/* Two columns of a row stand side by side: what begins in one and ends in the other is nothing that was written. */
static void excuse(void *to, size_t group, size_t at, size_t len) {
    search *s = to;
    (void)at, (void)len;
    s->at[group].held = true;
}

/* Pieces overlap, so that nothing is cut in two. */
static rt_status search_bytes(search *s, int fd, char *piece, rt_error *err) {
    size_t kept = 0;
    struct stat is;
    s->file_at = 0;
    if (fstat(fd, &is) != 0) return rt_fail(err, RT_IO, "%s: %s", s->file, strerror(errno));
    for (;;) {
        if (rt_minder_stops(&s->store->minder)) return rt_sql_stopped(err);
        rt_minder_progress(&s->store->minder, "bytes searched", s->file_at, is.st_size);
        const ssize_t n = read(fd, piece + kept, CHUNK);
        if (n < 0) return rt_fail(err, RT_IO, "%s: %s", s->file, strerror(errno));
        if (n == 0) return rt_ok;
        const rt_str all = {piece, kept + (size_t)n};
        rt_traces_look(s->traces, all, met, s);
        kept = all.len < RT_TRACE_MOST ? all.len : RT_TRACE_MOST;
        s->file_at += (int64_t)(all.len - kept);
        memmove(piece, piece + all.len - kept, kept);
    }
}

static rt_status complain(const search *s, rt_error *err) {
    for (size_t i = 0; i < s->n; i++) {
        const sought *w = &s->at[i];
        if (!w->found || w->held) continue;
        return rt_fail(err, RT_CORRUPT,
                       "\"%.*s\" of what was erased still stands in %s (byte %lld): the erasure is unfinished",
                       RT_FMT(rt_str_cut(w->text, TEXT_SHOWN)), w->file, (long long)w->place);
    }
    return rt_ok;
}

static rt_status search_file(search *s, const char *path, rt_error *err) {
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return errno == ENOENT ? rt_ok : rt_fail(err, RT_IO, "%s: %s", path, strerror(errno));
    char *piece = rt_alloc(CHUNK + RT_TRACE_MOST);
    s->file = path;
    const rt_status status = search_bytes(s, fd, piece, err);
    free(piece);
    close(fd);
    return status;
}

static rt_status search_files(search *s, const rt_gone_list *gone, rt_error *err) {
    static const char *const beside[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
        RT_TRY(search_file(s, rt_str_printf(s->arena, "%s%s", rt_store_path(s->store), beside[i]).at, err));
    if (!s->found) return rt_ok;
    RT_TRY(look_at_log(s, gone, look_at_folded, err)); /* an index of words may give it rightly */
    RT_TRY(rt_rows_spanned(s->store, s->traces, excuse, s, err));
    return complain(s, err);
}

/* --- the whole ------------------------------------------------------------------------------------------------------
 */

static bool is_told_already(const rt_erase_report *report, rt_str text) {
    for (size_t i = 0; i < report->remains_n; i++)
        if (rt_str_eq(report->remains[i].text, text)) return true;
    return false;
}

static void tell_remains(const search *s, rt_erase_report *report) {
    report->judged = s->judged;
    for (size_t i = 0; i < s->n; i++) {
        const sought *w = &s->at[i];
        if (!w->tell || w->remains.entries == 0 || is_told_already(report, w->text)) continue;
        report->remains = rt_grow(s->arena, report->remains, report->remains_n, sizeof *report->remains);
        report->remains[report->remains_n] = w->remains;
        report->remains[report->remains_n++].text = w->text;
    }
}

static rt_status look(search *s, const rt_gone_list *gone, bool raw, rt_error *err) {
    RT_TRY(look_at_log(s, gone, look_at_written, err));
    RT_TRY(look_at_own_texts(s, err));
    return raw ? search_files(s, gone, err) : rt_ok;
}

rt_status rt_erasing_search(rt_store *store, const rt_gone_list *gone, rt_strs ids, bool raw, rt_arena *arena,
                            rt_erase_report *report, rt_error *err) {
    search s = {.store = store, .arena = arena, .traces = rt_traces_new(), .tokenizer = rt_tokenizer_new()};
    seek_all(&s, ids, gone);
    seek_subjects(&s, gone);
    const rt_status status = look(&s, gone, raw, err);
    rt_minder_done(&store->minder);
    if (status.code == RT_OK) tell_remains(&s, report);
    rt_traces_free(s.traces);
    rt_tokenizer_free(s.tokenizer);
    return status;
}
