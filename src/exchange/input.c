#include "exchange/input.h"

#include <archive.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/gzip.h"

enum { CHUNK = 256 * 1024, PEEK_MOST = 64 * 1024 };

struct rt_input {
    char *path;
    int fd;       /* -1: */
    rt_str given; /* bytes that are given in its place */
    int failed;   /* errno of a read that failed */
    struct archive *archive;
    rt_hasher *hasher;
    int64_t size;  /* packed bytes read and hashed */
    int64_t whole; /* packed bytes in all; 0: not known */
    int64_t unpacked;
    bool packed; /* by one of the filters */
    bool ended;  /* no unpacked bytes are left */
    uint64_t lines;
    rt_buf held; /* unpacked bytes; those before `taken` were handed out */
    size_t taken;
    rt_decoder *decoder; /* or NULL: they are given as they are */
    rt_buf raw;          /* for the decoder */
    rt_gzip *gzip;       /* or NULL: libarchive unpacks */
    rt_str rest;         /* of the chunk: not yet unpacked */
    rt_error fault;      /* of what was packed */
    char unzipped[CHUNK];
    char chunk[CHUNK];
};

static rt_status input_fault(rt_input *in, rt_code code, rt_error *err, const char *what) {
    const rt_status s = rt_fail(err, code, "%s", what);
    rt_error_at(err, in->path, 0, 0);
    return s;
}

static rt_status io_failure(rt_input *in, rt_error *err, const char *what) {
    if (in->fault.message[0] == '\0') return input_fault(in, RT_IO, err, what);
    *err = in->fault;
    rt_error_at(err, in->path, 0, 0);
    return (rt_status){err->code};
}

static ssize_t take_given(rt_input *in, size_t kept) {
    const rt_str piece = rt_str_cut(in->given, sizeof in->chunk - kept);
    if (piece.len > 0) memcpy(in->chunk + kept, piece.at, piece.len);
    in->given = rt_str_from(in->given, piece.len);
    return (ssize_t)piece.len;
}

/* Bytes of the file, behind those of the chunk that are kept, are hashed as they pass. */
static bool fill(rt_input *in, size_t kept) {
    ssize_t n;
    do n = in->fd < 0 ? take_given(in, kept) : read(in->fd, in->chunk + kept, sizeof in->chunk - kept);
    while (n < 0 && errno == EINTR);
    if (n < 0) return in->failed = errno, false;
    rt_hasher_add(in->hasher, in->chunk + kept, (size_t)n);
    in->size += n;
    in->rest = (rt_str){in->chunk, kept + (size_t)n};
    return true;
}

static rt_status unzip(rt_input *in, size_t *n, rt_error *err) {
    for (;;) {
        RT_TRY(rt_gzip_unpack(in->gzip, &in->rest, in->unzipped, sizeof in->unzipped, n, err));
        if (*n > 0) return rt_ok;
        if (!fill(in, 0)) return rt_fail(err, RT_IO, "%s", strerror(in->failed));
        if (in->rest.len == 0) return rt_gzip_end(in->gzip, err);
    }
}

/* libarchive asks for bytes, and sees none of gzip's: it holds them against no CRC. */
static la_ssize_t packed(struct archive *archive, void *self, const void **bytes) {
    rt_input *in = self;
    size_t n = 0;
    bool fine = true;
    if (in->gzip != NULL)
        fine = unzip(in, &n, &in->fault).code == RT_OK;
    else if (in->rest.len == 0)
        fine = fill(in, 0);
    if (!fine) {
        archive_set_error(archive, EIO, "%s", in->gzip != NULL ? in->fault.message : strerror(in->failed));
        return ARCHIVE_FATAL;
    }
    *bytes = in->gzip != NULL ? in->unzipped : in->rest.at;
    if (in->gzip != NULL) return (la_ssize_t)n;
    n = in->rest.len;
    in->rest.len = 0;
    return (la_ssize_t)n;
}

