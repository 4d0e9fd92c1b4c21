#include "store/packed.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

enum { WORTH_IT = 8, LEAST = 128 };

static la_ssize_t take(struct archive *a, void *to, const void *bytes, size_t n) {
    (void)a;
    rt_buf_add(to, (rt_str){bytes, n});
    return (la_ssize_t)n;
}

/* libarchive pads what it writes to a block's size unless told. */
static bool pack(struct archive *a, struct archive_entry *e, rt_str bytes, rt_buf *out) {
    if (archive_write_add_filter_zstd(a) != ARCHIVE_OK || archive_write_set_format_raw(a) != ARCHIVE_OK ||
        archive_write_set_bytes_per_block(a, 0) != ARCHIVE_OK ||
        archive_write_open(a, out, NULL, take, NULL) != ARCHIVE_OK)
        return false;
    archive_entry_set_filetype(e, AE_IFREG);
    if (archive_write_header(a, e) != ARCHIVE_OK) return false;
    return archive_write_data(a, bytes.at, bytes.len) == (la_ssize_t)bytes.len && archive_write_close(a) == ARCHIVE_OK;
}

bool rt_pack(rt_str bytes, rt_buf *out) {
    const size_t before = out->len;
    if (bytes.len < LEAST) return false;
    struct archive *a = archive_write_new();
    struct archive_entry *e = archive_entry_new();
    const bool done = a != NULL && e != NULL && pack(a, e, bytes, out);
    archive_entry_free(e);
    archive_write_free(a);
    if (done && out->len - before <= bytes.len - bytes.len / WORTH_IT) return true;
    out->len = before;
    return false;
}

static rt_status damaged(rt_error *err) {
    return rt_fail(err, RT_CORRUPT, "the case file is damaged: a document in it cannot be unpacked");
}

static bool unpack(struct archive *a, rt_str packed, char *to, size_t size) {
    struct archive_entry *e;
    char more;
    if (archive_read_support_filter_zstd(a) != ARCHIVE_OK || archive_read_support_format_raw(a) != ARCHIVE_OK ||
        archive_read_open_memory(a, packed.at, packed.len) != ARCHIVE_OK ||
        archive_read_next_header(a, &e) != ARCHIVE_OK)
        return false;
    size_t n = 0;
    while (n < size) {
        const la_ssize_t got = archive_read_data(a, to + n, size - n);
        if (got <= 0) return false;
        n += (size_t)got;
    }
    return archive_read_data(a, &more, 1) == 0;
}

rt_status rt_unpack(rt_str packed, size_t size, rt_buf *out, rt_error *err) {
    struct archive *a = archive_read_new();
    if (a == NULL) return damaged(err);
    char *to = rt_buf_room(out, size);
    const bool done = unpack(a, packed, to, size);
    archive_read_free(a);
    if (!done) return damaged(err);
    out->len += size;
    return rt_ok;
}
