#include "report/format.h"

const rt_doc_format *const rt_doc_formats[] = {&rt_doc_html, &rt_doc_markdown, &rt_doc_pdf, NULL};

const rt_doc_format *rt_doc_format_of(rt_str file) {
    for (size_t i = 0; rt_doc_formats[i] != NULL; i++) {
        const rt_str end = rt_str_of(rt_doc_formats[i]->extension);
        if (file.len <= end.len + 1 || file.at[file.len - end.len - 1] != '.') continue;
        if (rt_str_eq_nocase(rt_str_from(file, file.len - end.len), end)) return rt_doc_formats[i];
    }
    return NULL;
}
