#include "ui/share/pushsheet.h"

#include "core/base/log.h"
#include "ui/kit/button.h"
#include "ui/kit/fieldnote.h"
#include "ui/kit/plainlabel.h"
#include "ui/kit/plaintext.h"
#include "ui/kit/segments.h"
#include "ui/kit/sheet.h"
#include "ui/share/columnticks.h"
#include "ui/share/invitationfield.h"
#include "ui/share/sharewords.h"
#include "ui/theme/icon.h"
#include "ui/words.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace passel {

namespace {

constexpr int NoteLimit = 500;
constexpr qint64 SecondsADay = 24LL * 3600;
constexpr int WhoCode = 0;
constexpr int WhoPeople = 1;

protocol::Access accessOf(int who)
{
    return who == WhoCode     ? protocol::Access::Code
           : who == WhoPeople ? protocol::Access::People
                              : protocol::Access::Owner;
}

int whoOf(protocol::Access access)
{
    return access == protocol::Access::Code     ? WhoCode
           : access == protocol::Access::People ? WhoPeople
                                                : 2;
}

} // namespace

PushSheet::PushSheet(QWidget *host, QWidget *centreOn, ServerBook *book, QObject *parent)
    : QObject(parent)
    , m_book(book)
{
    build(host, centreOn);
    m_pause.setSingleShot(true);
    m_pause.setInterval(250ms);
    connect(&m_pause, &QTimer::timeout, this, [this] { emit nameAsked(m_name->text().trimmed()); });
    connect(book, &ServerBook::listChanged, this, &PushSheet::updateServer);
    connect(book, &ServerBook::stateChanged, this, &PushSheet::updateServer);
    updateServer();
}

PushSheet::~PushSheet()
{
    delete m_sheet;
}

