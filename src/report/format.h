/* The formats that a document can be written in. */
#pragma once

#include "base/buf.h"
#include "report/doc.h"

typedef rt_status rt_doc_write(const rt_doc *d, rt_buf *out, rt_error *err);

typedef struct rt_doc_format {
    const char *extension; /* without a dot */
    const char *name;
    rt_doc_write *write;
} rt_doc_format;

extern const rt_doc_format rt_doc_html, rt_doc_markdown, rt_doc_pdf;

/* All of them; ends with NULL. */
extern const rt_doc_format *const rt_doc_formats[];

/* The format that the end of a file's name says; NULL when it says none. */
const rt_doc_format *rt_doc_format_of(rt_str file);
