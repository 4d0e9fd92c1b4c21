/* Test vectors: text files below tests/base/dates, a vector a line, comments begin with #. */
#pragma once

#include "test.h"

/* Calls each for every line of a vector file that is no comment: fields part at tabs. */
static void for_vectors(const char *name, void (*each)(const rt_str *field, size_t n)) {
    char path[512];
    snprintf(path, sizeof path, "%s/base/dates/%s", TESTS_DIR, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL) fail_msg("%s cannot be opened", path);
    char line[512];
    while (fgets(line, sizeof line, file) != NULL) {
        rt_str rest = rt_str_of(line), field[3] = {{"", 0}, {"", 0}, {"", 0}};
        if (rt_str_ends(rest, RT_S("\n"))) rest.len--;
        if (line[0] == '#') continue;
        size_t n = 0;
        while (n < 3 && rt_str_split(&rest, RT_S("\t"), &field[n])) n++;
        each(field, n);
    }
    fclose(file);
}
