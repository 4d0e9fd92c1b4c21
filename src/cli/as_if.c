#include "cli/as_if.h"

void rt_as_if_tell(rt_context *ctx, const rt_lens *lens) {
    const rt_supposed_list all = lens != NULL ? rt_lens_supposed(lens) : (rt_supposed_list){0};
    for (size_t i = 0; i < all.n; i++)
        rt_outf(ctx->err, "redthread: asked as if %.*s and %.*s were %s\n", RT_FMT(all.at[i].a), RT_FMT(all.at[i].b),
                all.at[i].apart ? "not one" : "the same");
}
