/* What goes wrong below a program, at a point that is told. Loaded in front of the C library (LD_PRELOAD), it counts
 * the calls that change a file, or those that ask for memory, and lets one of them fail.
 *
 *     FAULT=KIND:N        what happens at call N, counted from 1; with 0 nothing happens
 *     FAULT_COUNT=FILE    gets the number of calls, when the program ends by itself
 *     FAULT_CRASH=FILE    gets where it was, when it crashes
 *
 *     kill     the process dies before the call
 *     int      somebody presses Ctrl-C before it
 *     torn     the process dies when half of it is written
 *     power    the machine dies: what was written since the last fsync of each file is gone
 *     eio      the call fails
 *     full     it fails, and so does all that writes later: the disk is full
 *     short    half is written
 *     alloc    this one gets no memory
 *     allocs   it gets none, and nobody does any more
 */
#undef _FILE_OFFSET_BITS /* both names of each call are ours */
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum kind { NOTHING, KILL, INTERRUPT, TORN, POWER, FAIL, FULL, SHORT, ALLOC, ALLOCS };

static enum kind kind;
static uint64_t chosen;
static atomic_uint_fast64_t count;
static atomic_int ready; /* 0 not yet, 1 somebody does it, 2 done */

static const char *const names[] = {"", "kill", "int", "torn", "power", "eio", "full", "short", "alloc", "allocs"};

static bool of_memory(void) { return kind == ALLOC || kind == ALLOCS; }

static void begin(void) {
    int none = 0;
    if (!atomic_compare_exchange_strong(&ready, &none, 1)) return;
    const char *told = getenv("FAULT"), *colon = told != NULL ? strchr(told, ':') : NULL;
    for (int k = KILL; colon != NULL && k <= ALLOCS; k++)
        if (strlen(names[k]) == (size_t)(colon - told) && strncmp(told, names[k], (size_t)(colon - told)) == 0)
            kind = (enum kind)k;
    for (const char *p = colon != NULL ? colon + 1 : ""; *p >= '0' && *p <= '9'; p++)
        chosen = 10 * chosen + (uint64_t)(*p - '0');
    atomic_store(&ready, 2);
}

/* Whether this call is the chosen one (or, where the fault lasts, one behind it). */
static bool is_chosen(bool lasts) {
    const uint64_t n = atomic_fetch_add(&count, 1) + 1;
    return chosen != 0 && (n == chosen || (lasts && n > chosen));
}

static int file_told(const char *name) {
    const char *path = getenv(name);
    return path == NULL ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, O_CREAT | O_TRUNC | O_WRONLY, 0600);
}

__attribute__((destructor)) static void tell_count(void) {
    char text[32];
    const int fd = file_told("FAULT_COUNT"), n = snprintf(text, sizeof text, "%llu\n", (unsigned long long)count);
    if (fd >= 0 && syscall(SYS_write, fd, text, n) == n) syscall(SYS_close, fd);
}

static void tell_crash(int number) {
    void *frames[48];
    chosen = 0;
    const int fd = file_told("FAULT_CRASH");
    if (fd >= 0) backtrace_symbols_fd(frames, backtrace(frames, 48), fd);
    signal(number, SIG_DFL);
    kill(getpid(), number);
}

__attribute__((constructor)) static void await_crash(void) {
    const int numbers[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
    void *frame;
    if (getenv("FAULT_CRASH") == NULL) return;
    begin();
    const uint64_t wanted = chosen;
    chosen = 0;
    backtrace(&frame, 1); /* loads what it needs, now that there is memory */
    chosen = wanted;
    count = 0;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) signal(numbers[i], tell_crash);
}

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/* --- memory ------------------------------------------------------------------------------------------------------- */

void *__libc_malloc(size_t n);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *at, size_t n);
void *__libc_memalign(size_t align, size_t n);

static bool gets_none(void) {
    begin();
    if (ready != 2 || !of_memory() || !is_chosen(kind == ALLOCS)) return false;
    errno = ENOMEM;
    return true;
}

void *malloc(size_t n) { return gets_none() ? NULL : __libc_malloc(n); }
void *calloc(size_t n, size_t size) { return gets_none() ? NULL : __libc_calloc(n, size); }
void *realloc(void *at, size_t n) { return n > 0 && gets_none() ? NULL : __libc_realloc(at, n); }
void *memalign(size_t align, size_t n) { return gets_none() ? NULL : __libc_memalign(align, n); }
void *aligned_alloc(size_t align, size_t n) { return gets_none() ? NULL : __libc_memalign(align, n); }

int posix_memalign(void **at, size_t align, size_t n) {
    if (gets_none()) return ENOMEM;
    *at = __libc_memalign(align, n);
    return *at == NULL ? ENOMEM : 0;
}

/* --- what a dead machine forgets ---------------------------------------------------------------------------------- */

typedef struct change {
    struct change *before;
    int fd; /* of our own, so that it stays open */
    dev_t device;
    ino_t inode;
    off_t size, at;
    size_t n;
    char was[];
} change;

