/* libredthread: an investigation engine to be embedded. The public C API, C17 or C++.
 *
 *     rt_case *c = rt_case_new();
 *     const char *json;
 *     if (rt_case_open(c, "atar.case", RT_CASE_READ) == RT_CASE_OK &&
 *         rt_case_view(c, "show", (const char *[]){"Oussama Atar"}, 1, NULL, &json) == RT_CASE_OK)
 *         puts(json);
 *     else
 *         fprintf(stderr, "%s\n", rt_case_last_error(c)->message);
 *     rt_case_free(c);
 *
 * One handle, rt_case, holds one open case, the last error and the last text that was handed out.
 *
 * Text in and out is UTF-8 and ends with a NUL; what comes in is copied or used before the call returns. Text that a
 * function hands out belongs to the handle: it is valid until the next call with this handle, and is never freed by the
 * caller. Days and dates are EDTF (docs/dates.md), handling is COMPARTMENT,...,LABEL, JSON is what the program prints
 * with --json (docs/views.md).
 *
 * Different handles may be used by different threads at the same time; one handle by one thread at a time, and not from
 * within a callback that it calls. When the system has no more memory the library says so on stderr and ends the
 * process with exit code 1 (docs/decisions/002-memory.md).
 *
 * What is declared here stays as it is. Structs that callers fill begin with their size, so that they can grow:
 * RT_CASE_INIT(lens, rt_case_lens) empties one and sets it. */
#ifndef REDTHREAD_H
#define REDTHREAD_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__GNUC__)
#define RT_API __attribute__((visibility("default")))
#else
#define RT_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Of this header; rt_version tells that of the library. */
#define RT_CASE_VERSION "0.1.0"

/* What every call that can fail returns. New codes may come: treat one that you do not know as a failure. */
typedef enum rt_case_code {
    RT_CASE_OK = 0,
    RT_CASE_USAGE = 1,   /* called wrongly, whatever the data */
    RT_CASE_BAD = 2,     /* the data is not what it should be: the error says where */
    RT_CASE_ABSENT = 3,  /* what was asked for is not there, or not for this reader */
    RT_CASE_DENIED = 4,  /* the lens does not let it through */
    RT_CASE_IO = 5,      /* the operating system refused */
    RT_CASE_CORRUPT = 6, /* a case file that is damaged, or none; or what is derived from its log is out of date */
    RT_CASE_NEWER = 7,   /* a case file of a later program */
    RT_CASE_BUSY = 8,    /* another program has been writing to the case for a minute */
    RT_CASE_LIMIT = 9    /* larger or deeper than is taken */
} rt_case_code;

typedef enum rt_case_mode { RT_CASE_READ = 0, RT_CASE_WRITE = 1 } rt_case_mode;

typedef struct rt_case rt_case;

/* The library makes these; further members may come behind the last. */
typedef struct rt_case_error {
    rt_case_code code;
    const char *message; /* one sentence for people, without the place; empty when all went well */
    const char *file;    /* empty: not known */
    uint64_t line;       /* from 1; 0: not known */
    uint64_t column;     /* from 1, in bytes; 0: not known */
    int64_t byte;        /* from 0, in texts that have no lines; -1: not known */
} rt_case_error;

/* Empties a struct that begins with its size, and sets it. */
#define RT_CASE_INIT(variable, type) (memset(&(variable), 0, sizeof(type)), (void)((variable).size = sizeof(type)))

/* Through what is read. A null pointer or an empty list leaves nothing out. */
typedef struct rt_case_lens {
    size_t size;
    const char *clear;          /* the reader's clearance, "hawk,amber"; NULL: all that the file's owner may see */
    const char *as_of;          /* what was recorded by the end of this day, or by the batch with this id */
    const char *said_by;        /* what was certainly or possibly said by the end of this day */
    const char *at;             /* what certainly or possibly held on this day */
    const char *const *sources; /* datasets and ids of documents: only what stands in one of them */
    size_t source_count;
    const char *const
        *as_if_same; /* "A=B" (names, aliases or ids), or a hypothesis that two are one: as if judged so */
    size_t as_if_same_count;
    const char *const *as_if_apart; /* the same, as if they were judged different */
    size_t as_if_apart_count;
} rt_case_lens;

