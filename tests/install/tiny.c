/* What an embedding program starts from: the header compiles, the library links and is of the header's version. */
#include <redthread.h>

int main(void) { return strcmp(rt_version(), RT_CASE_VERSION) != 0; }
