// The life of a share, without sockets: push, pull, override, versions, expiry, sweep.
#include "tests/server/serverfixture.h"

using namespace passel;
using namespace Qt::StringLiterals;
using protocol::Access;

namespace {

const TestPart ManifestA{"manifest a"};
const TestPart ManifestB{"manifest b"};
const QList<TestPart> PartsA{{"one"}, {"two"}, {QByteArray(5000, 'x')}};
const QList<TestPart> PartsB{{"one"}, {"TWO"}, {QByteArray(5000, 'x')}};
constexpr qint64 Week = 604'800;

} // namespace

class TestShareLife : public QObject
{
    Q_OBJECT

private slots:
    void pushedIsPulled();
    void emptyShareTravels();
    void secondPushSendsTheChange();
    void pullerOfTwoCannotReachOne();
    void othersCannotOverride();
    void knowingADigestGivesNoBytes();
    void whoMayPull();
    void ifMatchTellsWhoWasFirst();
    void ifNoneMatchClaimsOnce();
    void conflictAtCompletion();
    void completeTwiceIsHarmless();
    void fiveEarlierVersions();
    void restoring();
    void sevenDays();
    void onlyTheOwnerMovesTheExpiry();
    void timeThatJumpsBackRevivesNothing();
    void openPullKeepsItsVersion();
    void deletedIsGoneAndHeld();
    void nameIsHeldNinetyDays();
    void abandonedPushIsSwept();
    void resumeAfterRestart();
    void idempotentAnswers();
    void recordedBeforeTheUrl();
    void recordsNameWhoIsBehindAProxy();
    void tokens();
    void checkFindsDamage();
    void durableBeforeCommitted();
};

void TestShareLife::pushedIsPulled()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    const HttpResponse done = f.push(ann, u"sales-2026"_s, ManifestA, PartsA);
    QCOMPARE(ServerFixture::outcome(done), "200");
    const auto version = protocol::ShareVersion::fromJson(ServerFixture::json(done));
    QVERIFY(version);
    QCOMPARE(version->version, ManifestA.entry().name);
    QCOMPARE(version->size, 10 + 3 + 3 + 5000);
    QCOMPARE(version->parts, 3);
    QCOMPARE(version->expiresAtMs, ServerFixture::Start + Week * 1000);
    QCOMPARE(f.pull(ann, u"sales-2026"_s, PartsA),
             (QList<QByteArray>{"manifest a", "one", "two", QByteArray(5000, 'x')}));
    const auto info = protocol::ShareInfo::fromJson(
        ServerFixture::json(f.call("GET", u"/v1/shares/sales-2026"_s, ann)));
    QVERIFY(info);
    QCOMPARE(info->downloads, 1);
    QVERIFY(info->isOwner);
}

void TestShareLife::emptyShareTravels()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    QCOMPARE(ServerFixture::outcome(f.push(ann, u"nothing"_s, ManifestA, {})), "200");
    QCOMPARE(f.pull(ann, u"nothing"_s, {}), QList<QByteArray>{"manifest a"});
}

void TestShareLife::secondPushSendsTheChange()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    f.push(ann, u"sales-2026"_s, ManifestA, PartsA);
    const QString id = f.open(ann, u"sales-2026"_s);
    const auto opened = protocol::OpenedPush::fromJson(ServerFixture::json(f.last));
    QVERIFY(opened && opened->parent);
    QCOMPARE(
        ServerFixture::bytesOf(f.send(ServerFixture::signedRequest("GET", opened->parent->url))),
        "manifest a");
    QCOMPARE(f.sendParts(ann, id, ManifestB, PartsB), 2); // "TWO" and the manifest
    // Reading the parent's manifest was no download.
    QCOMPARE(ServerFixture::json(f.call("GET", u"/v1/shares/sales-2026"_s, ann))
                 .value(u"downloads"_s)
                 .toInt(),
             0);
}

void TestShareLife::pullerOfTwoCannotReachOne()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    f.push(ann, u"sales-2026"_s, ManifestA, PartsA);
    f.push(ann, u"sales-2026"_s, ManifestB, PartsB);
    const QList<QByteArray> second = f.pull(ann, u"sales-2026"_s, PartsB);
    QCOMPARE(second.size(), 4);
    QVERIFY(f.pull(ann, u"sales-2026"_s, {{"two"}}).isEmpty()); // a part of version 1 only
    QCOMPARE(ServerFixture::outcome(f.last), "404 part-not-found");
}

