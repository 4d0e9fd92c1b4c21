#include "exchange/xml.h"

#include <expat.h>
#include <string.h>

enum {
    DEPTH_MOST = 64,
    RECORD_MOST = 16 * 1024 * 1024, /* bytes of tree; the largest record of the UN's list takes 20 KB */
    TOKEN_MOST = 1024 * 1024,       /* bytes that expat holds back: one tag with its attributes, one comment */
};

/* A node while it is built. */
typedef struct open_node {
    rt_xml_node *node, *last; /* last child */
    rt_buf text;
} open_node;

typedef struct reading {
    rt_input *in;
    const rt_xml_taker *taker;
    rt_arena *arena;
    XML_Parser parser;
    unsigned depth; /* of the element that begins next */
    uint64_t given; /* bytes to the parser, */
    uint64_t heard; /* and how many of these when it last had something to tell */
    open_node open[DEPTH_MOST];
    rt_status failed; /* what a handler met; expat is stopped then */
    rt_error *err;
} reading;

/* --- stopping ------------------------------------------------------------------------------------------------------
 */

static uint64_t line_of(XML_Parser p) { return XML_GetCurrentLineNumber(p); }
static uint64_t column_of(XML_Parser p) { return XML_GetCurrentColumnNumber(p) + 1; }

static void stop(reading *r, rt_status why) {
    if (r->failed.code != RT_OK || why.code == RT_OK) return;
    rt_error_at(r->err, rt_input_path(r->in), line_of(r->parser), column_of(r->parser));
    r->failed = why;
    XML_StopParser(r->parser, XML_FALSE);
}

static void refuse(reading *r, rt_code code, const char *what) {
    if (r->failed.code == RT_OK) stop(r, rt_fail(r->err, code, "%s", what));
}

/* --- building the tree ---------------------------------------------------------------------------------------------
 */

static rt_xml_node *new_node(reading *r, rt_str name) {
    rt_xml_node *node = RT_NEW(r->arena, rt_xml_node);
    node->name = rt_str_copy(r->arena, name);
    node->line = line_of(r->parser);
    node->column = column_of(r->parser);
    return node;
}

static rt_xml_node *attributes_of(reading *r, const XML_Char **attributes) {
    rt_xml_node *first = NULL, **end = &first, *node;
    for (; attributes[0] != NULL; attributes += 2) {
        node = new_node(r, rt_str_of(attributes[0]));
        node->text = rt_str_copy(r->arena, rt_str_of(attributes[1]));
        *end = node;
        end = &node->next;
    }
    return first;
}

static void append(open_node *parent, rt_xml_node *child) {
    if (parent->last == NULL)
        parent->node->first = child;
    else
        parent->last->next = child;
    parent->last = child;
}

static void element_begins(void *self, const XML_Char *name, const XML_Char **attributes) {
    reading *r = self;
    r->heard = r->given;
    if (r->depth == DEPTH_MOST) refuse(r, RT_LIMIT, "elements are nested deeper than is taken");
    if (r->arena->used > RECORD_MOST) refuse(r, RT_LIMIT, "a record is larger than is taken");
    if (r->failed.code != RT_OK) return;
    open_node *o = &r->open[r->depth];
    o->node = new_node(r, rt_str_of(name));
    o->last = NULL;
    o->node->attributes = attributes_of(r, attributes);
    rt_buf_clear(&o->text);
    if (r->depth < r->taker->depth) {
        stop(r, r->taker->begin(r->taker->to, o->node, r->depth, r->err));
        rt_arena_reset(r->arena);
    } else if (r->depth > r->taker->depth) {
        append(o - 1, o->node);
    }
    r->depth++;
}

static void element_ends(void *self, const XML_Char *name) {
    reading *r = self;
    (void)name;
    if (r->failed.code != RT_OK) return;
    r->depth--;
    if (r->depth < r->taker->depth) return;
    open_node *o = &r->open[r->depth];
    o->node->text = rt_str_copy(r->arena, rt_buf_str(&o->text));
    if (r->depth > r->taker->depth) return;
    stop(r, r->taker->record(r->taker->to, o->node, r->err));
    rt_arena_reset(r->arena);
}

static void text_comes(void *self, const XML_Char *text, int len) {
    reading *r = self;
    const rt_str s = {text, (size_t)len};
    r->heard = r->given;
    if (r->failed.code != RT_OK) return;
    if (r->depth <= r->taker->depth) {
        if (rt_str_trim(s).len > 0) refuse(r, RT_BAD, "text where only elements stand");
        return;
    }
    open_node *o = &r->open[r->depth - 1];
    if (r->arena->used + o->text.len + s.len > RECORD_MOST)
        refuse(r, RT_LIMIT, "a record is larger than is taken");
    else
        rt_buf_add(&o->text, s);
}

