/* What no table of ours knows: ICU tells what a code point is, and reads the scripts that have no letter file. */
#include "names/letters_units.h"

#include <pthread.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* Writes a code point as UTF-16; how many units it took. */
static int32_t put(uint32_t code, UChar *to) {
    if (code < 0x10000) {
        to[0] = (UChar)code;
        return 1;
    }
    to[0] = (UChar)(0xD7C0 + (code >> 10));
    to[1] = (UChar)(0xDC00 | (code & 0x3FF));
    return 2;
}

/* NFKC_Casefold of one code point, when that is something else; 0 when not. */
static size_t compatible(uint32_t code, uint32_t *forms, size_t room) {
    UErrorCode status = U_ZERO_ERROR;
    UChar from[2], to[64];
    const int32_t len = put(code, from);
    int32_t n = 0;
    const int32_t out = unorm2_normalize(unorm2_getNFKCCasefoldInstance(&status), from, len, to, 64, &status);
    if (U_FAILURE(status) || (out == len && u_memcmp(from, to, len) == 0)) return 0;
    size_t count = 0;
    while (n < out && count < room) {
        uint32_t c = to[n++];
        if (c >= 0xD800 && c < 0xDC00 && n < out) c = (c << 10) + to[n++] - 0x35FDC00U;
        forms[count++] = c;
    }
    return count;
}

static bool of_a_script(UChar32 code) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(code, &status);
    return script != USCRIPT_INHERITED && script != USCRIPT_COMMON;
}

static char sign_of(int8_t category) {
    switch (category) {
    case U_DASH_PUNCTUATION: return '-';
    case U_START_PUNCTUATION: return '(';
    case U_END_PUNCTUATION: return ')';
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION: return '"';
    default: return ' ';
    }
}

static rt_letter_kind kind_of(UChar32 code, int8_t category) {
    switch (category) {
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK: return of_a_script(code) ? RT_LETTER_OTHER : RT_LETTER_DROP;
    case U_FORMAT_CHAR:
    case U_MODIFIER_SYMBOL: return RT_LETTER_DROP;
    case U_MODIFIER_LETTER: return of_a_script(code) ? RT_LETTER_OTHER : RT_LETTER_DROP;
    case U_DECIMAL_DIGIT_NUMBER: return RT_LETTER_DIGIT;
    default: return u_isalpha(code) || category == U_LETTER_NUMBER ? RT_LETTER_OTHER : RT_LETTER_SIGN;
    }
}

static bool is_jamo(uint32_t code) { return (code >= 0x1100 && code < 0x1100 + 19); }

size_t rt_letters_unknown(uint32_t code, rt_unit *unit, uint32_t *forms, size_t room) {
    const UChar32 c = (UChar32)code;
    const int8_t category = u_charType(c);
    unit->capital = unit->capital || category == U_UPPERCASE_LETTER;
    const size_t n = room > 0 ? compatible(code, forms, room) : 0;
    unit->kind = (uint8_t)kind_of(c, category);
    unit->script = RT_OTHER_SCRIPT;
    unit->sign = sign_of(category);
    if (unit->kind == RT_LETTER_DIGIT) unit->letter = (uint16_t)u_charDigitValue(c);
    if (is_jamo(code)) {
        unit->kind = RT_LETTER_HANGUL;
        unit->script = RT_HANGUL;
    }
    return n;
}

/* Opened once, since that takes milliseconds, and never changed after: ICU's transliterators may be used by several
 * threads at a time (they guard what they share). */
static UTransliterator *opened[RT_ICU_WAYS];
static pthread_once_t opened_once = PTHREAD_ONCE_INIT;

static void open_all(void) {
    static const UChar *const ids[RT_ICU_WAYS] = {u"Any-Latin; Latin-ASCII; Lower", u"Any-Latin; Lower"};
    for (size_t i = 0; i < RT_ICU_WAYS; i++) {
        UErrorCode status = U_ZERO_ERROR;
        opened[i] = utrans_openU(ids[i], -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
        if (U_FAILURE(status)) opened[i] = NULL;
    }
}

enum { WORD = 40, LATIN = 1024 }; /* letters of a word that are read, and what they may grow to */

/* The word in UTF-16, letters alone; at most WORD and `room`. */
static int32_t write_word(const rt_letters_job *job, const rt_letters_word *word, UChar *to, size_t room) {
    const int32_t most = room < WORD ? (int32_t)room : WORD;
    int32_t n = 0;
    for (size_t i = word->begin; i < word->end && n + 2 <= most; i++) {
        const rt_unit *u = &job->units.at[i];
        if (u->kind == RT_LETTER_DIGIT)
            to[n++] = (UChar)('0' + u->letter);
        else if (u->kind != RT_LETTER_JOIN)
            n += put(u->code, to + n);
    }
    return n;
}

size_t rt_letters_by_icu(const rt_letters_job *job, const rt_letters_word *word, rt_icu_way way, uint16_t *text,
                         size_t room) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t n = write_word(job, word, text, room), limit = n;
    pthread_once(&opened_once, open_all);
    if (!opened[way]) return 0;
    utrans_transUChars(opened[way], text, &n, (int32_t)room, 0, &limit, &status);
    return U_FAILURE(status) ? 0 : (size_t)n;
}

void rt_letters_other(rt_letters_job *job, const rt_letters_word *word) {
    UChar text[LATIN];
    rt_reading reading = {0};
    if (rt_letters_is_indic(job->units.at[word->begin].code)) {
        rt_letters_indic(job, word);
        return;
    }
    const size_t n = rt_letters_by_icu(job, word, RT_ICU_ASCII, text, LATIN);
    for (size_t i = 0; i < n; i++)
        if (text[i] < 0x80 && (rt_is_alpha((char)text[i]) || rt_is_digit((char)text[i])))
            rt_reading_add(&reading, 0, (const char[]){rt_to_lower((char)text[i]), '\0'});
    rt_letters_token(job, word, &reading);
}
