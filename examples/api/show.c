/* Shows what a case holds on somebody, as JSON: show CASE WHO [CLEARANCE]
 *
 *     cc show.c $(pkg-config --cflags --libs redthread) -o show
 *     ./show atar.case "Oussama Atar" amber */
#include <redthread.h>
#include <stdio.h>

static int complain(const rt_case *c) {
    const rt_case_error *e = rt_case_last_error(c);
    fprintf(stderr, "%s%s%s\n", e->file, e->file[0] != 0 ? ": " : "", e->message);
    return e->code == RT_CASE_USAGE ? 2 : 1;
}

static int show(rt_case *c, const char *path, const char *who, const char *clearance) {
    const char *json;
    rt_case_lens lens;
    RT_CASE_INIT(lens, rt_case_lens);
    lens.clear = clearance;
    if (rt_case_open(c, path, RT_CASE_READ) != RT_CASE_OK) return complain(c);
    if (rt_case_view(c, "show", &who, 1, &lens, &json) != RT_CASE_OK) return complain(c);
    puts(json);
    return 0;
}

int main(int argc, char **argv) {
    if (argc < 3) return fputs("show CASE WHO [CLEARANCE]\n", stderr), 2;
    rt_case *c = rt_case_new();
    const int code = show(c, argv[1], argv[2], argc > 3 ? argv[3] : NULL);
    rt_case_free(c);
    return code;
}
