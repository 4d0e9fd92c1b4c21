/* For the fuzz targets of list readers: bytes as a file of a name, and what must hold of everything that is read. */
#pragma once

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "exchange/format.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void must(int holds) {
    if (!holds) abort();
}

static char list_folder[64];

static inline void list_remove_folder(void) { (void)rmdir(list_folder); }

/* The file is gone from its folder as soon as it is open. NULL when it is packed and cannot be unpacked: then the error
 * names it. */
static inline rt_input *list_file(const char *name, rt_str text) {
    char path[128];
    rt_input *in;
    rt_error err = {0};
    if (list_folder[0] == '\0') {
        snprintf(list_folder, sizeof list_folder, "/tmp/fuzz-XXXXXX");
        must(mkdtemp(list_folder) != NULL && atexit(list_remove_folder) == 0);
    }
    snprintf(path, sizeof path, "%s/%s", list_folder, name);
    FILE *f = fopen(path, "wb");
    must(f != NULL && fwrite(text.at, 1, text.len, f) == text.len && fclose(f) == 0);
    const rt_status s = rt_input_open(path, &in, &err);
    must(unlink(path) == 0);
    if (s.code == RT_OK) return in;
    must(err.message[0] != '\0' && strcmp(err.file, path) == 0);
    rt_input_close(in);
    return NULL;
}

/* Every entry is one that a case takes. */
static inline rt_status list_add(void *to, const rt_entry *e, rt_error *err) {
    (void)to;
    must(rt_entry_check(e, err).code == RT_OK);
    return rt_ok;
}

/* Odd bytes at the end of the input say: go on behind bad records. */
static inline rt_status list_bad(void *to, const rt_error *what, rt_error *err) {
    must(what->message[0] != '\0' && what->file[0] != '\0' && what->line > 0);
    *err = *what;
    return *(const int *)to ? rt_ok : (rt_status){what->code};
}

/* Its bytes are there as long as the record is called bad. */
static inline void list_raw(void *to, const rt_raw_record *raw) {
    const rt_str parts[] = {raw->head, raw->text, raw->tail};
    size_t sum = 0;
    (void)to;
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < parts[i].len; k++) sum += (unsigned char)parts[i].at[k];
    must(raw->text.len > 0 && (sum > 0 || raw->text.at[0] == '\0'));
}

static inline void list_note(void *to, const rt_error *what) {
    (void)to;
    must(what->message[0] != '\0');
}

static inline void list_read(const rt_format *format, rt_input **files, size_t n, int keep_going) {
    const rt_sink sink = {
        .to = &keep_going, .add = list_add, .raw = list_raw, .bad_record = list_bad, .note = list_note};
    const rt_read_options options = {.dataset = rt_str_of(format->dataset)};
    rt_error err = {0};
    if (format->read(files, n, &options, &sink, &err).code != RT_OK)
        must(err.message[0] != '\0' && err.file[0] != '\0');
    for (size_t i = 0; i < n; i++) rt_input_close(files[i]);
}
