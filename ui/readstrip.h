// The strip of a table: how its file was read, each word a menu that reads it again.
#pragma once

#include "core/io/readreport.h"

#include <QObject>

#include <functional>
#include <optional>

class QMenu;

namespace passel {

class StripRow;

//! \brief Fills a StripRow. It only says what was chosen.
class ReadStrip final : public QObject
{
    Q_OBJECT

public:
    explicit ReadStrip(QObject *parent = nullptr);
    ~ReadStrip() override;

    //! \brief A child of nobody until the window takes it.
    [[nodiscard]] StripRow *row() const { return m_row; }

    //! \brief Reading has begun: only the name of what is read.
    void showReading(const QString &name);
    //! \brief The report of a reading; the words become menus when \a canReadAgain.
    void showReport(const ReadReport &report, const QString &attribution, bool canReadAgain);
    //! \brief Words only (a table from a share or the clipboard).
    void showWords(const QStringList &words);
    //! \brief The way into nested documents: pressing word \a n goes back to level n.
    void showPath(const QStringList &path);

    [[nodiscard]] const std::optional<ReadReport> &report() const { return m_report; }

signals:
    //! \brief Read again with these options.
    void optionsChosen(const passel::ReadOptions &options);
    void levelChosen(int level);

private:
    QMenu *menu(const QStringList &titles, int current,
                const std::function<void(int, ReadOptions *)> &choose);
    void addWords(const ReadReport &report, bool canReadAgain);

    StripRow *m_row;
    std::optional<ReadReport> m_report;
};

} // namespace passel
