/* Any bytes are a mapping and, below a line "---", a table, whose entries a case takes; or an error that names the file
 * and its place. */
#include "exchange/mapping.h"
#include "into_case.h"

extern const rt_format rt_format_csv;

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
    if (s.code == RT_OK && end != SIZE_MAX)
        fuzz_read_mapped(&rt_format_csv, "t.csv", &mapping, rt_str_from(all, end + rule.len));
    rt_input_close(in);
    return 0;
}
