/* A whole index is altered as the input says: it is refused, or searched without reading outside of it.
 *
 * The header's checksum is made good again, unless the first byte of the input is odd; the rest says what is altered
 * (altered.h). */
#include "altered.h"
#include "names/index.h"
#include "names/index_layout.h"

/* --- the whole one ---------------------------------------------------------------------------------------------------
 */

static void add(rt_index_builder *builder, const char *id, const char *schema, const char *name, const char *number) {
    rt_error err = {0};
    rt_str text = rt_str_of(name);
    rt_trait passport = {RT_S("passportNumber"), rt_str_of(number)};
    const rt_subject s = {.id = rt_str_of(id),
                          .schema = rt_str_of(schema),
                          .caption = text,
                          .names = {&text, 1},
                          .traits = &passport,
                          .trait_count = 1};
    must(rt_index_builder_add(builder, &s, &err).code == RT_OK);
}

static void build(const char *path) {
    rt_error err = {0};
    rt_index_builder *builder;
    must(rt_index_builder_open(path, &(rt_index_options){.threads = 1}, &builder, &err).code == RT_OK);
    add(builder, "a", "Person", "ATAR, Oussama Ahmad", "EJ123456");
    add(builder, "b", "Person", "Ibrahim El Bakraoui", "EJ 654321");
    add(builder, "c", "Organization", "Sun Flower Trading Company Ltd", "-");
    add(builder, "d", "Person", "\xd8\xa3\xd8\xb3\xd8\xa7\xd9\x85\xd8\xa9 \xd8\xb9\xd8\xb7\xd8\xa7\xd8\xb1", "-");
    must(rt_index_builder_finish(builder, &err).code == RT_OK);
}

/* Made once; libFuzzer calls without end. */
static rt_buf whole;

static void make_whole(void) {
    char path[64];
    path_make(path);
    build(path);
    file_read(path, &whole);
    unlink(path);
}

/* --- altering and searching ------------------------------------------------------------------------------------------
 */

static void search(const rt_index *index, rt_str name, bool exhaustive) {
    RT_AUTO(rt_arena) arena = {0};
    rt_error err = {0};
    rt_hit *hits;
    size_t n;
    rt_trait passport = {RT_S("passportNumber"), RT_S("EJ123456")};
    const rt_subject query = {
        .schema = RT_S("Person"), .names = {&name, 1}, .caption = name, .traits = &passport, .trait_count = 1};
    const rt_search how = {.top = 3, .cutoff = 0.1, .exhaustive = exhaustive};
    if (rt_index_search(index, &arena, &query, &how, &hits, &n, &err).code == RT_OK) must(n <= how.top);
}

static void use(const char *bytes, size_t n) {
    rt_index *index;
    rt_error err = {0};
    if (rt_index_open_bytes((rt_str){bytes, n}, &index, &err).code != RT_OK) return;
    search(index, RT_S("Oussama Atar"), false);
    search(index, RT_S("Sunflower Trading"), true);
    if (rt_index_verify(index, &err).code == RT_OK) must(rt_index_about(index).entries == 4);
    rt_index_close(index);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (whole.len == 0) make_whole();
    if (size == 0) return 0;
    size_t n;
    char *bytes = altered(rt_buf_str(&whole), data + 1, size - 1, &n);
    if (n >= sizeof(rt_index_header) && data[0] % 2 == 0) {
        void *at = bytes;
        rt_index_header *header = at;
        header->bytes = n;
        header->check = rt_index_check(header);
    }
    use(bytes, n);
    free(bytes);
    return 0;
}
