#include "base/date_words.h"

#include "base/date_edtf.h"

static const struct meaning {
    const char *word; /* lower case; a full stop behind it is dropped before we look */
    rt_word_kind kind;
    int value;
} meanings[] = {
    {"january", RT_WORD_MONTH, 1},
    {"jan", RT_WORD_MONTH, 1},
    {"february", RT_WORD_MONTH, 2},
    {"feb", RT_WORD_MONTH, 2},
    {"march", RT_WORD_MONTH, 3},
    {"mar", RT_WORD_MONTH, 3},
    {"april", RT_WORD_MONTH, 4},
    {"apr", RT_WORD_MONTH, 4},
    {"may", RT_WORD_MONTH, 5},
    {"june", RT_WORD_MONTH, 6},
    {"jun", RT_WORD_MONTH, 6},
    {"july", RT_WORD_MONTH, 7},
    {"jul", RT_WORD_MONTH, 7},
    {"august", RT_WORD_MONTH, 8},
    {"aug", RT_WORD_MONTH, 8},
    {"september", RT_WORD_MONTH, 9},
    {"sept", RT_WORD_MONTH, 9},
    {"sep", RT_WORD_MONTH, 9},
    {"october", RT_WORD_MONTH, 10},
    {"oct", RT_WORD_MONTH, 10},
    {"november", RT_WORD_MONTH, 11},
    {"nov", RT_WORD_MONTH, 11},
    {"december", RT_WORD_MONTH, 12},
    {"dec", RT_WORD_MONTH, 12},

    {"monday", RT_WORD_WEEKDAY, 0},
    {"mon", RT_WORD_WEEKDAY, 0},
    {"tuesday", RT_WORD_WEEKDAY, 1},
    {"tue", RT_WORD_WEEKDAY, 1},
    {"tues", RT_WORD_WEEKDAY, 1},
    {"wednesday", RT_WORD_WEEKDAY, 2},
    {"wed", RT_WORD_WEEKDAY, 2},
    {"thursday", RT_WORD_WEEKDAY, 3},
    {"thu", RT_WORD_WEEKDAY, 3},
    {"thurs", RT_WORD_WEEKDAY, 3},
    {"friday", RT_WORD_WEEKDAY, 4},
    {"fri", RT_WORD_WEEKDAY, 4},
    {"saturday", RT_WORD_WEEKDAY, 5},
    {"sat", RT_WORD_WEEKDAY, 5},
    {"sunday", RT_WORD_WEEKDAY, 6},
    {"sun", RT_WORD_WEEKDAY, 6},

    {"spring", RT_WORD_SEASON, 21},
    {"summer", RT_WORD_SEASON, 22},
    {"autumn", RT_WORD_SEASON, 23},
    {"fall", RT_WORD_SEASON, 23},
    {"winter", RT_WORD_SEASON, 24},

    {"circa", RT_WORD_MARK, RT_EDTF_APPROXIMATE},
    {"ca", RT_WORD_MARK, RT_EDTF_APPROXIMATE},
    {"c", RT_WORD_MARK, RT_EDTF_APPROXIMATE},
    {"approximately", RT_WORD_MARK, RT_EDTF_APPROXIMATE},
    {"approximate", RT_WORD_MARK, RT_EDTF_APPROXIMATE},
    {"approx", RT_WORD_MARK, RT_EDTF_APPROXIMATE},
    {"about", RT_WORD_MARK, RT_EDTF_APPROXIMATE},
    {"abt", RT_WORD_MARK, RT_EDTF_APPROXIMATE},
    {"around", RT_WORD_MARK, RT_EDTF_APPROXIMATE},
    {"roughly", RT_WORD_MARK, RT_EDTF_APPROXIMATE},
    {"estimated", RT_WORD_MARK, RT_EDTF_APPROXIMATE},
    {"possibly", RT_WORD_MARK, RT_EDTF_UNCERTAIN},
    {"perhaps", RT_WORD_MARK, RT_EDTF_UNCERTAIN},
    {"maybe", RT_WORD_MARK, RT_EDTF_UNCERTAIN},
    {"probably", RT_WORD_MARK, RT_EDTF_UNCERTAIN},
    {"presumably", RT_WORD_MARK, RT_EDTF_UNCERTAIN},
    {"uncertain", RT_WORD_MARK, RT_EDTF_UNCERTAIN},

    {"early", RT_WORD_PART, RT_PART_EARLY},
    {"beginning", RT_WORD_PART, RT_PART_EARLY},
    {"mid", RT_WORD_PART, RT_PART_MID},
    {"middle", RT_WORD_PART, RT_PART_MID},
    {"late", RT_WORD_PART, RT_PART_LATE},
    {"end", RT_WORD_PART, RT_PART_LATE},

    {"before", RT_WORD_BEFORE, 0},
    {"bef", RT_WORD_BEFORE, 0},
    {"earlier", RT_WORD_BEFORE, 0},
    {"prior", RT_WORD_BEFORE, 0},
    {"after", RT_WORD_AFTER, 0},
    {"aft", RT_WORD_AFTER, 0},
    {"later", RT_WORD_AFTER, 0},
    {"since", RT_WORD_SINCE, 0},
    {"until", RT_WORD_UNTIL, 0},
    {"till", RT_WORD_UNTIL, 0},
    {"between", RT_WORD_BETWEEN, 0},
    {"from", RT_WORD_FROM, 0},
    {"to", RT_WORD_TO, 0},
    {"through", RT_WORD_TO, 0},
    {"and", RT_WORD_AND, 0},
    {"or", RT_WORD_OR, 0},

    {"century", RT_WORD_CENTURY, 0},
    {"cent", RT_WORD_CENTURY, 0},
    {"ad", RT_WORD_ERA, 1},
    {"a.d", RT_WORD_ERA, 1},
    {"ce", RT_WORD_ERA, 1},
    {"c.e", RT_WORD_ERA, 1},
    {"bc", RT_WORD_ERA, -1},
    {"b.c", RT_WORD_ERA, -1},
    {"bce", RT_WORD_ERA, -1},
    {"b.c.e", RT_WORD_ERA, -1},

    {"the", RT_WORD_FILLER, 0},
    {"of", RT_WORD_FILLER, 0},
    {"in", RT_WORD_FILLER, 0},
    {"on", RT_WORD_FILLER, 0},
    {"year", RT_WORD_FILLER, 0},
    {"month", RT_WORD_FILLER, 0},
    {"than", RT_WORD_FILLER, 0},
};

