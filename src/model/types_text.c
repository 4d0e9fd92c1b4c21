/* Free text, names, addresses, checksums, references. The rules are followthemoney.util.sanitize_text's and those of
 * its types name, address and entity. */
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "model/types_rows.h"

/* Code points that mean a space, and those that are invisible (normality.cleaning). */
static bool is_space(uint32_t c) {
    return (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x0a00 || c == 0x1680 || c == 0x202f ||
           c == 0x205f || c == 0x3000;
}

static bool is_unsafe(uint32_t c) {
    if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
    return (c >= 0x7f && c < 0xa0) || c == 0xad || c == 0x061c || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x2060 && c <= 0x2064) || c == 0xfeff;
}

static bool is_plain(rt_str s) {
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.at[i] >= 0x7f || is_unsafe((unsigned char)s.at[i])) return false;
    return true;
}

static rt_str trim(rt_str s) {
    for (rt_str before = {0}; before.len != s.len;) {
        before = s = rt_str_trim(s);
        if (rt_str_starts(s, RT_S("\u00a0"))) s = rt_str_from(s, 2);
        if (rt_str_ends(s, RT_S("\u00a0"))) s.len -= 2;
    }
    return s;
}

/* Composed (NFC); text as it is when it is so already. */
static rt_str compose(rt_str text, rt_arena *arena) {
    UErrorCode code = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&code);
    const int32_t room = (int32_t)text.len;
    UChar *units = RT_NEW_N(arena, UChar, text.len + 1);
    int32_t n = 0, made = 0, bytes = 0;
    u_strFromUTF8(units, room + 1, &n, text.at, room, &code);
    if (U_FAILURE(code) || unorm2_spanQuickCheckYes(nfc, units, n, &code) == n) return text;
    UChar *composed =
        RT_NEW_N(arena, UChar, (size_t)n * 3 + 1); /* NFC grows UTF-16 by a factor of 3 at most (UAX 15) */
    made = unorm2_normalize(nfc, units, n, composed, n * 3 + 1, &code);
    char *out = rt_arena_alloc_n(arena, (size_t)made + 1, 3);
    u_strToUTF8(out, made * 3 + 1, &bytes, composed, made, &code);
    return U_SUCCESS(code) ? (rt_str){out, (size_t)bytes} : text;
}

static rt_str without_unsafe(rt_str text, rt_arena *arena) {
    char *out = rt_arena_alloc(arena, text.len + 1);
    size_t n = 0;
    for (size_t at = 0; at < text.len;) {
        const size_t begin = at;
        const uint32_t c = rt_utf8_next(text, &at);
        if (is_unsafe(c)) continue;
        if (is_space(c))
            out[n++] = ' ';
        else
            for (size_t i = begin; i < at; i++) out[n++] = text.at[i];
    }
    return (rt_str){out, n};
}

bool rt_text_sanitise(rt_str raw, rt_arena *arena, rt_str *clean) {
    size_t bad;
    if (raw.len > INT32_MAX / 8) return false;
    if (is_plain(raw)) {
        *clean = rt_str_trim(raw);
    } else {
        if (!rt_utf8_valid(raw, &bad)) return false;
        *clean = trim(compose(without_unsafe(raw, arena), arena));
        if (rt_str_eq(*clean, raw)) *clean = raw;
    }
    return clean->len > 0;
}

bool rt_takes_text(rt_str value, const char **why) {
    *why = "some text";
    for (size_t at = 0; at < value.len;) {
        const uint32_t c = rt_utf8_next(value, &at);
        if (c > ' ' && c != 0xa0 && !is_unsafe(c) && !is_space(c)) return true;
    }
    return false;
}

