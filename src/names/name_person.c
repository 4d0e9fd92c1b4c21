/* Names of people. A rule looks at the tokens from one on and says how many it took; the first that takes any wins. */
#include <string.h>

#include "names/name_read.h"

typedef struct person {
    rt_name_reading *r;
    size_t comma;     /* the token behind the comma of "FAMILY, Given", or 0 */
    bool father_next; /* "bin" stood before */
} person;

static rt_str latin(const person *p, size_t i) { return rt_name_latin(p->r, i); }
static size_t count(const person *p) { return p->r->tokens.n; }
static bool is(const person *p, size_t i, uint32_t use) { return rt_name_token_is(p->r, i, use); }

/* Where a word stands decides what it is, as far as that can be told. */
static rt_part part_at(person *p, size_t i) {
    if (p->father_next) {
        p->father_next = false;
        return RT_PART_PATRONYMIC;
    }
    if (p->comma > 0) return i < p->comma ? RT_PART_FAMILY : RT_PART_GIVEN;
    if (p->r->tokens.at[0].surname_first) return i == 0 ? RT_PART_FAMILY : RT_PART_GIVEN;
    return RT_PART_NAME;
}

static size_t past_particles(const person *p, size_t i) {
    while (is(p, i, RT_USE_PARTICLE) && i + 1 < count(p)) i++;
    return i;
}

/* Puts a fixed beginning before the word of a token; it says as much as that word says. */
static void add_compound(person *p, const char *begin, size_t i, rt_part part) {
    char text[RT_TOKEN_LETTERS];
    const rt_str name = rt_str_cut(latin(p, i), RT_TOKEN_LETTERS - strlen(begin));
    memcpy(text, begin, strlen(begin));
    memcpy(text + strlen(begin), name.at, name.len);
    rt_word *w = rt_name_add_latin(p->r, (rt_str){text, strlen(begin) + name.len}, part);
    if (w != NULL && p->r->lexemes[i].person_info < w->info) w->info = p->r->lexemes[i].person_info;
}

/* --- rules -------------------------------------------------------------------------------------------------------- */

/* Abd al-Rahman, Abdul Rehman: "abdrahman". */
static size_t servant(person *p, size_t i) {
    if (!is(p, i, RT_USE_SERVANT) || i + 1 >= count(p) || i + 1 == p->comma) return 0;
    const size_t named = past_particles(p, i + 1);
    add_compound(p, "abd", named, part_at(p, i));
    return named - i + 1;
}

/* Length of "abdul", "abder" and the like before one of the names of God in one word, or 0. */
static size_t servant_length(rt_str word) {
    rt_lexeme lexeme;
    if (word.len < 6 || !rt_str_starts(word, RT_S("abd"))) return 0;
    for (size_t n = word.len - 3 < 6 ? word.len - 3 : 6; n >= 3; n--)
        if (rt_lexicon_find(rt_str_from(word, n), &lexeme) && (lexeme.uses & RT_USE_DIVINE) != 0) return n;
    return 0;
}

/* Abdurrahman: the same word. What is known as a name of its own (Abdullah) stays. */
static size_t servant_in_one(person *p, size_t i) {
    char text[RT_TOKEN_LETTERS + 1] = "abd";
    const rt_str word = latin(p, i);
    const size_t begin = servant_length(word);
    if (begin == 0) return 0;
    memcpy(text + 3, word.at + begin, word.len - begin);
    rt_word *w = rt_name_add_latin(p->r, (rt_str){text, 3 + word.len - begin}, part_at(p, i));
    rt_lexeme named;
    rt_lexicon_find(rt_str_from(word, begin), &named);
    if (w != NULL && named.person_info < w->info) w->info = named.person_info;
    return 1;
}

/* Abu Ahmad: one name, by which people are known. */
static size_t kunya(person *p, size_t i) {
    const size_t named = past_particles(p, i + 1);
    if (!is(p, i, RT_USE_KUNYA) || named >= count(p) || i + 1 == p->comma) return 0;
    add_compound(p, latin(p, i).at[0] == 'u' ? "umm" : "abu", named, RT_PART_KUNYA);
    return named - i + 1;
}

static bool is_din(rt_str s) {
    return (s.len == 3 || s.len == 4 || s.len == 5) && s.at[0] == 'd' &&
           (rt_str_is(s, "din") || rt_str_is(s, "dine") || rt_str_is(s, "deen") || rt_str_is(s, "ddin") ||
            rt_str_is(s, "dien"));
}

/* Nur al-Din, Noor ud Deen, Nour Eddine: one name. Returns how many tokens behind the name belong to it. */
static size_t din_behind(const person *p, size_t i) {
    if (is(p, i + 1, RT_USE_PARTICLE) && i + 2 < count(p) && is_din(latin(p, i + 2))) return 2;
    if (i + 1 >= count(p)) return 0;
    const rt_str next = latin(p, i + 1);
    if (next.len >= 5 && next.len <= 7 && strchr("aeu", next.at[0]) != NULL && next.at[1] == 'd' &&
        is_din(rt_str_from(next, next.at[2] == 'd' ? 2 : 1)))
        return 1;
    return 0;
}

static size_t of_the_faith(person *p, size_t i) {
    char text[RT_TOKEN_LETTERS + 8];
    const size_t behind = din_behind(p, i);
    if (behind == 0 || is(p, i, RT_USE_SON | RT_USE_PARTICLE) || i + 1 == p->comma) return 0;
    const rt_str name = rt_str_cut(latin(p, i), RT_TOKEN_LETTERS - 5);
    memcpy(text, name.at, name.len);
    memcpy(text + name.len, "uddin", 5);
    rt_word *w = rt_name_add_latin(p->r, (rt_str){text, name.len + 5}, part_at(p, i));
    const float info = p->r->lexemes[i].person_info + 1.0F;
    if (w != NULL && info < w->info) w->info = info;
    return behind + 1;
}

