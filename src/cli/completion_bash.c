/* Completion for bash, from the tables: commands, subcommands, options, the words that options take; files elsewhere.
 */
#include "cli/completion.h"
#include "cli/help.h"

static void names(rt_buf *out, const rt_command *const *table) {
    for (; table != NULL && *table != NULL; table++) rt_buf_printf(out, "%.*s ", RT_FMT(rt_command_word(*table)));
}

static void option(rt_buf *out, const rt_command *command, const rt_option *o) {
    RT_AUTO(rt_arena) arena = {0};
    (void)command;
    rt_buf_printf(out, "--%.*s ", RT_FMT(rt_option_name(&arena, o)));
}

static void options(rt_buf *out, const rt_command *c) {
    rt_buf_printf(out, "    \"%s\") words=\"", c->name);
    rt_completion_options(out, c, option);
    rt_buf_printf(out, "\" ;;\n");
}

static void words(rt_buf *out, const rt_command *command, const rt_option *o) {
    RT_AUTO(rt_arena) arena = {0};
    const char *taken = rt_option_words(command, o);
    if (taken != NULL)
        rt_buf_printf(out, "    \"%s --%.*s\") words=\"%s\" ;;\n", command->name, RT_FMT(rt_option_name(&arena, o)),
                      taken);
}

static void words_of_options(rt_buf *out, const rt_command *c) { rt_completion_options(out, c, words); }

/* The second word is the name of a subcommand, or after `help` of a command. */
static void second(rt_buf *out, const char *command, const rt_command *const *table) {
    rt_buf_printf(out, "    %s:2) words=\"", command);
    names(out, table);
    rt_buf_printf(out, "\" ;;\n");
}

static const char begin[] = "# bash completion for redthread; made by: redthread help --completion bash\n"
                            "_redthread() {\n"
                            "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
                            "    local command=${COMP_WORDS[1]} words=\n"
                            "    COMPREPLY=()\n"
                            "    if [ \"$current\" = = ]; then # --name=\n"
                            "        current=\n"
                            "    elif [ \"$previous\" = = ]; then\n"
                            "        previous=${COMP_WORDS[COMP_CWORD-2]}\n"
                            "    fi\n";

static const char end[] = "    esac\n"
                          "    fi\n"
                          "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
                          "}\n"
                          "complete -o default -F _redthread redthread\n";

void rt_help_bash(rt_buf *out) {
    rt_buf_printf(out, "%s    case \"$command:$COMP_CWORD\" in\n    *:1) words=\"--help --version ", begin);
    names(out, rt_commands);
    rt_buf_printf(out, "\" ;;\n");
    second(out, "help", rt_commands);
    for (const rt_command *const *c = rt_commands; *c != NULL; c++)
        if ((*c)->subcommands != NULL) {
            second(out, (*c)->name, (*c)->subcommands);
            rt_buf_printf(out, "    %s:*) command=\"$command ${COMP_WORDS[2]}\" ;;\n", (*c)->name);
        }
    rt_buf_printf(out, "    esac\n    case \"$command $previous\" in\n");
    rt_completion_walk(out, words_of_options);
    rt_buf_printf(out, "    esac\n    if [[ $current == -* && $COMP_CWORD -gt 1 ]]; then\n    case \"$command\" in\n");
    rt_completion_walk(out, options);
    rt_buf_add(out, RT_S(end));
}