void TestShareLife::othersCannotOverride() // SEC-20
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    const QByteArray bob = f.token(u"bob"_s);
    f.push(ann, u"sales-2026"_s, ManifestA, PartsA);
    QCOMPARE(ServerFixture::outcome(f.push(bob, u"sales-2026"_s, ManifestB, PartsB)),
             "409 key-taken");
    for (const auto &method : {"PATCH", "DELETE"}) {
        QCOMPARE(ServerFixture::outcome(
                     f.call(method, u"/v1/shares/sales-2026"_s, bob, {{u"ttl_seconds"_s, 60}})),
                 "404 share-not-found");
    }
    // A name that is only being pushed is claimed, too.
    QVERIFY(!f.open(ann, u"in-progress"_s).isEmpty());
    QVERIFY(f.open(bob, u"in-progress"_s).isEmpty());
    QCOMPARE(ServerFixture::outcome(f.last), "409 key-taken");
    // Another's push cannot be completed, looked at or fed.
    const QString id = f.open(ann, u"in-progress"_s);
    QCOMPARE(ServerFixture::outcome(f.call("GET", protocol::pathPush(id), bob)),
             "404 push-not-found");
    QCOMPARE(f.sendParts(bob, id, ManifestA, PartsA), -1);
    QCOMPARE(ServerFixture::outcome(f.last), "404 push-not-found");
}

void TestShareLife::knowingADigestGivesNoBytes()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    const QByteArray bob = f.token(u"bob"_s);
    f.push(ann, u"sales-2026"_s, ManifestA, PartsA);
    const QString id = f.open(bob, u"mine"_s);
    f.last = f.call("POST", protocol::pathPushParts(id), bob,
                    ServerFixture::registration(ManifestA, PartsA).toJson());
    const auto answer = protocol::RegisteredParts::fromJson(ServerFixture::json(f.last));
    QVERIFY(answer);
    for (const auto &part : answer->parts)
        QVERIFY(part.isMissing);
    f.last = f.call("POST", protocol::pathPushComplete(id), bob,
                    ServerFixture::completion(ManifestA, PartsA).toJson());
    QCOMPARE(ServerFixture::outcome(f.last), "409 parts-missing");
}

void TestShareLife::whoMayPull()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    const QByteArray bob = f.token(u"bob"_s);
    const ShareCode code = ShareCode::generate();
    const ShareCode other = ShareCode::generate();
    protocol::OpenPush people;
    people.access = Access::People;
    protocol::OpenPush withCode;
    withCode.access = Access::Code;
    withCode.codeVerifier = code.verifier(u"by-code");
    f.push(ann, u"only-me"_s, ManifestA, PartsA);
    f.push(ann, u"for-people"_s, ManifestA, PartsA, people);
    f.push(ann, u"by-code"_s, ManifestA, PartsA, withCode);
    const auto pull = [&](const QString &name, const QByteArray &token, const ShareCode *key) {
        HttpRequest request = f.request("POST", protocol::pathPull(name), token);
        if (key != nullptr)
            ServerFixture::setHeader(request, "passel-code", key->symbols());
        return ServerFixture::outcome(f.send(request));
    };
    QCOMPARE(pull(u"only-me"_s, ann, nullptr), "200");
    QCOMPARE(pull(u"only-me"_s, bob, nullptr), "404 share-not-found");
    QCOMPARE(pull(u"only-me"_s, {}, &code), "404 share-not-found");
    QCOMPARE(pull(u"only-me"_s, {}, nullptr), "401 token-missing");
    QCOMPARE(pull(u"for-people"_s, bob, nullptr), "200");
    QCOMPARE(pull(u"for-people"_s, {}, &code), "404 share-not-found");
    QCOMPARE(pull(u"by-code"_s, {}, &code), "200");
    QCOMPARE(pull(u"by-code"_s, {}, &other), "404 share-not-found");
    QCOMPARE(pull(u"by-code"_s, bob, nullptr), "404 share-not-found");
    QCOMPARE(pull(u"by-code"_s, bob, &code), "200");
    QCOMPARE(pull(u"by-code"_s, ann, nullptr), "200");
    // A whole pull by code; another code cannot use the session.
    HttpRequest request = f.request("POST", u"/v1/shares/by-code/pull"_s, {});
    ServerFixture::setHeader(request, "passel-code", code.symbols());
    const auto answer = protocol::PullAnswer::fromJson(ServerFixture::json(f.send(request)));
    QVERIFY(answer);
    protocol::SignUrls wanted;
    wanted.parts = {PartsA[0].entry().name};
    HttpRequest urls =
        f.request("POST", protocol::pathPullUrls(answer->pullId), {}, wanted.toJson());
    ServerFixture::setHeader(urls, "passel-code", code.symbols());
    QCOMPARE(ServerFixture::outcome(f.send(urls)), "200");
    ServerFixture::setHeader(urls, "passel-code", other.symbols());
    QCOMPARE(ServerFixture::outcome(f.send(urls)), "404 pull-not-found");
}

