/* The public header as C++ takes it: called, linked, its constants usable. Exit code only. */
#include <redthread.h>

#include <string>

int main() {
    rt_case *c = rt_case_new();
    rt_case_lens lens;
    RT_CASE_INIT(lens, rt_case_lens);
    const char *json = nullptr;
    const bool described =
        rt_case_date(c, "2006-07", 1, &json) == RT_CASE_OK && std::string(json).find("2006-07-31") != std::string::npos;
    const bool refused = rt_case_view(c, "stats", nullptr, 0, &lens, &json) == RT_CASE_USAGE;
    rt_case_free(c);
    return described && refused ? 0 : 1;
}
