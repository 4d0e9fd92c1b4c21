#include "cli/graph.h"
#include "report/chart_network.h"
#include "report/svg.h"

/* Of whom nothing is joined with, an empty sheet that says so. */
void rt_draw_svg(rt_draw *d, const rt_value *view) {
    d->told_more = true; /* what a program reads holds no words for people */
    const rt_picture *p = rt_chart_network(d->arena, view);
    if (p == NULL) {
        rt_picture *empty = rt_picture_new(d->arena, 200, 30, RT_S("Network"), RT_S("joined with nobody"));
        rt_picture_text(empty, (rt_point){10, 18}, (rt_font){.size = 8}, RT_S("joined with nobody"));
        p = empty;
    }
    rt_svg_file(d->out, p);
}
