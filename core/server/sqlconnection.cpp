#include "core/server/sqlconnection.h"

#include "core/base/log.h"

#include <QCoreApplication>
#include <QSqlError>

#include <atomic>
#include <unordered_map>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

Error unavailable(const QSqlError &error)
{
    return Error(ErrorKind::Io, QByteArrayLiteral("storage-unavailable"),
                 QCoreApplication::translate(
                     "passel::SqlMetadataStore",
                     "The share server cannot use its database. Check that its "
                     "folder can be written and the disk is not full."))
        .withDetail(error.text());
}

// Ends with its thread, whose connections it closes. Thread ids are reused by the system, so names
// come from a counter instead.
thread_local std::unordered_map<quint64, std::unique_ptr<SqlConnection>> connections;

} // namespace

SqlConnection::SqlConnection(QString name)
    : m_name(std::move(name))
{}

SqlConnection::~SqlConnection()
{
    m_prepared.clear();
    QSqlDatabase::removeDatabase(m_name);
}

Result<SqlConnection *> SqlConnection::ofThisThread(quint64 storeId, const QString &path)
{
    if (const auto found = connections.find(storeId); found != connections.end())
        return found->second.get();
    static std::atomic<quint64> counter{0};
    auto connection = std::make_unique<SqlConnection>(u"passel-%1"_s.arg(counter.fetch_add(1)));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection->m_name);
        database.setDatabaseName(path);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
        if (!database.open())
            return unavailable(database.lastError());
    }
    for (const auto &pragma : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s,
                               u"PRAGMA foreign_keys=ON"_s}) {
        PASSEL_CHECK(connection->run(pragma));
    }
    connection->clear();
    return connections.emplace(storeId, std::move(connection)).first->second.get();
}

void SqlConnection::closeOfThisThread(quint64 storeId)
{
    connections.erase(storeId);
}

Result<QSqlQuery *> SqlConnection::execute(const QString &sql, const QVariantList &values)
{
    std::shared_ptr<QSqlQuery> &query = m_prepared[sql];
    if (!query) {
        query = std::make_shared<QSqlQuery>(database());
        query->setForwardOnly(true);
        if (!query->prepare(sql)) {
            const QSqlError error = query->lastError();
            m_prepared.remove(sql);
            return unavailable(error);
        }
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(static_cast<int>(i), values[i]);
    if (!query->exec()) {
        qCWarning(logServer).noquote() << "database:" << query->lastError().text();
        return unavailable(query->lastError());
    }
    return query.get();
}

Result<void> SqlConnection::run(const QString &sql, const QVariantList &values)
{
    PASSEL_TRY(QSqlQuery *const query, execute(sql, values));
    query->finish();
    return {};
}

Result<void> SqlConnection::rows(const QString &sql, const QVariantList &values,
                                 const std::function<void(const QSqlQuery &)> &row)
{
    PASSEL_TRY(QSqlQuery *const query, execute(sql, values));
    while (query->next())
        row(*query);
    const QSqlError error = query->lastError();
    query->finish(); // an unfinished one would hold its snapshot
    if (error.isValid())
        return unavailable(error);
    return {};
}

Result<qint64> SqlConnection::insert(const QString &sql, const QVariantList &values)
{
    PASSEL_TRY(QSqlQuery *const query, execute(sql, values));
    const qint64 id = query->lastInsertId().toLongLong();
    query->finish();
    return id;
}

void SqlConnection::clear()
{
    m_prepared.clear();
}

QSqlDatabase SqlConnection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

} // namespace passel