/* FollowTheMoney takes quotes off that stand around a name, and drops it when nothing is left. */
bool rt_takes_name(rt_str value, const char **why) {
    const bool single = value.len > 1 && value.at[0] == '\'' && value.at[value.len - 1] == '\'';
    const bool quoted = value.len > 1 && value.at[0] == '"' && value.at[value.len - 1] == '"';
    return rt_takes_text(single || quoted ? (rt_str){value.at + 1, value.len - 2} : value, why);
}

bool rt_clean_text(rt_str raw, rt_arena *arena, rt_str *value) {
    (void)arena;
    *value = raw;
    return true;
}

/* Runs of blanks (also no-break ones) as one space. */
static rt_str squash(rt_str text, rt_arena *arena) {
    char *out = rt_arena_alloc(arena, text.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        const bool no_break = rt_str_starts(rt_str_from(text, i), RT_S("\u00a0"));
        if (!no_break && !rt_is_blank(text.at[i])) {
            out[n++] = text.at[i];
            continue;
        }
        if (n > 0 && out[n - 1] != ' ') out[n++] = ' ';
        if (no_break) i++;
    }
    return rt_str_trim((rt_str){out, n});
}

/* Takes double quotes off that stand around the whole. FollowTheMoney takes single ones off too: we do not, since
 * transliterated Arabic begins and ends with them. */
bool rt_clean_name(rt_str raw, rt_arena *arena, rt_str *value) {
    rt_str name = raw;
    if (name.len > 2 && name.at[0] == '"' && name.at[name.len - 1] == '"') name = (rt_str){name.at + 1, name.len - 2};
    *value = squash(name, arena);
    if (rt_str_eq(*value, raw)) *value = raw;
    return value->len > 0;
}

/* How many bytes at the start of s break a line of an address. */
static size_t line_break(rt_str s) {
    static const rt_str breaks[] = {RT_S_INIT("\r\n"), RT_S_INIT("\n"),    RT_S_INIT("\t"),
                                    RT_S_INIT(";"),    RT_S_INIT("<BR/>"), RT_S_INIT("<BR>")};
    for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++)
        if (rt_str_starts(s, breaks[i])) return breaks[i].len;
    return 0;
}

/* Lines are joined by commas, of several commas in a row one is left. */
bool rt_clean_address(rt_str raw, rt_arena *arena, rt_str *value) {
    char *out = rt_arena_alloc_n(arena, raw.len + 1, 2);
    size_t n = 0;
    bool comma = false; /* a comma has been seen, and blanks at most since */
    for (size_t i = 0; i < raw.len;) {
        const size_t skip = line_break(rt_str_from(raw, i));
        const bool is_comma = skip > 0 || raw.at[i] == ',';
        if (is_comma && !comma && n > 0) out[n++] = ',';
        if (is_comma && !comma && n > 0) out[n++] = ' ';
        if (!is_comma) out[n++] = raw.at[i];
        comma = is_comma || (comma && rt_is_blank(raw.at[i]));
        i += skip > 0 ? skip : 1;
    }
    *value = squash((rt_str){out, n}, arena);
    while (rt_str_ends(*value, RT_S(",")) || rt_str_ends(*value, RT_S(" "))) value->len--;
    if (rt_str_eq(*value, raw)) *value = raw;
    return value->len > 0;
}

static bool is_id_char(char c) { return rt_is_alpha(c) || rt_is_digit(c) || c == '.' || c == '-'; }

bool rt_takes_entity(rt_str value, const char **why) {
    *why = "an entity's id (letters, digits, dots and dashes, a letter or digit at either end)";
    for (size_t i = 0; i < value.len; i++)
        if (!is_id_char(value.at[i])) return false;
    const char first = value.at[0], last = value.at[value.len - 1];
    return (rt_is_alpha(first) || rt_is_digit(first)) && (rt_is_alpha(last) || rt_is_digit(last));
}

bool rt_clean_entity(rt_str raw, rt_arena *arena, rt_str *value) {
    (void)arena;
    const char *why;
    *value = raw;
    return rt_takes_entity(raw, &why);
}
