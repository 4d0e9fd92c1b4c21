#include "words/query.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/grow.h"
#include "model/schema.h"
#include "words/tokenizer.h"

typedef struct reader {
    rt_str text;
    size_t at, words;
    rt_arena *arena;
    rt_tokenizer *tokenizer;
    int depth;
    rt_error *err;
} reader;

static rt_status wrong(const reader *r, size_t at, const char *format, ...) RT_PRINTF(3, 4);
static rt_status wrong(const reader *r, size_t at, const char *format, ...) {
    char what[200];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    const rt_status s = rt_fail(r->err, RT_USAGE, "%s", what);
    rt_error_at_byte(r->err, at);
    return s;
}

/* --- marks ----------------------------------------------------------------------------------------------------------
 */

static void skip_blanks(reader *r) {
    while (r->at < r->text.len && rt_is_blank(r->text.at[r->at])) r->at++;
}

static bool at_end(reader *r) {
    skip_blanks(r);
    return r->at == r->text.len;
}

static bool ends_word(char c) { return rt_is_blank(c) || c == '(' || c == ')' || c == '"'; }

/* The run of bytes up to a blank, a bracket or a quote. */
static rt_str peek_word(const reader *r) {
    size_t end = r->at;
    while (end < r->text.len && !ends_word(r->text.at[end])) end++;
    return (rt_str){r->text.at + r->at, end - r->at};
}

static bool take_sign(reader *r, char sign) {
    if (at_end(r) || r->text.at[r->at] != sign) return false;
    r->at++;
    return true;
}

static bool take_operator(reader *r, const char *name) {
    skip_blanks(r);
    const rt_str word = peek_word(r);
    if (!rt_str_is(word, name)) return false;
    r->at += word.len;
    return true;
}

static bool is_operator(rt_str word) {
    return rt_str_is(word, "AND") || rt_str_is(word, "OR") || rt_str_is(word, "NOT");
}

/* --- words ----------------------------------------------------------------------------------------------------------
 */

static rt_query *new_query(reader *r, rt_query_kind kind, size_t at) {
    rt_query *q = RT_NEW(r->arena, rt_query);
    q->kind = kind;
    q->at = at;
    return q;
}

/* Takes the * off with which a word, or the last one of a phrase, ends. Passed over, one that stands elsewhere would
 * find something else than what is meant. */
static rt_status take_star(const reader *r, rt_str *text, size_t at, bool *prefix) {
    *prefix = text->len > 1 && rt_str_ends(*text, RT_S("*"));
    *text = rt_str_cut(*text, text->len - *prefix);
    if (rt_str_find(*text, RT_S("*")) == SIZE_MAX) return rt_ok;
    return wrong(r, at, "a * stands behind the beginning of a word, in a phrase of the last one");
}

static rt_status read_words(reader *r, rt_str text, size_t at, rt_query **query) {
    rt_query *q = *query = new_query(r, RT_QUERY_WORDS, at);
    rt_term term = {0};
    RT_TRY(take_star(r, &text, at, &q->prefix));
    rt_tokenizer_start(r->tokenizer, text);
    while (rt_tokenizer_next(r->tokenizer, &term)) {
        if (r->words++ == RT_QUERY_WORDS_MOST) return wrong(r, at, "more than %d words", RT_QUERY_WORDS_MOST);
        q->words.at = rt_grow(r->arena, q->words.at, q->words.n, sizeof *q->words.at);
        q->words.at[q->words.n++] = rt_str_copy(r->arena, term.folded);
    }
    if (q->words.n == 0) return wrong(r, at, "no word stands here, only signs");
    const rt_str last = q->words.at[q->words.n - 1];
    if (q->prefix && last.len < 2) return wrong(r, at, "a beginning of at least two letters is needed before *");
    return rt_ok;
}

