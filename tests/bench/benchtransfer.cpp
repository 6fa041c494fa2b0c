// passel-bench transfer: push and pull by key through our server, on the loopback.
#include "core/base/digest.h"
#include "core/io/format.h"
#include "core/server/metadatastore.h"
#include "core/server/shareserver.h"
#include "core/share/partcache.h"
#include "core/share/pulljob.h"
#include "core/share/pushjob.h"
#include "tests/bench/bench.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>

#include <array>
#include <cstdio>
#include <memory>

namespace passel::bench {

namespace {

constexpr qsizetype RandomCells = 4096;
constexpr qsizetype RandomCell = 32LL * 1024;

// Nothing can be saved on these: 128 MiB of random bytes.
DocumentArray incompressible()
{
    ColumnBuilder builder(TypeKind::Bytes);
    for (qsizetype i = 0; i < RandomCells; ++i) {
        const QByteArray cell = randomBytes(RandomCell);
        builder.next().appendBytes({cell.constData(), static_cast<size_t>(cell.size())});
    }
    Field field;
    field.name = QStringLiteral("noise");
    field.type = TypeKind::Bytes;
    return DocumentArray::create(Schema({field}), {builder.finish()}, RandomCells);
}

struct Measured
{
    double pushSeconds = 0;
    double pullSeconds = 0;
    qint64 sent = 0;
    qint64 received = 0;
};

template <typename Job>
Result<void> finish(Job &job)
{
    QEventLoop loop;
    QObject::connect(&job, &TransferJob::ended, &loop, &QEventLoop::quit);
    job.start();
    loop.exec();
    if (job.error())
        return *job.error();
    return {};
}

Result<Measured> roundTrip(const std::shared_ptr<ShareClient> &client, const DocumentArray &array,
                           const QString &name, const QString &scratch)
{
    Measured measured;
    PushOptions options;
    options.name = name;
    auto started = Clock::now();
    PushJob push(client, array, options);
    PASSEL_CHECK(finish(push));
    measured.pushSeconds = secondsSince(started);
    measured.sent = push.result()->bytesSent;
    const auto cache = std::make_shared<PartCache>(
        FileSystem::system(), scratch + QStringLiteral("/cache-") + name, qint64(8) << 30);
    started = Clock::now();
    PullJob pull(client, push.result()->address, cache);
    PASSEL_CHECK(finish(pull));
    measured.pullSeconds = secondsSince(started);
    measured.received = pull.result()->bytesReceived;
    if (!pull.result()->array.equals(array)) {
        return Error(ErrorKind::Internal, QByteArrayLiteral("differs"),
                     QStringLiteral("What was pulled is not what was pushed."));
    }
    return measured;
}

} // namespace

int transfer(const QStringList &arguments)
{
    if (arguments.size() != 3 || arguments.at(1) != QStringLiteral("--scratch"))
        return usage();
    int argc = 1;
    auto name = std::to_array("passel-bench");
    std::array<char *, 2> argv{name.data(), nullptr};
    const QCoreApplication application(argc, argv.data());
    const QString scratch =
        arguments.at(2)
        + QStringLiteral("/passel-bench-%1").arg(QCoreApplication::applicationPid());
    QDir().mkpath(scratch);
    ShareServerOptions options;
    options.dataFolder = scratch + QStringLiteral("/server");
    auto server = ShareServer::start(options);
    if (!server)
        return failed(server.error());
    const auto token = (*server)->data().addToken(QStringLiteral("bench"), ScopePull | ScopePush, 1,
                                                  passel::Clock::system().nowMs());
    if (!token)
        return failed(token.error());
    MemoryTokenStore tokens;
    ServerEntry entry;
    entry.origin = *serverOrigin((*server)->url());
    QEventLoop written;
    tokens.write(entry.origin, Secret(token->token.text()), &written,
                 [&](const Result<Kept> &) { written.quit(); });
    written.exec();
    const auto client = std::make_shared<ShareClient>(entry, tokens);

    auto outcome = readFile(FileSystem::system(), arguments.front(), std::nullopt, {});
    if (!outcome)
        return failed(outcome.error());
    const qint64 fileBytes = QFileInfo(arguments.front()).size();
    const auto file = roundTrip(client, outcome->array, QStringLiteral("bench-file"), scratch);
    if (!file)
        return failed(file.error());
    outcome = ReadOutcome{};
    const auto noise = roundTrip(client, incompressible(), QStringLiteral("bench-noise"), scratch);
    if (!noise)
        return failed(noise.error());
    const auto rate = [](qint64 bytes, double seconds) {
        return static_cast<double>(bytes) / seconds / 1e6;
    };
    const qint64 noiseBytes = RandomCells * RandomCell;
    print({{QStringLiteral("push_noise_mb_s"), rate(noiseBytes, noise->pushSeconds)},
           {QStringLiteral("pull_noise_mb_s"), rate(noiseBytes, noise->pullSeconds)},
           {QStringLiteral("push_file_mb_s"), rate(fileBytes, file->pushSeconds)},
           {QStringLiteral("pull_file_mb_s"), rate(fileBytes, file->pullSeconds)},
           {QStringLiteral("sent_share"),
            static_cast<double>(file->sent) / static_cast<double>(fileBytes)},
           {QStringLiteral("s"), noise->pushSeconds}});
    (*server)->stop();
    server->reset();
    QDir(scratch).removeRecursively();
    return 0;
}

} // namespace passel::bench
