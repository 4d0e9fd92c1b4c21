#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/command.h"

static rt_strs words_of(rt_arena *arena, int argc, char **argv) {
    rt_strs words = {RT_NEW_N(arena, rt_str, (size_t)argc), 0};
    for (int i = 1; i < argc; i++) words.at[words.n++] = rt_str_of(argv[i]);
    return words;
}

/* What is said of standard output comes last on standard error; a code that tells of something else stays. */
static int finish(rt_output *out, rt_output *err, int code) {
    rt_error failure = {0};
    if (rt_output_finish(out, &failure).code != RT_OK) {
        if (failure.message[0] != 0) rt_print_error(err, &failure);
        if (code == 0) code = 1;
    }
    rt_error unsaid;
    return rt_output_finish(err, &unsaid).code != RT_OK && code == 0 ? 1 : code;
}

/* Where standard input, output or error is closed, the next file to be opened, perhaps the case, would take its place
 * and be written to. What stands there instead refuses to be used. */
static void occupy_standard_files(void) {
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd) exit(1);
}

/* What is large goes back to the system when it is freed. Left to itself the C library keeps blocks of up to 32 MB, for
 * each thread: an import then holds half as much again as it needs. */
static void give_memory_back(void) { mallopt(M_MMAP_THRESHOLD, 1024 * 1024); }

int main(int argc, char **argv) {
    RT_AUTO(rt_arena) arena = {0};
    occupy_standard_files();
    give_memory_back();
    const rt_terminal term = rt_terminal_of(STDOUT_FILENO);
    rt_output out = {.fd = STDOUT_FILENO, .screen = term.screen, .rows = term.rows};
    rt_output err = {.fd = STDERR_FILENO, .eager = true, .screen = isatty(STDERR_FILENO) != 0};
    rt_context ctx = {.arena = &arena, .out = &out, .err = &err, .term = term};
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN); /* a limit on the size of files is then an error as a full disk is */
    return finish(&out, &err, rt_cli(&ctx, words_of(&arena, argc, argv)));
}
