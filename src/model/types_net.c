/* E-mail and IP addresses, media types, URLs: followthemoney.types.email, ip, mimetype, url (which asks rigour.urls).
 */
#include <arpa/inet.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uidna.h>

#include "model/types_rows.h"

#define HOST_MAX ((size_t)253) /* RFC 1035, without the root's dot */

static bool has(const char *set, char c) { return c != 0 && strchr(set, c) != NULL; }

/* --- hosts ------------------------------------------------------------------------------------------------------- */

static bool is_number_label(rt_str label) {
    for (size_t i = 0; i < label.len; i++)
        if (!rt_is_digit(label.at[i])) return false;
    return true;
}

static bool is_ldh(rt_str label) {
    for (size_t i = 0; i < label.len; i++)
        if (!rt_is_alpha(label.at[i]) && !rt_is_digit(label.at[i]) && label.at[i] != '-') return false;
    const bool reserved = label.len > 3 && label.at[2] == '-' && label.at[3] == '-' &&
                          !rt_str_starts(label, RT_S("xn")); /* RFC 5891 4.2.3.1 */
    return !reserved && label.len > 0 && label.len <= 63 && label.at[0] != '-' && label.at[label.len - 1] != '-';
}

/* Letters, digits and hyphens in every label: IDNA2008 has no symbols, which UTS 46 still lets through. */
static bool is_idna2008(rt_str host) {
    for (size_t at = 0; at < host.len;) {
        const uint32_t c = rt_utf8_next(host, &at);
        const uint32_t kind = U_GET_GC_MASK((UChar32)c);
        if (c >= 0x80 && !(kind & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK | U_GC_CF_MASK))) return false;
    }
    return true;
}

static bool idna(rt_str host, rt_arena *arena, rt_str *ascii, rt_str *unicode) {
    UErrorCode code = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    const uint32_t options = UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ |
                             UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE;
    UIDNA *uts46 = uidna_openUTS46(options, &code);
    char *a = rt_arena_alloc(arena, 2 * HOST_MAX), *u = rt_arena_alloc(arena, 8 * HOST_MAX);
    const int32_t na =
        uidna_nameToASCII_UTF8(uts46, host.at, (int32_t)host.len, a, (int32_t)(2 * HOST_MAX), &info, &code);
    uint32_t errors = info.errors;
    const int32_t nu = uidna_nameToUnicodeUTF8(uts46, a, na, u, (int32_t)(8 * HOST_MAX), &info, &code);
    errors |= info.errors;
    uidna_close(uts46);
    if (U_FAILURE(code) || errors != 0) return false;
    *ascii = (rt_str){a, (size_t)na};
    *unicode = (rt_str){u, (size_t)nu};
    return is_idna2008(*unicode);
}

/* Every label well formed, two or more of them, the last no number and no single letter. */
static bool is_public_host(rt_str ascii) {
    rt_str rest = ascii, label = {0};
    size_t labels = 0;
    while (rt_str_split(&rest, RT_S("."), &label)) {
        if (!is_ldh(label)) return false;
        labels++;
    }
    return labels > 1 && label.len > 1 && !is_number_label(label) && ascii.len <= HOST_MAX;
}

bool rt_host_clean(rt_str host, rt_arena *arena, rt_str *clean) {
    bool plain = true;
    while (rt_str_ends(host, RT_S("."))) host.len--;
    if (host.len == 0 || host.len > 4 * HOST_MAX) return false;
    for (size_t i = 0; i < host.len; i++) plain = plain && (unsigned char)host.at[i] < 0x80;
    const rt_str lower = rt_str_lower(arena, host);
    if (plain && rt_str_find(lower, RT_S("xn--")) == SIZE_MAX) {
        *clean = lower;
        return is_public_host(lower);
    }
    rt_str ascii;
    return idna(lower, arena, &ascii, clean) && is_public_host(ascii);
}

/* --- e-mail ------------------------------------------------------------------------------------------------------ */

static bool is_local_part(rt_str local) {
    size_t points = 0;
    for (size_t at = 0; at < local.len; points++) {
        const uint32_t c = rt_utf8_next(local, &at);
        if (c <= ' ' || u_isUWhiteSpace((UChar32)c) || (c < 0x80 && has("<>()[],;:?@\"", (char)c))) return false;
    }
    return points >= 1 && points <= 64;
}

bool rt_clean_email(rt_str raw, rt_arena *arena, rt_str *value) {
    if (rt_str_starts(raw, RT_S("mailto:"))) raw = rt_str_from(raw, 7);
    size_t at = raw.len;
    while (at > 0 && raw.at[at - 1] != '@') at--;
    rt_str host;
    if (at == 0 || !is_local_part(rt_str_cut(raw, at - 1)) || !rt_host_clean(rt_str_from(raw, at), arena, &host))
        return false;
    *value = rt_str_printf(arena, "%.*s@%.*s", RT_FMT(rt_str_cut(raw, at - 1)), RT_FMT(host));
    return true;
}

/* Whether a cleaner finds a canonical form. */
static bool cleans(rt_type_cleaner *clean, rt_str value) {
    rt_arena arena = {0};
    rt_str unused;
    const bool ok = clean(value, &arena, &unused);
    rt_arena_close(&arena);
    return ok;
}

bool rt_takes_email(rt_str value, const char **why) {
    *why = "an e-mail address";
    return cleans(rt_clean_email, value);
}

/* --- IP ---------------------------------------------------------------------------------------------------------- */

