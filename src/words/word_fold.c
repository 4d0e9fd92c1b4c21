#include "words/word_fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "words/tokenizer.h"

enum {
    MOST_UNITS = 128, /* of a word: more than are left when RT_TERM_MOST bytes are */
    FORMS = 20,       /* the longest NFKC_Casefold of one unit is 18 */
    ROOM = MOST_UNITS * FORMS,
};

/* Letters that Unicode does not decompose, though people write them plainly, and Arabic letters that stand for each
 * other. */
static const struct {
    UChar from;
    const UChar *to;
} plain[] = {
    {0x00E6, u"ae"},     {0x00F0, u"d"}, {0x00F8, u"o"},      {0x00FE, u"th"},     {0x0111, u"d"},
    {0x0127, u"h"},      {0x0131, u"i"}, {0x0142, u"l"},      {0x0153, u"oe"},     {0x0167, u"t"},
    {0x0629, u"\u0647"}, {0x0640, u""},  {0x0649, u"\u064A"}, {0x06A9, u"\u0643"}, {0x06CC, u"\u064A"},
};

static const UChar *plain_form(UChar unit) {
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (plain[i].from == unit) return plain[i].to;
    return NULL;
}

/* Classes of marks by how they stand (UAX 44): overlays, Hebrew points and Arabic vowels, and what hangs above or below
 * a letter. Nukta, kana voicing, virama and the tones of Thai and Lao make another word. */
static bool is_dropped(UChar32 c) {
    const uint8_t class = u_getCombiningClass(c);
    return class == 1 || (class >= 10 && class <= 36) || (class >= 202 && class <= 240);
}

/* The code point at from[*i], and moves behind it. Units come from ICU, so surrogates are paired. */
static UChar32 next_point(const UChar *from, int32_t *i, int32_t n) {
    const UChar32 c = from[(*i)++];
    if (c < 0xD800 || c >= 0xDC00 || *i == n) return c;
    return (c << 10) + from[(*i)++] - 0x35FDC00;
}

static bool is_kept(UChar32 c) { return u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

static int32_t filter(const UChar *from, int32_t n, UChar *to) {
    int32_t out = 0;
    for (int32_t i = 0; i < n;) {
        const UChar *form = plain_form(from[i]);
        const int32_t at = i;
        const UChar32 c = next_point(from, &i, n);
        if (form != NULL)
            while (*form != 0) to[out++] = *form++;
        else if (is_kept(c) && !is_dropped(c))
            for (int32_t k = at; k < i; k++) to[out++] = from[k];
    }
    return out;
}

/* The first code points that fit. */
static size_t to_utf8(const UChar *from, int32_t n, char *to) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t len = 0, fits = 0;
    for (int32_t i = 0, end = 0; i < n; fits = end) {
        const UChar32 c = next_point(from, &i, n);
        len += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        if (len > RT_TERM_MOST) break;
        end = i;
    }
    u_strToUTF8(to, RT_TERM_MOST, &len, from, fits, &status);
    return U_FAILURE(status) ? 0 : (size_t)len;
}

/* A cut may not fall between the bytes of a code point. */
static rt_str first_units(rt_str word) {
    size_t len = MOST_UNITS;
    if (word.len <= len) return word;
    while (len > 0 && ((unsigned char)word.at[len] & 0xC0) == 0x80) len--;
    return rt_str_cut(word, len);
}

size_t rt_word_fold_icu(rt_str word, char *folded) {
    UErrorCode status = U_ZERO_ERROR;
    UChar units[MOST_UNITS], cased[ROOM], apart[2 * ROOM], kept[4 * ROOM];
    int32_t n;
    const rt_str text = first_units(word);
    u_strFromUTF8(units, MOST_UNITS, &n, text.at, (int32_t)text.len, &status);
    n = unorm2_normalize(unorm2_getNFKCCasefoldInstance(&status), units, n, cased, ROOM, &status);
    n = unorm2_normalize(unorm2_getNFDInstance(&status), cased, n, apart, 2 * ROOM, &status);
    if (U_FAILURE(status)) return 0;
    n = filter(apart, n, kept);
    n = unorm2_normalize(unorm2_getNFCInstance(&status), kept, n, cased, ROOM, &status);
    return U_FAILURE(status) ? 0 : to_utf8(cased, n, folded);
}
