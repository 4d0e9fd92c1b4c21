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

static void handle(int number, void (*handler)(int), int flags) {
    struct sigaction was, now = {.sa_flags = flags};
    now.sa_handler = handler;
    sigemptyset(&now.sa_mask);
    if (sigaction(number, NULL, &was) == 0 && was.sa_handler != SIG_IGN) sigaction(number, &now, NULL);
}

void rt_stop_begin(void) {
    handle(SIGINT, ask, (int)SA_RESETHAND);
    handle(SIGTERM, ask, (int)SA_RESETHAND);
}

void rt_stop_end(void) {
    handle(SIGINT, SIG_DFL, 0);
    handle(SIGTERM, SIG_DFL, 0);
}

bool rt_stop_asked(void) { return atomic_load(&asked); }
