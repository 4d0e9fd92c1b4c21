#include "analysis/context.h"

#include "model/grades.h"
#include "store/found.h"
#include "text/quoted.h"

/* --- the text -------------------------------------------------------------------------------------------------------
 */

typedef struct paper {
    rt_entry entry;
    rt_buf text;
    bool there;
} paper;

/* The first of these documents whose text is there. */
static rt_status first_with_text(rt_lens *lens, rt_cursor *c, rt_arena *arena, paper *p, rt_seen_list *found,
                                 rt_error *err) {
    RT_TRY(rt_cursor_list(c, arena, found, err));
    for (size_t i = 0; i < found->n && !p->there; i++) {
        if (found->at[i].e.type != RT_DOCUMENT) continue;
        RT_TRY(rt_lens_text(lens, &found->at[i], &p->text, &p->there, err));
        p->entry = found->at[i].e;
    }
    return rt_ok;
}

static rt_status find_by_name(rt_lens *lens, rt_str name, rt_arena *arena, paper *p, rt_seen_list *found,
                              rt_error *err) {
    rt_cursor *c;
    const char *unused;
    if (rt_is_id(name, &unused))
        RT_TRY(rt_cursor_act(lens, name, &c, err));
    else
        RT_TRY(rt_cursor_documents(lens, name, &c, err));
    return first_with_text(lens, c, arena, p, found, err);
}

static rt_status find_paper(rt_lens *lens, rt_str name, rt_arena *arena, paper *p, rt_error *err) {
    rt_seen_list named, same;
    RT_TRY(find_by_name(lens, name, arena, p, &named, err));
    for (size_t i = 0; i < named.n && !p->there; i++) {
        rt_cursor *c;
        if (named.at[i].e.type != RT_DOCUMENT) continue;
        RT_TRY(rt_cursor_documents(lens, named.at[i].e.sha256, &c, err));
        RT_TRY(first_with_text(lens, c, arena, p, &same, err));
    }
    return rt_ok;
}

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

static rt_value *shape(const paper *p, rt_passage place, rt_arena *arena) {
    const rt_str text = rt_buf_str(&p->text);
    const bool wrapped = rt_str_is(p->entry.media_type, "text/plain");
    const rt_passage around = rt_sentence_around(text, wrapped, place.start, place.end);
    rt_value *o = rt_value_object(arena);
    put_document(arena, &p->entry, o);
    rt_value_put(o, RT_S("start"), rt_value_int(arena, (int64_t)place.start));
    rt_value_put(o, RT_S("end"), rt_value_int(arena, (int64_t)place.end));
    put_piece(arena, o, "before", text, around.start < place.start ? around.start : place.start, place.start);
    put_piece(arena, o, "text", text, place.start, place.end);
    put_piece(arena, o, "after", text, place.end, around.end > place.end ? around.end : place.end);
    return o;
}

static rt_status context_in(rt_lens *lens, const rt_entry *e, rt_arena *arena, paper *p, rt_value **v, rt_error *err) {
    rt_passage place;
    RT_TRY(find_paper(lens, e->document, arena, p, err));
    if (!p->there) return rt_ok;
    const rt_str text = rt_buf_str(&p->text);
    if (read_locator(e->locator, text, &place) || rt_quote_find(text, e->quote, &place))
        *v = shape(p, whole_letters(text, place), arena);
    return rt_ok;
}

rt_status rt_context_of(rt_lens *lens, const rt_entry *e, rt_arena *arena, rt_value **v, rt_error *err) {
    paper p = {.there = false};
    *v = rt_value_null(arena);
    if (e->document.len == 0) return rt_ok;
    const rt_status s = context_in(lens, e, arena, &p, v, err);
    rt_buf_close(&p.text);
    return s;
}
