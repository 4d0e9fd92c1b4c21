/* One entry of the SDN list while its rows and remarks become statements; what ofac.c, ofac_remarks.c and ofac_take.c
 * share. */
#pragma once

#include "exchange/list_emit.h"
#include "exchange/list_index.h"

typedef enum ofac_kind { OFAC_PERSON, OFAC_ORGANIZATION, OFAC_VESSEL, OFAC_AIRCRAFT } ofac_kind;

/* "Linked To: NAME", an owner, an operator: who is meant is looked up when all names are known. */
typedef struct ofac_pending ofac_pending;
struct ofac_pending {
    rt_list_thing from;
    rt_str prop;    /* of from, which names who is meant; or empty: an entity of its own says it */
    rt_str kinship; /* "wife": from is that of who is meant; or empty: "Linked To" */
    rt_str name, written;
    uint64_t line;
    ofac_pending *next;
};

typedef struct ofac_reading {
    rt_list list;
    bool complete; /* each file must bear its mark of the end, where it is known to have one */
    rt_list_index *index;
    rt_arena kept; /* to the end: what is pending */
    ofac_pending *pending, **pending_end;
} ofac_reading;

typedef struct ofac_entry {
    ofac_reading *of;
    int64_t number;
    ofac_kind kind;
    rt_list_thing self, sanction;
} ofac_entry;

/* The entry with its ids, which is also made the list's subject. */
ofac_entry ofac_entry_of(ofac_reading *of, int64_t number, ofac_kind kind);

/* "ATAR, Oussama Ahmad" of a person as "Oussama Ahmad ATAR", "DELOS REYES, Feliciano Semborio, Jr." as "Feliciano
 * Semborio DELOS REYES Jr."; all else as it is. */
rt_str ofac_name(rt_arena *arena, ofac_kind kind, rt_str written);

/* A name of this property, in natural order. */
RT_RESULT ofac_put_name(ofac_entry *e, rt_str prop, rt_str written, rt_error *err);

/* Remembers to resolve a name; written is the remark that becomes a note when nobody is called so. */
void ofac_pend(ofac_entry *e, rt_str prop, rt_str kinship, rt_str name, rt_str written);

/* All that is pending, when the names of the whole list are known. */
RT_RESULT ofac_resolve(ofac_reading *of, rt_error *err);

/* The remarks, with the comments that go on from them: statements, and notes of what is not understood. */
RT_RESULT ofac_remarks(ofac_entry *e, rt_str remarks, rt_error *err);
