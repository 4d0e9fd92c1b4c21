/* Any bytes are a file of rules whose statements a case takes, or an error that names the file. */
#include "into_case.h"

extern const rt_format rt_format_rules;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_read(&rt_format_rules, "x.yaml", (rt_str){(const char *)data, size});
    return 0;
}
