// How a table is written: format, delimiter, compression, guard against formulas.
#pragma once

#include "core/base/task.h"
#include "core/io/format.h"
#include "ui/kit/sheet.h"

class QCheckBox;
class QComboBox;

namespace passel {

class Segments;

//! \brief Asks how; where is asked by the file dialog afterwards. The last line counts what the
//! guard against formulas would change (SEC-13).
class ExportSheet final : public Sheet
{
    Q_OBJECT

public:
    ExportSheet(DocumentArray array, const QString &title, QWidget *host,
                QWidget *centreOn = nullptr);

    [[nodiscard]] WriteOptions options() const;
    [[nodiscard]] QWidget *firstField() const;

    //! \brief The suffix of files written with \a options, such as `csv.gz`.
    [[nodiscard]] static QString suffix(const WriteOptions &options);

signals:
    void optionsChosen(const passel::WriteOptions &options);

private:
    void update();

    DocumentArray m_array;
    Segments *m_format;
    QComboBox *m_delimiter;
    QCheckBox *m_header;
    QCheckBox *m_guard;
    QCheckBox *m_documents;
    QCheckBox *m_ids;
    QCheckBox *m_gzip;
    std::optional<qint64> m_guarded;
    Task<qint64> m_task;
};

} // namespace passel
