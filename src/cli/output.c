#include "cli/output.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"
#include "cli/pager.h"
#include "cli/text.h"

enum { PIECE = 64 * 1024 };

/* --- writing ----------------------------------------------------------------------------------------------------- */

static void write_all(rt_output *out) {
    size_t done = 0;
    while (done < out->buf.len && out->failed == 0) {
        const ssize_t n = write(out->fd, out->buf.at + done, out->buf.len - done);
        if (n >= 0)
            done += (size_t)n;
        else if (errno != EINTR && errno != EAGAIN)
            out->failed = errno;
    }
    rt_buf_clear(&out->buf);
}

static size_t count_lines(rt_str s, size_t enough) {
    size_t n = 0;
    for (size_t i = 0; i < s.len && n <= enough; i++) n += s.at[i] == '\n';
    return n;
}

/* Held text that is longer than the screen goes to a pager; if none can be had, to the terminal. */
static void stop_holding(rt_output *out) {
    out->hold = false;
    out->pager = rt_pager_start(&out->fd);
}

static void written(rt_output *out) {
    if (out->fd < 0) return;
    if (out->hold && (out->buf.len >= PIECE || count_lines(rt_buf_str(&out->buf), out->rows) >= out->rows))
        stop_holding(out);
    if (!out->hold && (out->eager || out->buf.len >= PIECE)) write_all(out);
}

void rt_output_flush(rt_output *out) {
    if (out->fd >= 0 && !out->hold) write_all(out);
}

void rt_output_clear_count(rt_output *out) {
    if (out->counting) rt_outf(out, "\r\x1b[K");
    out->counting = false;
}

void rt_output_page(rt_output *out) {
    if (out->screen && out->pager == 0) out->hold = true;
}

static rt_status failure(const rt_output *out, rt_error *err) {
    if (out->failed == 0) return rt_ok;
    if (out->failed != EPIPE) return rt_fail(err, RT_IO, "cannot write the output: %s", strerror(out->failed));
    rt_fail(err, RT_IO, "%s", "");
    return (rt_status){RT_IO};
}

rt_status rt_output_finish(rt_output *out, rt_error *err) {
    written(out);
    out->hold = false;
    if (out->fd >= 0) write_all(out);
    if (out->pager != 0) {
        rt_pager_wait(out->pager, out->fd);
        if (out->failed == EPIPE) out->failed = 0; /* they have seen enough */
    }
    rt_buf_close(&out->buf);
    return failure(out, err);
}

/* --- adding ------------------------------------------------------------------------------------------------------ */

void rt_out(rt_output *out, rt_str text) {
    if (out->failed != 0) return;
    rt_buf_add(&out->buf, text);
    written(out);
}

void rt_outf(rt_output *out, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    const int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n > 0 && out->failed == 0) {
        vsnprintf(rt_buf_room(&out->buf, (size_t)n + 1), (size_t)n + 1, format, again);
        out->buf.len += (size_t)n;
        written(out);
    }
    va_end(again);
}

void rt_out_data(rt_output *out, rt_str text) {
    if (out->failed != 0) return;
    if (out->screen)
        rt_text_safe(&out->buf, text, RT_TEXT_LINES);
    else
        rt_buf_add(&out->buf, text);
    written(out);
}

/* What JSON leaves as it is and a terminal would obey stands only within strings, so it can be escaped behind. */
static bool obeyed(uint32_t c) {
    return (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static void add_escaped(rt_buf *to, rt_str json) {
    for (size_t at = 0; at < json.len;) {
        const size_t from = at;
        const uint32_t c = rt_utf8_next(json, &at);
        if (obeyed(c))
            rt_buf_printf(to, "\\u%04x", c);
        else
            rt_buf_add(to, (rt_str){json.at + from, at - from});
    }
}

void rt_out_json(rt_output *out, const rt_value *value) {
    if (out->failed != 0) return;
    RT_AUTO(rt_buf) json = {0};
    rt_json_write(out->screen ? &json : &out->buf, value);
    if (out->screen) add_escaped(&out->buf, rt_buf_str(&json));
    rt_buf_byte(&out->buf, '\n');
    written(out);
}
