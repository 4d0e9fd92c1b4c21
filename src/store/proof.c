/* A proof as a file that needs no case: written, read, checked. */
#include <string.h>

#include "model/entry.h"
#include "store/audit.h"
#include "store/log.h"

static void write_hex(rt_json *w, rt_str key, const void *bytes, size_t n) {
    if (key.len > 0) rt_json_key(w, key);
    rt_buf_byte(w->out, '"');
    rt_buf_hex(w->out, bytes, n);
    rt_buf_byte(w->out, '"');
}

void rt_proof_write(rt_buf *out, const rt_proof *p) {
    rt_json w = {.out = out};
    rt_json_open(&w, '{');
    rt_json_key(&w, RT_S("entry"));
    rt_buf_add(out, p->entry);
    write_hex(&w, RT_S("salt"), p->salt, sizeof p->salt);
    rt_json_key(&w, RT_S("index"));
    rt_json_int(&w, (int64_t)p->index);
    rt_json_key(&w, RT_S("size"));
    rt_json_int(&w, (int64_t)p->size);
    rt_json_key(&w, RT_S("path"));
    rt_json_open(&w, '[');
    for (size_t i = 0; i < p->n; i++) {
        rt_json_item(&w);
        write_hex(&w, RT_S(""), p->path[i].bytes, sizeof p->path[i].bytes);
    }
    rt_json_close(&w, ']');
    write_hex(&w, RT_S("root"), p->root.bytes, sizeof p->root.bytes);
    rt_json_close(&w, '}');
}

static rt_status wrong(rt_error *err, const char *key, const char *expected) {
    return rt_fail(err, RT_BAD, "this is no proof: \"%s\" is not %s", key, expected);
}

static bool read_number(const rt_value *v, uint64_t *n) {
    if (v == NULL || v->kind != RT_INT || v->integer < 0) return false;
    return *n = (uint64_t)v->integer, true;
}

static rt_status read_path(const rt_value *path, rt_proof *p, rt_error *err) {
    if (path == NULL || path->kind != RT_LIST || path->of.count > RT_MERKLE_LEVELS)
        return wrong(err, "path", "a list of hashes");
    for (const rt_value *v = path->of.first; v != NULL; v = v->next)
        if (v->kind != RT_TEXT || !rt_unhex(v->text, p->path[p->n++].bytes, 32))
            return wrong(err, "path", "a list of SHA-256 in hex");
    return rt_ok;
}

static rt_status read_fields(const rt_value *v, rt_arena *arena, rt_proof *p, rt_error *err) {
    const rt_value *entry = rt_value_get(v, RT_S("entry"));
    rt_entry e;
    rt_buf line = {0};
    if (entry == NULL || entry->kind != RT_OBJECT) return wrong(err, "entry", "an entry");
    RT_TRY(rt_entry_read(entry, RT_S(""), arena, &e, err));
    rt_entry_line(&line, &e, RT_LINE_WHOLE); /* the canonical form, which is what is hashed */
    p->entry = rt_str_copy(arena, rt_buf_str(&line));
    rt_buf_close(&line);
    if (!rt_unhex(rt_value_get_text(v, RT_S("salt")), p->salt, 16)) return wrong(err, "salt", "16 bytes in hex");
    if (!rt_unhex(rt_value_get_text(v, RT_S("root")), p->root.bytes, 32)) return wrong(err, "root", "a SHA-256 in hex");
    if (!read_number(rt_value_get(v, RT_S("index")), &p->index)) return wrong(err, "index", "a whole number");
    if (!read_number(rt_value_get(v, RT_S("size")), &p->size)) return wrong(err, "size", "a whole number");
    return read_path(rt_value_get(v, RT_S("path")), p, err);
}

rt_status rt_proof_read(rt_str text, rt_arena *arena, rt_proof *p, rt_error *err) {
    rt_value *v;
    rt_json_reader *reader = rt_json_reader_new();
    *p = (rt_proof){0};
    rt_status s = rt_json_read(reader, text, arena, &v, err);
    if (s.code == RT_OK) s = read_fields(v, arena, p, err);
    rt_json_reader_free(reader);
    return s;
}

rt_status rt_proof_check(const rt_proof *p, rt_error *err) {
    rt_hash commitment, leaf;
    rt_hasher *h = rt_hasher_new();
    rt_log_commitment(h, p->salt, p->entry, &commitment);
    rt_merkle_leaf(h, &commitment, &leaf);
    const bool holds = rt_merkle_proves(h, &leaf, p->index, p->size, p->path, p->n, &p->root);
    rt_hasher_free(h);
    return holds ? rt_ok
                 : rt_fail(err, RT_BAD, "the entry and its path do not lead to the root: one of them was changed");
}