void PushSheet::build(QWidget *host, QWidget *centreOn)
{
    m_sheet = new Sheet(host, centreOn);
    m_sheet->setObjectName(u"pushSheet"_s);
    connect(m_sheet, &Sheet::accepted, this, &PushSheet::pushAsked);

    buildServerRows();

    m_name = new QLineEdit(m_sheet);
    m_name->setObjectName(u"pushName"_s);
    m_name->setAccessibleName(tr("Key"));
    m_name->setMaxLength(int(ShareNameLimit));
    m_other = new QToolButton(m_sheet);
    m_other->setObjectName(u"pushOtherName"_s);
    m_other->setIcon(themedIcon(u"refresh-cw"_s));
    m_other->setAccessibleName(tr("Propose another key"));
    m_other->setToolTip(plainToolTip(tr("Propose another key")));
    m_nameNote = new FieldNote(m_name, m_sheet);
    auto *nameColumn = new QVBoxLayout;
    nameColumn->setSpacing(4);
    auto *nameRow = new QHBoxLayout;
    nameRow->setSpacing(4);
    nameRow->addWidget(m_name, 1);
    nameRow->addWidget(m_other);
    nameColumn->addLayout(nameRow);
    nameColumn->addWidget(m_nameNote);
    m_correct = new Button(QString(), ButtonKind::Normal, m_sheet);
    m_correct->setObjectName(u"pushCorrect"_s);
    setControlSize(m_correct, ControlSize::Small);
    m_correct->hide();
    auto *correctRow = new QHBoxLayout;
    correctRow->addWidget(m_correct);
    correctRow->addStretch(1);
    nameColumn->addLayout(correctRow);
    m_sheet->addRow(tr("&Key"), nameColumn, m_name);
    connect(m_name, &QLineEdit::textChanged, this, &PushSheet::checkName);
    connect(m_other, &QAbstractButton::clicked, this, &PushSheet::proposeOther);
    connect(m_correct, &QAbstractButton::clicked, this, [this] {
        if (m_suggestion.isEmpty()) {
            proposeOther();
            return;
        }
        m_name->setText(m_suggestion);
        m_name->setFocus(Qt::OtherFocusReason);
    });

    m_days = new QComboBox(m_sheet);
    m_days->setObjectName(u"pushDays"_s);
    m_days->setAccessibleName(tr("Lives for"));
    m_until = new PlainLabel(QString(), TextSize::Base, ColorRole::Text2, m_sheet);
    m_until->setObjectName(u"pushUntil"_s);
    auto *daysRow = new QHBoxLayout;
    daysRow->setSpacing(12);
    daysRow->addWidget(m_days);
    daysRow->addWidget(m_until, 1);
    m_sheet->addRow(tr("&Lives for"), daysRow, m_days);
    connect(m_days, &QComboBox::currentIndexChanged, this, &PushSheet::updateDays);

    m_who = new Segments({tr("Anyone with the key"), tr("Signed-in people"), tr("Only me")},
                         Segments::Mode::One, m_sheet);
    m_who->setObjectName(u"pushWho"_s);
    m_who->setAccessibleName(tr("Who may pull"));
    m_who->setOn(WhoPeople);
    m_whoNote = new FieldNote(m_who, m_sheet);
    m_whoNote->setObjectName(u"pushWhoNote"_s);
    auto *whoColumn = new QVBoxLayout;
    whoColumn->setSpacing(4);
    auto *whoRow = new QHBoxLayout;
    whoRow->addWidget(m_who);
    whoRow->addStretch(1);
    whoColumn->addLayout(whoRow);
    whoColumn->addWidget(m_whoNote);
    m_sheet->addRow(tr("&Who"), whoColumn, m_who);
    connect(m_who, &Segments::switched, this, &PushSheet::updateAll);

    buildRowsAndColumns();

    m_note = new QLineEdit(m_sheet);
    m_note->setObjectName(u"pushNote"_s);
    m_note->setAccessibleName(tr("Note"));
    m_note->setMaxLength(NoteLimit);
    m_note->setPlaceholderText(tr("What the others should know"));
    m_sheet->addRow(tr("&Note"), m_note);

    m_recipe = new QCheckBox(tr("&Include the recipe"), m_sheet);
    m_recipe->setObjectName(u"pushRecipe"_s);
    m_recipeHint = new PlainLabel(QString(), TextSize::Base, ColorRole::Text2, m_sheet);
    m_recipeHint->setObjectName(u"pushRecipeHint"_s);
    auto *recipeRow = new QHBoxLayout;
    recipeRow->setSpacing(8);
    recipeRow->addWidget(m_recipe);
    recipeRow->addWidget(m_recipeHint, 1);
    m_sheet->addRow(QString(), recipeRow);
    connect(m_recipe, &QAbstractButton::clicked, this, [this] { m_isRecipeTouched = true; });
}

void PushSheet::buildServerRows()
{
    m_server = new Segments({tr("This computer"), tr("A server I was invited to")},
                            Segments::Mode::One, m_sheet);
    m_server->setObjectName(u"pushServer"_s);
    m_server->setAccessibleName(tr("Server"));
    m_serverNote = new FieldNote(m_server, m_sheet);
    m_serverNote->setObjectName(u"pushServerNote"_s);
    m_invitation = new InvitationField(m_sheet);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->addWidget(m_server);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_serverNote);
    m_sheet->addRow(tr("&Server"), column, m_server);
    m_sheet->addRow(tr("&Invitation"), m_invitation);
    const bool hasLocal = m_book->local() != nullptr;
    m_server->button(0)->setEnabled(hasLocal);
    m_server->setOn(hasLocal ? 0 : 1);
    connect(m_server, &Segments::switched, this, &PushSheet::updateServer);
    connect(m_invitation, &InvitationField::changed, this, &PushSheet::updateAll);
}

