/* What callers hand in, checked and copied. */
#include "analysis/as_if.h"
#include "api/handle.h"
#include "base/json.h"
#include "model/handling.h"

rt_status rt_case_text(rt_case *c, const char *name, const char *text, rt_str *s) {
    *s = rt_str_of(text);
    if (rt_utf8_valid(*s, NULL)) return rt_ok;
    return rt_fail(&c->error, RT_USAGE, "%s is not UTF-8", name);
}

rt_status rt_case_texts(rt_case *c, const char *name, const char *const *texts, size_t n, rt_strs *list) {
    *list = (rt_strs){RT_NEW_N(&c->arena, rt_str, n), n};
    for (size_t i = 0; i < n; i++) RT_TRY(rt_case_text(c, name, texts[i], &list->at[i]));
    return rt_ok;
}

rt_status rt_case_take(rt_case *c, const char *name, const void *given, void *taken, size_t size) {
    size_t theirs;
    memset(taken, 0, size);
    if (given == NULL) return rt_ok;
    memcpy(&theirs, given, sizeof theirs);
    if (theirs < sizeof theirs) return rt_fail(&c->error, RT_USAGE, "the size of %s is not set", name);
    memcpy(taken, given, theirs < size ? theirs : size);
    return rt_ok;
}

rt_status rt_case_handling(rt_case *c, const char *text, rt_str *handling) {
    const char *why;
    RT_TRY(rt_case_text(c, "the handling", text, handling));
    if (handling->len == 0) return rt_ok;
    if (!rt_is_handling(*handling, &why))
        return rt_fail(&c->error, RT_USAGE, "handling is %s, not \"%.*s\"", why, RT_FMT(rt_str_cut(*handling, 64)));
    *handling = rt_handling_canonical(&c->arena, *handling);
    return rt_ok;
}

static rt_status lens_spec(rt_case *c, const rt_case_lens *l, rt_lens_spec *spec) {
    *spec = (rt_lens_spec){.narrowed = l->clear != NULL};
    RT_TRY(rt_case_text(c, "the clearance", l->clear, &spec->clear));
    RT_TRY(rt_case_text(c, "as_of", l->as_of, &spec->as_of));
    RT_TRY(rt_case_text(c, "said_by", l->said_by, &spec->said_by));
    RT_TRY(rt_case_text(c, "at", l->at, &spec->at));
    return rt_case_texts(c, "a source", l->sources, l->source_count, &spec->sources);
}

rt_status rt_case_lens_open(rt_case *c, const rt_case_lens *given, rt_lens **lens) {
    rt_case_lens taken;
    rt_lens_spec spec;
    rt_as_if as_if;
    rt_store *store;
    RT_TRY(rt_case_take(c, "the lens", given, &taken, sizeof taken));
    RT_TRY(lens_spec(c, &taken, &spec));
    RT_TRY(rt_case_texts(c, "as_if_same", taken.as_if_same, taken.as_if_same_count, &as_if.same));
    RT_TRY(rt_case_texts(c, "as_if_apart", taken.as_if_apart, taken.as_if_apart_count, &as_if.apart));
    RT_TRY(rt_case_reader(c, &store));
    if (rt_store_is_current(store)) return rt_as_if_open(store, &spec, &as_if, &c->arena, lens, &c->error);
    const rt_status s = rt_fail(&c->error, RT_CORRUPT,
                                "what is derived from its log is damaged or of another version: `redthread rebuild` "
                                "makes it anew");
    rt_error_at(&c->error, c->path, 0, 0);
    return s;
}

const char *rt_case_json(rt_case *c, const rt_value *value) {
    rt_buf text = {0};
    rt_json_write(&text, value);
    const char *json = rt_str_z(&c->arena, rt_buf_str(&text));
    rt_buf_close(&text);
    return json;
}
