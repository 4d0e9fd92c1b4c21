/* Cuts a folded name into words and hands each to what reads its script. */
#include "names/letters_units.h"

#include <string.h>

const char *rt_script_name(rt_script script) {
    static const char *const names[RT_SCRIPTS] = {"latin",    "cyrillic", "greek", "arabic", "hebrew", "armenian",
                                                  "georgian", "han",      "kana",  "hangul", "other"};
    return names[script];
}

static size_t rank(char sign) {
    const char *at = sign ? strchr(RT_LETTER_SIGNS, sign) : NULL;
    return at ? (size_t)(at - RT_LETTER_SIGNS) + 1 : 0;
}

char rt_letters_stronger(char a, char b) { return rank(a) >= rank(b) ? a : b; }

/* --- tokens ----------------------------------------------------------------------------------------------------- */

static rt_str keep(rt_letters_job *job, const char *text, size_t len) {
    return rt_str_copy(job->arena, (rt_str){text, len});
}

/* Readings that differ, without empty ones. */
static void keep_readings(rt_letters_job *job, const rt_reading *r, rt_token *token) {
    for (unsigned k = 0; k < RT_TOKEN_READINGS; k++) {
        const rt_str reading = {r->text[k], r->len[k]};
        bool seen = reading.len == 0;
        for (unsigned i = 0; i < token->reading_count; i++) seen = seen || rt_str_eq(token->readings[i], reading);
        if (!seen) token->readings[token->reading_count++] = keep(job, reading.at, reading.len);
    }
}

/* All its letters are capitals, and they are two or more. */
static bool in_capitals(const rt_letters_job *job, const rt_letters_word *word) {
    size_t letters = 0;
    for (size_t i = word->begin; i < word->end; i++) {
        const rt_unit *u = &job->units.at[i];
        if (u->kind == RT_LETTER_DIGIT || u->kind == RT_LETTER_JOIN) continue;
        if (!u->capital) return false;
        letters++;
    }
    return letters >= 2;
}

void rt_letters_token(rt_letters_job *job, const rt_letters_word *word, rt_reading *reading) {
    if (job->tokens.n >= RT_NAME_TOKENS) {
        job->tokens.truncated = true;
        return;
    }
    rt_token *token = &job->tokens.at[job->tokens.n];
    *token = (rt_token){.script = word->script, .surname_first = job->surname_first, .before = job->before};
    keep_readings(job, reading, token);
    if (token->reading_count == 0) return;
    token->symbols = reading->symbol_len > 0 ? keep(job, reading->symbols, reading->symbol_len) : token->readings[0];
    token->begin = job->units.at[word->begin].begin;
    token->end = job->units.at[word->end - 1].begin + job->units.at[word->end - 1].bytes;
    token->capitals = in_capitals(job, word);
    job->before = ' '; /* of what else its word is parted into */
    job->tokens.n++;
}

/* --- words ------------------------------------------------------------------------------------------------------ */

/* Scripts that may stand in one word: Latin, Cyrillic and Greek look alike, Han and kana are written together. */
static rt_script group_of(const rt_unit *u) {
    if (u->kind == RT_LETTER_DIGIT || u->kind == RT_LETTER_JOIN) return RT_SCRIPTS;
    if (u->script == RT_CYRILLIC || u->script == RT_GREEK) return RT_LATIN;
    return (rt_script)(u->script == RT_KANA ? RT_HAN : u->script);
}

/* The word that begins at i: its letters are of one group; digits and apostrophes go with any. */
static rt_letters_word word_at(const rt_units *units, size_t i) {
    rt_letters_word word = {i, i, RT_LATIN};
    rt_script group = RT_SCRIPTS;
    for (; word.end < units->n && units->at[word.end].kind != RT_LETTER_SIGN; word.end++) {
        const rt_script here = group_of(&units->at[word.end]);
        if (group == RT_SCRIPTS)
            group = here;
        else if (here != RT_SCRIPTS && here != group)
            break;
    }
    while (word.end > i && units->at[word.end - 1].kind == RT_LETTER_JOIN && group != RT_HEBREW) word.end--;
    if (group != RT_SCRIPTS) word.script = group;
    return word;
}

/* What looks like a letter in another script; 0: nothing does. */
static uint16_t twin(const rt_unit *u, rt_script to) {
    for (size_t k = 0; k < rt_letter_shape_count; k++) {
        const rt_letter_shape *shape = &rt_letter_shapes[k];
        if (shape->capital == u->capital && shape->letter[u->script] == u->letter && !shape->rare[to])
            return shape->letter[to];
    }
    return 0;
}

static bool may_be_twin(const rt_unit *u) { return u->kind == RT_LETTER_RULED && u->script <= RT_GREEK; }

/* How much speaks for a script in a word that mixes: its letters that no other script has, then all its letters. */
static size_t speaks_for(const rt_units *units, const rt_letters_word *word, rt_script script) {
    size_t n = 0;
    for (size_t i = word->begin; i < word->end; i++) {
        const rt_unit *u = &units->at[i];
        if (!may_be_twin(u) || u->script != script) continue;
        bool own = true;
        for (rt_script s = RT_LATIN; s <= RT_GREEK; s++) own = own && (s == script || !twin(u, s));
        n += own ? RT_NAME_BYTES : 1;
    }
    return n;
}

static bool is_mixed(const rt_units *units, const rt_letters_word *word) {
    unsigned seen = 0;
    for (size_t i = word->begin; i < word->end; i++)
        if (may_be_twin(&units->at[i])) seen |= 1U << units->at[i].script;
    return (seen & (seen - 1)) != 0;
}

