/* Completion for bash, from the tables: commands, subcommands, options; files elsewhere. */
#include "cli/command.h"
#include "cli/help.h"

static void words_of_table(rt_buf *out, const rt_command *const *table) {
    for (; table != NULL && *table != NULL; table++) rt_buf_printf(out, "%.*s ", RT_FMT(rt_command_word(*table)));
}

static void words_of(rt_buf *out, const rt_command *c) {
    RT_AUTO(rt_arena) arena = {0};
    rt_option_group g;
    rt_option o;
    words_of_table(out, c->subcommands);
    for (size_t i = 0; rt_command_options(c, i, &g); i++)
        for (size_t k = 0; rt_option_at(&g, k, &o); k++)
            rt_buf_printf(out, "--%.*s ", RT_FMT(rt_option_name(&arena, &o)));
}

static void cases(rt_buf *out, const rt_command *const *table) {
    for (; table != NULL && *table != NULL; table++) {
        rt_buf_printf(out, "    \"%s\") words=\"", (*table)->name);
        words_of(out, *table);
        rt_buf_printf(out, "\" ;;\n");
        cases(out, (*table)->subcommands);
    }
}

void rt_help_completion(rt_buf *out) {
    rt_buf_printf(out, "# bash completion for redthread; made by: redthread help --completion bash\n"
                       "_redthread() {\n"
                       "    local current=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} words\n"
                       "    COMPREPLY=()\n"
                       "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                       "        COMPREPLY=($(compgen -W \"--help --version ");
    words_of_table(out, rt_commands);
    rt_buf_printf(out, "\" -- \"$current\"))\n"
                       "        return\n"
                       "    fi\n"
                       "    case \"$command ${COMP_WORDS[2]}\" in\n");
    for (const rt_command *const *c = rt_commands; *c != NULL; c++)
        if ((*c)->subcommands != NULL)
            rt_buf_printf(out, "    \"%s \"*) [ \"$COMP_CWORD\" -gt 2 ] && command=\"$command ${COMP_WORDS[2]}\" ;;\n",
                          (*c)->name);
    rt_buf_printf(out, "    esac\n    case \"$command\" in\n");
    cases(out, rt_commands);
    rt_buf_printf(out, "    esac\n"
                       "    if [[ $current == -* || \" $words\" == *\" $current\"* && -n $current ]]; then\n"
                       "        COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
                       "    fi\n"
                       "}\n"
                       "complete -o default -F _redthread redthread\n");
}
