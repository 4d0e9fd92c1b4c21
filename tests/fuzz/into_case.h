/* For the fuzz targets of JSON lines: bytes as a file into a sink that makes ids as a case does. */
#pragma once

#include "list.h"

typedef struct fuzz_sink {
    rt_hasher *h;
    rt_buf scratch;
    int keep_going;
} fuzz_sink;

/* An entry that is handed over is whole, and its line reads back as the same entry. */
static inline rt_status fuzz_add_entry(void *to, const rt_entry *e, char id[32], rt_error *err) {
    fuzz_sink *sink = to;
    RT_AUTO(rt_arena) arena = {0};
    RT_AUTO(rt_buf) line = {0};
    rt_json_reader *reader = rt_json_reader_new();
    rt_value *v;
    rt_entry copy = *e, again;
    must(rt_entry_check(e, err).code == RT_OK);
    if (!rt_entry_is_content(e->type) && (e->recorded_at.len == 0 || e->recorded_by.len == 0)) copy.id.len = 0;
    rt_entry_line(&line, &copy, RT_LINE_WHOLE);
    must(rt_json_read(reader, rt_buf_str(&line), &arena, &v, err).code == RT_OK);
    must(rt_entry_read(v, rt_buf_str(&line), &arena, &again, err).code == RT_OK);
    rt_json_reader_free(reader);
    rt_entry_id(e, sink->h, &sink->scratch, id, NULL);
    return rt_ok;
}

static inline rt_status fuzz_add(void *to, const rt_entry *e, rt_error *err) {
    char id[32];
    return fuzz_add_entry(to, e, id, err);
}

static inline rt_status fuzz_bad(void *to, const rt_error *what, rt_error *err) {
    return list_bad(&((fuzz_sink *)to)->keep_going, what, err);
}

static inline void fuzz_read_mapped(const rt_format *format, const char *name, const struct rt_mapping *mapping,
                                    rt_str text) {
    rt_input *in = list_file(name, text);
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
    if (format->read(&in, 1, &options, &sink, &err).code != RT_OK) must(err.message[0] != '\0' && err.file[0] != '\0');
    rt_input_close(in);
    rt_buf_close(&to.scratch);
    rt_hasher_free(to.h);
}

static inline void fuzz_read(const rt_format *format, const char *name, rt_str text) {
    fuzz_read_mapped(format, name, NULL, text);
}
