#include "cli/command.h"

#include <string.h>

bool rt_command_options(const rt_command *command, size_t i, rt_option_group *group) {
    if (i == 0) {
        *group = (rt_option_group){.title = "Options", .options = command->options};
        return true;
    }
    size_t n = 0;
    while (command->shared != NULL && command->shared[n] != NULL) n++;
    if (i - 1 > n) return false;
    *group = i - 1 < n ? *command->shared[i - 1] : rt_common_options;
    return true;
}

typedef bool wanted(const rt_option *option, const void *by);

static bool find_option(const rt_command *command, wanted *is, const void *by, rt_option *option) {
    rt_option_group g;
    for (size_t i = 0; rt_command_options(command, i, &g); i++)
        for (size_t k = 0; rt_option_at(&g, k, option); k++)
            if (is(option, by)) return true;
    return false;
}

static bool has_name(const rt_option *option, const void *by) { return rt_option_is(option, *(const rt_str *)by); }
static bool has_letter(const rt_option *option, const void *by) { return option->letter == *(const char *)by; }

bool rt_command_option(const rt_command *command, rt_str name, rt_option *option) {
    return find_option(command, has_name, &name, option);
}

bool rt_command_letter(const rt_command *command, char letter, rt_option *option) {
    return letter != 0 && find_option(command, has_letter, &letter, option);
}

rt_str rt_command_word(const rt_command *command) {
    const char *space = strrchr(command->name, ' ');
    return rt_str_of(space != NULL ? space + 1 : command->name);
}

const rt_command *rt_command_find(const rt_command *const *table, rt_str word) {
    for (; *table != NULL; table++)
        if (rt_str_eq(rt_command_word(*table), word)) return *table;
    return NULL;
}
