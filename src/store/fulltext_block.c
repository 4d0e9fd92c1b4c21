#include "store/fulltext_block.h"

#include <string.h>

#include "store/posting.h"
#include "store/varint.h"

enum { NEW_WORD = 4, NEW_PROVENANCE = 2, NEW_KIND = 1, FLAGS = 3 };

int rt_standing_compare(const rt_standing *a, const rt_standing *b) {
    const int c = rt_str_cmp(a->word, b->word);
    return c != 0 ? c : (a->seq > b->seq) - (a->seq < b->seq);
}

static int64_t begin_of_part(int64_t seq) { return rt_part_of(seq) << RT_PART_BITS; }

/* --- writing ------------------------------------------------------------------------------------------------------ */

static size_t shared(rt_str a, rt_str b) {
    size_t n = 0;
    while (n < a.len && n < b.len && a.at[n] == b.at[n]) n++;
    return n;
}

static void put_word(rt_buf *block, rt_str before, rt_str word) {
    const size_t n = shared(before, word);
    rt_varint_put(block, n);
    rt_varint_put(block, word.len - n);
    rt_buf_add(block, rt_str_from(word, n));
}

void rt_block_add(rt_buf *block, const rt_standing *before, const rt_standing *s) {
    const bool word = !rt_str_eq(s->word, before->word), provenance = s->provenance != before->provenance,
               kind = s->kind != before->kind;
    const uint64_t distance = (uint64_t)(s->seq - (word ? begin_of_part(s->seq) : before->seq));
    rt_varint_put(block, distance << FLAGS | (word ? NEW_WORD : 0) | (provenance ? NEW_PROVENANCE : 0) |
                             (kind ? NEW_KIND : 0));
    if (word) put_word(block, before->word, s->word);
    if (provenance) rt_varint_put(block, s->provenance);
    if (kind) rt_varint_put(block, s->kind);
    rt_varint_put(block, s->words);
    if (s->provenance != 0) return;
    rt_varint_put(block, s->times);
    rt_buf_add(block, s->places);
}

void rt_places_add(rt_buf *out, uint32_t before, uint32_t place) { rt_varint_put(out, place - before); }

/* --- reading ------------------------------------------------------------------------------------------------------ */

static bool get_small(const char **at, const char *end, uint32_t *n) {
    uint64_t wide;
    if (!rt_varint_get(at, end, &wide) || wide > INT32_MAX) return false;
    *n = (uint32_t)wide;
    return true;
}

void rt_block_begin(rt_block_reader *r, rt_str word, int64_t first, rt_str block) {
    *r = (rt_block_reader){.at = block.at, .end = block.at + block.len, .s = {.seq = first}};
    r->s.word = (rt_str){r->word, word.len};
    if (word.len > sizeof r->word || first < 0)
        r->at = NULL;
    else
        memcpy(r->word, word.at, word.len);
}

/* Words rise. */
static bool read_word(rt_block_reader *r) {
    uint32_t n, more;
    rt_str *word = &r->s.word;
    if (!get_small(&r->at, r->end, &n) || !get_small(&r->at, r->end, &more)) return false;
    if (n > word->len || more == 0 || n + more > sizeof r->word || more > (size_t)(r->end - r->at)) return false;
    if (rt_str_cmp((rt_str){r->at, more}, rt_str_from(*word, n)) <= 0) return false;
    memcpy(r->word + n, r->at, more);
    word->len = n + more;
    r->at += more;
    return true;
}

static bool skip_places(rt_block_reader *r) {
    const char *const from = r->at;
    uint64_t unused;
    for (uint32_t i = 0; i < r->s.times; i++)
        if (!rt_varint_get(&r->at, r->end, &unused)) return false;
    r->s.places = (rt_str){from, (size_t)(r->at - from)};
    return true;
}

static bool read_posting(rt_block_reader *r) {
    rt_standing *s = &r->s;
    uint64_t head;
    const int64_t part = rt_part_of(s->seq);
    if (!rt_varint_get(&r->at, r->end, &head) || head >> FLAGS >> RT_PART_BITS != 0) return false;
    if ((head & NEW_WORD) != 0 && !read_word(r)) return false;
    if ((head & NEW_PROVENANCE) != 0 && !get_small(&r->at, r->end, &s->provenance)) return false;
    if ((head & NEW_KIND) != 0 && !get_small(&r->at, r->end, &s->kind)) return false;
    s->seq = ((head & NEW_WORD) != 0 ? begin_of_part(s->seq) : s->seq) + (int64_t)(head >> FLAGS);
    if (rt_part_of(s->seq) != part || !get_small(&r->at, r->end, &s->words)) return false;
    s->times = 1;
    s->places = (rt_str){"", 0};
    return s->provenance != 0 || (get_small(&r->at, r->end, &s->times) && skip_places(r));
}

bool rt_block_next(rt_block_reader *r) {
    if (r->at == NULL || r->at >= r->end) return false;
    if (read_posting(r)) return true;
    r->at = NULL;
    return false;
}

bool rt_place_next(const char **at, const char *end, uint32_t *place) {
    uint32_t distance;
    if (!get_small(at, end, &distance)) return false;
    *place += distance;
    return true;
}
