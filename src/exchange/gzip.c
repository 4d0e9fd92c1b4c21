#include "exchange/gzip.h"

#include <limits.h>
#include <stdlib.h>

#define ZLIB_CONST
#include <zlib.h>

#include "base/arena.h"

/* Where it is: within a member, behind one, or in the zeros behind the last. */
enum place { WITHIN, BEHIND, FILLING };

struct rt_gzip {
    z_stream z;
    enum place place;
    bool full;  /* the last call filled its room, so there may be more without input */
    int64_t at; /* bytes used */
};

bool rt_gzip_is(rt_str head) { return head.len >= RT_GZIP_HEAD && head.at[0] == '\x1f' && head.at[1] == '\x8b'; }

rt_gzip *rt_gzip_new(void) {
    enum { LARGEST_WINDOW = 15, ONLY_GZIP = 16 };
    rt_gzip *g = rt_alloc(sizeof *g);
    *g = (rt_gzip){.place = WITHIN};
    if (inflateInit2(&g->z, LARGEST_WINDOW + ONLY_GZIP) != Z_OK) rt_no_memory(0);
    return g;
}

void rt_gzip_free(rt_gzip *g) {
    if (g == NULL) return;
    inflateEnd(&g->z);
    free(g);
}

static rt_status fault(const rt_gzip *g, const char *what, rt_error *err) {
    const rt_status s = rt_fail(err, RT_BAD, "%s", what);
    rt_error_at_byte(err, (uint64_t)g->at);
    return s;
}

static void use(rt_gzip *g, rt_str *packed, size_t n) {
    *packed = rt_str_from(*packed, n);
    g->at += (int64_t)n;
}

/* Behind a member: the next one, zeros to the end, or what does not belong there. */
static rt_status go_on(rt_gzip *g, rt_str *packed, rt_error *err) {
    if (g->place == BEHIND && packed->at[0] == '\x1f') {
        inflateReset(&g->z);
        g->place = WITHIN;
        return rt_ok;
    }
    g->place = FILLING;
    while (packed->len > 0 && packed->at[0] == '\0') use(g, packed, 1);
    return packed->len == 0 ? rt_ok
                            : fault(g, "something stands behind the packed file that does not belong to it", err);
}

static rt_status inflate_some(rt_gzip *g, rt_str *packed, char *to, size_t room, size_t *n, rt_error *err) {
    const uInt in = packed->len < UINT_MAX ? (uInt)packed->len : UINT_MAX,
               out = room < UINT_MAX ? (uInt)room : UINT_MAX;
    g->z.next_in = (const Bytef *)packed->at;
    g->z.avail_in = in;
    g->z.next_out = (Bytef *)to;
    g->z.avail_out = out;
    const int code = inflate(&g->z, Z_NO_FLUSH);
    *n = out - g->z.avail_out;
    g->full = g->z.avail_out == 0;
    use(g, packed, in - g->z.avail_in);
    if (code == Z_STREAM_END) g->place = BEHIND, g->full = false;
    if (code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR) return rt_ok;
    if (code == Z_MEM_ERROR) rt_no_memory(0);
    return fault(g, "it cannot be unpacked: the packed file is damaged", err);
}

rt_status rt_gzip_unpack(rt_gzip *g, rt_str *packed, char *to, size_t room, size_t *n, rt_error *err) {
    *n = 0;
    while (*n == 0 && (packed->len > 0 || g->full)) {
        if (g->place == WITHIN)
            RT_TRY(inflate_some(g, packed, to, room, n, err));
        else
            RT_TRY(go_on(g, packed, err));
    }
    return rt_ok;
}

rt_status rt_gzip_end(const rt_gzip *g, rt_error *err) {
    return g->place != WITHIN ? rt_ok : fault(g, "the packed file was cut off", err);
}
