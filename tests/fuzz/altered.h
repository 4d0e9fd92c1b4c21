/* For the fuzz targets of files that are mapped: a whole file, altered as the input says.
 *
 * The input is a row of changes of six bytes: where (three bytes, of the file's length), how much (one: 255 cuts the
 * file there, else so many bytes modulo eight are set), and two bytes of value. */
#pragma once

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void must(int holds) {
    if (!holds) abort();
}

/* A new file, empty. */
static inline void path_make(char path[64]) {
    snprintf(path, 64, "/tmp/redthread-fuzz-XXXXXX");
    const int fd = mkstemp(path);
    must(fd >= 0);
    close(fd);
}

static inline void file_read(const char *path, rt_buf *whole) {
    FILE *f = fopen(path, "rb");
    must(f != NULL);
    for (int c; (c = fgetc(f)) != EOF;) rt_buf_byte(whole, (char)c);
    fclose(f);
}

static inline size_t alter(char *bytes, size_t n, const uint8_t *data, size_t size) {
    for (; size >= 6; data += 6, size -= 6) {
        const size_t at = ((size_t)data[0] << 16 | (size_t)data[1] << 8 | data[2]) % (n + 1), many = data[3] % 8u;
        if (data[3] == 255) n = at;
        for (size_t i = 0; i < many && at + i < n; i++) bytes[at + i] = (char)data[4 + i % 2];
    }
    return n;
}

/* The whole file altered, in a piece of memory of exactly its size, so that a sanitizer sees one byte too far. */
static inline char *altered(rt_str whole, const uint8_t *data, size_t size, size_t *n) {
    char *bytes = malloc(whole.len);
    must(bytes != NULL);
    memcpy(bytes, whole.at, whole.len);
    *n = alter(bytes, whole.len, data, size);
    char *cut = malloc(*n > 0 ? *n : 1);
    must(cut != NULL);
    memcpy(cut, bytes, *n);
    free(bytes);
    return cut;
}
