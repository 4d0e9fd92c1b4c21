/* What a chart of a network draws: boxes with their lines of text, and links between boxes, picked out of the object of
 * the view. Private to the chart. */
#pragma once

#include "base/value.h"
#include "report/layout.h"

enum { RT_BOX_FONT_SIZE = 8, RT_BOX_LINE = 11, RT_BOX_PAD = 5 };

typedef enum rt_box_kind {
    RT_BOX_PERSON,
    RT_BOX_ORGANISATION,
    RT_BOX_EVENT,
    RT_BOX_PAPER,
    RT_BOX_OTHER,
    RT_BOX_KINDS
} rt_box_kind;

typedef struct rt_chart_box {
    rt_box_kind kind;
    bool about, list; /* list: of several nodes that hang on one other alone */
    rt_strs lines;
    double width, height;
} rt_chart_box;

typedef enum rt_link_style {
    RT_LINK_STATED,
    RT_LINK_DERIVED,
    RT_LINK_DOUBTED,
    RT_LINK_DENIED,
    RT_LINK_STYLES
} rt_link_style;

typedef struct rt_chart_link {
    size_t from, to; /* boxes */
    rt_link_style style;
    rt_strs words; /* each once */
} rt_chart_link;

typedef struct rt_chart_parts {
    rt_chart_box *boxes; /* the first is whom it is about */
    size_t box_count;
    rt_chart_link *links;
    size_t link_count;
    size_t left_out; /* nodes that are not drawn */
} rt_chart_parts;

rt_chart_parts rt_chart_parts_of(rt_arena *arena, const rt_value *view);
