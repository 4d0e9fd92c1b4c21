/* A kind of document: how it is told and how it is read. Private to src/text. */
#pragma once

#include "text/text.h"

typedef struct rt_text_kind {
    const char *media_type;
    /* Whether a document of this name (in small letters) that begins so is of this kind. */
    bool (*is)(rt_str name, rt_str head);
    /* Fills in all but the media type. */
    rt_status (*read)(rt_str bytes, rt_arena *arena, rt_text *text, rt_error *err);
} rt_text_kind;

extern const rt_text_kind rt_text_html, rt_text_plain;

/* Reads a charset of this name; empty: told by byte order marks, by whether it is UTF-8, else by ICU's detector. Fills
 * in text, charset, guessed and replaced. RT_BAD when it is no text or there is no such charset. */
RT_RESULT rt_text_decode(rt_str bytes, rt_str charset, rt_arena *arena, rt_text *text, rt_error *err);
