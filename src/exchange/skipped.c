#include "exchange/skipped.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TRIES = 1000, ROOM = 32 };

struct rt_skipped {
    char *path;
    bool asked, ended;
    FILE *file;
};

rt_skipped *rt_skipped_new(const char *asked, const char *input) {
    rt_skipped *s = rt_alloc(sizeof *s);
    const char *path = asked != NULL ? asked : input;
    *s = (rt_skipped){.path = rt_alloc(strlen(path) + ROOM), .asked = asked != NULL};
    memcpy(s->path, path, strlen(path) + 1);
    return s;
}

static rt_status failed(const rt_skipped *s, rt_error *err) {
    const rt_status status =
        rt_fail(err, RT_IO, "what is skipped cannot be written here (%s); name a file by --skipped", strerror(errno));
    rt_error_at(err, s->path, 0, 0);
    return status;
}

/* What stands there may have been mended already: it is never written over. */
static rt_status make_file(rt_skipped *s, rt_error *err) {
    const size_t n = strlen(s->path);
    for (int i = 1; i < TRIES && s->file == NULL; i++) {
        if (!s->asked) snprintf(s->path + n, ROOM, i == 1 ? ".skipped" : ".skipped-%d", i);
        s->file = fopen(s->path, "wbx");
        if (s->file == NULL && (errno != EEXIST || s->asked)) break;
    }
    return s->file != NULL ? rt_ok : failed(s, err);
}

/* On one line. */
static void put_reason(rt_buf *out, const rt_error *why, bool quoted) {
    char text[2048];
    rt_error_format(why, text, sizeof text);
    for (const char *c = text; *c != '\0'; c++) {
        if (quoted && *c == '"') rt_buf_byte(out, '"');
        rt_buf_byte(out, (unsigned char)*c < 0x20 ? ' ' : *c);
    }
}

static void put_line(rt_buf *out, const rt_error *why, const rt_raw_record *raw) {
    rt_buf_add(out, RT_S("# "));
    put_reason(out, why, false);
    rt_buf_byte(out, '\n');
    if (raw == NULL) return;
    rt_buf_add(out, raw->text);
    rt_buf_byte(out, '\n');
}

static void end_line(rt_buf *out) {
    if (out->len > 0 && out->at[out->len - 1] != '\n' && out->at[out->len - 1] != '\r') rt_buf_byte(out, '\n');
}

static void put_row(rt_buf *out, const rt_error *why, const rt_raw_record *raw, bool first) {
    if (first) {
        rt_buf_printf(out, "\xef\xbb\xbfredthread_skipped%c", raw->delimiter);
        rt_buf_add(out, raw->head);
        end_line(out);
    }
    rt_buf_byte(out, '"');
    put_reason(out, why, true);
    rt_buf_printf(out, "\"%c", raw->delimiter);
    rt_buf_add(out, raw->text);
    end_line(out);
}

rt_status rt_skipped_add(rt_skipped *s, const rt_error *why, const rt_raw_record *raw, rt_error *err) {
    RT_AUTO(rt_buf) out = {0};
    const bool first = s->file == NULL;
    if (first) RT_TRY(make_file(s, err));
    if (raw != NULL && raw->head.len > 0)
        put_row(&out, why, raw, first);
    else
        put_line(&out, why, raw);
    return fwrite(out.at, 1, out.len, s->file) == out.len ? rt_ok : failed(s, err);
}

rt_status rt_skipped_end(rt_skipped *s, const char **path, rt_error *err) {
    *path = s->file != NULL ? s->path : NULL;
    if (s->file == NULL) return rt_ok;
    if (fflush(s->file) != 0 || fsync(fileno(s->file)) != 0) return failed(s, err);
    s->ended = true;
    return rt_ok;
}

void rt_skipped_forget(rt_skipped *s) {
    if (s != NULL) s->ended = false;
}

void rt_skipped_close(rt_skipped *s) {
    if (s == NULL) return;
    if (s->file != NULL) (void)fclose(s->file);
    if (s->file != NULL && !s->ended) (void)unlink(s->path);
    free(s->path);
    free(s);
}