static void look_up(rt_word *w) {
    w->kind = RT_WORD_UNKNOWN;
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++) {
        if (rt_to_lower(w->text.at[0]) != meanings[i].word[0]) continue;
        if (!rt_str_eq_nocase(w->text, rt_str_of(meanings[i].word))) continue;
        w->kind = meanings[i].kind;
        w->value = meanings[i].value;
        return;
    }
}

/* Letters, and full stops between them ("A.D."); the one behind is taken, but not part of the word. */
static size_t letters(rt_str rest, size_t *taken) {
    size_t n = 0;
    while (n < rest.len &&
           (rt_is_alpha(rest.at[n]) || (rest.at[n] == '.' && n + 1 < rest.len && rt_is_alpha(rest.at[n + 1]))))
        n++;
    *taken = n + (n < rest.len && rest.at[n] == '.');
    return n;
}

static rt_word word(rt_str rest, size_t *taken) {
    rt_word w = {.text = rt_str_cut(rest, letters(rest, taken))};
    look_up(&w);
    return w;
}

static const struct suffix {
    rt_str text;
    rt_suffix kind;
} suffixes[] = {
    {RT_S_INIT("st"), RT_SUFFIX_ORDINAL},
    {RT_S_INIT("nd"), RT_SUFFIX_ORDINAL},
    {RT_S_INIT("rd"), RT_SUFFIX_ORDINAL},
    {RT_S_INIT("th"), RT_SUFFIX_ORDINAL},
    {RT_S_INIT("s"), RT_SUFFIX_PLURAL},
    {RT_S_INIT("'s"), RT_SUFFIX_PLURAL},
    {RT_S_INIT("\xe2\x80\x99s"), RT_SUFFIX_PLURAL},
};

