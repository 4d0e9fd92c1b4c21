#include "report/chart_boxes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "base/pick.h"
#include "model/schema.h"
#include "report/words.h"

/* Of one kind that hang on one other alone: from so many on they are a list; people and organisations later, since each
 * of them counts. */
enum { LIST_FROM = 3, NAMES_LIST_FROM = 9, LIST_LINES = 14, MOST_BOXES = 90, CAPTION_LINES = 3 };
static const double caption_width = 104, list_width = 230;

typedef struct spot {
    const rt_value *node;
    rt_box_kind kind;
    size_t only;        /* the one other that it is joined with; SIZE_MAX: none, several */
    size_t joined;      /* with how many edges */
    const rt_value *by; /* the first of them */
    size_t box;         /* SIZE_MAX: not drawn */
    bool shared;        /* another has the same caption */
} spot;

typedef struct maker {
    rt_arena *arena;
    const rt_value *view;
    spot *spots;
    size_t n;
    rt_chart_parts parts;
} maker;

/* --- what there is ----------------------------------------------------------------------------------------------- */

static rt_box_kind kind_of(rt_str name) {
    const rt_schema *s = rt_schema_named(name);
    if (s == NULL) return RT_BOX_OTHER;
    if (rt_schema_is(s, "Person")) return RT_BOX_PERSON;
    if (rt_schema_is(s, "LegalEntity")) return RT_BOX_ORGANISATION;
    if (rt_schema_is(s, "Document") || rt_schema_is(s, "Message") || rt_schema_is(s, "Hypothesis")) return RT_BOX_PAPER;
    if (rt_schema_is(s, "Event") || rt_schema_is(s, "Interval")) return RT_BOX_EVENT;
    return RT_BOX_OTHER;
}

/* By id, for looking up: indexes into spots. */
typedef struct named {
    rt_str id;
    size_t at;
} named;

static int by_id(const void *x, const void *y) { return rt_str_cmp(((const named *)x)->id, ((const named *)y)->id); }

static size_t find(const named *all, size_t n, rt_str id) {
    const named key = {id, 0};
    const named *found = n > 0 ? bsearch(&key, all, n, sizeof key, by_id) : NULL;
    return found != NULL ? found->at : SIZE_MAX;
}

static void join(spot *s, size_t other, const rt_value *edge) {
    if (s->joined++ == 0) s->by = edge;
    s->only = s->joined == 1 || s->only == other ? other : SIZE_MAX;
}

static named *gather(maker *m) {
    named *ids = RT_NEW_N(m->arena, named, rt_value_count(get(m->view, "nodes")) + 1);
    m->spots = RT_NEW_N(m->arena, spot, rt_value_count(get(m->view, "nodes")) + 1);
    for (const rt_value *v = rt_value_first(get(m->view, "nodes")); v != NULL; v = v->next) {
        ids[m->n] = (named){text(v, "id"), m->n};
        m->spots[m->n++] = (spot){.node = v, .kind = kind_of(text(v, "schema")), .only = SIZE_MAX, .box = SIZE_MAX};
    }
    if (m->n > 1) qsort(ids, m->n, sizeof *ids, by_id);
    for (const rt_value *e = rt_value_first(get(m->view, "edges")); e != NULL; e = e->next) {
        const size_t a = find(ids, m->n, text(e, "from")), b = find(ids, m->n, text(e, "to"));
        if (a == SIZE_MAX || b == SIZE_MAX || a == b) continue;
        join(&m->spots[a], b, e);
        join(&m->spots[b], a, e);
    }
    return ids;
}

/* Those of one name are told apart by their ids. */
static void mark_shared(maker *m) {
    named *names = RT_NEW_N(m->arena, named, m->n + 1);
    for (size_t i = 0; i < m->n; i++) names[i] = (named){text(m->spots[i].node, "caption"), i};
    if (m->n > 1) qsort(names, m->n, sizeof *names, by_id);
    for (size_t i = 1; i < m->n; i++)
        if (rt_str_eq(names[i].id, names[i - 1].id))
            m->spots[names[i].at].shared = m->spots[names[i - 1].at].shared = true;
}

/* --- text in boxes ----------------------------------------------------------------------------------------------- */

static const rt_font font = {.size = RT_BOX_FONT_SIZE};

static void add_line(maker *m, rt_chart_box *b, rt_str line) {
    b->lines.at = rt_grow(m->arena, b->lines.at, b->lines.n, sizeof(rt_str));
    b->lines.at[b->lines.n++] = line;
}

