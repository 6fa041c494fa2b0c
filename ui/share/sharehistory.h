// What was pushed and pulled from this computer: a local list without codes or secrets.
#pragma once

#include "core/base/digest.h"
#include "core/share/protocol.h"

#include <QJsonObject>
#include <QObject>
#include <QUrl>

#include <optional>
#include <vector>

namespace passel {

//! \brief A share that was pushed or pulled here, as it was at that time.
struct ShareRecord
{
    enum class Kind : quint8 { Sent, Received };

    Kind kind = Kind::Sent;
    QUrl server;  //!< origin
    QString name; //!< never with a code
    QString note;
    QString owner; //!< of a received share
    qint64 rows = -1;
    qint64 columns = -1;
    qint64 bytes = -1; //!< stored bytes of the whole version
    protocol::Access access = protocol::Access::Owner;
    Digest version;
    qint64 doneMs = 0;      //!< when it was pushed or pulled
    qint64 expiresMs = 0;   //!< 0: not known
    qint64 deletedMs = 0;   //!< when it was deleted from here; 0: not
    bool hasRecipe = false; //!< the recipe travelled too

    [[nodiscard]] QJsonObject toJson() const;
    //! \brief Nothing when it is none: a damaged setting must not stop the program.
    [[nodiscard]] static std::optional<ShareRecord> fromJson(const QJsonObject &json);
    bool operator==(const ShareRecord &) const = default;
};

//! \brief The records, newest first, at most Limit, one a kind, server and name; kept in the
//! settings.
class ShareHistory final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype Limit = 200;

    explicit ShareHistory(QObject *parent = nullptr);

    [[nodiscard]] const std::vector<ShareRecord> &records() const noexcept { return m_records; }

    //! \brief The record of that kind, or null. Valid until the next change.
    [[nodiscard]] const ShareRecord *find(ShareRecord::Kind kind, const QUrl &server,
                                          const QString &name) const;
    //! \brief Puts \a record at the top in place of an older one.
    void add(const ShareRecord &record);
    //! \brief Changes what is known of a record and leaves it where it is; nothing when there is
    //! none.
    void update(const ShareRecord &record);
    void remove(ShareRecord::Kind kind, const QUrl &server, const QString &name);

signals:
    void changed();

private:
    void save() const;

    std::vector<ShareRecord> m_records;
};

} // namespace passel
