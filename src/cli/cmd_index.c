/* The candidate index as a file: made, told of, checked. */
#include "base/json.h"
#include "cli/draw.h"
#include "cli/index_change.h"
#include "cli/searchable.h"
#include "cli/sending.h"
#include "cli/stop.h"

/* --- build -------------------------------------------------------------------------------------------------------- */

static void put_overlay(rt_context *ctx, rt_value *v, const rt_overlaid_info *all) {
    rt_value *overlay = rt_value_object(ctx->arena);
    rt_value_put(overlay, RT_S("added"), rt_value_int(ctx->arena, (int64_t)all->added));
    rt_value_put(overlay, RT_S("hidden"), rt_value_int(ctx->arena, (int64_t)all->hidden));
    rt_value_put(overlay, RT_S("entries"), rt_value_int(ctx->arena, (int64_t)all->entries));
    rt_value_put(overlay, RT_S("bytes"), rt_value_int(ctx->arena, (int64_t)all->bytes));
    rt_value_put(v, RT_S("overlay"), overlay);
}

static rt_value *about(rt_context *ctx, const rt_overlaid *index, rt_error *err) {
    const rt_overlaid_info all = rt_overlaid_about(index);
    const rt_index_info info = all.index;
    rt_value *v = rt_value_object(ctx->arena), *note = NULL;
    const struct {
        const char *key;
        uint64_t n;
    } numbers[] = {{"entries", info.entries},
                   {"names", info.names},
                   {"words", info.words},
                   {"bytes", info.bytes},
                   {"version", info.version}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        rt_value_put(v, rt_str_of(numbers[i].key), rt_value_int(ctx->arena, (int64_t)numbers[i].n));
    rt_json_reader *reader = rt_json_reader_new();
    if (rt_json_read(reader, info.note, ctx->arena, &note, err).code != RT_OK)
        note = rt_value_text(ctx->arena, rt_str_copy(ctx->arena, info.note)); /* of another maker */
    rt_json_reader_free(reader);
    rt_value_put(v, RT_S("note"), note);
    if (all.overlay) put_overlay(ctx, v, &all);
    return v;
}

static rt_status build_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    const rt_str to = rt_args_text(args, "output");
    rt_searchable made = {0};
    unsigned threads;
    size_t entries;
    RT_TRY(rt_args_threads(args, &threads, err));
    RT_TRY(rt_sending_check(args, err));
    if (to.len == 0) return rt_fail(err, RT_USAGE, "index build needs -o OUT, the file to write");
    const char *path = rt_str_z(ctx->arena, to);
    rt_stop_begin();
    RT_TRY(rt_searchable_build(ctx, args, args->words, path, threads, &entries, err));
    rt_outf(ctx->err, "%zu subject%s in %s\n", entries, entries == 1 ? "" : "s", path);
    if (!ctx->json) return rt_ok;
    RT_TRY(rt_overlaid_open(path, &made.index, err));
    rt_out_json(ctx->out, about(ctx, made.index, err));
    rt_searchable_close(&made);
    return rt_ok;
}

static const rt_option build_options[] = {
    {"output", "OUT", "the index file; an older one of this name is replaced when all is done", RT_OPTION_TEXT, 'o'},
    {"keep-going", NULL, "skip records that cannot be read, naming each", RT_FLAG, 0},
    RT_THREADS_OPTION,
    {0},
};

static const rt_example build_examples[] = {
    {"redthread index build -o ofac.idx sdn.csv alt.csv add.csv sdn_comments.csv", "the OFAC list"},
    {"redthread index build -o people.idx people.ftm.json customers.csv", NULL},
    {"redthread index build -o clear.idx atar.case --clear green", "what a reader with this clearance may see"},
    {"redthread index build -o desk.idx atar.case --clear green --to \"Desk of Examples\"",
     "noted in the case that it went, and to whom"},
    {0},
};