bool rt_clean_ip(rt_str raw, rt_arena *arena, rt_str *value) {
    unsigned char bytes[sizeof(struct in6_addr)];
    if (raw.len > INET6_ADDRSTRLEN || memchr(raw.at, 0, raw.len) != NULL) return false;
    const char *z = rt_str_z(arena, raw);
    const int family = strchr(z, ':') != NULL ? AF_INET6 : AF_INET;
    char *text = rt_arena_alloc(arena, INET6_ADDRSTRLEN);
    if (inet_pton(family, z, bytes) != 1 || inet_ntop(family, bytes, text, INET6_ADDRSTRLEN) == NULL) return false;
    *value = rt_str_of(text);
    return true;
}

bool rt_takes_ip(rt_str value, const char **why) {
    *why = "an IP address";
    return cleans(rt_clean_ip, value);
}

/* --- media types ------------------------------------------------------------------------------------------------- */

/* RFC 2045's token. */
static bool is_token(rt_str s) {
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] <= ' ' || s.at[i] == 0x7f || has("()<>@,;:\\\"/[]?=", s.at[i])) return false;
    return s.len > 0;
}

bool rt_clean_mimetype(rt_str raw, rt_arena *arena, rt_str *value) {
    rt_str rest = raw, type, family;
    if (!rt_str_split(&rest, RT_S(";"), &type)) return false;
    *value = rt_str_lower(arena, rt_str_trim(type));
    rest = *value;
    if (rest.len == 0 || !rt_str_split(&rest, RT_S("/"), &family) || rest.at == NULL) return false;
    return is_token(family) && is_token(rest) && !rt_str_is(*value, "application/octet-stream");
}

bool rt_takes_mimetype(rt_str value, const char **why) {
    *why = "a media type like text/plain (application/octet-stream says nothing)";
    return cleans(rt_clean_mimetype, value);
}

/* --- URLs -------------------------------------------------------------------------------------------------------- */

/* The length of the scheme at the start of url, or 0. */
static size_t scheme_len(rt_str url) {
    size_t i = 0;
    while (i < url.len && (rt_is_alpha(url.at[i]) || (i > 0 && (rt_is_digit(url.at[i]) || has("+-.", url.at[i]))))) i++;
    return i > 0 && i < url.len && url.at[i] == ':' ? i : 0;
}

/* One label of a host name in any script. */
static bool is_url_label(rt_str label) {
    size_t points = 0;
    bool says = false;
    for (size_t at = 0; at < label.len; points++) {
        const UChar32 c = (UChar32)rt_utf8_next(label, &at);
        if (!u_isalnum(c) && c != '_' && c != '-') return false;
        says = says || u_isalnum(c);
    }
    return says && points <= 63;
}

static bool is_url_host(rt_str host) {
    const char *why;
    if (host.len > 2 && host.at[0] == '[' && host.at[host.len - 1] == ']')
        return rt_takes_ip((rt_str){host.at + 1, host.len - 2}, &why);
    while (rt_str_ends(host, RT_S("."))) host.len--;
    if (host.len == 0) return false;
    if (rt_takes_ip(host, &why)) return true;
    rt_str rest = host, label = {0};
    size_t labels = 0;
    for (; rt_str_split(&rest, RT_S("."), &label); labels++)
        if (!is_url_label(label)) return false;
    return labels == 1 || (label.len > 1 && !is_number_label(label));
}

/* user@host:port, of which only the host must be there. */
static bool is_authority(rt_str authority) {
    for (size_t i = 0; i < authority.len; i++)
        if (rt_is_blank(authority.at[i])) return false;
    size_t at = authority.len;
    while (at > 0 && authority.at[at - 1] != '@') at--;
    rt_str host = rt_str_from(authority, at);
    size_t end = host.len;
    while (end > 0 && rt_is_digit(host.at[end - 1])) end--;
    if (end > 0 && host.at[end - 1] == ':') {
        int64_t port = 0;
        if (end < host.len && (!rt_str_int(rt_str_from(host, end), &port) || port > 65535)) return false;
        host.len = end - 1;
    }
    return is_url_host(host);
}

static bool is_scheme(rt_str scheme) {
    static const char *const schemes[] = {"http", "https", "ftp", "mailto", "file", "s3", "gs"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (rt_str_eq_nocase(scheme, rt_str_of(schemes[i]))) return true;
    return false;
}

static size_t end_of(rt_str s, const char *stops) {
    size_t i = 0;
    while (i < s.len && !has(stops, s.at[i])) i++;
    return i;
}

bool rt_clean_url(rt_str raw, rt_arena *arena, rt_str *value) {
    rt_str scheme = rt_str_cut(raw, scheme_len(raw));
    rt_str rest = scheme.len > 0 ? rt_str_from(raw, scheme.len + 1) : raw;
    if (!rt_str_starts(rest, RT_S("//"))) { /* "www.un.org/en": a host whose scheme nobody wrote */
        const rt_str path = rt_str_cut(rest, end_of(rest, "?#"));
        if (is_scheme(scheme) || rt_str_find(path, RT_S(".")) == SIZE_MAX) return false;
        scheme = (rt_str){0};
        rest = rt_str_printf(arena, "//%.*s", RT_FMT(raw));
    }
    if (scheme.len == 0) scheme = RT_S("http");
    rest = rt_str_from(rest, 2);
    const size_t end = end_of(rest, "/?#");
    if (!is_scheme(scheme) || !is_authority(rt_str_cut(rest, end))) return false;
    const rt_str after = rt_str_from(rest, end);
    *value = rt_str_printf(arena, "%.*s://%.*s%s%.*s", RT_FMT(rt_str_lower(arena, scheme)),
                           RT_FMT(rt_str_cut(rest, end)), rt_str_starts(after, RT_S("/")) ? "" : "/", RT_FMT(after));
    return true;
}

bool rt_takes_url(rt_str value, const char **why) {
    *why = "a web address like https://example.org/";
    return cleans(rt_clean_url, value);
}