static rt_status read_quoted(reader *r, rt_str *text) {
    const size_t start = r->at++;
    const size_t len = rt_str_find(rt_str_from(r->text, r->at), RT_S("\""));
    if (len == SIZE_MAX) return wrong(r, start, "the quotation is not closed: another \" is missing");
    *text = (rt_str){r->text.at + r->at, len};
    r->at += len + 1;
    return rt_ok;
}

static rt_status read_phrase(reader *r, rt_query **query) {
    const size_t start = r->at;
    rt_str text = {0};
    RT_TRY(read_quoted(r, &text));
    return read_words(r, rt_str_trim(text), start, query);
}

/* --- filters --------------------------------------------------------------------------------------------------------
 */

static bool is_property(rt_str name) {
    for (size_t i = 0; i < rt_prop_count; i++)
        if (rt_str_eq(rt_props[i].name, name)) return true;
    return false;
}

static rt_status read_filter(reader *r, rt_query_kind kind, size_t name_len, rt_query **query) {
    rt_query *q = *query = new_query(r, kind, r->at);
    r->at += name_len;
    if (r->at < r->text.len && r->text.at[r->at] == '"') {
        RT_TRY(read_quoted(r, &q->name));
    } else {
        q->name = peek_word(r);
        r->at += q->name.len;
    }
    if (q->name.len == 0) return wrong(r, q->at, "a name is missing behind the colon");
    if (kind == RT_QUERY_PROP && !is_property(q->name))
        return wrong(r, q->at, "no schema has a property \"%.*s\"", RT_FMT(rt_str_cut(q->name, 60)));
    return rt_ok;
}

static rt_status read_word(reader *r, rt_query **query) {
    static const rt_str prop = RT_S_INIT("prop:"), source = RT_S_INIT("source:");
    const rt_str word = peek_word(r);
    const size_t start = r->at;
    if (rt_str_starts(word, prop)) return read_filter(r, RT_QUERY_PROP, prop.len, query);
    if (rt_str_starts(word, source)) return read_filter(r, RT_QUERY_SOURCE, source.len, query);
    r->at += word.len;
    return read_words(r, word, start, query);
}

/* --- the tree -------------------------------------------------------------------------------------------------------
 */

static rt_status read_or(reader *r, rt_query **query);

static rt_status read_group(reader *r, rt_query **query) {
    const size_t start = r->at++;
    RT_TRY(read_or(r, query));
    return take_sign(r, ')') ? rt_ok : wrong(r, start, "the bracket is not closed: a ) is missing");
}

static rt_status read_bare(reader *r, rt_query **query) {
    if (at_end(r)) return wrong(r, r->at, "a word is missing here");
    const char c = r->text.at[r->at];
    if (c == '(') return read_group(r, query);
    if (c == '"') return read_phrase(r, query);
    if (c == ')') return wrong(r, r->at, "a word is missing before this )");
    const rt_str word = peek_word(r);
    if (is_operator(word)) return wrong(r, r->at, "a word is missing before %.*s", RT_FMT(word));
    return read_word(r, query);
}

/* A - right before what is not wanted, as people write it to search engines. */
static bool take_minus(reader *r) {
    const rt_str rest = rt_str_from(r->text, r->at);
    if (rest.len < 2 || rest.at[0] != '-' || rest.at[1] == '-' || rest.at[1] == ')' || rt_is_blank(rest.at[1]))
        return false;
    r->at++;
    return true;
}

/* Two NOTs are none. */
static rt_status read_one(reader *r, rt_query **query) {
    rt_query *inner;
    bool not = false;
    skip_blanks(r);
    const size_t start = r->at;
    while (take_operator(r, "NOT") || take_minus(r)) not = !not ;
    RT_TRY(read_bare(r, query));
    if (!not ) return rt_ok;
    inner = *query;
    if (inner->kind == RT_QUERY_NOT) return *query = inner->first, rt_ok;
    *query = new_query(r, RT_QUERY_NOT, start);
    (*query)->first = inner;
    return rt_ok;
}

