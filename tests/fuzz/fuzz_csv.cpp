// Any bytes as CSV: no crash, and what loads is written and read again as the same cells.
#include "tests/fuzz/fuzzread.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    passel::fuzz::readAndWrite(data, size, "csv");
    return 0;
}
