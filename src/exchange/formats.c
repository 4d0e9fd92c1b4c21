#include "exchange/format.h"

extern const rt_format rt_format_entries, rt_format_ftm, rt_format_statements, rt_format_statements_jsonl,
    rt_format_ofac, rt_format_un, rt_format_rules, rt_format_csv;

const rt_format *const rt_formats[] = {
    &rt_format_entries,
    &rt_format_ftm,
    &rt_format_statements,
    &rt_format_statements_jsonl,
    &rt_format_ofac,
    &rt_format_un,
    &rt_format_rules,
    &rt_format_csv,
    NULL,
};

const rt_format *rt_format_named(rt_str name) {
    for (size_t i = 0; rt_formats[i] != NULL; i++)
        if (rt_str_is(name, rt_formats[i]->name)) return rt_formats[i];
    return NULL;
}

/* What was skipped by an import begins with why. */
static rt_str without_remarks(rt_str head) {
    while (rt_str_starts(head, RT_S("# "))) {
        const size_t end = rt_str_find(head, RT_S("\n"));
        if (end == SIZE_MAX) break;
        head = rt_str_from(head, end + 1);
    }
    return head;
}

rt_status rt_format_detect(rt_input *in, const rt_format **format, rt_error *err) {
    rt_str head;
    *format = NULL;
    RT_TRY(rt_input_peek(in, 4096, &head, err));
    if (rt_str_starts(head, RT_S("\xef\xbb\xbf"))) head = rt_str_from(head, 3); /* a byte order mark */
    head = without_remarks(head);
    /* What stands in it tells it; only where that does not, its name. */
    const rt_str names[] = {{"", 0}, rt_input_stem(in)};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; rt_formats[i] != NULL && *format == NULL; i++)
            if (rt_formats[i]->detect != NULL && rt_formats[i]->detect(names[k], head)) *format = rt_formats[i];
    return rt_ok;
}

void rt_writer_tell(const rt_writer *writer, const char *what, int64_t done, rt_lens *lens, int64_t seq) {
    if (writer->progress != NULL) writer->progress(writer->to, what, done, rt_lens_share(lens, seq));
}
