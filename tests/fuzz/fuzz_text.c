/* Any bytes are a document whose text is UTF-8 and whose words lie in it in their order, or are refused. */
#include <stdint.h>
#include <stdlib.h>

#include "text/quoted.h"
#include "text/sentence.h"
#include "text/text.h"
#include "words/tokenizer.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int holds) {
    if (!holds) abort();
}

static void look_at_words(rt_str text) {
    rt_tokenizer *t = rt_tokenizer_new();
    rt_term term;
    size_t start = 0, place = 0;
    rt_tokenizer_start(t, text);
    while (rt_tokenizer_next(t, &term)) {
        must(term.start >= start && term.start < term.end && term.end <= text.len && term.place >= place);
        must(term.folded.len > 0 && term.folded.len <= RT_TERM_MOST && rt_utf8_valid(term.folded, NULL));
        start = term.start;
        place = term.place;
    }
    rt_tokenizer_free(t);
}

/* A piece of a text is found in it; where its blanks are squeezed, it lies in the text. */
static void look_for_quote(rt_str text, rt_str quote) {
    RT_AUTO(rt_arena) arena = {0};
    rt_passage place;
    if (quote.len == 0) return;
    must(rt_quote_find(text, quote, &place) && place.start < place.end && place.end <= text.len);
    if (rt_quote_find(text, rt_str_squeeze(&arena, quote), &place))
        must(place.start < place.end && place.end <= text.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_str bytes = {size > 0 ? (const char *)data : "", size};
    rt_error err = {0};
    rt_text text;
    if (rt_text_read(bytes, (size & 1) != 0 ? RT_S("page.html") : RT_S("note.txt"), RT_S(""), &arena, &text, &err)
            .code != RT_OK) {
        must(err.message[0] != '\0');
        return 0;
    }
    must(rt_utf8_valid(text.text, NULL) && rt_utf8_valid(text.title, NULL) && text.charset.len > 0);
    look_at_words(text.text);
    const rt_passage s = rt_sentence_around(text.text, (size & 1) == 0, size / 3, size / 2);
    must(s.start <= s.end && s.end <= text.text.len);
    look_for_quote(text.text, (rt_str){text.text.at + s.start, s.end - s.start});
    return 0;
}
