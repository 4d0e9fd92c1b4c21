/* Names: compared, indexed, searched. */
#include <stdlib.h>

#include "api/handle.h"
#include "base/json.h"
#include "exchange/entity.h"
#include "exchange/subjects.h"
#include "names/index_overlay.h"
#include "names/why.h"
#include "resolve/subjects.h"

/* Errors and texts are held as those of a case are: by a handle without a case. */
struct rt_names {
    rt_case held;
    rt_overlaid *index;    /* NULL: none is open */
    rt_searcher *searcher; /* of this index */
};

enum { TOP = 10 };
static const double cutoff = 0.5;

/* --- the handle --------------------------------------------------------------------------------------------------- */

rt_names *rt_names_new(void) {
    rt_names *n = rt_alloc(sizeof *n);
    *n = (rt_names){0};
    rt_case_begin(&n->held);
    return n;
}

static void forget_index(rt_names *n) {
    rt_searcher_close(n->searcher);
    rt_overlaid_close(n->index);
    n->searcher = NULL;
    n->index = NULL;
}

void rt_names_free(rt_names *n) {
    if (n == NULL) return;
    forget_index(n);
    rt_arena_close(&n->held.arena);
    free(n);
}

const rt_case_error *rt_names_last_error(const rt_names *n) { return rt_case_last_error(&n->held); }

/* --- what comes in ------------------------------------------------------------------------------------------------ */

typedef struct how {
    rt_search search;
    double threshold;
} how;

static rt_status take_how(rt_names *n, const rt_names_how *given, how *h) {
    rt_names_how taken;
    RT_TRY(rt_case_take(&n->held, "how to search", given, &taken, sizeof taken));
    h->search = (rt_search){.top = taken.top > 0 ? taken.top : TOP,
                            .cutoff = taken.cutoff > 0 ? taken.cutoff : cutoff,
                            .exhaustive = taken.exhaustive != 0};
    h->threshold = taken.threshold > 0 ? taken.threshold : rt_match_threshold;
    return rt_ok;
}

static rt_status take_entity(rt_names *n, const char *name, const char *json, rt_subject *subject) {
    rt_value *value;
    rt_str text;
    RT_TRY(rt_case_text(&n->held, name, json, &text));
    rt_json_reader *reader = rt_json_reader_new();
    const rt_status s = rt_json_read(reader, text, &n->held.arena, &value, &n->held.error);
    rt_json_reader_free(reader);
    RT_TRY(s);
    return rt_entity_subject(value, &n->held.arena, subject, &n->held.error);
}

/* --- comparing ---------------------------------------------------------------------------------------------------- */

static rt_status compare(rt_names *n, const char *left, const char *right, const rt_names_how *given,
                         const char **json) {
    rt_arena *arena = &n->held.arena;
    rt_subject subjects[2];
    rt_ready ready[2];
    rt_match match;
    how h;
    RT_TRY(take_how(n, given, &h));
    RT_TRY(take_entity(n, "the left entity", left, &subjects[0]));
    RT_TRY(take_entity(n, "the right entity", right, &subjects[1]));
    for (size_t i = 0; i < 2; i++) rt_ready_make(arena, &subjects[i], &ready[i]);
    rt_match_subjects(arena, &ready[0], &ready[1], &match);
    rt_value *v = rt_value_object(arena);
    rt_match_put(arena, v, &match, h.threshold);
    *json = rt_case_json(&n->held, v);
    return rt_ok;
}

rt_case_code rt_names_compare(rt_names *n, const char *left, const char *right, const rt_names_how *given,
                              const char **json) {
    rt_case_begin(&n->held);
    *json = NULL;
    return rt_case_end(&n->held, compare(n, left, right, given, json));
}

/* --- building ----------------------------------------------------------------------------------------------------- */

static rt_status add(void *to, const rt_subject *subject, rt_error *err) {
    return subject->names.n > 0 ? rt_index_builder_add(to, subject, err) : rt_ok;
}

static rt_status begin(rt_names *n, const char *index, rt_index_builder **builder) {
    const rt_index_options options = {.note = RT_S("{\"by\":\"libredthread\"}")};
    if (index == NULL) return rt_fail(&n->held.error, RT_USAGE, "an index is made at a path");
    return rt_index_builder_open(index, &options, builder, &n->held.error);
}

static rt_status end(rt_names *n, rt_index_builder *builder, const char *index, rt_status filled) {
    if (filled.code != RT_OK) return rt_index_builder_drop(builder), filled;
    RT_TRY(rt_index_builder_finish(builder, &n->held.error));
    (void)rt_overlay_forget(index); /* what lay over an older one of that name */
    return rt_ok;
}

static rt_status build(rt_names *n, const char *const *paths, size_t count, const char *index) {
    rt_index_builder *builder;
    RT_TRY(begin(n, index, &builder));
    const rt_subjects_options options = {.to = builder, .take = add};
    return end(n, builder, index, rt_subjects_read(paths, count, &options, &n->held.error));
}

