/* A proof in C2SP's tlog-proof format. */
#include <string.h>

#include "base/base64.h"
#include "model/entry.h"
#include "store/audit.h"

static const char title[] = "c2sp.org/tlog-proof@v1";

bool rt_proof_is_tlog(rt_str text) { return rt_str_starts(text, rt_str_of(title)); }

rt_status rt_proof_write_tlog(rt_buf *out, const rt_proof *p, rt_str origin, const rt_note_key *key, rt_error *err) {
    RT_AUTO(rt_buf) extra = {0};
    RT_AUTO(rt_buf) head = {0};
    rt_buf_add(&extra, (rt_str){(const char *)p->salt, sizeof p->salt});
    rt_buf_add(&extra, p->entry);
    rt_buf_printf(out, "%s\nextra ", title);
    rt_base64_write(out, extra.at, extra.len);
    rt_buf_printf(out, "\nindex %llu\n", (unsigned long long)p->index);
    for (size_t i = 0; i < p->n; i++) {
        rt_base64_write(out, p->path[i].bytes, sizeof p->path[i].bytes);
        rt_buf_byte(out, '\n');
    }
    rt_buf_byte(out, '\n');
    rt_checkpoint_write(&head, &(rt_checkpoint){origin, (int64_t)p->size, p->root});
    return rt_note_sign(out, rt_buf_str(&head), key, err);
}

/* --- reading --------------------------------------------------------------------------------------------------------
 */

typedef struct reader {
    rt_str rest;
    uint64_t line;
    rt_arena *arena;
} reader;

static rt_status wrong(const reader *r, rt_error *err, const char *expected) {
    const rt_status s = rt_fail(err, RT_BAD, "this is no proof: expected %s", expected);
    rt_error_at(err, NULL, r->line, 1);
    return s;
}

static bool next_line(reader *r, rt_str *line) {
    r->line++;
    return rt_str_split(&r->rest, RT_S("\n"), line);
}

/* "WORD REST" */
static bool next_field(reader *r, rt_str word, rt_str *value) {
    rt_str line;
    if (!next_line(r, &line) || !rt_str_starts(line, word)) return false;
    *value = rt_str_from(line, word.len);
    return true;
}

static rt_status read_extra(reader *r, rt_proof *p, rt_error *err) {
    rt_str extra, bytes;
    if (!next_field(r, RT_S("extra "), &extra) || !rt_base64_read(extra, r->arena, &bytes) ||
        bytes.len <= sizeof p->salt)
        return wrong(r, err, "extra, and salt and line of the entry in base64");
    memcpy(p->salt, bytes.at, sizeof p->salt);
    p->entry = rt_str_from(bytes, sizeof p->salt);
    return rt_ok;
}

static rt_status read_index(reader *r, rt_proof *p, rt_error *err) {
    rt_str text;
    int64_t index;
    if (!next_field(r, RT_S("index "), &text) || !rt_str_int(text, &index) || index < 0 ||
        (text.len > 1 && text.at[0] == '0'))
        return wrong(r, err, "index, and the entry's place");
    p->index = (uint64_t)index;
    return rt_ok;
}

static rt_status read_path(reader *r, rt_proof *p, rt_error *err) {
    rt_str line, bytes;
    while (next_line(r, &line)) {
        if (line.len == 0) return rt_ok;
        if (p->n == RT_MERKLE_LEVELS || !rt_base64_read(line, r->arena, &bytes) || bytes.len != sizeof p->path->bytes)
            return wrong(r, err, "a SHA-256 in base64, or an empty line before the head");
        memcpy(p->path[p->n++].bytes, bytes.at, bytes.len);
    }
    return wrong(r, err, "an empty line, and the head");
}

/* The line must be that of an entry: what is shown of a proof is read out of it. */
static rt_status check_entry(const reader *r, rt_str line, rt_error *err) {
    rt_value *v;
    rt_entry e;
    rt_json_reader *json = rt_json_reader_new();
    rt_status s = rt_json_read(json, line, r->arena, &v, err);
    if (s.code == RT_OK) s = rt_entry_read(v, line, r->arena, &e, err);
    rt_json_reader_free(json);
    return s;
}

rt_status rt_proof_read_tlog(rt_str text, rt_arena *arena, rt_proof *p, rt_str *head, rt_error *err) {
    reader r = {.rest = text, .arena = arena};
    rt_checkpoint c;
    rt_str line;
    *p = (rt_proof){0};
    if (!next_line(&r, &line) || !rt_str_is(line, title)) return wrong(&r, err, title);
    RT_TRY(read_extra(&r, p, err));
    RT_TRY(read_index(&r, p, err));
    RT_TRY(read_path(&r, p, err));
    *head = r.rest;
    RT_TRY(rt_checkpoint_read(r.rest, &c, err));
    p->size = (uint64_t)c.size;
    p->root = c.root;
    return check_entry(&r, p->entry, err);
}
