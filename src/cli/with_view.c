#include "cli/with_view.h"

#include "cli/with_case.h"

rt_status rt_run_view_asked(rt_context *ctx, const rt_args *args, rt_view_args asked, const rt_view *view,
                            rt_drawer *draw, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    rt_value *object;
    asked.who = rt_args_words_from(args, 1);
    RT_TRY(rt_open_to_read(ctx, args, &o, err));
    rt_store_goes_on(o.store, "looking");
    RT_TRY(rt_view_look(view, o.lens, &asked, ctx->arena, &object, err));
    rt_output_clear_count(ctx->err);
    rt_print_view(ctx, object, draw);
    return rt_ok;
}

rt_status rt_run_view(rt_context *ctx, const rt_args *args, const rt_view *view, rt_drawer *draw, rt_error *err) {
    return rt_run_view_asked(ctx, args, (rt_view_args){0}, view, draw, err);
}
