// What the fuzz targets share: read, verify, write, read again, compare.
#pragma once

#include "core/io/format.h"

#include <cstdlib>

namespace passel::fuzz {

inline void require(bool good)
{
    if (!good)
        std::abort();
}

//! \brief The first byte chooses the size of chunks and whether the sniffer decides.
inline void readAndWrite(const unsigned char *data, size_t size, const char *format)
{
    if (size < 1)
        return;
    const unsigned char choice = data[0];
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1,
                           static_cast<qsizetype>(size) - 1);
    ReadHooks hooks;
    hooks.chunkBytes = (choice & 1) != 0 ? 8 : 4096;
    hooks.firstChunkBytes = hooks.chunkBytes;
    std::optional<ReadOptions> options;
    if ((choice & 2) != 0) {
        options.emplace();
        options->format = format;
        options->asDocuments = (choice & 4) != 0;
        options->delimiter = (choice & 8) != 0 ? ';' : ',';
        options->hasHeader = (choice & 16) == 0;
    }
    const Result<ReadOutcome> read = readBytes(bytes, {}, options, {}, hooks);
    if (!read) {
        require(!read.error().code().isEmpty() && !read.error().message().isEmpty());
        return;
    }
    require(read->array.verify().hasValue());
    QByteArray text;
    WriteOptions writing;
    writing.format = format;
    writing.formulaGuard = false;
    writing.asDocuments = read->report.options.asDocuments && writing.format != "csv";
    const auto written = writeTo(
        [&text](QByteArrayView part) -> Result<void> {
            text += part;
            return {};
        },
        read->array, writing, {});
    require(written.hasValue());
    // A CSV of text cells must come back cell by cell.
    if (writing.format != "csv" || read->report.options.format != "csv"
        || read->array.columnCount() == 0 || !options)
        return;
    ReadOptions again;
    again.format = "csv";
    const Result<ReadOutcome> back = readBytes(text, {}, again, {});
    if (!back) { // a table of one nameless, empty column is blank lines
        require(back.error().code() == "empty-input");
        return;
    }
    require(back->array.columnCount() == read->array.columnCount());
    require(back->array.rowCount() == read->array.rowCount());
    for (qsizetype row = 0; row < read->array.rowCount(); ++row) {
        for (qsizetype column = 0; column < read->array.columnCount(); ++column)
            require(back->array.tryText(row, column) == read->array.tryText(row, column));
    }
}

} // namespace passel::fuzz
