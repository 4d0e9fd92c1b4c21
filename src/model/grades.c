#include "model/grades.h"

#include "base/date.h"

static bool one_of(rt_str s, const char *const *words) {
    for (; *words != NULL; words++)
        if (rt_str_is(s, *words)) return true;
    return false;
}

#define WORDS(...) one_of(s, (const char *const[]){__VA_ARGS__, NULL})

bool rt_is_stance(rt_str s, const char **why) {
    *why = "asserts, denies, suspects, believes or retracts";
    return WORDS("asserts", "denies", "suspects", "believes", "retracts");
}

bool rt_is_basis(rt_str s, const char **why) {
    *why = "witnessed, told, document, inferred or unknown";
    return WORDS("witnessed", "told", "document", "inferred", "unknown");
}

bool rt_is_reliability(rt_str s, const char **why) {
    *why = "a grade of the source, A to F";
    return s.len == 1 && s.at[0] >= 'A' && s.at[0] <= 'F';
}

bool rt_is_credibility(rt_str s, const char **why) {
    *why = "a grade of the information, 1 to 6";
    return s.len == 1 && s.at[0] >= '1' && s.at[0] <= '6';
}

bool rt_is_link(rt_str s, const char **why) {
    *why = "repeats, supports, opposes, retracts or replaces";
    return WORDS("repeats", "supports", "opposes", "retracts", "replaces");
}

bool rt_is_judgement(rt_str s, const char **why) {
    *why = "same, different or unsure";
    return WORDS("same", "different", "unsure");
}

/* Whether s has the shape of the pattern: '0' stands for any digit, everything else for itself. */
static bool shaped(rt_str s, rt_str pattern) {
    if (s.len != pattern.len) return false;
    for (size_t i = 0; i < s.len; i++)
        if (pattern.at[i] == '0' ? !rt_is_digit(s.at[i]) : s.at[i] != pattern.at[i]) return false;
    return true;
}

bool rt_is_score(rt_str s, const char **why) {
    *why = "a score from 0.0000 to 1.0000 with four decimals";
    return shaped(s, RT_S("0.0000")) && (s.at[0] == '0' || rt_str_is(s, "1.0000"));
}

bool rt_is_timestamp(rt_str s, const char **why) {
    *why = "a time in UTC to the microsecond, like 2026-11-25T10:00:00.000000Z";
    if (!shaped(s, RT_S("0000-00-00T00:00:00.000000Z"))) return false;
    const char *unused;
    const bool clock = s.at[11] < '2' || (s.at[11] == '2' && s.at[12] < '4');
    return rt_is_edtf(rt_str_cut(s, 10), &unused) && clock && s.at[14] < '6' && s.at[17] < '6';
}

static bool is_hex(rt_str s, size_t len) {
    if (s.len != len) return false;
    for (size_t i = 0; i < len; i++)
        if (!rt_is_digit(s.at[i]) && (s.at[i] < 'a' || s.at[i] > 'f')) return false;
    return true;
}

bool rt_is_hash(rt_str s, const char **why) {
    *why = "a SHA-256 as 64 lower-case hex digits";
    return is_hex(s, 64);
}

bool rt_is_id(rt_str s, const char **why) {
    *why = "the id of an entry, 32 lower-case hex digits";
    return is_hex(s, 32);
}

bool rt_is_edtf(rt_str s, const char **why) {
    *why = "a date in EDTF (2006-07, 2005~, 2012-08/2012-09)";
    rt_when when;
    return rt_edtf_read(s, &when, NULL).code == RT_OK;
}
