#include "cli/command.h"
#include "cli/help.h"
#include "cli/suggest.h"

static const rt_option help_options[] = {
    {"man", NULL, "print the manual page as scdoc source: of the command, or of the program", RT_FLAG, 0},
    {"completion", "SHELL", "print the completion script of a shell: bash, zsh or fish", RT_OPTION_TEXT, 0},
    {0},
};

static rt_status named(const rt_args *args, const rt_command **command, rt_error *err) {
    const rt_command *const *table = rt_commands;
    *command = NULL;
    for (size_t i = 0; i < args->words.n; i++) {
        const rt_str word = args->words.at[i];
        const rt_command *c = table != NULL ? rt_command_find(table, word) : NULL;
        if (c == NULL) {
            rt_guess guess = {.typed = word, .distance = SIZE_MAX};
            for (const rt_command *const *t = table; t != NULL && *t != NULL; t++)
                rt_guess_try(&guess, rt_command_word(*t));
            return rt_fail(err, RT_USAGE, "there is no command '%.*s'%s%.*s%s", RT_FMT(word),
                           guess.best.len > 0 ? "; did you mean '" : "", RT_FMT(guess.best),
                           guess.best.len > 0 ? "'?" : "");
        }
        *command = c;
        table = c->subcommands;
    }
    return rt_ok;
}

static rt_status completion(rt_context *ctx, rt_str shell, rt_error *err) {
    if (rt_str_is(shell, "bash"))
        rt_help_bash(&ctx->out->buf);
    else if (rt_str_is(shell, "zsh"))
        rt_help_zsh(&ctx->out->buf);
    else if (rt_str_is(shell, "fish"))
        rt_help_fish(&ctx->out->buf);
    else
        return rt_fail(err, RT_USAGE, "completion for '%.*s' is not made; for bash, zsh and fish it is", RT_FMT(shell));
    return rt_ok;
}

static rt_status help_run(rt_context *ctx, const rt_args *args, rt_error *err) {
    const rt_command *command;
    RT_TRY(named(args, &command, err));
    if (rt_args_has(args, "completion")) return completion(ctx, rt_args_text(args, "completion"), err);
    if (ctx->json) return rt_out_json(ctx->out, rt_help_value(ctx->arena, command)), rt_ok;
    if (!rt_args_flag(args, "man")) rt_output_page(ctx->out);
    if (rt_args_flag(args, "man"))
        rt_help_manual(&ctx->out->buf, command);
    else if (command != NULL)
        rt_help_command(&ctx->out->buf, command, ctx->term.columns);
    else
        rt_help_overview(&ctx->out->buf, ctx->term.columns);
    return rt_ok;
}

static const rt_example help_examples[] = {
    {"redthread help show", "what show does, its options, examples"},
    {"redthread help --man show | scdoc > redthread-show.1", "a manual page"},
    {"redthread help --completion bash > redthread.bash", "completion of commands, options and values for bash"},
    {0},
};

const rt_command rt_cmd_help = {
    .name = "help",
    .group = RT_GROUP_HELP,
    .arguments = "[COMMAND...]",
    .summary = "what a command does",
    .options = help_options,
    .description =
        "Prints the help of a command, or the list of all. The manual pages and the completion of the shell are "
        "made from the same tables.",
    .examples = help_examples,
    .run = help_run,
};
