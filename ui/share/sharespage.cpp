#include "ui/share/sharespage.h"

#include "core/base/log.h"
#include "ui/kit/button.h"
#include "ui/kit/plainlabel.h"
#include "ui/mainwindow.h"
#include "ui/share/keyclipboard.h"
#include "ui/share/pullflow.h"
#include "ui/share/pushflow.h"
#include "ui/share/serverbook.h"
#include "ui/share/sharepanel.h"
#include "ui/share/sharesview.h"
#include "ui/share/sharewords.h"
#include "ui/theme/icon.h"
#include "ui/words.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace passel {

namespace {

constexpr int Padding = 16;

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

ShareRecord recordOf(const protocol::ShareInfo &info, const QUrl &server)
{
    ShareRecord record;
    record.kind = ShareRecord::Kind::Sent;
    record.server = server;
    record.name = info.version.name;
    record.owner = info.owner;
    record.bytes = info.version.size;
    record.access = info.access;
    record.version = info.version.version;
    record.doneMs = info.version.createdAtMs;
    record.expiresMs = info.version.expiresAtMs;
    return record;
}

} // namespace

SharesPage::SharesPage(const Parts &parts, QWidget *parent)
    : WindowPage(parent)
    , m_parts(parts)
    , m_sentModel(new SharesModel(ShareRecord::Kind::Sent, this))
    , m_receivedModel(new SharesModel(ShareRecord::Kind::Received, this))
    , m_left(new QWidget)
    , m_panel(new SharePanel(this))
{
    setObjectName(u"sharesPage"_s);
    m_filter = new QLineEdit(m_left);
    m_filter->setObjectName(u"sharesFilter"_s);
    m_filter->setAccessibleName(tr("Find a key or note"));
    m_filter->setPlaceholderText(tr("Find a key or note"));
    m_filter->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(200);

    auto *column = new QVBoxLayout(m_left);
    column->setContentsMargins(0, Padding, 0, Padding);
    column->setSpacing(8);
    m_sent = addSection(column, tr("Sent"), u"sharesSent"_s, m_sentModel,
                        tr("Nothing was pushed yet. Open a table and press Push."), m_filter);
    column->addSpacing(Padding);
    m_received = addSection(column, tr("Received"), u"sharesReceived"_s, m_receivedModel,
                            tr("Nothing was pulled yet. Copy a key that you were sent."), nullptr);
    column->addSpacing(Padding);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Padding, 0, Padding, 0);
    m_onTheWay = new PlainLabel(tr("On the way"), TextSize::Section, ColorRole::Text, m_left);
    head->addWidget(m_onTheWay);
    head->addStretch(1);
    column->addLayout(head);
    m_runningRows = new QVBoxLayout;
    m_runningRows->setContentsMargins(Padding, 0, Padding, 0);
    column->addLayout(m_runningRows);
    column->addStretch(1);

    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"sharesScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_left);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_left->setAutoFillBackground(true);
    m_left->setBackgroundRole(QPalette::Base);
    auto *side = new QScrollArea(this);
    side->setObjectName(u"sharesSide"_s);
    side->setFrameShape(QFrame::NoFrame);
    side->setWidgetResizable(true);
    side->setFocusPolicy(Qt::NoFocus);
    side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    side->setFixedWidth(Theme::metric(Metric::SidePanel));
    side->setWidget(m_panel);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(scroll, 1);
    row->addWidget(side);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_sent.filtered->setFilterFixedString(text);
        m_received.filtered->setFilterFixedString(text);
    });
    connect(m_parts.history, &ShareHistory::changed, this, &SharesPage::rebuild);
    connect(m_parts.book, &ServerBook::listChanged, this, &SharesPage::refresh);
    connect(m_parts.pushes, &PushFlow::pushed, this, &SharesPage::refresh);
    connect(m_parts.pushes, &PushFlow::runningChanged, this, &SharesPage::updateRunning);
    connect(m_parts.pulls, &PullFlow::runningChanged, this, &SharesPage::updateRunning);
    connect(m_panel, &SharePanel::copyKeyAsked, this, [this] { copyKey(false); });
    connect(m_panel, &SharePanel::copyLinkAsked, this, [this] { copyKey(true); });
    connect(m_panel, &SharePanel::newCodeAsked, this, &SharesPage::makeCode);
    connect(m_panel, &SharePanel::extendAsked, this, &SharesPage::extend);
    connect(m_panel, &SharePanel::accessAsked, this, &SharesPage::setAccess);
    connect(m_panel, &SharePanel::deleteAsked, this, &SharesPage::askDelete);
    connect(m_panel, &SharePanel::restoreAsked, this, &SharesPage::restore);
    connect(m_panel, &SharePanel::pullAsked, this, [this] {
        const ShareLine *line = chosen();
        if (!line)
            return;
        ShareAddress address;
        address.server = line->record.server;
        address.name = line->record.name;
        address.code = m_parts.pushes->code(address.server, address.name);
        m_parts.pulls->pull(address);
    });
    m_minute.setInterval(1min);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        m_sentModel->setNow(nowMs());
        m_receivedModel->setNow(nowMs());
        updateCounts();
    });
    m_minute.start();
    rebuild();
    updateRunning();
    refresh();
}

