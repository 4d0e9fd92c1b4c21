#include "exchange/records.h"

#include <stdarg.h>
#include <stdio.h>

/* A place within the record becomes a place in the file. */
static void place(rt_error *e, const rt_input *in, uint64_t line) {
    const uint64_t column = e->line == 1 ? e->column : 1;
    e->line = 0;
    rt_error_at(e, rt_input_path(in), line, column);
}

static rt_status take_line(rt_input *in, rt_json_reader *json, rt_record *record, rt_record_take *take, rt_error *err) {
    rt_error wrong = {0};
    rt_status s = rt_json_read(json, record->line, record->arena, &record->value, &wrong);
    if (s.code == RT_OK) s = take(record, &wrong);
    if (s.code == RT_OK) return rt_ok;
    place(&wrong, in, record->number);
    if (s.code != RT_BAD && s.code != RT_LIMIT) {
        if (err != NULL) *err = wrong;
        return s;
    }
    if (record->sink->raw != NULL) record->sink->raw(record->sink->to, &(rt_raw_record){.text = record->line});
    return record->sink->bad_record(record->sink->to, &wrong, err);
}

static rt_status read_all(rt_input *in, rt_json_reader *json, rt_record *record, rt_record_take *take, rt_error *err) {
    bool more;
    for (;;) {
        RT_TRY(rt_input_line(in, &record->line, &more, err));
        if (!more) return rt_ok;
        if (rt_str_trim(record->line).len == 0 || rt_str_starts(record->line, RT_S("# "))) continue;
        record->number = rt_input_line_number(in);
        rt_arena_reset(record->arena);
        if (record->sink->record != NULL) record->sink->record(record->sink->to, record->number);
        RT_TRY(take_line(in, json, record, take, err));
    }
}

rt_status rt_records_read(rt_input *in, const rt_read_options *options, const rt_sink *sink, rt_record_take *take,
                          void *self, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    rt_record record = {.arena = &arena, .options = options, .sink = sink, .self = self};
    rt_json_reader *json = rt_json_reader_new();
    const rt_status s = read_all(in, json, &record, take, err);
    rt_json_reader_free(json);
    return s;
}

static void fill(rt_error *e, const char *format, va_list args) {
    char message[sizeof e->message];
    vsnprintf(message, sizeof message, format, args);
    (void)rt_fail(e, RT_BAD, "%s", message);
}

void rt_record_note(const rt_record *record, const char *file, rt_str word, const char *format, ...) {
    rt_error note;
    va_list args;
    if (record->sink->note == NULL) return;
    va_start(args, format);
    fill(&note, format, args);
    va_end(args);
    rt_error_at(&note, file, record->number, rt_json_place(record->line, word) + 1);
    record->sink->note(record->sink->to, &note);
}

rt_status rt_record_wrong(const rt_record *record, rt_str word, rt_error *err, const char *format, ...) {
    rt_error wrong;
    va_list args;
    va_start(args, format);
    fill(&wrong, format, args);
    va_end(args);
    rt_error_at(&wrong, NULL, 1, rt_json_place(record->line, word) + 1);
    if (err != NULL) *err = wrong;
    return (rt_status){RT_BAD};
}
