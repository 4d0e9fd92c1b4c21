#include "exchange/ofac_remarks.h"

static bool begins(rt_str part, rt_str words) {
    return part.len >= words.len && rt_str_eq_nocase(rt_str_cut(part, words.len), words);
}

const ofac_remark *ofac_remark_for(rt_str part) {
    const ofac_remark *best = NULL;
    if (part.len == 0) return NULL;
    const char first = rt_to_lower(part.at[0]);
    for (size_t i = 0; i < ofac_remark_row_count; i++) {
        const ofac_remark *row = &ofac_remark_rows[i];
        if (rt_to_lower(row->words.at[0]) != first) continue;
        if ((best == NULL || row->words.len > best->words.len) && begins(part, row->words)) best = row;
    }
    return best;
}

/* Where the parenthesis that opens at `at` closes, or s.len. */
static size_t closing(rt_str s, size_t at) {
    size_t depth = 0;
    for (size_t i = at; i < s.len; i++) {
        if (s.at[i] == '(') depth++;
        if (s.at[i] == ')' && --depth == 0) return i;
    }
    return s.len;
}

bool ofac_next_part(rt_str *rest, rt_str *part) {
    if (rest->len == 0) return false;
    size_t end = 0;
    while (end < rest->len && rest->at[end] != ';') {
        const size_t close = rest->at[end] == '(' ? closing(*rest, end) : rest->len;
        end = close < rest->len ? close + 1 : end + 1;
    }
    *part = rt_str_trim(rt_str_cut(*rest, end));
    *rest = rt_str_from(*rest, end + 1);
    return true;
}

static bool listed(rt_str word, const char *const *words) {
    for (size_t i = 0; words[i] != NULL; i++)
        if (rt_str_eq_nocase(word, rt_str_of(words[i]))) return true;
    return false;
}

bool ofac_is_position(rt_str part) {
    for (size_t at = 0; at < part.len; at++) {
        size_t end = at;
        while (end < part.len && rt_is_alpha(part.at[end])) end++;
        if (listed((rt_str){part.at + at, end - at}, ofac_role_words)) return true;
        at = end;
    }
    return false;
}

bool ofac_is_honorific(rt_str part) { return listed(part, ofac_honorifics); }