/* A pipe may give its first byte alone. */
static rt_status look_for_gzip(rt_input *in, rt_error *err) {
    for (size_t kept = 0; kept < RT_GZIP_HEAD;) {
        if (!fill(in, kept)) return io_failure(in, err, strerror(in->failed));
        if (in->rest.len == kept) break;
        kept = in->rest.len;
    }
    if (rt_gzip_is(in->rest)) in->gzip = rt_gzip_new();
    return rt_ok;
}

static rt_status start_unpacking(rt_input *in, rt_error *err) {
    struct archive_entry *entry;
    RT_TRY(look_for_gzip(in, err));
    in->archive = archive_read_new();
    if (in->archive == NULL) return io_failure(in, err, "no memory to read it");
    archive_read_support_filter_gzip(in->archive);
    archive_read_support_filter_bzip2(in->archive);
    archive_read_support_filter_xz(in->archive);
    archive_read_support_filter_zstd(in->archive);
    archive_read_support_format_raw(in->archive);
    archive_read_support_format_empty(in->archive);
    if (archive_read_open(in->archive, in, NULL, packed, NULL) != ARCHIVE_OK)
        return io_failure(in, err, archive_error_string(in->archive));
    const int begun = archive_read_next_header(in->archive, &entry);
    in->ended = begun == ARCHIVE_EOF;
    if (begun != ARCHIVE_OK && begun != ARCHIVE_EOF) return io_failure(in, err, archive_error_string(in->archive));
    const int filters = archive_filter_count(in->archive); /* the last is the file itself */
    in->packed = in->gzip != NULL || filters > 1;
    return filters <= (in->gzip != NULL ? 1 : 2)
               ? rt_ok
               : input_fault(in, RT_LIMIT, err, "it is packed more than once; unpack it first");
}

static rt_input *input_new(const char *path) {
    rt_input *in = rt_alloc(sizeof *in);
    memset(in, 0, offsetof(rt_input, unzipped));
    in->path = rt_alloc(strlen(path) + 1);
    memcpy(in->path, path, strlen(path) + 1);
    in->hasher = rt_hasher_new();
    rt_hasher_begin(in->hasher);
    return in;
}

void rt_input_close(rt_input *in) {
    if (in == NULL) return;
    if (in->archive != NULL) archive_read_free(in->archive);
    if (in->fd >= 0) close(in->fd);
    rt_gzip_free(in->gzip);
    rt_hasher_free(in->hasher);
    rt_decoder_free(in->decoder);
    rt_buf_close(&in->held);
    rt_buf_close(&in->raw);
    free(in->path);
    free(in);
}

static rt_status begin(rt_input *in, rt_error *err) {
    struct stat is = {0};
    if (fstat(in->fd, &is) == 0 && S_ISDIR(is.st_mode)) return io_failure(in, err, "this is a folder, not a file");
    if (S_ISREG(is.st_mode)) in->whole = is.st_size;
    return start_unpacking(in, err);
}

/* What it was to be opened as; fd -1: that failed, as errno says. */
static rt_status opened(rt_input *in, int fd, rt_input **out, rt_error *err) {
    const rt_code code = errno == ENOENT ? RT_ABSENT : RT_IO;
    in->fd = fd;
    const rt_status s = fd < 0 ? rt_fail(err, code, "%s", strerror(errno)) : begin(in, err);
    if (s.code != RT_OK) {
        rt_error_at(err, in->path, 0, 0);
        rt_input_close(in);
        in = NULL;
    }
    *out = in;
    return s;
}

rt_status rt_input_open(const char *path, rt_input **out, rt_error *err) {
    rt_input *in = input_new(path);
    return opened(in, open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY), out, err);
}

/* Not by opening /dev/stdin: that reads a file from its beginning again, and a socket not at all. */
rt_status rt_input_stdin(rt_input **out, rt_error *err) {
    rt_input *in = input_new("stdin");
    return opened(in, fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0), out, err);
}

