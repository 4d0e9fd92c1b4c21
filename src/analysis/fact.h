/* A statement as views count it: whether it was taken out of what counts, and the links that name it. */
#pragma once

#include "base/map.h"
#include "store/cursor.h"

/* A link between this statement and another entry (or a hypothesis). */
typedef struct rt_fact_link {
    rt_str id, kind, other; /* kind: repeats, supports, ... */
    bool outgoing;          /* from this statement to the other */
    rt_str speaker;
    rt_sure said;
    struct rt_fact_link *next;
} rt_fact_link;

typedef struct rt_fact {
    rt_seen_entry s;
    rt_fact_link *links; /* in the order of the log */
    rt_sure out;         /* taken out of what counts; RT_PERHAPS: possibly so by the day that --said-by asks for */
    rt_str out_by;       /* id of the statement that retracts or replaces it; empty when nothing does */
    rt_str left; /* the edition of its list that no longer says it; empty: none is known. It counts all the same */
    bool cited;  /* noted by rt_reading_cite */
} rt_fact;

/* Statements in the order of the log, most often of one value. */
typedef struct rt_facts {
    rt_fact **at;
    size_t n;
} rt_facts;

void rt_facts_add(rt_facts *facts, rt_fact *f, rt_arena *arena);
void rt_facts_sort(rt_facts facts); /* into the order of the log */

/* Whether it counts, and says that something is so: asserts, believes or suspects it. */
bool rt_fact_affirms(const rt_fact *f);
bool rt_fact_asserts(const rt_fact *f); /* and not only believes or suspects it */
bool rt_fact_denies(const rt_fact *f);  /* counts, and says that it is not so */
bool rt_facts_affirm(rt_facts facts);   /* some of them does */

/* The source it stands in: the document, whatever it calls it, else the dataset; empty for what was stated by hand. */
rt_str rt_fact_source(const rt_fact *f);

/* The different sources of these statements, in the order in which they come. */
rt_strs rt_facts_sources(rt_facts facts, rt_arena *arena);
void rt_facts_add_sources(rt_facts facts, rt_map *sources, rt_arena *arena);

/* Whether some of these stand in this dataset. */
bool rt_facts_of_list(rt_facts facts, rt_str dataset);

/* Reads the links of each, and marks what was taken out of what counts (rule 2): by a link `retracts` of the
 * statement's own speaker, by a link `replaces`, or by a statement of stance `retracts` with the same speaker, property
 * and value that is not surely earlier. */
RT_RESULT rt_facts_weigh(rt_facts facts, rt_lens *lens, rt_arena *arena, rt_error *err);
