/* Changes of an overlay, and the rebuild that absorbs it. */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "names/index_overlaid.h"
#include "names/index_spool.h"

/* --- one at a time ------------------------------------------------------------------------------------------------ */

/* The lock is one on the index file. Whoever got that of a file that a rebuild has just replaced holds nothing. */
static rt_status lock(const char *path, int *fd, rt_error *err) {
    struct stat held, named;
    *fd = open(path, O_RDONLY | O_CLOEXEC);
    if (*fd < 0) return rt_fail(err, errno == ENOENT ? RT_ABSENT : RT_IO, "%s: %s", path, strerror(errno));
    const bool locked = flock(*fd, LOCK_EX | LOCK_NB) == 0;
    const int why = errno;
    if (locked && fstat(*fd, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino &&
        held.st_dev == named.st_dev)
        return rt_ok;
    close(*fd);
    if (!locked && why != EWOULDBLOCK) return rt_fail(err, RT_IO, "%s: %s", path, strerror(why));
    return rt_fail(err, RT_BUSY, "%s: another program changes the index; try again when it is done", path);
}

/* --- the ids of a change -------------------------------------------------------------------------------------------
 */

typedef struct meant {
    rt_str id;
    size_t last; /* place of the last subject to add with it; SIZE_MAX: none, it is to be removed */
    bool there;  /* an entry has it */
} meant;

typedef struct change {
    const rt_overlay_change *asked;
    rt_overlaid *o;
    rt_arena arena;
    meant *ids; /* by id, each once */
    size_t n;
    uint32_t *hidden;
    size_t hidden_count;
} change;

/* By id; of one id what is removed, then what is added by its place. */
static int by_id(const void *x, const void *y) {
    const meant *a = x, *b = y;
    const int ids = rt_str_cmp(a->id, b->id);
    return ids != 0 ? ids : (a->last + 1 > b->last + 1) - (a->last + 1 < b->last + 1);
}

static void ids_take(change *c) {
    const rt_overlay_change *asked = c->asked;
    size_t kept = 0;
    c->ids = RT_NEW_N(&c->arena, meant, asked->add_count + asked->remove.n + 1);
    for (size_t i = 0; i < asked->remove.n; i++) c->ids[c->n++] = (meant){asked->remove.at[i], SIZE_MAX, false};
    for (size_t i = 0; i < asked->add_count; i++)
        if (asked->add[i].id.len > 0) c->ids[c->n++] = (meant){asked->add[i].id, i, false};
    if (c->n > 1) qsort(c->ids, c->n, sizeof *c->ids, by_id);
    for (size_t i = 0; i < c->n; i++)
        if (i + 1 == c->n || !rt_str_eq(c->ids[i].id, c->ids[i + 1].id)) c->ids[kept++] = c->ids[i];
    c->n = kept;
}

static meant *id_find(const change *c, rt_str id) {
    size_t begin = 0, end = c->n;
    while (begin < end) {
        const size_t middle = begin + (end - begin) / 2;
        const int order = rt_str_cmp(c->ids[middle].id, id);
        if (order == 0) return &c->ids[middle];
        if (order < 0)
            begin = middle + 1;
        else
            end = middle;
    }
    return NULL;
}

/* --- what is hidden, and the index of what is added --------------------------------------------------------------- */

/* Of the entries that are there, those of the index are hidden where the change means them, those of the overlay are
 * kept where it does not. */
static rt_status old_take(change *c, rt_index_builder *builder, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    const uint64_t base = c->o->base->entry_count, all = rt_overlaid_span(c->o);
    c->hidden = RT_NEW_N(&c->arena, uint32_t, base + 1);
    for (uint64_t i = 0; i < all; i++) {
        rt_subject subject = {0};
        const bool hides = rt_overlaid_hides(c->o, i);
        rt_arena_reset(&arena);
        if (!hides) RT_TRY(rt_overlaid_entry(c->o, &arena, i, &subject, err));
        meant *m = hides ? NULL : id_find(c, subject.id);
        if (m != NULL) m->there = true;
        if (i < base && (hides || m != NULL)) c->hidden[c->hidden_count++] = (uint32_t)i;
        if (i >= base && m == NULL) RT_TRY(rt_index_builder_add(builder, &subject, err));
    }
    return rt_ok;
}

static rt_status new_take(const change *c, rt_index_builder *builder, rt_error *err) {
    for (size_t i = 0; i < c->asked->add_count; i++) {
        const rt_subject *s = &c->asked->add[i];
        const meant *m = s->id.len > 0 ? id_find(c, s->id) : NULL;
        if (m != NULL && m->last != i) continue;
        RT_TRY(rt_index_builder_add(builder, s, err));
    }
    return rt_ok;
}

static rt_status count(const change *c, rt_overlay_changed *changed, rt_error *err) {
    *changed = (rt_overlay_changed){0};
    for (size_t i = 0; i < c->n; i++) {
        const meant *m = &c->ids[i];
        if (m->last == SIZE_MAX && !m->there)
            return rt_fail(err, RT_ABSENT, "the index has no entry \"%.*s\"", RT_FMT(m->id));
        *(m->last == SIZE_MAX ? &changed->removed : m->there ? &changed->replaced : &changed->added) += 1;
    }
    for (size_t i = 0; i < c->asked->add_count; i++) changed->added += c->asked->add[i].id.len == 0;
    return rt_ok;
}

static rt_status fill(change *c, rt_index_builder *builder, rt_overlay_changed *changed, rt_error *err) {
    RT_TRY(old_take(c, builder, err));
    RT_TRY(count(c, changed, err));
    return new_take(c, builder, err);
}

/* --- writing ------------------------------------------------------------------------------------------------------ */

/* The index of what is added: for the moment without a name, in the folder in which the overlay will lie. */
static rt_status build(change *c, const char *folder, rt_index **added, rt_overlay_changed *changed, rt_error *err) {
    rt_index_builder *builder;
    const rt_index_options options = {.threads = c->asked->threads, .note = RT_S("{}")};
    RT_TRY(rt_index_builder_open_temporary(folder, &options, &builder, err));
    const rt_status s = fill(c, builder, changed, err);
    if (s.code == RT_OK) return rt_index_builder_finish_temporary(builder, added, err);
    rt_index_builder_drop(builder);
    return s;
}

static rt_status write_over(const change *c, const char *path, const rt_index *added, rt_error *err) {
    const rt_overlay_parts parts = {.base = rt_overlay_identity(c->o->base),
                                    .hidden = c->hidden,
                                    .hidden_count = c->hidden_count,
                                    .added = {added->at, added->size}};
    if (added->entry_count > 0 || c->hidden_count > 0) return rt_overlay_file_write(path, &parts, err);
    (void)rt_overlay_forget(path); /* all was taken back */
    return rt_ok;
}

static rt_status change_make(change *c, const char *path, rt_overlay_changed *changed, rt_error *err) {
    rt_index *added = NULL;
    RT_TRY(rt_overlaid_open(path, &c->o, err));
    char *copy = rt_overlay_path(path, "");
    ids_take(c);
    rt_status s = build(c, dirname(copy), &added, changed, err);
    if (s.code == RT_OK && added != NULL) s = write_over(c, path, added, err);
    rt_index_close(added);
    free(copy);
    return s;
}

rt_status rt_overlay_make(const char *path, const rt_overlay_change *asked, rt_overlay_changed *changed,
                          rt_error *err) {
    change c = {.asked = asked};
    int fd;
    for (size_t i = 0; i < asked->remove.n; i++)
        if (asked->remove.at[i].len == 0) return rt_fail(err, RT_USAGE, "an empty id names no entry");
    RT_TRY(lock(path, &fd, err));
    const rt_status s = change_make(&c, path, changed, err);
    rt_overlaid_close(c.o);
    rt_arena_close(&c.arena);
    close(fd);
    return s;
}

/* --- absorbing ---------------------------------------------------------------------------------------------------- */

static rt_status all_add(const rt_overlaid *o, rt_index_builder *builder, rt_error *err) {
    RT_AUTO(rt_arena) arena = {0};
    for (uint64_t i = 0; i < rt_overlaid_span(o); i++) {
        rt_subject subject;
        if (rt_overlaid_hides(o, i)) continue;
        RT_TRY(rt_overlaid_entry(o, &arena, i, &subject, err));
        RT_TRY(rt_index_builder_add(builder, &subject, err));
        rt_arena_reset(&arena);
    }
    return rt_ok;
}

static rt_status build_all(const rt_overlaid *o, const char *to, const rt_index_options *asked, rt_error *err) {
    rt_index_builder *builder;
    rt_index_options options = *asked;
    options.note = rt_index_about(o->base).note;
    RT_TRY(rt_index_builder_open(to, &options, &builder, err));
    const rt_status s = all_add(o, builder, err);
    if (s.code == RT_OK) return rt_index_builder_finish(builder, err);
    rt_index_builder_drop(builder);
    return s;
}

/* The overlay says first which index has absorbed it: wherever this ends, the changes are in force once. */
static rt_status mark_absorbed(const rt_overlaid *o, const char *path, const char *fresh, rt_error *err) {
    rt_index *index;
    if (o->over.at == NULL) return rt_ok;
    RT_TRY(rt_index_open(fresh, &index, err));
    const rt_overlay_file *f = &o->over;
    const rt_overlay_parts parts = {.base = f->header.base,
                                    .absorbed = rt_overlay_identity(index),
                                    .hidden = f->hidden,
                                    .hidden_count = (size_t)f->header.hidden,
                                    .added = {f->at + f->header.added_at, f->size - (size_t)f->header.added_at}};
    const rt_status s = rt_overlay_file_write(path, &parts, err);
    rt_index_close(index);
    return s;
}

/* The new index may be read by whom the old one might. */
static rt_status put_in_place(const char *fresh, const char *path, rt_error *err) {
    struct stat st;
    if (stat(path, &st) != 0 || chmod(fresh, st.st_mode & 0777) != 0 || rename(fresh, path) != 0)
        return rt_fail(err, RT_IO, "%s: %s", path, strerror(errno));
    rt_folder_sync(path);
    (void)rt_overlay_forget(path);
    return rt_ok;
}

static rt_status absorb_in_place(const rt_overlaid *o, const char *path, const rt_index_options *options,
                                 rt_error *err) {
    char *fresh = rt_overlay_path(path, ".overlay.rebuilt");
    rt_status s = build_all(o, fresh, options, err);
    if (s.code == RT_OK) s = mark_absorbed(o, path, fresh, err);
    if (s.code == RT_OK) s = put_in_place(fresh, path, err);
    if (s.code != RT_OK) (void)unlink(fresh);
    free(fresh);
    return s;
}

static bool is_same(const char *path, const char *to) {
    struct stat a, b;
    return stat(path, &a) == 0 && stat(to, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

rt_status rt_overlay_absorb(const char *path, const char *to, const rt_index_options *options, uint64_t *entries,
                            rt_error *err) {
    rt_overlaid *o;
    int fd = -1;
    if (to != NULL && is_same(path, to)) to = NULL;
    if (to == NULL) RT_TRY(lock(path, &fd, err));
    rt_status s = rt_overlaid_open(path, &o, err);
    if (s.code == RT_OK) {
        *entries = rt_overlaid_about(o).entries;
        s = to == NULL ? absorb_in_place(o, path, options, err) : build_all(o, to, options, err);
        if (s.code == RT_OK && to != NULL) (void)rt_overlay_forget(to);
        rt_overlaid_close(o);
    }
    if (fd >= 0) close(fd);
    return s;
}

bool rt_overlay_forget(const char *path) {
    char *overlay = rt_overlay_path(path, ".overlay");
    const bool gone = unlink(overlay) == 0;
    if (gone) rt_folder_sync(path);
    free(overlay);
    return gone;
}