void PushSheet::buildRowsAndColumns()
{
    m_all = new QRadioButton(m_sheet);
    m_all->setObjectName(u"pushAllRows"_s);
    m_selected = new QRadioButton(m_sheet);
    m_selected->setObjectName(u"pushSelectedRows"_s);
    m_all->setChecked(true);
    auto *group = new QButtonGroup(this);
    group->addButton(m_all);
    group->addButton(m_selected);
    m_hidden = new PlainLabel(QString(), TextSize::Base, ColorRole::Text2, m_sheet);
    m_hidden->setObjectName(u"pushHiddenRows"_s);
    auto *rows = new QHBoxLayout;
    rows->setSpacing(24);
    rows->addWidget(m_all);
    rows->addWidget(m_selected);
    rows->addWidget(m_hidden, 1);
    m_sheet->addRow(tr("Rows"), rows, m_all);
    connect(m_all, &QAbstractButton::toggled, this, [this] {
        updateAll();
        emit estimateAsked();
    });

    m_choose = new Button(QString(), ButtonKind::Normal, m_sheet);
    m_choose->setObjectName(u"pushChooseColumns"_s);
    m_choose->setCheckable(true);
    m_columns = new ColumnTicks(m_sheet);
    m_columns->hide();
    auto *columns = new QVBoxLayout;
    columns->setSpacing(8);
    auto *chooseRow = new QHBoxLayout;
    chooseRow->addWidget(m_choose);
    chooseRow->addStretch(1);
    columns->addLayout(chooseRow);
    columns->addWidget(m_columns);
    m_sheet->addRow(tr("&Columns"), columns, m_choose);
    connect(m_choose, &QAbstractButton::toggled, m_columns, &QWidget::setVisible);
    connect(m_columns, &ColumnTicks::tickedChanged, this, [this] {
        updateAll();
        emit estimateAsked();
    });
}

QWidget *PushSheet::firstField() const
{
    return server() == PushServer::Invited ? m_invitation->field() : static_cast<QWidget *>(m_name);
}

void PushSheet::setRowVisible(QWidget *control, bool visible)
{
    control->setVisible(visible);
    const QList<PlainLabel *> labels = m_sheet->findChildren<PlainLabel *>();
    for (PlainLabel *label : labels) {
        if (label->buddy() == control)
            label->setVisible(visible);
    }
}

void PushSheet::setSubject(PushSubject subject)
{
    const bool isOtherShare = subject.shareName != m_subject.shareName
                              || subject.shareServer != m_subject.shareServer
                              || subject.isShareOurs != m_subject.isShareOurs;
    const bool isOtherVersion = subject.shareVersion != m_subject.shareVersion;
    takeTable(std::move(subject));
    m_isBusy = false;
    if (isOtherShare || isOtherVersion || m_name->text().isEmpty()) {
        const bool ours = m_subject.isShareOurs && !m_subject.shareName.isEmpty();
        m_name->setText(ours ? m_subject.shareName : proposeShareName());
        if (ours && m_subject.access)
            m_who->setOn(whoOf(*m_subject.access));
        if (ours && m_note->text().isEmpty())
            m_note->setText(m_subject.note);
    }
    checkName();
    updateServer();
    updateDays();
    updateAll();
}

void PushSheet::follow(PushSubject subject)
{
    takeTable(std::move(subject));
    updateAll();
}

void PushSheet::takeTable(PushSubject subject)
{
    m_subject = std::move(subject);
    m_columns->setSchema(m_subject.array.schema());
    m_all->setText(tr("All %1").arg(numberText(m_subject.array.rowCount())));
    const auto selected = qint64(m_subject.selected.size());
    m_selected->setText(tr("Selected %1").arg(numberText(selected)));
    m_selected->setVisible(selected > 1);
    if (selected <= 1)
        m_all->setChecked(true);
    const qint64 hidden = m_subject.array.storedRowCount() - m_subject.array.rowCount();
    m_hidden->setText(hidden > 0 ? tr("%1 left out by the recipe").arg(rowsText(hidden))
                                 : tr("No row is left out"));
}

void PushSheet::proposeOther()
{
    m_name->setText(proposeShareName());
    m_name->setFocus(Qt::OtherFocusReason);
}

bool PushSheet::isUpdate() const
{
    return m_found && m_found->isOwner && m_foundServer == destination()
           && m_found->version.name == m_name->text().trimmed();
}

