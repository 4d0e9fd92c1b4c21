/* HTML by gumbo: the text that a reader sees, with title and date where the page states them. */
#include <stdlib.h>
#include <string.h>

#include "base/date_written.h"
#include "text/html_parse.h"
#include "text/kind.h"

enum { HEAD = 16 * 1024 }; /* bytes in which it may state its charset */

static bool is_element(const GumboNode *n) { return n->type == GUMBO_NODE_ELEMENT || n->type == GUMBO_NODE_TEMPLATE; }

static rt_str attribute(const GumboNode *n, const char *name) {
    const GumboAttribute *a = is_element(n) ? gumbo_get_attribute(&n->v.element.attributes, name) : NULL;
    return a != NULL ? rt_str_of(a->value) : (rt_str){"", 0};
}

static bool has_attribute(const GumboNode *n, const char *name) {
    return gumbo_get_attribute(&n->v.element.attributes, name) != NULL;
}

/* --- what is read ---------------------------------------------------------------------------------------------------
 */

/* Elements that hold no text for readers: programs, forms, ways around the site. */
static bool is_skipped_tag(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_INPUT: return true;
    default: return false;
    }
}

static bool is_unseen(const GumboNode *n) {
    const rt_str style = attribute(n, "style"), role = attribute(n, "role");
    return has_attribute(n, "hidden") || rt_str_is(attribute(n, "aria-hidden"), "true") ||
           rt_str_is(role, "navigation") || rt_str_find(style, RT_S("display:none")) != SIZE_MAX ||
           rt_str_find(style, RT_S("display: none")) != SIZE_MAX;
}

/* How an element stands apart from what is around it. */
typedef enum apart { INLINE, BLANK, CELL, LINE, PARAGRAPH } apart;

static apart apart_of(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_HR: return PARAGRAPH;
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_FIGCAPTION: return LINE;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH: return CELL;
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_INPUT: return BLANK;
    default: return INLINE;
    }
}

/* --- text -----------------------------------------------------------------------------------------------------------
 */

typedef struct page {
    rt_buf text;
    apart owed; /* what parts the next words from those before */
    bool blank; /* a blank is owed */
    bool as_is; /* within pre */
    rt_str title, title_tag, heading, meta_title, date;
    const GumboNode *h1; /* whose end is waited for */
    size_t h1_at;        /* where in the text it begins */
    rt_arena *arena;
} page;

static void owe(page *p, apart how) {
    if (how > p->owed) p->owed = how;
}

static void pay(page *p) {
    static const char *const parts[] = {
        [INLINE] = "", [BLANK] = " ", [CELL] = "\t", [LINE] = "\n", [PARAGRAPH] = "\n\n"};
    if (p->text.len > 0 && (p->owed != INLINE || p->blank))
        rt_buf_add(&p->text, p->owed != INLINE ? rt_str_of(parts[p->owed]) : RT_S(" "));
    p->owed = INLINE;
    p->blank = false;
}

/* Runs of blanks are one. */
static void add_words(page *p, rt_str words) {
    for (size_t i = 0; i < words.len; i++) {
        if (!p->as_is && rt_is_blank(words.at[i])) {
            p->blank = true;
            continue;
        }
        if (p->owed != INLINE || p->blank) pay(p);
        rt_buf_byte(&p->text, words.at[i]);
    }
}

static rt_str text_within(page *p, const GumboNode *n) {
    RT_AUTO(rt_buf) all = {0};
    const GumboVector *children = &n->v.element.children;
    for (unsigned i = 0; i < children->length; i++) {
        const GumboNode *c = children->data[i];
        if (c->type == GUMBO_NODE_TEXT || c->type == GUMBO_NODE_WHITESPACE) rt_buf_add(&all, rt_str_of(c->v.text.text));
    }
    return rt_str_squeeze(p->arena, rt_buf_str(&all));
}

/* --- what the page states of itself ---------------------------------------------------------------------------------
 */

/* In which it says when it was published; the first that says so counts. */
static const char *const date_names[] = {"article:published_time",
                                         "datepublished",
                                         "date",
                                         "pubdate",
                                         "publish-date",
                                         "publication_date",
                                         "dc.date",
                                         "dc.date.issued",
                                         "dcterms.date",
                                         "dcterms.issued",
                                         "dcterms.created",
                                         "citation_publication_date",
                                         "og:published_time"};

