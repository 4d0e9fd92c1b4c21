/* JSON (RFC 8259): reading by a library, writing by a page of code. */
#pragma once

#include "base/buf.h"
#include "base/value.h"

/* --- writing ---------------------------------------------------------------------------------------------------- */

/* A JSON string in RFC 8785's form: what must be escaped is, the rest stays UTF-8. s must be valid UTF-8. */
void rt_json_string(rt_buf *out, rt_str s);

/* The value without blanks, keys in the order in which they were put. Reals as %.17g cut to what reads back the same;
 * those that JSON has no form for (NaN, infinities) as null. */
void rt_json_write(rt_buf *out, const rt_value *value);

/* The same with the keys of each object in code point order: one text for all ways in which it was put together. */
void rt_json_write_sorted(rt_buf *out, const rt_value *value);

/* A streaming writer: rt_json_key / rt_json_item put the comma, rt_json_open and rt_json_close the brackets. */
typedef struct rt_json {
    rt_buf *out;
    bool begun; /* something stands before in the object or list that is open */
} rt_json;

void rt_json_open(rt_json *w, char bracket);  /* '{' or '[' */
void rt_json_close(rt_json *w, char bracket); /* '}' or ']' */
void rt_json_key(rt_json *w, rt_str key);     /* a key; its value comes next */
void rt_json_item(rt_json *w);                /* before each item of a list */
void rt_json_text(rt_json *w, rt_str s);
void rt_json_int(rt_json *w, int64_t n);

/* --- reading ---------------------------------------------------------------------------------------------------- */

typedef struct rt_json_reader rt_json_reader;

/* A reader keeps its buffers from text to text. Nesting deeper than 64 is refused. */
rt_json_reader *rt_json_reader_new(void);
void rt_json_reader_free(rt_json_reader *r);

/* Reads the whole of text, which must hold one JSON value and blanks, into the arena (nothing of text is kept).
 * Strict: UTF-8, no duplicate keys, no lone surrogates, no NUL in a string, numbers as int64 or double.
 * RT_BAD with the column (from 1, in bytes; line 1) at which text stops being JSON, and what was expected there. */
RT_RESULT rt_json_read(rt_json_reader *r, rt_str text, rt_arena *arena, rt_value **value, rt_error *err);

/* Where text stops being JSON: the byte, and a static text that says what was expected; SIZE_MAX when it is JSON. */
size_t rt_json_fault(rt_str text, const char **expected);

/* The byte in text at which `"key"` or `"value"` stands (as written, unescaped), or 0: for the column of a message. */
size_t rt_json_place(rt_str text, rt_str word);
