/* Who on a list may be meant by a name. */
#include "analysis/view.h"
#include "cli/screen.h"
#include "cli/searchable.h"
#include "exchange/subjects.h"

enum { TOP = 10, TOP_MOST = 10000 };
static const double cutoff = 0.5;

static rt_status search_asked(const rt_args *args, rt_search *search, rt_error *err) {
    int64_t top;
    RT_TRY(rt_args_int(args, "top", 1, TOP_MOST, TOP, &top, err));
    RT_TRY(rt_args_share(args, "cutoff", cutoff, &search->cutoff, err));
    search->top = (size_t)top;
    search->exhaustive = rt_args_flag(args, "exhaustive");
    return rt_ok;
}

/* --- one query on the command line -------------------------------------------------------------------------------- */

static const struct {
    const char *option, *prop;
} fields[] = {{"birth-date", "birthDate"},
              {"nationality", "nationality"},
              {"gender", "gender"},
              {"id-number", "idNumber"},
              {"address", "address"}};

static rt_status screen_one(rt_context *ctx, const rt_args *args, rt_screening *s, rt_error *err) {
    rt_gather g;
    const rt_str name = rt_args_word(args, 1);
    if (!rt_utf8_valid(name, NULL)) return rt_fail(err, RT_BAD, "the name is not UTF-8");
    rt_str schema;
    RT_TRY(rt_matching_schema(args, RT_S(""), &schema, err));
    rt_gather_begin(&g, ctx->arena, RT_S(""), schema);
    rt_gather_add(&g, RT_S("name"), name, RT_S(""));
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const rt_str value = rt_args_text(args, fields[i].option);
        if (!rt_utf8_valid(value, NULL)) return rt_fail(err, RT_BAD, "--%s is not UTF-8", fields[i].option);
        const rt_str meaningless = rt_subjects_add_written(&g, rt_str_of(fields[i].prop), value);
        if (meaningless.len > 0)
            return rt_fail(err, RT_BAD, "--%s: \"%.*s\" means nothing there (--help says what is expected)",
                           fields[i].option, RT_FMT(meaningless));
    }
    const rt_subject query = rt_gather_end(&g);
    RT_TRY(rt_screening_add(s, &query, err));
    return rt_screening_finish(s, err);
}

/* --- a file of queries -------------------------------------------------------------------------------------------- */

static rt_status screen_file(rt_context *ctx, const rt_args *args, rt_screening *s, rt_error *err) {
    const rt_str file = rt_args_text(args, "csv");
    const rt_subjects_options options = {
        .to = s, .take = rt_screening_add, .note = rt_screening_note, .unread = rt_screening_unread};
    rt_input *in;
    RT_TRY(rt_str_is(file, "-") ? rt_input_stdin(&in, err) : rt_input_open(rt_str_z(ctx->arena, file), &in, err));
    rt_screening_reads(s, in);
    const rt_status read = rt_subjects_csv(in, &options, err);
    rt_error unused = {0};
    /* what came before a bad row is answered */
    const rt_status finished = rt_screening_finish(s, read.code == RT_OK ? err : &unused);
    rt_input_close(in);
    return read.code == RT_OK ? finished : read;
}

/* --- a list against the people in the case ------------------------------------------------------------------------ */

static rt_status screen_case(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    rt_value *object;
    rt_str list = rt_args_text(args, "against");
    const rt_view_args asked = {.who = {&list, 1}, .since = rt_args_text(args, "since")};
    if (args->words.n > 1 || rt_args_has(args, "csv"))
        return rt_fail(err, RT_USAGE, "--against compares a list with the people in a case: no NAME, no --csv");
    RT_TRY(rt_open_to_read(ctx, args, &o, err));
    RT_TRY(rt_view_look(&rt_view_matches, o.lens, &asked, ctx->arena, &object, err));
    rt_print_view(ctx, object, rt_draw_matches);
    return rt_ok;
}

