#include "report/note.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/grow.h"
#include "base/pick.h"
#include "report/words.h"

/* --- what a view tells of its statements ------------------------------------------------------------------------- */

static int by_id(const void *a, const void *b) {
    return rt_str_cmp((*(const rt_value *const *)a)->key, (*(const rt_value *const *)b)->key);
}

rt_book rt_book_of(rt_arena *arena, const rt_value *view) {
    const rt_value *statements = get(view, "statements");
    rt_book book = {RT_NEW_N(arena, const rt_value *, rt_value_count(statements) + 1), 0};
    for (const rt_value *v = rt_value_first(statements); v != NULL; v = v->next) book.at[book.n++] = v;
    if (book.n > 1) qsort(book.at, book.n, sizeof *book.at, by_id);
    return book;
}

const rt_value *rt_book_find(const rt_book *book, rt_str id) {
    const rt_value wanted = {.key = id}, *key = &wanted;
    if (book->n == 0) return NULL;
    const rt_value *const *found = bsearch(&key, book->at, book->n, sizeof *book->at, by_id);
    return found != NULL ? *found : NULL;
}

/* --- notes by what they say -------------------------------------------------------------------------------------- */

/* All that a note tells: two statements with the same key share it. */
static rt_str key_of(rt_arena *arena, const rt_value *s, rt_str with) {
    static const char *const fields[] = {"speaker", "stance", "basis",   "reliability",  "credibility",
                                         "said_at", "valid",  "dataset", "document",     "locator",
                                         "quote",   "said",   "held",    "retracted_by", "possibly_retracted_by"};
    RT_AUTO(rt_buf) key = {0};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        rt_buf_add(&key, rt_scalar_text(arena, get(s, fields[i])));
        rt_buf_byte(&key, 0);
    }
    for (const rt_value *v = rt_value_first(get(s, "via")); v != NULL; v = v->next) {
        rt_buf_add(&key, rt_scalar_text(arena, v));
        rt_buf_byte(&key, 0);
    }
    if (text(s, "locator").len + text(s, "quote").len == 0) rt_buf_add(&key, with);
    return rt_str_copy(arena, rt_buf_str(&key));
}

static rt_note_of *note_for(rt_notes_of *notes, rt_arena *arena, const rt_value *statement, rt_str with) {
    const rt_str key = key_of(arena, statement, with);
    const size_t known = rt_map_add(&notes->keys, key, arena);
    if (known < notes->n) return notes->at[known];
    rt_note_of *n = RT_NEW(arena, rt_note_of);
    notes->at = rt_grow(arena, notes->at, notes->n, sizeof *notes->at);
    notes->at[notes->n++] = n;
    *n = (rt_note_of){.number = (unsigned)notes->n, .statement = statement};
    return n;
}

unsigned rt_note_number(rt_notes_of *notes, rt_arena *arena, const rt_value *statement, rt_str id, rt_str with) {
    const size_t known = rt_map_find(&notes->ids, id);
    if (known != SIZE_MAX) return notes->of_ids[known];
    rt_note_of *n = note_for(notes, arena, statement, with);
    n->ids.at = rt_grow(arena, n->ids.at, n->ids.n, sizeof *n->ids.at);
    n->ids.at[n->ids.n++] = id;
    notes->of_ids = rt_grow(arena, notes->of_ids, notes->ids.n, sizeof *notes->of_ids);
    notes->of_ids[notes->ids.n] = n->number;
    rt_map_put(&notes->ids, id, arena);
    return n->number;
}

/* --- citing ------------------------------------------------------------------------------------------------------ */

/* Mostly the next number, or one that is there: looked for from the end. */
void rt_cites_add(rt_cites *cites, rt_arena *arena, unsigned number) {
    size_t i = cites->n;
    while (i > 0 && cites->at[i - 1] > number) i--;
    if (i > 0 && cites->at[i - 1] == number) return;
    cites->at = rt_grow(arena, cites->at, cites->n, sizeof *cites->at);
    memmove(cites->at + i + 1, cites->at + i, (cites->n - i) * sizeof *cites->at);
    cites->at[i] = number;
    cites->n++;
}

bool rt_cites_run(const rt_cites *cites, size_t *at, unsigned *from, unsigned *to) {
    size_t end = *at;
    if (*at >= cites->n) return false;
    while (end + 1 < cites->n && cites->at[end + 1] == cites->at[end] + 1) end++;
    if (end - *at < 2) end = *at;
    *from = cites->at[*at];
    *to = cites->at[end];
    *at = end + 1;
    return true;
}
