/* What the reader of the SDN list keeps of it from end to end: for each entry its number and its kind, and by which
 * names it is known, so that a.k.a.s and addresses find their entry and "Linked To: NAME" finds who is meant. Memory is
 * a few dozen bytes and the letters of the name for each. */
#pragma once

#include "base/str.h"

typedef struct ofac_index ofac_index;

typedef enum ofac_kind { OFAC_PERSON, OFAC_ORGANIZATION, OFAC_VESSEL, OFAC_AIRCRAFT } ofac_kind;

/* The most entries and names that are taken: a hundred times the list of 2021. */
enum { OFAC_MOST = 2000000 };

ofac_index *ofac_index_new(void);
void ofac_index_free(ofac_index *index); /* NULL is fine */

/* False when the number is there already. */
bool ofac_index_add(ofac_index *index, int64_t number, ofac_kind kind);
bool ofac_index_kind(const ofac_index *index, int64_t number, ofac_kind *kind);
size_t ofac_index_count(const ofac_index *index);

/* Notes that the entry is called so; first is true for its own name, false for an a.k.a. Names compare without case. */
void ofac_index_name(ofac_index *index, rt_str name, int64_t number, bool first);

/* The one entry that is called so: by its own name, or where no entry is, by an a.k.a.; false when there is none, or
 * more than one. */
bool ofac_index_find(const ofac_index *index, rt_str name, int64_t *number);

/* Texts by number: the comments that go on from the remarks of sdn.csv. False when the number has one already. */
bool ofac_index_set_comment(ofac_index *index, int64_t number, rt_str text);
rt_str ofac_index_comment(const ofac_index *index, int64_t number); /* empty when there is none */
