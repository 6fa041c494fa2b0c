// A reader of CSV that has nothing to do with the program's own: what the journey compares with.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace passel {

using CsvRows = QList<QList<QByteArray>>;

//! \brief Rows and cells of \a bytes as RFC 4180 says; a line break at the end makes no row.
[[nodiscard]] inline CsvRows csvRows(const QByteArray &bytes)
{
    CsvRows rows;
    QList<QByteArray> row;
    QByteArray cell;
    bool isQuoted = false;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const char c = bytes[at];
        if (isQuoted) {
            if (c != '"')
                cell += c;
            else if (at + 1 < bytes.size() && bytes[at + 1] == '"')
                cell += bytes[++at];
            else
                isQuoted = false;
        } else if (c == '"') {
            isQuoted = true;
        } else if (c == ',') {
            row.append(std::exchange(cell, {}));
        } else if (c == '\n') {
            row.append(std::exchange(cell, {}));
            rows.append(std::exchange(row, {}));
        } else if (c != '\r') {
            cell += c;
        }
    }
    if (!row.isEmpty() || !cell.isEmpty()) {
        row.append(cell);
        rows.append(row);
    }
    return rows;
}

} // namespace passel
