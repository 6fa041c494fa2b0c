// Shares as a table: what was sent, or what was received.
#pragma once

#include "ui/share/sharehistory.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace passel {

//! \brief A share as far as it is known: what the server says now, and what was noted here.
struct ShareLine
{
    ShareRecord record;
    std::optional<protocol::ShareInfo> live; //!< own shares that the server has

    //! \brief Gone at the server: expired, deleted, or never there.
    [[nodiscard]] bool isOver(qint64 nowMs) const;
    [[nodiscard]] qint64 expiresMs() const;
    bool operator==(const ShareLine &) const = default;
};

//! \brief One row a share, newest first. The time of the countdown is given, not asked.
class SharesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Key, Note, Rows, Size, Pulls, When, Expires, ColumnCount };

    enum DataRole {
        OverRole = Qt::UserRole, //!< bool: greyed
        SoonRole,                //!< bool: less than a day is left
        LifeRole,                //!< double 0…1: of the week that is left; Expires only
        WordsRole,               //!< QString: the whole line for searching
    };

    SharesModel(ShareRecord::Kind kind, QObject *parent = nullptr);

    [[nodiscard]] ShareRecord::Kind kind() const noexcept { return m_kind; }

    void setLines(std::vector<ShareLine> lines, qint64 nowMs);
    //! \brief Counts down.
    void setNow(qint64 nowMs);

    [[nodiscard]] const ShareLine &line(int row) const { return m_lines[size_t(row)]; }

    [[nodiscard]] int alive() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(const ShareLine &line, int column) const;

    ShareRecord::Kind m_kind;
    std::vector<ShareLine> m_lines;
    qint64 m_nowMs = 0;
};

} // namespace passel
