#include "cli/completion.h"

#include <string.h>

static const struct {
    const char *command, *option, *words;
} known[] = {
    {"import", "format", "jsonl ftm statements statements-jsonl ofac un rules csv"},
    {"export", "format", "jsonl ftm statements statements-jsonl"},
    {"report", "format", "html md pdf"},
    {"network", "format", "svg dot graphml"},
    {"network", "slices", "year month"},
    {"timeline", "format", "svg"},
    {"path", "without", "relations events presences addresses places documents others"},
    {"presence", "within", "place country"},
    {"screen", "gender", "male female other"},
    {"state", "stance", "asserts denies suspects believes retracts"},
    {"state", "basis", "witnessed told document inferred unknown"},
    {"help", "completion", "bash zsh fish"},
};

const char *rt_option_words(const rt_command *command, const rt_option *option) {
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].command, command->name) == 0 && strcmp(known[i].option, option->name) == 0)
            return known[i].words;
    return NULL;
}

bool rt_option_takes_file(const rt_option *option) {
    static const char *const files[] = {"FILE", "DIR", "FILE|DIR", "OUT", "HEAD"};
    for (size_t i = 0; option->argument != NULL && i < sizeof files / sizeof *files; i++)
        if (strcmp(option->argument, files[i]) == 0) return true;
    return false;
}

static void walk(rt_buf *out, const rt_command *const *table, void (*each)(rt_buf *out, const rt_command *command)) {
    for (; table != NULL && *table != NULL; table++) {
        each(out, *table);
        walk(out, (*table)->subcommands, each);
    }
}

void rt_completion_walk(rt_buf *out, void (*each)(rt_buf *out, const rt_command *command)) {
    walk(out, rt_commands, each);
}

void rt_completion_options(rt_buf *out, const rt_command *command,
                           void (*each)(rt_buf *out, const rt_command *command, const rt_option *option)) {
    rt_option_group g;
    rt_option o;
    for (size_t i = 0; rt_command_options(command, i, &g); i++)
        for (size_t k = 0; rt_option_at(&g, k, &o); k++) each(out, command, &o);
}
