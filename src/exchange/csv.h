/* A streaming reader of CSV (RFC 4180), row by row.
 *
 * What is taken beyond the RFC: LF or CR alone as line end, another delimiter, a byte order mark, blanks behind a
 * closing quote, a quote within a field that does not begin with one (it stands for itself), and a lone 0x1A (end of
 * file under CP/M) as the last byte. Blank lines are no rows. Text must be UTF-8 without control characters but tab
 * and, within quotes, line ends. Memory is one row. */
#pragma once

#include "exchange/input.h"

typedef struct rt_csv rt_csv;

typedef struct rt_csv_options {
    char delimiter;        /* 0: a comma */
    bool end_of_last_line; /* the last row must end like the others: a file that was cut off is an error */
    size_t fields_most;    /* in a row; 0: 1,000 */
    size_t row_most;       /* bytes of a row; 0: 1 MiB */
    uint64_t lines_before; /* of the file, that were taken already */
    bool keep_raw;         /* keep each row as it stands */
} rt_csv_options;

typedef struct rt_csv_field {
    rt_str text;
    uint64_t line, column; /* where the field begins, from 1; columns in bytes */
} rt_csv_field;

typedef struct rt_csv_row {
    const rt_csv_field *at;
    size_t n;
    uint64_t line;
} rt_csv_row;

/* Reads from where the input stands. The input must outlive the reader. */
rt_csv *rt_csv_new(rt_input *in, rt_csv_options options);
void rt_csv_free(rt_csv *csv); /* NULL is fine */

/* The next row, valid until the next call; *more is false at the end. RT_BAD is a row that is not CSV, with file, line
 * and column: the next call goes on with the row after it. Any other failure is for good (RT_LIMIT: a row that is too
 * large). */
RT_RESULT rt_csv_next(rt_csv *csv, rt_csv_row *row, bool *more, rt_error *err);

/* The last row as it stands, with its line end; also one that is not CSV, as far as it was given up. Empty unless
 * keep_raw was asked; valid until the next call. */
rt_str rt_csv_raw(const rt_csv *csv);
char rt_csv_delimiter(const rt_csv *csv);

/* Whether the file ended in 0x1A; to be asked when there was no more row. */
bool rt_csv_has_end_mark(const rt_csv *csv);

/* What to add to "the header has no such column" where it is parted by something else: "; fields are parted by commas
 * here, not by semicolons", or "". */
const char *rt_csv_other_separator(rt_str header);