void TestShareLife::ifMatchTellsWhoWasFirst()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    f.push(ann, u"sales-2026"_s, ManifestA, PartsA);
    const auto open = [&](const QByteArray &condition) {
        HttpRequest request = f.request("POST", u"/v1/shares/sales-2026/pushes"_s, ann,
                                        protocol::OpenPush().toJson());
        ServerFixture::setHeader(request, "if-match", condition);
        return f.send(request);
    };
    const QByteArray version = ManifestA.entry().name.toHex();
    QCOMPARE(ServerFixture::outcome(open('"' + version + '"')), "201");
    QCOMPARE(ServerFixture::outcome(open(version)), "201");
    QCOMPARE(ServerFixture::outcome(open("nonsense")), "400 body-invalid");
    const HttpResponse refused = open(sha256("another").toHex());
    QCOMPARE(ServerFixture::outcome(refused), "412 version-conflict");
    const auto problem = protocol::Problem::fromJson(ServerFixture::json(refused));
    QVERIFY(problem && problem->current);
    QCOMPARE(problem->current->version, ManifestA.entry().name);
    QCOMPARE(problem->currentOwner, u"ann"_s);
}

void TestShareLife::ifNoneMatchClaimsOnce()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    const auto open = [&] {
        HttpRequest request = f.request("POST", u"/v1/shares/sales-2026/pushes"_s, ann,
                                        protocol::OpenPush().toJson());
        ServerFixture::setHeader(request, "if-none-match", "*");
        return ServerFixture::outcome(f.send(request));
    };
    QCOMPARE(open(), "201");
    f.push(ann, u"sales-2026"_s, ManifestA, PartsA);
    QCOMPARE(open(), "412 version-conflict");
}

void TestShareLife::conflictAtCompletion()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    f.push(ann, u"sales-2026"_s, ManifestA, PartsA);
    HttpRequest request =
        f.request("POST", u"/v1/shares/sales-2026/pushes"_s, ann, protocol::OpenPush().toJson());
    ServerFixture::setHeader(request, "if-match", ManifestA.entry().name.toHex());
    const QString id = ServerFixture::json(f.send(request)).value(u"push_id"_s).toString();
    QCOMPARE(f.sendParts(ann, id, {"manifest c"}, PartsA), 1);
    f.push(ann, u"sales-2026"_s, ManifestB, PartsB); // somebody is faster
    const HttpResponse refused = f.call("POST", protocol::pathPushComplete(id), ann,
                                        ServerFixture::completion({"manifest c"}, PartsA).toJson());
    QCOMPARE(ServerFixture::outcome(refused), "412 version-conflict");
    QCOMPARE(protocol::Problem::fromJson(ServerFixture::json(refused))->current->version,
             ManifestB.entry().name);
}

void TestShareLife::completeTwiceIsHarmless() // REL-05
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    const QString id = f.open(ann, u"sales-2026"_s);
    f.sendParts(ann, id, ManifestA, PartsA);
    const auto complete = [&](const TestPart &manifest) {
        return f.call("POST", protocol::pathPushComplete(id), ann,
                      ServerFixture::completion(manifest, PartsA).toJson());
    };
    const HttpResponse first = complete(ManifestA);
    f.clock.advanceSeconds(10);
    const HttpResponse second = complete(ManifestA);
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
    QCOMPARE(ServerFixture::outcome(complete(ManifestB)), "409 push-complete");
    QCOMPARE(f.sendParts(ann, id, ManifestA, PartsA), -1);
    QCOMPARE(ServerFixture::outcome(f.last), "409 push-complete");
    const auto status = protocol::PushStatus::fromJson(
        ServerFixture::json(f.call("GET", protocol::pathPush(id), ann)));
    QVERIFY(status && status->version);
    QCOMPARE(status->state, protocol::PushStatus::Complete);
}

