#include "core/share/filetokenstore.h"

#include "core/share/keychaintokenstore.h"
#include "core/share/protocol.h"

#include <QDir>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace passel {

namespace {

constexpr qint64 FileLimit = 4096;

} // namespace

FileTokenStore::FileTokenStore(QString path, QObject *parent, FileSystem &files)
    : TokenStore(parent)
    , m_path(std::move(path))
    , m_files(files)
{}

Result<Secret> FileTokenStore::token() const
{
    const QString shown = QDir::toNativeSeparators(m_path);
    PASSEL_TRY(const std::unique_ptr<File> file, m_files.openForRead(m_path));
    PASSEL_TRY(const FileStatus status, file->status());
    if ((status.mode & 077U) != 0)
        return Error(ErrorKind::Permission, QByteArrayLiteral("token-file-mode"),
                     tr("The token file %1 can be read by others. Allow it to yourself alone: "
                        "chmod 600.")
                         .arg(shown));
    QByteArray bytes(FileLimit + 1, Qt::Uninitialized);
    PASSEL_TRY(const qint64 size, file->readAt(0, bytes.data(), bytes.size()));
    bytes.truncate(size);
    const Result<protocol::AccessToken> parsed = protocol::AccessToken::parse(bytes);
    Secret::wipe(bytes);
    if (size > FileLimit || !parsed)
        return Error(ErrorKind::Input, QByteArrayLiteral("token-file-invalid"),
                     tr("The file %1 holds no token. It must hold one that begins with psl_pat_, "
                        "and nothing else.")
                         .arg(shown));
    return Secret(parsed->text());
}

void FileTokenStore::read(const QUrl &origin, QObject *context, ReadDone done)
{
    Q_UNUSED(origin)
    QTimer::singleShot(0, context, [result = token(), done = std::move(done)] {
        if (result)
            done(std::optional(*result));
        else
            done(result.error());
    });
}

namespace {

Error fixedError(const QString &path)
{
    return {ErrorKind::Keychain, QByteArrayLiteral("token-file-fixed"),
            FileTokenStore::tr(
                "The token comes from the file %1, which PASSEL_TOKEN_FILE names, and is not "
                "changed by Passel. Unset PASSEL_TOKEN_FILE to use the keychain.")
                .arg(QDir::toNativeSeparators(path))};
}

} // namespace

void FileTokenStore::write(const QUrl &origin, const Secret &token, QObject *context,
                           WriteDone done)
{
    Q_UNUSED(origin)
    Q_UNUSED(token)
    QTimer::singleShot(0, context,
                       [error = fixedError(m_path), done = std::move(done)] { done(error); });
}

void FileTokenStore::remove(const QUrl &origin, QObject *context, RemoveDone done)
{
    Q_UNUSED(origin)
    QTimer::singleShot(0, context,
                       [error = fixedError(m_path), done = std::move(done)] { done(error); });
}

std::unique_ptr<TokenStore> makeTokenStore()
{
    const QString path = qEnvironmentVariable("PASSEL_TOKEN_FILE");
    if (!path.isEmpty())
        return std::make_unique<FileTokenStore>(path);
    return std::make_unique<KeychainTokenStore>();
}

} // namespace passel
