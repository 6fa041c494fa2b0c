// The calls of ShareRouter about shares, tokens and the server itself.
#include "core/base/log.h"
#include "core/server/routercall.h"

#include <QCryptographicHash>

namespace passel {

using namespace Qt::StringLiterals;

HttpResponse ShareRouter::serverInfo(Call &call)
{
    const QUrl origin = originOf(call.request);
    protocol::ServerInfo info;
    info.protocols = QStringList{QString::fromLatin1(protocol::ShareFormat)};
    info.shareSizeLimit = m_policy.shareSizeLimit;
    info.partSizeLimit = m_policy.partSizeLimit;
    info.partCountLimit = m_policy.partCountLimit;
    info.ttlCapSeconds = m_policy.ttlCapSeconds;
    info.storageHosts = QStringList{origin.authority()};
    info.minimumClient = u"%1.%2.%3"_s.arg(m_policy.minimumClient.major)
                             .arg(m_policy.minimumClient.minor)
                             .arg(m_policy.minimumClient.patch);
    info.publicUrl = origin.toString();
    info.serverTimeMs = call.nowMs;
    return jsonResponse(200, info.toJson());
}

HttpResponse ShareRouter::listShares(Call &call)
{
    return look([&](MetadataTransaction &tx) -> Result<HttpResponse> {
        protocol::ShareList list;
        PASSEL_TRY(const QList<ShareRow> shares, tx.sharesOf(call.userId()));
        for (const ShareRow &share : shares) {
            if (!isLive(share))
                continue;
            PASSEL_TRY(const auto version, tx.version(share.versionId));
            if (version)
                list.shares.append(inform(call, share, *version));
        }
        return jsonResponse(200, list.toJson());
    });
}

HttpResponse ShareRouter::shareInfo(Call &call)
{
    return look([&](MetadataTransaction &tx) -> Result<HttpResponse> {
        std::optional<HttpResponse> refused;
        PASSEL_TRY(const ShareRow share, visibleShare(tx, call, false, refused));
        if (refused)
            return *refused;
        PASSEL_TRY(const auto version, tx.version(share.versionId));
        if (!version)
            return hidden(call);
        HttpResponse response = jsonResponse(200, inform(call, share, *version).toJson());
        response.headers.append(HttpHeader{"etag", '"' + version->version.toHex() + '"'});
        return response;
    });
}

HttpResponse ShareRouter::patchShare(Call &call)
{
    return change(call, [&](MetadataTransaction &tx) -> Result<HttpResponse> {
        std::optional<HttpResponse> refused;
        PASSEL_TRY(ShareRow share, visibleShare(tx, call, true, refused));
        if (refused)
            return *refused;
        protocol::PatchShare request;
        if ((refused = readBody(call.request, request)))
            return *refused;
        if (request.ttlSeconds.value_or(1) > m_policy.ttlCapSeconds)
            return problemAnswer("body-invalid", m_policy.ttlCapSeconds);
        PushCondition condition = PushCondition::None;
        Digest expected;
        if (!readIfMatch(call.request, condition, expected)
            || condition == PushCondition::IfNoneMatch)
            return problemAnswer("body-invalid");
        PASSEL_TRY(const auto conflict, precondition(tx, share, condition, expected));
        if (conflict)
            return *conflict;
        if (request.ttlSeconds) {
            share.expiresMs = call.nowMs + *request.ttlSeconds * 1000;
            share.heldUntilMs = share.expiresMs + protocol::NameHoldSeconds * 1000;
        }
        if (request.access) {
            share.access = *request.access;
            share.codeVerifier = request.codeVerifier;
        }
        PASSEL_CHECK(tx.updateShare(share));
        PASSEL_TRY(const auto version, tx.version(share.versionId));
        return jsonResponse(200, inform(call, share, version.value_or(VersionRow())).toJson());
    });
}

HttpResponse ShareRouter::deleteShare(Call &call)
{
    return change(call, [&](MetadataTransaction &tx) -> Result<HttpResponse> {
        std::optional<HttpResponse> refused;
        PASSEL_TRY(ShareRow share, visibleShare(tx, call, true, refused));
        if (refused)
            return *refused;
        PushCondition condition = PushCondition::None;
        Digest expected;
        if (!readIfMatch(call.request, condition, expected)
            || condition == PushCondition::IfNoneMatch)
            return problemAnswer("body-invalid");
        PASSEL_TRY(const auto conflict, precondition(tx, share, condition, expected));
        if (conflict)
            return *conflict;
        PASSEL_TRY(const QList<VersionRow> versions, tx.versionsOf(share.id));
        for (const VersionRow &version : versions)
            PASSEL_CHECK(tx.retireVersion(version.id, call.nowMs));
        share.versionId = 0;
        share.isDeleted = true;
        share.codeVerifier.clear();
        share.heldUntilMs = call.nowMs + protocol::NameHoldSeconds * 1000;
        PASSEL_CHECK(tx.updateShare(share));
        return jsonResponse(200, {});
    });
}

HttpResponse ShareRouter::listVersions(Call &call)
{
    return look([&](MetadataTransaction &tx) -> Result<HttpResponse> {
        std::optional<HttpResponse> refused;
        PASSEL_TRY(const ShareRow share, visibleShare(tx, call, true, refused));
        if (refused)
            return *refused;
        protocol::VersionList list;
        PASSEL_TRY(const QList<VersionRow> versions, tx.versionsOf(share.id));
        for (const VersionRow &version : versions)
            list.versions.append(
                protocol::VersionInfo{describe(share, version), version.id == share.versionId});
        return jsonResponse(200, list.toJson());
    });
}

HttpResponse ShareRouter::restoreVersion(Call &call)
{
    return change(call, [&](MetadataTransaction &tx) -> Result<HttpResponse> {
        std::optional<HttpResponse> refused;
        PASSEL_TRY(ShareRow share, visibleShare(tx, call, true, refused));
        if (refused)
            return *refused;
        if ((refused = readEmptyBody(call.request)))
            return *refused;
        PushCondition condition = PushCondition::None;
        Digest expected;
        if (!readIfMatch(call.request, condition, expected)
            || condition == PushCondition::IfNoneMatch)
            return problemAnswer("body-invalid");
        PASSEL_TRY(const auto conflict, precondition(tx, share, condition, expected));
        if (conflict)
            return *conflict;
        const auto wanted = Digest::fromHex(call.version);
        PASSEL_TRY(const QList<VersionRow> versions, tx.versionsOf(share.id));
        for (const VersionRow &version : versions) {
            if (!wanted || version.version != *wanted)
                continue;
            share.versionId = version.id;
            PASSEL_CHECK(tx.updateShare(share));
            return jsonResponse(200, inform(call, share, version).toJson());
        }
        return problemAnswer("version-not-found");
    });
}

HttpResponse ShareRouter::createToken(Call &call)
{
    return change(call, [&](MetadataTransaction &tx) -> Result<HttpResponse> {
        protocol::CreateToken request;
        if (auto refused = readBody(call.request, request))
            return *refused;
        const int scopes = scopesFromNames(request.scopes).value_or(0);
        if ((scopes & ~call.token->scopes) != 0)
            return problemAnswer("scope-missing");
        const auto token = protocol::AccessToken::generate();
        TokenRow row;
        row.id = randomBytes(8).toHex();
        row.userId = call.token->userId;
        row.name = request.name;
        row.scopes = scopes;
        row.createdMs = call.nowMs;
        row.expiresMs = call.nowMs + request.days * 86'400'000;
        PASSEL_CHECK(tx.insertToken(row, token.hash()));
        protocol::CreatedToken answer;
        answer.id = QString::fromLatin1(row.id);
        answer.token = token.text();
        answer.expiresAtMs = row.expiresMs;
        return jsonResponse(201, answer.toJson());
    });
}

HttpResponse ShareRouter::deleteToken(Call &call)
{
    return change(call, [&](MetadataTransaction &tx) -> Result<HttpResponse> {
        const QByteArray id = call.id == "current" ? call.token->id : call.id;
        PASSEL_TRY(const auto token, tx.tokenById(id));
        if (!token || token->userId != call.token->userId)
            return problemAnswer("token-not-found");
        PASSEL_CHECK(tx.revokeToken(id, call.nowMs));
        return jsonResponse(200, {});
    });
}

HttpResponse ShareRouter::health(Call &call)
{
    Q_UNUSED(call)
    return look([](MetadataTransaction &tx) -> Result<HttpResponse> {
        PASSEL_CHECK(tx.setting(u"schema"_s));
        return jsonResponse(200, {{"status"_L1, u"ok"_s}});
    });
}

// NOLINTNEXTLINE(readability-make-member-function-const): the table of routes has one type of call
HttpResponse ShareRouter::metrics(Call &call)
{
    Q_UNUSED(call)
    HttpResponse response;
    response.headers = {{"content-type", "text/plain; version=0.0.4"},
                        {"cache-control", "no-store"}};
    const auto counter = [&](const char *name, const char *help, const std::atomic<qint64> &value) {
        response.body += QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name
                         + " counter\n" + name + ' ' + QByteArray::number(value.load()) + '\n';
    };
    counter("passel_requests_total", "Requests answered.", m_counters.requests);
    counter("passel_refusals_total", "Answers 400 to 499.", m_counters.refusals);
    counter("passel_failures_total", "Answers 500 to 599.", m_counters.failures);
    counter("passel_bytes_in_total", "Bytes of parts taken in.", m_counters.bytesIn);
    counter("passel_bytes_out_total", "Bytes of parts given out.", m_counters.bytesOut);
    return response;
}

// The same page for every name, so that it tells nothing about which shares exist. No script,
// nothing loaded from anywhere; what follows # in the link stays in the browser.
HttpResponse ShareRouter::page(Call &call)
{
    static const QByteArray style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:40em;margin:10vh auto;padding:0 1em}"
        "code{font-size:1.1em}@media(prefers-color-scheme:dark){body{background:#1d1f23;"
        "color:#e8e8e8}}";
    const QString name = QString::fromLatin1(call.name);
    HttpResponse response;
    response.status = isShareName(name) ? 200 : 404;
    const QByteArray hash = QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
    response.headers = {{"content-type", "text/html; charset=utf-8"},
                        {"cache-control", "no-store"},
                        {"content-security-policy",
                         "default-src 'none'; style-src 'sha256-" + hash
                             + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
                        {"referrer-policy", "no-referrer"},
                        {"x-content-type-options", "nosniff"}};
    const QString title = response.status == 200 ? name : u"Not a share"_s;
    const QString text =
        response.status == 200
            ? u"<p>This is the address of a table shared with Passel. To see it, copy the whole "
              u"address "
              "of this page, code included, and paste it into Passel, or type</p>"
              "<p><code>passel pull %1</code></p>"
              "<p>with what follows the # in the address appended after a full stop, if there is "
              "anything.</p>"_s.arg(name)
            : u"<p>This address is not complete. Copy it again from the message you got.</p>"_s;
    response.body =
        u"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width\"><title>%1 · Passel</title><style>%2</style>"
        "<h1>%1</h1>%3</html>\n"_s.arg(title, QString::fromLatin1(style), text)
            .toUtf8();
    return response;
}

} // namespace passel
