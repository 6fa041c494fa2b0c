// What a push may refer to: only bytes that it has shown, whatever is registered, repeated or done
// at the same time.
#include "tests/server/serverfixture.h"

using namespace passel;
using namespace Qt::StringLiterals;
using protocol::PartEntry;

namespace {

const TestPart Manifest{"manifest"};
const TestPart OtherManifest{"another manifest"};
const TestPart Secret{"what only ann may see"};
const QList<TestPart> Parts{{"one"}, {"two"}};

// Calls a function once in the middle of publish(): what other connections do meanwhile.
class InterruptedBlobs final : public BlobStore
{
public:
    explicit InterruptedBlobs(BlobStore &inner)
        : m_inner(inner)
    {}

    std::function<void()> meanwhile;

    Result<std::unique_ptr<BlobUpload>> begin(const QByteArray &pushId,
                                              const BlobName &blob) override
    {
        return m_inner.begin(pushId, blob);
    }

    Result<bool> hasArrived(const QByteArray &pushId, const BlobName &blob) override
    {
        return m_inner.hasArrived(pushId, blob);
    }

    Result<void> publish(const QByteArray &pushId, const QList<Digest> &blobs) override
    {
        if (const auto now = std::exchange(meanwhile, {}))
            now();
        return m_inner.publish(pushId, blobs);
    }

    Result<void> discard(const QByteArray &pushId, const QList<Digest> &blobs) override
    {
        return m_inner.discard(pushId, blobs);
    }

    Result<std::unique_ptr<File>> open(const Digest &sha256) override
    {
        return m_inner.open(sha256);
    }

    Result<qint64> size(const Digest &sha256) override { return m_inner.size(sha256); }

    Result<void> remove(const Digest &sha256) override { return m_inner.remove(sha256); }

    Result<QList<std::pair<BlobName, qint64>>> list() override { return m_inner.list(); }

    Result<void> recover(const PushTest &isOpen) override { return m_inner.recover(isOpen); }

    Result<qint64> freeBytes() override { return m_inner.freeBytes(); }

    Result<qint64> totalBytes() override { return m_inner.totalBytes(); }

private:
    BlobStore &m_inner;
};

// A fixture whose router works on interrupted blobs.
struct Guarded : ServerFixture
{
    Guarded()
        : interrupted(*blobs)
    {
        router = std::make_unique<ShareRouter>(*store, interrupted, clock, ServerPolicy(),
                                               QByteArray(32, 's'));
    }

    HttpResponse registerOnly(const QByteArray &token, const QString &push,
                              const QList<PartEntry> &parts,
                              const std::optional<PartEntry> &manifest = {})
    {
        protocol::RegisterParts request;
        request.parts = parts;
        request.manifest = manifest;
        return last = call("POST", protocol::pathPushParts(push), token, request.toJson());
    }

    HttpResponse complete(const QByteArray &token, const QString &push, const TestPart &manifest,
                          const QList<TestPart> &parts)
    {
        return last = call("POST", protocol::pathPushComplete(push), token,
                           completion(manifest, parts).toJson());
    }

    void sql(const QString &statement)
    {
        QVERIFY(runSql(folder.filePath(u"passel.db"_s), statement));
    }

    // Files that arrived for pushes and were not published.
    [[nodiscard]] qsizetype leftovers()
    {
        qsizetype count = 0;
        const QString root = folder.filePath(u"blobs"_s);
        for (const QString &sub : files.list(root).valueOr({})) {
            for (const QString &name : files.list(root + u'/' + sub).valueOr({}))
                count += name.size() > 64 ? 1 : 0;
        }
        return count;
    }

    InterruptedBlobs interrupted;
};

} // namespace

class TestPushGuard : public QObject
{
    Q_OBJECT

private slots:
    void anotherManifestShowsNothing();
    void partRegisteredMeanwhileStaysOut();
    void completedTwiceAtOnce();
    void declaredSizeIsTheRealOne();
    void openPushesCount();
    void claimsCountAsShares();
    void nothingStaysBehind();
    void bytesLostInAPowerCut();
    void partThatEndsAfterCompletion();
    void newOwnerStartsAtZero();
    void checkFindsBrokenRows();
};

