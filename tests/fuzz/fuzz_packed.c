/* Any bytes are a file that is read as it stands or unpacked, by pieces and by lines alike, or an error that names it.
 */
#include "list.h"

/* All bytes; what may unpack is bounded, so that a small file does not fill the memory here. */
static rt_status read_bytes(rt_str file, rt_buf *out, rt_error *err) {
    enum { ENOUGH = 8 * 1024 * 1024 };
    rt_str bytes;
    rt_input *in = list_file("packed", file);
    if (in == NULL) return (rt_status){RT_BAD};
    rt_status s;
    while ((s = rt_input_bytes(in, &bytes, err)).code == RT_OK && bytes.len > 0 && out->len < ENOUGH)
        rt_buf_add(out, bytes);
    rt_input_close(in);
    return s;
}

static void read_lines(rt_str file, rt_str whole) {
    rt_str line;
    rt_error err = {0};
    size_t n = 0;
    bool more = true;
    rt_input *in = list_file("packed", file);
    if (in == NULL) return;
    while (more && n < whole.len) {
        if (rt_input_line(in, &line, &more, &err).code != RT_OK) break;
        must(!more || line.len <= whole.len);
        n += line.len + 1;
    }
    rt_input_close(in);
}

static void sum_up(rt_str file) {
    rt_hash sum, again;
    int64_t size;
    rt_error err = {0};
    rt_input *in = list_file("packed", file);
    if (in == NULL) return;
    if (rt_input_sum(in, &sum, &size, &err).code == RT_OK) {
        rt_hasher *h = rt_hasher_new();
        rt_hash_two(h, file, RT_S(""), &again);
        rt_hasher_free(h);
        must(size == (int64_t)file.len && rt_hash_eq(&sum, &again)); /* of the file as it lies on the disk */
    }
    rt_input_close(in);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    RT_AUTO(rt_buf) out = {0};
    rt_error err = {0};
    const rt_str file = {(const char *)data, size};
    if (read_bytes(file, &out, &err).code == RT_OK) read_lines(file, rt_buf_str(&out));
    sum_up(file);
    return 0;
}
