#include "ui/share/pushflow.h"

#include "core/base/log.h"
#include "core/session/dataset.h"
#include "ui/datasetview.h"
#include "ui/kit/button.h"
#include "ui/kit/sheet.h"
#include "ui/mainwindow.h"
#include "ui/share/invitationfield.h"
#include "ui/share/keyclipboard.h"
#include "ui/share/pushestimate.h"
#include "ui/share/sharewords.h"
#include "ui/words.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr auto SheetName = "pushSheetOwner";

QString codeKey(const QUrl &server, const QString &name)
{
    return server.toString(QUrl::FullyEncoded) + u'/' + name;
}

} // namespace

struct PushFlow::Push
{
    QPointer<DatasetView> view;
    QPointer<PushSheet> sheet;
    QUrl server;
    QString title;
    DocumentArray array;
    PushOptions options;
    bool isWhole = true; // nothing of the table stayed behind
    DocumentArray shown; // the table when the push began
    QPointer<PushJob> job;
    std::unique_ptr<PushJob> next; // goes on from where the job failed; made when it did
    TransferProgress progress;
    QElapsedTimer clock;
};

PushFlow::PushFlow(MainWindow *window, ServerBook *book, ShareHistory *history,
                   KeyClipboard *clipboard, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_book(book)
    , m_history(history)
    , m_clipboard(clipboard)
{}

PushFlow::~PushFlow() = default;

std::optional<ShareCode> PushFlow::code(const QUrl &server, const QString &name) const
{
    const auto found = m_codes.constFind(codeKey(server, name));
    return found == m_codes.constEnd() ? std::nullopt : std::optional(*found);
}

void PushFlow::rememberCode(const QUrl &server, const QString &name, const ShareCode &code)
{
    m_codes.insert(codeKey(server, name), code);
}

const ShareRecord *PushFlow::ownShare(const DatasetView *view) const
{
    const Origin &origin = view->dataset()->origin();
    if (origin.shareKey.isEmpty() || !m_book->list().find(origin.server))
        return nullptr;
    const ShareRecord *record =
        m_history->find(ShareRecord::Kind::Sent, origin.server, origin.shareKey);
    return record && record->deletedMs == 0 ? record : nullptr;
}

bool PushFlow::isUpdate(const DatasetView *view) const
{
    return view && ownShare(view);
}

PushSubject PushFlow::subjectOf(DatasetView *view) const
{
    const Dataset *dataset = view->dataset();
    PushSubject subject;
    subject.title = dataset->title();
    subject.array = dataset->array();
    // Inside a document the rows that are selected are not the table's, and the table is pushed.
    if (!view->isNested())
        subject.selected = view->chosenRows();
    subject.recipe = dataset->recipe().toJson().value("steps"_L1).toArray();
    subject.recipeHides = dataset->recipe().hidesData();
    const Origin &origin = dataset->origin();
    if (origin.shareKey.isEmpty() || !m_book->list().find(origin.server))
        return subject;
    subject.shareName = origin.shareKey;
    subject.shareServer = origin.server;
    subject.shareVersion = Digest::fromHex(origin.shareVersion);
    if (const ShareRecord *record = ownShare(view)) {
        // Its key says where it goes, whichever server is in use.
        subject.isShareOurs = true;
        subject.server = origin.server;
        subject.access = record->access;
        subject.note = record->note;
    }
    subject.code = code(origin.server, origin.shareKey);
    return subject;
}

PushSheet *PushFlow::sheetOf(DatasetView *view)
{
    if (auto *sheet = view->findChild<PushSheet *>(QLatin1StringView(SheetName)))
        return sheet;
    auto *sheet = new PushSheet(m_window->sheetHost(), view->centre(), m_book, view);
    sheet->setObjectName(QLatin1StringView(SheetName));
    const QPointer<DatasetView> page(view);
    connect(sheet, &PushSheet::nameAsked, this,
            [this, sheet](const QString &name) { askName(sheet, name); });
    connect(sheet, &PushSheet::estimateAsked, this, [this, sheet] { estimate(sheet); });
    connect(sheet, &PushSheet::pushAsked, this, [this, page, sheet] {
        if (page)
            accept(page, sheet);
    });
    // The strip above works on: what is on the screen when it is pushed is what travels.
    const auto follow = [this, page, sheet] {
        if (!page || !sheet->sheet()->isOpen())
            return;
        sheet->follow(subjectOf(page));
        estimate(sheet);
    };
    connect(view->dataset(), &Dataset::arrayChanged, sheet, follow);
    connect(view->dataset(), &Dataset::recipeChanged, sheet, follow);
    return sheet;
}

void PushFlow::begin(DatasetView *view)
{
    PushSheet *sheet = sheetOf(view);
    sheet->setSubject(subjectOf(view));
    estimate(sheet);
    if (const auto target = sheet->target())
        m_book->check(target->origin);
    m_window->showSheet(sheet->sheet(), sheet->firstField());
}

void PushFlow::askName(PushSheet *sheet, const QString &name)
{
    if (sheet->server() != PushServer::InUse)
        return;
    const QUrl server = sheet->destination();
    const std::shared_ptr<ShareClient> client = m_book->client(server);
    if (!client)
        return;
    client->share(name, {}, sheet,
                  [sheet, server, name](const Result<protocol::ShareInfo> &answer) {
                      sheet->setNameAnswer(server, name, answer);
                  });
}

void PushFlow::estimate(PushSheet *sheet)
{
    sheet->setEstimate({});
    const DocumentArray array = sheet->array();
    const std::vector<qsizetype> columns = sheet->options().columns;
    const QPointer<PushSheet> alive(sheet);
    m_estimate = Task<qint64>::start(
        ThreadPool::global(),
        [array, columns](const TaskContext &context) {
            return estimatePushSize(array, columns, context);
        },
        [alive](Result<qint64> bytes) {
            if (alive && bytes)
                alive->setEstimate(*bytes);
        });
}

void PushFlow::accept(DatasetView *view, PushSheet *sheet)
{
    const QPointer<DatasetView> page(view);
    const QPointer<PushSheet> alive(sheet);
    const auto then = [this, page, alive](const Error *error, const QUrl &server) {
        if (!alive)
            return;
        if (error)
            alive->setServerError(error->message());
        else if (page && alive->sheet()->isOpen())
            start(page, alive, server);
    };
    switch (sheet->server()) {
    case PushServer::InUse:
        start(view, sheet, sheet->destination());
        break;
    case PushServer::ThisComputer:
        sheet->setBusy(true);
        m_book->useLocal(this, [this, then](const Result<void> &result) {
            then(result ? nullptr : &result.error(), result ? m_book->current()->origin : QUrl());
        });
        break;
    case PushServer::Invited: {
        sheet->setBusy(true);
        const ServerEntry server = *sheet->invitation()->server();
        const bool isOwn = sheet->subject().server == server.origin;
        m_book->join(server, sheet->invitation()->token(), this,
                     [this, then, alive, server, isOwn](const Result<Kept> &kept) {
                         // The person said that pushes go there, and the one in use takes none.
                         if (kept && !isOwn)
                             m_book->setCurrent(server.origin);
                         if (kept && alive)
                             alive->invitation()->clear();
                         then(kept ? nullptr : &kept.error(), server.origin);
                     });
        break;
    }
    }
}

void PushFlow::start(DatasetView *view, PushSheet *sheet, const QUrl &server)
{
    auto push = std::make_shared<Push>();
    push->view = view;
    push->sheet = sheet;
    push->server = server;
    push->title = view->dataset()->title();
    push->array = sheet->array();
    push->shown = sheet->subject().array;
    push->options = sheet->options();
    push->isWhole = sheet->isWhole();
    if (push->options.access == protocol::Access::Code && !push->options.code) {
        push->options.code = code(push->server, push->options.name);
        // Drawn here so that a push tried again keeps the key that the person may have seen.
        if (!push->options.code)
            push->options.code = ShareCode::generate();
    }
    sheet->sheet()->dismiss();
    run(push);
}

void PushFlow::run(const std::shared_ptr<Push> &push)
{
    const std::shared_ptr<ShareClient> client = m_book->client(push->server);
    if (!client) {
        m_window->showError(Error(ErrorKind::NotFound, QByteArrayLiteral("server-gone"),
                                  tr("That server is not in your list any more. Choose another "
                                     "one and push again.")),
                            push->view);
        return;
    }
    // With the client of now: the person may have signed in again since the last try.
    const std::unique_ptr<PushJob> next = std::move(push->next);
    push->job =
        next ? next->makeNext(client).release() : new PushJob(client, push->array, push->options);
    push->job->setParent(this);
    if (push->view)
        m_window->clearBanner(push->view);
    push->progress = {};
    push->clock.start();
    m_pushes.push_back(push);
    connect(push->job, &TransferJob::progressed, this,
            [this, push](const TransferProgress &progress) {
                push->progress = progress;
                showProgress(push);
                emit runningChanged();
            });
    connect(push->job, &TransferJob::ended, this, [this, push] { end(push); });
    showProgress(push);
    emit runningChanged();
    push->job->start();
}

void PushFlow::showProgress(const std::shared_ptr<Push> &push)
{
    if (!push->view || !push->job)
        return;
    push->view->setTransfer(transferWords(push->progress, TransferWay::Push), [job = push->job] {
        if (job)
            job->cancel();
    });
}

void PushFlow::end(const std::shared_ptr<Push> &push)
{
    std::erase(m_pushes, push);
    if (push->view)
        push->view->setTransfer({});
    PushJob *job = push->job;
    switch (job->state()) {
    case TransferJob::State::Done:
        succeed(push);
        break;
    case TransferJob::State::Failed:
        if (job->conflict())
            sayConflict(push, *job->conflict());
        else
            fail(push, *job->error());
        break;
    default:
        break;
    }
    job->deleteLater();
    emit runningChanged();
}

void PushFlow::succeed(const std::shared_ptr<Push> &push)
{
    const PushResult &result = *push->job->result();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    ShareRecord record;
    record.kind = ShareRecord::Kind::Sent;
    record.server = push->server;
    record.name = result.version.name;
    record.note = push->options.note;
    record.rows = result.rows;
    record.columns = push->options.columns.empty() ? push->array.columnCount()
                                                   : qint64(push->options.columns.size());
    record.bytes = result.version.size;
    record.access = result.access;
    record.version = result.version.version;
    record.doneMs = now;
    record.expiresMs = result.version.expiresAtMs;
    record.hasRecipe = !push->options.recipe.isEmpty();
    m_history->add(record);
    m_book->confirm(push->server);
    if (result.address.code)
        rememberCode(push->server, record.name, *result.address.code);
    if (push->view) {
        Dataset *dataset = push->view->dataset();
        Origin origin = dataset->origin();
        origin.shareKey = record.name;
        origin.shareVersion = record.version.toHex();
        origin.server = push->server;
        dataset->setOrigin(origin);
        if (push->isWhole && dataset->array().sharesWith(push->shown))
            dataset->setSaved();
        push->view->setShareFacts(
            {{tr("expires in %1").arg(leftText(record.expiresMs, now)), ColorRole::Text2}});
    }
    m_clipboard->copy(result.address.key());
    Toast::Message message;
    //: %1 a key
    message.sentence = Wording::of(tr("%1 copied"), {record.name});
    message.detail =
        tr("Lives until %1. %2")
            .arg(momentText(record.expiresMs), m_book->reachText(push->server, record.access));
    QList<std::function<void()>> acts;
    const auto add = [&message, &acts](const QString &words, std::function<void()> act) {
        message.actions.append(words);
        acts.append(std::move(act));
    };
    if (m_book->isOnlyHere(push->server))
        add(tr("Open to the network…"), [this] { emit serversAsked(); });
    add(tr("Copy link"), [this, address = result.address, server = push->server] {
        m_clipboard->copy(address.link(m_book->linkOrigin(server)));
    });
    add(tr("Show shares"), [this] { emit sharesAsked(); });
    add(tr("Undo copy"), [this] { m_clipboard->undo(); });
    m_window->showToast(message, [acts](int action) { acts[action](); });
    emit pushed(result);
}

void PushFlow::fail(const std::shared_ptr<Push> &push, const Error &error)
{
    BannerMessage banner;
    banner.kind = Banner::Kind::Error;
    banner.iconName = u"circle-alert"_s;
    banner.sentence = Wording::strong(tr("%1 was not pushed.").arg(visibleText(push->title)))
                          .then(visibleText(error.message()));
    banner.remark = tr("Nothing is lost.");
    if (error.code() == "key-taken" || error.code() == "key-invalid") {
        banner.actions.append({tr("Choose another key"),
                               [this, push] {
                                   if (push->view && push->sheet) {
                                       push->sheet->proposeOther();
                                       begin(push->view);
                                   }
                               },
                               ButtonKind::Primary});
    } else {
        // What arrived stays at the server: this goes on from there.
        push->next = push->job->makeNext();
        const bool needsSignIn = ServerBook::needsSignIn(error);
        if (needsSignIn)
            banner.actions.append(
                {tr("Paste an invitation…"),
                 [this, push] { emit invitationAsked(push->server, [this, push] { run(push); }); },
                 ButtonKind::Primary, false});
        banner.actions.append({tr("Retry"), [this, push] { run(push); },
                               needsSignIn ? ButtonKind::Normal : ButtonKind::Primary});
    }
    m_window->showBanner(banner, push->view);
}

void PushFlow::sayConflict(const std::shared_ptr<Push> &push, const ShareConflict &conflict)
{
    const QString name = push->options.name;
    BannerMessage banner;
    banner.kind = Banner::Kind::Warn;
    banner.iconName = u"triangle-alert"_s;
    if (!conflict.current) {
        banner.sentence = Wording::of(tr("%1 is gone: it has expired or was deleted."), {name});
        banner.actions.append({tr("Push it anew"),
                               [this, push] {
                                   push->options.overwrite = {OverwriteRule::IfAbsent, {}};
                                   run(push);
                               },
                               ButtonKind::Primary});
        m_window->showBanner(banner, push->view);
        return;
    }
    const Digest theirs = conflict.current->version;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    banner.sentence = Wording::of(
        tr("%1 was first: another version of %2 came %3."),
        {visibleText(conflict.owner), name, agoText(conflict.current->createdAtMs, now)});
    banner.remark = tr("Nothing was replaced.");
    banner.actions.append({tr("Push under another key"),
                           [this, push] {
                               push->options.name = proposeShareName();
                               push->options.overwrite = {OverwriteRule::IfAbsent, {}};
                               push->options.parent.reset();
                               run(push);
                           },
                           ButtonKind::Primary});
    banner.actions.append({tr("Look at theirs"),
                           [this, push] {
                               ShareAddress address;
                               address.server = push->server;
                               address.name = push->options.name;
                               emit lookAsked(address);
                           },
                           ButtonKind::Normal, false});
    banner.actions.append({tr("Replace it"),
                           [this, push, theirs] {
                               push->options.overwrite = {OverwriteRule::IfVersion, theirs};
                               run(push);
                           },
                           ButtonKind::Danger});
    m_window->showBanner(banner, push->view);
}

std::vector<PushFlow::Running> PushFlow::running() const
{
    std::vector<Running> list;
    for (const auto &push : m_pushes)
        list.push_back({push->options.name, push->title, push->progress});
    return list;
}

void PushFlow::cancel(const QString &name)
{
    for (const auto &push : m_pushes) {
        if (push->options.name == name && push->job)
            push->job->cancel();
    }
}

void PushFlow::cancelAll()
{
    for (const auto &push : m_pushes) {
        if (push->job)
            push->job->cancel();
    }
}

} // namespace passel
