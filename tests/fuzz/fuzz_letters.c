/* Any bytes are a name: its tokens keep what letters.h promises, and are the same when it is read again. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "names/letters.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int holds) {
    if (!holds) abort();
}

static void plain(rt_str text) {
    must(text.len > 0 && text.len <= RT_TOKEN_LETTERS);
    for (size_t i = 0; i < text.len; i++)
        must((text.at[i] >= 'a' && text.at[i] <= 'z') || (text.at[i] >= '0' && text.at[i] <= '9'));
}

static void holds(const rt_token *t, size_t size) {
    must(t->reading_count >= 1 && t->reading_count <= RT_TOKEN_READINGS && t->script < RT_SCRIPTS);
    for (unsigned k = 0; k < t->reading_count; k++) plain(t->readings[k]);
    must(t->symbols.len > 0 && t->symbols.len <= RT_TOKEN_LETTERS);
    for (size_t i = 0; i < t->symbols.len; i++) must(t->symbols.at[i] > ' ' && t->symbols.at[i] < 0x7F);
    must(t->begin < t->end && t->end <= size);
    must(strchr(",(.-&/' @+\":)", t->before) && strchr(",(.-&/' @+\":)", t->after)); /* or 0, its end */
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_str name = {(const char *)data, size};
    const rt_tokens once = rt_letters(&arena, name), again = rt_letters(&arena, name);
    must(once.n <= RT_NAME_TOKENS && once.n == again.n && once.truncated == again.truncated);
    for (size_t i = 0; i < once.n; i++) {
        holds(&once.at[i], size);
        must(rt_str_eq(once.at[i].readings[0], again.at[i].readings[0]) &&
             rt_str_eq(once.at[i].symbols, again.at[i].symbols));
    }
    return 0;
}
