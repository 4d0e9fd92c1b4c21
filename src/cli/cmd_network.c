#include "cli/graph.h"
#include "cli/with_view.h"

enum { DEEPEST = 6 };

/* What draws the format that is asked for: the table unless told. */
static rt_status drawer_of(rt_context *ctx, const rt_args *args, rt_drawer **draw, rt_error *err) {
    const rt_str format = rt_args_text(args, "format");
    *draw = rt_draw_network;
    if (!rt_args_has(args, "format")) return rt_ok;
    if (ctx->json) return rt_fail(err, RT_USAGE, "--format and --json are two ways to print: give one");
    if (rt_str_is(format, "dot"))
        *draw = rt_draw_dot;
    else if (rt_str_is(format, "graphml"))
        *draw = rt_draw_graphml;
    else if (rt_str_is(format, "svg"))
        *draw = rt_draw_svg;
    else
        return rt_fail(err, RT_USAGE, "--format takes svg, dot or graphml, not \"%.*s\"",
                       RT_FMT(rt_str_cut(format, 40)));
    return rt_ok;
}

static rt_status network_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    rt_drawer *draw;
    int64_t depth;
    RT_TRY(drawer_of(ctx, args, &draw, err));
    RT_TRY(rt_args_int(args, "depth", 1, DEEPEST, 1, &depth, err));
    const rt_view_args asked = {
        .depth = (size_t)depth, .relations = rt_args_flag(args, "relations"), .slices = rt_args_text(args, "slices")};
    return rt_run_view_asked(ctx, args, asked, &rt_view_network, draw, err);
}

static const rt_option network_options[] = {
    {"depth", "N", "how many steps away, 1 to 6; 1 unless told", RT_OPTION_TEXT, 0},
    {"relations", NULL, "relations only: no events, documents and addresses", RT_FLAG, 0},
    {"slices", "STEP", "what there was in each year, month, or of so many equal slices", RT_OPTION_TEXT, 0},
    {"format", "FORMAT", "svg, a picture; dot (Graphviz) or graphml, for programs that draw graphs", RT_OPTION_TEXT, 0},
    {0},
};

static const rt_example network_examples[] = {
    {"redthread network atar.case \"Oussama Atar\" --relations", "kin, memberships, associates"},
    {"redthread network atar.case atar-yaseen --depth 2 --relations", "and theirs; kin that follows from kin"},
    {"redthread network atar.case atar-oussama --slices year", "what joined him with whom, year by year"},
    {"redthread network atar.case atar-oussama --depth 2 --relations --format svg > atar.svg", "drawn for a report"},
    {0},
};

const rt_command rt_cmd_network = {
    .name = "network",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE WHO",
    .summary = "who and what is joined with somebody, kinship derived",
    .options = network_options,
    .shared = RT_SHARED(&rt_lens_options),
    .description = "Prints what somebody is joined with: relations (kin, membership, employment, ...), and events, "
                   "documents and addresses that name them; with --depth what those are joined with in turn. Each line "
                   "says who says so. What was denied only, or taken back, is marked, and leads no further."
                   "\n\n"
                   "Kinship that nobody states and that follows from up to three statements of kinship is derived: a "
                   "cousin from a parent, the parent's sister and her son. Each such line says by which rules, and "
                   "whether it follows certainly or possibly: a sibling's father is the same father only if the two "
                   "are no half-siblings."
                   "\n\n"
                   "Who stands between whom is measured on the ties that count: with how many somebody is joined, how "
                   "often the shortest ways between others lead over them, who falls apart without them, and which "
                   "groups hold together. A centre of what is recorded need not have been a centre of what was."
                   "\n\n"
                   "With --slices the ties follow slice by slice, certain and possible ones, with what appeared and "
                   "what went; what has no date is listed at the end.",
    .examples = network_examples,
    .run = network_run,
};
