/* Any bytes are text in some encoding, which is the same text in whatever pieces it comes, and UTF-8 where it was
 * converted; or an error. And their first row is parted by one of the delimiters that there are. */
#include "exchange/decode.h"

#include <stdlib.h>
#include <string.h>

#include "exchange/csv_dialect.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int holds) {
    if (!holds) abort();
}

static rt_code decode(rt_str encoding, rt_str text, size_t piece, rt_buf *out) {
    rt_decoder *d;
    rt_error err = {0};
    bool guessed;
    rt_status s = rt_decoder_new(encoding, &d, &err);
    must(s.code == RT_OK);
    for (bool last = false; s.code == RT_OK && !last; text = rt_str_from(text, piece)) {
        last = text.len <= piece;
        s = rt_decoder_feed(d, rt_str_cut(text, piece), last, out, &err);
    }
    must(s.code == RT_OK || err.message[0] != '\0');
    if (s.code == RT_OK && strcmp(rt_decoder_encoding(d, &guessed), "UTF-8") != 0)
        must(rt_utf8_valid(rt_buf_str(out), NULL));
    rt_decoder_free(d);
    return s.code;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const encodings[] = {"",          "",      "windows-1252", "utf-16",
                                            "shift_jis", "utf-8", "gb18030",      "iso-2022-jp"};
    static const rt_str wanted[] = {RT_S_INIT("name"), RT_S_INIT("id")};
    const rt_str text = {(const char *)data, size};
    const rt_str encoding = rt_str_of(encodings[size > 0 ? data[size - 1] % 8 : 0]);
    RT_AUTO(rt_buf) whole = {0};
    RT_AUTO(rt_buf) parts = {0};
    char delimiter = ',';
    const rt_code a = decode(encoding, text, SIZE_MAX, &whole), b = decode(encoding, text, 1 + size % 7, &parts);
    must(a == b && (a != RT_OK || rt_str_eq(rt_buf_str(&whole), rt_buf_str(&parts))));
    must(strchr(",;\t|", rt_csv_delimiter_told(text, wanted, 2)) != NULL);
    must(rt_csv_sep_line(text, &delimiter) <= size && strchr(",;\t|:", delimiter) != NULL);
    return 0;
}