rt_status rt_input_of(const char *path, rt_str bytes, rt_input **out, rt_error *err) {
    rt_input *in = *out = input_new(path);
    in->fd = -1;
    in->given = bytes;
    in->whole = (int64_t)bytes.len;
    const rt_status s = start_unpacking(in, err);
    if (s.code == RT_OK) return s;
    rt_input_close(in);
    *out = NULL;
    return s;
}

const char *rt_input_path(const rt_input *in) { return in->path; }

rt_str rt_input_name(const rt_input *in) {
    const char *slash = strrchr(in->path, '/');
    return rt_str_of(slash != NULL ? slash + 1 : in->path);
}

/* What an import skipped of a file is called so. */
static rt_str without_skipped(rt_str name) {
    const rt_str word = RT_S(".skipped");
    size_t n = name.len;
    while (n > 0 && rt_is_digit(name.at[n - 1])) n--;
    const rt_str numbered = n > 0 && n < name.len && name.at[n - 1] == '-' ? rt_str_cut(name, n - 1) : name;
    return rt_str_ends(numbered, word) ? rt_str_cut(numbered, numbered.len - word.len) : name;
}

rt_str rt_input_stem(const rt_input *in) {
    static const rt_str packings[] = {RT_S_INIT(".gz"), RT_S_INIT(".xz"), RT_S_INIT(".zst"), RT_S_INIT(".bz2")};
    const rt_str name = without_skipped(rt_input_name(in));
    for (size_t i = 0; i < sizeof packings / sizeof *packings; i++)
        if (rt_str_ends(name, packings[i])) return rt_str_cut(name, name.len - packings[i].len);
    return name;
}

uint64_t rt_input_line_number(const rt_input *in) { return in->lines; }
int64_t rt_input_read_so_far(const rt_input *in) { return in->size; }
int64_t rt_input_size(const rt_input *in) { return in->whole; }

static rt_status check_unpacked(rt_input *in, rt_error *err) {
    if (!in->packed || in->unpacked <= RT_UNPACKED_FREE) return rt_ok;
    if (in->unpacked <= RT_UNPACKED_MOST && in->unpacked / RT_RATIO_MOST <= in->size) return rt_ok;
    return input_fault(in, RT_LIMIT, err,
                       "it unpacks to far more than a file of its size should; where that is right, unpack it first");
}

/* Unpacks one more run behind what a buffer holds; *n is 0 at the end. */
static rt_status unpack(rt_input *in, rt_buf *to, size_t *n, rt_error *err) {
    const la_ssize_t got = archive_read_data(in->archive, rt_buf_room(to, CHUNK), CHUNK);
    if (got < 0)
        return io_failure(in, err,
                          archive_error_string(in->archive) != NULL ? archive_error_string(in->archive)
                                                                    : "cannot be unpacked");
    *n = (size_t)got;
    to->len += *n;
    in->unpacked += got;
    return check_unpacked(in, err);
}

static rt_status decode(rt_input *in, bool last, rt_error *err) {
    const rt_status s = rt_decoder_feed(in->decoder, rt_buf_str(&in->raw), last, &in->held, err);
    rt_error_at(err, in->path, 0, 0);
    rt_buf_clear(&in->raw);
    return s;
}

/* One more run behind what is held, after dropping what was handed out. */
static rt_status more(rt_input *in, rt_error *err) {
    size_t n = 0;
    if (in->taken > 0) {
        memmove(in->held.at, in->held.at + in->taken, in->held.len - in->taken);
        in->held.len -= in->taken;
        in->taken = 0;
    }
    RT_TRY(unpack(in, in->decoder != NULL ? &in->raw : &in->held, &n, err));
    in->ended = n == 0;
    return in->decoder != NULL ? decode(in, in->ended, err) : rt_ok;
}

static rt_str left(const rt_input *in) {
    return in->held.len == in->taken ? (rt_str){"", 0} : (rt_str){in->held.at + in->taken, in->held.len - in->taken};
}

rt_status rt_input_peek(rt_input *in, size_t n, rt_str *head, rt_error *err) {
    if (n > PEEK_MOST) n = PEEK_MOST;
    while (left(in).len < n && !in->ended) RT_TRY(more(in, err));
    *head = rt_str_cut(left(in), n);
    return rt_ok;
}

