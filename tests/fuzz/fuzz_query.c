/* Any bytes are a query whose words are folded, or are refused with a message and a byte of them. */
#include <stdint.h>
#include <stdlib.h>

#include "words/query.h"
#include "words/tokenizer.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int holds) {
    if (!holds) abort();
}

static void look_at(const rt_query *q, int depth) {
    must(depth < 200 && (q->kind != RT_QUERY_WORDS || q->words.n > 0));
    for (size_t i = 0; i < q->words.n; i++)
        must(q->words.at[i].len > 0 && q->words.at[i].len <= RT_TERM_MOST && rt_utf8_valid(q->words.at[i], NULL));
    for (const rt_query *c = q->first; c != NULL; c = c->next) look_at(c, depth + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_str text = {size > 0 ? (const char *)data : "", size};
    rt_error err = {0};
    rt_query *q;
    if (rt_query_read(text, &arena, &q, &err).code == RT_OK)
        look_at(q, 0);
    else
        must(err.message[0] != '\0' && err.has_byte && err.byte <= size);
    return 0;
}
