// One thread's connection to the database: prepared statements, and rows as values.
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>

namespace passel {

//! \brief A connection that belongs to the thread it was made in. Statements are prepared once.
class SqlConnection
{
public:
    //! \brief The calling thread's connection to the store \a storeId at \a path, opened on first
    //! use and closed with the thread.
    [[nodiscard]] static Result<SqlConnection *> ofThisThread(quint64 storeId, const QString &path);

    //! \brief Closes the calling thread's connection to \a storeId, if it has one.
    static void closeOfThisThread(quint64 storeId);

    explicit SqlConnection(QString name);
    ~SqlConnection();
    Q_DISABLE_COPY_MOVE(SqlConnection)

    //! \brief Runs \a sql with \a values bound by position. Code `storage-unavailable`.
    [[nodiscard]] Result<void> run(const QString &sql, const QVariantList &values = {});

    //! \brief The same, calling \a row for each row of the answer. \a row must not use the
    //! connection.
    [[nodiscard]] Result<void> rows(const QString &sql, const QVariantList &values,
                                    const std::function<void(const QSqlQuery &)> &row);

    //! \brief Runs an INSERT; the id of the new row.
    [[nodiscard]] Result<qint64> insert(const QString &sql, const QVariantList &values);

    //! \brief Forgets prepared statements, so that the next one is prepared against a changed
    //! schema.
    void clear();

    [[nodiscard]] QSqlDatabase database() const;

private:
    [[nodiscard]] Result<QSqlQuery *> execute(const QString &sql, const QVariantList &values);

    QString m_name;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
};

} // namespace passel
