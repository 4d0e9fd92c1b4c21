#include "cli/pager.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/str.h"

/* $PAGER is a command line for the shell, as for git and man. -F quits if it fits, -R passes colours (and nothing else)
 * through, -X leaves the text on the screen.
 * The text is UTF-8 whatever the locale says. A terminal that can do nothing (Emacs' shell) is not for less. */
static const char *command(void) {
    const char *pager = getenv("PAGER"), *term = getenv("TERM");
    if (pager == NULL) return term == NULL || strcmp(term, "dumb") == 0 ? NULL : "LESSCHARSET=utf-8 exec less -FRX";
    return *pager == 0 || strcmp(pager, "cat") == 0 ? NULL : pager;
}

/* The pager must hear of a closed pipe, which this program ignores, and of Ctrl-C if this program did. */
static void set_signals(posix_spawnattr_t *attributes, bool hears_ctrl_c) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    if (hears_ctrl_c) sigaddset(&set, SIGINT);
    posix_spawnattr_setsigdefault(attributes, &set);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF);
}

static long spawn(const char *line, const int pipe_ends[2], bool hears_ctrl_c) {
    pid_t pid = 0;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    char *const argv[] = {(char[]){"sh"}, (char[]){"-c"}, strdup(line), NULL};
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    set_signals(&attributes, hears_ctrl_c);
    posix_spawn_file_actions_adddup2(&actions, pipe_ends[0], STDIN_FILENO);
    posix_spawn_file_actions_addclose(&actions, pipe_ends[1]);
    const int failed = argv[2] == NULL || posix_spawn(&pid, "/bin/sh", &actions, &attributes, argv, environ) != 0;
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    free(argv[2]);
    return failed ? 0 : pid;
}

/* Whether the shell would find less at all; else its message would stand where the text should. */
static bool less_is_there(void) {
    return getenv("PAGER") != NULL || access("/usr/bin/less", X_OK) == 0 || access("/bin/less", X_OK) == 0;
}

long rt_pager_start(int *fd) {
    int ends[2];
    const char *line = command();
    if (line == NULL || !less_is_there() || pipe(ends) != 0) return 0;
    struct sigaction was, ignored = {.sa_flags = 0};
    ignored.sa_handler = SIG_IGN; /* it is the pager's: less goes on, and would fight with the shell were we gone */
    sigaction(SIGINT, &ignored, &was);
    const long pid = spawn(line, ends, was.sa_handler != SIG_IGN);
    close(ends[0]);
    if (pid == 0) {
        sigaction(SIGINT, &was, NULL);
        close(ends[1]);
    } else
        *fd = ends[1];
    return pid;
}

void rt_pager_wait(long pager, int fd) {
    int status;
    close(fd);
    while (waitpid((pid_t)pager, &status, 0) < 0 && errno == EINTR) {
    }
}
