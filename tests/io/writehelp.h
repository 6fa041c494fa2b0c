// Writes an array into memory.
#pragma once

#include "tests/io/readhelp.h"

namespace passel::test {

inline QByteArray written(const DocumentArray &array, const WriteOptions &options,
                          WriteReport *report = nullptr)
{
    QByteArray bytes;
    const auto result = writeTo(
        [&bytes](QByteArrayView part) -> Result<void> {
            bytes += part;
            return {};
        },
        array, options, {});
    if (!result)
        return "error: " + result.error().code();
    if (report)
        *report = *result;
    return bytes;
}

inline WriteOptions format(const char *name)
{
    WriteOptions options;
    options.format = name;
    return options;
}

} // namespace passel::test
