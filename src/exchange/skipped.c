#include "exchange/skipped.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TRIES = 1000, ROOM = 32 };

struct rt_skipped {
    rt_buf tail; /* what closes the file */
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

/* On one line; what must not stand there (quotation marks in a field or where one begins, dashes in a comment) doubled
 * or parted. */
static void put_reason(rt_buf *out, const rt_error *why, rt_raw_form form) {
    char text[2048];
    rt_error_format(why, text, sizeof text);
    for (const char *c = text; *c != '\0'; c++) {
        if (form == RT_RAW_ROW && *c == '"') rt_buf_byte(out, '"');
        rt_buf_byte(out, (unsigned char)*c < 0x20 ? ' ' : *c);
        if (form == RT_RAW_ELEMENT && *c == '-') rt_buf_byte(out, ' ');
        if (form == RT_RAW_LINE && *c == ',' && c[1] == '"') rt_buf_byte(out, ' ');
    }
}

static void end_line(rt_buf *out) {
    if (out->len > 0 && out->at[out->len - 1] != '\n' && out->at[out->len - 1] != '\r') rt_buf_byte(out, '\n');
}

static void put_text(rt_buf *out, rt_str text) {
    if (text.len == 0) return;
    rt_buf_add(out, text);
    end_line(out);
}

static void put_line(rt_buf *out, const rt_error *why, rt_str text) {
    rt_buf_add(out, RT_S("# "));
    put_reason(out, why, RT_RAW_LINE);
    rt_buf_byte(out, '\n');
    put_text(out, text);
}

static void put_row(rt_buf *out, const rt_error *why, const rt_raw_record *raw) {
    rt_buf_byte(out, '"');
    put_reason(out, why, RT_RAW_ROW);
    rt_buf_printf(out, "\"%c", raw->delimiter);
    put_text(out, raw->text);
}

static void put_element(rt_buf *out, const rt_error *why, rt_str text) {
    rt_buf_add(out, RT_S("<!-- "));
    put_reason(out, why, RT_RAW_ELEMENT);
    rt_buf_add(out, RT_S(" -->\n"));
    put_text(out, text);
}

static void put_record(rt_buf *out, const rt_error *why, const rt_raw_record *raw) {
    if (raw == NULL)
        put_line(out, why, (rt_str){"", 0});
    else if (raw->form == RT_RAW_LINE)
        put_line(out, why, raw->text);
    else if (raw->form == RT_RAW_ROW)
        put_row(out, why, raw);
    else
        put_element(out, why, raw->text);
}

static void put_head(rt_buf *out, const rt_raw_record *raw) {
    if (raw->form == RT_RAW_ROW) rt_buf_printf(out, "\xef\xbb\xbfredthread_skipped%c", raw->delimiter);
    put_text(out, raw->head);
}

rt_status rt_skipped_add(rt_skipped *s, const rt_error *why, const rt_raw_record *raw, rt_error *err) {
    RT_AUTO(rt_buf) out = {0};
    const bool first = s->file == NULL;
    if (first) RT_TRY(make_file(s, err));
    if (first && raw != NULL) put_head(&out, raw);
    if (first && raw != NULL) rt_buf_add(&s->tail, raw->tail);
    put_record(&out, why, raw);
    return fwrite(out.at, 1, out.len, s->file) == out.len ? rt_ok : failed(s, err);
}

rt_status rt_skipped_end(rt_skipped *s, const char **path, rt_error *err) {
    *path = s->file != NULL ? s->path : NULL;
    if (s->file == NULL) return rt_ok;
    if (s->tail.len > 0 && fwrite(s->tail.at, 1, s->tail.len, s->file) != s->tail.len) return failed(s, err);
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
    rt_buf_close(&s->tail);
    free(s->path);
    free(s);
}
