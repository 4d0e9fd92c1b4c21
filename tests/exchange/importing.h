/* For tests of import and export: files made of literals into a case, and what comes out of it as text. */
#pragma once

#include "exchange/import.h"
#include "store/tiny_case.h"

typedef struct importing {
    test_case c;
    rt_import_options options;
    rt_import_report report;
    rt_error err;
    int wrong;       /* refusals that were not as wanted; importing_end fails for them */
    char path[160];  /* of the last file */
    char told[4096]; /* "LINE:COLUMN MESSAGE|", one a note or a skipped record */
} importing;

static void importing_tell(void *to, const rt_error *what, bool skipped) {
    importing *im = to;
    const size_t n = strlen(im->told);
    snprintf(im->told + n, sizeof im->told - n, "%s%d:%d %s|", skipped ? "skipped " : "", (int)what->line,
             (int)what->column, what->message);
    assert_string_equal(what->file, im->path);
}

static inline void importing_begin(importing *im) {
    memset(im, 0, sizeof *im);
    case_make(&im->c);
    im->options =
        (rt_import_options){.by = RT_S("A. Clerk"), .program = RT_S("tests 1"), .to = im, .tell = importing_tell};
}

static inline void importing_end(importing *im) {
    case_close(&im->c);
    assert_int_equal(im->wrong, 0);
}

static inline const char *importing_file(importing *im, const char *name, rt_str text) {
    snprintf(im->path, sizeof im->path, "%s/%s", im->c.folder, name);
    FILE *f = fopen(im->path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(text.at, 1, text.len, f), text.len);
    assert_int_equal(fclose(f), 0);
    return im->path;
}

/* Reads a file of this name with this text; it is gone afterwards. */
static inline rt_code importing_read(importing *im, const char *name, rt_str text) {
    const char *path = importing_file(im, name, text);
    im->told[0] = '\0';
    im->err = (rt_error){0};
    const rt_status s = rt_import(im->c.store, &path, 1, &im->options, &im->report, &im->err);
    assert_int_equal(unlink(path), 0);
    if (s.code != RT_OK && strcmp(im->err.file, im->path) != 0 && im->err.file[0] != '\0')
        fail_msg("the error names %s, not %s", im->err.file, im->path);
    return s.code;
}

static inline void importing_takes(importing *im, const char *name, rt_str text) {
    if (importing_read(im, name, text) != RT_OK)
        fail_msg("%d:%d: %s", (int)im->err.line, (int)im->err.column, im->err.message);
}

/* Notes as wrong unless the file is refused at this line and column, for a reason that holds these words, and leaves
 * nothing. */
static inline void importing_refuses(importing *im, const char *name, rt_str text, unsigned line, unsigned column,
                                     const char *words) {
    rt_checkpoint before, after;
    rt_error err = {0};
    OK(rt_audit_head(im->c.store, &before, &err));
    const rt_code code = importing_read(im, name, text);
    const rt_str shown = rt_str_cut(text, 200);
    if (code == RT_OK || im->err.line != line || im->err.column != column || strstr(im->err.message, words) == NULL) {
        printf("%.*s\n    is %s at %d:%d: %s\n", RT_FMT(shown), code == RT_OK ? "taken" : "refused", (int)im->err.line,
               (int)im->err.column, im->err.message);
        im->wrong++;
    }
    OK(rt_audit_head(im->c.store, &after, &err));
    assert_int_equal(before.size, after.size);
}

static rt_status importing_write(void *to, rt_str bytes, rt_error *err) {
    (void)err;
    rt_buf_add(to, bytes);
    return rt_ok;
}

/* What a format prints of the case through a lens; in the case's arena. */
static inline const char *importing_export_by(importing *im, const char *format, rt_lens_spec spec) {
    rt_buf out = {0};
    rt_error err = {0};
    const rt_writer writer = {.to = &out, .write = importing_write};
    case_look(&im->c, spec);
    OK(rt_format_named(rt_str_of(format))->write(im->c.lens, &writer, &err));
    const char *text = rt_str_z(&im->c.arena, rt_buf_str(&out));
    rt_buf_close(&out);
    return text;
}

static inline const char *importing_export(importing *im, const char *format) {
    return importing_export_by(im, format, (rt_lens_spec){0});
}
