/* The charset of a text: stated by its first bytes, told by its form, or guessed by ICU. */
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "text/kind.h"

enum {
    LOOKED_AT = 256 * 1024, /* bytes that the detector sees */
    PIECE = 16 * 1024,      /* units converted at once */
    SEEN = 20, /* ICU's confidence where it saw something of UTF-8 or UTF-16: 10 and 15 say it saw nothing */
};

/* --- telling --------------------------------------------------------------------------------------------------------
 */

/* Longer marks first: that of UTF-16 begins that of UTF-32. */
static const struct {
    rt_str mark, charset;
} marks[] = {
    {RT_S_INIT("\xEF\xBB\xBF"), RT_S_INIT("UTF-8")},    {RT_S_INIT("\xFF\xFE\0\0"), RT_S_INIT("UTF-32LE")},
    {RT_S_INIT("\0\0\xFE\xFF"), RT_S_INIT("UTF-32BE")}, {RT_S_INIT("\xFF\xFE"), RT_S_INIT("UTF-16LE")},
    {RT_S_INIT("\xFE\xFF"), RT_S_INIT("UTF-16BE")},
};

/* The charset that a byte order mark states, and takes the mark off; empty when there is none. */
static rt_str take_mark(rt_str *bytes) {
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!rt_str_starts(*bytes, marks[i].mark)) continue;
        *bytes = rt_str_from(*bytes, marks[i].mark.len);
        return marks[i].charset;
    }
    return (rt_str){"", 0};
}

/* Letters of Latin script in UTF-16 without a mark: every other byte is 0. */
static rt_str wide_of(rt_str bytes) {
    size_t zeros[2] = {0};
    const size_t n = bytes.len < 4096 ? bytes.len : 4096;
    for (size_t i = 0; i < n; i++) zeros[i & 1] += bytes.at[i] == 0;
    if (bytes.len % 2 != 0) return (rt_str){"", 0};
    if (zeros[0] > n / 4 && zeros[1] == 0) return RT_S("UTF-16BE");
    if (zeros[1] > n / 4 && zeros[0] == 0) return RT_S("UTF-16LE");
    return (rt_str){"", 0};
}

/* What browsers take these for (WHATWG Encoding Standard): each holds more letters than what its name says. */
static rt_str wider(rt_str charset) {
    if (rt_str_is(charset, "ISO-8859-1")) return RT_S("windows-1252");
    if (rt_str_is(charset, "ISO-8859-9")) return RT_S("windows-1254");
    return charset;
}

/* The first that ICU finds. It offers Unicode's own for any bytes in which nothing speaks against them. */
static const char *best_of(const UCharsetMatch *const *matches, int32_t n, UErrorCode *status) {
    for (int32_t i = 0; i < n && U_SUCCESS(*status); i++) {
        const char *name = ucsdet_getName(matches[i], status);
        if (strncmp(name, "UTF-", 4) != 0 || ucsdet_getConfidence(matches[i], status) >= SEEN) return name;
    }
    return NULL;
}

static rt_str detected(rt_str bytes, rt_arena *arena) {
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *d = ucsdet_open(&status);
    rt_str name = RT_S("windows-1252");
    int32_t n = 0;
    if (U_SUCCESS(status))
        ucsdet_setText(d, bytes.at, (int32_t)(bytes.len < LOOKED_AT ? bytes.len : LOOKED_AT), &status);
    const UCharsetMatch *const *matches =
        U_SUCCESS(status) ? (const UCharsetMatch *const *)ucsdet_detectAll(d, &n, &status) : NULL;
    const char *found = best_of(matches, n, &status);
    if (U_SUCCESS(status) && found != NULL) name = wider(rt_str_copy(arena, rt_str_of(found)));
    ucsdet_close(d);
    return name;
}

/* ISO-2022 (Japanese and Korean mail) is ASCII that says by ESC $ what it means. */
static bool is_escaped(rt_str bytes) { return rt_str_find(bytes, RT_S("\x1B$")) != SIZE_MAX; }

/* Whether to look if it is UTF-8: that is said, or nothing is. */
static bool may_be_utf8(rt_str bytes, rt_str charset) {
    if (charset.len == 0) return !is_escaped(bytes);
    return rt_str_eq_nocase(charset, RT_S("utf-8")) || rt_str_eq_nocase(charset, RT_S("utf8"));
}

/* --- converting -----------------------------------------------------------------------------------------------------
 */

