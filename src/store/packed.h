/* Bytes packed with Zstandard (by libarchive), where that makes them smaller. Private to src/store. */
#pragma once

#include "base/buf.h"

/* Packs bytes behind what `out` holds; false, and nothing is added, when it would save less than an eighth. */
bool rt_pack(rt_str bytes, rt_buf *out);

/* Unpacks what must have `size` bytes, no more and no less; RT_CORRUPT else. Takes no more memory than that. */
RT_RESULT rt_unpack(rt_str packed, size_t size, rt_buf *out, rt_error *err);
