/* Judging whether two entities of a case are one. A judgement is an entry of the log: nothing that was said is changed
 * by it, and what it brings together comes apart again when it is taken back.
 *
 * Same joins the two, and with them the clusters in which they stand (store/cluster.h). Different keeps them apart for
 * ever: what would join them, through whatever chain, is refused until somebody judges that very pair anew. Unsure says
 * neither, and takes back what was judged of the pair. A split is a promise: the two are apart afterwards, or it is
 * refused with the chain that would hold them together still; which of its judgements is wrong is for people to say.
 *
 * Who judges does so by what they may read, and messages tell of nothing else: what they do not see neither forbids a
 * judgement nor is told. */
#pragma once

#include "base/value.h"
#include "store/lens.h"

typedef struct rt_judgement_asked {
    rt_str a, b;        /* ids of entities */
    rt_str judgement;   /* same, different or unsure; of a split: unsure */
    bool split;         /* take back what holds the two as one */
    rt_str why;         /* the reason; never empty */
    rt_strs on;         /* ids of the statements on which it rests */
    rt_str by, program; /* who records, with which program */
    rt_str handling; /* for whose eyes; empty: those of the judgement that it overrules, or everybody's. What it names
                        may demand more: nobody sees it who sees not both */
    rt_lens_spec reader; /* what who judges may see */
} rt_judgement_asked;

typedef struct rt_judgement_done {
    rt_entry e;      /* the judgement, with its id; in the arena */
    bool added;      /* false: the last judgement on the pair says all this already */
    rt_strs on;      /* on which statements it rests, as who judges sees it */
    rt_strs members; /* of the cluster of a afterwards, as who judges sees it */
} rt_judgement_done;

/* Records a judgement in a batch of its own, in the very state of the case in which it was found to be right. With it
 * goes what the name engine says of the two now: score and reasons, by what everybody sees who may see the judgement,
 * so that it tells them nothing new; none where that is too little to compare. A link `supports` ties each statement to
 * it on which it rests. RT_BAD with the chain when it is refused, or when it is to rest on what no longer counts;
 * RT_ABSENT when one of the two, or a statement, is not there for the reader; RT_DENIED when they could not read what
 * they write. */
RT_RESULT rt_judge(rt_store *store, const rt_judgement_asked *asked, rt_arena *arena, rt_judgement_done *done,
                   rt_error *err);

/* {id, added, a, b, judgement, why, on[], score, explanation[{feature, score, detail}], handling, members[]} */
rt_value *rt_judgement_value(const rt_judgement_done *done, rt_arena *arena);
