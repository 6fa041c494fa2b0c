// Push and pull against the real server: whole, cut, killed, cancelled, contested, and secret.

#include "core/base/log.h"
#include "core/share/manifest.h"
#include "core/share/partcache.h"
#include "core/share/pulljob.h"
#include "core/share/pushjob.h"
#include "tests/share/serverprocess.h"
#include "tests/share/shareddata.h"

#include <QDirIterator>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace passel;
using namespace passel::protocol;
using namespace passel::test;
using namespace Qt::StringLiterals;

namespace {

ShareClient::Options options()
{
    ShareClient::Options options;
    options.progressTimeoutMs = 10'000;
    options.longPatienceMs = 30'000;
    options.firstPauseMs = 20;
    return options;
}

//! \brief A user of the server: token, client and cache.
struct Person
{
    Person(const QUrl &origin, const Secret &token)
        : client(std::make_shared<ShareClient>(ServerEntry{origin, {}, {}, false}, tokens, nullptr,
                                               options()))
        , cache(std::make_shared<PartCache>(FileSystem::system(), cacheFolder.path(),
                                            qint64(1) << 30))
    {
        tokens.write(origin, token, &tokens, [](auto) {});
    }

    QTemporaryDir cacheFolder;
    MemoryTokenStore tokens;
    std::shared_ptr<ShareClient> client;
    std::shared_ptr<PartCache> cache;
};

//! \brief \a rows rows of text that packs badly, numbers and some missing cells.
DocumentArray table(qsizetype rows, quint32 seed = 7)
{
    QRandomGenerator random(seed);
    std::vector<Value> names;
    std::vector<Value> amounts;
    std::vector<Value> days;
    for (qsizetype row = 0; row < rows; ++row) {
        std::string text;
        for (int i = 0; i < 24; ++i)
            text += char('a' + random.bounded(26));
        names.push_back(random.bounded(50) == 0 ? Value() : Value::text(text));
        amounts.push_back(Value::integer(qint64(random.generate64() >> 20)));
        days.push_back(Value::counted(TypeKind::Date, random.bounded(20'000)));
    }
    const Field name = testdata::field(u"name"_s, TypeKind::Text);
    const Field amount = testdata::field(u"amount"_s, TypeKind::Int);
    const Field day = testdata::field(u"day"_s, TypeKind::Date);
    return DocumentArray::create(Schema({name, amount, day}),
                                 {testdata::column(name, names), testdata::column(amount, amounts),
                                  testdata::column(day, days)},
                                 rows);
}

QByteArray stateOf(const TransferJob &job)
{
    switch (job.state()) {
    case TransferJob::State::Made:
        return "made";
    case TransferJob::State::Running:
        return "running";
    case TransferJob::State::Done:
        return "done";
    case TransferJob::State::Cancelled:
        return "cancelled";
    case TransferJob::State::Failed:
        break;
    }
    return "failed: " + job.error()->code() + ' ' + job.error()->message().toUtf8() + ' '
           + job.error()->detail().toUtf8();
}

//! \brief Starts the job and waits for its one end.
QByteArray runToEnd(TransferJob &job)
{
    QSignalSpy ended(&job, &TransferJob::ended);
    job.start();
    [&] { QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 90'000); }();
    QCoreApplication::processEvents();
    return ended.size() == 1 ? stateOf(job) : "ended " + QByteArray::number(ended.size());
}

PushOptions named(const QString &name)
{
    PushOptions options;
    options.name = name;
    return options;
}

ShareAddress addressOf(const QString &name)
{
    ShareAddress address;
    address.name = name;
    return address;
}

} // namespace

class TestPushPull final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void returnsEveryCell_data();
    void returnsEveryCell();
    void answersAreTrue();
    void manifestComesFirst();
    void columnsAndNotesTravel();
    void openToAnyoneWithTheKey();
    void sec20NotOthersShares();
    void sec20TakenKey();
    void editSendsLittle();
    void updateFetchesLittle();
    void pullsFromTheCacheAlone();
    void damagedCacheIsFetchedAgain();
    void rel05PushSurvivesCuts_data();
    void rel05PushSurvivesCuts();
    void rel05PullSurvivesCuts_data();
    void rel05PullSurvivesCuts();
    void rel05PushSurvivesAKilledServer();
    void rel05PullSurvivesAKilledServer();
    void conflictIsToldNotOverwritten();
    void ifAbsentClaimsOnce();
    void cancelPush();
    void rel05CancelledPushGoesOn();
    void cancelPullKeepsWhatCame();
    void destroyedJobsAreSilent();
    void workersKeepTheCache();
    void serverOutlivesClientsThatLeave();
    void failuresAreSentences();
    void sec24TokenStaysSecret();
    void onlyVisibleRowsTravel();

private:
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<Wire> m_wire; // before a server of its own
    std::unique_ptr<ServerProcess> m_wired;
    Secret m_wiredMia;
    Secret m_mia;
    Secret m_tom;

    std::unique_ptr<Person> mia() { return std::make_unique<Person>(m_server->origin(), m_mia); }

    std::unique_ptr<Person> tom() { return std::make_unique<Person>(m_server->origin(), m_tom); }
};

void TestPushPull::initTestCase()
{
    m_server = std::make_unique<ServerProcess>();
    QVERIFY(m_server->start());
    m_mia = m_server->addToken(u"mia"_s);
    m_tom = m_server->addToken(u"tom"_s);
    QVERIFY(AccessToken::parse(m_mia.view()));
    m_wire = std::make_unique<Wire>();
    m_wired = std::make_unique<ServerProcess>();
    QVERIFY(m_wired->start({u"--public-url"_s, m_wire->origin().toString()}));
    m_wire->leadTo(m_wired->origin());
    m_wiredMia = m_wired->addToken(u"mia"_s);
}

void TestPushPull::cleanup()
{
    QCoreApplication::processEvents();
    QVERIFY2(m_server->isRunning() && m_wired->isRunning(), "a server has crashed");
}

void TestPushPull::returnsEveryCell_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"table", "one row", "no rows", "no columns", "nothing", "odd values",
                             "repeated values", "large cells", "many columns"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestPushPull::returnsEveryCell()
{
    QFETCH(QString, kind);
    using testdata::field;
    DocumentArray array = table(30'000);
    if (kind == "one row"_L1) {
        array = table(1);
    } else if (kind == "no rows"_L1) {
        array = table(0);
    } else if (kind == "no columns"_L1) {
        array = DocumentArray::create(Schema(), {}, 12'345);
    } else if (kind == "nothing"_L1) {
        array = DocumentArray();
    } else if (kind == "odd values"_L1) {
        array = testdata::array(field(u"x"_s, TypeKind::Text),
                                {Value(), testdata::text(""),
                                 testdata::text("\xC3\xA9\xF0\x9F\x98\x80"),
                                 testdata::text("a\nb\"c,\0")});
    } else if (kind == "repeated values"_L1) {
        array = testdata::array(field(u"x"_s, TypeKind::Text),
                                std::vector<Value>(200'000, testdata::text("the same")));
    } else if (kind == "large cells"_L1) {
        std::vector<Value> cells;
        cells.reserve(3);
        for (int i = 0; i < 3; ++i)
            cells.push_back(Value::text(std::string(size_t(5 + i) << 20, char('a' + i))));
        array = testdata::array(field(u"x"_s, TypeKind::Text), cells);
    } else if (kind == "many columns"_L1) {
        std::vector<Field> fields;
        std::vector<Column> columns;
        for (int i = 0; i < 700; ++i) {
            fields.push_back(field(QString::number(i), TypeKind::Int));
            columns.push_back(testdata::column(fields.back(), {Value::integer(i), Value()}));
        }
        array = DocumentArray::create(Schema(fields), columns, 2);
    }
    const auto person = mia();
    PushJob push(person->client, array, {});
    QCOMPARE(runToEnd(push), QByteArray("done"));
    PullJob pull(person->client, push.result()->address, person->cache);
    QCOMPARE(runToEnd(pull), QByteArray("done"));
    QVERIFY(pull.result()->array.verify());
    QCOMPARE(pull.result()->array.rowCount(), array.rowCount());
    QVERIFY(pull.result()->array.equals(array));
    QCOMPARE(pull.result()->version, push.result()->version);
}

void TestPushPull::answersAreTrue()
{
    const auto person = mia();
    PushJob push(person->client, table(1000), {});
    QSignalSpy progressed(&push, &TransferJob::progressed);
    QVERIFY(checkShareName(push.name()).kind == NameCheck::Proposed);
    QCOMPARE(runToEnd(push), QByteArray("done"));
    const PushResult &result = *push.result();
    QCOMPARE(result.rows, 1000);
    QCOMPARE(result.version.name, push.name());
    QCOMPARE(result.bytesSent, result.version.size);
    QCOMPARE(result.partsSent, result.partsTotal);
    QCOMPARE(result.version.parts, result.partsTotal);
    QCOMPARE(result.version.expiresAtMs - result.version.createdAtMs, 604'800'000);
    QVERIFY(!progressed.isEmpty());
    QCOMPARE(push.progress().bytesDone, push.progress().bytesTotal);
    PullJob pull(person->client, result.address, person->cache);
    QCOMPARE(runToEnd(pull), QByteArray("done"));
    QCOMPARE(pull.result()->bytesReceived, result.version.size);
    QCOMPARE(pull.result()->partsReceived, result.partsTotal);
    QCOMPARE(pull.result()->owner, u"mia"_s);
    QCOMPARE(pull.progress().bytesDone, pull.progress().bytesTotal);
}

void TestPushPull::manifestComesFirst()
{
    const auto person = mia();
    const DocumentArray array = table(50'000);
    PushJob push(person->client, array, named(u"first-page"_s));
    QCOMPARE(runToEnd(push), QByteArray("done"));
    PullJob pull(person->client, addressOf(u"first-page"_s), person->cache);
    int opened = 0;
    connect(&pull, &PullJob::opened, this, [&](const DocumentArray &pending, const Manifest &m) {
        ++opened;
        QCOMPARE(pending.rowCount(), array.rowCount());
        QCOMPARE(pending.schema(), array.schema());
        QCOMPARE(m.previewRows(), 100);
        QVERIFY(!m.columns[0].profile.isEmpty());
        QVERIFY(!pending.tryValue(0, 0));
        QVERIFY(pull.state() == TransferJob::State::Running);
    });
    QCOMPARE(runToEnd(pull), QByteArray("done"));
    QCOMPARE(opened, 1);
    QVERIFY(pull.result()->array.tryValue(49'999, 2));
}

void TestPushPull::columnsAndNotesTravel()
{
    const auto person = mia();
    PushOptions options = named(u"two-columns"_s);
    options.columns = {2, 0};
    options.note = u"for you"_s;
    options.author = u"Mia"_s;
    options.recipe = QJsonArray{QJsonObject{{u"step"_s, u"read"_s}}};
    const DocumentArray array = table(100);
    PushJob push(person->client, array, options);
    QCOMPARE(runToEnd(push), QByteArray("done"));
    PullJob pull(person->client, push.result()->address, person->cache);
    QCOMPARE(runToEnd(pull), QByteArray("done"));
    QCOMPARE(pull.result()->array.columnCount(), 2);
    QCOMPARE(pull.result()->array.field(0).name, u"day"_s);
    QCOMPARE(*pull.result()->array.tryValue(5, 1), *array.tryValue(5, 0));
    QCOMPARE(pull.manifest()->note, u"for you"_s);
    QCOMPARE(pull.manifest()->author, u"Mia"_s);
    QCOMPARE(pull.manifest()->recipe, options.recipe);
    PushOptions wrong = named(u"two-columns"_s);
    wrong.columns = {3};
    PushJob none(person->client, array, wrong);
    QVERIFY(runToEnd(none).startsWith("failed: not-a-column"));
}

void TestPushPull::openToAnyoneWithTheKey()
{
    const auto person = mia();
    const DocumentArray array = table(500);
    PushOptions options;
    options.access = Access::Code;
    PushJob push(person->client, array, options);
    QCOMPARE(runToEnd(push), QByteArray("done"));
    const Result<ShareAddress> key = parseShareAddress(push.result()->address.key());
    QVERIFY(key && key->code);
    // Somebody without any token.
    Person stranger(m_server->origin(), Secret());
    PullJob pull(stranger.client, *key, stranger.cache);
    QCOMPARE(runToEnd(pull), QByteArray("done"));
    QVERIFY(pull.result()->array.equals(array));
    ShareAddress other = *key;
    other.code = ShareCode::generate();
    PullJob guess(stranger.client, other, stranger.cache);
    QVERIFY(runToEnd(guess).startsWith("failed: share-not-found"));
}

void TestPushPull::sec20NotOthersShares()
{
    PushOptions options = named(u"mine-alone"_s);
    options.access = Access::Owner;
    const auto owner = mia();
    PushJob push(owner->client, table(10), options);
    QCOMPARE(runToEnd(push), QByteArray("done"));
    const auto other = tom();
    PullJob pull(other->client, addressOf(u"mine-alone"_s), other->cache);
    const QByteArray refused = runToEnd(pull);
    PullJob absent(other->client, addressOf(u"not-there"_s), other->cache);
    const QByteArray unknown = runToEnd(absent);
    QVERIFY2(refused.startsWith("failed: share-not-found"), refused.constData());
    QVERIFY(unknown.startsWith("failed: share-not-found"));
    QVERIFY(pull.error()->message().contains(u"mine-alone"_s));
}

void TestPushPull::sec20TakenKey()
{
    const auto owner = mia();
    PushJob push(owner->client, table(10), named(u"taken-key"_s));
    QCOMPARE(runToEnd(push), QByteArray("done"));
    const auto other = tom();
    PushJob thief(other->client, table(10), named(u"taken-key"_s));
    QVERIFY(runToEnd(thief).startsWith("failed: key-taken"));
    PullJob pull(other->client, addressOf(u"taken-key"_s), other->cache);
    QCOMPARE(runToEnd(pull), QByteArray("done")); // people of the server may pull
}

void TestPushPull::editSendsLittle()
{
    const auto person = mia();
    const DocumentArray array = table(100'000);
    PushJob first(person->client, array, named(u"edited"_s));
    QCOMPARE(runToEnd(first), QByteArray("done"));
    const DocumentArray edited = *array.withValue(50'000, 0, testdata::text("one edited cell"));
    PushOptions options = named(u"edited"_s);
    options.overwrite = {OverwriteRule::IfVersion, first.result()->version.version};
    options.parent = first.result()->version.version;
    PushJob second(person->client, edited, options);
    QCOMPARE(runToEnd(second), QByteArray("done"));
    QCOMPARE(second.result()->partsSent, 1);
    QVERIFY2(second.result()->bytesSent < first.result()->bytesSent / 10,
             qPrintable(QString::number(second.result()->bytesSent)));
    PullJob pull(person->client, addressOf(u"edited"_s), person->cache);
    QCOMPARE(runToEnd(pull), QByteArray("done"));
    QVERIFY(pull.result()->array.equals(edited));
    QCOMPARE(pull.manifest()->parent, std::optional(first.result()->version.version));
    // Unchanged: the manifest alone.
    PushJob third(person->client, edited, named(u"edited"_s));
    QCOMPARE(runToEnd(third), QByteArray("done"));
    QCOMPARE(third.result()->partsSent, 0);
}

void TestPushPull::updateFetchesLittle()
{
    const auto person = mia();
    const auto reader = tom();
    const DocumentArray array = table(100'000);
    PushJob first(person->client, array, named(u"updated"_s));
    QCOMPARE(runToEnd(first), QByteArray("done"));
    PullJob pull(reader->client, addressOf(u"updated"_s), reader->cache);
    QCOMPARE(runToEnd(pull), QByteArray("done"));
    const DocumentArray edited = *array.withValue(7, 1, Value::integer(42));
    PushJob second(person->client, edited, named(u"updated"_s));
    QCOMPARE(runToEnd(second), QByteArray("done"));
    PullJob update(reader->client, addressOf(u"updated"_s), reader->cache);
    QCOMPARE(runToEnd(update), QByteArray("done"));
    QVERIFY(update.result()->array.equals(edited));
    QCOMPARE(update.result()->partsReceived, 1);
    QVERIFY(update.result()->bytesReceived < pull.result()->bytesReceived / 10);
}

void TestPushPull::pullsFromTheCacheAlone()
{
    const auto person = mia();
    const DocumentArray array = table(20'000);
    PushJob push(person->client, array, named(u"cached"_s));
    QCOMPARE(runToEnd(push), QByteArray("done"));
    for (const qint64 parts : {push.result()->partsTotal, qint64(0)}) {
        PullJob pull(person->client, addressOf(u"cached"_s), person->cache);
        QCOMPARE(runToEnd(pull), QByteArray("done"));
        QCOMPARE(pull.result()->partsReceived, parts);
        QVERIFY(pull.result()->array.equals(array));
    }
}

void TestPushPull::damagedCacheIsFetchedAgain()
{
    const auto person = mia();
    const DocumentArray array = table(20'000);
    PushJob push(person->client, array, named(u"damaged-cache"_s));
    QCOMPARE(runToEnd(push), QByteArray("done"));
    PullJob pull(person->client, addressOf(u"damaged-cache"_s), person->cache);
    QCOMPARE(runToEnd(pull), QByteArray("done"));
    QDirIterator files(person->cacheFolder.path(), QDir::Files, QDirIterator::Subdirectories);
    int damaged = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(file.size() / 2);
        file.write("damage");
        ++damaged;
    }
    QVERIFY(damaged > 0);
    PullJob again(person->client, addressOf(u"damaged-cache"_s), person->cache);
    QCOMPARE(runToEnd(again), QByteArray("done"));
    QVERIFY(again.result()->array.equals(array));
    QCOMPARE(again.result()->partsReceived, again.result()->partsTotal);
}

void TestPushPull::rel05PushSurvivesCuts_data()
{
    QTest::addColumn<int>("cutAfter");
    QTest::addColumn<int>("cuts");
    QTest::newRow("at the first byte") << 0 << 3;
    QTest::newRow("in the head of the first call") << 60 << 3;
    QTest::newRow("in the first answers") << 1'500 << 4;
    QTest::newRow("in the first part") << 9'000 << 4;
    QTest::newRow("every 100 kB") << 100'000 << 12;
    QTest::newRow("every 400 kB") << 400'000 << 6;
    QTest::newRow("near the end") << 1'300'000 << 1;
}

void TestPushPull::rel05PushSurvivesCuts()
{
    QFETCH(int, cutAfter);
    QFETCH(int, cuts);
    Person person(m_wire->origin(), m_wiredMia);
    const DocumentArray array = table(60'000, quint32(cutAfter));
    m_wire->cut(cutAfter, cuts);
    const QString name = u"push-cut-%1"_s.arg(cutAfter);
    PushJob push(person.client, array, named(name));
    QCOMPARE(runToEnd(push), QByteArray("done"));
    QVERIFY(m_wire->cuts > 0);
    // Not more is sent anew than what was in flight at each cut: four parts of 512 KiB at most.
    QVERIFY(push.result()->bytesSent
            <= push.result()->version.size + qint64(m_wire->cuts) * 4 * 512 * 1024);
    m_wire->cut(-1, 0);
    PullJob pull(person.client, addressOf(name), person.cache);
    QCOMPARE(runToEnd(pull), QByteArray("done"));
    QVERIFY(pull.result()->array.equals(array));
}

void TestPushPull::rel05PullSurvivesCuts_data()
{
    rel05PushSurvivesCuts_data();
}

void TestPushPull::rel05PullSurvivesCuts()
{
    QFETCH(int, cutAfter);
    QFETCH(int, cuts);
    Person person(m_wire->origin(), m_wiredMia);
    const DocumentArray array = table(60'000, 99);
    PushJob push(person.client, array, named(u"pull-cut"_s));
    m_wire->cut(-1, 0);
    QCOMPARE(runToEnd(push), QByteArray("done"));
    m_wire->cut(cutAfter, cuts);
    PullJob pull(person.client, addressOf(u"pull-cut"_s), person.cache);
    QCOMPARE(runToEnd(pull), QByteArray("done"));
    QVERIFY(m_wire->cuts > 0);
    QVERIFY(pull.result()->array.equals(array));
}

void TestPushPull::rel05PushSurvivesAKilledServer()
{
    ServerProcess server;
    QVERIFY(server.start());
    Person person(server.origin(), server.addToken(u"mia"_s));
    const DocumentArray array = table(400'000);
    PushJob push(person.client, array, named(u"killed-push"_s));
    int kills = 0;
    qint64 next = 2'000'000;
    connect(&push, &TransferJob::progressed, this, [&](const TransferProgress &progress) {
        if (progress.phase == TransferProgress::Transferring && progress.bytesDone > next
            && kills < 2) {
            ++kills;
            next += 3'000'000;
            QMetaObject::invokeMethod(
                this,
                [&] {
                    server.kill();
                    QVERIFY(server.start());
                },
                Qt::QueuedConnection);
        }
    });
    QCOMPARE(runToEnd(push), QByteArray("done"));
    QCOMPARE(kills, 2);
    QVERIFY(push.result()->bytesSent
            <= push.result()->version.size + qint64(kills) * 4 * 512 * 1024);
    PullJob pull(person.client, addressOf(u"killed-push"_s), person.cache);
    QCOMPARE(runToEnd(pull), QByteArray("done"));
    QVERIFY(pull.result()->array.equals(array));
}

void TestPushPull::rel05PullSurvivesAKilledServer()
{
    ServerProcess server;
    QVERIFY(server.start());
    Person person(server.origin(), server.addToken(u"mia"_s));
    const DocumentArray array = table(300'000);
    PushJob push(person.client, array, named(u"killed-pull"_s));
    QCOMPARE(runToEnd(push), QByteArray("done"));
    PullJob pull(person.client, addressOf(u"killed-pull"_s), person.cache);
    int kills = 0;
    connect(&pull, &TransferJob::progressed, this, [&](const TransferProgress &progress) {
        if (progress.bytesDone > 1'000'000 && kills == 0) {
            ++kills;
            QMetaObject::invokeMethod(
                this,
                [&] {
                    server.kill();
                    QVERIFY(server.start());
                },
                Qt::QueuedConnection);
        }
    });
    QCOMPARE(runToEnd(pull), QByteArray("done"));
    QCOMPARE(kills, 1);
    QVERIFY(pull.result()->array.equals(array));
}

void TestPushPull::conflictIsToldNotOverwritten()
{
    const auto person = mia();
    PushJob first(person->client, table(100, 1), named(u"contested"_s));
    QCOMPARE(runToEnd(first), QByteArray("done"));
    PushJob second(person->client, table(100, 2), named(u"contested"_s));
    QCOMPARE(runToEnd(second), QByteArray("done"));
    PushOptions late = named(u"contested"_s);
    late.overwrite = {OverwriteRule::IfVersion, first.result()->version.version};
    PushJob third(person->client, table(100, 3), late);
    QVERIFY(runToEnd(third).startsWith("failed: version-conflict"));
    QVERIFY(third.error()->kind() == ErrorKind::Conflict);
    QVERIFY(third.conflict());
    QCOMPARE(third.conflict()->current->version, second.result()->version.version);
    PullJob pull(person->client, addressOf(u"contested"_s), person->cache);
    QCOMPARE(runToEnd(pull), QByteArray("done"));
    QVERIFY(pull.result()->array.equals(table(100, 2)));
}

void TestPushPull::ifAbsentClaimsOnce()
{
    const auto person = mia();
    PushOptions options = named(u"claimed-once"_s);
    options.overwrite.kind = OverwriteRule::IfAbsent;
    PushJob first(person->client, table(10), options);
    QCOMPARE(runToEnd(first), QByteArray("done"));
    PushJob second(person->client, table(10), options);
    QVERIFY(runToEnd(second).startsWith("failed: version-conflict"));
}

void TestPushPull::cancelPush()
{
    const auto person = mia();
    // Before it began, while it runs, twice.
    PushJob early(person->client, table(10), named(u"cancelled-push"_s));
    QSignalSpy earlyEnded(&early, &TransferJob::ended);
    early.start();
    early.cancel();
    early.cancel();
    QCOMPARE(earlyEnded.size(), 0);
    QTRY_COMPARE(earlyEnded.size(), 1);
    QCOMPARE(stateOf(early), QByteArray("cancelled"));
    QVERIFY(early.error()->isCancelled());

    PushJob push(person->client, table(400'000), named(u"cancelled-push"_s));
    QSignalSpy ended(&push, &TransferJob::ended);
    bool isAsked = false;
    connect(&push, &TransferJob::progressed, this, [&](const TransferProgress &progress) {
        if (progress.bytesDone > 500'000 && !std::exchange(isAsked, true))
            push.cancel();
    });
    push.start();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 60'000);
    QCOMPARE(stateOf(push), QByteArray("cancelled"));
    QTest::qWait(50);
    QCOMPARE(ended.size(), 1);
    PullJob pull(person->client, addressOf(u"cancelled-push"_s), person->cache);
    QVERIFY(runToEnd(pull).startsWith("failed: share-"));
}

void TestPushPull::rel05CancelledPushGoesOn()
{
    const auto person = mia();
    const DocumentArray array = table(400'000, 21);
    PushOptions options = named(u"goes-on"_s);
    options.access = Access::Code;
    PushJob first(person->client, array, options);
    QSignalSpy ended(&first, &TransferJob::ended);
    qint64 sent = 0;
    connect(&first, &TransferJob::progressed, this, [&](const TransferProgress &progress) {
        if (progress.bytesDone > 3'000'000) {
            sent = progress.bytesDone;
            first.cancel();
        }
    });
    first.start();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 60'000);
    QCOMPARE(stateOf(first), QByteArray("cancelled"));
    const std::unique_ptr<PushJob> second = first.makeNext();
    QCOMPARE(second->name(), first.name());
    QCOMPARE(runToEnd(*second), QByteArray("done"));
    QVERIFY(second->result()->address.code);
    QVERIFY(second->result()->bytesSent
            <= second->result()->version.size - sent + qint64(4) * 512 * 1024);
    PullJob pull(person->client, second->result()->address, person->cache);
    QCOMPARE(runToEnd(pull), QByteArray("done"));
    QVERIFY(pull.result()->array.equals(array));
    // Done already: told, not done again.
    const std::unique_ptr<PushJob> third = second->makeNext();
    QCOMPARE(runToEnd(*third), QByteArray("done"));
    QCOMPARE(third->result()->bytesSent, 0);
    QCOMPARE(third->result()->version, second->result()->version);
}

void TestPushPull::cancelPullKeepsWhatCame()
{
    const auto person = mia();
    const DocumentArray array = table(300'000);
    PushJob push(person->client, array, named(u"cancelled-pull"_s));
    QCOMPARE(runToEnd(push), QByteArray("done"));
    qint64 kept = 0;
    {
        PullJob pull(person->client, addressOf(u"cancelled-pull"_s), person->cache);
        QSignalSpy ended(&pull, &TransferJob::ended);
        connect(&pull, &TransferJob::progressed, this, [&](const TransferProgress &progress) {
            if (progress.bytesDone > 1'500'000)
                pull.cancel();
        });
        pull.start();
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 60'000);
        QCOMPARE(stateOf(pull), QByteArray("cancelled"));
        // Whoever waits for a cell that will never come is told.
        if (pull.manifest())
            kept = person->cache->size();
    }
    QVERIFY(kept > 0);
    PullJob pull(person->client, addressOf(u"cancelled-pull"_s), person->cache);
    QCOMPARE(runToEnd(pull), QByteArray("done"));
    QVERIFY(pull.result()->partsReceived < pull.result()->partsTotal);
    QVERIFY(pull.result()->array.equals(array));
}

// At the end of the program above all: a worker may have the cache in hand when the job is gone.
void TestPushPull::workersKeepTheCache()
{
    const auto person = mia();
    PushJob push(person->client, table(10), named(u"left-behind"_s));
    QCOMPARE(runToEnd(push), QByteArray("done"));
    const std::weak_ptr<PartCache> cache = person->cache;
    QSemaphore gate;
    ThreadPool pool(1);
    const auto open = qScopeGuard([&gate] { gate.release(); });
    bool isOpened = false;
    auto pull = std::make_unique<PullJob>(person->client, addressOf(u"left-behind"_s),
                                          person->cache, nullptr, pool);
    connect(pull.get(), &PullJob::opened, this, [&] {
        pool.post([&gate] { gate.acquire(); }); // what the job begins next stays behind it
        isOpened = true;
    });
    pull->start();
    QTRY_VERIFY_WITH_TIMEOUT(isOpened, 60'000);
    pull.reset();
    person->cache.reset();
    QVERIFY(!cache.expired());
    gate.release();
    QTRY_VERIFY(cache.expired());
}

void TestPushPull::destroyedJobsAreSilent()
{
    const auto person = mia();
    PushJob push(person->client, table(100'000), named(u"destroyed"_s));
    QCOMPARE(runToEnd(push), QByteArray("done"));
    int signalled = 0;
    for (const int ms : {0, 5, 30, 80}) {
        auto again =
            std::make_unique<PushJob>(person->client, table(100'000, 3), named(u"destroyed"_s));
        connect(again.get(), &TransferJob::ended, this, [&] { ++signalled; });
        again->start();
        QTest::qWait(ms);
        signalled = 0;
        again.reset();
        auto pull =
            std::make_unique<PullJob>(person->client, addressOf(u"destroyed"_s), person->cache);
        connect(pull.get(), &TransferJob::ended, this, [&] { ++signalled; });
        pull->start();
        QTest::qWait(ms);
        signalled = 0;
        pull.reset();
        QTest::qWait(20);
        QCOMPARE(signalled, 0);
    }
}

void TestPushPull::serverOutlivesClientsThatLeave()
{
    // One part of several megabytes, asked for by connections that are reset while it comes.
    QRandomGenerator random(5);
    std::string cell;
    while (cell.size() < size_t(4) << 20)
        cell += std::to_string(random.generate64());
    const auto person = mia();
    PushJob push(person->client,
                 testdata::array(testdata::field(u"x"_s, TypeKind::Text), {Value::text(cell)}),
                 named(u"left-alone"_s));
    QCOMPARE(runToEnd(push), QByteArray("done"));
    PullJob pull(person->client, addressOf(u"left-alone"_s), person->cache);
    QCOMPARE(runToEnd(pull), QByteArray("done"));
    QUrl url;
    person->client->pull(u"left-alone"_s, {}, this, [&](const Result<PullAnswer> &answer) {
        QVERIFY(answer);
        const SignUrls one{{pull.manifest()->allParts().front().name}};
        person->client->signUrls(answer->pullId, one, {}, this,
                                 [&](const Result<SignedUrls> &urls) {
                                     QVERIFY(urls);
                                     url = urls->parts.first().url;
                                 });
    });
    QTRY_VERIFY(!url.isEmpty());
    for (int i = 0; i < 20; ++i) {
        QTcpSocket socket;
        socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
        QVERIFY(socket.waitForConnected());
        socket.setReadBufferSize(1000);
        socket.write("GET " + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)
                     + " HTTP/1.1\r\nHost: " + url.authority().toLatin1() + "\r\n\r\n");
        QVERIFY(socket.waitForReadyRead());
        QVERIFY(socket.peek(12) == "HTTP/1.1 200");
        socket.abort();
    }
    PullJob again(person->client, addressOf(u"left-alone"_s), person->cache);
    QCOMPARE(runToEnd(again), QByteArray("done"));
}

void TestPushPull::failuresAreSentences()
{
    const auto person = mia();
    PushJob odd(person->client, table(1), named(u"Not A Key"_s));
    QVERIFY(runToEnd(odd).startsWith("failed: key-invalid"));
    PushOptions eternal = named(u"eternal"_s);
    eternal.ttlSeconds = 365LL * 86'400;
    PushJob longLived(person->client, table(1), eternal);
    QVERIFY(runToEnd(longLived).startsWith("failed: ttl-too-long"));
    ShareAddress elsewhere = addressOf(u"some-key"_s);
    elsewhere.server = QUrl(u"https://other.example"_s);
    PullJob wrong(person->client, elsewhere, person->cache);
    QVERIFY(runToEnd(wrong).startsWith("failed: other-server"));
    Person nobody(m_server->origin(), Secret());
    PushJob tokenless(nobody.client, table(1), {});
    QVERIFY(runToEnd(tokenless).startsWith("failed: token-missing"));
    Person revoked(m_server->origin(), Secret(AccessToken::generate().text()));
    PushJob unknown(revoked.client, table(1), {});
    QVERIFY(runToEnd(unknown).startsWith("failed: token-invalid"));
    Person reader(m_server->origin(), m_server->addToken(u"reader"_s, u"pull"_s));
    PushJob readOnly(reader.client, table(1), {});
    QVERIFY(runToEnd(readOnly).startsWith("failed: scope-missing"));
}

void TestPushPull::sec24TokenStaysSecret()
{
    static QStringList messages;
    const auto before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &text) { messages.append(text); });
    QLoggingCategory::setFilterRules(u"passel.*.debug=true"_s);
    m_wire->cut(-1, 0);
    m_wire->heard.clear();
    Person person(m_wire->origin(), m_wiredMia);
    PushOptions options;
    options.access = Access::Code;
    PushJob push(person.client, table(40'000), options);
    const QByteArray pushed = runToEnd(push);
    m_wire->cut(50'000, 3);
    PullJob pull(person.client, addressOf(push.name()), person.cache);
    const QByteArray pulled = runToEnd(pull);
    QLoggingCategory::setFilterRules({});
    qInstallMessageHandler(before);
    QCOMPARE(pushed, QByteArray("done"));
    QCOMPARE(pulled, QByteArray("done"));
    const QByteArray token = m_wiredMia.view().toByteArray();
    const QByteArray code = push.result()->address.code->symbols();
    const QByteArray log = messages.join(u'\n').toUtf8();
    QVERIFY(!log.contains(token));
    QVERIFY(!log.contains(code));
    QVERIFY(!log.contains("signature"));
    QDirIterator files(person.cacheFolder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains(token) && !bytes.contains(code));
    }
    // SEC-30: on the wire the token goes to the API only.
    int stored = 0;
    for (qsizetype at = 0; (at = m_wire->heard.indexOf(" /store/", at)) >= 0; ++at) {
        const QByteArray head = m_wire->heard.mid(at, m_wire->heard.indexOf("\r\n\r\n", at) - at);
        QVERIFY(!head.toLower().contains("authorization"));
        QVERIFY(!head.toLower().contains("passel-"));
        QVERIFY(!head.contains(token));
        ++stored;
    }
    QVERIFY(stored > 0);
    QVERIFY(
        !m_wire->heard.contains(code)); // the owner's own pull needs none, the push its verifier
}

void TestPushPull::onlyVisibleRowsTravel()
{
    const auto person = mia();
    // A canary in a row that is filtered away, in a column left out, and under an edit.
    std::vector<Value> cells;
    cells.reserve(1000);
    for (int i = 0; i < 1000; ++i)
        cells.push_back(Value::text("plain " + std::to_string(i)));
    cells[500] = testdata::text("CANARY-ROW");
    const Field name = testdata::field(u"name"_s, TypeKind::Text);
    Field other = testdata::field(u"other"_s, TypeKind::Text);
    other.note = u"CANARY-NOTE"_s;
    const std::vector<Value> secrets(1000, testdata::text("CANARY-COLUMN"));
    DocumentArray array = DocumentArray::create(
        Schema({name, other}), {testdata::column(name, cells), testdata::column(other, secrets)},
        1000);
    array = *array.withValue(3, 0, testdata::text("CANARY-EDIT"));
    array = *array.withValue(3, 0, testdata::text("fine"));
    const quint32 hidden = 500;
    array = array.removed(std::span(&hidden, 1));
    PushOptions options = named(u"canaries"_s);
    options.columns = {0};
    PushJob push(person->client, array, options);
    QCOMPARE(runToEnd(push), QByteArray("done"));
    PullJob pull(person->client, addressOf(u"canaries"_s), person->cache);
    QCOMPARE(runToEnd(pull), QByteArray("done"));
    QCOMPARE(pull.result()->array.rowCount(), 999);
    for (const PartRef &ref : pull.manifest()->allParts()) {
        const auto part = person->cache->find(ref);
        QVERIFY(part);
        QVERIFY(!part->raw().contains("CANARY"));
    }
    QVERIFY(!pull.manifest()->toJson()->contains("CANARY"));
}

QTEST_GUILESS_MAIN(TestPushPull)
#include "tst_pushpull.moc"
