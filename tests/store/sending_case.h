/* For tests of what went out: letting something go out, and asking who holds it. */
#pragma once

#include "store/erasing_case.h"
#include "store/sent.h"

static inline rt_strs words_of(test_case *c, const char *text) {
    rt_str rest = rt_str_of(text), word;
    rt_strs words = {RT_NEW_N(&c->arena, rt_str, rest.len + 1), 0};
    while (rest.len > 0 && rt_str_split(&rest, RT_S(" "), &word)) words.at[words.n++] = word;
    return words;
}

/* Something went out through this lens, under a name. */
static inline void went(test_case *c, const char *formats, rt_lens_spec spec, const char *as) {
    rt_error err = {0};
    const rt_sending sending = {.who = rt_str_of(as),
                                .why = RT_S("a request"),
                                .formats = words_of(c, formats),
                                .count = true,
                                .by = RT_S("B. Clerk"),
                                .program = RT_S("tests 1")};
    case_look(c, spec);
    assert_true(c->n_named < CASE_NAMES);
    OK(rt_sending_note(c->store, c->lens, &sending, c->named[c->n_named].id, &err));
    c->named[c->n_named++].name = rt_str_copy(&c->arena, rt_str_of(as));
}

static inline rt_holder_list holders_of(test_case *c, const char *name, rt_gone_list *gone) {
    rt_error err = {0};
    rt_holder_list list;
    const rt_erase_asked asked = asked_for(c, &name, 1);
    OK(rt_erase_plan(c->store, &asked, &c->arena, gone, &err));
    OK(rt_holders_find(c->store, gone, &c->arena, &list, &err));
    return list;
}
