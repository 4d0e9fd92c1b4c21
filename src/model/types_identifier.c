/* Identifiers whose form and check digits can be tried: the formats that FollowTheMoney's properties name (rigour.ids).
 * Each is one small function from the text without blanks and separators to whether it is one. */
#include <string.h>

#include "model/country.h"
#include "model/types_rows.h"

static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/* 0 to 35, or -1 for what is neither digit nor capital. */
static int digit_value(char c) {
    const char *at = c != 0 ? strchr(alphabet, c) : NULL;
    return at != NULL ? (int)(at - alphabet) : -1;
}

static bool all_digits(rt_str s) {
    for (size_t i = 0; i < s.len; i++)
        if (!rt_is_digit(s.at[i])) return false;
    return s.len > 0;
}

static bool all_alphanumeric(rt_str s) {
    for (size_t i = 0; i < s.len; i++)
        if (digit_value(s.at[i]) < 0) return false;
    return s.len > 0;
}

static bool begins_with_country(rt_str s) {
    if (s.len < 2) return false;
    const char code[2] = {rt_to_lower(s.at[0]), rt_to_lower(s.at[1])};
    return rt_country_label((rt_str){code, 2}).len > 0;
}

/* The sum of digits times weights, as far as there are weights. */
static int weighted(rt_str s, const int *weights, size_t n) {
    int sum = 0;
    for (size_t i = 0; i < n; i++) sum += digit_value(s.at[i]) * weights[i];
    return sum;
}

#define WEIGHTED(s, ...) weighted(s, (const int[]){__VA_ARGS__}, sizeof((const int[]){__VA_ARGS__}) / sizeof(int))

/* The remainder by 97 of the text read as a number, letters as 10 to 35 (ISO 7064). */
static int mod97(rt_str s, int remainder) {
    for (size_t i = 0; i < s.len; i++) {
        const int v = digit_value(s.at[i]);
        remainder = (remainder * (v > 9 ? 100 : 10) + v) % 97;
    }
    return remainder;
}

/* Luhn's sum over the digits of the values, from the right; double_last: whether the rightmost one is doubled. */
static int luhn(rt_str s, bool double_last) {
    int sum = 0;
    bool twice = double_last;
    for (size_t i = s.len; i-- > 0;) {
        int v = digit_value(s.at[i]);
        do {
            const int d = (v % 10) * (twice ? 2 : 1);
            sum += d / 10 + d % 10;
            twice = !twice;
            v /= 10;
        } while (v > 0);
    }
    return sum;
}

/* Seven digits, for ships (IMO resolution A.1117) or for companies (A.1141), behind IMO. */
static bool is_imo(rt_str s) {
    if (s.len != 10 || !rt_str_starts(s, RT_S("IMO"))) return false;
    const rt_str n = rt_str_from(s, 3);
    if (!all_digits(n) || rt_str_is(n, "0000000")) return false;
    const int check = n.at[6] - '0';
    return WEIGHTED(n, 7, 6, 5, 4, 3, 2) % 10 == check || (11 - WEIGHTED(n, 8, 6, 4, 2, 9, 7) % 11) % 10 == check;
}

static bool is_wikidata(rt_str s) { return s.len > 1 && s.at[0] == 'Q' && all_digits(rt_str_from(s, 1)); }

/* ISO 17442. */
static bool is_lei(rt_str s) { return s.len == 20 && all_alphanumeric(s) && mod97(s, 0) == 1; }

/* ISO 6166. */
static bool is_isin(rt_str s) {
    static const char *const others[] = {"EU", "QS", "QT", "XA", "XB", "XC", "XD", "XF", "XK", "XS"};
    if (s.len != 12 || !all_alphanumeric(s) || !rt_is_digit(s.at[11])) return false;
    bool known = begins_with_country(s);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) known = known || rt_str_starts(s, rt_str_of(others[i]));
    return known && luhn(s, false) % 10 == 0;
}

