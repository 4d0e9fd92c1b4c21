/* Any bytes are a file of entry lines that a case takes, or an error that names the file and its line. */
#include "into_case.h"

extern const rt_format rt_format_entries;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_read(&rt_format_entries, "x.jsonl", (rt_str){(const char *)data, size});
    return 0;
}
