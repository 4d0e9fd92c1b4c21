/* Completion for fish, from the tables, with what each command and option is for. */
#include "cli/completion.h"
#include "cli/help.h"

static void text(rt_buf *out, const char *s) {
    for (; *s != 0; s++) {
        if (*s == '\'' || *s == '\\') rt_buf_byte(out, '\\');
        rt_buf_byte(out, *s);
    }
}

static void name(rt_buf *out, const rt_command *c, const char *where) {
    rt_buf_printf(out, "complete -c redthread -n '%s' -f -a %.*s -d '", where, RT_FMT(rt_command_word(c)));
    text(out, c->summary);
    rt_buf_printf(out, "'\n");
}

/* The words in a line of their own: what the option is for would stand beside each. */
static void option(rt_buf *out, const rt_command *command, const rt_option *o) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_str long_name = rt_option_name(&arena, o);
    const char *words = rt_option_words(command, o);
    rt_buf_printf(out, "complete -c redthread -n '__redthread_is %s' -l %.*s", command->name, RT_FMT(long_name));
    if (o->letter != 0) rt_buf_printf(out, " -s %c", o->letter);
    if (o->argument != NULL) rt_buf_printf(out, rt_option_takes_file(o) ? " -r -F" : " -x");
    rt_buf_printf(out, " -d '");
    text(out, o->summary);
    rt_buf_printf(out, "'\n");
    if (words != NULL)
        rt_buf_printf(out, "complete -c redthread -n '__redthread_is %s' -l %.*s -x -a '%s'\n", command->name,
                      RT_FMT(long_name), words);
}

static void command(rt_buf *out, const rt_command *c) {
    RT_AUTO(rt_buf) where = {0};
    rt_buf_printf(&where, "__redthread_has %s", c->name);
    rt_buf_byte(&where, '\0');
    for (const rt_command *const *s = c->subcommands; s != NULL && *s != NULL; s++) name(out, *s, where.at);
    rt_completion_options(out, c, option);
}

/* __redthread_is COMMAND...: these words stand first. __redthread_has COMMAND...: they, and nothing else, stand in
 * front of the word that is completed. */
static const char begin[] = "# fish completion for redthread; made by: redthread help --completion fish\n"
                            "function __redthread_is\n"
                            "    set -l words (commandline -opc)[2..]\n"
                            "    set -l n (count $argv)\n"
                            "    test (count $words) -ge $n; and test \"$words[1..$n]\" = \"$argv\"\n"
                            "end\n"
                            "function __redthread_has\n"
                            "    set -l words (commandline -opc)[2..]\n"
                            "    test \"$words\" = \"$argv\"\n"
                            "end\n"
                            "complete -c redthread -n __redthread_has -l help -s h -d 'the list of all commands'\n"
                            "complete -c redthread -n __redthread_has -l version -d 'which version this is'\n";

void rt_help_fish(rt_buf *out) {
    rt_buf_add(out, RT_S(begin));
    for (const rt_command *const *c = rt_commands; *c != NULL; c++) {
        name(out, *c, "__redthread_has");
        name(out, *c, "__redthread_has help");
    }
    rt_completion_walk(out, command);
}