void TestShareLife::fiveEarlierVersions()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    for (int i = 0; i < 8; ++i) {
        const TestPart manifest{"manifest " + QByteArray::number(i)};
        QCOMPARE(f.push(ann, u"sales-2026"_s, manifest, {{"part " + QByteArray::number(i)}}).status,
                 200);
        f.clock.advanceSeconds(60);
    }
    const auto list = protocol::VersionList::fromJson(
        ServerFixture::json(f.call("GET", u"/v1/shares/sales-2026/versions"_s, ann)));
    QVERIFY(list);
    QCOMPARE(list->versions.size(), 6);
    QVERIFY(list->versions.front().isCurrent);
    QCOMPARE(list->versions.back().version.version, TestPart{"manifest 2"}.entry().name);
    QCOMPARE(f.blobCount(), 16);
    QVERIFY(f.sweepNow());
    QCOMPARE(f.blobCount(), 12);
}

void TestShareLife::restoring()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    const QByteArray bob = f.token(u"bob"_s);
    f.push(ann, u"sales-2026"_s, ManifestA, PartsA);
    f.clock.advanceSeconds(100);
    f.push(ann, u"sales-2026"_s, ManifestB, PartsB);
    const QString path = protocol::pathRestore(u"sales-2026", ManifestA.entry().name);
    QCOMPARE(ServerFixture::outcome(f.call("POST", path, bob)), "404 share-not-found");
    const HttpResponse restored = f.call("POST", path, ann);
    QCOMPARE(restored.status, 200);
    // Restoring is no push: the expiry stays.
    QCOMPARE(protocol::ShareInfo::fromJson(ServerFixture::json(restored))->version.expiresAtMs,
             ServerFixture::Start + (Week + 100) * 1000);
    QCOMPARE(f.pull(ann, u"sales-2026"_s, PartsA).size(), 4);
    QCOMPARE(ServerFixture::outcome(
                 f.call("POST", protocol::pathRestore(u"sales-2026", sha256("none")), ann)),
             "404 version-not-found");
}

void TestShareLife::sevenDays() // REL-03
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s, 7, 90);
    const QByteArray bob = f.token(u"bob"_s, 7, 90);
    protocol::OpenPush people;
    people.access = Access::People;
    f.push(ann, u"sales-2026"_s, ManifestA, PartsA, people);
    f.clock.advanceSeconds(Week - 1);
    QCOMPARE(ServerFixture::outcome(f.call("GET", u"/v1/shares/sales-2026"_s, bob)), "200");
    f.clock.advanceSeconds(1);
    // Invisible at once, before any sweep; the owner is told why.
    QCOMPARE(ServerFixture::outcome(f.call("GET", u"/v1/shares/sales-2026"_s, bob)),
             "404 share-not-found");
    QCOMPARE(ServerFixture::outcome(f.call("POST", u"/v1/shares/sales-2026/pull"_s, ann)),
             "410 share-expired");
    QCOMPARE(f.blobCount(), 4);
    QVERIFY(f.sweepNow());
    QCOMPARE(f.blobCount(), 0);
    QCOMPARE(ServerFixture::outcome(f.call("POST", u"/v1/shares/sales-2026/pull"_s, ann)),
             "410 share-expired");
    QCOMPARE(ServerFixture::outcome(f.call("POST", u"/v1/shares/sales-2026/pull"_s, bob)),
             "404 share-not-found");
    // The owner's new push brings the name back, without the old versions.
    QCOMPARE(f.push(ann, u"sales-2026"_s, ManifestB, PartsB).status, 200);
    QCOMPARE(ServerFixture::json(f.call("GET", u"/v1/shares/sales-2026/versions"_s, ann))
                 .value(u"versions"_s)
                 .toArray()
                 .size(),
             1);
}

