/* A part of the report: one file part_NAME.c, and a line in the table of compose.c. It asks for the views that it needs
 * by name and adds blocks to its section; one that adds nothing is left out. */
#pragma once

#include "analysis/view.h"
#include "base/pick.h"
#include "report/doc.h"
#include "report/words.h"

typedef struct rt_told {
    const char *view;
    const rt_value *object;
    rt_book book;
} rt_told;

enum { RT_TOLD_MOST = 16 };

typedef struct rt_report {
    rt_lens *lens;
    rt_arena *arena;
    rt_doc *doc;
    rt_section *section;
    rt_str who;              /* the id */
    const rt_schema *schema; /* of the entity; NULL where it is not known */
    rt_told told[RT_TOLD_MOST];
    size_t n_told;
} rt_report;

typedef rt_status rt_part_write(rt_report *r, rt_error *err);

typedef struct rt_part {
    const char *id, *title;
    rt_part_write *write;
} rt_part;

extern const rt_part rt_part_summary, rt_part_particulars, rt_part_time, rt_part_places, rt_part_ties;
extern const rt_part rt_part_conflicts, rt_part_claims, rt_part_alerts, rt_part_hypotheses, rt_part_likes;
extern const rt_part rt_part_sources;

/* What the view of this name says of the entity, asked once; NULL in *told when there is no such view. */
RT_RESULT rt_report_ask(rt_report *r, const char *view, const rt_told **told, rt_error *err);

/* --- what parts share (saying.c) --------------------------------------------------------------------------------- */

/* "believed: ", "taken back: ", "possibly: " in front of a value that is not plainly asserted; the style that it has.
 */
rt_run_style rt_put_stance(rt_report *r, rt_sentence *s, const rt_value *holder);

/* When something was: a sentence, or two where its beginning and its end are told apart. */
void rt_put_when(rt_report *r, rt_para *p, const rt_value *holder);

/* Who says it, a line each: "CNN", "French authorities, through CNN"; after four "and 3 more". */
void rt_put_voices(rt_report *r, rt_para *p, const rt_told *told, const rt_value *ids);

/* A place: an entity or a text. */
void rt_put_place(rt_report *r, rt_sentence *s, rt_run_style style, const rt_value *place);

/* A new row of a table that leads to the statements of `holder`. */
rt_doc_row *rt_row_of(rt_report *r, rt_doc_table *t, const rt_told *told, const rt_value *holder);

/* A new sentence that does. */
rt_sentence *rt_say_of(rt_report *r, rt_para *p, const rt_told *told, const rt_value *holder);
