/* What an embedding program starts from: the header compiles, the library links. */
#include <redthread.h>

int main(void) { return 0; }
