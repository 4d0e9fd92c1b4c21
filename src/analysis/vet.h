/* Vetting: what the case said to who asked about a name before a decision, frozen as statements, so that what was known
 * when somebody decided can be shown later (docs/decisions/023-vetting.md).
 *
 * A vetting is an entity of the schema Vetting: who asked what about whom, what was answered and decided. Its evidence
 * is an entity of the schema Screen: the ids of all statements that were shown, the hash of what was on the screen, the
 * lens and the program. All goes into the log in one batch; the head of the log before it is that batch's own. */
#pragma once

#include "base/value.h"
#include "store/lens.h"

typedef struct rt_vet_asked {
    rt_str name;    /* who is asked about: a name or an id; of rt_vet_decide the vetting's id */
    rt_str purpose; /* never empty in rt_vet */
    rt_str authority, query, answer, decision, decided_by;
    rt_str why;          /* of the decision; never empty in rt_vet_decide */
    rt_str by, program;  /* who records, with which program */
    rt_str day;          /* on which it is asked or decided (EDTF) */
    rt_str handling;     /* at least this; what covers all that was shown is added */
    rt_lens_spec reader; /* through which it is asked */
} rt_vet_asked;

/* Shows what the case says of a name and freezes it in a batch of its own, in the very state of the case that was
 * shown. The handling of all that is written is that of what was shown, or, where hidden entries had a part in it, of
 * all that was read for it: who may see the vetting could have been shown the same. RT_DENIED when who asks could not
 * read what they write.
 *
 * {id, asked, purpose, page{what rt_vet_page gives}, frozen{screen, statements, sha256, lens, clearance, program,
 * head: null or {size, root}}, authority, query, answer, decision, decided_by, handling}; head only for who sees all.
 */
RT_RESULT rt_vet(rt_store *store, const rt_vet_asked *asked, rt_arena *arena, rt_value **done, rt_error *err);

/* Records what was decided after a vetting. RT_ABSENT when there is none of this id for the reader.
 * {id, answer, decision, decided_by, why, handling} */
RT_RESULT rt_vet_decide(rt_store *store, const rt_vet_asked *asked, rt_arena *arena, rt_value **done, rt_error *err);

/* The lens of a frozen page as text, but for its clearance: {"as_of", "at", "narrowed", "said_by", "sources"}; and
 * back. RT_BAD when text is none. */
rt_str rt_vet_lens_text(const rt_lens_spec *spec, rt_arena *arena);
RT_RESULT rt_vet_lens_read(rt_str text, rt_arena *arena, rt_lens_spec *spec, rt_error *err);
