/* Any bytes are FollowTheMoney entities whose statements a case takes, or an error that names the file and its line. */
#include "into_case.h"

extern const rt_format rt_format_ftm;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_read(&rt_format_ftm, "x.ftm.json", (rt_str){(const char *)data, size});
    return 0;
}