static const rt_command build = {
    .name = "index build",
    .arguments = "FILE...",
    .summary = "make an index of lists, FollowTheMoney entities, CSV or a case",
    .options = build_options,
    .shared = RT_SHARED(&rt_lens_options, &rt_sending_options),
    .description =
        "FILE is whatever `import` reads, packed or not, or CSV with a column name (beside it id, schema, alias, "
        "birth_date, nationality, gender, address, id_number; several values of a cell between ';'), or one case, "
        "read through the lens that the options ask for: what it does not let through is not in the index, which "
        "names its lens (`index info`).\n\n"
        "The file is written beside and renamed: there is the old one or the new one.",
    .examples = build_examples,
    .run = build_run,
};

/* --- info, verify ------------------------------------------------------------------------------------------------- */

static rt_status open_index(rt_context *ctx, const rt_args *args, rt_searchable *s, rt_error *err) {
    return rt_overlaid_open(rt_str_z(ctx->arena, rt_args_word(args, 0)), &s->index, err);
}

static rt_status info_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_searchable) s = {0};
    RT_TRY(open_index(ctx, args, &s, err));
    rt_print_view(ctx, about(ctx, s.index, err), rt_draw_stats);
    return rt_ok;
}

static const rt_example info_examples[] = {{"redthread index info ofac.idx", NULL}, {0}};
static const rt_command info = {
    .name = "index info",
    .arguments = "INDEX",
    .summary = "what an index holds, and through which lens it was made",
    .description =
        "Entries, names, different words, bytes, the version of the format, and from what it was made; then, where "
        "`index add` or `index remove` changed it, what lies over it: entries that were added, entries of the "
        "index that are hidden (replaced or removed), and how many are found in all. It opens as fast as a search "
        "does: not every byte is looked at (`index verify`).",
    .examples = info_examples,
    .run = info_run,
};

static rt_status verify_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_searchable) s = {0};
    RT_TRY(open_index(ctx, args, &s, err));
    const rt_status sound = rt_overlaid_verify(s.index, err);
    if (sound.code != RT_OK) {
        rt_error_at(err, rt_str_z(ctx->arena, rt_args_word(args, 0)), 0, 0);
        return sound;
    }
    rt_value *v = rt_value_object(ctx->arena);
    rt_value_put(v, RT_S("sound"), rt_value_bool(ctx->arena, true));
    rt_value_put(v, RT_S("entries"), rt_value_int(ctx->arena, (int64_t)rt_overlaid_about(s.index).entries));
    if (ctx->json)
        rt_out_json(ctx->out, v);
    else
        rt_outf(ctx->out, "The index is whole: %llu entries\n", (unsigned long long)rt_overlaid_about(s.index).entries);
    return rt_ok;
}

static const rt_example verify_examples[] = {{"redthread index verify ofac.idx", NULL}, {0}};
static const rt_command verify = {
    .name = "index verify",
    .arguments = "INDEX",
    .summary = "check every byte of an index",
    .description = "By its checksum, and every reference within it. Its overlay, if there is one, too. An index that "
                   "was cut or altered is named, with "
                   "exit code 1.",
    .examples = verify_examples,
    .run = verify_run,
};

static const rt_command *const index_subcommands[] = {
    &build, &rt_index_add, &rt_index_remove, &rt_index_rebuild, &info, &verify, NULL};
static const rt_example index_examples[] = {
    {"redthread index build -o ofac.idx sdn.csv alt.csv add.csv", NULL}, {"redthread index info ofac.idx", NULL}, {0}};

const rt_command rt_cmd_index = {
    .name = "index",
    .group = RT_GROUP_NAMES,
    .summary = "make, change and check an index to screen against",
    .description = "One immutable file in which names are found in any script and spelling within microseconds; "
                   "programs share it in memory. `screen` and `xref` read it. What is added or removed lies in a small "
                   "file beside it, which they read too, until `index rebuild` makes one of both.",
    .examples = index_examples,
    .subcommands = index_subcommands,
};
