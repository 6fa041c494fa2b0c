// A certificate of the server's own, for two computers without a certificate authority.
#pragma once

#include "core/base/filesystem.h"

#include <QByteArray>
#include <QStringList>

namespace passel {

struct Certificate
{
    QByteArray certificatePem;
    QByteArray keyPem; //!< a secret
    QByteArray
        pin; //!< SHA-256 of the public key (DER, SubjectPublicKeyInfo), 64 hexadecimal digits
};

//! \brief The certificate kept in \a folder (tls-cert.pem, tls-key.pem), made on first use: P-256,
//! ten years, for localhost and \a hosts. Codes: those of the file layer, `certificate-invalid`.
[[nodiscard]] Result<Certificate> selfSignedCertificate(FileSystem &files, const QString &folder,
                                                        const QStringList &hosts, qint64 nowMs);

//! \brief Reads a certificate and its key from two PEM files.
[[nodiscard]] Result<Certificate> readCertificate(FileSystem &files, const QString &certificatePath,
                                                  const QString &keyPath);

} // namespace passel
