#include <string.h>

#include "names/sounds.h"

/* What a letter or several may sound like: texts of classes, in the order of their odds. From `sure` on only whoever
 * asks tries them. */
typedef struct slot {
    const char *choice[4];
    unsigned n, sure;
} slot;

static const struct {
    char text[5];
    slot is;
} several[] = {
    {"tsch", {{"S", "TS"}, 2, 1}}, {"sch", {{"S", "SK"}, 2, 2}},
    {"tch", {{"S", "TS"}, 2, 1}},  {"dzh", {{"S"}, 1, 1}},
    {"tsh", {{"S"}, 1, 1}},        {"tts", {{"S", "TS"}, 2, 1}},
    {"ttz", {{"S"}, 1, 1}},        {"ch", {{"S", "K", "", "T"}, 4, 2}},
    {"kh", {{"K", ""}, 2, 1}},     {"gh", {{"K", ""}, 2, 1}},
    {"th", {{"T", "S"}, 2, 2}},    {"dh", {{"T", "S"}, 2, 2}},
    {"ph", {{"F", "P"}, 2, 1}},    {"sh", {{"S"}, 1, 1}},
    {"zh", {{"S"}, 1, 1}},         {"ts", {{"S", "TS", "K"}, 3, 2}},
    {"tz", {{"S", "TS"}, 2, 1}},   {"cz", {{"S"}, 1, 1}},
    {"sz", {{"S"}, 1, 1}},         {"dz", {{"S", "T"}, 2, 1}},
    {"dj", {{"S"}, 1, 1}},         {"ng", {{"NK", "N"}, 2, 2}},
    {"ck", {{"K", "SK"}, 2, 1}},   {"cci", {{"S", "K"}, 2, 2}},
    {"cce", {{"S", "K"}, 2, 2}},   {"cs", {{"KS", "S"}, 2, 2}},
    {"cq", {{"K"}, 1, 1}},         {"rh", {{"R"}, 1, 1}},
    {"gn", {{"KN", "N"}, 2, 2}},
};

static size_t find_several(const char *s, slot *out) {
    for (size_t i = 0; i < sizeof several / sizeof *several; i++) {
        if (several[i].text[0] != *s) continue;
        const size_t n = strlen(several[i].text);
        if (strncmp(s, several[i].text, n) != 0) continue;
        *out = several[i].is;
        return n;
    }
    return 0;
}

static bool is_soft(char c) { /* c and g before it have another sound */
    return c == 'e' || c == 'i' || c == 'y';
}

static bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

static bool is_labial(char c) { return c == 'b' || c == 'p' || c == 'f' || c == 'v' || c == 'm'; }

static slot of_letter(const char *s) {
    const char after = s[1];
    switch (*s) {
    case 'b':
    case 'p': return (slot){{"P"}, 1, 1};
    case 'f': return (slot){{"F"}, 1, 1};
    case 'v': return (slot){{"F", ""}, 2, 1};
    case 'w': return (slot){{"F", "o", ""}, 3, 2};
    case 'c':
        if (is_soft(after)) return (slot){{"S", "K"}, 2, 2};
        return after == '\0' ? (slot){{"K", "S"}, 2, 2} : (slot){{"K", "S"}, 2, 1};
    case 'g': return is_soft(after) ? (slot){{"K", "S", ""}, 3, 2} : (slot){{"K", ""}, 2, 1};
    case 'h': return (slot){{"", "K"}, 2, 1};
    case 'k': return (slot){{"K"}, 1, 1};
    case 'q': return (slot){{"K", "S"}, 2, 1};
    case 'x': return (slot){{"KS", "S", "K", ""}, 4, 2};
    case 'j': return (slot){{"S", "", "K"}, 3, 2};
    case 'd':
    case 't':
        if (after == '\0' && *s == 't') return (slot){{"T", ""}, 2, 2};
        return after == 'i' || after == 'y' ? (slot){{"T", "S"}, 2, 1} : (slot){{"T"}, 1, 1};
    case 's':
    case 'z': return after == '\0' ? (slot){{"S", ""}, 2, 2} : (slot){{"S"}, 1, 1};
    case 'l': return (slot){{"L"}, 1, 1};
    case 'r': return (slot){{"R"}, 1, 1};
    case 'm': return is_vowel(after) ? (slot){{"M"}, 1, 1} : (slot){{"M", "N"}, 2, 1};
    case 'n': return is_labial(after) ? (slot){{"N", "M"}, 2, 1} : (slot){{"N"}, 1, 1};
    case 'o':
    case 'u': return (slot){{"o"}, 1, 1};
    case 'a':
    case 'e':
    case 'i':
    case 'y': return (slot){{"a"}, 1, 1};
    default: return (slot){{""}, 1, 1};
    }
}

