// The token in a file that PASSEL_TOKEN_FILE names: for scripts and machines without a person.
#pragma once

#include "core/base/filesystem.h"
#include "core/share/tokenstore.h"

namespace passel {

//! \brief One token for whatever server is asked about; read anew each time. The file must be
//! regular, at most 4 KiB, and readable and writable by its owner alone (mode 0600 or 0400), else
//! `token-file-mode`, `token-file-invalid`, or the file layer's own code. It is never written:
//! write() and remove() answer `token-file-fixed`.
class FileTokenStore final : public TokenStore
{
    Q_OBJECT

public:
    explicit FileTokenStore(QString path, QObject *parent = nullptr,
                            FileSystem &files = FileSystem::system());

    void read(const QUrl &origin, QObject *context, ReadDone done) override;
    void write(const QUrl &origin, const Secret &token, QObject *context, WriteDone done) override;
    void remove(const QUrl &origin, QObject *context, RemoveDone done) override;

    //! \brief The file's token at once.
    [[nodiscard]] Result<Secret> token() const;

private:
    QString m_path;
    FileSystem &m_files;
};

//! \brief A FileTokenStore when PASSEL_TOKEN_FILE is set, else a KeychainTokenStore.
[[nodiscard]] std::unique_ptr<TokenStore> makeTokenStore();

} // namespace passel
