/* Any bytes are JSON that is written again and read to the same text, or a fault with a place. */
#include <stdint.h>
#include <stdlib.h>

#include "base/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int holds) {
    if (!holds) abort();
}

/* The canonical text of v, read again, is the same text. */
static void written_again(rt_json_reader *reader, rt_arena *arena, const rt_value *v) {
    rt_error err = {0};
    rt_buf once = {0}, twice = {0};
    rt_value *again;
    rt_json_write(&once, v);
    must(rt_json_read(reader, rt_buf_str(&once), arena, &again, &err).code == RT_OK);
    rt_json_write(&twice, again);
    must(rt_str_eq(rt_buf_str(&once), rt_buf_str(&twice)));
    rt_buf_close(&once);
    rt_buf_close(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    rt_json_reader *reader = rt_json_reader_new();
    rt_arena arena = {0};
    rt_error err = {0};
    rt_value *v;
    if (rt_json_read(reader, (rt_str){(const char *)data, size}, &arena, &v, &err).code == RT_OK)
        written_again(reader, &arena, v);
    else
        must(err.column > 0 && err.message[0] != '\0');
    rt_arena_close(&arena);
    rt_json_reader_free(reader);
    return 0;
}
