#include "cli/stop.h"

#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>

/* A signal reaches nothing but what is global. */
static atomic_bool asked;

static void ask(int number) {
    (void)number;
    atomic_store(&asked, true);
}

/* False when it was so already. */
static bool handle(int number, void (*handler)(int), int flags) {
    struct sigaction was, now = {.sa_flags = flags};
    now.sa_handler = handler;
    sigemptyset(&now.sa_mask);
    if (sigaction(number, NULL, &was) != 0 || was.sa_handler == SIG_IGN || was.sa_handler == handler) return false;
    return sigaction(number, &now, NULL) == 0;
}

bool rt_stop_begin(void) {
    const bool by_key = handle(SIGINT, ask, (int)SA_RESETHAND), by_others = handle(SIGTERM, ask, (int)SA_RESETHAND);
    return by_key || by_others;
}

void rt_stop_end(void) {
    handle(SIGINT, SIG_DFL, 0);
    handle(SIGTERM, SIG_DFL, 0);
}

bool rt_stop_asked(void) { return atomic_load(&asked); }