/* ISO 13616: a country's length, and the remainder. The lengths are those of SWIFT's registry. */
static bool is_iban(rt_str s) {
    static const char lengths[] =
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 "
        "ES24 "
        "FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 "
        "LC32 "
        "LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 "
        "RO24 "
        "RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 ";
    if (s.len < 15 || s.len > 34 || !all_alphanumeric(s)) return false;
    const char entry[] = {s.at[0], s.at[1], (char)('0' + s.len / 10), (char)('0' + s.len % 10), ' ', 0};
    return strstr(lengths, entry) != NULL && mod97(rt_str_cut(s, 4), mod97(rt_str_from(s, 4), 0)) == 1;
}

/* ISO 9362, of which FollowTheMoney keeps the institution (8), not the branch. */
static bool is_bic(rt_str s) {
    if (s.len != 8 || !all_alphanumeric(s)) return false;
    for (size_t i = 0; i < 6; i++)
        if (rt_is_digit(s.at[i])) return false;
    return begins_with_country(rt_str_from(s, 4));
}

/* ANSI X9.145. */
static bool is_figi(rt_str s) {
    static const char *const never[] = {"BS", "BM", "GG", "GB", "VG"};
    if (s.len != 12 || !all_alphanumeric(s) || s.at[2] != 'G' || !rt_is_digit(s.at[11])) return false;
    for (size_t i = 0; i < s.len; i++)
        if (strchr("AEIOU", s.at[i]) != NULL || (i < 2 && rt_is_digit(s.at[i]))) return false;
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (rt_str_starts(s, rt_str_of(never[i]))) return false;
    int sum = 0;
    for (size_t i = 0; i < 11; i++) {
        const int v = digit_value(s.at[i]) * (i % 2 == 1 ? 2 : 1);
        sum += v / 10 + v % 10;
    }
    return (10 - sum % 10) % 10 == s.at[11] - '0';
}

