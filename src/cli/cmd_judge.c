#include "cli/judge_queue.h"
#include "cli/with_judgement.h"
#include "model/grades.h"

static rt_status judge_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    const rt_str judgement = rt_args_word(args, 3);
    const char *why;
    if (args->words.n == 1) return rt_judge_queue(ctx, args, err);
    if (args->words.n < 4)
        return rt_fail(err, RT_USAGE, "judge takes a case, two names and a judgement; or a case alone, for its queue");
    if (!rt_is_judgement(judgement, &why))
        return rt_fail(err, RT_USAGE, "a judgement is %s, not \"%.*s\"", why, RT_FMT(rt_str_cut(judgement, 60)));
    return rt_run_judgement(ctx, args, (rt_judgement_asked){.judgement = judgement}, err);
}

static const rt_option judge_options[] = {RT_JUDGEMENT_OPTIONS, RT_QUEUE_OPTIONS, {0}};

static const rt_example judge_examples[] = {
    {"redthread judge my.case p1 p7 different --why \"both were seen in one room\"", "keeps them apart for ever"},
    {"redthread judge my.case p1 p7 unsure --why \"the photo is not of p7\"", "takes that back"},
    {"redthread judge my.case", "shows pairs that may be one, and reads y, n, u, s or q and the reason"},
    {0},
};

const rt_command rt_cmd_judge = {
    .name = "judge",
    .group = RT_GROUP_FILL,
    .arguments = "CASE [A] [B] [JUDGEMENT]",
    .summary = "judge two entities to be the same, different, or unsure",
    .options = judge_options,
    .shared = RT_SHARED(&rt_write_options, &rt_matching_options),
    .description =
        "Records what somebody judges of A and B; the last judgement on a pair counts. `same` is what `merge` "
        "records. `different` keeps the two apart for ever: no chain of other judgements joins them, and they are "
        "not suggested to each other any more; it is refused while a chain holds them together, which is shown. "
        "`unsure` takes back what was judged of this very pair, and promises nothing: a chain may still hold the "
        "two together."
        "\n\n"
        "With a case alone it works through the queue of `xref --queue`: each pair is shown with what speaks for and "
        "against it, and a line is read: y (the same), n (different), u (unsure), each with the reason behind it "
        "unless --why gives one for all, s (skip) or q (quit). With --json a pair and what became of it are a line "
        "each.",
    .examples = judge_examples,
    .run = judge_run,
};
