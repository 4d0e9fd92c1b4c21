/* Any bytes are a list of the UN whose entries a case takes, or an error that names the file. */
#include "list.h"

extern const rt_format rt_format_un;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) return 0;
    rt_input *file = list_file("un.xml", (rt_str){(const char *)data, size});
    if (file == NULL) return 0;
    list_read(&rt_format_un, &file, 1, data[size - 1] & 1);
    return 0;
}