static change *changes;

static void remember(int fd, off_t at, size_t n) {
    struct stat is;
    if (kind != POWER || fstat(fd, &is) != 0) return;
    const size_t held = at >= is.st_size ? 0 : n < (size_t)(is.st_size - at) ? n : (size_t)(is.st_size - at);
    change *c = __libc_malloc(sizeof *c + held);
    *c = (change){changes, fcntl(fd, F_DUPFD_CLOEXEC, 100), is.st_dev, is.st_ino, is.st_size, at, held};
    if (held > 0 && syscall(SYS_pread64, fd, c->was, held, at) != (long)held) abort();
    changes = c;
}

static void is_durable(int fd) {
    struct stat is;
    if (kind != POWER || fstat(fd, &is) != 0) return;
    for (change **c = &changes; *c != NULL;)
        if ((*c)->device == is.st_dev && (*c)->inode == is.st_ino)
            *c = (*c)->before; /* its descriptor stays open: to close it would give up the file's locks */
        else
            c = &(*c)->before;
}

static void forget(void) {
    for (const change *c = changes; c != NULL; c = c->before) {
        if (syscall(SYS_pwrite64, c->fd, c->was, c->n, c->at) != (long)c->n) abort();
        if (syscall(SYS_ftruncate, c->fd, c->size) != 0) abort();
    }
}

/* --- files -------------------------------------------------------------------------------------------------------- */

static bool is_file(int fd) {
    struct stat is;
    return fd > STDERR_FILENO && fstat(fd, &is) == 0 && S_ISREG(is.st_mode);
}

/* What is to become of a call that changes a file: 0 it is done. Dies where it is to die. */
static int fate(void) {
    begin();
    if (of_memory() || kind == NOTHING || !is_chosen(kind == FULL)) return 0;
    if (kind == INTERRUPT) return kill(getpid(), SIGINT), 0;
    if (kind == POWER) forget();
    if (kind == KILL || kind == POWER) die();
    return kind == FULL ? ENOSPC : kind == FAIL ? EIO : -1;
}

static long failed(int why) {
    errno = why;
    return -1;
}

/* A write of n bytes: how many of them are written, and whether the process dies then. */
static long written(int fd, const void *bytes, size_t n, off_t at) {
    const int what = is_file(fd) ? fate() : 0;
    if (what > 0) return failed(what);
    const size_t some = what < 0 ? n / 2 : n;
    if (is_file(fd)) remember(fd, at >= 0 ? at : lseek(fd, 0, SEEK_CUR), some);
    const long done = at >= 0 ? syscall(SYS_pwrite64, fd, bytes, some, at) : syscall(SYS_write, fd, bytes, some);
    if (what < 0 && kind == TORN) die();
    return done;
}

ssize_t write(int fd, const void *bytes, size_t n) { return written(fd, bytes, n, -1); }
ssize_t pwrite(int fd, const void *bytes, size_t n, off_t at) { return written(fd, bytes, n, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t n, off_t at) { return written(fd, bytes, n, at); }

/* A call without bytes: half of it is none of it; a full disk has room for what takes none. */
#define UNLESS_FATED(call)                                                                                             \
    do {                                                                                                               \
        const int what_ = fate();                                                                                      \
        if (what_ < 0 && kind == TORN) die();                                                                          \
        if (what_ > 0 && kind != FULL) return (int)failed(what_);                                                      \
        return (int)(call);                                                                                            \
    } while (0)

int ftruncate(int fd, off_t size) {
    if (is_file(fd)) remember(fd, size, SIZE_MAX / 2);
    UNLESS_FATED(syscall(SYS_ftruncate, fd, size));
}
int ftruncate64(int fd, off_t size) { return ftruncate(fd, size); }

static int synced(int fd, long number) {
    const int what = fate();
    if (what < 0 && kind == TORN) die();
    if (what > 0 && kind != FULL) return (int)failed(what); /* a full disk makes durable what it has */
    is_durable(fd);
    return (int)syscall(number, fd);
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

int rename(const char *from, const char *to) { UNLESS_FATED(syscall(SYS_rename, from, to)); }
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
    UNLESS_FATED(syscall(SYS_renameat2, a, from, b, to, flags));
}
int unlink(const char *path) { UNLESS_FATED(syscall(SYS_unlink, path)); }
int unlinkat(int at, const char *path, int flags) { UNLESS_FATED(syscall(SYS_unlinkat, at, path, flags)); }
int fallocate(int fd, int mode, off_t at, off_t n) {
    begin();
    if (kind == FULL && chosen != 0 && count >= chosen) return (int)failed(ENOSPC);
    UNLESS_FATED(syscall(SYS_fallocate, fd, mode, at, n));
}
int posix_fallocate(int fd, off_t at, off_t n) { return fallocate(fd, 0, at, n) == 0 ? 0 : errno; }
int posix_fallocate64(int fd, off_t at, off_t n) { return posix_fallocate(fd, at, n); }