/* Across scripts l and r are one (Chinese, Japanese, Korean have one sound for both), and r at the end of a syllable is
 * often not written; scripts leave other letters open. */
static void widen(const char *s, rt_script script, slot *out) {
    if (out->choice[0][0] >= 'a') *out = (slot){{""}, 1, 1};
    const bool east = script == RT_KANA || script == RT_HANGUL || script == RT_HAN;
    if (*s == 'r' && !is_vowel(s[1]) && !east)
        *out = (slot){{"L", ""}, 2, 2};
    else if (*s == 'r')
        *out = (slot){{"L"}, 1, 1};
    if (*s == 'w') *out = (slot){{"F", ""}, 2, 2};
    if (*s == 'c' && out->choice[0][0] == 'K') *out = (slot){{"K", "S"}, 2, 2}; /* a cedilla or caron that was lost */
    if (s[1] == '\0' && strchr("tdsxz", *s) != NULL && !east)                   /* silent in French */
        *out = (slot){{out->choice[0], "", out->choice[1]}, out->n > 1 ? 3 : 2, 2};
    if ((*s == 'b' || *s == 'p') && (script == RT_HEBREW || east)) *out = (slot){{"P", "F"}, 2, 2};
    if (*s == 'j' && script == RT_ARABIC) *out = (slot){{"S", "K"}, 2, 2};
    if (*s == 'w' && (script == RT_ARABIC || script == RT_HEBREW)) *out = (slot){{"", "F"}, 2, 2};
    if (script == RT_KANA && (*s == 'c' || *s == 't') && out->choice[0][0] == 'S') *out = (slot){{"S", "T"}, 2, 2};
}

/* Adds a choice behind a code; one sound twice is one sound, and of vowels the roundest. */
static void extend(char *code, const char *choice) {
    size_t n = strlen(code);
    for (; *choice != '\0' && n + 1 < RT_SOUND_LETTERS; choice++)
        if (n > 0 && code[n - 1] >= 'a' && *choice >= 'a')
            code[n - 1] = code[n - 1] > *choice ? code[n - 1] : *choice;
        else if (n == 0 || code[n - 1] != *choice)
            code[n++] = *choice;
    code[n] = '\0';
}

static void choose(rt_sound_codes *all, const slot *s, unsigned choices, unsigned most) {
    const unsigned before = all->n;
    for (unsigned k = 1; k < choices; k++)
        for (unsigned i = 0; i < before && all->n < most; i++) {
            memcpy(all->at[all->n], all->at[i], RT_SOUND_LETTERS);
            extend(all->at[all->n++], s->choice[k]);
        }
    for (unsigned i = 0; i < before; i++) extend(all->at[i], s->choice[0]);
}

void rt_sound(const char *latin, rt_script script, rt_sound_kind kind, bool asking, unsigned most,
              rt_sound_codes *codes) {
    codes->n = 1;
    codes->at[0][0] = '\0';
    if (script == RT_ARABIC && asking && strncmp(latin, "al", 2) == 0) { /* the article, written with its word or not */
        codes->n = 2;
        memcpy(codes->at[0], "L", 2);
        codes->at[1][0] = '\0';
        latin += 2;
    }
    while (*latin != '\0') {
        slot s;
        size_t n = find_several(latin, &s);
        if (n == 0) {
            n = 1;
            s = of_letter(latin);
        }
        if (kind == RT_SOUND_FAR) widen(latin, script, &s);
        choose(codes, &s, asking ? s.n : s.sure, most < RT_SOUND_CODES ? most : RT_SOUND_CODES);
        latin += n;
    }
}
