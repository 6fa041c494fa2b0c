// Our client against our server: arrays pushed and pulled over real sockets, plain and TLS.
#include "core/server/metadatastore.h"
#include "core/server/shareserver.h"
#include "core/share/partcache.h"
#include "core/share/pulljob.h"
#include "core/share/pushjob.h"
#include "tests/share/shareddata.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace passel;
using namespace Qt::StringLiterals;

namespace {

DocumentArray flights(qsizetype rows)
{
    std::vector<Value> numbers;
    std::vector<Value> texts;
    for (qsizetype i = 0; i < rows; ++i) {
        numbers.push_back(Value::integer(i * 7919 % 100'003));
        texts.push_back(i % 11 == 0 ? Value()
                                    : Value::text("city " + std::to_string(i * 31 % 5000)));
    }
    const Field number = testdata::field(u"distance"_s, ColumnType(TypeKind::Int));
    const Field text = testdata::field(u"city"_s, ColumnType(TypeKind::Text));
    return DocumentArray::create(Schema({number, text}),
                                 {testdata::column(number, numbers), testdata::column(text, texts)},
                                 rows);
}

// A server in a folder of its own, and one person's client of it.
class Site
{
public:
    explicit Site(bool tls = false, qint64 ttlCapSeconds = protocol::DefaultTtlSeconds)
    {
        ShareServerOptions options;
        options.dataFolder = folder.filePath(u"data"_s);
        options.selfSigned = tls;
        options.ttlCapSeconds = ttlCapSeconds;
        auto started = ShareServer::start(options);
        if (!started)
            qFatal("%s", qPrintable(started.error().message()));
        server = *std::move(started);
        entry.origin = *serverOrigin(server->url());
        if (tls)
            entry.pin = Digest::fromHex(server->pin());
    }

    std::shared_ptr<ShareClient> client(const QString &user)
    {
        auto made = std::make_shared<ShareClient>(
            entry, *tokens.emplace_back(std::make_unique<MemoryTokenStore>()));
        if (!user.isEmpty()) {
            const auto token = server->data().addToken(user, ScopePull | ScopePush | ScopeManage,
                                                       30, Clock::system().nowMs());
            bool done = false;
            made->signIn(Secret(token->token.text()), made.get(), [&](const Result<Kept> &kept) {
                done = true;
                if (!kept)
                    qWarning("%s", qPrintable(kept.error().message()));
            });
            if (!QTest::qWaitFor([&] { return done; }, 20'000))
                qFatal("no answer");
        }
        return made;
    }

    QTemporaryDir folder;
    ServerEntry entry;
    std::unique_ptr<ShareServer> server;
    std::vector<std::unique_ptr<TokenStore>> tokens;
    std::shared_ptr<PartCache> cache =
        std::make_shared<PartCache>(FileSystem::system(), folder.filePath(u"cache"_s), 0);
};

bool finish(TransferJob &job)
{
    QSignalSpy ended(&job, &TransferJob::ended);
    job.start();
    const bool done = ended.wait(60'000) && job.state() == TransferJob::State::Done;
    if (!done && job.error())
        qWarning("%s: %s", job.error()->code().constData(), qPrintable(job.error()->message()));
    return done;
}

} // namespace

class TestTransfer : public QObject
{
    Q_OBJECT

private slots:
    void pushedIsPulled_data();
    void pushedIsPulled();
    void editSendsLittle();
    void anyoneWithTheKey();
    void conflictIsTold();
    void longestLifeIsTold_data();
    void longestLifeIsTold();
};

void TestTransfer::pushedIsPulled_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS with a pin") << true;
}

void TestTransfer::pushedIsPulled()
{
    QFETCH(bool, tls);
    Site site(tls);
    const auto ann = site.client(u"ann"_s);
    const auto bob = site.client(u"bob"_s);
    const DocumentArray array = flights(200'000);
    QElapsedTimer timer;
    timer.start();
    PushJob push(ann, array, {});
    QVERIFY(finish(push));
    const qint64 pushed = timer.restart();
    QCOMPARE(push.result()->rows, 200'000);
    QCOMPARE(checkShareName(push.name()).kind, NameCheck::Proposed);
    PullJob pull(bob, push.result()->address, site.cache);
    QVERIFY(finish(pull));
    QVERIFY(pull.result()->array.equals(array));
    QCOMPARE(pull.result()->owner, u"ann"_s);
    qInfo("pushed %lld bytes in %lld ms, pulled in %lld ms", push.result()->bytesSent, pushed,
          timer.elapsed());
    QVERIFY(site.server->data().check(Clock::system().nowMs(), true)->faults.isEmpty());
}

void TestTransfer::editSendsLittle()
{
    Site site;
    const auto ann = site.client(u"ann"_s);
    const DocumentArray array = flights(200'000);
    PushOptions options;
    options.name = u"flights"_s;
    PushJob first(ann, array, options);
    QVERIFY(finish(first));
    const auto edited = array.withValue(100'000, 0, Value::integer(-1));
    QVERIFY(edited);
    options.overwrite.kind = OverwriteRule::IfVersion;
    options.overwrite.version = first.result()->version.version;
    options.parent = first.result()->version.version;
    PushJob second(ann, *edited, options);
    QVERIFY(finish(second));
    QCOMPARE(second.result()->partsTotal, first.result()->partsTotal);
    QVERIFY(second.result()->partsSent < first.result()->partsSent);
    QVERIFY(second.result()->bytesSent * 3 < first.result()->bytesSent);
    PullJob pull(ann, second.result()->address, site.cache);
    QVERIFY(finish(pull));
    QVERIFY(pull.result()->array.equals(*edited));
}

void TestTransfer::anyoneWithTheKey()
{
    Site site;
    const auto ann = site.client(u"ann"_s);
    const auto stranger = site.client({});
    PushOptions options;
    options.access = protocol::Access::Code;
    PushJob push(ann, flights(1000), options);
    QVERIFY(finish(push));
    const auto address = parseShareAddress(push.result()->address.link());
    QVERIFY(address && address->code);
    PullJob pull(stranger, *address, site.cache);
    QVERIFY(finish(pull));
    QVERIFY(pull.result()->array.equals(flights(1000)));
    ShareAddress wrong = *address;
    wrong.code = ShareCode::generate();
    PullJob refused(stranger, wrong, site.cache);
    QVERIFY(!finish(refused));
    QCOMPARE(refused.error()->code(), "share-not-found");
}

void TestTransfer::conflictIsTold()
{
    Site site;
    const auto ann = site.client(u"ann"_s);
    PushOptions options;
    options.name = u"flights"_s;
    options.overwrite.kind = OverwriteRule::IfAbsent;
    PushJob first(ann, flights(1000), options);
    QVERIFY(finish(first));
    PushJob second(ann, flights(1001), options);
    QVERIFY(!finish(second));
    QVERIFY(second.conflict() && second.conflict()->current);
    QCOMPARE(second.conflict()->owner, u"ann"_s);
    QCOMPARE(second.conflict()->current->version, first.result()->version.version);
}

void TestTransfer::longestLifeIsTold_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("two days") << qint64(172'800) << u"2 day(s)"_s;
    QTest::newRow("a day and a half") << qint64(129'600) << u"36 hour(s)"_s;
    QTest::newRow("less than a day") << qint64(7'200) << u"2 hour(s)"_s;
    QTest::newRow("less than an hour") << qint64(60) << u"1 hour(s)"_s;
}

void TestTransfer::longestLifeIsTold()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, words);
    Site site(false, seconds);
    const auto ann = site.client(u"ann"_s);
    PushOptions options;
    options.ttlSeconds = seconds + 1;
    PushJob push(ann, flights(1), options);
    QVERIFY(!finish(push));
    QCOMPARE(push.error()->code(), QByteArray("ttl-too-long"));
    QVERIFY2(push.error()->message().contains(words), qPrintable(push.error()->message()));
}

QTEST_GUILESS_MAIN(TestTransfer)
#include "tst_transfer.moc"