rt_case_code rt_names_build(rt_names *n, const char *const *paths, size_t count, const char *index) {
    rt_case_begin(&n->held);
    return rt_case_end(&n->held, build(n, paths, count, index));
}

static rt_status build_case(rt_names *n, rt_case *c, const rt_case_lens *given, const char *index) {
    rt_lens *lens;
    rt_index_builder *builder;
    rt_case_begin(c);
    rt_status s = rt_case_lens_open(c, given, &lens);
    if (s.code != RT_OK) return n->held.error = c->error, s;
    s = begin(n, index, &builder);
    if (s.code == RT_OK) s = end(n, builder, index, rt_case_subjects(lens, add, builder, NULL, &n->held.error));
    rt_lens_close(lens);
    return s;
}

rt_case_code rt_names_build_case(rt_names *n, rt_case *c, const rt_case_lens *lens, const char *index) {
    rt_case_begin(&n->held);
    return rt_case_end(&n->held, build_case(n, c, lens, index));
}

/* --- changing ----------------------------------------------------------------------------------------------------- */

static rt_status change(rt_names *n, const char *index, const rt_overlay_change *asked) {
    rt_overlay_changed done;
    if (index == NULL) return rt_fail(&n->held.error, RT_USAGE, "an index is changed by its path");
    return rt_overlay_make(index, asked, &done, &n->held.error);
}

static rt_status add_files(rt_names *n, const char *index, const char *const *paths, size_t count) {
    rt_subject_list list = {.arena = &n->held.arena};
    const rt_subjects_options options = {.to = &list, .take = rt_subject_list_take};
    RT_TRY(rt_subjects_read(paths, count, &options, &n->held.error));
    return change(n, index, &(rt_overlay_change){.add = list.at, .add_count = list.n});
}

rt_case_code rt_names_add(rt_names *n, const char *index, const char *const *paths, size_t count) {
    rt_case_begin(&n->held);
    return rt_case_end(&n->held, add_files(n, index, paths, count));
}

rt_case_code rt_names_remove(rt_names *n, const char *index, const char *const *ids, size_t count) {
    rt_case_begin(&n->held);
    rt_str *taken = RT_NEW_N(&n->held.arena, rt_str, count + 1);
    for (size_t i = 0; i < count; i++) taken[i] = rt_str_of(ids[i]);
    return rt_case_end(&n->held, change(n, index, &(rt_overlay_change){.remove = {taken, count}}));
}

static rt_status rebuild(rt_names *n, const char *index) {
    const rt_index_options options = {0};
    uint64_t entries;
    if (index == NULL) return rt_fail(&n->held.error, RT_USAGE, "an index is rebuilt at its path");
    return rt_overlay_absorb(index, NULL, &options, &entries, &n->held.error);
}

rt_case_code rt_names_rebuild(rt_names *n, const char *index) {
    rt_case_begin(&n->held);
    return rt_case_end(&n->held, rebuild(n, index));
}

/* --- searching ---------------------------------------------------------------------------------------------------- */

rt_case_code rt_names_open(rt_names *n, const char *index) {
    rt_case_begin(&n->held);
    forget_index(n);
    if (index == NULL)
        return rt_case_end(&n->held, rt_fail(&n->held.error, RT_USAGE, "an index is opened by its path"));
    const rt_status s = rt_overlaid_open(index, &n->index, &n->held.error);
    if (s.code == RT_OK)
        n->searcher = rt_searcher_open();
    else
        n->index = NULL;
    return rt_case_end(&n->held, s);
}

void rt_names_close(rt_names *n) {
    rt_case_begin(&n->held);
    forget_index(n);
}

static rt_status search(rt_names *n, const char *entity, const rt_names_how *given, const char **json) {
    rt_arena *arena = &n->held.arena;
    rt_subject query;
    rt_hit *hits;
    size_t count;
    how h;
    if (n->index == NULL) return rt_fail(&n->held.error, RT_USAGE, "no index is open");
    RT_TRY(take_how(n, given, &h));
    RT_TRY(take_entity(n, "the entity", entity, &query));
    h.search.searcher = n->searcher;
    RT_TRY(rt_overlaid_search(n->index, arena, &query, &h.search, &hits, &count, &n->held.error));
    rt_value *v = rt_value_object(arena);
    rt_value_put(v, RT_S("results"), rt_hits_value(arena, hits, count, h.threshold));
    *json = rt_case_json(&n->held, v);
    return rt_ok;
}

rt_case_code rt_names_search(rt_names *n, const char *entity, const rt_names_how *given, const char **json) {
    rt_case_begin(&n->held);
    *json = NULL;
    return rt_case_end(&n->held, search(n, entity, given, json));
}
