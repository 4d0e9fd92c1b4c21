/* Plain text: whatever is no other kind. It states no title and no date. */
#include "text/kind.h"

static bool is(rt_str name, rt_str head) {
    (void)name;
    (void)head;
    return true;
}

static rt_status read(rt_str bytes, rt_arena *arena, rt_text *text, rt_error *err) {
    return rt_text_decode(bytes, (rt_str){"", 0}, arena, text, err);
}

const rt_text_kind rt_text_plain = {.media_type = "text/plain", .is = is, .read = read};
