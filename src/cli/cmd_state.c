#include "cli/kept_head.h"
#include "cli/with_case.h"
#include "exchange/quotes.h"
#include "model/rule.h"
#include "model/types.h"

/* The fields that options of rt_statement_options give. */
static void fill(rt_context *ctx, const rt_args *args, rt_entry *e) {
    for (size_t i = 0; i < rt_field_count; i++) {
        const rt_field *f = &rt_fields[i];
        if (!(f->of & 1U << RT_STATEMENT) || rt_str_is(rt_str_of(f->name), "handling") || !rt_args_has(args, f->name))
            continue;
        if (f->kind == RT_FIELD_LIST)
            *rt_entry_list(e, f) = rt_args_list(args, f->name, ctx->arena);
        else if (f->kind == RT_FIELD_TEXT)
            *rt_entry_text(e, f) = rt_args_text(args, f->name);
    }
}

static rt_status check_utf8(rt_entry *e, rt_error *err) {
    for (size_t i = 0; i < rt_field_count; i++) {
        const rt_field *f = &rt_fields[i];
        const bool list = f->kind == RT_FIELD_LIST;
        if (!(f->of & 1U << RT_STATEMENT) || (f->kind != RT_FIELD_TEXT && !list)) continue;
        const rt_str *at = list ? rt_entry_list(e, f)->at : rt_entry_text(e, f);
        const size_t n = list ? rt_entry_list(e, f)->n : 1;
        for (size_t k = 0; k < n; k++)
            if (!rt_utf8_valid(at[k], NULL)) return rt_fail(err, RT_BAD, "--%s is not UTF-8", f->name);
    }
    return rt_ok;
}

static rt_status check(rt_context *ctx, rt_entry *e, rt_error *err) {
    const char *why;
    RT_TRY(check_utf8(e, err));
    rt_status s = rt_entry_check(e, err);
    if (s.code != RT_OK) return rt_fail(err, RT_USAGE, "%s", rt_str_z(ctx->arena, rt_str_of(err->message)));
    const rt_schema *schema = rt_schema_named(e->schema);
    if (schema == NULL) return rt_fail(err, RT_USAGE, "there is no schema \"%.*s\"", RT_FMT(e->schema));
    const rt_prop *prop = rt_schema_prop(schema, e->prop);
    if (prop == NULL || prop->stub)
        return rt_fail(err, RT_USAGE, "a %.*s has no property \"%.*s\"", RT_FMT(e->schema), RT_FMT(e->prop));
    rt_error fault;
    if (rt_rule_is_faulty(e->schema, e->prop, e->value, &fault))
        rt_out_data(ctx->err, rt_str_printf(ctx->arena,
                                            "redthread: this rule can't be read, so nothing will be looked for: at "
                                            "byte %llu, %s; kept as it stands\n",
                                            (unsigned long long)fault.byte, fault.message));
    if (!rt_prop_takes(prop, e->value, &why)) {
        rt_out_data(ctx->err,
                    rt_str_printf(ctx->arena, "redthread: \"%.*s\" is not %s; kept as text\n", RT_FMT(e->value), why));
    }
    return rt_ok;
}

/* Told, and taken all the same: the text may be the worse one. */
static rt_status check_quote(rt_context *ctx, rt_store *store, const rt_entry *e, rt_error *err) {
    bool missing;
    rt_quotes *quotes;
    RT_TRY(rt_quotes_open(store, &quotes, err));
    const rt_status s = rt_quotes_check(quotes, NULL, e, &missing, err);
    rt_quotes_close(quotes);
    if (s.code == RT_OK && missing)
        rt_out_data(ctx->err, rt_str_printf(ctx->arena, "redthread: the quote does not stand in the text of %.*s\n",
                                            RT_FMT(e->document)));
    return s;
}

static rt_status state_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    RT_AUTO(rt_opened) o = {0};
    rt_entry e = rt_entry_new(RT_STATEMENT);
    rt_batch *batch;
    char id[33] = {0};
    bool added;
    fill(ctx, args, &e);
    if (e.stance.len == 0) e.stance = RT_S("asserts");
    RT_TRY(rt_handling_asked(ctx, args, &e.handling, err));
    RT_TRY(check(ctx, &e, err));
    const rt_batch_options options = {
        .by = rt_recorder(ctx, args), .program = RT_S(RT_PROGRAM), .handling = e.handling};
    RT_TRY(rt_open_to_write(ctx, args, &o, err));
    RT_TRY(rt_batch_begin(o.store, &options, &batch, err));
    rt_status s = rt_batch_add(batch, &e, id, &added, err);
    if (s.code == RT_OK) s = rt_batch_commit(batch, NULL, err);
    rt_batch_close(batch);
    RT_TRY(s);
    rt_kept_head_look(ctx, o.store);
    RT_TRY(check_quote(ctx, o.store, &e, err));
    rt_value *v = rt_value_object(ctx->arena);
    rt_value_put_text(ctx->arena, v, RT_S("id"), rt_str_copy(ctx->arena, (rt_str){id, 32}));
    rt_value_put(v, RT_S("added"), rt_value_bool(ctx->arena, added));
    if (ctx->json)
        rt_out_json(ctx->out, v);
    else
        rt_outf(ctx->out, "%s%s\n", id, added ? "" : " (was in the case already)");
    return rt_ok;
}

static const rt_example state_examples[] = {
    {"redthread state atar.case --entity p3 --schema Person --prop birthDate --value 1984-05~ --speaker \"A Clerk\" "
     "--said-at 2006-07 --stance asserts",
     NULL},
    {0},
};

const rt_command rt_cmd_state = {
    .name = "state",
    .group = RT_GROUP_FILL,
    .arguments = "CASE",
    .summary = "record one statement by hand",
    .shared = RT_SHARED(&rt_statement_options, &rt_write_options),
    .description = "One value of one property of one entity, as somebody gives it. It prints the statement's id. What "
                   "is not said stays empty; without "
                   "--stance the speaker asserts it.",
    .examples = state_examples,
    .run = state_run,
};