void TestShareLife::onlyTheOwnerMovesTheExpiry()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    f.push(ann, u"sales-2026"_s, ManifestA, PartsA);
    const auto expiry = [&] {
        return protocol::ShareInfo::fromJson(
                   ServerFixture::json(f.call("GET", u"/v1/shares/sales-2026"_s, ann)))
            ->version.expiresAtMs;
    };
    f.clock.advanceSeconds(3600);
    f.pull(ann, u"sales-2026"_s, PartsA);
    QCOMPARE(expiry(), ServerFixture::Start + Week * 1000);
    protocol::PatchShare patch;
    patch.ttlSeconds = Week;
    QCOMPARE(f.call("PATCH", u"/v1/shares/sales-2026"_s, ann, patch.toJson()).status, 200);
    QCOMPARE(expiry(), ServerFixture::Start + (Week + 3600) * 1000);
    patch.ttlSeconds = Week + 1;
    QCOMPARE(
        ServerFixture::outcome(f.call("PATCH", u"/v1/shares/sales-2026"_s, ann, patch.toJson())),
        "400 body-invalid");
    patch.ttlSeconds = 60;
    patch.access = Access::People;
    QCOMPARE(f.call("PATCH", u"/v1/shares/sales-2026"_s, ann, patch.toJson()).status, 200);
    QCOMPARE(expiry(), ServerFixture::Start + (3600 + 60) * 1000LL);
}

void TestShareLife::timeThatJumpsBackRevivesNothing() // REL-03
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s, 7, 90);
    f.push(ann, u"sales-2026"_s, ManifestA, PartsA);
    f.clock.advanceSeconds(Week);
    QCOMPARE(ServerFixture::outcome(f.call("GET", u"/v1/shares/sales-2026"_s, ann)),
             "410 share-expired");
    f.clock.advanceSeconds(-Week); // before a sweep
    QCOMPARE(ServerFixture::outcome(f.call("GET", u"/v1/shares/sales-2026"_s, ann)),
             "410 share-expired");
    QVERIFY(f.sweepNow());
    // And after a restart.
    f.router = std::make_unique<ShareRouter>(*f.store, *f.blobs, f.clock, ServerPolicy(),
                                             QByteArray(32, 's'));
    QCOMPARE(ServerFixture::outcome(f.call("GET", u"/v1/shares/sales-2026"_s, ann)),
             "410 share-expired");
}

void TestShareLife::openPullKeepsItsVersion() // REL-02
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    protocol::OpenPush hour;
    hour.ttlSeconds = 3600;
    f.push(ann, u"sales-2026"_s, ManifestA, PartsA, hour);
    const auto answer = protocol::PullAnswer::fromJson(
        ServerFixture::json(f.call("POST", u"/v1/shares/sales-2026/pull"_s, ann)));
    QVERIFY(answer);
    f.clock.advanceSeconds(3600);
    QVERIFY(f.sweepNow());
    QCOMPARE(f.blobCount(), 4);
    protocol::SignUrls wanted;
    wanted.parts = {PartsA[2].entry().name};
    const HttpResponse urls =
        f.call("POST", protocol::pathPullUrls(answer->pullId), ann, wanted.toJson());
    const auto signedUrls = protocol::SignedUrls::fromJson(ServerFixture::json(urls));
    QVERIFY(signedUrls);
    QCOMPARE(ServerFixture::bytesOf(
                 f.send(ServerFixture::signedRequest("GET", signedUrls->parts[0].url))),
             QByteArray(5000, 'x'));
    f.clock.advanceSeconds(24LL * 3600 - 3600);
    QCOMPARE(ServerFixture::outcome(
                 f.call("POST", protocol::pathPullUrls(answer->pullId), ann, wanted.toJson())),
             "404 pull-not-found");
    QVERIFY(f.sweepNow());
    QCOMPARE(f.blobCount(), 0);
}

void TestShareLife::deletedIsGoneAndHeld()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    const QByteArray bob = f.token(u"bob"_s);
    f.push(ann, u"sales-2026"_s, ManifestA, PartsA);
    QCOMPARE(f.call("DELETE", u"/v1/shares/sales-2026"_s, ann).status, 200);
    // Deleted looks absent, to its owner too: it was a wish.
    QCOMPARE(ServerFixture::outcome(f.call("GET", u"/v1/shares/sales-2026"_s, ann)),
             "404 share-not-found");
    QVERIFY(f.sweepNow());
    QCOMPARE(f.blobCount(), 0);
    QCOMPARE(ServerFixture::outcome(f.push(bob, u"sales-2026"_s, ManifestA, PartsA)),
             "409 key-taken");
    QCOMPARE(f.push(ann, u"sales-2026"_s, ManifestA, PartsA).status, 200);
}

