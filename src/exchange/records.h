/* What readers of JSON lines share: a record a line, each read whole, then checked, then added. */
#pragma once

#include "exchange/format.h"

typedef struct rt_record {
    rt_str line;     /* as it stands in the file */
    rt_value *value; /* an object */
    uint64_t number; /* of the line */
    rt_arena *arena; /* of this record */
    const rt_read_options *options;
    const rt_sink *sink;
    void *self; /* the reader's own */
} rt_record;

/* Adds the entries of one record. Errors hold the column only (line 1): the place in the file is put to them. */
typedef rt_status rt_record_take(rt_record *record, rt_error *err);

/* Reads all lines; blank ones, and those that begin with "# ", are passed over. A record that is wrong goes to
 * sink->bad_record with its place. */
RT_RESULT rt_records_read(rt_input *in, const rt_read_options *options, const rt_sink *sink, rt_record_take *take,
                          void *self, rt_error *err);

/* Tells the sink of something that stops nothing, with the place at which `word` stands in the record. */
void rt_record_note(const rt_record *record, const char *file, rt_str word, const char *format, ...) RT_PRINTF(4, 5);

/* An error at the place at which `word` stands in the record. */
rt_status rt_record_wrong(const rt_record *record, rt_str word, rt_error *err, const char *format, ...) RT_PRINTF(4, 5);
