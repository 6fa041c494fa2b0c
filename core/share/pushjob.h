// Sends an array to a share server under a key.
#pragma once

#include "core/array/documentarray.h"
#include "core/share/shareclient.h"
#include "core/share/transferjob.h"

#include <QJsonArray>

#include <memory>
#include <vector>

namespace passel {

//! \brief What to push and how.
struct PushOptions
{
    QString name; //!< a valid share name; empty: one is proposed
    protocol::Access access = protocol::Access::People;
    std::optional<ShareCode> code; //!< for Access::Code; drawn when absent
    qint64 ttlSeconds = 0;         //!< 0: seven days or the server's cap
    OverwriteRule overwrite;
    std::optional<Digest> parent; //!< version the array was made from, if known
    QString note;
    QString author;
    std::vector<qsizetype> columns; //!< in order; empty: all
    QJsonArray recipe;              //!< steps, as the manifest has them; empty: stays here
    QJsonArray views;               //!< empty: none
};

//! \brief What a push achieved.
struct PushResult
{
    ShareAddress address; //!< with server and, for Access::Code, the code: the one thing to copy
    protocol::ShareVersion version;
    protocol::Access access = protocol::Access::People;
    qint64 rows = 0;
    qint64 bytesSent = 0; //!< bodies of parts and manifest, as stored; sent twice counts twice
    qint64 partsSent = 0;
    qint64 partsTotal = 0;
};

//! \brief A push. Only what is visible travels: rows filtered away, columns left out and undone
//! values are not in the bytes. See TransferJob for its life, pushjob_p.h for its states.
class PushJob final : public TransferJob
{
    Q_OBJECT

public:
    //! \brief The job keeps \a client, which is not null, until it is destroyed.
    PushJob(std::shared_ptr<ShareClient> client, DocumentArray array, PushOptions options,
            QObject *parent = nullptr);
    ~PushJob() override;

    //! \brief After a failure or a cancel: a new job for the same array and options that goes on
    //! with what the server has of this one, up to a day later. It begins anew when the server
    //! knows nothing of it any more. \a client: of the same server; null: the same as before.
    [[nodiscard]] std::unique_ptr<PushJob>
    makeNext(std::shared_ptr<ShareClient> client = nullptr) const;

    //! \brief Once Done.
    [[nodiscard]] const std::optional<PushResult> &result() const noexcept;
    //! \brief Once failed with `version-conflict`: who was first.
    [[nodiscard]] const std::optional<ShareConflict> &conflict() const noexcept;
    //! \brief The name, from the beginning, also a proposed one.
    [[nodiscard]] const QString &name() const noexcept;

protected:
    void run() override;
    void stop() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace passel