SharesPage::~SharesPage() = default;

SharesPage::Section SharesPage::addSection(QVBoxLayout *column, const QString &title,
                                           const QString &objectName, SharesModel *model,
                                           const QString &empty, QWidget *beside)
{
    Section section;
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Padding, 0, Padding, 0);
    head->setSpacing(8);
    head->addWidget(new PlainLabel(title, TextSize::Section, ColorRole::Text, m_left));
    section.count = new PlainLabel(QString(), TextSize::Base, ColorRole::Text2, m_left);
    section.count->setObjectName(objectName + "Count"_L1);
    head->addWidget(section.count);
    head->addStretch(1);
    if (beside)
        head->addWidget(beside);
    column->addLayout(head);
    section.filtered = new QSortFilterProxyModel(this);
    section.filtered->setSourceModel(model);
    section.filtered->setFilterRole(SharesModel::WordsRole);
    section.filtered->setFilterKeyColumn(0);
    section.filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    section.view = new SharesView(m_left);
    section.view->setObjectName(objectName);
    section.view->setAccessibleName(title);
    section.view->setModel(section.filtered);
    column->addWidget(section.view);
    section.empty = new PlainLabel(empty, TextSize::Base, ColorRole::Text2, m_left);
    section.empty->setContentsMargins(Padding, 0, Padding, 0);
    column->addWidget(section.empty);
    connect(section.view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this, model, filtered = section.filtered](const QModelIndex &now) {
                if (!now.isValid())
                    return;
                const ShareLine &line = model->line(filtered->mapToSource(now).row());
                m_chosenKind = line.record.kind;
                m_chosenServer = line.record.server;
                m_chosenName = line.record.name;
                SharesView *other =
                    line.record.kind == ShareRecord::Kind::Sent ? m_received.view : m_sent.view;
                if (other)
                    other->clearSelection();
                showChosen();
                loadVersions();
            });
    connect(section.view, &QAbstractItemView::activated, this, [this] {
        if (const ShareLine *line = chosen(); line && !line->isOver(nowMs()))
            copyKey(false);
    });
    return section;
}

QString SharesPage::title() const
{
    return tr("Shares");
}

QString SharesPage::iconName() const
{
    return u"key-round"_s;
}

QWidget *SharesPage::centre()
{
    return m_left;
}

void SharesPage::focusContent()
{
    SharesView *view = m_sentModel->rowCount() > 0 || m_receivedModel->rowCount() == 0
                           ? m_sent.view
                           : m_received.view;
    view->setFocus(Qt::OtherFocusReason);
    if (!view->currentIndex().isValid())
        view->setCurrentIndex(view->model()->index(0, 0));
}

QList<StatusRow::Fact> SharesPage::statusFacts() const
{
    QList<StatusRow::Fact> facts;
    facts.append({tr("%n share(s) alive", nullptr, m_sentModel->alive()), ColorRole::Text2});
    const ShareLine *next = nullptr;
    for (int row = 0; row < m_sentModel->rowCount(); ++row) {
        const ShareLine &line = m_sentModel->line(row);
        if (!line.isOver(nowMs()) && (!next || line.expiresMs() < next->expiresMs()))
            next = &line;
    }
    if (next)
        facts.append(
            {tr("next to expire: %1 in %2")
                 .arg(next->record.name, leftText(next->expiresMs(), nowMs())),
             expiresSoon(next->expiresMs(), nowMs()) ? ColorRole::Warn : ColorRole::Text2});
    return facts;
}

void SharesPage::refresh()
{
    const auto isGone = [this](const QUrl &server) { return !m_parts.book->list().find(server); };
    std::erase_if(m_live, [&isGone](const auto &list) { return isGone(list.first); });
    m_stale.removeIf(isGone);
    for (const ServerEntry &server : m_parts.book->list().servers())
        ask(server.origin);
    rebuild();
}

void SharesPage::ask(const QUrl &server)
{
    const std::shared_ptr<ShareClient> client = m_parts.book->client(server);
    client->shares(this, [this, server](const Result<protocol::ShareList> &list) {
        if (!m_parts.book->list().find(server))
            return; // signed out of meanwhile
        if (!list) {
            // What was noted here stays on the screen.
            if (list.error().code() == "token-missing")
                return;
            m_stale.insert(server);
            sayError(tr("The list at %1 is not up to date.")
                         .arg(visibleText(m_parts.book->title(server))),
                     list.error(), server);
            return;
        }
        m_parts.book->confirm(server);
        m_live[server] = *list;
        m_stale.remove(server);
        if (m_stale.isEmpty())
            m_parts.window->clearBanner(this);
        rebuild();
        loadVersions();
    });
}