// Its digest is registered as the manifest of a push that fails; the next try must not find it
// marked as arrived.
void TestPushGuard::anotherManifestShowsNothing()
{
    Guarded f;
    const QByteArray ann = f.token(u"ann"_s);
    const QByteArray eve = f.token(u"eve"_s);
    QCOMPARE(f.push(ann, u"private"_s, Manifest, {Secret}).status, 200);
    const QString first = f.open(eve, u"eve-1"_s);
    const QString second = f.open(eve, u"eve-1"_s);
    QCOMPARE(f.sendParts(eve, first, Manifest, {}), 1);
    PartEntry stolen = Secret.entry();
    stolen.name = OtherManifest.entry().name;
    QCOMPARE(f.registerOnly(eve, first, {}, stolen).status, 200);
    QVERIFY(protocol::RegisteredParts::fromJson(ServerFixture::json(f.last))->manifest->isMissing);
    QCOMPARE(f.sendParts(eve, second, OtherManifest, {}), 1);
    QCOMPARE(f.complete(eve, second, OtherManifest, {}).status, 200);
    f.complete(eve, first, Manifest, {});
    f.call("DELETE", u"/v1/shares/eve-1"_s, eve);
    protocol::CompletePush request;
    request.manifest = stolen;
    request.partsDigest = protocol::partsDigestOf({});
    const HttpResponse answer =
        f.call("POST", protocol::pathPushComplete(first), eve, request.toJson());
    QCOMPARE(ServerFixture::outcome(answer), "409 parts-missing");
}

void TestPushGuard::partRegisteredMeanwhileStaysOut()
{
    Guarded f;
    const QByteArray ann = f.token(u"ann"_s);
    const QByteArray eve = f.token(u"eve"_s);
    QCOMPARE(f.push(ann, u"private"_s, Manifest, {Secret}).status, 200);
    const QString push = f.open(eve, u"eve-1"_s);
    QCOMPARE(f.sendParts(eve, push, OtherManifest, Parts), 3);
    f.interrupted.meanwhile = [&] {
        QCOMPARE(f.registerOnly(eve, push, {Secret.entry()}).status, 200);
    };
    QCOMPARE(ServerFixture::outcome(f.complete(eve, push, OtherManifest, Parts)),
             "409 parts-missing");
    QCOMPARE(ServerFixture::outcome(f.call("POST", protocol::pathPull(u"eve-1"_s), eve)),
             "404 share-not-found");
    QVERIFY(checkStores(*f.store, *f.blobs, f.clock.nowMs(), true)->faults.isEmpty());
}

void TestPushGuard::completedTwiceAtOnce() // REL-05
{
    Guarded f;
    const QByteArray ann = f.token(u"ann"_s);
    const QString push = f.open(ann, u"sales-2026"_s);
    QCOMPARE(f.sendParts(ann, push, Manifest, Parts), 3);
    HttpResponse other;
    f.interrupted.meanwhile = [&] { other = f.complete(ann, push, Manifest, Parts); };
    const HttpResponse answer = f.complete(ann, push, Manifest, Parts);
    QCOMPARE(ServerFixture::outcome(other), "200");
    QCOMPARE(ServerFixture::outcome(answer), "200");
    QCOMPARE(answer.body, other.body);
    QCOMPARE(f.pull(ann, u"sales-2026"_s, Parts), (QList<QByteArray>{"manifest", "one", "two"}));
}

