/* Bytes that wait on disk for their place in the index file: what grows with the number of entries is not kept in
 * memory while an index is built. A spool is a file without a name, in the folder of the index. */
#pragma once

#include "base/buf.h"

typedef struct rt_spool {
    int fd;
    uint64_t size; /* bytes added */
    rt_buf held;   /* of these, those not written yet */
} rt_spool;

RT_RESULT rt_spool_open(const char *folder, rt_spool *spool, rt_error *err);
void rt_spool_close(rt_spool *spool);
RT_RESULT rt_spool_add(rt_spool *spool, const void *bytes, size_t n, rt_error *err);

/* Hands all bytes over from the beginning, in pieces that hold whole records of record_size bytes. */
typedef rt_status rt_spool_take(void *with, const void *bytes, size_t n, rt_error *err);
RT_RESULT rt_spool_read(rt_spool *spool, size_t record_size, rt_spool_take *take, void *with, rt_error *err);

/* A new file without a name in this folder, which none but its owner can read; -1 and errno when there is none. */
int rt_nameless_file(const char *folder);

/* write(2) until all is written, and what to say when it is not. */
RT_RESULT rt_write_all(int fd, const void *bytes, size_t n, rt_error *err);

/* Makes a rename or an unlink in the folder of path durable. */
void rt_folder_sync(const char *path);