/* Breaks a text between words; what is too much for the last line ends in an ellipsis. */
static void wrap(maker *m, rt_chart_box *b, rt_str words, size_t most, double width) {
    while (words.len > 0 && b->lines.n + 1 < most && rt_letters_width(words, font) > width) {
        size_t cut = 0;
        for (size_t at = 0; at < words.len; at++)
            if (words.at[at] == ' ' && rt_letters_width(rt_str_cut(words, at), font) <= width) cut = at;
        if (cut == 0) break;
        add_line(m, b, rt_str_cut(words, cut));
        words = rt_str_trim(rt_str_from(words, cut));
    }
    add_line(m, b, rt_letters_fit(m->arena, words, font, width));
}

static void fit(rt_chart_box *b) {
    for (size_t i = 0; i < b->lines.n; i++) b->width = fmax(b->width, rt_letters_width(b->lines.at[i], font));
    b->width += 2 * RT_BOX_PAD + (b->kind == RT_BOX_PERSON ? 6 : 2);
    b->height = (double)b->lines.n * RT_BOX_LINE + 2 * RT_BOX_PAD - 2;
}

static rt_chart_box *add_box(maker *m) {
    m->parts.boxes = rt_grow(m->arena, m->parts.boxes, m->parts.box_count, sizeof *m->parts.boxes);
    rt_chart_box *b = &m->parts.boxes[m->parts.box_count++];
    *b = (rt_chart_box){0};
    return b;
}

static void add_single(maker *m, spot *s, bool about) {
    s->box = m->parts.box_count;
    rt_chart_box *b = add_box(m);
    b->kind = s->kind;
    b->about = about;
    wrap(m, b, rt_caption_words(m->arena, s->node), CAPTION_LINES, caption_width);
    if (s->shared) add_line(m, b, rt_letters_fit(m->arena, text(s->node, "id"), font, caption_width));
    fit(b);
}

/* --- lists ------------------------------------------------------------------------------------------------------- */

static const char *const list_heads[RT_BOX_KINDS] = {"people", "organisations", "events", "papers and hypotheses",
                                                     "others"};

static rt_link_style style_of(const rt_value *edge) {
    const rt_str stance = text(edge, "stance");
    if (is_set(edge, "retracted") || rt_str_is(stance, "denies") || rt_str_is(stance, "retracts"))
        return RT_LINK_DENIED;
    if (rt_value_count(get(edge, "derived")) > 0) return RT_LINK_DERIVED;
    return stance.len > 0 ? RT_LINK_DOUBTED : RT_LINK_STATED;
}

static rt_str year_in(const rt_value *day) {
    if (day == NULL || day->kind != RT_TEXT) return (rt_str){"", 0};
    rt_str rest = rt_str_from(day->text, 1), year = day->text; /* a sign is no hyphen between */
    if (rt_str_find(rest, RT_S("-")) != SIZE_MAX) year = rt_str_cut(day->text, 1 + rt_str_find(rest, RT_S("-")));
    return rt_str_is(year, "..") ? (rt_str){"", 0} : year;
}

/* "2005-2006" with a dash between, "2006", "-2006", "2013-"; empty where nobody tells. */
static rt_str years_of(maker *m, const rt_value *edge) {
    const rt_value *first = rt_value_first(get(edge, "span"));
    const rt_str from = year_in(first), to = first != NULL ? year_in(first->next) : from;
    if (from.len == 0 && to.len == 0) return from;
    if (rt_str_eq(from, to)) return from;
    return rt_str_printf(m->arena, "%.*s\xe2\x80\x93%.*s", RT_FMT(from), RT_FMT(to));
}

/* "believed: Meeting in Rome, 2006" */
static rt_str list_line(maker *m, const spot *s) {
    static const char *const marks[RT_LINK_STYLES] = {"", "follows: ", "suspected: ", "denied: "};
    const rt_link_style style = style_of(s->by);
    const char *mark = rt_str_is(text(s->by, "stance"), "believes") ? "believed: " : marks[style];
    const rt_str name = rt_caption_words(m->arena, s->node), years = years_of(m, s->by);
    const bool names = s->kind == RT_BOX_PERSON || s->kind == RT_BOX_ORGANISATION;
    const rt_str line = names ? rt_str_printf(m->arena, "%s%.*s: %.*s", mark, RT_FMT(text(s->by, "what")), RT_FMT(name))
                              : rt_str_printf(m->arena, "%s%.*s", mark, RT_FMT(name));
    if (years.len == 0) return rt_letters_fit(m->arena, line, font, list_width);
    const double room = list_width - rt_letters_width(years, font) - 6;
    return rt_str_printf(m->arena, "%.*s, %.*s", RT_FMT(rt_letters_fit(m->arena, line, font, room)), RT_FMT(years));
}

static bool belongs(const spot *s, size_t anchor, rt_box_kind kind) {
    return s->only == anchor && s->kind == kind && s->box == SIZE_MAX;
}

static size_t count_hanging(const maker *m, size_t anchor, rt_box_kind kind) {
    size_t n = 0;
    for (size_t i = 1; i < m->n; i++) n += belongs(&m->spots[i], anchor, kind);
    return n;
}

