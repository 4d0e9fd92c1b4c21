/* Any bytes are an SDN list whose entries a case takes, or an error that names the file. The four parts stand in the
 * input one after the other, each ended by a line of one "%". */
#include "list.h"

extern const rt_format rt_format_ofac;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const names[] = {"sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"};
    rt_input *files[4];
    size_t n = 0;
    rt_str rest = {(const char *)data, size}, part;
    if (size == 0) return 0;
    while (n < 4 && rt_str_split(&rest, RT_S("%\n"), &part)) {
        if ((files[n] = list_file(names[n], part)) == NULL) break;
        n++;
    }
    if (n > 0) list_read(&rt_format_ofac, files, n, data[size - 1] & 1);
    return 0;
}
