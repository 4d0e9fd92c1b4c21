/* Completion for zsh, from the tables, with what each command and option is for. */
#include "cli/completion.h"
#include "cli/help.h"

/* Within single quotes, and within the brackets or behind the colon of a specification. */
static void text(rt_buf *out, const char *s) {
    for (; *s != 0; s++) {
        if (*s == ':' || *s == '[' || *s == ']' || *s == '\\') rt_buf_byte(out, '\\');
        if (*s == '\'')
            rt_buf_printf(out, "'\\''");
        else
            rt_buf_byte(out, *s);
    }
}

static void names(rt_buf *out, const rt_command *const *table) {
    for (; *table != NULL; table++) {
        rt_buf_printf(out, " '%.*s:", RT_FMT(rt_command_word(*table)));
        text(out, (*table)->summary);
        rt_buf_printf(out, "'");
    }
}

/* "CURRENT==2 && $words[2]": where the names of a table stand. */
static void named(rt_buf *out, const char *where, const rt_command *const *table) {
    rt_buf_printf(out, "    if [[ %s ]]; then\n        names=(", where);
    names(out, table);
    rt_buf_printf(out, ")\n        _describe command names\n        return\n    fi\n");
}

static void option(rt_buf *out, const rt_command *command, const rt_option *o) {
    RT_AUTO(rt_arena) arena = {0};
    const char *words = rt_option_words(command, o);
    const bool list = o->kind == RT_OPTION_LIST;
    rt_buf_printf(out, " '%s--%.*s%s[", list ? "*" : "", RT_FMT(rt_option_name(&arena, o)),
                  o->argument != NULL ? "=" : "");
    text(out, o->summary);
    rt_buf_printf(out, "]");
    if (o->argument != NULL) {
        rt_buf_printf(out, ":");
        text(out, o->argument);
        rt_buf_printf(out, ":%s%s%s", words != NULL ? "(" : "", words != NULL ? words : "", words != NULL ? ")" : "");
        if (rt_option_takes_file(o)) rt_buf_printf(out, "_files");
    }
    rt_buf_printf(out, "'");
}

static void options(rt_buf *out, const rt_command *c) {
    rt_buf_printf(out, "    ('%s') options=(", c->name);
    rt_completion_options(out, c, option);
    rt_buf_printf(out, ") ;;\n");
}

void rt_help_zsh(rt_buf *out) {
    rt_buf_printf(out, "#compdef redthread\n"
                       "# zsh completion for redthread; made by: redthread help --completion zsh\n"
                       "_redthread() {\n"
                       "    local command=$words[2]\n"
                       "    local -a names options\n");
    named(out, "$CURRENT -eq 2 || ( $CURRENT -eq 3 && $command == help )", rt_commands);
    for (const rt_command *const *c = rt_commands; *c != NULL; c++) {
        RT_AUTO(rt_buf) where = {0};
        if ((*c)->subcommands == NULL) continue;
        rt_buf_printf(&where, "$CURRENT -eq 3 && $command == %s", (*c)->name);
        rt_buf_byte(&where, '\0');
        named(out, where.at, (*c)->subcommands);
        rt_buf_printf(out,
                      "    [[ $command == %s ]] && command=\"$command $words[3]\" && shift words && (( CURRENT-- ))\n",
                      (*c)->name);
    }
    rt_buf_printf(out, "    case $command in\n");
    rt_completion_walk(out, options);
    rt_buf_printf(
        out, "    esac\n"
             "    shift words\n"
             "    (( CURRENT-- ))\n"
             "    _arguments $options '*:file:_files'\n"
             "}\n"
             "if [ \"$funcstack[1]\" = _redthread ]; then _redthread \"$@\"; else compdef _redthread redthread; fi\n");
}
