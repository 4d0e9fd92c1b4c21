#include "names/name.h"

#include <string.h>

#include "model/schema.h"
#include "names/name_read.h"

/* --- adding words ------------------------------------------------------------------------------------------------ */

static rt_word *room_for_one(rt_name_reading *r) {
    rt_name *n = r->name;
    n->truncated = n->truncated || n->n == RT_NAME_MOST_WORDS;
    return n->n == RT_NAME_MOST_WORDS ? NULL : &n->words[n->n++];
}

static rt_word *placed(const rt_name_reading *r, rt_word *w, rt_part part) {
    w->part = (uint8_t)part;
    w->place = (uint8_t)(w - r->name->words);
    return w;
}

static bool of_organisation(const rt_name_reading *r) { return r->name->kind != RT_NAME_PERSON; }

rt_word *rt_name_add(rt_name_reading *r, size_t token, rt_part part) {
    rt_word *w = room_for_one(r);
    if (w == NULL) return NULL;
    rt_word_make(&r->tokens.at[token], of_organisation(r), w);
    return placed(r, w, part);
}

rt_word *rt_name_add_latin(rt_name_reading *r, rt_str latin, rt_part part) {
    rt_word *w = room_for_one(r);
    if (w == NULL) return NULL;
    rt_word_of_latin(rt_str_cut(latin, RT_TOKEN_LETTERS), of_organisation(r), w);
    return placed(r, w, part);
}

rt_word *rt_name_add_joined(rt_name_reading *r, size_t first, size_t n, rt_part part) {
    char text[RT_TOKEN_LETTERS];
    size_t len = 0;
    for (size_t i = first; i < first + n; i++) {
        const rt_str latin = rt_str_cut(rt_name_latin(r, i), RT_TOKEN_LETTERS - len);
        memcpy(text + len, latin.at, latin.len);
        len += latin.len;
    }
    return rt_name_add_latin(r, (rt_str){text, len}, part);
}

bool rt_name_token_is(const rt_name_reading *r, size_t token, uint32_t use) {
    return token < r->tokens.n && (r->lexemes[token].uses & use) != 0;
}

rt_str rt_name_latin(const rt_name_reading *r, size_t token) { return r->tokens.at[token].readings[0]; }

/* --- reading ------------------------------------------------------------------------------------------------------ */

static void look_up(rt_name_reading *r) {
    r->lexemes = RT_NEW_N(r->arena, rt_lexeme, r->tokens.n + 1);
    for (size_t i = 0; i < r->tokens.n; i++) rt_lexicon_find(rt_name_latin(r, i), &r->lexemes[i]);
}

static rt_name_reading begin(rt_arena *arena, rt_str text) {
    rt_name_reading r = {.arena = arena, .tokens = rt_letters(arena, text)};
    look_up(&r);
    return r;
}

static void read_as(rt_name_reading *r, rt_str text, rt_name_kind kind, rt_name *name) {
    const size_t room = r->tokens.n < RT_NAME_MOST_WORDS ? r->tokens.n : RT_NAME_MOST_WORDS;
    if (kind == RT_NAME_PERSON && rt_name_is_organisation(r)) kind = RT_NAME_ORGANISATION;
    *name = (rt_name){.text = text, .kind = kind, .truncated = r->tokens.truncated};
    name->words = RT_NEW_N(r->arena, rt_word, room + 1);
    r->name = name;
    if (kind == RT_NAME_PERSON)
        rt_name_read_person(r);
    else
        rt_name_read_organisation(r);
}

void rt_name_read(rt_arena *arena, rt_str text, rt_name_kind kind, rt_name *name) {
    rt_name_reading r = begin(arena, text);
    if (kind == RT_NAME_UNKNOWN) kind = rt_name_tell(&r) == RT_TOLD_PERSON ? RT_NAME_PERSON : RT_NAME_ORGANISATION;
    read_as(&r, text, kind, name);
}

size_t rt_name_readings(rt_arena *arena, rt_str text, rt_name_kind kind, rt_name names[2]) {
    rt_name_reading r = begin(arena, text);
    const rt_name_told told = kind == RT_NAME_UNKNOWN ? rt_name_tell(&r) : RT_TOLD_NOTHING;
    if (kind != RT_NAME_UNKNOWN || told != RT_TOLD_NOTHING) {
        const rt_name_kind by_words = told == RT_TOLD_PERSON ? RT_NAME_PERSON : RT_NAME_ORGANISATION;
        read_as(&r, text, kind == RT_NAME_UNKNOWN ? by_words : kind, &names[0]);
        return 1;
    }
    read_as(&r, text, RT_NAME_PERSON, &names[0]); /* first: an organisation's letters with dots become one token */
    read_as(&r, text, RT_NAME_ORGANISATION, &names[1]);
    return names[0].kind == names[1].kind ? 1 : 2;
}

rt_name_kind rt_name_kind_of(rt_str schema) {
    const rt_schema *s = rt_schema_named(schema);
    if (s == NULL || rt_str_is(schema, "LegalEntity") || rt_str_is(schema, "Thing")) return RT_NAME_UNKNOWN;
    if (rt_schema_is(s, "Person")) return RT_NAME_PERSON;
    return rt_schema_is(s, "LegalEntity") ? RT_NAME_ORGANISATION : RT_NAME_THING;
}