static rt_status screen_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_searchable) in = {0};
    const bool file = rt_args_has(args, "csv");
    rt_matching how;
    rt_search search = {0};
    if (rt_args_has(args, "against")) return screen_case(ctx, args, err);
    if (rt_args_has(args, "since"))
        return rt_fail(err, RT_USAGE, "--since goes with --against: what is new on that list");
    RT_TRY(rt_matching_asked(args, &how, err));
    RT_TRY(search_asked(args, &search, err));
    if (file == (args->words.n == 2)) return rt_fail(err, RT_USAGE, "screen takes a NAME, or --csv with many");
    RT_TRY(rt_searchable_open(ctx, args, rt_args_word(args, 0), how.threads, &in, err));
    rt_screening *s = rt_screening_new(ctx, in.index, in.from.lens, &how, &search);
    const rt_status status = file ? screen_file(ctx, args, s, err) : screen_one(ctx, args, s, err);
    rt_screening_free(s);
    return status;
}

static const rt_option screen_options[] = {
    {"csv", "FILE", "many queries: CSV with a column name; - reads it from stdin", RT_OPTION_TEXT, 0},
    {"against", "DATASET", "the people in the case against this list, which the case holds", RT_OPTION_TEXT, 0},
    {"since", "DAY|BATCH", "with --against: only what is new or changed since then, on the list or among the people",
     RT_OPTION_TEXT, 0},
    {"schema", "SCHEMA", "what is asked for: Person, Organization, Vessel, ...; anything unless told", RT_OPTION_TEXT,
     0},
    {"birth-date", "DATE", "as precise as it is known: 1984, 1984-05, \"circa 1984\"", RT_OPTION_TEXT, 0},
    {"nationality", "COUNTRY", "a country by its name or code", RT_OPTION_TEXT, 0},
    {"gender", "GENDER", "male, female or other", RT_OPTION_TEXT, 0},
    {"id-number", "NUMBER", "of a passport, an identity card, a register", RT_OPTION_TEXT, 0},
    {"address", "ADDRESS", "any part of it", RT_OPTION_TEXT, 0},
    {"top", "N", "at most so many results for each query; 10 unless told", RT_OPTION_TEXT, 0},
    {"cutoff", "SCORE", "show what scores from here up; 0.5 unless told", RT_OPTION_TEXT, 0},
    {"exhaustive", NULL, "compare with every entry: slow, and what the index is measured against", RT_FLAG, 0},
    {0},
};

static const rt_example screen_examples[] = {
    {"redthread screen ofac.idx \"Oussama Atar\" --birth-date 1984", "an index made by `index build`"},
    {"redthread screen atar.case \"أسامة عطار\"", "a case, in any script"},
    {"redthread screen atar.case --against un --since 2026-11-20", "what is new on the list against the people"},
    {"redthread screen ofac.idx --csv customers.csv --json >answers.jsonl", "a line of JSON for each row"},
    {0},
};

const rt_command rt_cmd_screen = {
    .name = "screen",
    .group = RT_GROUP_NAMES,
    .arguments = "INDEX|CASE [NAME]",
    .summary = "who on a list may be meant by a name, in any script and spelling",
    .options = screen_options,
    .shared = RT_SHARED(&rt_matching_options, &rt_lens_options),
    .description =
        "Looks one name, or each row of a CSV, up in an index, a case (through the lens that the options ask for) or "
        "a file that `import` reads, and shows the entries that score from the cutoff up, best first, with what speaks "
        "for and what against each.\n\n"
        "Columns of the CSV: name, and any of id, schema, alias, birth_date, nationality, gender, address, id_number; "
        "several values of a cell stand between ';'. With --json a line is printed for each row, in their order.\n\n"
        "With --against a list that the case holds is compared with all others in the case; with --since too only what "
        "is "
        "new, changed or gone on the list since then, and who is new or changed among the people. Pairs that are "
        "judged "
        "to be one, or not, are left out: judge them, and they are not told again.\n\n"
        "A score is the chance that the entry is meant, as measured on published lists. It is no identification: who "
        "bears a name that stands on a list is not for that the one who is listed. docs/names.md says how to read it.",
    .examples = screen_examples,
    .run = screen_run,
};