/* Letters of the other scripts become what looks like them. */
static void unmix(rt_units *units, const rt_letters_word *word, rt_script to) {
    for (size_t i = word->begin; i < word->end; i++) {
        rt_unit *u = &units->at[i];
        const uint16_t letter = may_be_twin(u) && u->script != to ? twin(u, to) : 0;
        if (!letter) continue;
        u->letter = letter;
        u->code = rt_letters_table[letter].code;
        u->script = (uint8_t)to;
    }
}

/* Of Latin, Cyrillic and Greek the script that a word is in. */
static rt_script one_script(rt_units *units, const rt_letters_word *word) {
    rt_script most = RT_LATIN;
    if (!is_mixed(units, word)) {
        for (size_t i = word->begin; i < word->end; i++)
            if (may_be_twin(&units->at[i])) return (rt_script)units->at[i].script;
        return most;
    }
    for (rt_script s = RT_CYRILLIC; s <= RT_GREEK; s++)
        if (speaks_for(units, word, s) > speaks_for(units, word, most)) most = s;
    unmix(units, word, most);
    return most;
}

void rt_letters_ruled(rt_letters_job *job, const rt_letters_word *word) {
    rt_reading reading = {0};
    rt_letters_by_rules(job, word->begin, word->end, &reading);
    if (word->script == RT_LATIN || word->script == RT_KANA) reading.symbol_len = 0;
    rt_letters_token(job, word, &reading);
}

static void read_word(rt_letters_job *job, rt_letters_word *word) {
    switch (word->script) {
    case RT_LATIN:
        word->script = one_script(&job->units, word);
        rt_letters_ruled(job, word);
        break;
    case RT_ARABIC: rt_letters_arabic(job, word); break;
    case RT_HAN: rt_letters_han(job, word); break;
    case RT_HANGUL: rt_letters_hangul(job, word); break;
    case RT_OTHER_SCRIPT: rt_letters_other(job, word); break;
    default: rt_letters_ruled(job, word); break;
    }
}

/* What must be known of the whole name before its first word is read. */
static void look_over(rt_letters_job *job) {
    rt_letters_languages(job);
    for (size_t i = 0; i < job->units.n;) {
        const rt_unit *u = &job->units.at[i];
        if (u->kind == RT_LETTER_SIGN) {
            job->dotted = job->dotted || u->code == 0xB7 || u->code == 0x30FB || u->code == 0x2022 || u->code == 0x2027;
            i++;
            continue;
        }
        const rt_letters_word word = word_at(&job->units, i);
        job->words[word.script]++;
        for (; i < word.end; i++) job->kana = job->kana || job->units.at[i].script == RT_KANA;
        i += word.end == word.begin;
    }
}

/* An apostrophe at the edge of a word is a quote; ayn and hamza are none. */
static char sign_of(const rt_unit *u) {
    if (u->kind != RT_LETTER_JOIN) return u->sign;
    return u->code == '\'' || u->code == 0x2018 || u->code == 0x2019 ? '\'' : '\0';
}

/* The strongest sign from *i on; moves *i to the next letter. */
static char take_signs(const rt_units *units, size_t *i) {
    char sign = '\0';
    for (; *i < units->n; (*i)++) {
        const rt_unit *u = &units->at[*i];
        if (u->kind != RT_LETTER_SIGN && u->kind != RT_LETTER_JOIN) break;
        sign = rt_letters_stronger(sign, sign_of(u));
    }
    return sign;
}

static char at_edge(char sign) { return sign == ' ' ? '\0' : sign; }

static void read_words(rt_letters_job *job) {
    size_t i = 0;
    job->before = at_edge(take_signs(&job->units, &i));
    while (i < job->units.n && job->tokens.n < RT_NAME_TOKENS) {
        rt_letters_word word = word_at(&job->units, i);
        const size_t before = job->tokens.n;
        const char sign = job->before;
        i = word.end;
        read_word(job, &word);
        char behind = take_signs(&job->units, &i);
        if (i < job->units.n && !behind) behind = ' '; /* another script begins */
        if (i == job->units.n) behind = at_edge(behind);
        if (job->tokens.n > before) job->tokens.at[job->tokens.n - 1].after = behind;
        job->before = job->tokens.n > before ? behind : rt_letters_stronger(sign, behind);
    }
    if (i < job->units.n) job->tokens.truncated = true;
}

/* Between tokens of one word stands as good as a blank. */
static void fill_after(rt_tokens *tokens) {
    for (size_t i = 0; i + 1 < tokens->n; i++)
        if (!tokens->at[i].after) tokens->at[i].after = ' ';
}

static bool is_ascii(rt_str s) {
    size_t i = 0;
    for (uint64_t eight; i + 8 <= s.len; i += 8) {
        memcpy(&eight, s.at + i, 8);
        if (eight & 0x8080808080808080U) return false;
    }
    for (; i < s.len; i++)
        if ((unsigned char)s.at[i] >= 0x80) return false;
    return true;
}

rt_tokens rt_letters(rt_arena *arena, rt_str name) {
    const rt_str looked_at = rt_str_cut(name, RT_NAME_BYTES);
    rt_tokens tokens;
    if (is_ascii(looked_at)) {
        tokens = rt_letters_ascii(arena, looked_at);
    } else {
        rt_letters_job job = {.arena = arena};
        job.units.room = looked_at.len + 32;
        job.units.at = RT_NEW_N(arena, rt_unit, job.units.room);
        rt_letters_fold(looked_at, &job.units);
        look_over(&job);
        job.tokens.at = RT_NEW_N(arena, rt_token, RT_NAME_TOKENS);
        read_words(&job);
        fill_after(&job.tokens);
        tokens = job.tokens;
    }
    tokens.truncated = tokens.truncated || looked_at.len < name.len;
    return tokens;
}
