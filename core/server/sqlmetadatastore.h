// The metadata store in SQLite through QtSql, written so that PostgreSQL can follow.
#pragma once

#include "core/server/metadatastore.h"

#include <memory>
#include <mutex>

namespace passel {

//! \brief SQLite with WAL, synchronous=FULL and foreign keys. A connection belongs to the thread
//! that uses it and ends with it; numbered schema steps stand in resources/sql.
class SqlMetadataStore final : public MetadataStore
{
public:
    //! \brief Opens or makes the database file \a path and brings its schema up to date. Needs a
    //! QCoreApplication. Codes: `storage-unavailable`, `schema-newer`.
    [[nodiscard]] static Result<std::unique_ptr<SqlMetadataStore>> open(const QString &path);
    ~SqlMetadataStore() override;
    Q_DISABLE_COPY_MOVE(SqlMetadataStore)

    Result<void> write(const Work &work) override;
    Result<void> read(const Work &work) override;
    Result<void> verify() override;

private:
    explicit SqlMetadataStore(QString path);
    Result<void> migrate();
    Result<void> run(const Work &work, bool writing);

    QString m_path;
    quint64 m_id; // tells this store's connections from those of another in the same thread
    std::mutex m_writer;
};

} // namespace passel
