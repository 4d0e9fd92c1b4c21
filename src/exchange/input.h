/* A file that is read as a stream, unpacked on the way (gzip by zlib, xz, zstd and bzip2 by libarchive), with its
 * hash.
 *
 * Memory does not grow with the file: one chunk, and one line where lines are asked for. Nothing but the named file is
 * opened. What is packed in packed text is refused, and so is what unpacks beyond all measure (RT_LIMIT): to more than
 * RT_UNPACKED_MOST bytes, or to more than RT_RATIO_MOST times its size once it is over RT_UNPACKED_FREE. Errors carry
 * the file's name. */
#pragma once

#include "base/hash.h"
#include "exchange/decode.h"

typedef struct rt_input rt_input;

/* The longest line that is taken. */
#define RT_LINE_MOST ((size_t)16 * 1024 * 1024)

/* Lists shrink to a fifth to a twelfth (docs/decisions/031-formats.md); what is made to hurt, to a thousandth by gzip
 * and a millionth by the others. */
#define RT_UNPACKED_MOST ((int64_t)1 << 38)
#define RT_UNPACKED_FREE ((int64_t)64 << 20)
#define RT_RATIO_MOST 300

/* On failure there is nothing to close, and *in is NULL. */
RT_RESULT rt_input_open(const char *path, rt_input **in, rt_error *err);
RT_RESULT rt_input_stdin(rt_input **in, rt_error *err); /* from where it stands; errors name it "stdin" */
/* Bytes that lie in memory, as the file of this path: they must live as long. */
RT_RESULT rt_input_of(const char *path, rt_str bytes, rt_input **in, rt_error *err);
void rt_input_close(rt_input *in); /* NULL is fine */

const char *rt_input_path(const rt_input *in); /* as it was given */
rt_str rt_input_name(const rt_input *in);      /* the path's last part */
rt_str rt_input_stem(const rt_input *in);      /* the name without .skipped, .gz, .xz, ... */

/* The first bytes (unpacked), at most n and at most 64 KiB, without taking them: to tell the format. */
RT_RESULT rt_input_peek(rt_input *in, size_t n, rt_str *head, rt_error *err);

/* RT_BAD for an archive of several files (zip, tar, 7z, rar), which has to be unpacked first. */
RT_RESULT rt_input_refuse_archive(rt_input *in, rt_error *err);

/* From here on the bytes are text in this encoding (empty: told by the text), and are given as UTF-8. Before any was
 * taken; RT_USAGE for an encoding that there is not. */
RT_RESULT rt_input_decode(rt_input *in, rt_str encoding, rt_error *err);

/* What they are read as so far, and whether only the letters themselves said so. */
const char *rt_input_encoding(const rt_input *in, bool *guessed);

/* The next run of bytes, empty at the end; valid until the next call. */
RT_RESULT rt_input_bytes(rt_input *in, rt_str *bytes, rt_error *err);

/* The next line without its LF or CRLF; *more is false at the end. A UTF-8 byte order mark before the first line is
 * taken off. RT_LIMIT for a line longer than RT_LINE_MOST. Valid until the next call. */
RT_RESULT rt_input_line(rt_input *in, rt_str *line, bool *more, rt_error *err);

/* How many lines rt_input_line has given: the number of the last one. */
uint64_t rt_input_line_number(const rt_input *in);

/* SHA-256 and size of the file as it lies on the disk (packed), reading what is left of it. */
RT_RESULT rt_input_sum(rt_input *in, rt_hash *sum, int64_t *size, rt_error *err);

/* Bytes of the file (packed) read so far, and in all (0: not known), for progress. */
int64_t rt_input_read_so_far(const rt_input *in);
int64_t rt_input_size(const rt_input *in);

/* How much of these files was read, 0 to 1; below 0: not known. */
double rt_inputs_share(rt_input *const *files, size_t n);
