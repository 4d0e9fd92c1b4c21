/* Where a command's text goes: standard output or error, a pager, or memory (for tests).
 *
 * Text is gathered and written in large pieces. A failed write is remembered, everything after it is dropped, and
 * rt_output_finish tells of it, so commands need not look at each piece; those that print much ask rt_output_failed
 * now and then and stop. A reader that went away (EPIPE) ends the output without a message. */
#pragma once

#include "base/buf.h"
#include "base/value.h"
#include "cli/term.h"

typedef struct rt_output {
    rt_buf buf;
    int fd;        /* -1: all stays in buf */
    bool screen;   /* a terminal reads this */
    bool hold;     /* keep all until it is known whether it fits the screen */
    unsigned rows; /* of the screen */
    bool eager;    /* write each piece at once (messages, progress) */
    int failed;    /* errno of the first write that failed */
    long pager;    /* process that reads this, or 0 */
    bool counting; /* a line of progress stands on the screen, and is written over by what comes next */
} rt_output;

/* Appends text that is safe to show: written by us, or made safe by rt_text_safe. */
void rt_out(rt_output *out, rt_str text);
void rt_outf(rt_output *out, const char *format, ...) RT_PRINTF(2, 3);

/* Appends foreign text as it is; where a terminal reads it, bytes that would steer it are shown instead of sent. */
void rt_out_data(rt_output *out, rt_str text);

/* Appends a value as JSON and a line end. On a terminal DEL, C1 controls and directional overrides go as \uXXXX. */
void rt_out_json(rt_output *out, const rt_value *value);

/* Lets a pager ($PAGER, else less) show what is longer than the screen; nothing where no terminal reads. */
void rt_output_page(rt_output *out);

/* Takes a line of progress from the screen, where one stands. */
void rt_output_clear_count(rt_output *out);

/* Writes what is gathered (but for held text). */
void rt_output_flush(rt_output *out);

static inline bool rt_output_failed(const rt_output *out) { return out->failed != 0; }

/* Writes all, waits for the pager, gives memory back. RT_IO when something could not be written; the message is empty
 * when the reader went away. */
RT_RESULT rt_output_finish(rt_output *out, rt_error *err);
