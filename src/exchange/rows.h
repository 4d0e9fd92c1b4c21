/* Rows of CSV (RFC 4180) as they stand: for who hands them on, byte for byte, with something added.
 *
 * csv.h reads what rows say; this one parts them and leaves them as they are: quotes, line ends, any bytes. A quote
 * opens a field only where it stands first in it. Line ends are LF, CRLF or CR. Memory is one block of rows. */
#pragma once

#include "exchange/input.h"

typedef struct rt_rows rt_rows;

typedef struct rt_row {
    rt_str text; /* without its line end */
    rt_str end;  /* its line end; empty where the file ends without one */
    uint64_t line;
    size_t fields;
} rt_row;

/* Reads from where the input stands. The input must outlive the reader. */
rt_rows *rt_rows_new(rt_input *in);
void rt_rows_free(rt_rows *rows); /* NULL is fine */

/* The next rows, whole, as many as have been read (some hundred kilobytes, but at least one); *n is 0 at the end. All
 * is valid until the next call. An empty line is a row with no fields. RT_BAD for a quoted field that the file's end
 * cuts, with its place; RT_LIMIT for a row of more than RT_LINE_MOST bytes. */
RT_RESULT rt_rows_next(rt_rows *rows, rt_row **list, size_t *n, rt_error *err);

/* The i-th field of a row, without quotes; a slice of the row, or copied to the arena where a quote was doubled in it.
 * Empty behind the last. *column (may be NULL) is where it begins, from 1. O(row). */
rt_str rt_row_field(rt_str row, size_t i, rt_arena *arena, size_t *column);

/* Appends text as a field: in quotes where it must be. */
void rt_row_write_field(rt_buf *out, rt_str text);
