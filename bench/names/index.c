/* The candidate index by itself: build, query, and what a search loses against comparing with every name.
 *
 * Entries and queries are tab-separated: id, schema, names (by |), then property=value. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "names/index_far.h"
#include "names/index_kept.h"
#include "names/index_keyed.h"
#include "names/index_sounds.h"

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void must(rt_status s, const rt_error *err) {
    if (s.code == RT_OK) return;
    fprintf(stderr, "%s\n", err->message);
    exit(1);
}

static rt_strs split(rt_arena *arena, rt_str text, rt_str by) {
    rt_strs all = {.at = RT_NEW_N(arena, rt_str, text.len + 1)};
    rt_str part;
    while (rt_str_split(&text, by, &part)) all.at[all.n++] = part;
    return all;
}

static void subject_read(rt_arena *arena, rt_str line, rt_subject *s) {
    const rt_strs fields = split(arena, line, RT_S("\t"));
    *s = (rt_subject){.id = fields.at[0], .schema = fields.at[1], .names = split(arena, fields.at[2], RT_S("|"))};
    s->caption = s->names.n > 0 ? s->names.at[0] : RT_S("");
    s->traits = RT_NEW_N(arena, rt_trait, fields.n);
    for (size_t i = 3; i < fields.n; i++) {
        const size_t at = rt_str_find(fields.at[i], RT_S("="));
        if (at == SIZE_MAX) continue;
        s->traits[s->trait_count++] = (rt_trait){rt_str_cut(fields.at[i], at), rt_str_from(fields.at[i], at + 1)};
    }
}

static double wall(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

typedef struct lines {
    FILE *file;
    char *at;
    size_t cap;
} lines;

static bool next(lines *l, rt_str *line) {
    const ssize_t n = getline(&l->at, &l->cap, l->file);
    if (n <= 0) return false;
    *line = (rt_str){l->at, (size_t)n - (l->at[n - 1] == '\n')};
    return true;
}

static lines open_lines(const char *path) {
    lines l = {.file = fopen(path, "r")};
    if (l.file == NULL) {
        perror(path);
        exit(1);
    }
    return l;
}

static int build(const char *in, const char *out, unsigned threads) {
    rt_error err = {0};
    rt_index_builder *builder;
    const rt_index_options options = {.threads = threads, .note = RT_S("{}")};
    lines l = open_lines(in);
    rt_str line;
    uint64_t text = 0;
    const double began = now(), began_wall = wall();
    must(rt_index_builder_open(out, &options, &builder, &err), &err);
    RT_AUTO(rt_arena) arena = {0};
    while (next(&l, &line)) {
        rt_subject s;
        subject_read(&arena, line, &s);
        for (size_t i = 0; i < s.names.n; i++) text += s.names.at[i].len;
        must(rt_index_builder_add(builder, &s, &err), &err);
        rt_arena_reset(&arena);
    }
    const double added = now();
    must(rt_index_builder_finish(builder, &err), &err);
    const double done = now();
    rt_index *index;
    must(rt_index_open(out, &index, &err), &err);
    const rt_index_info info = rt_index_about(index);
    const double each = (double)(info.bytes - text) / (double)info.entries;
    printf("{\"entries\": %lu, \"names\": %lu, \"words\": %lu, \"read_s\": %.2f, \"write_s\": %.2f, \"bytes\": %lu, "
           "\"bytes_an_entry_beside_names\": %.1f, \"open_ms\": %.2f}\n",
           info.entries, info.names, info.words, added - began, done - added, info.bytes, each, 1e3 * (now() - done));
    printf("{\"wall_s\": %.2f}\n", wall() - began_wall);
    rt_index_close(index);
    return 0;
}

static int by_value(const void *a, const void *b) {
    const double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static int speed(const char *path, const char *queries, size_t most) {
    rt_error err = {0};
    rt_index *index;
    must(rt_index_open(path, &index, &err), &err);
    lines l = open_lines(queries);
    rt_str line;
    RT_AUTO(rt_arena) arena = {0};
    double *times = rt_alloc(most * sizeof *times), sum = 0;
    rt_searcher *searcher = rt_searcher_open();
    const rt_search how = {.top = 5, .cutoff = 0.5, .searcher = searcher};
    size_t n = 0, hits_all = 0;
    for (; n < most && next(&l, &line); n++) {
        rt_subject s;
        rt_hit *hits;
        size_t found;
        RT_AUTO(rt_arena) reading = {0};
        subject_read(&reading, line, &s);
        const double began = now();
        must(rt_index_search(index, &arena, &s, &how, &hits, &found, &err), &err);
        times[n] = now() - began;
        sum += times[n];
        hits_all += found;
        rt_arena_reset(&arena);
    }
    qsort(times, n, sizeof *times, by_value);
    printf("{\"queries\": %zu, \"a_second\": %.0f, \"mean_us\": %.1f, \"p50_us\": %.1f, \"p99_us\": %.1f, \"max_us\": "
           "%.1f, "
           "\"hits\": %zu}\n",
           n, (double)n / sum, 1e6 * sum / (double)n, 1e6 * times[n / 2], 1e6 * times[n * 99 / 100], 1e6 * times[n - 1],
           hits_all);
    rt_searcher_close(searcher);
    rt_index_close(index);
    return 0;
}

static int recall(const char *path, const char *queries, size_t most, double cutoff) {
    rt_error err = {0};
    rt_index *index;
    must(rt_index_open(path, &index, &err), &err);
    lines l = open_lines(queries);
    rt_str line;
    size_t all = 0, kept = 0, same = 0, n = 0, missing_queries = 0;
    for (; n < most && next(&l, &line); n++) {
        RT_AUTO(rt_arena) arena = {0};
        rt_subject s;
        rt_hit *slow, *fast;
        size_t slow_n, fast_n, lost = 0;
        subject_read(&arena, line, &s);
        const rt_search exhaustive = {.top = 100, .cutoff = cutoff, .exhaustive = true},
                        usual = {.top = 100, .cutoff = cutoff};
        must(rt_index_search(index, &arena, &s, &exhaustive, &slow, &slow_n, &err), &err);
        must(rt_index_search(index, &arena, &s, &usual, &fast, &fast_n, &err), &err);
        for (size_t i = 0; i < slow_n; i++) {
            bool found = false;
            for (size_t k = 0; k < fast_n && !found; k++) found = fast[k].entry == slow[i].entry;
            if (!found && getenv("SHOW") != NULL)
                printf("lost %.3f: %.*s -> %.*s\n", slow[i].match.score, RT_FMT(s.caption),
                       RT_FMT(slow[i].subject.caption));
            lost += !found;
        }
        all += slow_n;
        kept += slow_n - lost;
        missing_queries += lost > 0;
        same += slow_n == 0 || (fast_n > 0 && fast[0].entry == slow[0].entry);
    }
    printf("{\"queries\": %zu, \"cutoff\": %.2f, \"exhaustive_hits\": %zu, \"kept\": %zu, \"share\": %.5f, "
           "\"same_first\": %.5f, "
           "\"queries_that_lost\": %zu}\n",
           n, cutoff, all, kept, all > 0 ? (double)kept / (double)all : 1, (double)same / (double)n, missing_queries);
    rt_index_close(index);
    return 0;
}

/* --- methods of finding near words ----------------------------------------------------------------------------------
 */

