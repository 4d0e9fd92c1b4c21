/* How likely two names, or two entities, are one, and why. */
#include "cli/compare.h"

static rt_value *compared(const rt_compare *c, rt_str a, rt_str b) {
    rt_arena *arena = c->ctx->arena;
    const rt_subject left = {.schema = c->schema, .caption = a, .names = {&a, 1}},
                     right = {.schema = c->schema, .caption = b, .names = {&b, 1}};
    rt_ready ready[2];
    rt_match match;
    rt_ready_make(arena, &left, &ready[0]);
    rt_ready_make(arena, &right, &ready[1]);
    rt_match_subjects(arena, &ready[0], &ready[1], &match);
    rt_value *v = rt_value_object(arena);
    rt_value_put_text(arena, v, RT_S("a"), a);
    rt_value_put_text(arena, v, RT_S("b"), b);
    rt_value_put_text(arena, v, RT_S("schema"), c->schema);
    rt_match_put(arena, v, &match, c->how.threshold);
    rt_value_put(v, RT_S("threshold"), rt_value_real(arena, rt_four_decimals(c->how.threshold)));
    return v;
}

static rt_status compare_two(const rt_compare *c, const rt_args *args, rt_error *err) {
    const rt_str a = rt_args_word(args, 0), b = rt_args_word(args, 1);
    if (args->words.n != 2)
        return rt_fail(err, RT_USAGE, "compare takes two names, or --csv or --ftm and pairs on stdin");
    if (!rt_utf8_valid(a, NULL) || !rt_utf8_valid(b, NULL)) return rt_fail(err, RT_BAD, "the names are not UTF-8");
    rt_print_view(c->ctx, compared(c, a, b), rt_draw_compared);
    return rt_ok;
}

static rt_status compare_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    const bool csv = rt_args_flag(args, "csv"), ftm = rt_args_flag(args, "ftm");
    rt_compare c = {.ctx = ctx, .why = rt_args_flag(args, "why")};
    RT_TRY(rt_matching_schema(args, RT_S("Person"), &c.schema, err));
    RT_TRY(rt_matching_asked(args, &c.how, err));
    if (csv && ftm) return rt_fail(err, RT_USAGE, "--csv and --ftm are two ways to give pairs; give one");
    if ((csv || ftm) && args->words.n > 0)
        return rt_fail(err, RT_USAGE, "with --%s the pairs come on stdin, not as arguments", csv ? "csv" : "ftm");
    return csv ? rt_compare_csv(&c, err) : ftm ? rt_compare_ftm(&c, err) : compare_two(&c, args, err);
}

static const rt_option compare_options[] = {
    {"schema", "SCHEMA", "what bears the names: Person (unless told), Organization, Company, Vessel, ...",
     RT_OPTION_TEXT, 0},
    {"csv", NULL, "read rows with a header from stdin; columns schema, name1, name2; add a column score", RT_FLAG, 0},
    {"why", NULL, "with --csv, add a column why too: the parts of the score as JSON", RT_FLAG, 0},
    {"ftm", NULL, "read {\"left\": ENTITY, \"right\": ENTITY}, a line each, from stdin", RT_FLAG, 0},
    {0},
};

static const rt_example compare_examples[] = {
    {"redthread compare \"Oussama Atar\" \"ATAR, Usama\"", "the score, and each word that speaks for or against"},
    {"redthread compare --schema Company \"Example Trading Ltd\" \"OOO Example\"", NULL},
    {"redthread compare --csv <pairs.csv >scored.csv", "a column score at the end of each row"},
    {"redthread compare --ftm <pairs.jsonl", "whole entities: birth dates, nationalities and numbers count too"},
    {0},
};

const rt_command rt_cmd_compare = {
    .name = "compare",
    .group = RT_GROUP_NAMES,
    .arguments = "[A] [B]",
    .summary = "how likely two names are one person's, and why",
    .options = compare_options,
    .shared = RT_SHARED(&rt_matching_options),
    .description =
        "Compares two names in any script and spelling. The score, from 0 to 1, is the chance that both are one, as "
        "measured on names of published lists; the lines below it are what it is made of, in log-odds: they add up to "
        "it. It says how alike two names are, not that two people are one: many people bear one name.\n\n"
        "With --csv each row of stdin goes to stdout as it stands, with a column score (four decimals) behind the "
        "last; --ftm takes pairs of FollowTheMoney entities and prints {\"score\", \"match\", \"why\"} for each. Both "
        "keep the order of their input and use all cores. docs/names.md says how to read a score.",
    .examples = compare_examples,
    .run = compare_run,
};
