// Helpers of the reader tests: read bytes in chunks of any size, say a table in one line.
#pragma once

#include "core/io/format.h"

#include <QTest>

namespace passel::test {

//! \brief Chunks of \a chunk bytes: 8 puts chunk borders everywhere, 0 is the usual size.
inline Result<ReadOutcome> readText(const QByteArray &bytes, qint64 chunk = 0,
                                    const QString &name = QStringLiteral("table.csv"),
                                    const std::optional<ReadOptions> &options = {})
{
    ReadHooks hooks;
    if (chunk > 0) {
        hooks.chunkBytes = chunk;
        hooks.firstChunkBytes = chunk;
    }
    return readBytes(bytes, name, options, {}, hooks);
}

//! \brief Cells divided by `|`, rows by ` / `; missing is `~`, empty text `''`.
inline QByteArray tableText(const DocumentArray &array)
{
    QByteArray all;
    for (qsizetype row = 0; row < array.rowCount(); ++row) {
        if (row > 0)
            all += " / ";
        for (qsizetype column = 0; column < array.columnCount(); ++column) {
            if (column > 0)
                all += "|";
            const auto text = array.tryText(row, column);
            all += !text           ? QByteArray("~")
                   : text->empty() ? QByteArray("''")
                                   : QByteArray::fromStdString(*text);
        }
    }
    return all;
}

inline QByteArray headerText(const DocumentArray &array)
{
    QByteArrayList names;
    for (const Field &field : array.schema().fields())
        names << field.name.toUtf8();
    return names.join("|");
}

inline QByteArray typesText(const DocumentArray &array)
{
    QByteArrayList names;
    for (const Field &field : array.schema().fields())
        names << typeName(field.type.kind)
                     + (field.form.isEmpty() ? QByteArray() : "(" + field.form + ")");
    return names.join("|");
}

//! \brief `code:count` of every warning, sorted by code.
inline QByteArray warningsText(const ReadReport &report)
{
    QByteArrayList codes;
    for (const auto &[code, count] : report.issues.counts())
        codes << code + ":" + QByteArray::number(count);
    return codes.join(" ");
}

} // namespace passel::test

#define QVERIFY_RESULT(result)                                                                     \
    QVERIFY2((result).hasValue(), (result).hasValue() ? "" : qPrintable((result).error().message()))