enum { BY_KEYS, BY_KEYS_NOT_FAR, BY_SKELETON, BY_ONE_LETTER, BY_TWO_LETTERS, METHODS };
static const char *const methods[METHODS] = {"keys of alike.h", "the same less what is far", "equal skeleton",
                                             "one letter apart (deletion neighbourhood)", "two letters apart"};

static bool shares_a_key(const rt_sounds *a, const rt_sounds *b) {
    for (size_t i = 0; i < a->n; i++)
        for (size_t k = 0; k < b->n; k++)
            if (a->keys[i] == b->keys[k]) return true;
    return false;
}

/* Each of `most` words of the dictionary against all: which near ones (those with evidence) each method would find, and
 * how many words it would compare. */
static int near(const char *path, size_t most) {
    rt_error err = {0};
    rt_index *index;
    must(rt_index_open(path, &index, &err), &err);
    size_t all = 0, found[METHODS] = {0}, compared[METHODS] = {0}, asked = 0;
    double evidence_all = 0, evidence[METHODS] = {0};
    rt_sounds *kept = rt_alloc(index->word_count * sizeof *kept);
    for (size_t i = 0; i < index->word_count; i++) {
        rt_word w;
        kept[i].n = 0;
        if (rt_index_word_read(index, (uint32_t)i, &w)) rt_index_sounds(&w, false, &kept[i]);
    }
    for (size_t i = 0; i < index->word_count && asked < most; i += index->word_count / most + 1, asked++) {
        rt_word a, b;
        rt_far far;
        rt_edits edits;
        rt_sounds asking;
        if (!rt_index_word_read(index, (uint32_t)i, &a)) continue;
        rt_index_sounds(&a, true, &asking);
        rt_far_make(&a, false, &far);
        rt_edits_make(a.latin, a.len, &edits);
        for (size_t k = 0; k < index->word_count; k++) {
            if (!rt_index_word_read(index, (uint32_t)k, &b)) continue;
            const rt_alike alike = rt_alike_words(&a, &b, 7);
            const float e = alike.how == RT_ALIKE_INITIAL ? 0 : rt_index_evidence(a.info, b.info, alike.cost);
            const unsigned letters = rt_edits_count(&edits, b.latin, b.len);
            bool by[METHODS];
            by[BY_KEYS] = shares_a_key(&asking, &kept[k]);
            by[BY_KEYS_NOT_FAR] = by[BY_KEYS] && !rt_far_is(&far, index, (uint32_t)k);
            by[BY_SKELETON] = rt_index_skeleton(&a) == rt_index_skeleton(&b);
            by[BY_ONE_LETTER] = letters <= 1;
            by[BY_TWO_LETTERS] = letters <= 2;
            all += e > 0;
            evidence_all += e > 0 ? (double)e : 0;
            for (size_t m = 0; m < METHODS; m++) {
                compared[m] += by[m];
                found[m] += by[m] && e > 0;
                evidence[m] += by[m] && e > 0 ? (double)e : 0;
            }
        }
    }
    printf("%zu words asked, %.1f near ones each\n", asked, (double)all / (double)asked);
    for (size_t m = 0; m < METHODS; m++)
        printf("%-44s compares %7.1f a word, finds %.4f of the near words, %.4f of their evidence\n", methods[m],
               (double)compared[m] / (double)asked, (double)found[m] / (double)all, evidence[m] / evidence_all);
    free(kept);
    rt_index_close(index);
    return 0;
}

int main(int argc, char **argv) {
    if (argc >= 4 && strcmp(argv[1], "build") == 0)
        return build(argv[2], argv[3], argc > 4 ? (unsigned)atoi(argv[4]) : 0);
    if (argc >= 4 && strcmp(argv[1], "speed") == 0)
        return speed(argv[2], argv[3], argc > 4 ? (size_t)atol(argv[4]) : 100000);
    if (argc >= 4 && strcmp(argv[1], "recall") == 0)
        return recall(argv[2], argv[3], argc > 4 ? (size_t)atol(argv[4]) : 1000, argc > 5 ? atof(argv[5]) : 0.5);
    if (argc >= 3 && strcmp(argv[1], "near") == 0) return near(argv[2], argc > 3 ? (size_t)atol(argv[3]) : 500);
    fprintf(stderr, "index near INDEX [N] | build ENTRIES OUT [THREADS] | speed INDEX QUERIES [N] | recall INDEX "
                    "QUERIES [N] [CUTOFF]\n");
    return 2;
}
