/* Indexes for tests, in files that a test takes away itself. */
#pragma once

#include <stdlib.h>
#include <unistd.h>

#include "names/index_overlay.h"
#include "test.h"

/* A new file, empty. */
static inline void path_make(char path[64]) {
    snprintf(path, 64, "/tmp/redthread-index-XXXXXX");
    const int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
}

/* With what lies over it. */
static inline void path_take_away(const char *path) {
    (void)rt_overlay_forget(path);
    unlink(path);
}

static inline void index_make(const char *path, const rt_subject *subjects, size_t n, unsigned threads) {
    const rt_index_options options = {.threads = threads, .note = RT_S("{\"by\":\"test\"}")};
    rt_error err = {0};
    rt_index_builder *builder;
    OK(rt_index_builder_open(path, &options, &builder, &err));
    for (size_t i = 0; i < n; i++) OK(rt_index_builder_add(builder, &subjects[i], &err));
    OK(rt_index_builder_finish(builder, &err));
}

static inline rt_overlaid *overlaid_opened(const char *path) {
    rt_overlaid *o;
    rt_error err = {0};
    OK(rt_overlaid_open(path, &o, &err));
    return o;
}

static inline rt_str file_read(rt_arena *arena, const char *path) {
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    fseek(f, 0, SEEK_END);
    const size_t n = (size_t)ftell(f);
    char *bytes = rt_arena_alloc(arena, n + 1);
    rewind(f);
    assert_int_equal(fread(bytes, 1, n, f), n);
    fclose(f);
    return (rt_str){bytes, n};
}
