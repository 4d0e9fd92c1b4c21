#include "store/ids.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

struct rt_ids_slot {
    uint8_t id[RT_ID_DIGITS / 2];
    bool used;
    size_t number;
};

void rt_ids_close(rt_ids *ids) {
    free(ids->slots);
    *ids = (rt_ids){0};
}

/* Ids are hashes: their bits are as good as any. */
static struct rt_ids_slot *slot_of(const rt_ids *ids, const uint8_t *id) {
    uint64_t key;
    memcpy(&key, id, sizeof key);
    for (size_t i = (size_t)key & (ids->room - 1);; i = (i + 1) & (ids->room - 1)) {
        struct rt_ids_slot *s = &ids->slots[i];
        if (!s->used || memcmp(s->id, id, sizeof s->id) == 0) return s;
    }
}

static void grow(rt_ids *ids) {
    const rt_ids before = *ids;
    ids->room = before.room == 0 ? 64 : 2 * before.room;
    ids->slots = rt_alloc(ids->room * sizeof *ids->slots);
    memset(ids->slots, 0, ids->room * sizeof *ids->slots);
    for (size_t i = 0; i < before.room; i++)
        if (before.slots[i].used) *slot_of(ids, before.slots[i].id) = before.slots[i];
    free(before.slots);
}

size_t *rt_ids_find(const rt_ids *ids, rt_str hex) {
    uint8_t id[RT_ID_DIGITS / 2];
    if (ids->n == 0 || hex.len < RT_ID_DIGITS || !rt_unhex(rt_str_cut(hex, RT_ID_DIGITS), id, sizeof id)) return NULL;
    struct rt_ids_slot *s = slot_of(ids, id);
    return s->used ? &s->number : NULL;
}

void rt_ids_put(rt_ids *ids, rt_str hex, size_t number) {
    struct rt_ids_slot new = {.used = true, .number = number};
    if (hex.len < RT_ID_DIGITS || !rt_unhex(rt_str_cut(hex, RT_ID_DIGITS), new.id, sizeof new.id)) return;
    if (2 * (ids->n + 1) > ids->room) grow(ids);
    struct rt_ids_slot *s = slot_of(ids, new.id);
    ids->n += !s->used;
    *s = new;
}

static bool is_hex(char c) { return rt_is_digit(c) || (rt_to_lower(c) >= 'a' && rt_to_lower(c) <= 'f'); }

size_t *rt_ids_next(const rt_ids *ids, rt_str text, size_t *at) {
    size_t end = *at; /* of the hex digits from *at on */
    for (; *at + RT_ID_DIGITS <= text.len; ++*at) {
        if (end < *at) end = *at;
        while (end < text.len && end < *at + RT_ID_DIGITS && is_hex(text.at[end])) end++;
        if (end < *at + RT_ID_DIGITS) {
            *at = end; /* the loop steps behind what is no digit */
            continue;
        }
        size_t *number = rt_ids_find(ids, rt_str_from(text, *at));
        if (number != NULL) return number;
    }
    return NULL;
}