static void make_previous_patronymic(const person *p) {
    rt_name *n = p->r->name;
    if (n->n > 0) n->words[n->n - 1].part = RT_PART_PATRONYMIC;
}

static bool stands_behind(rt_str son) {
    return rt_str_starts(son, RT_S("og")) || rt_str_find(son, RT_S("z")) != SIZE_MAX;
}

/* bin, ibn, bint before a father's name; oglu, kyzy behind it. A name may begin with one (Ben, bin Laden). */
static size_t son(person *p, size_t i) {
    if (!is(p, i, RT_USE_SON)) return 0;
    if (stands_behind(latin(p, i))) {
        make_previous_patronymic(p);
        rt_name_add(p->r, i, RT_PART_PARTICLE);
        return 1;
    }
    if (i + 1 >= count(p) || i == 0) return 0;
    p->father_next = i != p->comma;
    rt_name_add(p->r, i, RT_PART_PARTICLE);
    return 1;
}

static size_t title(person *p, size_t i) {
    if (!is(p, i, RT_USE_TITLE) || is(p, i, RT_USE_GIVEN | RT_USE_FAMILY)) return 0;
    rt_name_add(p->r, i, RT_PART_TITLE);
    return 1;
}

static size_t generation(person *p, size_t i) {
    if (i == 0 || !is(p, i, RT_USE_GENERATION) || latin(p, i).len < 2) return 0;
    rt_name_add(p->r, i, RT_PART_GENERATION);
    return 1;
}

/* "Il" of Il-Gyu and "E." of E. Smith are names; the article is not, wherever it stands. */
static bool may_be_particle(const person *p, size_t i) {
    const rt_token *t = &p->r->tokens.at[i];
    const rt_str word = latin(p, i);
    const bool article =
        word.len <= 3 && (word.at[0] == 'a' || word.at[0] == 'e' || word.at[0] == 'u') && word.len >= 2;
    if (article) return true;
    if (word.len == 1) return i > 0 && t->after != '.' && t->before != '.' && t->before != ',';
    return t->after != '-' && t->before != '-' && t->before != ',';
}

static size_t particle(person *p, size_t i) {
    if (!is(p, i, RT_USE_PARTICLE) || i + 1 >= count(p) || !may_be_particle(p, i)) return 0;
    rt_name_add(p->r, i, RT_PART_PARTICLE);
    return 1;
}

static size_t between_names(person *p, size_t i) {
    if (i == 0 || !is(p, i, RT_USE_AKA) || is(p, i, RT_USE_GIVEN | RT_USE_FAMILY)) return 0;
    rt_name_add(p->r, i, RT_PART_STOP);
    return 1;
}

static size_t initial(person *p, size_t i) {
    if (latin(p, i).len != 1 || p->r->tokens.at[i].script != RT_LATIN || rt_is_digit(latin(p, i).at[0])) return 0;
    rt_name_add(p->r, i, RT_PART_INITIAL);
    return 1;
}

static bool ends_as_patronymic(rt_str s) {
    static const char *const endings[] = {"ovich", "evich", "avich", "ovna", "evna", "avna", "ovych", "ivna", "dottir"};
    if (s.len < 7) return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (rt_str_ends(s, rt_str_of(endings[i]))) return true;
    return false;
}

/* Ivan Petrovich Sidorov, SIDOROV, Ivan Petrovich: not the family name. */
static size_t plain(person *p, size_t i) {
    rt_part part = part_at(p, i);
    if (part != RT_PART_FAMILY && count(p) >= 3 && i > 0 && ends_as_patronymic(latin(p, i))) part = RT_PART_PATRONYMIC;
    rt_name_add(p->r, i, part);
    return 1;
}

static size_t (*const rules[])(person *, size_t) = {
    title, servant, servant_in_one, kunya, of_the_faith, son, generation, between_names, particle, initial, plain,
};

/* --- the whole ---------------------------------------------------------------------------------------------------- */

/* The token behind the first comma, unless only a title or a generation follows ("Smith, Jr."). */
static size_t find_comma(const rt_name_reading *r) {
    for (size_t i = 1; i < r->tokens.n; i++)
        if (r->tokens.at[i].before == ',')
            return rt_name_token_is(r, i, RT_USE_GENERATION) && i + 1 == r->tokens.n ? 0 : i;
    return 0;
}

static bool counts(const rt_word *w) {
    return w->part != RT_PART_TITLE && w->part != RT_PART_PARTICLE && w->part != RT_PART_STOP &&
           w->part != RT_PART_GENERATION;
}

/* "Sheikh", "Bin": when nothing else is there, this is the name. */
static void keep_something(rt_name *n) {
    for (size_t i = 0; i < n->n; i++)
        if (counts(&n->words[i])) return;
    for (size_t i = 0; i < n->n; i++) n->words[i].part = RT_PART_NAME;
}

void rt_name_read_person(rt_name_reading *r) {
    person p = {r, find_comma(r), false};
    for (size_t i = 0; i < r->tokens.n;)
        for (size_t k = 0;; k++) {
            const size_t taken = rules[k](&p, i);
            if (taken == 0) continue; /* the last rule always takes */
            i += taken;
            break;
        }
    r->name->ordered = p.comma > 0 || (r->tokens.n > 1 && r->tokens.at[0].surname_first);
    keep_something(r->name);
}