void TestShareLife::nameIsHeldNinetyDays()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    f.push(ann, u"sales-2026"_s, ManifestA, PartsA);
    f.clock.advanceSeconds(Week + 90LL * 86'400 - 1);
    QVERIFY(f.sweepNow());
    const QByteArray bob = f.token(u"bob"_s);
    QCOMPARE(ServerFixture::outcome(f.push(bob, u"sales-2026"_s, ManifestB, PartsB)),
             "409 key-taken");
    f.clock.advanceSeconds(1);
    QCOMPARE(ServerFixture::outcome(f.push(bob, u"sales-2026"_s, ManifestB, PartsB)), "200");
    QCOMPARE(f.pull(bob, u"sales-2026"_s, PartsB).size(), 4);
}

void TestShareLife::abandonedPushIsSwept()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    const QByteArray bob = f.token(u"bob"_s);
    const QString id = f.open(ann, u"sales-2026"_s);
    QCOMPARE(f.sendParts(ann, id, ManifestA, PartsA), 4);
    f.clock.advanceSeconds(24LL * 3600);
    QCOMPARE(ServerFixture::outcome(f.call("GET", protocol::pathPush(id), ann)),
             "410 upload-expired");
    QVERIFY(f.sweepNow());
    QCOMPARE(ServerFixture::outcome(f.call("GET", protocol::pathPush(id), ann)),
             "404 push-not-found");
    for (const QString &name : f.files.list(f.folder.filePath(u"blobs"_s)).valueOr({}))
        QVERIFY(f.files.list(f.folder.filePath(u"blobs/"_s + name)).valueOr({}).isEmpty());
    QCOMPARE(f.push(bob, u"sales-2026"_s, ManifestB, PartsB).status,
             200); // never claimed in the end
}

void TestShareLife::resumeAfterRestart() // REL-05
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    const QString id = f.open(ann, u"sales-2026"_s);
    QCOMPARE(f.sendParts(ann, id, ManifestA, PartsA.mid(0, 2)), 3);
    // One arrived part is broken by a power cut, one temporary file is left over.
    const QByteArray broken = PartsA[0].entry().sha256.toHex();
    const QString path = f.folder.filePath(u"blobs/"_s + QString::fromLatin1(broken.left(2)) + u'/'
                                           + QString::fromLatin1(broken) + u'.' + id);
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write("O");
        QFile stray(path + ".0011223344556677"_L1);
        QVERIFY(stray.open(QIODevice::WriteOnly));
    }
    f.blobs = *FileBlobStore::open(f.files, f.folder.filePath(u"blobs"_s));
    QVERIFY(f.blobs->recover(
        [&](const QByteArray &push) { return f.store->isPushOpen(push, f.clock.nowMs()); }));
    QVERIFY(!QFile::exists(path));
    QVERIFY(!QFile::exists(path + ".0011223344556677"_L1));
    f.router = std::make_unique<ShareRouter>(*f.store, *f.blobs, f.clock, ServerPolicy(),
                                             QByteArray(32, 's'));
    const auto status = protocol::PushStatus::fromJson(
        ServerFixture::json(f.call("GET", protocol::pathPush(id), ann)));
    QVERIFY(status);
    QCOMPARE(status->arrived, QList<Digest>{PartsA[1].entry().name});
    QVERIFY(status->manifestArrived);
    QCOMPARE(f.sendParts(ann, id, ManifestA, PartsA), 2);
    QCOMPARE(f.call("POST", protocol::pathPushComplete(id), ann,
                    ServerFixture::completion(ManifestA, PartsA).toJson())
                 .status,
             200);
}

void TestShareLife::idempotentAnswers()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    const QByteArray bob = f.token(u"bob"_s);
    HttpRequest request =
        f.request("POST", u"/v1/shares/sales-2026/pushes"_s, ann, protocol::OpenPush().toJson());
    const HttpResponse first = f.send(request);
    QCOMPARE(first.status, 201);
    const HttpResponse again = f.send(request);
    QCOMPARE(again.status, 201);
    QCOMPARE(again.body, first.body);
    protocol::OpenPush other;
    other.ttlSeconds = 60;
    HttpRequest changed = request;
    changed.body = protocol::toBytes(other.toJson());
    QCOMPARE(ServerFixture::outcome(f.send(changed)), "409 idempotency-conflict");
    changed = request;
    ServerFixture::setHeader(changed, "if-none-match", "*");
    QCOMPARE(ServerFixture::outcome(f.send(changed)), "409 idempotency-conflict");
    changed = request;
    ServerFixture::setHeader(changed, "authorization", "Bearer " + bob);
    QCOMPARE(ServerFixture::outcome(f.send(changed)),
             "409 key-taken"); // keys are each caller's own
    // After a day it is forgotten.
    f.clock.advanceSeconds(24LL * 3600);
    HttpRequest later =
        f.request("POST", u"/v1/shares/sales-2026/pushes"_s, ann, protocol::OpenPush().toJson());
    ServerFixture::setHeader(later, "idempotency-key", *request.header("idempotency-key"));
    const HttpResponse fresh = f.send(later);
    QCOMPARE(fresh.status, 201);
    QVERIFY(fresh.body != first.body);
    // A token made twice with one key is the same token, and stands nowhere in clear.
    protocol::CreateToken create;
    create.name = u"laptop"_s;
    create.scopes = QStringList{u"pull"_s};
    HttpRequest make = f.request("POST", u"/v1/tokens"_s, ann, create.toJson());
    const HttpResponse made = f.send(make);
    QCOMPARE(made.status, 201);
    QCOMPARE(f.send(make).body, made.body);
    const QByteArray token = protocol::CreatedToken::fromJson(ServerFixture::json(made))->token;
    f.store.reset();
    f.router.reset();
    for (const QString &name : {u"passel.db"_s, u"passel.db-wal"_s}) {
        QFile file(f.folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            QVERIFY(!file.readAll().contains(token));
    }
}