/* How something is recorded. */
typedef struct rt_case_import {
    size_t size;
    const char *by;       /* who records; must be given */
    const char *program;  /* which program records, "embedder 1.0"; NULL: libredthread */
    const char *handling; /* of what is added and says nothing itself; NULL: none */
    const char *format; /* jsonl, ftm, statements, ofac, un, ...; NULL: told by each file. Of rt_case_import_files only,
                           as are: */
    const char *dataset; /* name for what is read; NULL: ofac, un, or the file's name */
    int keep_going;      /* not 0: skip records that cannot be read, telling of each */
    void *to;            /* handed to `tell` */
    /* Told of each record that was skipped (skipped not 0), and of each value that its property does not take and that
     * was kept as it stands. `what` is valid during the call. May be NULL. */
    void (*tell)(void *to, const rt_case_error *what, int skipped);
    const char *const *on; /* of rt_case_judge: ids of the statements on which the judgement rests */
    size_t on_count;
    int after_erasure; /* not 0: take what may be something that was erased from the case */
    /* Of rt_case_import_files: the path of a mapping by which the files, tables, are read (docs/formats.md); NULL: they
     * are none. */
    const char *mapping;
    const char *skipped; /* with keep_going, of one file: what is skipped is written to this new file; NULL: nowhere */
} rt_case_import;

/* To whom something goes out, for the case's log. */
typedef struct rt_case_sending {
    size_t size;
    const char *to;       /* to whom; must be given */
    const char *purpose;  /* what for, or on whose request; NULL: nothing is said */
    const char *by;       /* who gives it out; must be given */
    const char *program;  /* which program; NULL: libredthread */
    const char *handling; /* who may see the note, besides the clearance that the export was made with; NULL: that */
} rt_case_sending;

/* What an import did; the caller sets `size`, the library fills the rest. */
typedef struct rt_case_report {
    size_t size;
    int64_t added;        /* entries that were new, with the batch's own and those of the files read */
    int64_t there;        /* entries that stood in the case already */
    int64_t restored;     /* of the new ones, how many kept the time and the recorder that they came with */
    int64_t skipped;      /* records that could not be read */
    int64_t kept_as_text; /* values that their property does not take */
    int64_t files;
} rt_case_report;

/* Takes a piece of an export (not terminated, valid during the call). Not 0 ends the export with RT_CASE_IO. */
typedef int rt_case_sink(void *to, const char *bytes, size_t n);

/* --- the handle ----------------------------------------------------------------------------------------------------
 */

/* Version of the library, "0.1.0": a constant, never freed. */
RT_API const char *rt_version(void);

/* A handle without a case. The caller owns it and gives it to rt_case_free. Never NULL. */
RT_API rt_case *rt_case_new(void);

/* Closes the case and gives back the handle with every text that it handed out. NULL is fine. */
RT_API void rt_case_free(rt_case *c);

/* What the last call with this handle that failed had to say; belongs to the handle, valid until the next call. */
RT_API const rt_case_error *rt_case_last_error(const rt_case *c);

/* --- opening -------------------------------------------------------------------------------------------------------
 */

/* Makes a new case file and opens it for writing; RT_CASE_BAD when something of this name is there. A case that was
 * open is closed first. */
RT_API rt_case_code rt_case_make(rt_case *c, const char *path);

/* Opens a case: RT_CASE_ABSENT, RT_CASE_CORRUPT, RT_CASE_NEWER, or RT_CASE_IO when it is to be written and is
 * read-only. A case of an earlier version is brought up to this one's, and what it was is kept beside it
 * (CASE.version-1); RT_CASE_IO when that cannot be. A case that was open is closed first. */
RT_API rt_case_code rt_case_open(rt_case *c, const char *path, rt_case_mode mode);

/* What is read through a handle is the case as it was when this handle first read, or last wrote, whatever others have
 * written since; after this it is the case as it is at the next read. */
