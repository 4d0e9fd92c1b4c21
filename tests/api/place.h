/* A case in a folder of its own, for tests that know the public header and nothing else. */
#pragma once

#include <redthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct place {
    char folder[64], path[96], file[96];
    rt_case *c;
} place;

#define OK(p, call)                                                                                                    \
    do {                                                                                                               \
        if ((call) != RT_CASE_OK) fail_msg("%s: %s", #call, rt_case_last_error((p)->c)->message);                      \
    } while (0)

#define CONTAINS(text, part)                                                                                           \
    do {                                                                                                               \
        if (strstr(text, part) == NULL) fail_msg("%s is not in %s", part, text);                                       \
    } while (0)

static inline int place_begin(void **state) {
    place *p = calloc(1, sizeof *p);
    if (p == NULL) return -1;
    strcpy(p->folder, "/tmp/redthread-api-XXXXXX");
    if (mkdtemp(p->folder) == NULL) return -1;
    snprintf(p->path, sizeof p->path, "%s/a.case", p->folder);
    snprintf(p->file, sizeof p->file, "%s/in.jsonl", p->folder);
    p->c = rt_case_new();
    *state = p;
    return rt_case_make(p->c, p->path) == RT_CASE_OK ? 0 : -1;
}

static inline int place_end(void **state) {
    static const char *const names[] = {"a.case", "a.case-wal", "a.case-shm", "in.jsonl"};
    place *p = *state;
    char path[128];
    rt_case_free(p->c);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", p->folder, names[i]);
        (void)unlink(path);
    }
    (void)rmdir(p->folder);
    free(p);
    return 0;
}

static inline rt_case_import by(const char *who) {
    rt_case_import how;
    RT_CASE_INIT(how, rt_case_import);
    how.by = who;
    return how;
}

/* The line of a statement about the person x. */
#define LINE(prop, value, more)                                                                                        \
    "{\"type\":\"statement\",\"entity\":\"x\",\"schema\":\"Person\",\"prop\":\"" prop "\",\"value\":\"" value          \
    "\"" more "}"
#define NAME(value) LINE("name", value, "")
#define HIDDEN_NAME LINE("name", "Maria Hidden", ",\"handling\":\"hawk,amber\"")

static inline void put(place *p, const char *line) {
    const rt_case_import how = by("A Clerk");
    OK(p, rt_case_state(p->c, line, &how, NULL, NULL));
}

static inline const char *show(place *p, const rt_case_lens *lens) {
    const char *who = "x", *json;
    OK(p, rt_case_view(p->c, "show", &who, 1, lens, &json));
    return json;
}