bool PushSheet::isSubject() const
{
    return m_subject.shareName == m_name->text().trimmed()
           && m_subject.shareServer == destination();
}

void PushSheet::checkName()
{
    const QString name = m_name->text().trimmed();
    m_found.reset();
    m_isExpired = false;
    m_pause.stop();
    const NameCheck check = checkShareName(name);
    // What the pull side takes for a typing error could be pulled by nobody who types it.
    m_isNameFine = check.kind == NameCheck::Proposed || check.kind == NameCheck::Typed;
    m_suggestion = check.suggestion;
    m_correct->setText(m_suggestion.isEmpty() ? tr("Propose another key")
                                              : tr("Take %1").arg(m_suggestion));
    m_correct->setVisible(check.kind == NameCheck::Mistyped);
    switch (check.kind) {
    case NameCheck::Invalid:
        m_nameNote->setWrong(
            name.isEmpty() ? Wording(tr("Type a key, or have one proposed"))
                           : Wording(tr("Small letters, digits, - and _, two of them at least")));
        break;
    case NameCheck::Mistyped:
        m_nameNote->setWrong(
            Wording(tr("A proposed key with a typing error: nobody could pull it by typing")));
        break;
    case NameCheck::Proposed:
        m_nameNote->setHint(tr("Hard to guess, and a typing error is noticed"));
        break;
    case NameCheck::Typed:
        m_nameNote->setHint(tr("Easy to remember; a typing error is not noticed"));
        break;
    }
    if (m_isNameFine)
        m_pause.start();
    updateAll();
}

void PushSheet::setNameAnswer(const QUrl &server, const QString &name,
                              const Result<protocol::ShareInfo> &answer)
{
    if (server != destination() || name != m_name->text().trimmed() || !m_isNameFine)
        return;
    const bool isProposed = checkShareName(name).kind == NameCheck::Proposed;
    if (answer) {
        m_found = *answer;
        m_foundServer = server;
        if (answer->isOwner) {
            m_nameNote->setRight(tr("Yours, last pushed %1: pushing updates it")
                                     .arg(agoText(answer->version.createdAtMs,
                                                  QDateTime::currentMSecsSinceEpoch())));
            if (!(m_subject.isShareOurs && isSubject()))
                m_who->setOn(whoOf(answer->access));
        } else {
            m_isNameFine = false;
            m_nameNote->setWrong(
                Wording::of(tr("Taken by %1: choose another key"), {visibleText(answer->owner)}));
        }
    } else if (answer.error().code() == "share-not-found") {
        m_nameNote->setRight(
            isProposed ? tr("Free, hard to guess, and a typing error is noticed")
                       : tr("Free, as far as you may see; a typing error is not noticed"));
    } else if (answer.error().code() == "share-expired") {
        m_isExpired = true;
        m_nameNote->setRight(tr("Yours, expired: pushing renews it"));
    }
    updateAll();
}

void PushSheet::setServerError(const QString &sentence)
{
    m_isBusy = false;
    if (server() == PushServer::Invited)
        m_invitation->setWrong(sentence);
    else
        m_serverNote->setWrong(visibleText(sentence));
    updateButton();
}

void PushSheet::setBusy(bool busy)
{
    m_isBusy = busy;
    updateButton();
}

void PushSheet::setEstimate(std::optional<qint64> bytes)
{
    m_estimate = bytes;
    updateSummary();
}

std::optional<ServerEntry> PushSheet::target() const
{
    const auto own = m_book->list().find(m_subject.server);
    return own ? own : m_book->current();
}

PushServer PushSheet::server() const
{
    const auto current = target();
    if (current && m_book->state(current->origin) != ServerState::SignedOut)
        return PushServer::InUse;
    return m_server->current() == 0 ? PushServer::ThisComputer : PushServer::Invited;
}

QUrl PushSheet::destination() const
{
    switch (server()) {
    case PushServer::InUse:
        return target()->origin;
    case PushServer::Invited:
        return m_invitation->isValid() ? m_invitation->server()->origin : QUrl();
    case PushServer::ThisComputer:
        break;
    }
    return {};
}