/* A time of day does not matter, and is left out. */
static void take_date(page *p, rt_str written) {
    const rt_str trimmed = rt_str_trim(written);
    const size_t time = rt_str_find(trimmed, RT_S("T"));
    const rt_str day = time == 10 ? rt_str_cut(trimmed, 10) : trimmed;
    rt_str edtf;
    if (p->date.len == 0 && day.len > 0 && day.len < 80 && rt_written_read(day, p->arena, &edtf, NULL).code == RT_OK)
        p->date = edtf;
}

static void look_at_meta(page *p, const GumboNode *n) {
    const rt_str names[] = {attribute(n, "property"), attribute(n, "name"), attribute(n, "itemprop")};
    const rt_str content = attribute(n, "content");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (rt_str_eq_nocase(names[i], RT_S("og:title"))) p->meta_title = rt_str_squeeze(p->arena, content);
        for (size_t k = 0; k < sizeof date_names / sizeof *date_names; k++)
            if (rt_str_eq_nocase(names[i], rt_str_of(date_names[k]))) take_date(p, content);
    }
}

static void look_at_stated(page *p, const GumboNode *n) {
    const GumboTag tag = n->v.element.tag;
    if (tag == GUMBO_TAG_META) look_at_meta(p, n);
    if (tag == GUMBO_TAG_TITLE && p->title_tag.len == 0) p->title_tag = text_within(p, n);
    if (tag == GUMBO_TAG_TIME &&
        (has_attribute(n, "pubdate") || rt_str_eq_nocase(attribute(n, "itemprop"), RT_S("datePublished"))))
        take_date(p, attribute(n, "datetime"));
}

/* --- walking --------------------------------------------------------------------------------------------------------
 */

/* With what stands in elements of its own within it. */
static void begin_heading(page *p, const GumboNode *n) {
    if (n->v.element.tag != GUMBO_TAG_H1 || p->heading.len > 0 || p->h1 != NULL) return;
    p->h1 = n;
    p->h1_at = p->text.len;
}

static void end_heading(page *p, const GumboNode *n) {
    if (n != p->h1) return;
    p->heading = rt_str_squeeze(p->arena, rt_str_from(rt_buf_str(&p->text), p->h1_at));
    p->h1 = NULL;
}

static void enter(page *p, const GumboNode *n) {
    if (is_element(n)) {
        look_at_stated(p, n);
        begin_heading(p, n);
        owe(p, apart_of(n->v.element.tag));
        if (n->v.element.tag == GUMBO_TAG_PRE) p->as_is = true;
    } else if (n->type != GUMBO_NODE_COMMENT && n->type != GUMBO_NODE_DOCUMENT)
        add_words(p, rt_str_of(n->v.text.text));
}

static void leave(page *p, const GumboNode *n) {
    if (!is_element(n)) return;
    end_heading(p, n);
    owe(p, apart_of(n->v.element.tag));
    if (n->v.element.tag == GUMBO_TAG_PRE) p->as_is = false;
}

/* The head is looked at for what it states, and not read. */
static bool goes_in(const GumboNode *n) {
    return is_element(n) && !is_skipped_tag(n->v.element.tag) && !is_unseen(n) && n->v.element.children.length > 0;
}

static void look_at_head(page *p, const GumboNode *head) {
    for (unsigned i = 0; i < head->v.element.children.length; i++) {
        const GumboNode *c = head->v.element.children.data[i];
        if (is_element(c)) look_at_stated(p, c);
    }
}

/* By parents and places among siblings, without recursion: a page may be nested deeper than any stack. */
static void walk(page *p, const GumboNode *root) {
    const GumboNode *n = root;
    enter(p, n);
    for (bool down = goes_in(n); n != NULL;) {
        const GumboNode *next = NULL;
        if (down)
            next = n->v.element.children.data[0];
        else {
            leave(p, n);
            const GumboVector *siblings = n == root ? NULL : &n->parent->v.element.children;
            if (siblings != NULL && n->index_within_parent + 1 < siblings->length)
                next = siblings->data[n->index_within_parent + 1];
        }
        if (next == NULL) {
            n = n == root ? NULL : n->parent;
            down = false;
            continue;
        }
        n = next;
        if (is_element(n) && n->v.element.tag == GUMBO_TAG_HEAD) look_at_head(p, n);
        if (is_element(n) && (is_skipped_tag(n->v.element.tag) || is_unseen(n))) {
            down = false;
            continue;
        }
        enter(p, n);
        down = goes_in(n);
    }
}

/* --- reading --------------------------------------------------------------------------------------------------------
 */

static void take(void *to, const GumboNode *root) { walk(to, root); }

