/* A document's bytes as text. */
#pragma once

#include "base/buf.h"

/* Bytes of a document at most. */
enum { RT_TEXT_MOST = 32 * 1024 * 1024 };

typedef struct rt_text {
    rt_str media_type; /* "text/plain", "text/html" */
    rt_str charset;    /* in which it was written: "UTF-8", "windows-1252" */
    rt_str told;       /* the one that the reader was told, or empty */
    bool guessed;      /* the charset was told from the bytes alone */
    size_t replaced;   /* how often bytes that mean nothing in it became U+FFFD */
    rt_str text;       /* valid UTF-8; of plain UTF-8 the bytes themselves, without a byte order mark */
    rt_str title;      /* empty where it states none */
    rt_str date;       /* EDTF; empty where it states none that can be read */
} rt_text;

/* Whether ICU knows a charset of this name. */
bool rt_charset_is_known(rt_str name);

/* Reads a document; `name` (of its file, or empty) helps to tell what it is; `charset` is the one in which it is
 * written, whatever the bytes look like and say (empty: they tell). Texts live in the arena or are slices of
 * the bytes. RT_BAD when it is no text (with the byte) or of a kind that is not read yet, RT_LIMIT when it is too large
 * or built so that reading it would take too long. */
RT_RESULT rt_text_read(rt_str bytes, rt_str name, rt_str charset, rt_arena *arena, rt_text *text, rt_error *err);
