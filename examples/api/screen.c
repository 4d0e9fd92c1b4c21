/* Screens names against a list, with the public header alone: screen INDEX [FILE...]
 *
 *     cc screen.c $(pkg-config --cflags --libs redthread) -o screen
 *     ./screen people.idx people.ftm.json <names.txt
 *
 * With files, the index is made of them first. Then each line of standard input is a name, and an object of JSON is
 * printed for it, with the entries that may be meant and why. */
#include <redthread.h>
#include <stdio.h>

static int complain(const rt_names *n) {
    const rt_case_error *e = rt_names_last_error(n);
    fprintf(stderr, "%s%s%s\n", e->file, e->file[0] != 0 ? ": " : "", e->message);
    return e->code == RT_CASE_USAGE ? 2 : 1;
}

/* {"schema": "Person", "properties": {"name": [NAME]}}; false when it does not fit. */
static int entity_of(const char *name, char *json, size_t size) {
    size_t at = (size_t)snprintf(json, size, "{\"schema\":\"Person\",\"properties\":{\"name\":[\"");
    for (; *name != 0; name++) {
        if (at + 16 > size) return 0;
        if ((unsigned char)*name < 0x20) continue;
        if (*name == '"' || *name == '\\') json[at++] = '\\';
        json[at++] = *name;
    }
    return at + 8 < size && snprintf(json + at, size - at, "\"]}}") > 0;
}

static int screen(rt_names *n) {
    char line[1024], entity[4096];
    rt_names_how how;
    RT_CASE_INIT(how, rt_names_how);
    how.top = 3;
    while (fgets(line, sizeof line, stdin) != NULL) {
        const char *json;
        if (!entity_of(line, entity, sizeof entity)) continue;
        if (rt_names_search(n, entity, &how, &json) != RT_CASE_OK) return complain(n);
        puts(json);
    }
    return 0;
}

int main(int argc, char **argv) {
    if (argc < 2) return fputs("screen INDEX [FILE...]\n", stderr), 2;
    rt_names *n = rt_names_new();
    int code = 0;
    if (argc > 2 && rt_names_build(n, (const char *const *)argv + 2, (size_t)argc - 2, argv[1]) != RT_CASE_OK)
        code = complain(n);
    if (code == 0 && rt_names_open(n, argv[1]) != RT_CASE_OK) code = complain(n);
    if (code == 0) code = screen(n);
    rt_names_free(n);
    return code;
}