/* Counts what means nothing, and puts U+FFFD in its place. */
static void replace(const void *count, UConverterToUnicodeArgs *args, const char *bytes, int32_t n,
                    UConverterCallbackReason reason, UErrorCode *status) {
    size_t *replaced = (size_t *)(uintptr_t)count;
    if (reason <= UCNV_IRREGULAR) ++*replaced;
    UCNV_TO_U_CALLBACK_SUBSTITUTE(NULL, args, bytes, n, reason, status);
}

static bool convert(UConverter *from, UConverter *to, rt_str bytes, rt_buf *out) {
    UErrorCode status = U_ZERO_ERROR;
    UChar pivot[PIECE], *pivot_from = pivot, *pivot_to = pivot;
    const char *source = bytes.at, *end = bytes.at + bytes.len;
    do {
        char *room = rt_buf_room(out, PIECE), *target = room;
        status = U_ZERO_ERROR;
        ucnv_convertEx(to, from, &target, room + PIECE, &source, end, pivot, &pivot_from, &pivot_to, pivot + PIECE,
                       false, true, &status);
        out->len += (size_t)(target - room);
    } while (status == U_BUFFER_OVERFLOW_ERROR && out->len <= RT_TEXT_MOST);
    return U_SUCCESS(status);
}

static rt_status no_charset(rt_str charset, rt_error *err) {
    return rt_fail(err, RT_BAD, "it says that it is written in \"%.*s\", a charset that nobody knows",
                   RT_FMT(rt_str_cut(charset, 60)));
}

static rt_status from_charset(rt_str bytes, rt_str charset, rt_arena *arena, rt_text *text, rt_error *err) {
    RT_AUTO(rt_buf) out = {0};
    UErrorCode status = U_ZERO_ERROR;
    UConverter *from = ucnv_open(rt_str_z(arena, charset), &status);
    if (U_FAILURE(status)) return no_charset(charset, err);
    UConverter *to = ucnv_open("UTF-8", &status);
    UConverterToUCallback old;
    const void *old_context;
    ucnv_setToUCallBack(from, replace, &text->replaced, &old, &old_context, &status);
    const bool done = U_SUCCESS(status) && convert(from, to, bytes, &out);
    ucnv_close(from);
    ucnv_close(to);
    if (!done) return rt_fail(err, RT_LIMIT, "its text is larger than %d MiB", RT_TEXT_MOST / (1024 * 1024));
    text->charset = rt_str_copy(arena, charset);
    text->text = rt_str_copy(arena, rt_buf_str(&out));
    return rt_ok;
}

/* A text holds no NUL. */
static rt_status check_text(const rt_text *text, rt_error *err) {
    const char *nul = text->text.len > 0 ? memchr(text->text.at, 0, text->text.len) : NULL;
    if (nul == NULL) return rt_ok;
    const rt_status s = rt_fail(err, RT_BAD, "a byte that is 0: this is no text");
    rt_error_at_byte(err, (uint64_t)(nul - text->text.at));
    return s;
}

/* A mark says more than "UTF-16": in which order its bytes stand. */
static bool begins_so(rt_str marked, rt_str told) { return rt_str_eq_nocase(rt_str_cut(marked, told.len), told); }

bool rt_charset_is_known(rt_str name) {
    RT_AUTO(rt_arena) arena = {0};
    UErrorCode status = U_ZERO_ERROR;
    if (name.len == 0 || memchr(name.at, 0, name.len) != NULL) return false;
    UConverter *c = ucnv_open(rt_str_z(&arena, name), &status);
    ucnv_close(c);
    return U_SUCCESS(status);
}

static rt_status decode(rt_str bytes, rt_str charset, rt_arena *arena, rt_text *text, rt_error *err) {
    const rt_str marked = take_mark(&bytes);
    if (marked.len > 0) charset = marked;
    if (text->told.len > 0 && !begins_so(marked, text->told)) charset = text->told;
    if (charset.len == 0) charset = wide_of(bytes);
    if (may_be_utf8(bytes, charset)) {
        text->text = bytes;
        text->charset = RT_S("UTF-8");
        if (rt_utf8_valid(bytes, NULL)) return rt_ok;
    }
    if (charset.len > 0) return from_charset(bytes, wider(charset), arena, text, err);
    text->guessed = true;
    return from_charset(bytes, detected(bytes, arena), arena, text, err);
}

rt_status rt_text_decode(rt_str bytes, rt_str charset, rt_arena *arena, rt_text *text, rt_error *err) {
    RT_TRY(decode(bytes, charset, arena, text, err));
    return check_text(text, err);
}
