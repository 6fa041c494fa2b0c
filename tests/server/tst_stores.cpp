// The contract of the stores: what any metadata store and any blob store must do.
#include "tests/server/serverfixture.h"

#include <thread>

using namespace passel;
using namespace Qt::StringLiterals;
using End = MetadataStore::End;

class TestStores : public QObject
{
    Q_OBJECT

private slots:
    void rolledBackIsGone();
    void writersAreSerial();
    void foreignKeysHold();
    void reopensAndRefusesNewer();
    void settingsAndIdempotency();
    void blobLifecycle();
    void blobRefusesWhatWasNotAnnounced();
    void blobsOfPushesStayApart();
    void everyFailureOfAPushIsClean();
};

void TestStores::rolledBackIsGone()
{
    ServerFixture f;
    const auto attempt = [&](End end, bool fail) {
        return f.store->write([&](MetadataTransaction &tx) -> Result<End> {
            PASSEL_CHECK(tx.putSetting(u"a"_s, "1"));
            if (fail)
                return Error(ErrorKind::Internal, "internal", u"no"_s);
            return end;
        });
    };
    const auto setting = [&] {
        std::optional<QByteArray> value;
        const auto look = [&](MetadataTransaction &tx) -> Result<End> {
            PASSEL_TRY(value, tx.setting(u"a"_s));
            return End::Rollback;
        };
        return f.store->read(look) ? value : std::nullopt;
    };
    QVERIFY(attempt(End::Rollback, false));
    QVERIFY(!setting());
    QVERIFY(!attempt(End::Commit, true));
    QVERIFY(!setting());
    QVERIFY(attempt(End::Commit, false));
    QCOMPARE(setting().value_or(""), "1");
    // What a read writes is not kept.
    QVERIFY(f.store->read([](MetadataTransaction &tx) -> Result<End> {
        PASSEL_CHECK(tx.putSetting(u"a"_s, "2"));
        return End::Commit;
    }));
    QCOMPARE(setting().value_or(""), "1");
}

void TestStores::writersAreSerial()
{
    ServerFixture f;
    std::atomic<int> failures{0};
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i) {
                const auto add = [](MetadataTransaction &tx) -> Result<End> {
                    PASSEL_TRY(const auto value, tx.setting(u"n"_s));
                    PASSEL_CHECK(
                        tx.putSetting(u"n"_s, QByteArray::number(value.value_or("0").toInt() + 1)));
                    return End::Commit;
                };
                if (!f.store->write(add))
                    failures.fetch_add(1);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    QByteArray value;
    QVERIFY(f.store->read([&](MetadataTransaction &tx) -> Result<End> {
        PASSEL_TRY(const auto found, tx.setting(u"n"_s));
        value = found.value_or(QByteArray());
        return End::Rollback;
    }));
    QCOMPARE(value, "200");
}

void TestStores::foreignKeysHold()
{
    ServerFixture f;
    const auto write = [](MetadataTransaction &tx) -> Result<End> {
        ShareRow share;
        share.name = u"sales-2026"_s;
        share.ownerId = 4711;
        PASSEL_CHECK(tx.insertShare(share));
        return End::Commit;
    };
    const auto refused = f.store->write(write);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), "storage-unavailable");
}

