/* A whole overlay is altered as the input says: it is refused, or searched through without reading outside of it.
 *
 * The checksums are made good again, unless the first byte of the input is odd; the rest says what is altered
 * (altered.h). */
#include "altered.h"
#include "names/index_overlay.h"
#include "names/index_overlay_file.h"

/* --- the whole one ---------------------------------------------------------------------------------------------------
 */

static rt_subject person(rt_str id, rt_str *name) {
    return (rt_subject){.id = id, .schema = RT_S("Person"), .caption = *name, .names = {name, 1}};
}

static void build(const char *path) {
    rt_error err = {0};
    rt_index_builder *builder;
    rt_str names[] = {RT_S("ATAR, Oussama Ahmad"), RT_S("Ibrahim El Bakraoui")};
    const rt_subject a = person(RT_S("a"), &names[0]), b = person(RT_S("b"), &names[1]);
    must(rt_index_builder_open(path, &(rt_index_options){.threads = 1}, &builder, &err).code == RT_OK);
    must(rt_index_builder_add(builder, &a, &err).code == RT_OK);
    must(rt_index_builder_add(builder, &b, &err).code == RT_OK);
    must(rt_index_builder_finish(builder, &err).code == RT_OK);
}

static void lay_over(const char *path) {
    rt_error err = {0};
    rt_overlay_changed done;
    rt_str name = RT_S("Usama Attar"), gone = RT_S("b");
    const rt_subject c = person(RT_S("c"), &name);
    const rt_overlay_change change = {.add = &c, .add_count = 1, .remove = {&gone, 1}, .threads = 1};
    must(rt_overlay_make(path, &change, &done, &err).code == RT_OK);
}

/* Made once: libFuzzer calls without end. */
static char path[64];
static char *overlay;
static rt_buf whole;

static void take_away(void) {
    (void)unlink(overlay);
    (void)unlink(path);
    free(overlay);
    rt_buf_close(&whole);
}

static void make_whole(void) {
    path_make(path);
    build(path);
    lay_over(path);
    overlay = rt_overlay_path(path, ".overlay");
    file_read(overlay, &whole);
    (void)atexit(take_away);
}

/* --- altering and searching ------------------------------------------------------------------------------------------
 */

static void make_good(char *bytes, size_t n) {
    void *at = bytes;
    rt_overlay_header *h = at;
    if (n < sizeof *h || h->hidden > (n - sizeof *h) / sizeof(uint32_t)) return;
    h->bytes = n;
    rt_hasher *hasher = rt_hasher_new();
    rt_hasher_begin(hasher);
    rt_hasher_add(hasher, bytes + sizeof *h, (size_t)h->hidden * sizeof(uint32_t));
    rt_hasher_end(hasher, &h->hidden_sha256);
    rt_hasher_free(hasher);
    h->check = rt_index_hash((rt_str){bytes, offsetof(rt_overlay_header, check)});
}

static void write_overlay(const char *bytes, size_t n) {
    FILE *f = fopen(overlay, "wb");
    must(f != NULL && fwrite(bytes, 1, n, f) == n && fclose(f) == 0);
}

static void walk(const rt_overlaid *o) {
    RT_AUTO(rt_arena) arena = {0};
    rt_error err = {0};
    rt_subject subject;
    for (uint64_t i = 0; i < rt_overlaid_span(o) && i < 8; i++)
        if (!rt_overlaid_hides(o, i) && rt_overlaid_entry(o, &arena, i, &subject, &err).code != RT_OK) return;
}

static void use(void) {
    RT_AUTO(rt_arena) arena = {0};
    rt_overlaid *o;
    rt_error err = {0};
    rt_hit *hits;
    size_t n;
    rt_str name = RT_S("Oussama Atar");
    const rt_subject query = person(RT_S("q"), &name);
    const rt_search how = {.top = 1, .cutoff = 0.1};
    if (rt_overlaid_open(path, &o, &err).code != RT_OK) return;
    if (rt_overlaid_search(o, &arena, &query, &how, &hits, &n, &err).code == RT_OK) must(n <= how.top);
    walk(o);
    if (rt_overlaid_verify(o, &err).code == RT_OK) must(rt_overlaid_about(o).entries <= 3);
    rt_overlaid_close(o);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (whole.len == 0) make_whole();
    if (size == 0) return 0;
    size_t n;
    char *bytes = altered(rt_buf_str(&whole), data + 1, size - 1, &n);
    if (data[0] % 2 == 0) make_good(bytes, n);
    write_overlay(bytes, n);
    free(bytes);
    use();
    return 0;
}
