/* Any text is cleaned, for each type, to a value that the type takes, or to none; and any
 * handling that is taken has one canonical form, seen by whoever holds it. The first byte chooses the type. */
#include "list.h"
#include "model/handling.h"
#include "model/types.h"

static void clean(const rt_type *type, rt_str text) {
    RT_AUTO(rt_arena) arena = {0};
    const char *why;
    rt_str value;
    if (text.len == 0 || !rt_utf8_valid(text, NULL)) return;
    (void)rt_type_caption(type, text);
    if (!rt_type_takes(type, text, &why)) must(why != NULL && why[0] != '\0');
    if (!rt_type_clean(type, text, &arena, &value)) return;
    must(rt_utf8_valid(value, NULL) && rt_type_takes(type, value, &why));
}

static void handle(rt_str text) {
    RT_AUTO(rt_arena) arena = {0};
    const char *why;
    if (!rt_is_handling(text, &why)) {
        must(why != NULL && why[0] != '\0');
        return;
    }
    const rt_str canonical = rt_handling_canonical(&arena, text);
    must(rt_is_handling(canonical, &why) && rt_str_eq(rt_handling_canonical(&arena, canonical), canonical));
    must(rt_handling_seen(text, canonical) && rt_handling_seen(canonical, text));
    must(rt_str_eq(rt_handling_joined(&arena, text, text), canonical));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) return 0;
    const rt_str text = {(const char *)data + 1, size - 1};
    clean(&rt_types[data[0] % RT_TYPE_COUNT], text);
    handle(text);
    return 0;
}
