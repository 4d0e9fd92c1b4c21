/* Telephone numbers in E.164 form ("+9647901234567"). Which ones there are is libphonenumber's knowledge
 * (data/phones.yaml), as FollowTheMoney's type asks it: PhoneNumberUtil::IsValidNumber. */
#include "model/types_phone.h"

#include <string.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>

#include "model/types_rows.h"

#define DIGITS_MAX 17 /* libphonenumber's longest national number */

/* Whether the pattern matches the number: all of it, or (whole false) its start. */
static bool matches(const char *pattern, rt_str number, bool whole) {
    UErrorCode code = U_ZERO_ERROR;
    UChar text[DIGITS_MAX + 1];
    if (pattern == NULL || number.len > DIGITS_MAX) return false;
    u_charsToUChars(number.at, text, (int32_t)number.len);
    URegularExpression *regex = uregex_openC(pattern, 0, NULL, &code);
    uregex_setText(regex, text, (int32_t)number.len, &code);
    const bool found = whole ? uregex_matches(regex, -1, &code) : uregex_lookingAt(regex, 0, &code);
    uregex_close(regex);
    return U_SUCCESS(code) && found;
}

static bool in_use(const rt_phone_region *region, rt_str number) {
    return matches(region->all, number, true) && matches(region->used, number, true);
}

/* The first region of the calling code, or NULL. No calling code begins another. */
static const rt_phone_region *first_region(rt_str digits) {
    for (size_t i = 0; i < rt_phone_region_count; i++)
        if (rt_str_starts(digits, rt_str_of(rt_phone_regions[i].calling_code))) return &rt_phone_regions[i];
    return NULL;
}

/* Whether a national number is in use in one of the regions that share first's calling code. */
static bool is_national(const rt_phone_region *first, rt_str number) {
    const rt_phone_region *end = rt_phone_regions + rt_phone_region_count;
    for (const rt_phone_region *r = first; r < end && strcmp(r->calling_code, first->calling_code) == 0; r++) {
        if (r->leading != NULL && matches(r->leading, number, false)) return in_use(r, number);
        if (r->leading == NULL && in_use(r, number)) return true;
    }
    return false;
}

/* digits: all behind the "+", in ASCII. */
static bool is_number(rt_str digits) {
    const rt_phone_region *region = first_region(digits);
    return region != NULL && is_national(region, rt_str_from(digits, strlen(region->calling_code)));
}

bool rt_takes_phone(rt_str value, const char **why) {
    *why = "a telephone number that is in use, like +9647901234567";
    if (value.len < 4 || value.at[0] != '+') return false;
    for (size_t i = 1; i < value.len; i++)
        if (!rt_is_digit(value.at[i])) return false;
    return is_number(rt_str_from(value, 1));
}

static const char between[] = " -./()\t"; /* what people put between digits */

/* The digits of a number that begins with "+"; false when anything else stands in it. */
static bool international(rt_str raw, char *out, size_t *n) {
    if (raw.len < 4 || raw.len > 64 || raw.at[0] != '+') return false;
    for (size_t i = 1; i < raw.len; i++) {
        if (rt_is_digit(raw.at[i]))
            out[(*n)++] = raw.at[i];
        else if (raw.at[i] == 0 || strchr(between, raw.at[i]) == NULL)
            return false;
    }
    return *n > 0;
}

/* "+44 (0)20 7946 0018": without the prefix that is only dialled at home. */
static bool without_prefix(rt_str digits, rt_arena *arena, rt_str *value) {
    const rt_phone_region *region = first_region(digits);
    if (region == NULL || region->prefix == NULL) return false;
    const rt_str national = rt_str_from(digits, strlen(region->calling_code));
    if (!rt_str_starts(national, rt_str_of(region->prefix))) return false;
    const rt_str rest = rt_str_from(national, strlen(region->prefix));
    *value = rt_str_printf(arena, "+%s%.*s", region->calling_code, RT_FMT(rest));
    return is_national(region, rest);
}

bool rt_clean_phone(rt_str raw, rt_arena *arena, rt_str *value) {
    char *out = rt_arena_alloc(arena, raw.len + 2);
    size_t n = 1;
    out[0] = '+';
    if (!international(raw, out, &n)) return false;
    *value = (rt_str){out, n};
    return is_number(rt_str_from(*value, 1)) || without_prefix(rt_str_from(*value, 1), arena, value);
}