void TestShareLife::recordedBeforeTheUrl()
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    f.push(ann, u"sales-2026"_s, ManifestA, PartsA);
    f.pull(ann, u"sales-2026"_s, PartsA);
    QList<PullRecord> records;
    const auto look = [&](MetadataTransaction &tx) -> Result<MetadataStore::End> {
        PASSEL_TRY(records, tx.pullRecords(u"sales-2026"_s, 10));
        return MetadataStore::End::Rollback;
    };
    QVERIFY(f.store->read(look));
    QCOMPARE(records.size(), 1);
    QCOMPARE(records[0].client, "passel-test/0.1.0 (linux)");
    QCOMPARE(records[0].source, "192.0.2.0/24");
    QCOMPARE(records[0].version, ManifestA.entry().name);
    QCOMPARE(records[0].timeMs, ServerFixture::Start);
}

void TestShareLife::recordsNameWhoIsBehindAProxy()
{
    ServerPolicy policy;
    policy.trustedProxies = {"127.0.0.1"};
    ServerFixture f(policy);
    const QByteArray ann = f.token(u"ann"_s);
    f.push(ann, u"sales-2026"_s, ManifestA, PartsA);
    HttpRequest request = f.request("POST", u"/v1/shares/sales-2026/pull"_s, ann);
    request.peer = "127.0.0.1";
    ServerFixture::setHeader(request, "x-forwarded-for", "10.1.2.3, 198.51.100.77");
    QCOMPARE(f.send(request).status, 200);
    QList<PullRecord> records;
    const auto look = [&](MetadataTransaction &tx) -> Result<MetadataStore::End> {
        PASSEL_TRY(records, tx.pullRecords(u"sales-2026"_s, 10));
        return MetadataStore::End::Rollback;
    };
    QVERIFY(f.store->read(look));
    QCOMPARE(records.size(), 1);
    QCOMPARE(records[0].source, "198.51.100.0/24");
}