void SharesPage::rebuild()
{
    std::vector<ShareLine> sent;
    std::vector<ShareLine> received;
    std::set<std::pair<QUrl, QString>> noted;
    for (const ShareRecord &record : m_parts.history->records()) {
        ShareLine line{record, {}};
        if (record.kind == ShareRecord::Kind::Received) {
            received.push_back(line);
            continue;
        }
        if (const auto live = m_live.find(record.server); live != m_live.end()) {
            noted.insert({record.server, record.name});
            for (const protocol::ShareInfo &info : live->second.shares) {
                if (info.version.name == record.name)
                    line.live = info;
            }
            if (line.live)
                line.record.deletedMs = 0;
        }
        sent.push_back(line);
    }
    // Pushed from another computer, or by the command line.
    for (const auto &[server, live] : m_live) {
        for (const protocol::ShareInfo &info : live.shares) {
            if (!noted.contains({server, info.version.name}))
                sent.push_back({recordOf(info, server), info});
        }
    }
    std::stable_sort(sent.begin(), sent.end(), [](const ShareLine &a, const ShareLine &b) {
        return a.record.doneMs > b.record.doneMs;
    });
    m_sentModel->setLines(std::move(sent), nowMs());
    m_receivedModel->setLines(std::move(received), nowMs());
    for (const Section &section : {m_sent, m_received}) {
        const auto *model = qobject_cast<SharesModel *>(section.filtered->sourceModel());
        section.view->setVisible(model->rowCount() > 0);
        section.empty->setVisible(model->rowCount() == 0);
        for (int row = 0; row < section.filtered->rowCount(); ++row) {
            const ShareRecord &record =
                model->line(section.filtered->mapToSource(section.filtered->index(row, 0)).row())
                    .record;
            if (record.kind == m_chosenKind && record.server == m_chosenServer
                && record.name == m_chosenName)
                section.view->setCurrentIndex(section.filtered->index(row, 0));
        }
    }
    updateCounts();
    showChosen();
}

void SharesPage::updateCounts()
{
    const auto words = [](const SharesModel *model) {
        const int alive = model->alive();
        const int over = model->rowCount() - alive;
        //: Shares that can be pulled, and those that have expired or were deleted
        return over > 0 ? tr("%1 alive, %2 over").arg(numberText(alive), numberText(over))
                        : tr("%1 alive").arg(numberText(alive));
    };
    m_sent.count->setText(words(m_sentModel));
    m_received.count->setText(words(m_receivedModel));
    emit statusChanged();
}

void SharesPage::updateRunning()
{
    while (QLayoutItem *item = m_runningRows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const auto add = [this](const QString &name, const TransferProgress &progress, TransferWay way,
                            const std::function<void()> &cancel) {
        const StatusRow::Progress words = transferWords(progress, way);
        auto *line = new QWidget(m_left);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 4, 0, 4);
        row->setSpacing(12);
        auto *label = new PlainLabel(name, TextSize::Base, ColorRole::Text, line);
        auto *bar = new QProgressBar(line);
        bar->setTextVisible(false);
        bar->setFixedWidth(200);
        bar->setAccessibleName(words.words);
        bar->setRange(0, words.share ? 1000 : 0);
        if (words.share)
            bar->setValue(int(*words.share * 1000));
        auto *said = new PlainLabel(
            words.amount.isEmpty() ? words.words : tr("%1, %2").arg(words.words, words.amount),
            TextSize::Base, ColorRole::Text2, line);
        auto *stop = new Button(tr("Cancel"), ButtonKind::Normal, line);
        stop->setObjectName(u"shareCancel"_s);
        stop->setAccessibleName(tr("Cancel %1").arg(name));
        setControlSize(stop, ControlSize::Small);
        connect(stop, &QAbstractButton::clicked, this, cancel);
        row->addWidget(label);
        row->addWidget(bar);
        row->addWidget(said, 1);
        row->addWidget(stop);
        m_runningRows->addWidget(line);
    };
    const auto pushes = m_parts.pushes->running();
    const auto pulls = m_parts.pulls->running();
    for (const PushFlow::Running &push : pushes)
        add(push.name, push.progress, TransferWay::Push,
            [this, name = push.name] { m_parts.pushes->cancel(name); });
    for (const PullFlow::Running &pull : pulls)
        add(pull.name, pull.progress, TransferWay::Pull,
            [this, name = pull.name] { m_parts.pulls->cancel(name); });
    m_onTheWay->setVisible(!pushes.empty() || !pulls.empty());
}

const ShareLine *SharesPage::chosen() const
{
    const SharesModel *model =
        m_chosenKind == ShareRecord::Kind::Sent ? m_sentModel : m_receivedModel;
    for (int row = 0; row < model->rowCount(); ++row) {
        const ShareLine &line = model->line(row);
        if (line.record.server == m_chosenServer && line.record.name == m_chosenName)
            return &line;
    }
    return nullptr;
}

void SharesPage::showChosen()
{
    const ShareLine *line = chosen();
    SharePanel::Facts facts;
    if (line) {
        facts.server = m_parts.book->title(line->record.server);
        facts.hasCode = m_parts.pushes->code(line->record.server, line->record.name).has_value();
        const std::shared_ptr<ShareClient> client = m_parts.book->client(line->record.server);
        if (client && client->knownInfo())
            facts.ttlCapSeconds = client->knownInfo()->ttlCapSeconds;
    }
    m_panel->setLine(line, facts, nowMs());
}

} // namespace passel