/* Russian tax number, of organisations (10 digits) and persons (12). */
static bool is_inn(rt_str s) {
    if (!all_digits(s)) return false;
    if (s.len == 10) return WEIGHTED(s, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == s.at[9] - '0';
    return s.len == 12 && WEIGHTED(s, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == s.at[10] - '0' &&
           WEIGHTED(s, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == s.at[11] - '0';
}

/* Russian register of companies: the rest by 11 (13 digits) or 13 (15 digits); 10 is written 0. */
static bool is_ogrn(rt_str s) {
    int64_t n;
    if ((s.len != 13 && s.len != 15) || !all_digits(s) || s.at[0] == '0' || !rt_str_int(rt_str_cut(s, s.len - 1), &n))
        return false;
    const int64_t rest = n % (s.len == 13 ? 11 : 13);
    return (rest == 10 ? 0 : rest) == s.at[s.len - 1] - '0';
}

/* GB 32100-2015. */
static bool is_uscc(rt_str s) {
    static const char digits[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    static const int weights[] = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    if (s.len != 18 || !all_digits(rt_str_cut(s, 8))) return false;
    int sum = 0;
    for (size_t i = 0; i < 18; i++) {
        const char *at = s.at[i] != 0 ? strchr(digits, s.at[i]) : NULL;
        if (at == NULL) return false;
        sum += (int)(at - digits) * (i < 17 ? weights[i] : 1);
    }
    return sum % 31 == 0;
}

/* US entity number: 12 letters and digits without I and O, not beginning with 0. */
static bool is_uei(rt_str s) {
    if (s.len != 12 || !all_alphanumeric(s) || s.at[0] == '0') return false;
    return memchr(s.at, 'I', s.len) == NULL && memchr(s.at, 'O', s.len) == NULL;
}

/* US health providers: ten digits, with 80840 before them a Luhn number. */
static bool is_npi(rt_str s) {
    if (!all_digits(s) || (s.len != 10 && s.len != 15) || rt_str_is(s, "0000000000")) return false;
    return (luhn(s, false) + (s.len == 10 ? 24 : 0)) % 10 == 0;
}

static bool is_ssn(rt_str s) {
    static const char *const never[] = {"078051120", "457555462", "219099999"};
    if (s.len != 9 || !all_digits(s) || s.at[0] == '9' || rt_str_starts(s, RT_S("000")) ||
        rt_str_starts(s, RT_S("666")))
        return false;
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (rt_str_is(s, never[i])) return false;
    return !rt_str_eq(rt_str_cut(rt_str_from(s, 3), 2), RT_S("00")) && !rt_str_is(rt_str_from(s, 5), "0000");
}

/* separators: what people put between; prefix: what they put in front, and (keep) whether the number has it. */
static const struct {
    rt_str name;
    const char *expected, *separators, *prefix;
    bool keep;
    size_t cut; /* longest form that is kept, or 0 */
    bool (*is)(rt_str s);
} formats[] = {
    {RT_S_INIT("bic"), "a BIC (8 letters and digits, a country in it)", " -", NULL, false, 8, is_bic},
    {RT_S_INIT("figi"), "a FIGI (12 letters and digits, the last a check digit)", " ", NULL, false, 0, is_figi},
    {RT_S_INIT("iban"), "an IBAN (a country, two check digits, the account)", " -.", "IBAN", false, 0, is_iban},
    {RT_S_INIT("imo"), "IMO and seven digits, the last a check digit", " :.#-", "IMO", true, 0, is_imo},
    {RT_S_INIT("inn"), "an INN (10 or 12 digits with check digits)", " ", "INN", false, 0, is_inn},
    {RT_S_INIT("isin"), "an ISIN (12 letters and digits, the last a check digit)", " ", NULL, false, 0, is_isin},
    {RT_S_INIT("lei"), "a LEI (20 letters and digits with two check digits)", " -", NULL, false, 0, is_lei},
    {RT_S_INIT("npi"), "an NPI (10 digits, the last a check digit)", " ", NULL, false, 0, is_npi},
    {RT_S_INIT("ogrn"), "an OGRN (13 or 15 digits, the last a check digit)", " ", "OGRN", false, 0, is_ogrn},
    {RT_S_INIT("ssn"), "a US social security number (9 digits)", "-", NULL, false, 0, is_ssn},
    {RT_S_INIT("uei"), "a UEI (12 letters and digits)", " ", NULL, false, 0, is_uei},
    {RT_S_INIT("uscc"), "a USCC (18 letters and digits, the last a check digit)", " -", NULL, false, 0, is_uscc},
    {RT_S_INIT("wikidata"), "a Wikidata item like Q42", " ", NULL, false, 0, is_wikidata},
};

static size_t format_named(rt_str name) {
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (rt_str_eq(formats[i].name, name)) return i;
    return SIZE_MAX;
}

const char *rt_identifier_expected(rt_str format) {
    const size_t f = format_named(format);
    return f == SIZE_MAX ? "an identifier" : formats[f].expected;
}

/* Capitals, without separators, with a prefix or without as the format keeps it. */
static rt_str compact(size_t f, rt_str raw, rt_arena *arena) {
    const rt_str prefix = rt_str_of(formats[f].prefix);
    if (prefix.len > 0 && rt_str_eq_nocase(rt_str_cut(raw, prefix.len), prefix)) raw = rt_str_from(raw, prefix.len);
    char *out = rt_arena_alloc(arena, prefix.len + raw.len + 1);
    size_t n = 0;
    if (formats[f].keep)
        for (; n < prefix.len; n++) out[n] = prefix.at[n];
    for (size_t i = 0; i < raw.len; i++) {
        const char c = raw.at[i];
        if (c == 0 || strchr(formats[f].separators, c) == NULL)
            out[n++] = (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    }
    return (rt_str){out, formats[f].cut > 0 && n == formats[f].cut + 3 ? formats[f].cut : n};
}

/* "https://www.wikidata.org/wiki/Q42": what stands behind the last slash. */
static rt_str behind_slash(rt_str raw) {
    size_t at = raw.len;
    while (at > 0 && raw.at[at - 1] != '/') at--;
    return rt_str_from(raw, at);
}

bool rt_identifier_clean(rt_str format, rt_str raw, rt_arena *arena, rt_str *value) {
    const size_t f = format_named(format);
    *value = raw;
    if (f == SIZE_MAX) return raw.len > 0;
    *value = compact(f, formats[f].is == is_wikidata ? behind_slash(raw) : raw, arena);
    return formats[f].is(*value);
}