RT_API rt_case_code rt_case_refresh(rt_case *c);

/* Closes the case and keeps the handle. */
RT_API void rt_case_close(rt_case *c);

/* --- writing -------------------------------------------------------------------------------------------------------
 */

/* Reads n files ("-": standard input) into the case as one batch: all of it, or (on any failure) nothing. Formats and
 * packings are those of `redthread import` (docs/formats.md). report may be NULL. The error names file, line and
 * column. */
RT_API rt_case_code rt_case_import_files(rt_case *c, const char *const *paths, size_t n, const rt_case_import *how,
                                         rt_case_report *report);

/* Adds one entry, given as its line (docs/formats.md): a statement, a link, a judgement, a decision, a document. `id`,
 * `recorded_at` and `recorded_by` may be missing. id gets its 32 hex digits and a NUL; added gets 0 when the entry
 * stood in the case already; either may be NULL. RT_CASE_BAD, with the column, for a line that is none; a value that
 * its property does not take is kept, and how->tell is told. */
RT_API rt_case_code rt_case_state(rt_case *c, const char *line, const rt_case_import *how, char id[33], int *added);

/* Judges whether a and b (names, aliases or ids) are one: "same", "different", "unsure", or "split", which takes back
 * what holds them as one. `why` must be given. Who judges does so by what `reader` lets them see (its clearance alone;
 * NULL: all). RT_CASE_BAD, with the chain in the message, when what was judged different would be joined, or a split
 * would leave the two one; RT_CASE_ABSENT, RT_CASE_DENIED. *json gets {"id", "added", "a", "b", "judgement", "why",
 * "on", "score", "explanation", "handling", "members"}, as `redthread judge --json` prints it, and belongs to the
 * handle. */
RT_API rt_case_code rt_case_judge(rt_case *c, const char *a, const char *b, const char *judgement, const char *why,
                                  const rt_case_import *how, const rt_case_lens *reader, const char **json);

/* --- reading -------------------------------------------------------------------------------------------------------
 */

/* Runs a view, which is called as the program's command. `who` is what stands behind the case there: names, aliases or
 * ids (one for show, network, movements; two for path, knew; one or more for timeline; one or none for conflicts,
 * alerts), the id of a statement, the words of a search as one text; RT_CASE_USAGE when it is too little or too much.
 * What the command's own options say is as it is without them; changes, which needs one, cannot be asked. lens may be
 * NULL. *json gets one JSON object (docs/views.md), which belongs to the handle. */
RT_API rt_case_code rt_case_view(rt_case *c, const char *view, const char *const *who, size_t n,
                                 const rt_case_lens *lens, const char **json);

/* Writes what the lens lets through, in pieces: "jsonl" (NULL: this one; entry lines) or "ftm" (FollowTheMoney). */
RT_API rt_case_code rt_case_export(rt_case *c, const char *format, const rt_case_lens *lens, rt_case_sink *sink,
                                   void *to);

/* The same, and notes in the log to whom it goes, before the first byte goes: what is noted may not have arrived, and
 * nothing goes that was not noted. The case must be open for writing. The view `sent` tells what was noted. */
RT_API rt_case_code rt_case_export_to(rt_case *c, const char *format, const rt_case_lens *lens,
                                      const rt_case_sending *sending, rt_case_sink *sink, void *to);

/* --- checking the log ----------------------------------------------------------------------------------------------
 */

/* The log's head as a C2SP checkpoint of three lines; belongs to the handle. Keep it where those who write to the case
 * cannot reach it. */
RT_API rt_case_code rt_case_head(rt_case *c, const char **checkpoint);

/* Recomputes the whole log, and holds it against an earlier head when `against` (the text of a checkpoint) is not NULL.
 * RT_CASE_OK when it is what it was; RT_CASE_BAD when it is not. In both cases *json gets the object of `audit verify
 * --json`, which names the first bad entry, and belongs to the handle; otherwise it gets NULL. */
RT_API rt_case_code rt_case_verify(rt_case *c, const char *against, const char **json);

/* --- dates ---------------------------------------------------------------------------------------------------------
 */