void PushSheet::updateServer()
{
    const auto current = target();
    const bool isOut = current && m_book->state(current->origin) == ServerState::SignedOut;
    if (isOut && !std::exchange(m_wasSignedOut, isOut))
        // It goes where it went, unless the person says otherwise.
        m_server->setOn(m_book->isLocal(current->origin) ? 0 : 1);
    m_wasSignedOut = isOut;
    const PushServer which = server();
    setRowVisible(m_server, which != PushServer::InUse);
    m_serverNote->setVisible(which != PushServer::InUse);
    if (which == PushServer::ThisComputer)
        m_serverNote->setHint(tr("Only this computer can pull until you open it to the network"));
    else if (isOut)
        m_serverNote->setWrong(Wording::of(tr("You are signed out of %1: paste a new invitation"),
                                           {visibleText(m_book->title(current->origin))}));
    else
        m_serverNote->setHint(tr("Whoever runs the server sends you one line to paste"));
    setRowVisible(m_invitation, which == PushServer::Invited);
    m_invitation->setWanted(m_subject.isShareOurs ? m_subject.shareServer : QUrl());
    if (current) {
        const ServerState state = m_book->state(current->origin);
        const QString title = m_book->title(current->origin);
        //: %1 the server, %2 how it stands, as "share.example, signed in"
        m_sheet->setRemark(state == ServerState::Unknown
                               ? title
                               : tr("%1, %2").arg(title, ServerBook::stateText(state)),
                           ServerBook::stateRole(state));
    } else {
        m_sheet->setRemark(QString());
    }
    updateDays();
    updateAll();
    const bool isAsked = m_found && m_foundServer == destination();
    if (which == PushServer::InUse && m_isNameFine && !isAsked && !m_pause.isActive())
        m_pause.start();
}

void PushSheet::updateDays()
{
    qint64 cap = protocol::DefaultTtlSeconds;
    if (const auto current = target()) {
        const std::shared_ptr<ShareClient> client = m_book->client(current->origin);
        if (client && client->knownInfo())
            cap = client->knownInfo()->ttlCapSeconds;
    }
    QList<qint64> choices;
    for (const qint64 days : {1, 3, 7, 14, 30}) {
        if (days * SecondsADay <= cap)
            choices.append(days * SecondsADay);
    }
    if (choices.isEmpty() || choices.constLast() < cap)
        choices.append(cap);
    const qint64 chosen =
        m_days->count() > 0 ? m_days->currentData().toLongLong() : protocol::DefaultTtlSeconds;
    const QSignalBlocker quiet(m_days);
    m_days->clear();
    for (const qint64 seconds : std::as_const(choices))
        m_days->addItem(seconds % SecondsADay == 0 ? daysText(seconds / SecondsADay)
                                                   : durationText(seconds * 1000),
                        seconds);
    const int at = m_days->findData(chosen);
    m_days->setCurrentIndex(at >= 0 ? at : m_days->count() - 1);
    m_until->setText(tr("until %1")
                         .arg(momentText(QDateTime::currentMSecsSinceEpoch()
                                         + m_days->currentData().toLongLong() * 1000)));
}

void PushSheet::updateColumns()
{
    const auto ticked = qint64(m_columns->ticked().size());
    m_choose->setText(
        m_columns->isAll()
            ? tr("All %1…").arg(numberText(m_columns->count()))
            : tr("%1 of %2…").arg(numberText(ticked), numberText(m_columns->count())));
    m_choose->setAccessibleName(tr("Columns: %1").arg(m_choose->text()));
}

void PushSheet::updateRecipe()
{
    const qint64 steps = m_subject.recipe.size();
    m_recipe->setEnabled(steps > 0);
    const bool tells = m_subject.recipeHides || !isWhole();
    if (!m_isRecipeTouched)
        m_recipe->setChecked(steps > 0 && !tells);
    if (steps == 0)
        m_recipeHint->setText(tr("There are no steps"));
    else if (tells)
        m_recipeHint->setText(tr("It tells of data that would stay here"));
    else
        m_recipeHint->setText(tr("%n step(s)", nullptr, pluralCount(steps)));
}

