// What was opened and received lately, newest first, kept in the settings.
#pragma once

#include <QAbstractListModel>
#include <QDateTime>
#include <QString>

#include <vector>

namespace passel {

//! \brief A line of the recent list. Never holds a code or a secret.
struct RecentEntry
{
    enum class Kind : quint8 { File, Share };

    Kind kind = Kind::File;
    QString target;    //!< absolute path, or a share's name
    QString origin;    //!< folder, or "Lin, share.example"
    qint64 bytes = -1; //!< of a file; −1 = unknown
    qint64 rows = -1;  //!< of a share; −1 = unknown
    QDateTime opened;
    QDateTime expires; //!< of a share; invalid = never or unknown

    //! \brief File name, or the share's name.
    [[nodiscard]] QString name() const;
};

//! \brief The list as a model, at most Limit entries.
class RecentList final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int Limit = 30;

    explicit RecentList(QObject *parent = nullptr);

    //! \brief Puts \a entry at the top; an older one of the same target goes.
    void add(RecentEntry entry);
    void remove(int row);
    void clear();

    [[nodiscard]] const RecentEntry &at(int row) const
    {
        return m_entries[static_cast<size_t>(row)];
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    //! \brief DisplayRole: the whole line in words, also for screen readers.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    //! \brief "opened today, 08:12"
    [[nodiscard]] static QString whenText(const RecentEntry &entry, const QDateTime &now);
    //! \brief "1.2 MB" or "18 402 rows"; empty when unknown.
    [[nodiscard]] static QString amountText(const RecentEntry &entry);
    //! \brief "expires in 5 d", "expired"; empty when it does not expire.
    [[nodiscard]] static QString expiryText(const RecentEntry &entry, const QDateTime &now);
    //! \brief Less than a day is left.
    [[nodiscard]] static bool expiresSoon(const RecentEntry &entry, const QDateTime &now);

private:
    void save() const;

    std::vector<RecentEntry> m_entries;
};

} // namespace passel
