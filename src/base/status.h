/* What a function that can fail returns, and the error that tells a person what was wrong.
 *
 * A function that can fail returns rt_status (a struct, so that it is never mistaken for a number) and fills the
 * rt_error that its caller handed down. RT_TRY passes a failure on. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

typedef enum rt_code {
    RT_OK = 0,
    RT_USAGE,   /* called wrongly, whatever the data */
    RT_BAD,     /* the data is not what it should be */
    RT_ABSENT,  /* what was asked for is not there */
    RT_DENIED,  /* the lens does not let it through */
    RT_IO,      /* the operating system refused */
    RT_CORRUPT, /* a case file that is damaged, or none */
    RT_NEWER,   /* a case file of a later program */
    RT_BUSY,    /* another program writes to the case */
    RT_LIMIT,   /* larger or deeper than is taken */
    RT_STOPPED, /* somebody asked to stop (SIGINT, SIGTERM): nothing was changed */
} rt_code;

typedef struct rt_status {
    rt_code code;
} rt_status;

/* In front of each declaration of a function that can fail: the compiler makes the caller look at the result. */
#define RT_RESULT __attribute__((warn_unused_result)) rt_status

#define RT_PRINTF(text, first) __attribute__((format(printf, text, first)))

/* The message is plain text in UTF-8 without the position; line and column count from 1 (columns in bytes), byte
 * from 0; 0 as line, or has_byte false, says that it is not known. */
typedef struct rt_error {
    rt_code code;
    bool has_byte;
    char file[512];
    uint64_t line, column, byte;
    char message[1024];
} rt_error;

static const rt_status rt_ok = {RT_OK};

/* Fills err (which may be NULL) with code and message, without a position, and returns the code. */
rt_status rt_fail(rt_error *err, rt_code code, const char *format, ...) RT_PRINTF(3, 4);

#ifdef __clang_analyzer__
/* The analyzer sees one file at a time: this tells it that what rt_fail returns is a failure. */
static inline rt_status rt_failed(rt_code code) {
    const rt_status s = {code};
    return s;
}
#define rt_fail(err, code, ...) ((void)rt_fail(err, code, __VA_ARGS__), rt_failed(code))
#endif

/* Adds where it was to an error that has no place yet. file: as the caller named it, "stdin" for that. line or column
 * 0: not known. */
void rt_error_at(rt_error *err, const char *file, uint64_t line, uint64_t column);

/* Adds the byte (from 0) at which a text that has no lines went wrong. */
void rt_error_at_byte(rt_error *err, uint64_t byte);

/* "FILE:LINE:COLUMN: MESSAGE", as much of it as is known. size is that of text; it is always terminated. */
void rt_error_format(const rt_error *err, char *text, unsigned size);

/* Exit code of a program that ends with this code: 0 done, 2 used wrongly, 130 stopped, 1 everything else. */
int rt_exit_code(rt_code code);

#define RT_TRY(call)                                                                                                   \
    do {                                                                                                               \
        const rt_status rt_try_status_ = (call);                                                                       \
        if (rt_try_status_.code != RT_OK) return rt_try_status_;                                                       \
    } while (0)

/* RT_AUTO(rt_buf) b = {0}; closes itself at the end of its scope through rt_buf_close. */
#define RT_AUTO(type) __attribute__((cleanup(type##_close))) type