/* Behind the next comment or tag; of the tag what it holds. */
static rt_str next_tag(rt_str text, size_t *at) {
    const rt_str rest = rt_str_from(text, *at);
    const size_t begin = rt_str_find(rest, RT_S("<"));
    const rt_str tag = rt_str_from(rest, begin);
    const bool comment = rt_str_starts(tag, RT_S("<!--"));
    const size_t end = rt_str_find(tag, comment ? RT_S("-->") : RT_S(">"));
    *at = end == SIZE_MAX ? text.len : text.len - tag.len + end + 1;
    return comment ? (rt_str){"", 0} : rt_str_cut(tag, end);
}

static bool is_one_of(char c, const char *those) { return c != '\0' && strchr(those, c) != NULL; }

/* charset="utf-8", charset = utf-8; empty when the tag has none. */
static rt_str value_of(rt_str tag, rt_str name) {
    const size_t at = rt_str_find(tag, name);
    rt_str rest = at != SIZE_MAX ? rt_str_trim(rt_str_from(tag, at + name.len)) : (rt_str){"", 0};
    if (!rt_str_starts(rest, RT_S("="))) return (rt_str){"", 0};
    while (rest.len > 0 && is_one_of(rest.at[0], "=\"' \t\r\n")) rest = rt_str_from(rest, 1);
    size_t len = 0;
    while (len < rest.len && len < 40 && !is_one_of(rest.at[len], "\"' \t\r\n;/?>")) len++;
    return rt_str_cut(rest, len);
}

/* What <meta charset="..."> or <meta ... content="...; charset=..."> states, else <?xml encoding="...">. Browsers look
 * at 1024 bytes, and again when they meet it later. What could be read so far is not in UTF-16 or UTF-32, whatever it
 * says; then the standard has UTF-8. */
static rt_str charset_of(rt_str bytes, rt_arena *arena) {
    const rt_str head = rt_str_lower(arena, rt_str_cut(bytes, HEAD));
    rt_str stated = {"", 0};
    for (size_t at = 0; at < head.len;) {
        const rt_str tag = next_tag(head, &at);
        if (rt_str_starts(tag, RT_S("<?xml"))) stated = value_of(tag, RT_S("encoding"));
        const rt_str charset = rt_str_starts(tag, RT_S("<meta")) ? value_of(tag, RT_S("charset")) : (rt_str){"", 0};
        if (charset.len > 0) stated = charset;
        if (charset.len > 0 || rt_str_starts(tag, RT_S("<body"))) break;
    }
    const bool wide = rt_str_starts(stated, RT_S("utf-16")) || rt_str_starts(stated, RT_S("utf-32"));
    return wide ? RT_S("utf-8") : stated;
}

static rt_status read(rt_str bytes, rt_arena *arena, rt_text *text, rt_error *err) {
    page p = {.arena = arena};
    RT_TRY(rt_text_decode(bytes, charset_of(bytes, arena), arena, text, err));
    const rt_status s = rt_html_parse(text->text, take, &p, err);
    text->text = rt_str_copy(arena, rt_buf_str(&p.text));
    text->title = p.title_tag.len > 0 ? p.title_tag : p.meta_title.len > 0 ? p.meta_title : p.heading;
    text->date = p.date;
    rt_buf_close(&p.text);
    return s;
}

/* Without a byte order mark, and without comments and instructions in front. */
static rt_str behind_prolog(rt_str head) {
    rt_str rest = rt_str_trim(rt_str_starts(head, RT_S("\xEF\xBB\xBF")) ? rt_str_from(head, 3) : head);
    while (rt_str_starts(rest, RT_S("<!--")) || rt_str_starts(rest, RT_S("<?xml"))) {
        const rt_str ends = rest.at[1] == '?' ? RT_S("?>") : RT_S("-->");
        const size_t end = rt_str_find(rest, ends);
        if (end == SIZE_MAX) return rest;
        rest = rt_str_trim(rt_str_from(rest, end + ends.len));
    }
    return rest;
}

static bool is(rt_str name, rt_str head) {
    const rt_str begin = behind_prolog(head);
    return rt_str_ends(name, RT_S(".html")) || rt_str_ends(name, RT_S(".htm")) || rt_str_ends(name, RT_S(".xhtml")) ||
           rt_str_eq_nocase(rt_str_cut(begin, 14), RT_S("<!doctype html")) ||
           rt_str_eq_nocase(rt_str_cut(begin, 5), RT_S("<html"));
}

const rt_text_kind rt_text_html = {.media_type = "text/html", .is = is, .read = read};