void TestShareLife::tokens() // SEC-23
{
    ServerFixture f;
    QByteArray id;
    const QByteArray ann = f.token(u"ann"_s, 7, 30, &id);
    const QByteArray bob = f.token(u"bob"_s);
    const QByteArray puller = f.token(u"ann"_s, ScopePull);
    protocol::CreateToken create;
    create.name = u"laptop"_s;
    create.scopes = QStringList{u"pull"_s, u"push"_s};
    create.days = 90;
    const HttpResponse made = f.call("POST", u"/v1/tokens"_s, ann, create.toJson());
    const auto created = protocol::CreatedToken::fromJson(ServerFixture::json(made));
    QVERIFY(created);
    QCOMPARE(f.call("GET", u"/v1/shares"_s, created->token).status, 200);
    QCOMPARE(
        ServerFixture::outcome(f.call("POST", u"/v1/tokens"_s, created->token, create.toJson())),
        "403 scope-missing");
    QCOMPARE(ServerFixture::outcome(f.call("DELETE", protocol::pathToken(created->id), bob)),
             "404 token-not-found");
    QCOMPARE(ServerFixture::outcome(f.call("DELETE", protocol::pathToken(created->id), puller)),
             "403 scope-missing");
    QCOMPARE(f.call("DELETE", protocol::pathToken(created->id), ann).status, 200);
    QCOMPARE(ServerFixture::outcome(f.call("GET", u"/v1/shares"_s, created->token)),
             "401 token-revoked");
    QCOMPARE(f.call("DELETE", u"/v1/tokens/current"_s, puller).status, 200);
    QCOMPARE(ServerFixture::outcome(f.call("GET", u"/v1/shares"_s, puller)), "401 token-revoked");
    f.clock.advanceSeconds(30LL * 86'400 - 1);
    QCOMPARE(f.call("GET", u"/v1/shares"_s, ann).status, 200);
    f.clock.advanceSeconds(1);
    QCOMPARE(ServerFixture::outcome(f.call("GET", u"/v1/shares"_s, ann)), "401 token-expired");
}

void TestShareLife::checkFindsDamage() // REL-04
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    f.push(ann, u"sales-2026"_s, ManifestA, PartsA);
    const auto faults = [&](bool readData) {
        return checkStores(*f.store, *f.blobs, f.clock.nowMs() + 2LL * 86'400'000, readData)
            ->faults.size();
    };
    QCOMPARE(faults(true), 0);
    const auto pathOf = [&](const TestPart &part) {
        const QString hex = QString::fromLatin1(part.entry().sha256.toHex());
        return f.folder.filePath(u"blobs/"_s + hex.left(2) + u'/' + hex);
    };
    QFile changed(pathOf(PartsA[2]));
    QVERIFY(changed.open(QIODevice::ReadWrite));
    changed.write("y");
    changed.close();
    QCOMPARE(faults(false), 0);
    QCOMPARE(faults(true), 1);
    QVERIFY(changed.resize(4999));
    QCOMPARE(faults(false), 1);
    QVERIFY(QFile::remove(pathOf(PartsA[0])));
    QCOMPARE(faults(false), 2);
    QFile stray(pathOf({"stray"}));
    QVERIFY(stray.open(QIODevice::WriteOnly));
    stray.close();
    QVERIFY(stray.open(QIODevice::ReadWrite)); // its time is the machine's, not the test's
    QVERIFY(stray.setFileTime(QDateTime::fromMSecsSinceEpoch(ServerFixture::Start),
                              QFileDevice::FileModificationTime));
    stray.close();
    QCOMPARE(faults(false), 3);
}

void TestShareLife::durableBeforeCommitted() // REL-01
{
    ServerFixture f;
    const QByteArray ann = f.token(u"ann"_s);
    const QString id = f.open(ann, u"sales-2026"_s);
    f.sendParts(ann, id, ManifestA, PartsA);
    f.files.clearTrace();
    QCOMPARE(f.call("POST", protocol::pathPushComplete(id), ann,
                    ServerFixture::completion(ManifestA, PartsA).toJson())
                 .status,
             200);
    const QStringList trace = f.files.trace();
    QList<TestPart> all = PartsA;
    all.append(ManifestA);
    for (const TestPart &part : std::as_const(all)) {
        const QString hex = QString::fromLatin1(part.entry().sha256.toHex());
        const QString folder = f.folder.filePath(u"blobs/"_s + hex.left(2));
        const QString path = folder + u'/' + hex;
        const auto sync = trace.indexOf(u"sync "_s + path + u'.' + id);
        const auto rename = trace.indexOf(u"rename "_s + path + u'.' + id + u' ' + path);
        const auto directory = trace.lastIndexOf(u"syncdir "_s + folder);
        QVERIFY(sync >= 0);
        QVERIFY(sync < rename);
        QVERIFY(rename < directory);
    }
    // A directory that cannot be synced moves no name.
    const QString second = f.open(ann, u"sales-2026"_s);
    QVERIFY(f.sendParts(ann, second, ManifestB, PartsB) > 0);
    f.files.failAt(1, FaultyFileSystem::SyncDirectory);
    QCOMPARE(ServerFixture::outcome(f.call("POST", protocol::pathPushComplete(second), ann,
                                           ServerFixture::completion(ManifestB, PartsB).toJson())),
             "507 storage-full");
    f.files.heal();
    QCOMPARE(f.pull(ann, u"sales-2026"_s, PartsA).constFirst(), "manifest a");
    QCOMPARE(f.call("POST", protocol::pathPushComplete(second), ann,
                    ServerFixture::completion(ManifestB, PartsB).toJson())
                 .status,
             200);
}

QTEST_GUILESS_MAIN(TestShareLife)
#include "tst_sharelife.moc"
