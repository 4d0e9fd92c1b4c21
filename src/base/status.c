#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Cuts a text that did not fit at a whole UTF-8 character. */
static void cut_at_character(char *text, size_t size) {
    size_t n = strlen(text);
    if (n + 1 < size) return;
    while (n > 0 && ((unsigned char)text[n - 1] & 0xC0) == 0x80) n--;
    if (n > 0) text[n - 1] = 0;
}

rt_status(rt_fail)(rt_error *err, rt_code code, const char *format, ...) {
    if (err != NULL) {
        va_list args;
        va_start(args, format);
        memset(err, 0, sizeof *err);
        err->code = code;
        if (vsnprintf(err->message, sizeof err->message, format, args) >= (int)sizeof err->message)
            cut_at_character(err->message, sizeof err->message);
        va_end(args);
    }
    return (rt_status){code};
}

void rt_error_at(rt_error *err, const char *file, uint64_t line, uint64_t column) {
    if (err == NULL) return;
    if (file != NULL && err->file[0] == 0) snprintf(err->file, sizeof err->file, "%s", file);
    if (err->line == 0) {
        err->line = line;
        err->column = column;
    }
}

void rt_error_at_byte(rt_error *err, uint64_t byte) {
    if (err == NULL || err->has_byte) return;
    err->has_byte = true;
    err->byte = byte;
}

void rt_error_format(const rt_error *err, char *text, unsigned size) {
    int n = 0;
    const char *dots = err->file[0] != 0 ? ":" : "";
    if (err->line != 0 && err->column != 0)
        n = snprintf(text, size, "%s%s%llu:%llu: ", err->file, dots, (unsigned long long)err->line,
                     (unsigned long long)err->column);
    else if (err->line != 0)
        n = snprintf(text, size, "%s%s%llu: ", err->file, dots, (unsigned long long)err->line);
    else if (err->has_byte)
        n = snprintf(text, size, "%s%sbyte %llu: ", err->file, dots, (unsigned long long)err->byte);
    else if (err->file[0] != 0)
        n = snprintf(text, size, "%s: ", err->file);
    if (n >= 0 && (unsigned)n < size) snprintf(text + n, size - (unsigned)n, "%s", err->message);
}

int rt_exit_code(rt_code code) {
    return code == RT_OK ? 0 : code == RT_USAGE ? 2 : code == RT_STOPPED ? 130 : 1; /* 128 + SIGINT, as shells say it */
}
