#include "analysis/context.h"

#include "store/found.h"
#include "text/quoted.h"

/* --- the place ------------------------------------------------------------------------------------------------------
 */

/* "bytes:326-345" within the text. */
static bool read_locator(rt_str locator, rt_str text, rt_passage *place) {
    static const rt_str begin = RT_S_INIT("bytes:");
    int64_t start, end;
    if (!rt_str_starts(locator, begin)) return false;
    const rt_str numbers = rt_str_from(locator, begin.len);
    const size_t dash = rt_str_find(numbers, RT_S("-"));
    if (dash == SIZE_MAX || !rt_str_int(rt_str_cut(numbers, dash), &start) ||
        !rt_str_int(rt_str_from(numbers, dash + 1), &end))
        return false;
    *place = (rt_passage){(size_t)start, (size_t)end};
    return start >= 0 && start < end && (size_t)end <= text.len;
}

static bool is_inside(rt_str text, size_t at) { return at < text.len && ((unsigned char)text.at[at] & 0xC0) == 0x80; }

/* A locator may cut a letter in two. */
static rt_passage whole_letters(rt_str text, rt_passage p) {
    while (p.start > 0 && is_inside(text, p.start)) p.start--;
    while (is_inside(text, p.end)) p.end++;
    return p;
}

/* --- the answer -----------------------------------------------------------------------------------------------------
 */

static void put_document(rt_arena *arena, const rt_entry *e, rt_value *o) {
    rt_value *v = rt_value_put_object(arena, o, RT_S("document"));
    rt_value_put_text(arena, v, RT_S("id"), e->id);
    rt_value_put_text(arena, v, RT_S("name"), e->name);
    rt_value_put_text(arena, v, RT_S("title"), e->title);
}

static void put_piece(rt_arena *arena, rt_value *o, const char *key, rt_str text, size_t from, size_t to) {
    const rt_str piece = {text.at + from, to > from ? to - from : 0};
    rt_value_put(o, rt_str_of(key), rt_value_text(arena, rt_str_copy(arena, piece)));
}

static rt_value *shape(const rt_entry *document, rt_str text, rt_passage place, rt_arena *arena) {
    const bool wrapped = rt_str_starts(document->media_type, RT_S("text/plain"));
    const rt_passage around = rt_sentence_around(text, wrapped, place.start, place.end);
    rt_value *o = rt_value_object(arena);
    put_document(arena, document, o);
    rt_value_put(o, RT_S("start"), rt_value_int(arena, (int64_t)place.start));
    rt_value_put(o, RT_S("end"), rt_value_int(arena, (int64_t)place.end));
    put_piece(arena, o, "before", text, around.start < place.start ? around.start : place.start, place.start);
    put_piece(arena, o, "text", text, place.start, place.end);
    put_piece(arena, o, "after", text, place.end, around.end > place.end ? around.end : place.end);
    return o;
}

rt_status rt_context_of(rt_lens *lens, const rt_entry *e, rt_arena *arena, rt_context_answer *a, rt_error *err) {
    RT_AUTO(rt_buf) buf = {0};
    rt_entry document, meant;
    rt_passage place, quoted;
    bool there, one;
    *a = (rt_context_answer){rt_value_null(arena), rt_value_null(arena)};
    if (e->document.len == 0) return rt_ok;
    RT_TRY(rt_lens_text_called(lens, e->document, arena, &document, &buf, &there, err));
    if (!there) return rt_ok;
    const rt_str text = rt_buf_str(&buf);
    const bool is_quoted = rt_quote_find(text, e->quote, &quoted);
    RT_TRY(rt_lens_document(lens, e->document, arena, &meant, &one, err)); /* of several any may hold the quote */
    if (e->quote.len > 0 && (is_quoted || one)) a->quoted = rt_value_bool(arena, is_quoted);
    const bool is_placed = read_locator(e->locator, text, &place);
    if (is_placed || is_quoted)
        a->context = shape(&document, text, whole_letters(text, is_placed ? place : quoted), arena);
    return rt_ok;
}
