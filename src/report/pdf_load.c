/* PDF is written by a module that links Pango and Cairo, loaded when it is asked for: linked into the program, they
 * would make each start of it take 4 ms more (docs/decisions/024-documents.md). */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "report/format.h"

#ifndef RT_MODULES
#define RT_MODULES "../lib/redthread" /* from where the program stands to where it is installed */
#endif

/* The folder of the program, or of the shared library that this stands in. */
static rt_str own_folder(rt_arena *arena, bool of_program) {
    char path[4096];
    Dl_info info;
    if (of_program) {
        const ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
        path[n > 0 ? n : 0] = 0;
    } else
        snprintf(path, sizeof path, "%s",
                 dladdr(&rt_doc_pdf, &info) != 0 && info.dli_fname != NULL ? info.dli_fname : "");
    const char *slash = strrchr(path, '/');
    return slash != NULL ? rt_str_copy(arena, (rt_str){path, (size_t)(slash - path)}) : RT_S("");
}

static void *load_from(rt_arena *arena, rt_str folder) {
    static const char *const places[] = {".", RT_MODULES, "redthread"};
    for (size_t i = 0; folder.len > 0 && i < sizeof places / sizeof *places; i++) {
        void *module = dlopen(rt_str_printf(arena, "%.*s/%s/redthread-pdf.so", RT_FMT(folder), places[i]).at,
                              RTLD_NOW | RTLD_LOCAL);
        if (module != NULL) return module;
    }
    return NULL;
}

/* REDTHREAD_MODULES names the folder where it stands elsewhere than with the program. */
static rt_status pdf_write(const rt_doc *d, rt_buf *out, rt_error *err) {
    void *module = load_from(d->arena, rt_str_of(getenv("REDTHREAD_MODULES")));
    rt_doc_write *write = NULL;
    if (module == NULL) module = load_from(d->arena, own_folder(d->arena, true));
    if (module == NULL) module = load_from(d->arena, own_folder(d->arena, false));
    if (module != NULL) *(void **)&write = dlsym(module, "rt_pdf_write");
    if (write != NULL) return write(d, out, err); /* stays loaded: what it uses does not take itself down cleanly */
    return rt_fail(err, RT_ABSENT,
                   "this program was built without what writes PDF (Pango and Cairo): write .html and print it");
}

const rt_doc_format rt_doc_pdf = {.extension = "pdf", .name = "PDF", .write = pdf_write};
