#include "text/quoted.h"

#include "base/buf.h"

/* What print makes of them; a hyphen is nothing. */
static const struct {
    rt_str printed, plain;
} signs[] = {
    {RT_S_INIT("-"), RT_S_INIT("")},        {RT_S_INIT("\u2010"), RT_S_INIT("")},
    {RT_S_INIT("\u2011"), RT_S_INIT("")},   {RT_S_INIT("\u00AD"), RT_S_INIT("")},
    {RT_S_INIT("\u00A0"), RT_S_INIT(" ")},  {RT_S_INIT("\u202F"), RT_S_INIT(" ")},
    {RT_S_INIT("\u2018"), RT_S_INIT("'")},  {RT_S_INIT("\u2019"), RT_S_INIT("'")},
    {RT_S_INIT("\u201C"), RT_S_INIT("\"")}, {RT_S_INIT("\u201D"), RT_S_INIT("\"")},
    {RT_S_INIT("\u201E"), RT_S_INIT("\"")}, {RT_S_INIT("\uFB01"), RT_S_INIT("fi")},
    {RT_S_INIT("\uFB02"), RT_S_INIT("fl")},
};

/* A piece of the text: how it is compared, and where it ends. */
typedef struct piece {
    rt_str plain;
    size_t end;
} piece;

static size_t behind_blanks(rt_str text, size_t at) {
    for (size_t n = 1; n > 0 && at < text.len; at += n) n = rt_is_blank(text.at[at]) ? 1 : rt_line_end(text, at);
    return at;
}

static piece piece_at(rt_str text, size_t at) {
    const rt_str rest = rt_str_from(text, at);
    if (rt_is_blank(text.at[at]) || rt_line_end(text, at) > 0) return (piece){RT_S(" "), behind_blanks(text, at)};
    const bool may_be_sign = text.at[at] == '-' || (unsigned char)text.at[at] >= 0x80;
    for (size_t i = 0; may_be_sign && i < sizeof signs / sizeof *signs; i++) {
        if (!rt_str_starts(rest, signs[i].printed)) continue;
        const size_t end = at + signs[i].printed.len;
        const bool parts = signs[i].plain.len == 0 && rt_line_end(text, end) > 0;
        return (piece){signs[i].plain, parts ? behind_blanks(text, end) : end};
    }
    return (piece){rt_str_cut(rest, 1), at + 1};
}

static bool ends_blank(const rt_buf *out) { return out->len > 0 && out->at[out->len - 1] == ' '; }

/* Adds a piece; blanks that become one are one. */
static void add(rt_buf *out, const piece *p) {
    if (!rt_str_is(p->plain, " ") || !ends_blank(out)) rt_buf_add(out, p->plain);
}

static void make_plain(rt_str text, rt_buf *out) {
    for (size_t at = 0; at < text.len;) {
        const piece p = piece_at(text, at);
        add(out, &p);
        at = p.end;
    }
}

/* Back to the bytes of the text, by making it plain once more. */
static rt_passage place_of(rt_str text, size_t start, size_t end) {
    RT_AUTO(rt_buf) out = {0};
    rt_passage place = {0, text.len};
    for (size_t at = 0; at < text.len;) {
        const piece p = piece_at(text, at);
        const size_t before = out.len;
        add(&out, &p);
        if (before <= start && out.len > start) place.start = at;
        if (before < end && out.len >= end) return place.end = p.end, place;
        at = p.end;
    }
    return place;
}

static bool find_plain(rt_str text, rt_str quote, rt_passage *place) {
    RT_AUTO(rt_buf) where = {0};
    RT_AUTO(rt_buf) what = {0};
    make_plain(text, &where);
    make_plain(quote, &what);
    const rt_str sought = rt_str_trim(rt_buf_str(&what));
    const size_t at = sought.len > 0 ? rt_str_find(rt_buf_str(&where), sought) : SIZE_MAX;
    if (at == SIZE_MAX) return false;
    *place = place_of(text, at, at + sought.len);
    return true;
}

bool rt_quote_find(rt_str text, rt_str quote, rt_passage *place) {
    const size_t at = quote.len > 0 ? rt_str_find(text, quote) : SIZE_MAX;
    if (at == SIZE_MAX) return find_plain(text, quote, place);
    *place = (rt_passage){at, at + quote.len};
    return true;
}
