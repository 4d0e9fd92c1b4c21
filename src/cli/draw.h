/* Drawing for people: headings, pairs, tables, notes. Views are drawn from the very object that --json prints.
 *
 * Text is put into cells as pieces with a style that says what they mean; all of it is made safe for a terminal on its
 * way in. Cells are wrapped by characters and columns (text.h). Everything lives in the arena of the drawing. */
#pragma once

#include "base/buf.h"
#include "base/value.h"
#include "cli/command.h"
#include "model/types.h"
#include "report/words.h"

/* What a piece of text means; colours, where they are shown, come from a table. Words say the same without them. */
typedef enum rt_style {
    RT_PLAIN,
    RT_TITLE, /* whom or what the page is about */
    RT_HEADING,
    RT_LABEL,  /* names of fields, who said it: steps back behind the values */
    RT_AGREED, /* several sources lead to it */
    RT_DENIAL,
    RT_DOUBTED,   /* suspected, believed, possibly so, uncertain */
    RT_RETRACTED, /* taken back or replaced */
    RT_ALARM,     /* contradictions, broken conditions */
    RT_NOTE,      /* [1] */
    RT_FOUND,     /* what was looked for */
    RT_STYLES,
} rt_style;

typedef struct rt_draw {
    rt_arena *arena;
    rt_buf *out;
    unsigned width;
    bool colour;
    bool isolate;            /* right-to-left text between isolates: where a terminal reads */
    const rt_schema *schema; /* of the entity that the page is about; NULL: not one */
    struct rt_notes *notes;  /* the statements that the view names; NULL: none */
    bool told_more;          /* the page said itself that there is more than it shows */
} rt_draw;

/* --- cells ------------------------------------------------------------------------------------------------------- */

typedef struct rt_piece {
    rt_str text;
    rt_style style;
    struct rt_piece *next;
} rt_piece;

/* {0} is an empty one. */
typedef struct rt_cell {
    rt_piece *first, *last;
} rt_cell;

void rt_cell_add(rt_draw *d, rt_cell *cell, rt_style style, rt_str text);
void rt_cell_addz(rt_draw *d, rt_cell *cell, rt_style style, const char *text);
void rt_cell_break(rt_draw *d, rt_cell *cell); /* a new line; nothing in an empty cell */

/* A cell cut into lines of at most width columns; those that go on after a wrap are indented by hang. */
typedef struct rt_laid_line {
    rt_str text;
    unsigned indent, width; /* width counts the indent too */
} rt_laid_line;

typedef struct rt_laid {
    rt_str joined;
    const rt_piece *pieces;
    rt_laid_line *lines;
    size_t n;
    unsigned width; /* of the widest line */
} rt_laid;

rt_laid rt_cell_lay(rt_draw *d, const rt_cell *cell, unsigned width, unsigned hang);

/* Writes its i-th line, without a line end. */
void rt_laid_write(rt_draw *d, const rt_laid *laid, size_t i);

/* Writes a cell as a paragraph. */
void rt_draw_cell(rt_draw *d, const rt_cell *cell, unsigned indent, unsigned hang);

/* An empty line (but not at the start) and a heading. */
void rt_draw_heading(rt_draw *d, rt_str text);

/* --- tables ------------------------------------------------------------------------------------------------------ */

enum { RT_TABLE_COLUMNS = 6 };

typedef struct rt_table {
    rt_draw *draw;
    size_t columns;
    unsigned indent;
    unsigned least[RT_TABLE_COLUMNS]; /* widths that columns have at least */
    unsigned exact[RT_TABLE_COLUMNS]; /* with the first not 0: the widths, so that tables align with each other */
    struct rt_row *first, *last;
} rt_table;

rt_table rt_table_new(rt_draw *d, size_t columns, unsigned indent);

/* A new row: `columns` empty cells. */
rt_cell *rt_table_row(rt_table *t);

/* Draws it: two blanks between columns, those without text left out, the widest narrowed and wrapped until all fit. */
void rt_table_draw(rt_table *t);

/* --- who says it ------------------------------------------------------------------------------------------------- */

/* Takes the statements that the view names: its member `statements` {id: {speaker, via[], stance, reliability,
 * credibility, said_at, valid, dataset, document, locator, quote, retracted_by?}}. */
struct rt_notes *rt_notes_new(rt_arena *arena, const rt_value *statements);

/* A table of three columns: what is said, the value, who says it; aligned with all others of its kind. */
rt_table rt_table_of_statements(rt_draw *d, unsigned indent);

/* Adds a row to it: an object's prop, what it says, who says it. */
void rt_table_told(rt_table *t, const rt_value *v);

/* Adds who says what `holder` holds, a line each: speaker, via whom, source, grade, date, and the mark of its note. The
 * holder has `statements` (ids) and `sources` (names, used where no statement is known). */
