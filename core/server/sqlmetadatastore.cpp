#include "core/server/sqlmetadatastore.h"

#include "core/server/sqltransaction.h"

#include <QCoreApplication>
#include <QFile>

#include <atomic>

static void initialiseSqlResources()
{
    Q_INIT_RESOURCE(passel_sql);
}

namespace passel {

using namespace Qt::StringLiterals;

namespace {

constexpr int Schema = 1; // number of the newest step in resources/sql

class Text
{
    Q_DECLARE_TR_FUNCTIONS(passel::SqlMetadataStore)
};

std::atomic<quint64> nextStore{1};

// Statements of a step file: separated by semicolons at line ends, comments on lines of their own.
QStringList statementsOf(const QString &script)
{
    QStringList statements;
    QString statement;
    for (const QString &line : script.split(u'\n')) {
        if (line.startsWith("--"_L1) || line.isEmpty())
            continue;
        statement += line + u'\n';
        if (line.endsWith(u';')) {
            statements += statement.chopped(2);
            statement.clear();
        }
    }
    return statements;
}

} // namespace

std::optional<int> scopesFromNames(const QStringList &names)
{
    int scopes = 0;
    for (const QString &name : names) {
        if (name == "pull"_L1)
            scopes |= ScopePull;
        else if (name == "push"_L1)
            scopes |= ScopePush;
        else if (name == "manage"_L1)
            scopes |= ScopeManage;
        else
            return {};
    }
    return scopes == 0 ? std::nullopt : std::optional<int>(scopes);
}

QStringList scopeNames(int scopes)
{
    QStringList names;
    if ((scopes & ScopePull) != 0)
        names += u"pull"_s;
    if ((scopes & ScopePush) != 0)
        names += u"push"_s;
    if ((scopes & ScopeManage) != 0)
        names += u"manage"_s;
    return names;
}

SqlMetadataStore::SqlMetadataStore(QString path)
    : m_path(std::move(path))
    , m_id(nextStore.fetch_add(1))
{}

SqlMetadataStore::~SqlMetadataStore()
{
    SqlConnection::closeOfThisThread(m_id);
}

Result<std::unique_ptr<SqlMetadataStore>> SqlMetadataStore::open(const QString &path)
{
    initialiseSqlResources();
    std::unique_ptr<SqlMetadataStore> store(new SqlMetadataStore(path));
    PASSEL_CHECK(store->migrate());
    return store;
}

Result<void> SqlMetadataStore::migrate()
{
    PASSEL_TRY(SqlConnection *const sql, SqlConnection::ofThisThread(m_id, m_path));
    PASSEL_CHECK(sql->run(u"BEGIN IMMEDIATE"_s));
    const auto steps = [&]() -> Result<void> {
        int version = 0;
        PASSEL_CHECK(sql->rows(u"PRAGMA user_version"_s, {},
                               [&](const QSqlQuery &row) { version = row.value(0).toInt(); }));
        if (version > Schema) {
            return Error(ErrorKind::Io, QByteArrayLiteral("schema-newer"),
                         Text::tr("The data folder was made by a newer version of Passel. Install "
                                  "that version, or choose another folder."));
        }
        for (int step = version + 1; step <= Schema; ++step) {
            QFile file(u":/sql/sqlite/%1.sql"_s.arg(step, 3, 10, QLatin1Char('0')));
            if (!file.open(QIODevice::ReadOnly)) {
                return Error(ErrorKind::Internal, QByteArrayLiteral("internal"),
                             Text::tr("A part of the program is missing. Install it again."));
            }
            for (const QString &statement : statementsOf(QString::fromUtf8(file.readAll())))
                PASSEL_CHECK(sql->run(statement));
            PASSEL_CHECK(sql->run(u"PRAGMA user_version = %1"_s.arg(step)));
        }
        return {};
    };
    Result<void> done = steps();
    sql->clear();
    if (!done) {
        PASSEL_CHECK(sql->run(u"ROLLBACK"_s));
        return done;
    }
    return sql->run(u"COMMIT"_s);
}

Result<void> SqlMetadataStore::run(const Work &work, bool writing)
{
    PASSEL_TRY(SqlConnection *const sql, SqlConnection::ofThisThread(m_id, m_path));
    // IMMEDIATE takes the write lock at once, so that a transaction never fails half way for
    // another.
    PASSEL_CHECK(sql->run(writing ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s));
    SqlTransaction transaction(*sql);
    const Result<End> end = work(transaction);
    if (!end || *end == End::Rollback || !writing) {
        Result<void> rolledBack = sql->run(u"ROLLBACK"_s);
        if (!end)
            return end.error();
        return rolledBack;
    }
    if (Result<void> committed = sql->run(u"COMMIT"_s); !committed) {
        const Result<void> rolledBack = sql->run(u"ROLLBACK"_s);
        Q_UNUSED(rolledBack) // the failed commit is what is told
        return committed;
    }
    return {};
}

Result<void> SqlMetadataStore::write(const Work &work)
{
    const std::lock_guard lock(m_writer);
    return run(work, true);
}

Result<void> SqlMetadataStore::read(const Work &work)
{
    return run(work, false);
}

Result<void> SqlMetadataStore::verify()
{
    PASSEL_TRY(SqlConnection *const sql, SqlConnection::ofThisThread(m_id, m_path));
    QString answer;
    PASSEL_CHECK(sql->rows(u"PRAGMA integrity_check"_s, {}, [&](const QSqlQuery &row) {
        if (answer.isEmpty())
            answer = row.value(0).toString();
    }));
    bool dangling = false;
    PASSEL_CHECK(
        sql->rows(u"PRAGMA foreign_key_check"_s, {}, [&](const QSqlQuery &) { dangling = true; }));
    if (answer != "ok"_L1 || dangling) {
        return Error(
                   ErrorKind::Io, QByteArrayLiteral("storage-unavailable"),
                   Text::tr("The database of the share server is damaged. Restore the data folder "
                            "from a backup."))
            .withDetail(answer);
    }
    return {};
}

} // namespace passel
