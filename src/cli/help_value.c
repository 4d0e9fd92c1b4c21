/* The tables of commands as a value, for programs that wrap this one. */
#include "cli/command.h"
#include "cli/help.h"

static void put(rt_arena *arena, rt_value *object, const char *key, const char *text) {
    rt_value_put_text(arena, object, rt_str_of(key), rt_str_of(text));
}

static void add_option(rt_arena *arena, rt_value *list, const rt_option *o, const char *group) {
    static const char *const kinds[] = {[RT_FLAG] = "flag", [RT_OPTION_TEXT] = "text", [RT_OPTION_LIST] = "list"};
    rt_value *v = rt_value_push(list, rt_value_object(arena));
    rt_value_put_text(arena, v, RT_S("name"), rt_option_name(arena, o));
    put(arena, v, "kind", kinds[o->kind]);
    put(arena, v, "argument", o->argument);
    put(arena, v, "summary", o->summary);
    put(arena, v, "group", group);
}

static void add_options(rt_arena *arena, rt_value *list, const rt_command *c) {
    rt_option_group g;
    rt_option o;
    for (size_t i = 0; rt_command_options(c, i, &g); i++)
        for (size_t k = 0; rt_option_at(&g, k, &o); k++) add_option(arena, list, &o, g.title);
}

static void add_examples(rt_arena *arena, rt_value *list, const rt_example *e) {
    for (; e != NULL && e->command != NULL; e++) {
        rt_value *v = rt_value_push(list, rt_value_object(arena));
        put(arena, v, "command", e->command);
        put(arena, v, "what", e->what);
    }
}

static void add_command(rt_arena *arena, rt_value *list, const rt_command *c) {
    rt_value *v = rt_value_push(list, rt_value_object(arena));
    put(arena, v, "name", c->name);
    put(arena, v, "group", rt_help_groups[c->group]);
    put(arena, v, "arguments", c->arguments);
    put(arena, v, "summary", c->summary);
    put(arena, v, "description", c->description);
    add_options(arena, rt_value_put_list(arena, v, RT_S("options")), c);
    add_examples(arena, rt_value_put_list(arena, v, RT_S("examples")), c->examples);
    for (const rt_command *const *s = c->subcommands; s != NULL && *s != NULL; s++) add_command(arena, list, *s);
}

rt_value *rt_help_value(rt_arena *arena, const rt_command *command) {
    rt_value *help = rt_value_object(arena);
    put(arena, help, "version", RT_VERSION);
    rt_value *list = rt_value_put_list(arena, help, RT_S("commands"));
    if (command != NULL)
        add_command(arena, list, command);
    else
        for (const rt_command *const *c = rt_commands; *c != NULL; c++) add_command(arena, list, *c);
    return help;
}