void rt_cell_cite(rt_draw *d, rt_cell *cell, const rt_value *holder);

/* The list of notes that were cited, with the place and the sentence; nothing when none was. */
void rt_draw_notes(rt_draw *d);

/* How a stance is said: before a value ("denied: "), before who says it ("denied by "). */
typedef struct rt_stance_look {
    const char *stance, *value_words, *speaker_words;
    rt_style style;
} rt_stance_look;

/* Of "denies", "suspects", "believes", "retracts"; NULL of all else. */
const rt_stance_look *rt_stance_look_of(rt_str stance);

/* --- values ------------------------------------------------------------------------------------------------------ */

/* Adds a {value, stance, label?, entity?, refused?, retracted?} with what marks it, in words and style. */
void rt_cell_value(rt_draw *d, rt_cell *cell, rt_str prop, const rt_value *value);

/* Adds the caption of an entity {id, caption, schema}, or a text. */
void rt_cell_entity(rt_draw *d, rt_cell *cell, rt_style style, const rt_value *entity);

/* Adds "A, B" of a list of texts or entities, each a piece of its own. */
void rt_cell_names(rt_draw *d, rt_cell *cell, rt_style style, const rt_value *list);

/* The property of this name that the page's schema has, or else the first of the name; NULL when there is none. */
static inline const rt_prop *rt_draw_prop(const rt_draw *d, rt_str name) { return rt_prop_in(d->schema, name); }

/* What the schema calls a property, as it stands within a line: "birth date", "INN"; else rt_prop_words. */
static inline rt_str rt_prop_label(rt_draw *d, rt_str name) { return rt_prop_label_in(d->arena, d->schema, name); }

/* --- whole views ------------------------------------------------------------------------------------------------- */

typedef void rt_drawer(rt_draw *d, const rt_value *view);

rt_drawer rt_draw_presence, rt_draw_movements;

/* When a stay was, in words, and a number of days {min, max}; a place, which may be a text. */
rt_str rt_stay_words(rt_draw *d, const rt_value *stay);
rt_str rt_days_words(rt_draw *d, const rt_value *days);
void rt_cell_site(rt_draw *d, rt_cell *cell, const rt_value *place);

rt_drawer rt_draw_exhibits, rt_draw_requests, rt_draw_vettings, rt_draw_vet, rt_draw_decided;

/* What the view was asked as if, and what that sets aside; nothing when it was not. */
void rt_draw_as_if(rt_draw *d, const rt_value *view);

/* What was erased since the day that the view was asked as of. */
void rt_draw_erased_since(rt_draw *d, const rt_value *view);

/* Who else bears a name that was asked for. */
void rt_draw_meant(rt_draw *d, const rt_value *view);

rt_drawer rt_draw_history, rt_draw_alerts;
/* "judged different on 2026-11-27 by A. Clerk: two passports" of a judgement {judgement, recorded_at, recorded_by,
 * why}.
 */
rt_str rt_judged_words(rt_draw *d, const rt_value *judgement);

/* The `identity` of a dossier. */
void rt_draw_identity(rt_draw *d, const rt_value *view);

rt_drawer rt_draw_conflicts, rt_draw_corroboration, rt_draw_holdings, rt_draw_hypotheses;
rt_drawer rt_draw_timeline_svg;
rt_drawer rt_draw_show, rt_draw_timeline, rt_draw_sources, rt_draw_statement, rt_draw_stats;
/* "left the list un by the edition of 1 March 2026" of each of `left[]`. */
void rt_cell_left(rt_draw *d, rt_cell *cell, const rt_value *left);

rt_drawer rt_draw_matches, rt_draw_changes, rt_draw_editions, rt_draw_listed;
rt_drawer rt_draw_search;
rt_drawer rt_draw_path, rt_draw_network, rt_draw_knew;

/* The `conflicts` of a view, in the order in which they come; used by the dossier too. Explained: with what their rules
 * say. */
void rt_draw_conflict_list(rt_draw *d, const rt_value *view, bool explained);

/* Events {what, when, span, where, who[], statements[]} as rows of a table; used by the dossier and the timeline. */
void rt_draw_event(rt_draw *d, rt_table *t, const rt_value *event);

/* Adds the caption of one of `nodes`; with the id where another of them has the same. */
void rt_cell_node(rt_draw *d, rt_cell *cell, const rt_value *nodes, rt_str id);

/* A tie {from, to, what, when, span, stance?, statements[]} between two of `nodes` as a row of a table of statements;
 * returns the row. */
rt_cell *rt_draw_tie(rt_draw *d, rt_table *t, const rt_value *nodes, const rt_value *edge);

/* Whatever a command wants to print: the object as JSON with --json, else drawn (and paged on a terminal). */
void rt_print_view(rt_context *ctx, const rt_value *view, rt_drawer *draw);
