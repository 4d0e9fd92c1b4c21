/* The samples of each format (tests/fault/samples/FORMAT), cut and with a bit changed at every byte: an error that
 * names the file, or entries that a case takes; never a crash. Those that are packed give the same entries or none. */
#include <dirent.h>

#include "base/fnv.h"
#include "exchange/format.h"
#include "exchange/mapping.h"
#include "fault/points.h"

#define MAPPING TESTS_DIR "/fault/people.mapping.yml"

enum { READ, REFUSED };

typedef struct sample {
    const rt_format *format;
    const char *name;
    rt_mapping mapping; /* of tables */
    rt_str bytes;
    char folder[96];
    bool packed;
    int64_t most; /* entries of the whole sample */
    uint64_t ids; /* and a hash of their ids */
} sample;

typedef struct taking {
    rt_hasher *hasher;
    rt_buf scratch;
    int64_t entries;
    uint64_t ids;
} taking;

/* --- reading one ----------------------------------------------------------------------------------------------------
 */

static rt_status add_entry(void *to, const rt_entry *e, char id[32], rt_error *err) {
    taking *t = to;
    RT_TRY(rt_entry_check(e, err)); /* as the case does */
    t->entries++;
    rt_entry_id(e, t->hasher, &t->scratch, id, NULL);
    t->ids = rt_fnv(t->ids, (rt_str){id, 32});
    return rt_ok;
}

static rt_status add(void *to, const rt_entry *e, rt_error *err) {
    char id[32];
    return add_entry(to, e, id, err);
}

static rt_status bad_record(void *to, const rt_error *what, rt_error *err) {
    (void)to;
    *err = *what;
    return (rt_status){what->code};
}

static void note(void *to, const rt_error *what) {
    (void)to;
    if (what->message[0] == '\0') _exit(3);
}

static rt_status read_file(const sample *s, const char *path, taking *taken, rt_error *err) {
    taking t = {.hasher = rt_hasher_new()};
    const rt_sink sink = {.to = &t, .add = add, .add_entry = add_entry, .bad_record = bad_record, .note = note};
    const rt_read_options options = {.dataset = RT_S("sample"), .mapping = &s->mapping};
    rt_input *in;
    rt_status status = rt_input_open(path, &in, err);
    if (status.code == RT_OK) {
        status = s->format->read(&in, 1, &options, &sink, err);
        rt_input_close(in);
    }
    taken->entries = t.entries;
    taken->ids = t.ids;
    rt_buf_close(&t.scratch);
    rt_hasher_free(t.hasher);
    return status;
}

static rt_status read_bytes(const sample *s, rt_str bytes, taking *taken, rt_error *err) {
    char path[512];
    snprintf(path, sizeof path, "%s/%ld-%s", s->folder, (long)getpid(), s->name);
    FILE *f = fopen(path, "wb");
    if (f == NULL || fwrite(bytes.at, 1, bytes.len, f) != bytes.len || fclose(f) != 0) _exit(2);
    const rt_status status = read_file(s, path, taken, err);
    (void)unlink(path);
    if (status.code != RT_OK && strcmp(err->file, path) != 0 && strcmp(err->file, MAPPING) != 0) {
        printf("%s: the error names \"%s\": %s\n", path, err->file, err->message);
        fflush(NULL);
        _exit(4);
    }
    return status;
}

static void attempt(points *p, const sample *s, rt_str bytes, bool whole) {
    rt_error err = {0};
    taking t = {0};
    const rt_status status = read_bytes(s, bytes, &t, &err);
    if (status.code != RT_OK && err.message[0] == '\0') POINT_FAILS(p, "refused without a word");
    if (t.entries > 2 * s->most) POINT_FAILS(p, "%lld entries, of %lld", (long long)t.entries, (long long)s->most);
    if (status.code == RT_OK && whole && (t.entries != s->most || t.ids != s->ids))
        POINT_FAILS(p, "other entries are read of %s", s->name);
    p->counts[status.code == RT_OK ? READ : REFUSED]++;
}

