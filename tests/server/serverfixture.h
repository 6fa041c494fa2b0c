// A share service without sockets: real stores in a folder of its own, a clock that is set by hand.
#pragma once

#include "core/server/fileblobstore.h"
#include "core/server/sharerouter.h"
#include "core/server/sqlmetadatastore.h"
#include "core/server/sweep.h"
#include "tests/server/openapi.h"
#include "tests/support/faultyfilesystem.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

namespace passel {

//! \brief A part to send: any bytes serve, the server never looks inside.
struct TestPart
{
    QByteArray bytes;

    [[nodiscard]] protocol::PartEntry entry() const
    {
        return {sha256(QByteArray("raw " + bytes)), sha256(bytes), bytes.size()};
    }
};

class ServerFixture
{
public:
    static constexpr qint64 Start = 1'795'341'600'000; // 2026-11-22T10:00:00Z

    explicit ServerFixture(ServerPolicy policy = {})
        : clock(Start)
    {
        files.setSpace(qint64(100) << 30, qint64(200) << 30);
        auto opened = SqlMetadataStore::open(folder.filePath(QStringLiteral("passel.db")));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message() + opened.error().detail()));
        store = *std::move(opened);
        auto blobStore = FileBlobStore::open(files, folder.filePath(QStringLiteral("blobs")));
        if (!blobStore)
            qFatal("%s", qPrintable(blobStore.error().message()));
        blobs = *std::move(blobStore);
        router = std::make_unique<ShareRouter>(*store, *blobs, clock, std::move(policy),
                                               QByteArray(32, 's'));
    }

    //! \brief A new token of \a user; its text.
    QByteArray token(const QString &user, int scopes = ScopePull | ScopePush | ScopeManage,
                     int days = 30, QByteArray *id = nullptr) const
    {
        const auto token = protocol::AccessToken::generate();
        const auto insert = [&](MetadataTransaction &tx) -> Result<MetadataStore::End> {
            PASSEL_TRY(const UserRow row, tx.ensureUser(user, clock.nowMs()));
            TokenRow t;
            t.id = randomBytes(8).toHex();
            t.userId = row.id;
            t.name = user;
            t.scopes = scopes;
            t.createdMs = clock.nowMs();
            t.expiresMs = clock.nowMs() + days * qint64(86'400'000);
            if (id != nullptr)
                *id = t.id;
            PASSEL_CHECK(tx.insertToken(t, token.hash()));
            return MetadataStore::End::Commit;
        };
        if (!store->write(insert))
            qFatal("no token");
        return token.text();
    }

    //! \brief A request with every header it needs; change it before send().
    [[nodiscard]] HttpRequest request(const QByteArray &method, const QString &path,
                                      const QByteArray &token, const QJsonObject &body = {}) const
    {
        HttpRequest request;
        request.method = method;
        request.path = path.toLatin1();
        request.peer = "192.0.2.7";
        request.headers = {
            {"host", "share.test"},
            {"passel-client", "passel-test/0.1.0 (linux)"},
            {"passel-request-time", protocol::timeToText(clock.nowMs()).toLatin1()},
            {"passel-request-expires", protocol::timeToText(clock.nowMs() + 300'000).toLatin1()},
            {"idempotency-key", randomBytes(16).toHex()}};
        if (!token.isEmpty())
            request.headers.append(HttpHeader{"authorization", "Bearer " + token});
        if (method != "GET" && method != "DELETE") {
            request.body = protocol::toBytes(body);
            request.headers.append(HttpHeader{"content-type", "application/json"});
            request.contentLength = request.body.size();
        }
        return request;
    }

    static void setHeader(HttpRequest &request, const QByteArray &name, const QByteArray &value)
    {
        request.headers.removeIf([&](const HttpHeader &header) { return header.name == name; });
        if (!value.isNull())
            request.headers.append(HttpHeader{name, value});
    }

    //! \brief What the network does, without it. Every answer is held against
    //! resources/openapi.json.
    HttpResponse send(const HttpRequest &request) const
    {
        HttpResponse response = sendUnchecked(request);
        const QString fault = api.fault(request, response);
        const QString requestFault = response.status < 300 ? api.requestFault(request) : QString();
        if (!fault.isEmpty() || !requestFault.isEmpty())
            QTest::qFail(qPrintable(fault + requestFault), __FILE__, __LINE__);
        return response;
    }

    HttpResponse sendUnchecked(const HttpRequest &request) const
    {
        HttpPlan plan = router->begin(request);
        if (auto *response = std::get_if<HttpResponse>(&plan))
            return std::move(*response);
        if (auto *upload = std::get_if<std::unique_ptr<HttpUpload>>(&plan)) {
            for (qsizetype at = 0; at < request.body.size(); at += 1000) {
                if (auto refused = (*upload)->write(
                        QByteArrayView(request.body)
                            .sliced(at, std::min<qsizetype>(1000, request.body.size() - at))))
                    return *std::move(refused);
            }
            return (*upload)->finish();
        }
        return router->handle(request);
    }

    HttpResponse call(const QByteArray &method, const QString &path, const QByteArray &token,
                      const QJsonObject &body = {}) const
    {
        return send(request(method, path, token, body));
    }

    //! \brief A request to a signed URL.
    [[nodiscard]] static HttpRequest signedRequest(const QByteArray &method, const QUrl &url,
                                                   const QByteArray &body = {})
    {
        HttpRequest request;
        request.method = method;
        request.path = url.path(QUrl::FullyEncoded).toLatin1();
        request.query = url.query(QUrl::FullyEncoded).toLatin1();
        request.peer = "192.0.2.7";
        request.headers = {{"host", "share.test"}};
        request.body = body;
        if (method == "PUT")
            request.contentLength = body.size();
        return request;
    }

    [[nodiscard]] static QJsonObject json(const HttpResponse &response)
    {
        return QJsonDocument::fromJson(response.body).object();
    }

    [[nodiscard]] static QByteArray slug(const HttpResponse &response)
    {
        return json(response).value(QLatin1String("type")).toString().section(u'/', -1).toLatin1();
    }

    //! \brief `200` or `404 share-not-found`.
    [[nodiscard]] static QByteArray outcome(const HttpResponse &response)
    {
        QByteArray text = QByteArray::number(response.status);
        if (response.status >= 400)
            text += ' ' + slug(response);
        return text;
    }

    [[nodiscard]] static QByteArray bytesOf(const HttpResponse &response)
    {
        QByteArray bytes(response.length, Qt::Uninitialized);
        if (!response.file || !response.file->readAt(response.offset, bytes.data(), bytes.size()))
            return {};
        return bytes;
    }

    static protocol::RegisterParts registration(const TestPart &manifest,
                                                const QList<TestPart> &parts)
    {
        protocol::RegisterParts request;
        for (const TestPart &part : parts)
            request.parts.append(part.entry());
        request.manifest = manifest.entry();
        return request;
    }

    static protocol::CompletePush completion(const TestPart &manifest, const QList<TestPart> &parts)
    {
        QList<Digest> names;
        for (const TestPart &part : parts)
            names.append(part.entry().name);
        return {manifest.entry(), parts.size(), protocol::partsDigestOf(names)};
    }

    //! \brief Opens a push; its id, or empty with the answer in \a last.
    QString open(const QByteArray &token, const QString &name, const protocol::OpenPush &push = {})
    {
        last = call("POST", protocol::pathPushes(name), token, push.toJson());
        return json(last).value(QLatin1String("push_id")).toString();
    }

    //! \brief Registers and sends what is missing; the number of blobs sent, −1 after a refusal.
    int sendParts(const QByteArray &token, const QString &pushId, const TestPart &manifest,
                  const QList<TestPart> &parts)
    {
        last = call("POST", protocol::pathPushParts(pushId), token,
                    registration(manifest, parts).toJson());
        const auto answer = protocol::RegisteredParts::fromJson(json(last));
        if (last.status != 200 || !answer)
            return -1;
        int sent = 0;
        QList<std::pair<protocol::PartState, QByteArray>> all;
        for (qsizetype i = 0; i < parts.size(); ++i)
            all.append({answer->parts[i], parts[i].bytes});
        all.append({*answer->manifest, manifest.bytes});
        for (const auto &[state, bytes] : all) {
            if (!state.isMissing)
                continue;
            last = send(signedRequest("PUT", state.url, bytes));
            if (last.status != 200)
                return -1;
            ++sent;
        }
        return sent;
    }

    //! \brief A whole push; the answer of complete, or of what was refused.
    HttpResponse push(const QByteArray &token, const QString &name, const TestPart &manifest,
                      const QList<TestPart> &parts, const protocol::OpenPush &how = {})
    {
        const QString id = open(token, name, how);
        if (id.isEmpty() || sendParts(token, id, manifest, parts) < 0)
            return last;
        last = call("POST", protocol::pathPushComplete(id), token,
                    completion(manifest, parts).toJson());
        return last;
    }

    //! \brief A whole pull of \a parts; the manifest's bytes then each part's.
    QList<QByteArray> pull(const QByteArray &token, const QString &name,
                           const QList<TestPart> &parts)
    {
        last = call("POST", protocol::pathPull(name), token);
        const auto answer = protocol::PullAnswer::fromJson(json(last));
        if (last.status != 200 || !answer)
            return {};
        QList<QByteArray> all{bytesOf(send(signedRequest("GET", answer->manifest.url)))};
        protocol::SignUrls wanted;
        for (const TestPart &part : parts)
            wanted.parts.append(part.entry().name);
        last = call("POST", protocol::pathPullUrls(answer->pullId), token, wanted.toJson());
        const auto urls = protocol::SignedUrls::fromJson(json(last));
        if (last.status != 200 || !urls)
            return {};
        for (const auto &part : urls->parts)
            all.append(bytesOf(send(signedRequest("GET", part.url))));
        return all;
    }

    //! \brief Runs \a statement on the database at \a path, past any store; false when it fails.
    [[nodiscard]] static bool runSql(const QString &path, const QString &statement)
    {
        const QString name = QStringLiteral("test");
        bool isDone = false;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
            database.setDatabaseName(path);
            QSqlQuery query(database);
            isDone = database.open() && query.exec(statement);
        }
        QSqlDatabase::removeDatabase(name);
        return isDone;
    }

    [[nodiscard]] Result<void> sweepNow() const
    {
        return sweep(*store, *blobs, router->expiryNowMs());
    }

    [[nodiscard]] qsizetype blobCount() const { return blobs->list().valueOr({}).size(); }

    // In memory where there is such a folder: these tests sync a lot, and no power will fail them.
    QTemporaryDir folder{QDir(QStringLiteral("/dev/shm")).exists()
                             ? QStringLiteral("/dev/shm/passel-XXXXXX")
                             : QDir::tempPath() + QStringLiteral("/passel-XXXXXX")};
    OpenApi api;
    FaultyFileSystem files;
    ManualClock clock;
    std::unique_ptr<SqlMetadataStore> store;
    std::unique_ptr<FileBlobStore> blobs;
    std::unique_ptr<ShareRouter> router;
    HttpResponse last;
};

} // namespace passel
