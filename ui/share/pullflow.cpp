#include "ui/share/pullflow.h"

#include "core/base/log.h"
#include "core/session/dataset.h"
#include "core/session/datasetprofile.h"
#include "core/share/manifest.h"
#include "core/share/partcache.h"
#include "ui/datasetview.h"
#include "ui/grid/gridview.h"
#include "ui/kit/sheet.h"
#include "ui/mainwindow.h"
#include "ui/opener/recentlist.h"
#include "ui/readstrip.h"
#include "ui/share/invitationsheet.h"
#include "ui/share/pullpreview.h"
#include "ui/share/pullsheet.h"
#include "ui/share/serverbook.h"
#include "ui/share/sharewords.h"
#include "ui/words.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace passel {

struct PullFlow::Pull
{
    ShareAddress address; // with its server
    QPointer<PullJob> job;
    QPointer<DatasetView> view;
    TransferProgress progress;
    Manifest manifest;
    QString owner;
    qint64 expiresMs = 0;
    DocumentArray pending;  // cells come into it
    bool isPreview = false; // the tab shows the manifest's first page instead
};

PullFlow::PullFlow(MainWindow *window, ServerBook *book, ShareHistory *history,
                   std::shared_ptr<PartCache> cache, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_book(book)
    , m_history(history)
    , m_cache(std::move(cache))
{}

PullFlow::~PullFlow() = default;

void PullFlow::ask(const QString &text)
{
    if (!m_sheet) {
        m_sheet = new PullSheet(m_window->sheetHost(), m_book, this);
        connect(m_sheet, &PullSheet::pullAsked, this, [this](const ShareAddress &address) {
            m_sheet->sheet()->dismiss();
            pull(address);
        });
    }
    m_sheet->setText(text);
    m_window->showSheet(m_sheet->sheet(), m_sheet->field());
}

void PullFlow::pull(const ShareAddress &address)
{
    ShareAddress whole = address;
    if (whole.server.isEmpty()) {
        const auto current = m_book->current();
        if (!current) {
            askInvitation(address, tr("A key without a server belongs to the server in use, and "
                                      "there is none yet."));
            return;
        }
        whole.server = current->origin;
    }
    const bool isKnown = m_book->list().find(whole.server).has_value();
    if (!isKnown && !whole.code) {
        askInvitation(whole, tr("This key is on a server that you have no invitation for."));
        return;
    }
    if (isKnown && !whole.code && m_book->state(whole.server) == ServerState::SignedOut) {
        askInvitation(whole, tr("You are signed out of that server."));
        return;
    }
    run(whole);
}

void PullFlow::askInvitation(const ShareAddress &address, const QString &why)
{
    if (!m_invitation)
        m_invitation = new InvitationSheet(m_window->sheetHost(), m_book, this);
    m_invitation->open(m_window, address.server, why, [this, address] { pull(address); });
}

void PullFlow::run(const ShareAddress &address)
{
    // The same key twice is one pull: its tab comes to the front.
    for (const auto &pull : m_pulls) {
        if (pull->address == address) {
            if (pull->view)
                m_window->showPage(pull->view);
            return;
        }
    }
    auto pull = std::make_shared<Pull>();
    pull->address = address;
    pull->job = new PullJob(m_book->guestClient(address.server), address, m_cache, this);
    m_pulls.push_back(pull);
    connect(pull->job, &PullJob::opened, this,
            [this, pull](const DocumentArray &pending, const Manifest &manifest) {
                open(pull, pending, manifest);
            });
    connect(pull->job, &PullJob::advanced, this, [pull] { advance(pull); });
    connect(pull->job, &TransferJob::progressed, this,
            [this, pull](const TransferProgress &progress) {
                pull->progress = progress;
                showProgress(pull);
                emit runningChanged();
            });
    connect(pull->job, &TransferJob::ended, this, [this, pull] { end(pull); });
    m_window->clearBanner();
    showAsking();
    emit runningChanged();
    pull->job->start();
}

void PullFlow::open(const std::shared_ptr<Pull> &pull, const DocumentArray &pending,
                    const Manifest &manifest)
{
    pull->manifest = manifest;
    auto dataset = std::make_unique<Dataset>();
    dataset->setTitle(pull->address.name);
    Origin origin;
    origin.shareKey = pull->address.name;
    origin.server = pull->address.server;
    // The sender's recipe was done already: it tells how the table came to be, see the strip.
    pull->pending = pending;
    pull->isPreview = manifest.previewRows() > 0 && !hasFirstRows(pending, manifest.previewRows());
    dataset->reset(pull->isPreview ? previewWithRoom(manifest) : pending, {}, origin);
    pull->view = m_window->addDataset(std::move(dataset));
    connect(pull->view, &QObject::destroyed, this, [pull] {
        if (pull->job)
            pull->job->cancel();
    });
    for (size_t column = 0; column < manifest.columns.size(); ++column) {
        auto profile = ColumnProfile::fromJson(manifest.columns[column].profile);
        if (profile)
            pull->view->profile()->setProfile(qsizetype(column), std::move(*profile));
    }
    showStrip(pull);
    showProgress(pull);
    showAsking();
}

void PullFlow::showAsking()
{
    const auto first =
        std::find_if(m_pulls.begin(), m_pulls.end(), [](const auto &pull) { return !pull->view; });
    if (first == m_pulls.end()) {
        m_window->setWork({});
        return;
    }
    const QString server = visibleText(m_book->title((*first)->address.server));
    StatusRow::Progress words;
    words.words = (*first)->progress.phase == TransferProgress::Waiting
                      ? tr("%1 does not answer, asking again").arg(server)
                      : tr("Asking %1").arg(server);
    m_window->setWork(words, [job = (*first)->job] {
        if (job)
            job->cancel();
    });
}

void PullFlow::advance(const std::shared_ptr<Pull> &pull)
{
    if (!pull->view)
        return;
    if (pull->isPreview) {
        if (!hasFirstRows(pull->pending, pull->manifest.previewRows()))
            return;
        pull->isPreview = false;
        pull->view->dataset()->setBase(pull->pending);
    }
    // The cells came into the array that is shown: nothing but the picture is old.
    pull->view->grid()->viewport()->update();
    pull->view->profile()->refresh();
}

void PullFlow::showProgress(const std::shared_ptr<Pull> &pull)
{
    if (!pull->view) {
        showAsking();
        return;
    }
    if (!pull->job || pull->job->isEnded())
        return;
    pull->view->setTransfer(transferWords(pull->progress, TransferWay::Pull), [job = pull->job] {
        if (job)
            job->cancel();
    });
}

void PullFlow::showStrip(const std::shared_ptr<Pull> &pull)
{
    if (!pull->view)
        return;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const Manifest &manifest = pull->manifest;
    QStringList words;
    const QString who = !pull->owner.isEmpty() ? pull->owner : manifest.author;
    if (who.isEmpty())
        words.append(tr("Pushed %1").arg(agoText(manifest.createdMs, now)));
    else
        //: %1 a person, %2 a time such as "12 min ago"
        words.append(
            tr("Shared by %1, %2").arg(visibleText(who), agoText(manifest.createdMs, now)));
    if (!manifest.note.isEmpty())
        words.append(tr("“%1”").arg(visibleText(manifest.note)));
    if (!manifest.recipe.isEmpty())
        words.append(tr("%n recipe step(s)", nullptr, pluralCount(manifest.recipe.size())));
    if (pull->expiresMs > 0) {
        const QString left = leftText(pull->expiresMs, now);
        words.append(left.isEmpty() ? tr("expired") : tr("expires in %1").arg(left));
    }
    if (pull->job && !pull->job->isEnded())
        words.append(
            manifest.previewRows() > 0
                ? tr("first %1 are here, profiles as sent").arg(rowsText(manifest.previewRows()))
                : tr("profiles as sent"));
    else
        words.append(
            tr("version %1")
                .arg(QString::fromLatin1(pull->view->dataset()->origin().shareVersion.left(8))));
    pull->view->readStrip()->showWords(words);
}

void PullFlow::end(const std::shared_ptr<Pull> &pull)
{
    std::erase(m_pulls, pull);
    showAsking();
    if (pull->view)
        pull->view->setTransfer({});
    switch (pull->job->state()) {
    case TransferJob::State::Done:
        succeed(pull);
        break;
    case TransferJob::State::Failed:
        fail(pull, *pull->job->error());
        break;
    default:
        // Half a table is none: what came stays in the cache for the next try.
        if (pull->view)
            m_window->closePage(pull->view);
        break;
    }
    pull->job->deleteLater();
    emit runningChanged();
}

void PullFlow::succeed(const std::shared_ptr<Pull> &pull)
{
    const PullResult &result = *pull->job->result();
    if (!result.stream.isEmpty()) {
        fail(pull, Error(ErrorKind::Input, QByteArrayLiteral("open"),
                         tr("It was pushed from Python in a form that only Python opens until it "
                            "is pushed again as a table.")));
        return;
    }
    if (!pull->view)
        return;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    pull->owner = result.owner;
    pull->expiresMs = result.version.expiresAtMs;
    Dataset *dataset = pull->view->dataset();
    dataset->setBase(result.array);
    Origin origin = dataset->origin();
    origin.shareVersion = result.version.version.toHex();
    dataset->setOrigin(origin);
    pull->view->profile()->refresh();
    showStrip(pull);
    pull->view->setShareFacts(
        {{tr("expires in %1").arg(leftText(pull->expiresMs, now)),
          expiresSoon(pull->expiresMs, now) ? ColorRole::Warn : ColorRole::Text2}});
    ShareRecord record;
    record.kind = ShareRecord::Kind::Received;
    record.server = pull->address.server;
    record.name = pull->address.name;
    record.note = pull->manifest.note;
    record.owner = result.owner;
    record.rows = result.array.rowCount();
    record.columns = result.array.columnCount();
    record.bytes = result.version.size;
    record.access = pull->address.code ? protocol::Access::Code : protocol::Access::People;
    record.version = result.version.version;
    record.doneMs = now;
    record.expiresMs = result.version.expiresAtMs;
    record.hasRecipe = !pull->manifest.recipe.isEmpty();
    m_history->add(record);
    RecentEntry recent;
    recent.kind = RecentEntry::Kind::Share;
    recent.target = record.name;
    //: %1 a person, %2 a server
    recent.origin = tr("from %1, %2").arg(visibleText(record.owner), m_book->title(record.server));
    recent.rows = record.rows;
    recent.opened = QDateTime::fromMSecsSinceEpoch(now);
    recent.expires = QDateTime::fromMSecsSinceEpoch(record.expiresMs);
    m_window->recent()->add(recent);
    emit pulled(pull->address, pull->view);
}

void PullFlow::fail(const std::shared_ptr<Pull> &pull, const Error &error)
{
    if (ServerBook::needsSignIn(error)) {
        askInvitation(pull->address, error.message());
        return;
    }
    if (error.code() == "tls" && !m_book->list().find(pull->address.server)) {
        // A server with a certificate of its own is only known by the pin of an invitation.
        askInvitation(pull->address, error.message());
        return;
    }
    BannerMessage banner;
    banner.kind = Banner::Kind::Error;
    banner.iconName = u"circle-alert"_s;
    QString sentence = error.message();
    const ShareRecord *known =
        m_history->find(ShareRecord::Kind::Received, pull->address.server, pull->address.name);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (error.code() == "share-not-found" && known && known->expiresMs > 0
        && known->expiresMs < now)
        sentence = tr("It expired on %1. Ask who sent you the key to push it again.")
                       .arg(momentText(known->expiresMs));
    banner.sentence = Wording::strong(tr("%1 was not pulled.").arg(pull->address.name))
                          .then(visibleText(sentence));
    const ShareAddress address = pull->address;
    if (error.kind() == ErrorKind::NotFound)
        banner.actions.append({tr("Try another key…"), [this] { ask(); }, ButtonKind::Normal});
    else
        banner.actions.append({tr("Retry"),
                               [this, address, view = pull->view] {
                                   if (view)
                                       m_window->closePage(view);
                                   this->pull(address);
                               },
                               ButtonKind::Primary});
    m_window->showBanner(banner, pull->view);
}

std::vector<PullFlow::Running> PullFlow::running() const
{
    std::vector<Running> list;
    for (const auto &pull : m_pulls)
        list.push_back({pull->address.name, pull->progress});
    return list;
}

void PullFlow::cancel(const QString &name)
{
    for (const auto &pull : m_pulls) {
        if (pull->address.name == name && pull->job)
            pull->job->cancel();
    }
}

} // namespace passel