/* Between two members of gzip the first ones are whole. */
static void cut(points *p, void *with) {
    const sample *s = with;
    const bool between = p->at == 0 || rt_str_starts(rt_str_from(s->bytes, p->at), RT_S("\x1f\x8b"));
    attempt(p, s, rt_str_cut(s->bytes, p->at), s->packed && !between);
}

/* A piece of memory of exactly its size, so that a sanitizer sees one byte too far. */
static void change(points *p, void *with) {
    const sample *s = with;
    char *copy = malloc(s->bytes.len);
    if (copy == NULL) _exit(2);
    memcpy(copy, s->bytes.at, s->bytes.len);
    copy[p->at / 8] = (char)(copy[p->at / 8] ^ 1 << p->at % 8);
    attempt(p, s, (rt_str){copy, s->bytes.len}, s->packed);
    free(copy);
}

/* --- all of them ----------------------------------------------------------------------------------------------------
 */

static void try_sample(sample *s) {
    rt_error err = {0};
    char what[128];
    taking whole = {0};
    OK(read_bytes(s, s->bytes, &whole, &err));
    s->most = whole.entries;
    s->ids = whole.ids;
    assert_true(s->most > 0); /* else nothing was tried below */
    points cuts = {.n = s->bytes.len, .at_most = 400, .what = "cut at byte"};
    points bits = {.n = 8 * s->bytes.len, .at_most = s->packed ? 4000 : 400, .what = what};
    points_try(&cuts, cut, s);
    snprintf(what, sizeof what, "%s, changed at bit", s->name);
    points_try(&bits, change, s);
    printf("%s of %zu bytes: cut, %d read and %d refused; changed, %d read and %d refused\n", s->name, s->bytes.len,
           cuts.counts[READ], cuts.counts[REFUSED], bits.counts[READ], bits.counts[REFUSED]);
}

static bool is_packed(rt_str name) {
    const rt_str endings[] = {RT_S(".gz"), RT_S(".xz"), RT_S(".zst"), RT_S(".bz2")};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (rt_str_ends(name, endings[i])) return true;
    return false;
}

static int try_samples_of(const rt_format *format, sample *s) {
    char folder[512], path[1024];
    int n = 0;
    snprintf(folder, sizeof folder, "%s/fault/samples/%s", TESTS_DIR, format->name);
    DIR *dir = opendir(folder);
    if (dir == NULL) return 0;
    for (const struct dirent *e; (e = readdir(dir)) != NULL; n++) {
        RT_AUTO(rt_arena) arena = {0};
        if (e->d_name[0] == '.') {
            n--;
            continue;
        }
        snprintf(path, sizeof path, "%s/%.200s", folder, e->d_name);
        s->format = format;
        s->name = e->d_name;
        s->packed = is_packed(rt_str_of(e->d_name));
        s->bytes = read_whole(&arena, path);
        try_sample(s);
    }
    closedir(dir);
    return n;
}

/* The file must stay open as long as the mapping is used: errors name it. */
static rt_input *read_mapping(rt_arena *arena, rt_mapping *mapping) {
    rt_error err = {0};
    rt_input *in;
    OK(rt_input_open(MAPPING, &in, &err));
    OK(rt_mapping_read(in, arena, mapping, &err));
    return in;
}

static void a_damaged_sample_is_an_error_or_is_read(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    sample s = {0};
    rt_input *mapping = read_mapping(&arena, &s.mapping);
    snprintf(s.folder, sizeof s.folder, "%s",
             access("/dev/shm", W_OK) == 0 ? "/dev/shm/cut-XXXXXX" : "/tmp/cut-XXXXXX");
    assert_non_null(mkdtemp(s.folder));
    for (size_t i = 0; rt_formats[i] != NULL; i++)
        if (rt_formats[i]->read != NULL && try_samples_of(rt_formats[i], &s) == 0)
            fail_msg("the format %s has no sample in tests/fault/samples/%s", rt_formats[i]->name, rt_formats[i]->name);
    rt_input_close(mapping);
    assert_int_equal(rmdir(s.folder), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_damaged_sample_is_an_error_or_is_read)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