static size_t suffix_of(rt_str rest, rt_suffix *kind) {
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        const size_t n = suffixes[i].text.len;
        if (!rt_str_eq_nocase(rt_str_cut(rest, n), suffixes[i].text) || (rest.len > n && rt_is_alpha(rest.at[n])))
            continue;
        *kind = suffixes[i].kind;
        return n;
    }
    return 0;
}

static rt_word number(rt_str rest, size_t *taken) {
    rt_word w = {.kind = RT_WORD_NUMBER};
    while (w.digits < rest.len && rt_is_digit(rest.at[w.digits])) {
        if (w.value >= 0) w.value = w.value * 10 + rest.at[w.digits] - '0';
        if (w.value > 9999) w.value = -1;
        w.digits++;
    }
    *taken = w.digits + suffix_of(rt_str_from(rest, w.digits), &w.suffix);
    w.text = rt_str_cut(rest, *taken);
    return w;
}

static const rt_str dashes[] = {RT_S_INIT("\xe2\x80\x90"), RT_S_INIT("\xe2\x80\x91"), RT_S_INIT("\xe2\x80\x92"),
                                RT_S_INIT("\xe2\x80\x93"), RT_S_INIT("\xe2\x80\x94")};

static rt_word sign(rt_str rest, size_t *taken) {
    rt_word w = {.kind = RT_WORD_SIGN, .value = rest.at[0], .text = rt_str_cut(rest, 1)};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (rt_str_starts(rest, dashes[i])) w.value = '-', w.text = dashes[i];
    *taken = w.text.len;
    if (w.value == '~') w.kind = RT_WORD_MARK, w.value = RT_EDTF_APPROXIMATE;
    if (w.value == '?') w.kind = RT_WORD_MARK, w.value = RT_EDTF_UNCERTAIN;
    return w;
}

static rt_word next_word(rt_str text, size_t *at) {
    while (*at < text.len && rt_is_blank(text.at[*at])) ++*at;
    const rt_str rest = rt_str_from(text, *at);
    if (*at >= text.len) return (rt_word){.kind = RT_WORD_END, .at = text.len};
    size_t taken;
    rt_word (*const take)(rt_str, size_t *) = rt_is_alpha(rest.at[0]) ? word : rt_is_digit(rest.at[0]) ? number : sign;
    rt_word w = take(rest, &taken);
    w.at = *at;
    *at += taken;
    return w;
}

rt_status rt_words_read(rt_str text, rt_words *words, rt_error *err) {
    size_t at = 0, n = 0;
    words->next = 0;
    words->err = err;
    do {
        if (n > RT_WORDS_MAX) return rt_words_fault(words, words->at[RT_WORDS_MAX].at, "no date has that many words");
        words->at[n] = next_word(text, &at);
    } while (words->at[n++].kind != RT_WORD_END);
    return rt_ok;
}

const rt_word *rt_words_peek(const rt_words *words, size_t n) {
    size_t i = words->next;
    while (n > 0 && words->at[i].kind != RT_WORD_END) i++, n--;
    return &words->at[i];
}

const rt_word *rt_words_take(rt_words *words, rt_word_kind kind) {
    const rt_word *w = rt_words_peek(words, 0);
    if (w->kind != kind || kind == RT_WORD_END) return NULL;
    words->next++;
    return w;
}

bool rt_word_is_sign(const rt_word *w, char sign) { return w->kind == RT_WORD_SIGN && w->value == sign; }

bool rt_words_take_sign(rt_words *words, char sign) {
    if (!rt_word_is_sign(rt_words_peek(words, 0), sign)) return false;
    words->next++;
    return true;
}

void rt_words_skip_filler(rt_words *words) {
    while (rt_words_take(words, RT_WORD_FILLER) != NULL) {
    }
}

rt_status rt_words_fault(const rt_words *words, size_t byte, const char *message) {
    const rt_status status = rt_fail(words->err, RT_BAD, "%s", message);
    rt_error_at_byte(words->err, byte);
    return status;
}