void TestPushGuard::declaredSizeIsTheRealOne()
{
    Guarded f;
    const QByteArray ann = f.token(u"ann"_s);
    const QString push = f.open(ann, u"sales-2026"_s);
    QCOMPARE(f.sendParts(ann, push, Manifest, Parts), 3);
    PartEntry smaller = Parts[0].entry();
    smaller.size = 1;
    QCOMPARE(f.registerOnly(ann, push, {smaller}).status, 200);
    const auto answer = protocol::RegisteredParts::fromJson(ServerFixture::json(f.last));
    QVERIFY(answer->parts[0].isMissing);
    QCOMPARE(ServerFixture::outcome(f.complete(ann, push, Manifest, Parts)), "409 parts-missing");
    QCOMPARE(ServerFixture::outcome(
                 f.send(ServerFixture::signedRequest("PUT", answer->parts[0].url, "one"))),
             "400 size-mismatch");
    QCOMPARE(f.sendParts(ann, push, Manifest, Parts), 0);
    QCOMPARE(f.complete(ann, push, Manifest, Parts).status, 200);
}

void TestPushGuard::openPushesCount()
{
    Guarded f;
    const QByteArray ann = f.token(u"ann"_s);
    f.sql(u"UPDATE users SET quota_bytes = 1000"_s);
    const QList<TestPart> some{{QByteArray(900, 'a')}};
    const QList<TestPart> more{{QByteArray(901, 'b')}};
    const QString first = f.open(ann, u"first"_s);
    const QString second = f.open(ann, u"second"_s);
    QCOMPARE(f.sendParts(ann, first, Manifest, some), 2);
    QCOMPARE(f.sendParts(ann, second, Manifest, more), -1);
    QCOMPARE(ServerFixture::outcome(f.last), "507 quota-exceeded");
    // A second manifest takes the first one's place, also in the count.
    for (int i = 0; i < 20; ++i) {
        const TestPart manifest{QByteArray(50, 'm') + QByteArray::number(i)};
        QCOMPARE(f.sendParts(ann, first, manifest, some), 1);
    }
    QCOMPARE(f.leftovers(), 2);
    f.clock.advanceSeconds(86'400);
    QVERIFY(f.sweepNow());
    QCOMPARE(f.push(ann, u"second"_s, Manifest, more).status, 200);
}

void TestPushGuard::claimsCountAsShares()
{
    Guarded f;
    const QByteArray ann = f.token(u"ann"_s);
    f.sql(u"UPDATE users SET quota_shares = 2"_s);
    QVERIFY(!f.open(ann, u"first"_s).isEmpty());
    QVERIFY(!f.open(ann, u"second"_s).isEmpty());
    QVERIFY(!f.open(ann, u"second"_s).isEmpty()); // claimed already
    QVERIFY(f.open(ann, u"third"_s).isEmpty());
    QCOMPARE(ServerFixture::outcome(f.last), "507 quota-exceeded");
}

void TestPushGuard::nothingStaysBehind() // REL-03
{
    Guarded f;
    const QByteArray ann = f.token(u"ann"_s);
    const QString push = f.open(ann, u"sales-2026"_s);
    QCOMPARE(f.sendParts(ann, push, Manifest, Parts), 3);
    // The same raw bytes compressed otherwise, and another manifest.
    PartEntry again = Parts[0].entry();
    again.sha256 = sha256("one, otherwise");
    again.size = 14;
    QCOMPARE(f.registerOnly(ann, push, {again}).status, 200);
    QCOMPARE(f.sendParts(ann, push, OtherManifest, Parts), 2);
    QCOMPARE(f.complete(ann, push, OtherManifest, Parts).status, 200);
    QCOMPARE(f.leftovers(), 0);
    // What a start finds of a push that is over goes, too.
    const BlobName stray{sha256("stray"), 5};
    {
        const auto upload = f.blobs->begin(push.toLatin1(), stray);
        QVERIFY((*upload)->write("stray"));
        QVERIFY((*upload)->finish());
    }
    QCOMPARE(f.leftovers(), 1);
    QVERIFY(f.blobs->recover(
        [&](const QByteArray &id) { return f.store->isPushOpen(id, f.clock.nowMs()); }));
    QCOMPARE(f.leftovers(), 0);
}

void TestPushGuard::bytesLostInAPowerCut() // REL-05
{
    Guarded f;
    const QByteArray ann = f.token(u"ann"_s);
    const QString push = f.open(ann, u"sales-2026"_s);
    QCOMPARE(f.sendParts(ann, push, Manifest, Parts), 3);
    // The database says that a completion had begun, but the disk forgot a file.
    QVERIFY(f.store->write([&](MetadataTransaction &tx) -> Result<MetadataStore::End> {
        PASSEL_CHECK(tx.markArrived(push.toLatin1(), Manifest.entry().name));
        return MetadataStore::End::Commit;
    }));
    QVERIFY(f.blobs->discard(push.toLatin1(), {Parts[1].entry().sha256}));
    QCOMPARE(ServerFixture::outcome(f.complete(ann, push, Manifest, Parts)), "409 parts-missing");
    QCOMPARE(f.sendParts(ann, push, Manifest, Parts), 1);
    QCOMPARE(f.complete(ann, push, Manifest, Parts).status, 200);
}

void TestPushGuard::partThatEndsAfterCompletion()
{
    Guarded f;
    const QByteArray ann = f.token(u"ann"_s);
    const QString push = f.open(ann, u"sales-2026"_s);
    QCOMPARE(f.registerOnly(ann, push, {Parts[0].entry()}).status, 200);
    const QUrl url = protocol::RegisteredParts::fromJson(ServerFixture::json(f.last))->parts[0].url;
    HttpPlan plan = f.router->begin(ServerFixture::signedRequest("PUT", url, Parts[0].bytes));
    auto *upload = std::get_if<std::unique_ptr<HttpUpload>>(&plan);
    QVERIFY(upload != nullptr);
    QVERIFY(!(*upload)->write(Parts[0].bytes));
    QCOMPARE(f.sendParts(ann, push, Manifest, Parts), 3);
    QCOMPARE(f.complete(ann, push, Manifest, Parts).status, 200);
    QCOMPARE(ServerFixture::outcome((*upload)->finish()), "410 upload-expired");
    QCOMPARE(f.leftovers(), 0);
}

void TestPushGuard::newOwnerStartsAtZero()
{
    Guarded f;
    const QByteArray ann = f.token(u"ann"_s, ScopePull | ScopePush | ScopeManage, 365);
    QCOMPARE(f.push(ann, u"sales-2026"_s, Manifest, Parts).status, 200);
    QVERIFY(!f.pull(ann, u"sales-2026"_s, Parts).isEmpty());
    f.call("DELETE", u"/v1/shares/sales-2026"_s, ann);
    f.clock.advanceSeconds(91LL * 86'400);
    const QByteArray bob = f.token(u"bob"_s);
    QCOMPARE(f.push(bob, u"sales-2026"_s, Manifest, Parts).status, 200);
    const auto info = protocol::ShareInfo::fromJson(
        ServerFixture::json(f.call("GET", u"/v1/shares/sales-2026"_s, bob)));
    QVERIFY(info);
    QCOMPARE(info->downloads, 0);
    QCOMPARE(info->lastDownloadAtMs, 0);
}

void TestPushGuard::checkFindsBrokenRows() // REL-04
{
    Guarded f;
    const QByteArray ann = f.token(u"ann"_s);
    QCOMPARE(f.push(ann, u"sales-2026"_s, Manifest, Parts).status, 200);
    const auto faults = [&] {
        return checkStores(*f.store, *f.blobs, f.clock.nowMs(), false)->faults;
    };
    QVERIFY(faults().isEmpty());
    f.sql(u"UPDATE shares SET version_id = version_id + 1"_s);
    QVERIFY(faults().join(u'\n').contains(u"sales-2026"));
    f.sql(u"UPDATE shares SET version_id = version_id - 1"_s);
    QVERIFY(faults().isEmpty());
    f.sql(u"DELETE FROM version_parts WHERE manifest = 0"_s);
    QVERIFY(faults().join(u'\n').contains(u"sales-2026"));
}

QTEST_GUILESS_MAIN(TestPushGuard)
#include "tst_pushguard.moc"
