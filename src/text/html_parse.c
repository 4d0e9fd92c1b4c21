#include "text/html_parse.h"

#include <setjmp.h>
#include <time.h>

enum {
    MEMORY_LEAST = 16 * 1024 * 1024,
    MEMORY_MOST = 1024 * 1024 * 1024,
    MEMORY_A_BYTE = 200, /* an element of three bytes takes about as much as this */
    SECONDS = 10,        /* a page of RT_TEXT_MOST takes two */
    LOOKS = 256,         /* how many requests of memory pass between two looks at the clock */
};

typedef struct parsing {
    rt_arena arena;
    size_t most;
    unsigned requests;
    time_t until;
    jmp_buf out;
} parsing;

static time_t seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec;
}

static void *take_memory(void *self, size_t size) {
    parsing *p = self;
    const bool late = ++p->requests % LOOKS == 0 && seconds() > p->until;
    if (late || size > p->most || p->arena.used > p->most - size) longjmp(p->out, 1);
    return rt_arena_alloc(&p->arena, size);
}

static void keep_memory(void *self, void *at) {
    (void)self;
    (void)at;
}

/* What longjmp leaves is all in the arena. */
static bool parse(parsing *p, rt_str page, void (*take)(void *to, const GumboNode *root), void *to) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = take_memory;
    options.deallocator = keep_memory;
    options.userdata = p;
    options.max_errors = 0;
    if (setjmp(p->out) != 0) return false;
    const GumboOutput *page_read = gumbo_parse_with_options(&options, page.at, page.len);
    take(to, page_read->root);
    return true;
}

rt_status rt_html_parse(rt_str page, void (*take)(void *to, const GumboNode *root), void *to, rt_error *err) {
    static const size_t most = MEMORY_MOST, least = MEMORY_LEAST;
    const size_t warranted = page.len > most / MEMORY_A_BYTE ? most : page.len * MEMORY_A_BYTE;
    parsing p = {.most = warranted < least ? least : warranted, .until = seconds() + SECONDS};
    const bool done = parse(&p, page, take, to);
    rt_arena_close(&p.arena);
    return done ? rt_ok
                : rt_fail(err, RT_LIMIT,
                          "this page is built so that it would take too much to read (elements within elements or "
                          "attributes without end): save its text, and add that");
}