/* Only brackets lead deeper. */
static rt_status read_deeper(reader *r, rt_query **query) {
    *query = new_query(r, RT_QUERY_WORDS, r->at);
    if (r->depth == RT_QUERY_DEPTH) return wrong(r, r->at, "brackets within more than %d brackets", RT_QUERY_DEPTH);
    r->depth++;
    const rt_status s = read_one(r, query);
    r->depth--;
    return s;
}

bool rt_query_is_filter(const rt_query *q) {
    if (q->kind == RT_QUERY_WORDS) return false;
    for (const rt_query *c = q->first; c != NULL; c = c->next)
        if (!rt_query_is_filter(c)) return false;
    return true;
}

/* Whether it says by itself which entries to look at. */
static bool names_words(const rt_query *q) {
    if (q->kind == RT_QUERY_WORDS) return true;
    if (q->kind != RT_QUERY_AND && q->kind != RT_QUERY_OR) return false;
    bool any = false, all = true;
    for (const rt_query *c = q->first; c != NULL; c = c->next) {
        const bool names = names_words(c);
        any = any || names;
        all = all && names;
    }
    return q->kind == RT_QUERY_AND ? any : all;
}

/* What is no filter must say which words to look for: so do all sides of OR. */
static rt_status check_and(const reader *r, const rt_query *q) {
    if (q->kind != RT_QUERY_AND || rt_query_is_filter(q) || names_words(q)) return rt_ok;
    return wrong(r, q->at, "a word to look for is missing beside this");
}

static rt_status check_or(const reader *r, const rt_query *q) {
    if (q->kind != RT_QUERY_OR || rt_query_is_filter(q)) return rt_ok;
    for (const rt_query *c = q->first; c != NULL; c = c->next)
        if (!names_words(c)) return wrong(r, c->at, "each side of OR needs a word to look for");
    return rt_ok;
}

static rt_query *joined(reader *r, rt_query_kind kind, rt_query *q, rt_query **last) {
    rt_query *both = new_query(r, kind, q->at);
    both->first = q;
    *last = q;
    return both;
}

static bool goes_on(reader *r) {
    if (at_end(r) || r->text.at[r->at] == ')') return false;
    return !rt_str_is(peek_word(r), "OR");
}

static rt_status read_and(reader *r, rt_query **query) {
    rt_query *last = NULL;
    RT_TRY(read_deeper(r, query));
    while (goes_on(r)) {
        (void)take_operator(r, "AND");
        rt_query *next = NULL;
        RT_TRY(read_deeper(r, &next));
        if (last == NULL) *query = joined(r, RT_QUERY_AND, *query, &last);
        last = last->next = next;
    }
    return check_and(r, *query);
}

static rt_status read_or(reader *r, rt_query **query) {
    rt_query *last = NULL;
    RT_TRY(read_and(r, query));
    while (take_operator(r, "OR")) {
        rt_query *next = NULL;
        RT_TRY(read_and(r, &next));
        if (last == NULL) *query = joined(r, RT_QUERY_OR, *query, &last);
        last = last->next = next;
    }
    return check_or(r, *query);
}

static rt_status read_all(reader *r, rt_query **query) {
    size_t bad;
    if (!rt_utf8_valid(r->text, &bad)) return wrong(r, bad, "this is not UTF-8");
    RT_TRY(read_or(r, query));
    if (!at_end(r)) return wrong(r, r->at, "a ( is missing before this )");
    return names_words(*query) ? rt_ok : wrong(r, (*query)->at, "a word to look for is missing beside this");
}

rt_status rt_query_read(rt_str text, rt_arena *arena, rt_query **query, rt_error *err) {
    reader r = {.text = text, .arena = arena, .tokenizer = rt_tokenizer_new(), .err = err};
    const rt_status s = read_all(&r, query);
    rt_tokenizer_free(r.tokenizer);
    return s;
}
