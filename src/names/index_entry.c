#include "names/index_entry.h"

#include "names/index_file.h"

/* --- writing ------------------------------------------------------------------------------------------------------ */

static void number_write(rt_buf *out, size_t n) {
    for (; n >= 0x80; n >>= 7) rt_buf_byte(out, (char)(n | 0x80));
    rt_buf_byte(out, (char)n);
}

static void text_write(rt_buf *out, rt_str s) {
    number_write(out, s.len);
    rt_buf_add(out, s);
}

/* A text that is most often one of the names. */
static void named_write(rt_buf *out, rt_strs names, rt_str text) {
    for (size_t i = 0; i < names.n; i++)
        if (rt_str_eq(names.at[i], text)) {
            number_write(out, i + 1);
            return;
        }
    number_write(out, 0);
    text_write(out, text);
}

void rt_index_entry_write(const rt_ready *ready, const uint32_t *codes, rt_buf *out) {
    const rt_subject *s = ready->subject;
    text_write(out, s->id);
    number_write(out, codes[0]);
    named_write(out, s->names, s->caption);
    number_write(out, s->names.n);
    for (size_t i = 0; i < s->names.n; i++) text_write(out, s->names.at[i]);
    number_write(out, ready->n);
    for (size_t i = 0; i < ready->n; i++) named_write(out, s->names, ready->names[i].text);
    number_write(out, s->trait_count);
    for (size_t i = 0; i < s->trait_count; i++) {
        number_write(out, codes[i + 1]);
        text_write(out, s->traits[i].value);
    }
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

typedef struct reader {
    rt_str rest;
    bool wrong;
} reader;

static size_t number_read(reader *r) {
    size_t n = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
        if (r->rest.len == 0) break;
        const uint8_t byte = (uint8_t)r->rest.at[0];
        r->rest = rt_str_from(r->rest, 1);
        n |= (size_t)(byte & 0x7f) << shift;
        if (byte < 0x80) return n;
    }
    r->wrong = true;
    return 0;
}

static rt_str text_read(reader *r) {
    const size_t len = number_read(r);
    if (len > r->rest.len) r->wrong = true;
    if (r->wrong) return RT_S("");
    const rt_str text = rt_str_cut(r->rest, len);
    r->rest = rt_str_from(r->rest, len);
    return text;
}

/* How many of something follow: each takes a byte or more, so more than there are bytes left is damage. */
static size_t count_read(reader *r) {
    const size_t n = number_read(r);
    if (n > r->rest.len) r->wrong = true;
    return r->wrong ? 0 : n;
}

static rt_str named_read(reader *r, rt_strs names) {
    const size_t at = number_read(r);
    if (at == 0) return text_read(r);
    if (at > names.n) r->wrong = true;
    return r->wrong ? RT_S("") : names.at[at - 1];
}

static rt_str string_read(reader *r, rt_strs strings) {
    const size_t code = number_read(r);
    if (code >= strings.n) r->wrong = true;
    return r->wrong ? RT_S("") : strings.at[code];
}

/* The caption stands before the names of which it may be one: its number is kept until they are there. */
static rt_strs names_read(reader *r, rt_arena *arena, rt_str *caption) {
    reader at_caption = *r;
    if (number_read(r) == 0) text_read(r);
    rt_strs names = {.n = count_read(r)};
    names.at = RT_NEW_N(arena, rt_str, names.n + 1);
    for (size_t i = 0; i < names.n; i++) names.at[i] = text_read(r);
    *caption = named_read(&at_caption, names);
    r->wrong |= at_caption.wrong;
    return names;
}

static void traits_read(reader *r, rt_arena *arena, rt_strs strings, rt_subject *s) {
    s->trait_count = count_read(r);
    s->traits = RT_NEW_N(arena, rt_trait, s->trait_count + 1);
    for (size_t i = 0; i < s->trait_count; i++) {
        s->traits[i].prop = string_read(r, strings);
        s->traits[i].value = text_read(r);
    }
}

bool rt_index_entry_read(rt_arena *arena, rt_str bytes, rt_strs strings, rt_index_record *record) {
    reader r = {.rest = bytes};
    rt_subject *s = &record->subject;
    *record = (rt_index_record){0};
    s->id = text_read(&r);
    s->schema = string_read(&r, strings);
    s->names = names_read(&r, arena, &s->caption);
    record->read.n = count_read(&r);
    record->read.at = RT_NEW_N(arena, rt_str, record->read.n + 1);
    for (size_t i = 0; i < record->read.n; i++) record->read.at[i] = named_read(&r, s->names);
    traits_read(&r, arena, strings, s);
    return !r.wrong && r.rest.len == 0;
}

/* --- of an opened index ------------------------------------------------------------------------------------------- */

static rt_status record_of(const rt_index *index, rt_arena *arena, size_t entry, rt_index_record *record,
                           rt_error *err) {
    if (entry >= index->entry_count) return rt_fail(err, RT_ABSENT, "the index has no entry %zu", entry);
    const uint64_t begin = index->entry_at[entry], end = index->entry_at[entry + 1];
    if (begin > end || end > index->entries.len ||
        !rt_index_entry_read(arena, (rt_str){index->entries.at + begin, end - begin}, index->strings, record))
        return rt_fail(err, RT_CORRUPT, "the index is damaged: entry %zu", entry);
    return rt_ok;
}

rt_status rt_index_entry(const rt_index *index, rt_arena *arena, uint64_t entry, rt_subject *subject, rt_error *err) {
    rt_index_record record;
    RT_TRY(record_of(index, arena, (size_t)entry, &record, err));
    *subject = record.subject;
    return rt_ok;
}

rt_status rt_index_ready(const rt_index *index, rt_arena *arena, size_t entry, rt_subject *subject, rt_ready *ready,
                         rt_error *err) {
    rt_index_record record;
    RT_TRY(record_of(index, arena, entry, &record, err));
    const rt_index_span names = rt_index_entry_names(index, entry);
    const size_t n = names.end - names.begin < record.read.n ? names.end - names.begin : record.read.n;
    *subject = record.subject;
    *ready = (rt_ready){.subject = subject, .names = RT_NEW_N(arena, rt_name, n + 1), .n = n};
    for (size_t i = 0; i < n; i++) {
        uint32_t numbers[RT_NAME_MOST_WORDS];
        const uint32_t name = (uint32_t)(names.begin + i);
        const rt_index_span words = rt_index_name_span(index, name);
        rt_word *room = RT_NEW_N(arena, rt_word, words.end - words.begin + 1);
        rt_index_name_read(index, name, room, numbers, &ready->names[i]);
        ready->names[i].text = record.read.at[i];
    }
    return rt_ok;
}
