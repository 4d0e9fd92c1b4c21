/* The file out of what a builder holds at the end: the dictionary is put in order of sound, the words of names get
 * their final numbers, and the tables that lead from words to names are filled through mappings of their place in the
 * file. */
#include <stdlib.h>

#include "names/index_writer.h"

typedef struct renumbering {
    const uint32_t *rank;
    rt_index_name_word *to;
} renumbering;

static rt_status name_words_take(void *with, const void *bytes, size_t n, rt_error *err) {
    renumbering *r = with;
    const rt_index_name_word *at = bytes;
    (void)err;
    for (size_t i = 0; i < n / sizeof *at; i++)
        *r->to++ = rt_index_name_word_of(r->rank[rt_index_name_word_number(&at[i])], at[i].marks);
    return rt_ok;
}

static rt_status name_words_write(rt_index_writer *w, rt_error *err) {
    void *at;
    RT_TRY(rt_index_out_map(&w->out, RT_SECTION_NAME_WORDS, w->b->name_word_spool.size, &at, err));
    renumbering r = {.rank = w->rank, .to = at};
    RT_TRY(rt_spool_read(&w->b->name_word_spool, sizeof *r.to, name_words_take, &r, err));
    return rt_index_out_unmap(&w->out, err);
}

static rt_status names_write(rt_index_writer *w, rt_error *err) {
    rt_index_builder *b = w->b;
    const uint32_t names = (uint32_t)b->names;
    const rt_index_name end = {(uint32_t)b->entries, (uint32_t)b->name_words};
    RT_TRY(rt_index_out_spool(&w->out, RT_SECTION_ENTRY_AT, &b->entry_at, &b->entry_bytes, sizeof b->entry_bytes, err));
    RT_TRY(rt_index_out_spool(&w->out, RT_SECTION_ENTRIES, &b->records, NULL, 0, err));
    RT_TRY(rt_index_out_spool(&w->out, RT_SECTION_ENTRY_NAME, &b->entry_name, &names, sizeof names, err));
    RT_TRY(rt_index_out_spool(&w->out, RT_SECTION_NAMES, &b->name_spool, &end, sizeof end, err));
    return name_words_write(w, err);
}

static rt_status strings_write(rt_index_writer *w, rt_error *err) {
    RT_TRY(rt_index_out_begin(&w->out, RT_SECTION_STRINGS, err));
    for (size_t i = 0; i < w->b->strings.n; i++) {
        RT_TRY(rt_index_out_add(&w->out, w->b->strings.at[i].at, w->b->strings.at[i].len, err));
        RT_TRY(rt_index_out_add(&w->out, "\n", 1, err));
    }
    rt_index_out_end(&w->out);
    return rt_ok;
}

static rt_status parts_write(rt_index_writer *w, rt_error *err) {
    static rt_status (*const parts[])(rt_index_writer *, rt_error *) = {
        strings_write,   rt_writer_order,  names_write,     rt_writer_postings,
        rt_writer_words, rt_writer_tables, rt_writer_nears,
    };
    const rt_index_options *o = &w->b->options;
    const size_t n = sizeof parts / sizeof *parts;
    for (size_t i = 0; i < n; i++) {
        if (o->part != NULL) RT_TRY(o->part(o->with, i, n, err));
        RT_TRY(parts[i](w, err));
    }
    return rt_ok;
}

static rt_status all_write(rt_index_writer *w, rt_error *err) {
    RT_TRY(rt_index_out_open(w->b->folder, w->b->path, &w->out, err));
    w->out.header.entries = w->b->entries;
    w->out.header.names = w->b->names;
    w->out.header.words = w->b->words.n;
    RT_TRY(rt_index_out_section(&w->out, RT_SECTION_NOTE, w->b->note.at, w->b->note.len, err));
    RT_TRY(rt_spool_open(w->b->folder, &w->sounds, err));
    RT_TRY(parts_write(w, err));
    return rt_index_out_finish(&w->out, err);
}

rt_status rt_index_builder_write(rt_index_builder *b, rt_index **index, rt_error *err) {
    rt_index_writer w = {.b = b, .out.fd = -1, .sounds.fd = -1};
    rt_status s = all_write(&w, err);
    if (s.code == RT_OK && index != NULL) s = rt_index_open_file(w.out.fd, b->folder, index, err);
    rt_index_out_close(&w.out);
    rt_spool_close(&w.sounds);
    free(w.rank);
    free(w.order);
    free(w.skeletons);
    free(w.posting_at);
    return s;
}
