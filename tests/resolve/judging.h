/* Judgements in one line, and the clusters that follow, for tests of who is one. */
#pragma once

#include "resolve/judge.h"
#include "store/cluster.h"
#include "store/tiny_case.h"

static rt_error wrong; /* of the last judgement that was refused */
static rt_judgement_done done;

static inline rt_str *part_of(rt_judgement_asked *q, rt_str name) {
    if (rt_str_is(name, "why")) return &q->why;
    if (rt_str_is(name, "handling")) return &q->handling;
    if (rt_str_is(name, "on")) {
        static rt_str one;
        q->on = (rt_strs){&one, 1};
        return &one;
    }
    q->reader.narrowed = true;
    return &q->reader.clear;
}

static inline rt_str word(rt_str *rest) {
    rt_str w = {"", 0};
    rt_str_split(rest, RT_S(" "), &w);
    return w;
}

/* "p1 same p2 | why two passports | handling hawk | clear amber", by A. Clerk. */
static inline rt_code judge(test_case *c, const char *text) {
    rt_judgement_asked q = {.why = RT_S("a test"), .by = RT_S("A. Clerk"), .program = RT_S("tests 1")};
    rt_str rest = rt_str_copy(&c->arena, rt_str_of(text)), head, part;
    rt_str_split(&rest, RT_S(" | "), &head);
    q.a = word(&head);
    q.judgement = word(&head);
    q.b = head;
    q.split = rt_str_is(q.judgement, "split");
    if (q.split) q.judgement = RT_S("unsure");
    while (rest.len > 0 && rt_str_split(&rest, RT_S(" | "), &part)) {
        rt_str *at = part_of(&q, word(&part));
        *at = case_resolved(c, part);
    }
    wrong = (rt_error){0};
    rt_lens_close(c->lens);
    c->lens = NULL;
    return rt_judge(c->store, &q, &c->arena, &done, &wrong).code;
}

static inline void judged(test_case *c, const char *text) {
    if (judge(c, text) != RT_OK) fail_msg("%s: refused: %s", text, wrong.message);
}

static inline void refused(test_case *c, rt_code code, const char *text) {
    const rt_code found = judge(c, text);
    if (found != code) fail_msg("%s: %d %s", text, (int)found, wrong.message);
}

/* "p1 p2", through the lens that is open. */
static inline const char *members(test_case *c, const char *id) {
    rt_error err = {0};
    rt_strs found;
    rt_buf text = {0};
    OK(rt_cluster_of(c->lens, rt_str_of(id), &c->arena, &found, &err));
    for (size_t i = 0; i < found.n; i++) {
        if (i > 0) rt_buf_byte(&text, ' ');
        rt_buf_add(&text, found.at[i]);
    }
    const char *z = rt_str_z(&c->arena, rt_buf_str(&text));
    rt_buf_close(&text);
    return z;
}

static inline const char *cluster(test_case *c, rt_lens_spec spec, const char *id) {
    case_look(c, spec);
    return members(c, id);
}

static inline const char *cluster_of(test_case *c, const char *id) { return cluster(c, (rt_lens_spec){0}, id); }

static inline void make(test_case *c) {
    case_make(c);
    case_add(c, "p1 Person.name Ali Example\n"
                "p2 Person.name Aly Example\n"
                "p3 Person.name Ali Muhammad Example\n"
                "p4 Person.name Omar Other\n"
                "p5 Person.name Umar Other\n"
                "h1 Person.name Ali Secret; handling=hawk");
}

#define SAYS(part)                                                                                                     \
    do {                                                                                                               \
        if (strstr(wrong.message, part) == NULL) fail_msg("\"%s\" is not in \"%s\"", part, wrong.message);             \
    } while (0)
