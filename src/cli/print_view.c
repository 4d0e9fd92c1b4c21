#include "cli/draw.h"
#include "cli/text.h"

void rt_print_view(rt_context *ctx, const rt_value *view, rt_drawer *draw) {
    RT_AUTO(rt_buf) page = {0};
    if (ctx->json) {
        rt_out_json(ctx->out, view);
        return;
    }
    rt_draw d = {
        .arena = ctx->arena,
        .out = &page,
        .width = ctx->term.columns,
        .colour = ctx->term.colour,
        .isolate = ctx->term.screen,
        .notes = rt_notes_new(ctx->arena, rt_value_get(view, RT_S("statements"))),
    };
    rt_draw_erased_since(&d, view);
    rt_draw_as_if(&d, view);
    rt_draw_meant(&d, view);
    draw(&d, view);
    if (rt_value_get_bool(view, RT_S("more")) && !d.told_more)
        rt_text_wrap(&page, RT_S("\nThere is more than is shown: of what names one entity the first 4,096 are read."),
                     0, d.width);
    rt_output_page(ctx->out);
    rt_out(ctx->out, rt_buf_str(&page));
}
