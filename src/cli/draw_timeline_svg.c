#include "cli/draw.h"
#include "report/chart_timeline.h"
#include "report/svg.h"

enum { ROWS_MOST = 6000 }; /* a picture is at most so high */

void rt_draw_timeline_svg(rt_draw *d, const rt_value *view) {
    const rt_picture *p = rt_chart_timeline(d->arena, view, 0, ROWS_MOST);
    if (p == NULL) p = rt_picture_new(d->arena, 200, 20, RT_S("Timeline"), RT_S("No event has a date."));
    rt_svg_file(d->out, p);
}
