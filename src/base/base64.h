/* Base 64 with padding (RFC 4648, section 4), by OpenSSL's libcrypto. */
#pragma once

#include "base/buf.h"

void rt_base64_write(rt_buf *out, const void *bytes, size_t n);

/* What the text stands for, in the arena. Only the canonical form counts: what is read prints as it was. */
bool rt_base64_read(rt_str text, rt_arena *arena, rt_str *bytes);
