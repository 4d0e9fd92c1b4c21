/* Any line is a rule whose canonical line reads back to itself, or is refused with a message and a byte of it. */
#include <stdint.h>
#include <stdlib.h>

#include "model/rule.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int holds) {
    if (!holds) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    RT_AUTO(rt_arena) arena = {0};
    RT_AUTO(rt_buf) once = {0};
    RT_AUTO(rt_buf) twice = {0};
    const rt_str text = {size > 0 ? (const char *)data : "", size};
    rt_error err = {0};
    rt_rule rule;
    if (rt_rule_read(text, &arena, &rule, &err).code != RT_OK) {
        must(err.message[0] != '\0' && err.has_byte && err.byte <= size);
        return 0;
    }
    rt_rule_print(&once, &rule);
    must(rt_is_rule_like(rt_buf_str(&once)));
    must(rt_rule_read(rt_buf_str(&once), &arena, &rule, &err).code == RT_OK);
    rt_rule_print(&twice, &rule);
    must(rt_str_eq(rt_buf_str(&once), rt_buf_str(&twice)));
    return 0;
}
