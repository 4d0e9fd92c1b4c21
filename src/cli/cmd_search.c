#include "cli/with_case.h"
#include "cli/with_view.h"

static rt_str joined(rt_context *ctx, rt_strs words) {
    rt_str all = words.at[0];
    for (size_t i = 1; i < words.n; i++) all = rt_str_printf(ctx->arena, "%.*s %.*s", RT_FMT(all), RT_FMT(words.at[i]));
    return all;
}

static rt_status search_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    rt_view_args asked = {.words = joined(ctx, rt_args_words_from(args, 1))};
    rt_value *object;
    int64_t top = 0;
    if (rt_args_has(args, "top") && (!rt_str_int(rt_args_text(args, "top"), &top) || top < 1))
        return rt_fail(err, RT_USAGE, "--top takes a number from 1 up, not \"%.*s\"",
                       RT_FMT(rt_args_text(args, "top")));
    asked.top = (size_t)top;
    RT_TRY(rt_open_to_read(ctx, args, &o, err));
    RT_TRY(rt_view_look(&rt_view_search, o.lens, &asked, ctx->arena, &object, err));
    rt_print_view(ctx, object, rt_draw_search);
    return rt_ok;
}

static const rt_option search_options[] = {
    {"top", "N", "how many results are shown, at most 1000; 20 unless told", RT_OPTION_TEXT, 0},
    {0},
};

static const rt_example search_examples[] = {
    {"redthread search atar.case passport ministry", "both words, in whatever order"},
    {"redthread search atar.case '\"foreign ministry\" NOT prop:name'", "one after the other, and not in names"},
    {"redthread search atar.case 'releas* OR 护照' --source cnn-2016",
     "words that begin so, or the other; of one source"},
    {0},
};

const rt_command rt_cmd_search = {
    .name = "search",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE WORDS...",
    .summary = "statements and documents in which words stand",
    .options = search_options,
    .shared = RT_SHARED(&rt_lens_options),
    .description =
        "Looks for words in what statements say, in their quotes, and in the texts of documents, in any script; case, "
        "accents, ligatures and hyphens at the end of a line do not matter. The best come first.\n\n"
        "All words must stand in it; \"A B\" are words one after the other, A OR B either, A NOT B or "
        "A -B the first without the second, A* what begins so; ( ) groups. prop:NAME takes only statements of that "
        "property, "
        "source:NAME "
        "only what stands in that dataset or document.",
    .examples = search_examples,
    .run = search_run,
};
