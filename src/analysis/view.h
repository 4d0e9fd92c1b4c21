/* A view: a pure function of a lens and its arguments that gives one object. What --json prints, what is drawn for
 * people and what the page and reports show is that same object; docs say which fields it has.
 *
 *     const rt_view rt_view_show = {.name = "show", .summary = "...", .run = show_run};
 *
 * One constant struct at the end of a file, and one line in the table of views.c. */
#pragma once

#include "base/value.h"
#include "model/rule.h"
#include "store/lens.h"

typedef struct rt_view_args {
    rt_strs who;     /* names, aliases or ids of entities; of `statement` the id */
    rt_str since;    /* of `changes`, `matches`, `alerts`: what came since a day (EDTF) or behind a batch (its id) */
    bool all;        /* of `changes`: all rows; of `alerts`: kept ones too */
    size_t depth;    /* of `network`: how many steps away; 0: as many as it takes unless told */
    bool relations;  /* of `network`: relations only */
    rt_str slices;   /* of `network`: year, month, or how many equal ones; empty: none */
    rt_strs without; /* of `path`: kinds of ties (hops.h) that are left out */
    size_t most;     /* of `path`: how many ways; 0: as many as it takes unless told */
    rt_str during;   /* of `presence`: who was there in this span of days (EDTF); empty: at any time */
    rt_str within; /* of `presence`: "place", "country": how wide a place may be; empty: only where both are named at */
    rt_str on;     /* of `knew`: by the end of this day (EDTF); empty: at any time */
    rt_str due;    /* of `requests`: the period in which an answer is due (ISO 8601); empty: 30 days */
    rt_str words;  /* of `search`: what is looked for (words/query.h) */
    size_t top;    /* of `search`: how many results; 0: as many as it takes unless told */
    rt_str edition;       /* of `editions`: the one whose entries are told (its day, EDTF); empty: none */
    rt_given_rules rules; /* of `alerts`: rules that the case does not hold */
} rt_view_args;

/* The object lives in the arena, and may hold slices of what the arguments name. RT_ABSENT when who is asked for is not
 * there for this reader: the message is the same as for what never was. */
typedef rt_status rt_view_run(rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                              rt_error *err);

typedef struct rt_view {
    const char *name;    /* that of the command */
    const char *summary; /* one line, no full stop */
    size_t least, most;  /* how many it takes in `who` */
    bool words;          /* it takes what is looked for in `words`, and nobody */
    rt_view_run *run;
} rt_view;

/* Runs it, and says in the object who else bears a name that was asked for (analysis/meant.h), what was erased
 * since the day that it asks as of (analysis/erased_since.h), and what its lens supposes (analysis/as_if.h): how views
 * are asked from outside. */
RT_RESULT rt_view_look(const rt_view *view, rt_lens *lens, const rt_view_args *args, rt_arena *arena, rt_value **object,
                       rt_error *err);

extern const rt_view rt_view_show;
extern const rt_view rt_view_timeline;
extern const rt_view rt_view_movements;
extern const rt_view rt_view_sources;
extern const rt_view rt_view_holdings;
extern const rt_view rt_view_statement;
extern const rt_view rt_view_conflicts;
extern const rt_view rt_view_corroboration;
extern const rt_view rt_view_hypotheses;
extern const rt_view rt_view_presence;
extern const rt_view rt_view_network;
extern const rt_view rt_view_path;
extern const rt_view rt_view_knew;
extern const rt_view rt_view_alerts;
extern const rt_view rt_view_exhibits;
extern const rt_view rt_view_requests;
extern const rt_view rt_view_vettings;
extern const rt_view rt_view_editions;
extern const rt_view rt_view_listed;
extern const rt_view rt_view_changes;
extern const rt_view rt_view_matches;
extern const rt_view rt_view_history;
extern const rt_view rt_view_search;
extern const rt_view rt_view_sent;
extern const rt_view rt_view_stats;

/* All views; ends with NULL. */
extern const rt_view *const rt_views[];
