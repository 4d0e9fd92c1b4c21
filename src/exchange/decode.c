#include "exchange/decode.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

enum { WINDOW = 64 * 1024, UNITS = 4096, NAME = 64 };

typedef enum decoding {
    AT_START, /* nothing is told yet */
    TOLD,     /* an encoding was named; a mark of UTF-8 would overrule it */
    IN_ASCII, /* so far */
    IN_UTF8,
    IN_OTHER, /* by the converter */
} decoding;

struct rt_decoder {
    decoding state;
    rt_buf held; /* bytes that wait for those behind them */
    UConverter *from, *to;
    UChar pivot[UNITS];
    UChar *pivot_from, *pivot_to;
    uint64_t fed; /* bytes that the converter took */
    char name[NAME];
    bool guessed;
};

static void set_name(rt_decoder *d, const char *name) {
    const size_t n = strlen(name) < NAME ? strlen(name) : NAME - 1;
    memcpy(d->name, name, n);
    d->name[n] = '\0';
}

static rt_status no_encoding(rt_error *err, const char *name) {
    return rt_fail(err, RT_USAGE,
                   "there is no encoding \"%s\"; others are utf-8, utf-16le, windows-1252, shift_jis, ...", name);
}

static rt_status open_converter(rt_decoder *d, const char *name, rt_error *err) {
    UErrorCode code = U_ZERO_ERROR;
    d->from = ucnv_open(name, &code);
    if (U_FAILURE(code)) return no_encoding(err, name);
    d->to = ucnv_open("UTF-8", &code);
    ucnv_setToUCallBack(d->from, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
    if (U_FAILURE(code)) return rt_fail(err, RT_IO, "the encoding %s cannot be read here", name);
    d->pivot_from = d->pivot_to = d->pivot;
    d->state = IN_OTHER;
    set_name(d, name);
    return rt_ok;
}

static bool is_utf8(const char *name) { return ucnv_compareNames(name, "UTF-8") == 0; }

rt_status rt_decoder_new(rt_str encoding, rt_decoder **out, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_decoder *d = *out = rt_alloc(sizeof *d);
    memset(d, 0, sizeof *d);
    set_name(d, "UTF-8");
    if (encoding.len == 0) return rt_ok;
    const char *name = rt_str_z(&arena, rt_str_cut(encoding, NAME - 1));
    if (is_utf8(name)) return d->state = IN_UTF8, rt_ok;
    const rt_status s = open_converter(d, name, err);
    d->state = TOLD;
    if (s.code == RT_OK) return s;
    rt_decoder_free(d);
    *out = NULL;
    return s;
}

void rt_decoder_free(rt_decoder *d) {
    if (d == NULL) return;
    if (d->from != NULL) ucnv_close(d->from);
    if (d->to != NULL) ucnv_close(d->to);
    rt_buf_close(&d->held);
    free(d);
}

const char *rt_decoder_encoding(const rt_decoder *d, bool *guessed) {
    *guessed = d->guessed;
    return d->name;
}

/* --- telling ------------------------------------------------------------------------------------------------------ */

static void drop(rt_decoder *d, size_t n) {
    d->held.len -= n;
    if (d->held.len > 0) memmove(d->held.at, d->held.at + n, d->held.len);
    d->fed += n;
}

/* UTF-32's little-endian mark begins with UTF-16's. */
static const struct {
    const char *bytes, *name;
    size_t n;
} marks[] = {{"\xff\xfe\0\0", "UTF-32LE", 4},
             {"\0\0\xfe\xff", "UTF-32BE", 4},
             {"\xef\xbb\xbf", "UTF-8", 3},
             {"\xff\xfe", "UTF-16LE", 2},
             {"\xfe\xff", "UTF-16BE", 2}};

/* Of ASCII letters in UTF-16 every other byte is zero: which one it is tells the order. */
static const char *by_zeros(rt_str text) {
    size_t zeros[2] = {0, 0};
    const size_t n = text.len < 512 ? text.len & ~(size_t)1 : 512;
    for (size_t i = 0; i < n; i++) zeros[i % 2] += text.at[i] == '\0';
    if (zeros[1] > n / 4 && zeros[0] == 0) return "UTF-16LE";
    return zeros[0] > n / 4 && zeros[1] == 0 ? "UTF-16BE" : NULL;
}

static rt_status tell_start(rt_decoder *d, rt_error *err) {
    const rt_str text = rt_buf_str(&d->held);
    d->state = IN_ASCII;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!rt_str_starts(text, (rt_str){marks[i].bytes, marks[i].n})) continue;
        drop(d, marks[i].n);
        if (is_utf8(marks[i].name)) return d->state = IN_UTF8, rt_ok;
        return open_converter(d, marks[i].name, err);
    }
    const char *name = by_zeros(text);
    return name != NULL ? open_converter(d, name, err) : rt_ok;
}

