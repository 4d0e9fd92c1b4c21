/* Any bytes are FollowTheMoney's statements (JSON lines where they begin with a brace, else CSV) whose entries a case
 * takes, or an error that names the file and its line. */
#include "into_case.h"

extern const rt_format rt_format_statements, rt_format_statements_jsonl;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const bool json = size > 0 && data[0] == '{';
    fuzz_read(json ? &rt_format_statements_jsonl : &rt_format_statements, "s", (rt_str){(const char *)data, size});
    return 0;
}
