#include "exchange/format.h"

extern const rt_format rt_format_entries, rt_format_ftm, rt_format_ofac, rt_format_un, rt_format_rules;

const rt_format *const rt_formats[] = {&rt_format_entries, &rt_format_ftm,   &rt_format_ofac,
                                       &rt_format_un,      &rt_format_rules, NULL};

const rt_format *rt_format_named(rt_str name) {
    for (size_t i = 0; rt_formats[i] != NULL; i++)
        if (rt_str_is(name, rt_formats[i]->name)) return rt_formats[i];
    return NULL;
}

rt_status rt_format_detect(rt_input *in, const rt_format **format, rt_error *err) {
    rt_str head;
    *format = NULL;
    RT_TRY(rt_input_peek(in, 4096, &head, err));
    if (rt_str_starts(head, RT_S("\xef\xbb\xbf"))) head = rt_str_from(head, 3); /* a byte order mark */
    for (size_t i = 0; rt_formats[i] != NULL && *format == NULL; i++)
        if (rt_formats[i]->detect != NULL && rt_formats[i]->detect(rt_input_stem(in), head)) *format = rt_formats[i];
    return rt_ok;
}
