/* Any bytes are EDTF whose canonical form means the same and prints as itself, or refused with a byte within the text.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/date_allen.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int holds) {
    if (!holds) abort();
}

static void same(const rt_when *a, const rt_when *b) {
    must(a->start_min == b->start_min && a->start_max == b->start_max && a->end_min == b->end_min &&
         a->end_max == b->end_max);
    must(a->wide.start_min == b->wide.start_min && a->wide.end_max == b->wide.end_max);
    must(a->uncertain == b->uncertain && a->approximate == b->approximate);
}

static void printed_again(rt_str text, const rt_when *when) {
    rt_buf once = {0}, twice = {0};
    rt_when again;
    rt_error err = {0};
    must(rt_edtf_print(text, &once, &err).code == RT_OK);
    must(rt_edtf_read(rt_buf_str(&once), &again, &err).code == RT_OK);
    same(when, &again);
    must(rt_edtf_print(rt_buf_str(&once), &twice, &err).code == RT_OK);
    must(rt_str_eq(rt_buf_str(&once), rt_buf_str(&twice)));
    rt_buf_close(&once);
    rt_buf_close(&twice);
}

/* Every date lies somehow to itself and to any day. */
static void related(const rt_when *when) {
    const rt_when day = rt_when_day(0);
    must(rt_allen_relate(when, when).possible != 0);
    must(rt_allen_relate(when, &day).possible != 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const rt_str text = {(const char *)data, size};
    rt_error err = {0};
    rt_when when;
    if (rt_edtf_read(text, &when, &err).code != RT_OK) {
        must(err.has_byte && err.byte <= size && err.message[0] != '\0');
        return 0;
    }
    must(when.start_min <= when.start_max && when.end_min <= when.end_max && when.start_min <= when.end_max);
    printed_again(text, &when);
    related(&when);
    return 0;
}
