#include "names/fold.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/fnv.h"

static int by_bytes(const void *a, const void *b) { return rt_str_cmp(*(const rt_str *)a, *(const rt_str *)b); }

static bool is_ascii(rt_str s) {
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.at[i] >= 0x80) return false;
    return true;
}

/* Letters and digits, and what is not ASCII, make words; an apostrophe is left out (O'Neil: oneil). */
static bool in_word(char c) { return rt_is_alpha(c) || rt_is_digit(c) || (unsigned char)c >= 0x80; }

/* Cuts folded text into words, in place: apostrophes are squeezed out. */
static rt_strs cut(rt_arena *arena, char *at, size_t len) {
    rt_strs words = {RT_NEW_N(arena, rt_str, RT_NAME_WORDS), 0};
    size_t i = 0;
    while (i < len && words.n < RT_NAME_WORDS) {
        while (i < len && !in_word(at[i])) i++;
        const size_t begin = i;
        size_t end = i;
        for (; i < len && (in_word(at[i]) || at[i] == '\''); i++)
            if (at[i] != '\'') at[end++] = at[i];
        if (end > begin) words.at[words.n++] = (rt_str){at + begin, end - begin};
    }
    if (words.n > 1) qsort(words.at, words.n, sizeof *words.at, by_bytes);
    return words;
}

/* Drops combining marks, apostrophes and the tatweel from decomposed text, in place; what separates becomes a blank. */
static rt_str without_marks(char *text, size_t len) {
    const rt_str s = {text, len};
    size_t to = 0;
    for (size_t i = 0; i < len;) {
        const size_t from = i;
        const UChar32 c = (UChar32)rt_utf8_next(s, &i);
        const int8_t category = u_charType(c);
        if (category == U_NON_SPACING_MARK || c == 0x2019 || c == 0x02BC || c == 0x0640) continue;
        if (c >= 0x80 && !u_isalnum(c) && category != U_COMBINING_SPACING_MARK) {
            text[to++] = ' ';
            continue;
        }
        memmove(text + to, text + from, i - from);
        to += i - from;
    }
    return (rt_str){text, to};
}

/* Longest name that is folded; what is behind is cut. */
enum { MOST_BYTES = 4096 };

static rt_str fold_unicode(rt_arena *arena, rt_str s) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t n = 0;
    s = rt_str_cut(s, MOST_BYTES);
    const int32_t room = (int32_t)s.len * 18 + 16; /* the most that NFKC_Casefold and NFD grow a text */
    UChar *a = RT_NEW_N(arena, UChar, (size_t)room), *b = RT_NEW_N(arena, UChar, (size_t)room);
    char *out = rt_arena_alloc(arena, (size_t)room * 3);
    u_strFromUTF8WithSub(a, room, &n, s.at, (int32_t)s.len, 0xFFFD, NULL, &code);
    n = unorm2_normalize(unorm2_getNFKCCasefoldInstance(&code), a, n, b, room, &code);
    n = unorm2_normalize(unorm2_getNFDInstance(&code), b, n, a, room, &code);
    u_strToUTF8(out, room * 3, &n, a, n, &code);
    return U_FAILURE(code) ? rt_str_copy(arena, s) : without_marks(out, (size_t)n);
}

rt_strs rt_name_fold(rt_arena *arena, rt_str name) {
    const rt_str folded = is_ascii(name) ? rt_str_lower(arena, name) : fold_unicode(arena, name);
    char *at = rt_arena_alloc(arena, folded.len + 1);
    memcpy(at, folded.at, folded.len);
    return cut(arena, at, folded.len);
}

uint64_t rt_word_key(rt_str word) { return rt_fnv(RT_FNV_BEGIN, word); }

uint64_t rt_name_key(rt_strs words) {
    uint64_t hash = RT_FNV_BEGIN;
    for (size_t i = 0; i < words.n; i++) hash = rt_fnv(rt_fnv(hash, words.at[i]), RT_S(" "));
    return hash;
}