/* What a written date means: the object of `date --json`. With edtf_only not 0, only EDTF is taken. RT_CASE_BAD when it
 * is no date; *json then gets the object that says so. Needs no open case. */
RT_API rt_case_code rt_case_date(rt_case *c, const char *text, int edtf_only, const char **json);

/* --- names ---------------------------------------------------------------------------------------------------------
 *
 *     const char *json, *who = "{\"schema\": \"Person\", \"properties\": {\"name\": [\"Oussama Atar\"]}}";
 *     rt_names *n = rt_names_new();
 *     if (rt_names_open(n, "ofac.idx") == RT_CASE_OK && rt_names_search(n, who, NULL, &json) == RT_CASE_OK)
 *         puts(json);
 *     rt_names_free(n);
 *
 * Needs no case. An entity is FollowTheMoney's JSON object: {"id", "schema", "properties": {name: [values]}}; what is
 * missing says nothing. A score is from 0 to 1, the chance that two are one; docs/names.md says how to read it.
 */

/* One handle holds one open index, the last error and the last text; rules for text and threads are those of rt_case.
 * Any number of handles may open one index file: they share it in memory. */
typedef struct rt_names rt_names;

/* How a search is done; what is 0 is as `redthread screen` does it. */
typedef struct rt_names_how {
    size_t size;
    size_t top;       /* at most so many results; 0: 10 */
    double cutoff;    /* with this score or more; 0: 0.5 */
    double threshold; /* called a match from here up; 0: the library's own (docs/names.md) */
    int exhaustive;   /* not 0: compare with every entry */
} rt_names_how;

/* Never NULL; the caller gives it to rt_names_free, which closes the index. NULL is fine there. */
RT_API rt_names *rt_names_new(void);
RT_API void rt_names_free(rt_names *n);

/* As rt_case_last_error. */
RT_API const rt_case_error *rt_names_last_error(const rt_names *n);

/* Compares two entities. *json gets {"score", "match", "why": [{"feature", "score", "detail"}]}, in which the scores of
 * the parts are in log-odds and add up; it belongs to the handle. how may be NULL. RT_CASE_BAD, with the column, for
 * what is no entity. */
RT_API rt_case_code rt_names_compare(rt_names *n, const char *left, const char *right, const rt_names_how *how,
                                     const char **json);

/* Makes an index file of files that `redthread import` reads, or CSV (docs/names.md). */
RT_API rt_case_code rt_names_build(rt_names *n, const char *const *paths, size_t count, const char *index);

/* Makes an index file of what a lens lets through of an open case. An error of the case is told by this handle. */
RT_API rt_case_code rt_names_build_case(rt_names *n, rt_case *c, const rt_case_lens *lens, const char *index);

/* Changes an index file by what lies in INDEX.overlay beside it (docs/index-file.md): entries of files, each in place
 * of those with its id; entries taken out by their ids (RT_CASE_ABSENT, and nothing is changed, when one is not there).
 * Handles that have the index open see it as it was until they open it again. rt_names_rebuild makes one index of both.
 * RT_CASE_BUSY when another program changes the index. */
RT_API rt_case_code rt_names_add(rt_names *n, const char *index, const char *const *paths, size_t count);
RT_API rt_case_code rt_names_remove(rt_names *n, const char *index, const char *const *ids, size_t count);
RT_API rt_case_code rt_names_rebuild(rt_names *n, const char *index);

/* Opens an index file and what lies over it, in place of the one that was open: RT_CASE_ABSENT, RT_CASE_CORRUPT,
 * RT_CASE_NEWER. */
RT_API rt_case_code rt_names_open(rt_names *n, const char *index);
RT_API void rt_names_close(rt_names *n);

/* Searches the open index for an entity. *json gets {"results": [{"id", "caption", "schema", "score", "match",
 * "why"}]}, best first, with "as" the entry's name that was compared where that is not its caption; it belongs to the
 * handle. how may be NULL. */
RT_API rt_case_code rt_names_search(rt_names *n, const char *entity, const rt_names_how *how, const char **json);

#ifdef __cplusplus
}
#endif

#endif
