#include "cli/with_view.h"

static rt_status sources_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    return rt_run_view(ctx, args, &rt_view_sources, rt_draw_sources, err);
}

static const rt_example sources_examples[] = {
    {"redthread sources atar.case \"Abu Bakr al-Baghdadi\"", "what each file says of him"},
    {"redthread sources atar.case atar-oussama --source cnn-2016", "one source by itself"},
    {0},
};

const rt_command rt_cmd_sources = {
    .name = "sources",
    .group = RT_GROUP_LOOK,
    .arguments = "CASE WHO",
    .summary = "what each source holds on a person, and what it lacks",
    .shared = RT_SHARED(&rt_lens_options),
    .description = "Prints, source by source, which properties, events and relations of a person it holds, and which "
                   "it lacks that others "
                   "hold. A source is the document, else the dataset, in which a statement stands. A source that "
                   "denies something does "
                   "not lack it.",
    .examples = sources_examples,
    .run = sources_run,
};
