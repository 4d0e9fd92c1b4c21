/* What must go, goes: entries with their salts and ids, every entry that names them, whatever was derived from them,
 * and unsalted hashes of what held them. The bare commitments stay, and an erasure entry names each.
 *
 * It looks at the whole log, so those who call it refuse a narrowed lens. What is found goes in one transaction; then
 * the file is written anew and searched, as one would who reads its bytes. Until that has ended well the case says that
 * an erasure is unfinished, and it can be asked for again. docs/decisions/032-erasure.md says why it is done so. */
#pragma once

#include "model/entry.h"
#include "store/store.h"

typedef struct rt_erase_asked {
    rt_strs ids;
    bool with_statements; /* of a document: the statements made from it too, not only what quotes it */
    rt_str authority, why, handling;
    rt_str by, program;
} rt_erase_asked;

typedef enum rt_gone_why {
    RT_GONE_ASKED,
    RT_GONE_NAMES, /* it names an entry that goes */
    RT_GONE_MADE,  /* it was made from a document that goes */
    RT_GONE_HASH,  /* it holds an unsalted hash of what held it */
} rt_gone_why;

typedef struct rt_gone {
    int64_t seq;
    rt_entry e;  /* whole */
    rt_str text; /* of a document, where the case has it */
    rt_gone_why why;
    bool stands_in;    /* the same is recorded anew without what must go */
    char stand_in[33]; /* its id; empty in a plan */
    rt_hash commitment;
    uint8_t salt[16];
    rt_str handling; /* who may know of it: its own, and that of what it names that goes */
} rt_gone;

typedef struct rt_gone_list {
    rt_gone *at; /* in the order of the log */
    size_t n;
} rt_gone_list;

/* A text of what went that another entry still gives: its owner must know, it is no fault of the erasure. */
enum { RT_REMAINS_SHOWN = 3 };
typedef struct rt_remains {
    rt_str text;
    int64_t entries;
    char ids[RT_REMAINS_SHOWN][33]; /* of the first of them */
} rt_remains;

/* Whoever was given something that holds what goes, as the case's own notes say (store/sent.h). */
enum { RT_HOLDS_SHOWN = 3 };
typedef struct rt_holder {
    rt_entry sent;
    bool restored;             /* the note came with an import, or was recorded anew: it says itself when it was made */
    int64_t certain, possible; /* how many of the entries it certainly, and how many it possibly, holds */
    rt_str first[RT_HOLDS_SHOWN]; /* ids of the first of them; empty where there are fewer */
} rt_holder;

typedef struct rt_holder_list {
    rt_holder *at;
    size_t n;
} rt_holder_list;

typedef struct rt_erase_report {
    rt_gone_list gone;
    rt_strs erasures; /* ids */
    rt_str batch;
    rt_remains *remains;
    size_t remains_n;
    rt_remains judged; /* judgements that stay on what a statement goes of: their words may give it in other letters */
    rt_holder_list went_to;
    rt_strs
        copies; /* kept when the case was brought to a newer version: it may stand in them, and they are not reached */
    bool resumed; /* an erasure of before was ended too */
} rt_erase_report;

/* What would go, without doing it; all of it lives in the arena. RT_ABSENT for an id that is not there, RT_BAD for an
 * entry that accounts for others (a batch's own, an erasure). O(log), and a few times over. */
RT_RESULT rt_erase_plan(rt_store *store, const rt_erase_asked *asked, rt_arena *arena, rt_gone_list *gone,
                        rt_error *err);

/* The same of the texts that other entries would still give. */
RT_RESULT rt_erase_remains(rt_store *store, const rt_gone_list *gone, rt_arena *arena, rt_erase_report *report,
                           rt_error *err);

/* Erases. RT_BUSY when somebody else has the case open, so that the file can't be written anew; RT_CORRUPT when
 * something of it was found in the file afterwards: in both cases the log is without it and the erasure unfinished.
 * After a crash ids may be asked for that are gone already. */
RT_RESULT rt_erase(rt_store *store, const rt_erase_asked *asked, rt_arena *arena, rt_erase_report *report,
                   rt_error *err);

RT_RESULT rt_erase_is_unfinished(rt_store *store, bool *unfinished, rt_error *err);
