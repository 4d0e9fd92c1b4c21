/* The bytes and the texts of documents. An original is kept once, by its SHA-256, however many document entries name
 * it; which entry came with its bytes, and their text, is a row of `paper`. Private to src/store: through a lens they
 * are read by found.h. */
#pragma once

#include "store/case.h"

/* Bytes of an original at most, and of its text: a document's words wait in memory until it is put. */
enum { RT_PAPER_MOST = 32 * 1024 * 1024 };

/* Gives the document at this place its bytes, of this SHA-256, and the text that stands in them; *news is false when it
 * has them already. */
RT_RESULT rt_paper_put(rt_store *store, int64_t seq, const rt_hash *sha256, rt_str bytes, rt_str text, bool *news,
                       rt_error *err);

/* The text, or the bytes, of the document at this place, in `out`; *there is false when the case has none. */
RT_RESULT rt_paper_text(rt_store *store, int64_t seq, rt_buf *out, bool *there, rt_error *err);
RT_RESULT rt_paper_bytes(rt_store *store, int64_t seq, rt_buf *out, bool *there, rt_error *err);
