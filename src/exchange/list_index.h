/* What the reader of the SDN list keeps of it from end to end: for each entry its number and its kind, and by which
 * names it is known, so that a.k.a.s and addresses find their entry and "Linked To: NAME" finds who is meant. Memory is
 * a few dozen bytes and the letters of the name for each. */
#pragma once

#include "base/str.h"

typedef struct rt_list_index rt_list_index;

/* The most entries and names that are taken: two hundred times the SDN list of 2021. */
enum { RT_LIST_ENTRIES_MOST = 2000000 };

rt_list_index *rt_list_index_new(void);
void rt_list_index_free(rt_list_index *index); /* NULL is fine */

/* False when the number is there already. */
bool rt_list_index_add(rt_list_index *index, int64_t number, int kind);
bool rt_list_index_kind(const rt_list_index *index, int64_t number, int *kind);
size_t rt_list_index_count(const rt_list_index *index);

/* Notes that the entry is called so; first is true for its own name, false for an a.k.a. Names compare without case. */
void rt_list_index_name(rt_list_index *index, rt_str name, int64_t number, bool first);

/* The one entry that is called so: by its own name, or where no entry is, by an a.k.a.; false when there is none, or
 * more than one. */
bool rt_list_index_find(rt_list_index *index, rt_str name, int64_t *number);

/* Texts by number: the comments that go on from the remarks of sdn.csv. False when the number has one already. */
bool rt_list_index_set_comment(rt_list_index *index, int64_t number, rt_str text);
rt_str rt_list_index_comment(const rt_list_index *index, int64_t number); /* empty when there is none */
