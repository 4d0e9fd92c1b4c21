#include "store/ids.h"

void rt_ids_close(rt_ids *ids) { rt_digests_close(&ids->numbers); }

static bool read_id(rt_str hex, rt_hash *id) {
    *id = (rt_hash){0};
    return hex.len >= RT_ID_DIGITS && rt_unhex(rt_str_cut(hex, RT_ID_DIGITS), id->bytes, RT_ID_DIGITS / 2);
}

int64_t *rt_ids_find(const rt_ids *ids, rt_str hex) {
    rt_hash id;
    if (!read_id(hex, &id)) return NULL;
    rt_digest *d = rt_digests_find(&ids->numbers, &id);
    return d != NULL ? &d->n : NULL;
}

void rt_ids_put(rt_ids *ids, rt_str hex, int64_t number) {
    rt_hash id;
    if (read_id(hex, &id)) rt_digests_put(&ids->numbers, &id)->n = number;
}

static bool is_hex(char c) { return rt_is_digit(c) || (rt_to_lower(c) >= 'a' && rt_to_lower(c) <= 'f'); }

int64_t *rt_ids_next(const rt_ids *ids, rt_str text, size_t *at) {
    size_t end = *at; /* of the hex digits from *at on */
    for (; *at + RT_ID_DIGITS <= text.len; ++*at) {
        if (end < *at) end = *at;
        while (end < text.len && end < *at + RT_ID_DIGITS && is_hex(text.at[end])) end++;
        if (end < *at + RT_ID_DIGITS) {
            *at = end; /* the loop steps behind what is no digit */
            continue;
        }
        int64_t *number = rt_ids_find(ids, rt_str_from(text, *at));
        if (number != NULL) return number;
    }
    return NULL;
}