static void comment_comes(void *self, const XML_Char *text) {
    reading *r = self;
    (void)text;
    r->heard = r->given;
}

static void doctype_begins(void *self, const XML_Char *name, const XML_Char *system, const XML_Char *public,
                           int subset) {
    (void)name;
    (void)system;
    (void)public;
    (void)subset;
    refuse(self, RT_BAD, "a document type declaration is not taken");
}

/* --- reading -------------------------------------------------------------------------------------------------------
 */

static rt_status parse_failed(reading *r) {
    if (r->failed.code != RT_OK) return r->failed;
    const enum XML_Error what = XML_GetErrorCode(r->parser);
    const rt_status s = what == XML_ERROR_NO_ELEMENTS
                            ? rt_fail(r->err, RT_BAD, "the file ends before its last element is closed")
                            : rt_fail(r->err, RT_BAD, "this is not XML: %s", XML_ErrorString(what));
    rt_error_at(r->err, rt_input_path(r->in), line_of(r->parser), column_of(r->parser));
    return s;
}

/* Expat keeps the bytes of a token until it has all of it, and says nothing until then. */
static rt_status parse(reading *r) {
    rt_str bytes;
    do {
        RT_TRY(rt_input_bytes(r->in, &bytes, r->err));
        const enum XML_Status s = XML_Parse(r->parser, bytes.at, (int)bytes.len, bytes.len == 0);
        if (s != XML_STATUS_OK || r->failed.code != RT_OK) return parse_failed(r);
        r->given += bytes.len;
        if (r->given - r->heard > TOKEN_MOST) refuse(r, RT_LIMIT, "a tag or a comment is longer than is taken");
        if (r->failed.code != RT_OK) return r->failed;
    } while (bytes.len > 0);
    return rt_ok;
}

rt_status rt_xml_read(rt_input *in, const rt_xml_taker *taker, rt_arena *arena, rt_error *err) {
    reading r = {.in = in, .taker = taker, .arena = arena, .err = err};
    r.parser = XML_ParserCreate(NULL);
    if (r.parser == NULL) return rt_fail(err, RT_IO, "no memory for an XML parser");
    XML_SetUserData(r.parser, &r);
    XML_SetElementHandler(r.parser, element_begins, element_ends);
    XML_SetCharacterDataHandler(r.parser, text_comes);
    XML_SetCommentHandler(r.parser, comment_comes);
    XML_SetStartDoctypeDeclHandler(r.parser, doctype_begins);
    const rt_status s = parse(&r);
    XML_ParserFree(r.parser);
    for (size_t i = 0; i < DEPTH_MOST; i++) rt_buf_close(&r.open[i].text);
    return s;
}

static rt_str text_named(rt_arena *arena, const rt_xml_node *first, const char *name) {
    for (; first != NULL; first = first->next)
        if (rt_str_is(first->name, name)) return rt_str_squeeze(arena, first->text);
    return (rt_str){"", 0};
}

rt_str rt_xml_child(rt_arena *arena, const rt_xml_node *node, const char *name) {
    return text_named(arena, node->first, name);
}

rt_str rt_xml_attribute(rt_arena *arena, const rt_xml_node *node, const char *name) {
    return text_named(arena, node->attributes, name);
}

/* --- writing -------------------------------------------------------------------------------------------------------
 */

void rt_xml_write_text(rt_buf *out, rt_str text) {
    for (size_t i = 0; i < text.len; i++) switch (text.at[i]) {
        case '&': rt_buf_add(out, RT_S("&amp;")); break;
        case '<': rt_buf_add(out, RT_S("&lt;")); break;
        case '>': rt_buf_add(out, RT_S("&gt;")); break;
        case '"': rt_buf_add(out, RT_S("&quot;")); break;
        default: rt_buf_byte(out, text.at[i]);
        }
}

/* As deep as the reader takes, which is not deep. */
void rt_xml_write(rt_buf *out, const rt_xml_node *node) {
    rt_buf_printf(out, "<%.*s", RT_FMT(node->name));
    for (const rt_xml_node *a = node->attributes; a != NULL; a = a->next) {
        rt_buf_printf(out, " %.*s=\"", RT_FMT(a->name));
        rt_xml_write_text(out, a->text);
        rt_buf_byte(out, '"');
    }
    rt_buf_byte(out, '>');
    rt_xml_write_text(out, node->first == NULL ? node->text : rt_str_trim(node->text));
    for (const rt_xml_node *c = node->first; c != NULL; c = c->next) {
        rt_buf_byte(out, '\n');
        rt_xml_write(out, c);
    }
    if (node->first != NULL) rt_buf_byte(out, '\n');
    rt_buf_printf(out, "</%.*s>", RT_FMT(node->name));
}