void TestStores::reopensAndRefusesNewer()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.db"_s);
    {
        const auto store = SqlMetadataStore::open(path);
        QVERIFY(store);
        QVERIFY((*store)->write([](MetadataTransaction &tx) -> Result<End> {
            PASSEL_CHECK(tx.putSetting(u"a"_s, "1"));
            return End::Commit;
        }));
        QVERIFY((*store)->verify());
    }
    QVERIFY(SqlMetadataStore::open(path));
    QVERIFY(ServerFixture::runSql(path, u"PRAGMA user_version = 1000"_s));
    QCOMPARE(SqlMetadataStore::open(path).error().code(), "schema-newer");
    QFile broken(path);
    QVERIFY(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
    broken.write(QByteArray(10'000, 'x'));
    broken.close();
    QCOMPARE(SqlMetadataStore::open(path).error().code(), "storage-unavailable");
}

void TestStores::settingsAndIdempotency()
{
    ServerFixture f;
    QVERIFY(f.store->write([](MetadataTransaction &tx) -> Result<End> {
        PASSEL_CHECK(tx.putIdempotency("t1", "key", {"h", "a", 1000}));
        PASSEL_CHECK(tx.putIdempotency("t2", "key", {"h", "b", 2000}));
        PASSEL_CHECK(tx.removeIdempotencyBefore(1500));
        return End::Commit;
    }));
    QVERIFY(f.store->read([](MetadataTransaction &tx) -> Result<End> {
        const auto first = tx.idempotency("t1", "key");
        const auto second = tx.idempotency("t2", "key");
        if (!first || *first || !second || !*second || (*second)->sealedAnswer != "b")
            return Error(ErrorKind::Internal, "internal", u"not as put"_s);
        return End::Rollback;
    }));
}

void TestStores::blobLifecycle()
{
    ServerFixture f;
    const QByteArray bytes(300'000, 'x');
    const BlobName blob{sha256(bytes), bytes.size()};
    const QByteArray push = randomBytes(16).toHex();
    {
        const auto upload = f.blobs->begin(push, blob);
        QVERIFY(upload);
        QVERIFY((*upload)->write(QByteArrayView(bytes).first(100'000)));
        QVERIFY((*upload)->write(QByteArrayView(bytes).sliced(100'000)));
        QVERIFY(!*f.blobs->hasArrived(push, blob));
        QVERIFY((*upload)->finish());
    }
    QVERIFY(*f.blobs->hasArrived(push, blob));
    QCOMPARE(*f.blobs->size(blob.sha256), -1);
    QVERIFY(f.blobs->publish(push, {blob.sha256}));
    QVERIFY(f.blobs->publish(push, {blob.sha256})); // again is harmless
    QCOMPARE(*f.blobs->size(blob.sha256), bytes.size());
    QCOMPARE(f.blobs->list()->size(), 1);
    QCOMPARE(f.blobs->publish(push, {sha256("none")}).error().code(), "parts-missing");
    QVERIFY(f.blobs->remove(blob.sha256));
    QVERIFY(f.blobs->remove(blob.sha256));
    QCOMPARE(f.blobs->open(blob.sha256).error().kind(), ErrorKind::NotFound);
}

void TestStores::blobRefusesWhatWasNotAnnounced()
{
    ServerFixture f;
    const QByteArray push = randomBytes(16).toHex();
    const BlobName blob{sha256("abc"), 3};
    const auto attempt = [&](const QByteArray &bytes) {
        const auto upload = f.blobs->begin(push, blob);
        if (!upload)
            return upload.error().code();
        const auto written = (*upload)->write(bytes);
        const auto finished = written ? (*upload)->finish() : written;
        return finished ? QByteArray("taken") : finished.error().code();
    };
    QCOMPARE(attempt("ab"), "size-mismatch");
    QCOMPARE(attempt("abcd"), "size-mismatch");
    QCOMPARE(attempt("abd"), "digest-mismatch");
    QVERIFY(!*f.blobs->hasArrived(push, blob));
    QCOMPARE(attempt("abc"), "taken");
    QCOMPARE(attempt("abc"), "taken"); // sent twice
}

void TestStores::blobsOfPushesStayApart()
{
    ServerFixture f;
    const QByteArray mine = randomBytes(16).toHex();
    const QByteArray other = randomBytes(16).toHex();
    const BlobName blob{sha256("abc"), 3};
    {
        const auto upload = f.blobs->begin(mine, blob);
        QVERIFY(upload);
        QVERIFY((*upload)->write("abc"));
        QVERIFY((*upload)->finish());
    }
    QVERIFY(!*f.blobs->hasArrived(other, blob));
    QVERIFY(f.blobs->discard(other, {blob.sha256}));
    QVERIFY(*f.blobs->hasArrived(mine, blob));
    QVERIFY(f.blobs->discard(mine, {blob.sha256}));
    QVERIFY(!*f.blobs->hasArrived(mine, blob));
}

// Each call of the file layer during an override fails once: the answer is a clean refusal or
// success, the old version stays whole, and the same push goes through when the disk is well again.
void TestStores::everyFailureOfAPushIsClean()
{
    const TestPart first{"first"};
    const TestPart second{"second"};
    const QList<TestPart> parts{{"one"}, {"two"}};
    const QList<TestPart> changed{{"one"}, {"three"}};
    qint64 n = 1;
    for (;; ++n) {
        ServerFixture f;
        const QByteArray ann = f.token(u"ann"_s);
        QCOMPARE(f.push(ann, u"sales-2026"_s, first, parts).status, 200);
        f.files.failAt(n);
        HttpResponse answer = f.push(ann, u"sales-2026"_s, second, changed);
        const bool failed = f.files.hasFailed();
        f.files.heal();
        if (answer.status != 200) {
            QVERIFY2(answer.status == 507 || answer.status == 503,
                     ServerFixture::outcome(answer).constData());
            QCOMPARE(f.pull(ann, u"sales-2026"_s, parts),
                     (QList<QByteArray>{"first", "one", "two"}));
            QCOMPARE(f.push(ann, u"sales-2026"_s, second, changed).status, 200);
        }
        QCOMPARE(f.pull(ann, u"sales-2026"_s, changed),
                 (QList<QByteArray>{"second", "one", "three"}));
        QVERIFY(checkStores(*f.store, *f.blobs, f.clock.nowMs(), true)->faults.isEmpty());
        if (!failed)
            break;
    }
    QVERIFY(n > 10);
}

QTEST_GUILESS_MAIN(TestStores)
#include "tst_stores.moc"
