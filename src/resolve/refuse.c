#include "resolve/refuse.h"

#include "base/buf.h"

/* A message has room for so much. */
enum { LONGEST_ID = 48, LONGEST_WHY = 120, LONGEST_CHAIN = 10 };

static rt_str brief(rt_str s, size_t len) {
    s = rt_str_cut(s, len);
    size_t bad;
    return rt_utf8_valid(s, &bad) ? s : rt_str_cut(s, bad); /* not within a letter */
}

/* "p1 and p7 were judged different on 2016-03-22 by A. Clerk (two passports)" */
static rt_str judged_text(const rt_entry *e, rt_arena *arena) {
    const rt_str a = brief(e->a, LONGEST_ID), b = brief(e->b, LONGEST_ID), why = brief(e->why, LONGEST_WHY);
    const rt_str day = rt_str_cut(e->recorded_at, 10), by = brief(e->recorded_by, LONGEST_ID);
    return rt_str_printf(arena, "%.*s and %.*s were judged different on %.*s by %.*s%s%.*s%s", RT_FMT(a), RT_FMT(b),
                         RT_FMT(day), RT_FMT(by), why.len > 0 ? " (" : "", RT_FMT(why), why.len > 0 ? ")" : "");
}

/* Appends " = p3 = p5" of a chain that begins at `at`, and moves it to its end. */
static void add_chain(rt_buf *text, rt_str *at, rt_seen_list chain) {
    for (size_t i = 0; i < chain.n; i++) {
        *at = rt_judged_other(&chain.at[i].e, *at);
        const rt_str id = brief(*at, LONGEST_ID);
        if (i < LONGEST_CHAIN || i + 1 == chain.n) rt_buf_printf(text, " = %.*s", RT_FMT(id));
        if (i == LONGEST_CHAIN && i + 1 < chain.n) rt_buf_add(text, RT_S(" = ..."));
    }
}

rt_status rt_refuse_pair(const rt_entry *different, rt_arena *arena, rt_error *err) {
    return rt_fail(err, RT_BAD, "%.*s; to judge the pair `unsure` takes that back",
                   RT_FMT(judged_text(different, arena)));
}

rt_status rt_refuse_join(const rt_entry *different, rt_str x, rt_seen_list before, rt_str to, rt_seen_list behind,
                         rt_arena *arena, rt_error *err) {
    RT_AUTO(rt_buf) chain = {0};
    const rt_str first = brief(x, LONGEST_ID), second = brief(to, LONGEST_ID);
    rt_str at = x;
    rt_buf_add(&chain, first);
    add_chain(&chain, &at, before);
    rt_buf_printf(&chain, " = %.*s", RT_FMT(second));
    at = to;
    add_chain(&chain, &at, behind);
    return rt_fail(err, RT_BAD, "%.*s; this would join them: %.*s", RT_FMT(judged_text(different, arena)),
                   RT_FMT(rt_buf_str(&chain)));
}

rt_status rt_refuse_part(rt_str a, rt_str b, rt_seen_list chain, rt_error *err) {
    RT_AUTO(rt_buf) text = {0};
    const rt_str first = brief(a, LONGEST_ID), last = brief(b, LONGEST_ID);
    rt_str at = a;
    rt_buf_add(&text, first);
    add_chain(&text, &at, chain);
    return rt_fail(err, RT_BAD,
                   "%.*s and %.*s are one through others: %.*s; judge the pair of these `unsure` that is wrong, then "
                   "try again",
                   RT_FMT(first), RT_FMT(last), RT_FMT(rt_buf_str(&text)));
}
