#include "core/share/invite.h"

#include "core/share/sharekey.h"

#include <QCoreApplication>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Prefix = "psl_inv_";
constexpr qsizetype PrefixSize = 8;
constexpr qsizetype CheckSize = 8;
constexpr qsizetype LongestText = 4096;
constexpr auto Encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
                          | QByteArray::AbortOnBase64DecodingErrors;

QByteArray checkOf(const QByteArray &body)
{
    return blake2b(body, 16).toHex().left(CheckSize);
}

Error invalid()
{
    return {ErrorKind::Input, QByteArrayLiteral("invite-invalid"),
            QCoreApplication::translate("passel::Invite",
                                        "This is not a whole invitation. Copy all of it again; it "
                                        "begins with psl_inv_.")};
}

} // namespace

QByteArray Invite::text() const
{
    QJsonObject json{{"server"_L1, server.toString(QUrl::FullyEncoded)},
                     {"token"_L1, QString::fromLatin1(token.text())}};
    if (!pin.isEmpty())
        json.insert("pin"_L1, QString::fromLatin1(pin));
    const QByteArray body = protocol::toBytes(json).toBase64(Encoding);
    return Prefix + body + checkOf(body);
}

Result<Invite> Invite::parse(QByteArrayView text)
{
    if (text.size() > LongestText)
        return invalid();
    QByteArray joined;
    for (const char c : text) {
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
            joined += c;
    }
    if (!joined.startsWith(Prefix) || joined.size() < PrefixSize + CheckSize)
        return invalid();
    const QByteArray body = joined.mid(PrefixSize).chopped(CheckSize);
    if (checkOf(body) != joined.right(CheckSize))
        return invalid();
    const auto decoded = QByteArray::fromBase64Encoding(body, Encoding);
    if (!decoded)
        return invalid();
    PASSEL_TRY(const QJsonObject json, protocol::parseObject(*decoded, LongestText));
    const auto token = protocol::AccessToken::parse(json.value("token"_L1).toString().toLatin1());
    const QUrl server(json.value("server"_L1).toString(), QUrl::StrictMode);
    const QByteArray pin = json.value("pin"_L1).toString().toLatin1();
    const bool secure = server.scheme() == "https"_L1
                        || (server.scheme() == "http"_L1 && isLoopbackHost(server.host()));
    const bool origin = server.isValid() && !server.host().isEmpty() && server.userInfo().isEmpty()
                        && (server.path().isEmpty() || server.path() == "/"_L1)
                        && !server.hasQuery() && !server.hasFragment();
    if (!token || !secure || !origin || (!pin.isEmpty() && !Digest::fromHex(pin)))
        return invalid();
    QUrl bare = server;
    bare.setPath({});
    return Invite{bare, pin, *token};
}

} // namespace passel
