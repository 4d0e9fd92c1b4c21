#include "text/kind.h"

/* The first that fits. */
static const rt_text_kind *const kinds[] = {&rt_text_html, &rt_text_plain};

/* What people try, and what begins so. */
static const struct {
    rt_str begins;
    const char *name;
} unread[] = {
    {RT_S_INIT("%PDF-"), "a PDF"},
    {RT_S_INIT("PK\3\4"), "a packed file (DOCX, ODT, ZIP)"},
    {RT_S_INIT("\xD0\xCF\x11\xE0"), "an old Word or Excel file"},
    {RT_S_INIT("{\\rtf"), "RTF"},
    {RT_S_INIT("\x89PNG"), "a picture"},
    {RT_S_INIT("\xFF\xD8\xFF"), "a picture"},
    {RT_S_INIT("GIF8"), "a picture"},
    {RT_S_INIT("\x1F\x8B"), "a packed file (gzip)"},
    {RT_S_INIT("SQLite format 3"), "a database"},
};

static rt_status refuse_unread(rt_str bytes, rt_error *err) {
    for (size_t i = 0; i < sizeof unread / sizeof *unread; i++)
        if (rt_str_starts(bytes, unread[i].begins))
            return rt_fail(err, RT_BAD, "this is %s, which is not read; plain text and HTML are", unread[i].name);
    return rt_ok;
}

rt_status rt_text_read(rt_str bytes, rt_str name, rt_str charset, rt_arena *arena, rt_text *text, rt_error *err) {
    const rt_str small = rt_str_lower(arena, name), head = rt_str_cut(bytes, 1024);
    *text = (rt_text){.told = charset};
    if (bytes.len > RT_TEXT_MOST)
        return rt_fail(err, RT_LIMIT, "it has %zu bytes; a document may have %d MiB", bytes.len,
                       RT_TEXT_MOST / (1024 * 1024));
    RT_TRY(refuse_unread(bytes, err));
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!kinds[i]->is(small, head)) continue;
        text->media_type = rt_str_of(kinds[i]->media_type);
        return kinds[i]->read(bytes, arena, text, err);
    }
    return rt_fail(err, RT_BAD, "nobody knows how to read this");
}
