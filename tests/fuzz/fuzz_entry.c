/* Any line is an entry whose canonical line reads back to itself with the same id, or is refused with a message. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "model/entry.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int holds) {
    if (!holds) abort();
}

static void id_of(const rt_entry *e, rt_hasher *h, char hex[32]) {
    RT_AUTO(rt_buf) scratch = {0};
    rt_entry_id(e, h, &scratch, hex, NULL);
}

static void written_again(rt_json_reader *reader, rt_arena *arena, const rt_entry *e) {
    RT_AUTO(rt_buf) once = {0};
    RT_AUTO(rt_buf) twice = {0};
    rt_hasher *h = rt_hasher_new();
    rt_error err = {0};
    rt_value *v;
    rt_entry again;
    char id[32], id_again[32];
    rt_entry_line(&once, e, RT_LINE_WHOLE);
    must(rt_json_read(reader, rt_buf_str(&once), arena, &v, &err).code == RT_OK);
    must(rt_entry_read(v, rt_buf_str(&once), arena, &again, &err).code == RT_OK);
    rt_entry_line(&twice, &again, RT_LINE_WHOLE);
    must(rt_str_eq(rt_buf_str(&once), rt_buf_str(&twice)));
    id_of(e, h, id);
    id_of(&again, h, id_again);
    must(memcmp(id, id_again, sizeof id) == 0);
    rt_hasher_free(h);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    rt_json_reader *reader = rt_json_reader_new();
    RT_AUTO(rt_arena) arena = {0};
    const rt_str line = {(const char *)data, size};
    rt_error err = {0};
    rt_value *v;
    rt_entry e;
    if (rt_json_read(reader, line, &arena, &v, &err).code == RT_OK) {
        if (rt_entry_read(v, line, &arena, &e, &err).code == RT_OK)
            written_again(reader, &arena, &e);
        else
            must(err.message[0] != '\0');
    }
    rt_json_reader_free(reader);
    return 0;
}