void PushSheet::updateSummary()
{
    const DocumentArray chosen = array();
    const QString rows = rowsText(chosen.rowCount());
    const QString columns = columnsText(qint64(m_columns->ticked().size()));
    Wording summary;
    if (m_estimate && isSubject() && m_subject.isShareOurs)
        summary = Wording::strong(tr("%1, %2, about %3.").arg(rows, columns, sizeText(*m_estimate)))
                      .then(Wording(tr("Sends only what changed.")));
    else if (m_estimate)
        summary = Wording::strong(tr("%1, %2, about %3").arg(rows, columns, sizeText(*m_estimate)));
    else
        summary = Wording::strong(tr("%1, %2").arg(rows, columns));
    m_sheet->setSummary(summary);
}

void PushSheet::updateButton()
{
    const bool update = isUpdate() || (m_subject.isShareOurs && !m_isExpired && isSubject());
    const QString object = visibleText(m_subject.title);
    m_sheet->setTitle(update ? tr("Update %1").arg(m_name->text().trimmed())
                             : tr("Push %1").arg(object));
    switch (server()) {
    case PushServer::InUse:
        m_sheet->setPrimaryText(update ? tr("Update") : tr("Push"));
        break;
    case PushServer::ThisComputer:
        m_sheet->setPrimaryText(tr("Push"));
        break;
    case PushServer::Invited:
        m_sheet->setPrimaryText(tr("Sign in and push"));
        break;
    }
    const bool hasServer = server() != PushServer::Invited || m_invitation->isValid();
    m_sheet->primaryButton()->setEnabled(m_isNameFine && hasServer && !m_isBusy
                                         && !m_columns->ticked().empty());
}

void PushSheet::updateAll()
{
    updateColumns();
    updateRecipe();
    updateSummary();
    updateButton();
    switch (accessOf(m_who->current())) {
    case protocol::Access::Code:
        m_whoNote->setHint(isUpdate() && m_found->access == protocol::Access::Code
                                   && !m_subject.code
                               ? tr("The key gets a new code: the old one is not kept anywhere")
                               : tr("Without signing in: the key carries a code"));
        break;
    case protocol::Access::People:
        m_whoNote->setHint(tr("Whoever is signed in to this server and knows the key"));
        break;
    case protocol::Access::Owner:
        m_whoNote->setHint(tr("Nobody else, even with the key"));
        break;
    }
}

PushOptions PushSheet::options() const
{
    PushOptions options;
    options.name = m_name->text().trimmed();
    options.access = accessOf(m_who->current());
    options.ttlSeconds = m_days->currentData().toLongLong();
    options.note = m_note->text().trimmed();
    if (!m_columns->isAll())
        options.columns = m_columns->ticked();
    if (m_recipe->isChecked())
        options.recipe = m_subject.recipe;
    const bool isSame = isSubject();
    if (isSame && options.access == protocol::Access::Code)
        options.code = m_subject.code;
    // Always asked with a condition: over the version that the person has seen, or a free name.
    options.overwrite.kind = OverwriteRule::IfAbsent;
    if (!m_isExpired && isSame && m_subject.isShareOurs && m_subject.shareVersion) {
        options.overwrite.kind = OverwriteRule::IfVersion;
        options.overwrite.version = *m_subject.shareVersion;
    } else if (isUpdate()) {
        options.overwrite.kind = OverwriteRule::IfVersion;
        options.overwrite.version = m_found->version.version;
    }
    if (m_subject.shareVersion && isSame)
        options.parent = m_subject.shareVersion;
    return options;
}

DocumentArray PushSheet::array() const
{
    return m_selected->isChecked() && m_selected->isVisibleTo(m_sheet)
               ? m_subject.array.selected(m_subject.selected)
               : m_subject.array;
}

bool PushSheet::isWhole() const
{
    return !m_selected->isChecked() && m_columns->isAll();
}

} // namespace passel