rt_status rt_input_bytes(rt_input *in, rt_str *bytes, rt_error *err) {
    while (left(in).len == 0 && !in->ended) RT_TRY(more(in, err));
    *bytes = left(in);
    in->taken = in->held.len;
    return rt_ok;
}

/* Whatever was peeked at was not taken. */
rt_status rt_input_decode(rt_input *in, rt_str encoding, rt_error *err) {
    RT_TRY(rt_decoder_new(encoding, &in->decoder, err));
    rt_buf_add(&in->raw, left(in));
    rt_buf_clear(&in->held);
    in->taken = 0;
    return decode(in, in->ended, err);
}

const char *rt_input_encoding(const rt_input *in, bool *guessed) {
    *guessed = false;
    return in->decoder != NULL ? rt_decoder_encoding(in->decoder, guessed) : "UTF-8";
}

rt_status rt_input_refuse_archive(rt_input *in, rt_error *err) {
    static const struct {
        const char *name, *bytes;
        size_t n, at;
    } kinds[] = {{"zip", "PK\3\4", 4, 0},
                 {"zip", "PK\5\6", 4, 0},
                 {"tar", "ustar", 5, 257},
                 {"7z", "7z\xbc\xaf\x27\x1c", 6, 0},
                 {"rar", "Rar!\x1a\x07", 6, 0}};
    rt_str head;
    RT_TRY(rt_input_peek(in, 512, &head, err));
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!rt_str_starts(rt_str_from(head, kinds[i].at), (rt_str){kinds[i].bytes, kinds[i].n})) continue;
        const rt_status s = rt_fail(
            err, RT_BAD, "this is a %s archive of files: unpack it, and give the files that it holds", kinds[i].name);
        rt_error_at(err, in->path, 0, 0);
        return s;
    }
    return rt_ok;
}

static rt_str without_mark(rt_str line) {
    return rt_str_starts(line, RT_S("\xef\xbb\xbf")) ? rt_str_from(line, 3) : line;
}

rt_status rt_input_line(rt_input *in, rt_str *line, bool *more_lines, rt_error *err) {
    size_t searched = 0;
    for (;;) {
        const rt_str rest = left(in);
        const char *end = rest.len > searched ? memchr(rest.at + searched, '\n', rest.len - searched) : NULL;
        if (end != NULL || in->ended) {
            *line = end != NULL ? rt_str_cut(rest, (size_t)(end - rest.at)) : rest;
            in->taken += line->len + (end != NULL);
            *more_lines = rest.len > 0;
            if (rest.len > 0 && in->lines++ == 0) *line = without_mark(*line);
            if (line->len > 0 && line->at[line->len - 1] == '\r') line->len--;
            return rt_ok;
        }
        searched = rest.len;
        if (searched > RT_LINE_MOST) {
            const rt_status s = rt_fail(err, RT_LIMIT, "a line is longer than %zu bytes", RT_LINE_MOST);
            rt_error_at(err, in->path, in->lines + 1, RT_LINE_MOST);
            return s;
        }
        RT_TRY(more(in, err));
    }
}

rt_status rt_input_sum(rt_input *in, rt_hash *sum, int64_t *size, rt_error *err) {
    rt_str bytes;
    while (!in->ended) RT_TRY(rt_input_bytes(in, &bytes, err));
    /* What libarchive did not ask for: bytes behind the packed stream. */
    do
        if (!fill(in, 0)) return io_failure(in, err, strerror(in->failed));
    while (in->rest.len > 0);
    rt_hasher_end(in->hasher, sum);
    *size = in->size;
    return rt_ok;
}

double rt_inputs_share(rt_input *const *files, size_t n) {
    double all = 0, read = 0;
    for (size_t i = 0; i < n; i++) {
        if (rt_input_size(files[i]) == 0) return -1;
        all += (double)rt_input_size(files[i]);
        read += (double)rt_input_read_so_far(files[i]);
    }
    return n == 0 ? -1 : read / all;
}