/* Those in which people send tables; the others that ICU knows are of mainframes. Latin-1 is read as Windows has it,
 * which has letters where Latin-1 has control characters. */
static const char *known_name(const char *name) {
    static const char *const known[] = {"windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254",
                                        "windows-1255", "windows-1256", "ISO-8859-2",   "ISO-8859-5",   "ISO-8859-6",
                                        "ISO-8859-7",   "ISO-8859-8",   "ISO-8859-9",   "KOI8-R",       "Shift_JIS",
                                        "GB18030",      "Big5",         "EUC-JP",       "EUC-KR"};
    if (strcmp(name, "ISO-8859-1") == 0) return "windows-1252";
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(name, known[i]) == 0) return known[i];
    return NULL;
}

static const char *most_likely(rt_str window) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t n = 0;
    const char *found = NULL;
    UCharsetDetector *detector = ucsdet_open(&code);
    ucsdet_setText(detector, window.at, (int32_t)window.len, &code);
    const UCharsetMatch **matches = ucsdet_detectAll(detector, &n, &code);
    for (int32_t i = 0; U_SUCCESS(code) && i < n && found == NULL; i++)
        found = known_name(ucsdet_getName(matches[i], &code));
    ucsdet_close(detector);
    return found != NULL ? found : "windows-1252";
}

/* Whether this is UTF-8 but for a character that the window's end cuts. */
static bool begins_as_utf8(rt_str window, bool last) {
    size_t bad;
    return rt_utf8_valid(window, &bad) || (!last && window.len - bad < 4 && bad > 0);
}

static size_t ascii_run(rt_str text) {
    size_t n = 0;
    while (n < text.len && (unsigned char)text.at[n] < 0x80) n++;
    return n;
}

static rt_status tell_letters(rt_decoder *d, bool last, rt_error *err) {
    const rt_str window = rt_buf_str(&d->held);
    if (begins_as_utf8(window, last)) return d->state = IN_UTF8, rt_ok;
    d->guessed = true;
    return open_converter(d, most_likely(window), err);
}

/* --- converting ----------------------------------------------------------------------------------------------------
 */

static rt_status not_in_encoding(rt_decoder *d, uint64_t at, rt_error *err) {
    const rt_status s = rt_fail(err, RT_BAD, "byte %llu is no text in %s; say another encoding, if it is one",
                                (unsigned long long)at, d->name);
    return s;
}

static rt_status convert(rt_decoder *d, bool last, rt_buf *out, rt_error *err) {
    const char *begin_of = d->held.len > 0 ? d->held.at : "", *from = begin_of, *end = from + d->held.len;
    UErrorCode code = U_BUFFER_OVERFLOW_ERROR;
    while (code == U_BUFFER_OVERFLOW_ERROR) {
        char *to = rt_buf_room(out, UNITS), *begin = to;
        code = U_ZERO_ERROR;
        ucnv_convertEx(d->to, d->from, &to, begin + UNITS, &from, end, d->pivot, &d->pivot_from, &d->pivot_to,
                       d->pivot + UNITS, false, last, &code);
        out->len += (size_t)(to - begin);
    }
    const size_t taken = (size_t)(from - begin_of);
    if (U_FAILURE(code)) return not_in_encoding(d, d->fed + taken, err);
    drop(d, taken);
    return rt_ok;
}

static void pass(rt_decoder *d, size_t n, rt_buf *out) {
    rt_buf_add(out, rt_str_cut(rt_buf_str(&d->held), n));
    drop(d, n);
}

static void look_for_mark(rt_decoder *d) {
    const bool marked = rt_str_starts(rt_buf_str(&d->held), RT_S("\xef\xbb\xbf"));
    d->state = marked ? IN_UTF8 : IN_OTHER;
    if (!marked) return;
    drop(d, 3);
    set_name(d, "UTF-8");
}

rt_status rt_decoder_feed(rt_decoder *d, rt_str bytes, bool last, rt_buf *out, rt_error *err) {
    rt_buf_add(&d->held, bytes);
    if (d->state == TOLD) {
        if (d->held.len < 3 && !last) return rt_ok;
        look_for_mark(d);
    }
    if (d->state == AT_START) {
        if (d->held.len < 512 && !last) return rt_ok;
        RT_TRY(tell_start(d, err));
    }
    if (d->state == IN_ASCII) {
        pass(d, ascii_run(rt_buf_str(&d->held)), out);
        if (d->held.len == 0 || (d->held.len < WINDOW && !last)) return rt_ok;
        RT_TRY(tell_letters(d, last, err));
    }
    if (d->state == IN_UTF8) return pass(d, d->held.len, out), rt_ok;
    return convert(d, last, out, err);
}
