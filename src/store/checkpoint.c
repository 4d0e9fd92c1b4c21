#include "store/checkpoint.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/base64.h"

static bool read_hash(rt_str text, rt_hash *hash) {
    RT_AUTO(rt_arena) arena = {0};
    rt_str bytes;
    if (!rt_base64_read(text, &arena, &bytes) || bytes.len != sizeof hash->bytes) return false;
    memcpy(hash->bytes, bytes.at, sizeof hash->bytes);
    return true;
}

void rt_checkpoint_write(rt_buf *out, const rt_checkpoint *c) {
    rt_buf_printf(out, "%.*s\n%lld\n", RT_FMT(c->origin), (long long)c->size);
    rt_base64_write(out, c->root.bytes, sizeof c->root.bytes);
    rt_buf_byte(out, '\n');
}

static rt_status wrong(rt_error *err, uint64_t line, const char *expected) {
    const rt_status s = rt_fail(err, RT_BAD, "this is no head of a log: expected %s", expected);
    rt_error_at(err, NULL, line, 1);
    return s;
}

/* A line of text, as it will be printed again. */
static bool is_origin(rt_str s) {
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.at[i] < 0x20 || s.at[i] == 0x7F) return false;
    return s.len > 0 && rt_utf8_valid(s, NULL);
}

rt_status rt_checkpoint_read(rt_str text, rt_checkpoint *c, rt_error *err) {
    rt_str rest = text, size, root;
    if (!rt_str_split(&rest, RT_S("\n"), &c->origin) || !is_origin(c->origin)) return wrong(err, 1, "the log's name");
    if (!rt_str_split(&rest, RT_S("\n"), &size) || !rt_str_int(size, &c->size) || c->size < 0)
        return wrong(err, 2, "the number of entries");
    if (!rt_str_split(&rest, RT_S("\n"), &root) || !read_hash(root, &c->root))
        return wrong(err, 3, "a SHA-256 in base64");
    return rt_ok;
}

rt_status rt_small_file(const char *path, rt_arena *arena, size_t most, rt_str *text, rt_error *err) {
    FILE *f = fopen(path, "rbe");
    if (f == NULL) {
        const rt_status s = rt_fail(err, errno == ENOENT ? RT_ABSENT : RT_IO, "%s", strerror(errno));
        rt_error_at(err, path, 0, 0);
        return s;
    }
    char *at = rt_arena_alloc(arena, most + 2);
    const size_t n = fread(at, 1, most + 1, f);
    const bool failed = ferror(f) != 0;
    fclose(f);
    *text = (rt_str){at, n};
    if (!failed && n <= most) return rt_ok;
    const rt_status s =
        failed ? rt_fail(err, RT_IO, "it cannot be read") : rt_fail(err, RT_LIMIT, "it is larger than %zu bytes", most);
    rt_error_at(err, path, 0, 0);
    return s;
}

rt_status rt_checkpoint_read_file(const char *path, rt_arena *arena, rt_checkpoint *c, rt_error *err) {
    rt_str text;
    RT_TRY(rt_small_file(path, arena, (size_t)64 * 1024, &text, err));
    const rt_status s = rt_checkpoint_read(text, c, err);
    if (s.code != RT_OK) rt_error_at(err, path, 0, 0);
    return s;
}
