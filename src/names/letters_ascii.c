/* Names in ASCII: most of what is ever read. One pass counts the words, so that no more is allocated than is needed,
 * and one cuts them. */
#include "names/letters_units.h"

#include <string.h>

static unsigned char class_of(char c) { return rt_letter_ascii[(unsigned char)c]; }
static bool is_sign(unsigned char class) { return class >= 128; }

/* At least as many as there are words. */
static size_t count_words(rt_str name) {
    size_t n = 0;
    bool in = false;
    for (size_t i = 0; i < name.len; i++) {
        const bool sign = is_sign(class_of(name.at[i]));
        n += !sign && !in;
        in = !sign;
    }
    return n;
}

static size_t lesser(size_t a, size_t b) { return a < b ? a : b; }

/* Letters and digits of the word that begins at *i, small, without apostrophes; moves *i behind it. */
static size_t take_word(rt_str name, size_t *i, char *to, rt_token *token) {
    size_t n = 0, letters = 0, capitals = 0;
    token->begin = (uint32_t)*i;
    for (; *i < name.len; (*i)++) {
        const unsigned char class = class_of(name.at[*i]);
        if (is_sign(class)) break;
        if (class == 0) continue;
        letters += class > '9';
        capitals += class != (unsigned char)name.at[*i];
        if (n < RT_TOKEN_LETTERS) to[n++] = (char)class;
        token->end = (uint32_t)*i + 1;
    }
    *i = token->end; /* an apostrophe behind the word is a quote */
    token->capitals = letters >= 2 && capitals == letters;
    return n;
}

/* The strongest sign from *i on, 0 when there is none; moves *i to the next word. */
static unsigned char take_signs(rt_str name, size_t *i) {
    unsigned char most = 0;
    for (; *i < name.len; (*i)++) {
        const unsigned char class = class_of(name.at[*i]);
        if (class != 0 && !is_sign(class)) break;
        const unsigned char sign = class == 0 ? 129 : class;
        if (sign > most) most = sign;
    }
    return most;
}

static char sign_of(unsigned char class) { return class == 0 ? '\0' : RT_LETTER_SIGNS[class - 128]; }

/* The blanks before and behind a name are none. */
static char at_edge(char sign) { return sign == ' ' ? '\0' : sign; }

rt_tokens rt_letters_ascii(rt_arena *arena, rt_str name) {
    const size_t most = lesser(count_words(name), RT_NAME_TOKENS);
    rt_tokens tokens = {RT_NEW_N(arena, rt_token, most), 0, false};
    char *to = rt_arena_alloc(arena, name.len + 1);
    size_t i = 0;
    char before = at_edge(sign_of(take_signs(name, &i)));
    while (i < name.len && tokens.n < most) {
        rt_token *token = &tokens.at[tokens.n++];
        const size_t n = take_word(name, &i, to, token);
        token->symbols = token->readings[0] = (rt_str){to, n};
        token->reading_count = 1;
        token->script = RT_LATIN;
        token->before = before;
        before = sign_of(take_signs(name, &i));
        token->after = i < name.len ? before : at_edge(before);
        to += n;
    }
    tokens.truncated = i < name.len;
    return tokens;
}
