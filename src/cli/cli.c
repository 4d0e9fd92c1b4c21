#include <unistd.h>

#include "cli/command.h"
#include "cli/help.h"
#include "cli/suggest.h"
#include "cli/text.h"

void rt_print_error(rt_output *to, const rt_error *err) {
    char text[sizeof err->file + sizeof err->message + 80];
    RT_AUTO(rt_buf) safe = {0};
    rt_error_format(err, text, sizeof text);
    rt_text_safe(&safe, rt_str_of(text), RT_TEXT_LINE);
    rt_output_clear_count(to);
    rt_outf(to, "redthread: %.*s\n", RT_FMT(rt_buf_str(&safe)));
}

static rt_status unknown_command(rt_arena *arena, const rt_command *parent, const rt_command *const *table, rt_str word,
                                 rt_error *err) {
    const char *of = parent != NULL ? parent->name : "redthread";
    rt_guess guess = {.typed = word, .distance = SIZE_MAX};
    for (; *table != NULL; table++) rt_guess_try(&guess, rt_command_word(*table));
    if (parent == NULL && access(rt_str_z(arena, word), F_OK) == 0)
        return rt_fail(err, RT_USAGE,
                       "the command stands in front of the case: redthread show %.*s WHO (redthread --help)",
                       RT_FMT(word));
    if (guess.best.len > 0)
        return rt_fail(err, RT_USAGE, "%s has no command '%.*s'; did you mean '%.*s'?", of, RT_FMT(word),
                       RT_FMT(guess.best));
    return rt_fail(err, RT_USAGE, "%s has no command '%.*s' (%s%s --help lists them)", of, RT_FMT(word),
                   parent != NULL ? "redthread " : "", of);
}

/* Goes down the tables of commands by the words in front, as far as they name commands. */
static rt_status find(rt_arena *arena, rt_strs *words, const rt_command **found, rt_error *err) {
    const rt_command *const *table = rt_commands;
    *found = NULL;
    while (table != NULL && words->n > 0 && !rt_str_starts(words->at[0], RT_S("-"))) {
        const rt_command *c = rt_command_find(table, words->at[0]);
        if (c == NULL) return unknown_command(arena, *found, table, words->at[0], err);
        *found = c;
        table = c->subcommands;
        *words = (rt_strs){words->at + 1, words->n - 1};
    }
    return rt_ok;
}

static rt_status unknown_option(rt_str word, rt_error *err) {
    rt_guess guess = {.typed = word, .distance = SIZE_MAX};
    rt_guess_try(&guess, RT_S("--help"));
    rt_guess_try(&guess, RT_S("--version"));
    if (guess.best.len > 0)
        return rt_fail(err, RT_USAGE, "redthread has no option %.*s; did you mean %.*s?", RT_FMT(word),
                       RT_FMT(guess.best));
    return rt_fail(err, RT_USAGE,
                   "'%.*s' stands in front of the command: redthread COMMAND [OPTION...] (redthread --help)",
                   RT_FMT(word));
}

/* The program's own options, where no command stands in front of them. */
static rt_status top(rt_context *ctx, rt_strs words, rt_error *err) {
    if (words.n == 0) {
        rt_help_first(&ctx->err->buf, ctx->term.columns);
        return rt_fail(err, RT_USAGE, "no command given");
    }
    if (rt_str_is(words.at[0], "--help") || rt_str_is(words.at[0], "-h")) {
        rt_output_page(ctx->out);
        rt_help_overview(&ctx->out->buf, ctx->term.columns);
    } else if (rt_str_is(words.at[0], "--version"))
        rt_help_version(&ctx->out->buf);
    else
        return unknown_option(words.at[0], err);
    return rt_ok;
}

static rt_status help(rt_context *ctx, const rt_command *command) {
    rt_output_page(ctx->out);
    rt_help_command(&ctx->out->buf, command, ctx->term.columns);
    return rt_ok;
}

static rt_status dispatch(rt_context *ctx, rt_strs words, rt_error *err) {
    const rt_command *command;
    rt_args args;
    RT_TRY(find(ctx->arena, &words, &command, err));
    if (command == NULL) return top(ctx, words, err);
    RT_TRY(rt_args_read(command, words, ctx->arena, &args, err));
    if (args.help) return help(ctx, command);
    if (command->run == NULL)
        return rt_fail(err, RT_USAGE, "%s needs one of its commands (redthread %s --help lists them)", command->name,
                       command->name);
    ctx->json = rt_args_flag(&args, "json");
    return command->run(ctx, &args, err);
}

int rt_cli(rt_context *ctx, rt_strs words) {
    rt_error err = {0};
    rt_status status = dispatch(ctx, words, &err);
    rt_output_clear_count(ctx->err);
    if (status.code != RT_OK && err.message[0] != 0) rt_print_error(ctx->err, &err);
    return rt_exit_code(status.code);
}
