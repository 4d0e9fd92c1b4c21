#include "text/sentence.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

enum { PAGE = 2000 }; /* bytes before and behind in which a sentence begins and ends */

static bool is_inside(rt_str text, size_t at) { return at < text.len && ((unsigned char)text.at[at] & 0xC0) == 0x80; }

/* Whether an empty line begins behind the byte before `at`. */
static bool is_gap(rt_str text, size_t at) {
    if (at == 0 || text.at[at - 1] != '\n') return false;
    for (; at < text.len && text.at[at] != '\n'; at++)
        if (!rt_is_blank(text.at[at])) return false;
    return at < text.len;
}

/* The paragraph around, or a page of it. */
static rt_passage window_of(rt_str text, size_t start, size_t end) {
    rt_passage w = {start, end};
    while (w.start > 0 && start - w.start < PAGE && !is_gap(text, w.start)) w.start--;
    while (w.end < text.len && w.end - end < PAGE && !is_gap(text, w.end)) w.end++;
    while (is_inside(text, w.start)) w.start++;
    while (is_inside(text, w.end)) w.end--;
    return w;
}

static rt_passage trimmed(rt_str text, rt_passage p) {
    while (p.start < p.end && rt_is_blank(text.at[p.start])) p.start++;
    while (p.end > p.start && rt_is_blank(text.at[p.end - 1])) p.end--;
    return p;
}

/* The sentences of a window in which its bytes from to to stand. */
static rt_passage sentences(rt_str window, size_t from, size_t to) {
    UErrorCode status = U_ZERO_ERROR;
    rt_passage found = {0, window.len};
    UText *text = utext_openUTF8(NULL, window.at, (int64_t)window.len, &status);
    UBreakIterator *breaks = ubrk_open(UBRK_SENTENCE, "", NULL, 0, &status);
    if (U_SUCCESS(status)) ubrk_setUText(breaks, text, &status);
    for (int32_t at = U_SUCCESS(status) ? ubrk_first(breaks) : UBRK_DONE; at != UBRK_DONE; at = ubrk_next(breaks)) {
        if ((size_t)at <= from) found.start = (size_t)at;
        if ((size_t)at < to) continue;
        found.end = (size_t)at;
        break;
    }
    if (breaks != NULL) ubrk_close(breaks);
    utext_close(text);
    return found;
}

rt_passage rt_sentence_around(rt_str text, size_t start, size_t end) {
    if (end > text.len) end = text.len;
    if (start > end) start = end;
    const rt_passage w = window_of(text, start, end);
    if (w.end <= w.start) return (rt_passage){start, end};
    const rt_passage inner = trimmed(text, (rt_passage){start < w.start ? w.start : start, end > w.end ? w.end : end});
    rt_passage s = sentences((rt_str){text.at + w.start, w.end - w.start}, inner.start - w.start, inner.end - w.start);
    s.start += w.start;
    s.end += w.start;
    return trimmed(text, s);
}
