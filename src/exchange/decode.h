/* Text in whatever encoding it was sent, as UTF-8, as a stream.
 *
 * A byte order mark tells (that of UTF-8 whatever encoding was named); zero bytes between letters tell UTF-16 without
 * one. Else text is UTF-8 as long as it is ASCII; the first byte that is not decides with the 64 KiB from there: they
 * are UTF-8, or ICU says what they most likely are. Memory is that window. */
#pragma once

#include "base/buf.h"

typedef struct rt_decoder rt_decoder;

/* encoding: a name that ICU knows ("windows-1252", "latin1", "utf-16le"); empty: told by the text. RT_USAGE for a name
 * that is none. */
RT_RESULT rt_decoder_new(rt_str encoding, rt_decoder **decoder, rt_error *err);
void rt_decoder_free(rt_decoder *d); /* NULL is fine */

/* Appends what the next bytes say, which may be nothing yet; `last` when none follow. RT_BAD for bytes that the
 * encoding does not have, with the byte's place in the file. */
RT_RESULT rt_decoder_feed(rt_decoder *d, rt_str bytes, bool last, rt_buf *out, rt_error *err);

/* What the text is read as ("UTF-8", "windows-1252"); `guessed` where nothing but the letters themselves said so. */
const char *rt_decoder_encoding(const rt_decoder *d, bool *guessed);
