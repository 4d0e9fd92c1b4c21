/* A vetting whose evidence was frozen: whether it still stands as it was, and what is known today that was not shown.
 *
 * The check runs the same page again, as the case was just before the vetting, through a lens no wider than its
 * reader's: for who sees all the very lens that was frozen, else one with the clearance that the vetting's own handling
 * asks for, which gave the same page when it was frozen. */
#pragma once

#include "analysis/reading.h"
#include "store/checkpoint.h"

typedef enum rt_unshown {
    RT_UNSHOWN_LATER,     /* it was recorded after the page was shown */
    RT_UNSHOWN_HIDDEN,    /* it was in the case, and the lens of who asked did not let it through */
    RT_UNSHOWN_ELSEWHERE, /* it was there to see, and not counted as theirs then */
    RT_UNSHOWN_UNTOLD     /* it was in the case; whether it could be seen cannot be told to this reader */
} rt_unshown;

typedef struct rt_unshown_statement {
    rt_str id;
    rt_unshown how;
    bool before_decision; /* it was in the case when it was decided, though it was not shown */
} rt_unshown_statement;

typedef struct rt_frozen {
    const rt_entity *screen; /* NULL: nothing was frozen, or the reader may not see what was */
    rt_str asked, sha256, lens, clearance, program;
    rt_strs shown;          /* ids, in code point order */
    bool has_head;          /* only for who sees all, where the vetting's own batch is in this log */
    rt_checkpoint head;     /* of the log before it */
    rt_str check;           /* "intact", "differs", "not checked" */
    rt_strs missing, added; /* what was shown and is not on the page now; the reverse */
    struct {
        rt_unshown_statement *at;
        size_t n;
    } unknown; /* in the order of recording */
} rt_frozen;

/* Pages of today by the name that was asked: several vettings of one name look at one. {0} is an empty one. */
typedef struct rt_pages {
    struct rt_page_today *at;
    size_t n;
} rt_pages;

RT_RESULT rt_frozen_read(rt_reading *r, const rt_entity *vetting, rt_pages *pages, rt_frozen *frozen, rt_error *err);
