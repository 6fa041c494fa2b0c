#include "core/server/urlsigner.h"

#include <QList>

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace passel {

namespace {

// A number written the one way we write it: digits, no sign, no leading zero.
std::optional<qint64> plainNumber(const QByteArray &text)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    if (!ok || value < 0 || QByteArray::number(value) != text)
        return {};
    return value;
}

bool isId(const QByteArray &text)
{
    return text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

} // namespace

UrlSigner::UrlSigner(QByteArray secret)
    : m_secret(std::move(secret))
{}

QByteArray UrlSigner::signature(const BlobGrant &grant, const QUrl &origin) const
{
    const QByteArray text =
        QByteArray("passel-url-1\n") + (grant.action == BlobGrant::Put ? "PUT" : "GET") + '\n'
        + origin.toEncoded() + '\n' + QByteArray::number(grant.share) + '\n' + grant.session + '\n'
        + grant.token + '\n' + grant.sha256.toHex() + '\n' + QByteArray::number(grant.size) + '\n'
        + QByteArray::number(grant.expiresSeconds);
    QByteArray mac(32, Qt::Uninitialized);
    unsigned int size = 0;
    ::HMAC(::EVP_sha256(), m_secret.constData(), static_cast<int>(m_secret.size()),
           reinterpret_cast<const unsigned char *>(text.constData()),
           static_cast<size_t>(text.size()), reinterpret_cast<unsigned char *>(mac.data()), &size);
    return mac.toHex();
}

QUrl UrlSigner::sign(const BlobGrant &grant, const QUrl &origin) const
{
    QUrl url = origin;
    const QByteArray path = (grant.action == BlobGrant::Put ? PutPrefix : GetPrefix) + grant.session
                            + '/' + grant.sha256.toHex();
    const QByteArray query = "share=" + QByteArray::number(grant.share) + "&token=" + grant.token
                             + "&size=" + QByteArray::number(grant.size)
                             + "&expires=" + QByteArray::number(grant.expiresSeconds)
                             + "&signature=" + signature(grant, origin);
    url.setPath(QString::fromLatin1(path));
    url.setQuery(QString::fromLatin1(query));
    return url;
}

std::variant<BlobGrant, UrlSigner::Fault> UrlSigner::verify(BlobGrant::Action action,
                                                            const QUrl &origin, QByteArrayView path,
                                                            QByteArrayView query,
                                                            qint64 nowMs) const
{
    const QByteArrayView prefix = action == BlobGrant::Put ? PutPrefix : GetPrefix;
    const QList<QByteArray> names{"share", "token", "size", "expires", "signature"};
    const QList<QByteArray> fields = query.toByteArray().split('&');
    if (!path.startsWith(prefix) || fields.size() != names.size())
        return Fault::Forged;
    QList<QByteArray> values;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!fields[i].startsWith(QByteArray(names[i] + '=')))
            return Fault::Forged;
        values += fields[i].mid(names[i].size() + 1);
    }
    const QList<QByteArray> segments = path.sliced(prefix.size()).toByteArray().split('/');
    if (segments.size() != 2 || !isId(segments[0]) || !isId(values[1]))
        return Fault::Forged;
    const auto digest = Digest::fromHex(segments[1]);
    const auto share = plainNumber(values[0]);
    const auto size = plainNumber(values[2]);
    const auto expires = plainNumber(values[3]);
    if (!digest || !share || !size || !expires)
        return Fault::Forged;
    BlobGrant grant{action, *share, segments[0], values[1], *digest, *size, *expires};
    if (!equalConstantTime(signature(grant, origin), values[4]))
        return Fault::Forged;
    if (grant.expiresSeconds * 1000 <= nowMs)
        return Fault::Expired;
    return grant;
}

} // namespace passel