/* What has no day stands behind all that have one. */
static rt_str day_or_last(const rt_value *day) { return day != NULL && day->kind == RT_TEXT ? day->text : RT_S("~"); }

/* By the first day that is told, in the order of the view where none is. */
static int by_day(const void *x, const void *y) {
    const spot *a = *(spot *const *)x, *b = *(spot *const *)y;
    const rt_str d = day_or_last(rt_value_first(get(a->by, "span"))),
                 e = day_or_last(rt_value_first(get(b->by, "span")));
    const int c = rt_str_cmp(d, e);
    return c != 0 ? c : (a > b) - (a < b);
}

/* One box for all of a kind that hang on one. */
static void add_list(maker *m, size_t anchor, rt_box_kind kind, size_t hanging) {
    const size_t box = m->parts.box_count;
    rt_chart_box *b = add_box(m);
    size_t told = 0;
    b->kind = kind;
    b->list = true;
    add_line(m, b, rt_str_printf(m->arena, "%zu %s", hanging, list_heads[kind]));
    spot **all = RT_NEW_N(m->arena, spot *, hanging + 1);
    for (size_t i = 1; i < m->n; i++) {
        if (!belongs(&m->spots[i], anchor, kind)) continue;
        m->spots[i].box = box;
        all[told++] = &m->spots[i];
    }
    qsort(all, told, sizeof *all, by_day);
    for (size_t i = 0; i < told && i < LIST_LINES; i++) add_line(m, b, list_line(m, all[i]));
    if (hanging > LIST_LINES) add_line(m, b, rt_str_printf(m->arena, "and %zu more", hanging - LIST_LINES));
    fit(b);
}

static void add_lists(maker *m) {
    for (size_t anchor = 0; anchor < m->n; anchor++)
        for (int kind = 0; kind < RT_BOX_KINDS && m->spots[anchor].joined > 1; kind++) {
            const size_t hanging = count_hanging(m, anchor, (rt_box_kind)kind);
            const bool names = kind == RT_BOX_PERSON || kind == RT_BOX_ORGANISATION;
            if (hanging >= (names ? NAMES_LIST_FROM : LIST_FROM)) add_list(m, anchor, (rt_box_kind)kind, hanging);
        }
}

/* --- links ------------------------------------------------------------------------------------------------------- */

static void add_words(maker *m, rt_chart_link *l, rt_str words) {
    if (rt_strs_have(l->words, words)) return;
    l->words.at = rt_grow(m->arena, l->words.at, l->words.n, sizeof(rt_str));
    l->words.at[l->words.n++] = words;
}

/* What leads the same way between the same boxes in the same style is one link. */
static rt_chart_link *link_of(maker *m, size_t from, size_t to, rt_link_style style) {
    for (size_t i = m->parts.link_count; i-- > 0;) {
        rt_chart_link *l = &m->parts.links[i];
        if (l->from == from && l->to == to && l->style == style) return l;
    }
    m->parts.links = rt_grow(m->arena, m->parts.links, m->parts.link_count, sizeof *m->parts.links);
    rt_chart_link *l = &m->parts.links[m->parts.link_count++];
    *l = (rt_chart_link){.from = from, .to = to, .style = style};
    return l;
}

/* A list says itself how each of its lines is meant: one line leads to it. */
static void add_links(maker *m, const named *ids) {
    for (const rt_value *e = rt_value_first(get(m->view, "edges")); e != NULL; e = e->next) {
        const size_t a = find(ids, m->n, text(e, "from")), b = find(ids, m->n, text(e, "to"));
        if (a == SIZE_MAX || b == SIZE_MAX) continue;
        const size_t from = m->spots[a].box, to = m->spots[b].box;
        if (from == SIZE_MAX || to == SIZE_MAX || from == to) continue;
        const bool list = m->parts.boxes[from].list || m->parts.boxes[to].list;
        if (list)
            link_of(m, m->parts.boxes[from].list ? to : from, m->parts.boxes[from].list ? from : to, RT_LINK_STATED);
        else
            add_words(m, link_of(m, from, to, style_of(e)), text(e, "what"));
    }
}

/* --- all of it --------------------------------------------------------------------------------------------------- */

rt_chart_parts rt_chart_parts_of(rt_arena *arena, const rt_value *view) {
    maker m = {.arena = arena, .view = view};
    const named *ids = gather(&m);
    if (m.n == 0) return m.parts;
    mark_shared(&m);
    add_single(&m, &m.spots[0], true);
    add_lists(&m);
    for (size_t i = 1; i < m.n; i++) {
        if (m.spots[i].box != SIZE_MAX || m.spots[i].joined == 0) continue;
        if (m.parts.box_count < MOST_BOXES)
            add_single(&m, &m.spots[i], false);
        else
            m.parts.left_out++;
    }
    add_links(&m, ids);
    return m.parts;
}
