// What the page of shares does with the chosen share.
#include "core/base/log.h"
#include "ui/mainwindow.h"
#include "ui/share/keyclipboard.h"
#include "ui/share/pullflow.h"
#include "ui/share/pushflow.h"
#include "ui/share/serverbook.h"
#include "ui/share/sharepanel.h"
#include "ui/share/sharespage.h"
#include "ui/share/sharewords.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace passel {

void SharesPage::copyKey(bool asLink)
{
    const ShareLine *line = chosen();
    if (!line)
        return;
    ShareAddress address;
    address.server = line->record.server;
    address.name = line->record.name;
    address.code = m_parts.pushes->code(address.server, address.name);
    m_parts.clipboard->copy(asLink ? address.link(m_parts.book->linkOrigin(address.server))
                                   : address.key());
    Toast::Message message;
    message.sentence = asLink ? Wording::of(tr("Link to %1 copied"), {address.name})
                              : Wording::of(tr("%1 copied"), {address.name});
    const protocol::Access access = line->live ? line->live->access : line->record.access;
    message.detail = m_parts.book->reachText(address.server, access);
    message.actions = QStringList{tr("Undo copy")};
    m_parts.window->showToast(message, [this](int) { m_parts.clipboard->undo(); });
}

void SharesPage::patch(const protocol::PatchShare &change, const QString &done)
{
    const ShareLine *line = chosen();
    const std::shared_ptr<ShareClient> client =
        line ? m_parts.book->client(line->record.server) : nullptr;
    if (!client)
        return;
    const ShareRecord record = line->record;
    client->patchShare(
        record.name, change, this, [this, record, done](const Result<protocol::ShareInfo> &info) {
            if (!info) {
                showChosen();
                sayError(tr("%1 was not changed.").arg(record.name), info.error(), record.server);
                return;
            }
            ShareRecord changed = record;
            changed.access = info->access;
            changed.expiresMs = info->version.expiresAtMs;
            for (protocol::ShareInfo &live : m_live[record.server].shares) {
                if (live.version.name == record.name)
                    live = *info;
            }
            m_parts.history->update(changed);
            rebuild();
            loadVersions();
            Toast::Message message;
            message.sentence = Wording(done);
            message.detail = tr("Lives until %1. %2")
                                 .arg(momentText(info->version.expiresAtMs),
                                      m_parts.book->reachText(record.server, info->access));
            m_parts.window->showToast(message);
        });
}

void SharesPage::extend()
{
    const ShareLine *line = chosen();
    const std::shared_ptr<ShareClient> client =
        line ? m_parts.book->client(line->record.server) : nullptr;
    if (!client)
        return;
    protocol::PatchShare change;
    change.ttlSeconds =
        client->knownInfo() ? client->knownInfo()->ttlCapSeconds : protocol::DefaultTtlSeconds;
    patch(change, tr("%1 lives longer").arg(line->record.name));
}

void SharesPage::makeCode()
{
    const ShareLine *line = chosen();
    if (!line)
        return;
    const ShareCode code = ShareCode::generate();
    protocol::PatchShare change;
    change.access = protocol::Access::Code;
    change.codeVerifier = code.verifier(line->record.name);
    m_parts.pushes->rememberCode(line->record.server, line->record.name, code);
    patch(change,
          tr("%1 has a new code; its old key opens nothing any more").arg(line->record.name));
}

void SharesPage::setAccess(protocol::Access access)
{
    const ShareLine *line = chosen();
    if (!line)
        return;
    if (access == protocol::Access::Code) {
        makeCode();
        return;
    }
    protocol::PatchShare change;
    change.access = access;
    patch(change, tr("%1 is changed").arg(line->record.name));
}

void SharesPage::askDelete()
{
    const ShareLine *line = chosen();
    if (!line)
        return;
    const ShareLine doomed = *line;
    BannerMessage banner;
    banner.kind = Banner::Kind::Warn;
    banner.iconName = u"trash-2"_s;
    banner.sentence = Wording::of(tr("Delete %1 for everyone?"), {doomed.record.name});
    banner.remark = tr("Copies already pulled stay with those who pulled them.");
    banner.actions.append(
        {tr("Delete it"), [this, doomed] { remove(doomed); }, ButtonKind::Danger});
    banner.actions.append({tr("Keep it"), {}, ButtonKind::Primary});
    banner.takesFocus = true;
    m_parts.window->showBanner(banner, this);
}

void SharesPage::remove(const ShareLine &line)
{
    const std::shared_ptr<ShareClient> client = m_parts.book->client(line.record.server);
    if (!client)
        return;
    client->removeShare(line.record.name, this, [this, line](const Result<void> &result) {
        if (!result) {
            sayError(tr("%1 was not deleted.").arg(line.record.name), result.error(),
                     line.record.server);
            return;
        }
        ShareRecord gone = line.record;
        gone.deletedMs = QDateTime::currentMSecsSinceEpoch();
        m_live[gone.server].shares.removeIf(
            [&gone](const protocol::ShareInfo &info) { return info.version.name == gone.name; });
        if (m_parts.history->find(gone.kind, gone.server, gone.name))
            m_parts.history->update(gone);
        else
            m_parts.history->add(gone);
        rebuild();
        Toast::Message message;
        message.sentence = Wording::of(tr("%1 is deleted"), {gone.name});
        message.detail = tr("The name stays yours for 90 days.");
        m_parts.window->showToast(message);
    });
}

void SharesPage::loadVersions()
{
    const ShareLine *line = chosen();
    if (!line || !line->live)
        return;
    const std::shared_ptr<ShareClient> client = m_parts.book->client(line->record.server);
    if (!client)
        return;
    const QString name = line->record.name;
    const QUrl server = line->record.server;
    client->versions(name, this, [this, name, server](const Result<protocol::VersionList> &list) {
        if (list && name == m_chosenName && server == m_chosenServer)
            m_panel->setVersions(list->versions, QDateTime::currentMSecsSinceEpoch());
    });
}

void SharesPage::restore(const Digest &version)
{
    const ShareLine *line = chosen();
    const std::shared_ptr<ShareClient> client =
        line ? m_parts.book->client(line->record.server) : nullptr;
    if (!client)
        return;
    const ShareRecord record = line->record;
    client->restore(
        record.name, version, this, [this, record](const Result<protocol::ShareInfo> &info) {
            if (!info) {
                sayError(tr("The version of %1 was not restored.").arg(record.name), info.error(),
                         record.server);
                return;
            }
            ShareRecord changed = record;
            changed.version = info->version.version;
            changed.bytes = info->version.size;
            m_parts.history->update(changed);
            Toast::Message message;
            message.sentence = Wording::of(tr("The earlier version of %1 is back"), {record.name});
            message.detail = tr("Who pulls now gets it; the other one stays in the "
                                "list of versions.");
            m_parts.window->showToast(message);
            refresh();
        });
}

void SharesPage::sayError(const QString &what, const Error &error, const QUrl &server)
{
    BannerMessage banner;
    banner.kind = Banner::Kind::Error;
    banner.iconName = u"circle-alert"_s;
    banner.sentence = Wording::strong(what).then(visibleText(error.message()));
    // Asking again is no way out of a token that has ended; signed in, the list is asked for anew.
    if (ServerBook::needsSignIn(error) && !m_parts.book->isLocal(server))
        banner.actions.append({tr("Paste an invitation…"),
                               [this, server] { emit invitationAsked(server); },
                               ButtonKind::Primary, false});
    else
        banner.actions.append({tr("Ask again"), [this] { refresh(); }, ButtonKind::Primary});
    m_parts.window->showBanner(banner, this);
}

} // namespace passel
