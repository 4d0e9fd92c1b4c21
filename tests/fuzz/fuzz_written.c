/* Any bytes are a written date that becomes canonical EDTF, or refused with a byte within the text. */
#include <stdint.h>
#include <stdlib.h>

#include "base/date_written.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int holds) {
    if (!holds) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const rt_str text = {(const char *)data, size};
    rt_arena arena = {0};
    rt_error err = {0};
    rt_str edtf, again;
    rt_when when;
    if (rt_written_read(text, &arena, &edtf, &err).code == RT_OK) {
        must(rt_edtf_read(edtf, &when, &err).code == RT_OK);
        must(rt_written_read(edtf, &arena, &again, &err).code == RT_OK);
        must(rt_str_eq(edtf, again));
    } else {
        must(err.has_byte && err.byte <= size && err.message[0] != '\0');
    }
    rt_arena_close(&arena);
    return 0;
}
