/* The log as a whole: its head, its leaves, proofs of single entries, and whether it is what it was. These look past
 * any lens, so those who call them refuse a narrowed one. */
#pragma once

#include "store/checkpoint.h"
#include "store/merkle.h"
#include "store/note.h"
#include "store/store.h"

/* The head after the last batch, as kept in the case. */
RT_RESULT rt_audit_head(rt_store *store, rt_checkpoint *head, rt_error *err);

/* The head that the case keeps of its first `size` entries; *there is false when no batch ended there. */
RT_RESULT rt_audit_root_at(rt_store *store, int64_t size, rt_hash *root, bool *there, rt_error *err);

/* The head of the log before the batch that was recorded at this time; *there is false when no batch was. */
RT_RESULT rt_audit_head_before(rt_store *store, rt_str recorded_at, rt_checkpoint *head, bool *there, rt_error *err);

/* Calls with each entry's line "SALT LINE\n", of an erased one "- COMMITMENT\n", in the order of the log. */
typedef rt_status rt_audit_line(void *to, rt_str line, rt_error *err);
RT_RESULT rt_audit_leaves(rt_store *store, rt_audit_line *line, void *to, rt_error *err);

typedef struct rt_proof {
    rt_str entry; /* its line */
    uint8_t salt[16];
    uint64_t index, size;
    rt_hash path[RT_MERKLE_LEVELS];
    size_t n;
    rt_hash root;
} rt_proof;

/* The proof that the entry with this id stands in the log: O(log n) nodes and at most 510 leaves are looked at.
 * RT_ABSENT when there is none. Texts live in the arena. */
RT_RESULT rt_audit_prove(rt_store *store, rt_str id, rt_arena *arena, rt_proof *proof, rt_error *err);

/* {"entry", "salt", "index", "size", "path", "root"} on one line, and back. */
void rt_proof_write(rt_buf *out, const rt_proof *proof);
RT_RESULT rt_proof_read(rt_str text, rt_arena *arena, rt_proof *proof, rt_error *err);

/* The same as a C2SP tlog-proof (https://c2sp.org/tlog-proof), with a head that the key signs. Its extra field is salt
 * and line, and what is logged is the SHA-256 of that field: the file needs nothing beside it. Reading leaves the
 * signature to rt_note_check, on *head. */
RT_RESULT rt_proof_write_tlog(rt_buf *out, const rt_proof *proof, rt_str origin, const rt_note_key *key, rt_error *err);
RT_RESULT rt_proof_read_tlog(rt_str text, rt_arena *arena, rt_proof *proof, rt_str *head, rt_error *err);
bool rt_proof_is_tlog(rt_str text);

/* Whether the entry's id is that of its content and the path leads to the root; else RT_BAD says what does not hold. */
RT_RESULT rt_proof_check(const rt_proof *proof, rt_error *err);

typedef struct rt_verdict {
    bool sound;
    rt_checkpoint claimed; /* the kept head */
    bool computable;       /* no entry is missing, so a root can be computed */
    rt_hash computed;
    int64_t entries;          /* that can be read */
    int64_t erased, erasures; /* places at which a bare commitment stands, and the erasures that name them */
    int64_t unaccounted;      /* places at which nothing stands, or a commitment that no erasure names */
    bool unfinished;          /* an erasure was begun and not ended */
    int64_t damaged;          /* pages of the file that are not what was written there, whatever stands on them */
    int64_t bad;              /* how many entries are not what they were */
    int64_t first_bad;        /* place of the first of them; -1: none */
    char first_bad_id[33];    /* empty when it cannot be told */
    char what[256];           /* what is wrong, in a sentence; empty when all is sound */
} rt_verdict;

/* Recomputes the whole log, in two threads when it is long, and looks at each page of the file. A store that is open
 * to audit tells of an entry on a damaged page what is wrong with it; others fail there. `against` may be NULL: an
 * earlier head, which must be that of the first entries of this log. RT_OK also when the log is not sound: the verdict
 * tells. */
RT_RESULT rt_audit_verify(rt_store *store, const rt_checkpoint *against, rt_arena *arena, rt_verdict *verdict,
                          rt_error *err);

/* {"sound", "origin", "claimed", "computed", "size", "entries", "erased", "erasures", "unaccounted", "bad",
 * "damaged_pages", "unfinished", "first_bad": null or {"index", "id", "what"}}: roots in hex, `computed` null when an
 * entry is missing.
 */
struct rt_value *rt_verdict_value(const rt_verdict *v, rt_arena *arena);
