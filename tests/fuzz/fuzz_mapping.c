/* Any bytes are a mapping and, below a line "---", a table, whose entries a case takes; or an error that names the file
 * and its place. */
#include "exchange/mapping.h"
#include "into_case.h"

extern const rt_format rt_format_csv;

static void read_table(const rt_mapping *mapping, rt_str text) {
    rt_input *in = list_file("t.csv", text);
    if (in == NULL) return;
    fuzz_sink to = {.h = rt_hasher_new(), .keep_going = text.len > 0 ? text.at[text.len - 1] & 1 : 0};
    const rt_sink sink = {.to = &to,
                          .add = fuzz_add,
                          .add_entry = fuzz_add_entry,
                          .raw = list_raw,
                          .bad_record = fuzz_bad,
                          .note = list_note};
    const rt_read_options options = {.dataset = RT_S("fuzz"), .mapping = mapping};
    rt_error err = {0};
    if (rt_format_csv.read(&in, 1, &options, &sink, &err).code != RT_OK)
        must(err.message[0] != '\0' && err.file[0] != '\0');
    rt_input_close(in);
    rt_buf_close(&to.scratch);
    rt_hasher_free(to.h);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_str all = {(const char *)data, size}, rule = RT_S("\n---\n");
    const size_t end = rt_str_find(all, rule);
    rt_mapping mapping;
    rt_error err = {0};
    rt_input *in = list_file("m.yml", rt_str_cut(all, end));
    if (in == NULL) return 0;
    const rt_status s = rt_mapping_read(in, &arena, &mapping, &err);
    must(s.code == RT_OK || (err.message[0] != '\0' && err.file[0] != '\0'));
    if (s.code == RT_OK && end != SIZE_MAX) read_table(&mapping, rt_str_from(all, end + rule.len));
    rt_input_close(in);
    return 0;
}
