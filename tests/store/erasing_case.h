/* For tests of erasures: erasing by name, looking at what is left. */
#pragma once

#include "store/erase.h"
#include "store/log.h"
#include "store/tamper.h"

/* --- helpers ------------------------------------------------------------------------------------------------------ */

static inline rt_erase_asked asked_for(test_case *c, const char *const *names, size_t n) {
    rt_erase_asked asked = {.ids = {RT_NEW_N(&c->arena, rt_str, n), n},
                            .authority = RT_S("a court"),
                            .why = RT_S("an order"),
                            .by = RT_S("A. Clerk"),
                            .program = RT_S("tests 1")};
    for (size_t i = 0; i < n; i++) asked.ids.at[i] = case_id(c, names[i]);
    return asked;
}

static inline rt_status try_erase(test_case *c, const rt_erase_asked *asked, rt_erase_report *report, rt_error *err) {
    return rt_erase(c->store, asked, &c->arena, report, err);
}

static inline rt_erase_report erase(test_case *c, const char *name) {
    rt_error err = {0};
    rt_erase_report report;
    const rt_erase_asked asked = asked_for(c, &name, 1);
    OK(try_erase(c, &asked, &report, &err));
    return report;
}

static inline rt_verdict verify(test_case *c, const rt_checkpoint *against) {
    rt_error err = {0};
    rt_verdict v;
    OK(rt_audit_verify(c->store, against, &c->arena, &v, &err));
    return v;
}

static inline void is_sound(test_case *c, const rt_checkpoint *against, int erased) {
    const rt_verdict v = verify(c, against);
    assert_string_equal(v.what, "");
    assert_true(v.sound && v.computable && !v.unfinished);
    assert_int_equal(v.erased, erased);
    assert_int_equal(v.unaccounted, 0);
}

static inline rt_checkpoint head_of(test_case *c) {
    rt_error err = {0};
    rt_checkpoint head;
    OK(rt_audit_head(c->store, &head, &err));
    head.origin = rt_str_copy(&c->arena, head.origin);
    return head;
}

static inline void add_bytes_of(const char *path, rt_buf *all) {
    FILE *f = fopen(path, "rb");
    if (f == NULL) return;
    for (size_t n = 1; n > 0; all->len += n) n = fread(rt_buf_room(all, 1 << 16), 1, 1 << 16, f);
    fclose(f);
}

/* All bytes of the case and of what lies beside it. */
static inline rt_str bytes_of(test_case *c) {
    static const char *const beside[] = {"", "-wal", "-shm", "-journal"};
    RT_AUTO(rt_buf) all = {0};
    char path[160];
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        snprintf(path, sizeof path, "%s%s", c->path, beside[i]);
        add_bytes_of(path, &all);
    }
    return rt_str_copy(&c->arena, rt_buf_str(&all));
}

static inline bool stands_in_file(test_case *c, rt_str text) { return rt_str_find(bytes_of(c), text) != SIZE_MAX; }

static inline bool id_stands_in_file(test_case *c, rt_str id) {
    uint8_t bytes[16];
    assert_true(rt_unhex(id, bytes, 16));
    return stands_in_file(c, id) || stands_in_file(c, (rt_str){(const char *)bytes, 16}) ||
           stands_in_file(c, (rt_str){(const char *)bytes, 8});
}

/* The lines of the log, in its order. */
static inline rt_status keep_line(void *to, rt_str line, rt_error *err) {
    (void)err;
    rt_buf_add(to, line);
    return rt_ok;
}

static inline const char *log_of(test_case *c) {
    rt_error err = {0};
    RT_AUTO(rt_buf) out = {0};
    OK(rt_audit_leaves(c->store, keep_line, &out, &err));
    return rt_str_z(&c->arena, rt_buf_str(&out));
}
