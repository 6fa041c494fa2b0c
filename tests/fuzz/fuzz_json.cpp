// Any bytes as JSON, lines or documents: no crash, and what loads is written and read again.
#include "tests/fuzz/fuzzread.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    passel::fuzz::readAndWrite(data, size, "json");
    passel::fuzz::readAndWrite(data, size, "ndjson");
    return 0;
}
