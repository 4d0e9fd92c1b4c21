#include "text/sentence.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "base/buf.h"

enum { PAGE = 2000 }; /* bytes before and behind in which a sentence begins and ends */

static bool is_inside(rt_str text, size_t at) { return at < text.len && ((unsigned char)text.at[at] & 0xC0) == 0x80; }

/* Whether an empty line begins behind the byte before `at`. */
static bool is_gap(rt_str text, size_t at) {
    bool begins = false;
    for (size_t n = 1; n <= 3 && n <= at && !begins; n++) begins = rt_line_end(text, at - n) == n;
    if (!begins) return false;
    for (; at < text.len && rt_line_end(text, at) == 0; at++)
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

/* --- lines ----------------------------------------------------------------------------------------------------------
 */

static size_t line_end(rt_str text, size_t at) {
    while (at < text.len && rt_line_end(text, at) == 0) at++;
    return at;
}

static size_t width_of(rt_str text) {
    size_t width = 0;
    for (size_t at = 0, end; at < text.len; at = end + rt_line_end(text, end)) {
        end = line_end(text, at);
        if (end - at > width) width = end - at;
    }
    return width;
}

/* Whether the line from begin to end goes on in the next: that begins small, or its first word had no room. */
static bool goes_on(rt_str text, size_t begin, size_t end, size_t width) {
    size_t word = end + rt_line_end(text, end), behind;
    while (word < text.len && rt_is_blank(text.at[word])) word++;
    if (word == text.len) return false;
    for (behind = word; behind < text.len && !rt_is_blank(text.at[behind]) && rt_line_end(text, behind) == 0;) behind++;
    size_t at = word;
    return u_islower((UChar32)rt_utf8_next(text, &at)) || end - begin + 1 + behind - word > width;
}

/* Line ends that only lack of room made become blanks, byte for byte. */
static void join_lines(rt_str text, rt_buf *out) {
    const size_t width = width_of(text);
    rt_buf_add(out, text);
    for (size_t at = 0, end, n; at < text.len; at = end + n) {
        end = line_end(text, at);
        n = rt_line_end(text, end);
        if (n > 0 && goes_on(text, at, end, width)) memset(out->at + end, ' ', n);
    }
}

/* --- sentences ------------------------------------------------------------------------------------------------------
 */

static rt_passage trimmed(rt_str text, rt_passage p) {
    while (p.start < p.end && rt_is_blank(text.at[p.start])) p.start++;
    while (p.end > p.start && rt_is_blank(text.at[p.end - 1])) p.end--;
    return p;
}

/* What stands before names and numbers with a full stop. Too long a sentence shows more than was asked for, too short a
 * one tears what was said: so these never end one. */
static bool is_title(rt_str word) {
    static const char *const titles[] = {"Mr",   "Mrs", "Ms",  "Dr",  "Prof", "St",   "Lt",  "Col", "Gen", "Maj",
                                         "Capt", "Sgt", "Sen", "Rep", "Gov",  "Rev",  "Hon", "Jr",  "No",  "Nr",
                                         "Art",  "vs",  "Hr",  "Fr",  "Mme",  "Mlle", "Sr",  "Sra", "Me",  "Mgr"};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (rt_str_is(word, titles[i])) return true;
    return false;
}

/* Whether what ends at `at` ends in an initial ("A.", "U.S.") or a title. */
static bool ends_short(rt_str text, size_t at) {
    while (at > 0 && rt_is_blank(text.at[at - 1])) at--;
    if (at == 0 || text.at[at - 1] != '.') return false;
    int32_t start = (int32_t)at - 1, letters = 0;
    UChar32 first = 0;
    for (int32_t before = start; before > 0; letters++) {
        UChar32 c;
        U8_PREV(text.at, 0, before, c);
        if (c < 0 || !u_isalpha(c)) break;
        first = c;
        start = before;
    }
    return letters == 1 ? u_isupper(first) : is_title((rt_str){text.at + start, at - 1 - (size_t)start});
}

/* The sentences of a window in which its bytes from to to stand. */
static rt_passage sentences(rt_str window, size_t from, size_t to) {
    UErrorCode status = U_ZERO_ERROR;
    rt_passage found = {0, window.len};
    UText *text = utext_openUTF8(NULL, window.at, (int64_t)window.len, &status);
    UBreakIterator *breaks = ubrk_open(UBRK_SENTENCE, "", NULL, 0, &status);
    if (U_SUCCESS(status)) ubrk_setUText(breaks, text, &status);
    for (int32_t at = U_SUCCESS(status) ? ubrk_first(breaks) : UBRK_DONE; at != UBRK_DONE; at = ubrk_next(breaks)) {
        if (ends_short(window, (size_t)at)) continue;
        if ((size_t)at <= from) found.start = (size_t)at;
        if ((size_t)at < to) continue;
        found.end = (size_t)at;
        break;
    }
    if (breaks != NULL) ubrk_close(breaks);
    utext_close(text);
    return found;
}

rt_passage rt_sentence_around(rt_str text, bool wrapped, size_t start, size_t end) {
    RT_AUTO(rt_buf) joined = {0};
    if (end > text.len) end = text.len;
    if (start > end) start = end;
    const rt_passage w = window_of(text, start, end);
    if (w.end <= w.start) return (rt_passage){start, end};
    const rt_passage inner = trimmed(text, (rt_passage){start < w.start ? w.start : start, end > w.end ? w.end : end});
    const rt_str window = {text.at + w.start, w.end - w.start};
    if (wrapped) join_lines(window, &joined);
    rt_passage s = sentences(wrapped ? rt_buf_str(&joined) : window, inner.start - w.start, inner.end - w.start);
    s.start += w.start;
    s.end += w.start;
    return trimmed(text, s);
}
