/* gzip (RFC 1952), unpacked as a stream by zlib, which holds each member against its CRC and length.
 *
 * Members may follow each other, and zeros may fill up the last block; anything else behind them is an error. */
#pragma once

#include "base/status.h"
#include "base/str.h"

typedef struct rt_gzip rt_gzip;

enum { RT_GZIP_HEAD = 2 };
bool rt_gzip_is(rt_str head); /* by its first bytes */
rt_gzip *rt_gzip_new(void);
void rt_gzip_free(rt_gzip *g); /* NULL is fine */

/* Unpacks from the front of *packed, and takes off what was used, into at most `room` bytes; *n is 0 when it needs
 * more. RT_BAD, with the byte (of what was packed), where it is damaged. */
RT_RESULT rt_gzip_unpack(rt_gzip *g, rt_str *packed, char *to, size_t room, size_t *n, rt_error *err);

/* When no more comes: RT_BAD within a member. */
RT_RESULT rt_gzip_end(const rt_gzip *g, rt_error *err);
