#include "ui/share/serverssheet.h"

#include "core/base/log.h"
#include "ui/kit/button.h"
#include "ui/kit/plainlabel.h"
#include "ui/kit/plaintext.h"
#include "ui/kit/sheet.h"
#include "ui/kit/switch.h"
#include "ui/mainwindow.h"
#include "ui/share/keyclipboard.h"
#include "ui/share/serverbook.h"
#include "ui/share/sharewords.h"

#include <QApplication>
#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr int PersonLimit = 64;

} // namespace

ServersSheet::ServersSheet(MainWindow *window, ServerBook *book, KeyClipboard *clipboard,
                           QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_book(book)
    , m_clipboard(clipboard)
    , m_sheet(new Sheet(window->sheetHost()))
    , m_list(new QWidget(m_sheet))
    , m_rows(new QGridLayout(m_list))
    , m_group(new QButtonGroup(this)) // a single choice cannot be taken back either
{
    m_sheet->setObjectName(u"serversSheet"_s);
    m_sheet->setTitle(tr("Share servers"));
    m_sheet->setPrimaryText(tr("Add a server…"));
    m_sheet->cancelButton()->setText(tr("Close"));
    m_list->setObjectName(u"serverList"_s);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(12);
    m_rows->setVerticalSpacing(8);
    m_rows->setColumnStretch(1, 1);
    m_sheet->addWide(m_list);
    if (m_book->local())
        buildLocal();
    m_said = new PlainLabel(QString(), TextSize::Small, ColorRole::Text2, m_sheet);
    m_said->setObjectName(u"serversSaid"_s);
    m_said->setWordWrap(true);
    m_said->hide();
    m_sheet->addWide(m_said);
    connect(m_sheet, &Sheet::accepted, this, [this] {
        m_sheet->dismiss();
        emit invitationAsked({});
    });
    connect(book, &ServerBook::listChanged, this, &ServersSheet::update);
    connect(book, &ServerBook::stateChanged, this, &ServersSheet::update);
    update();
}

ServersSheet::~ServersSheet()
{
    delete m_sheet;
}

void ServersSheet::buildLocal()
{
    m_local = new QWidget(m_sheet);
    auto *column = new QVBoxLayout(m_local);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(new PlainLabel(tr("This computer as a server"), TextSize::Section,
                                     ColorRole::Text, m_local));
    m_use = new Button(tr("Use this computer"), ButtonKind::Normal, m_local);
    m_use->setObjectName(u"serversUseLocal"_s);
    m_open = new Switch(tr("Open to the network"), m_local);
    m_open->setObjectName(u"serversOpenLocal"_s);
    m_meaning = new PlainLabel(QString(), TextSize::Small, ColorRole::Text2, m_local);
    m_meaning->setObjectName(u"serversLocalMeaning"_s);
    m_meaning->setWordWrap(true);
    m_inviteRow = new QWidget(m_local);
    auto *row = new QHBoxLayout(m_inviteRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_person = new QLineEdit(m_inviteRow);
    m_person->setObjectName(u"serversPerson"_s);
    m_person->setAccessibleName(tr("Name of the person to invite"));
    m_person->setPlaceholderText(tr("Who is invited"));
    m_person->setMaxLength(PersonLimit);
    m_invite = new Button(tr("Copy an invitation"), ButtonKind::Normal, m_inviteRow);
    m_invite->setObjectName(u"serversInvite"_s);
    row->addWidget(m_person, 1);
    row->addWidget(m_invite);
    auto *use = new QHBoxLayout;
    use->addWidget(m_use);
    use->addStretch(1);
    column->addLayout(use);
    column->addWidget(m_open);
    column->addWidget(m_meaning);
    column->addWidget(m_inviteRow);
    m_sheet->addWide(m_local);
    connect(m_use, &QAbstractButton::clicked, this, [this] {
        m_book->useLocal(this, [this](const Result<void> &result) {
            if (!result)
                say(result.error().message(), true);
            updateLocal();
            if (result)
                m_open->setFocus(Qt::OtherFocusReason);
        });
    });
    connect(m_open, &QAbstractButton::clicked, this, &ServersSheet::setOpen);
    connect(m_invite, &QAbstractButton::clicked, this, &ServersSheet::invite);
    connect(m_person, &QLineEdit::textChanged, this, &ServersSheet::updateLocal);
    connect(m_book->local(), &LocalServer::changed, this, &ServersSheet::updateLocal);
}

void ServersSheet::open()
{
    m_said->hide();
    update();
    for (const ServerEntry &server : m_book->list().servers())
        m_book->check(server.origin);
    m_window->showSheet(m_sheet);
}

void ServersSheet::update()
{
    const bool hadFocus = m_list->isAncestorOf(QApplication::focusWidget());
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide(); // it lives on for a moment: neither seen nor found
            item->widget()->setObjectName({});
            item->widget()->deleteLater();
        }
        delete item;
    }
    int row = 0;
    const auto current = m_book->current();
    for (const ServerEntry &server : m_book->list().servers()) {
        const QUrl origin = server.origin;
        const QString title = visibleText(m_book->title(origin));
        const ServerState state = m_book->state(origin);
        auto *use = new QRadioButton(plainActionText(title), m_list);
        use->setObjectName(u"serverUse%1"_s.arg(row));
        use->setAccessibleName(tr("Use %1").arg(title));
        m_group->addButton(use);
        use->setChecked(current && current->origin == origin);
        auto *how = new PlainLabel(ServerBook::stateText(state), TextSize::Small,
                                   state == ServerState::SignedIn ? ColorRole::Text2
                                                                  : ServerBook::stateRole(state),
                                   m_list);
        const bool isOut = state == ServerState::SignedOut;
        auto *signIn = new Button(tr("Sign in…"), ButtonKind::Normal, m_list);
        signIn->setObjectName(u"serverSignIn%1"_s.arg(row));
        signIn->setAccessibleName(tr("Sign in to %1").arg(title));
        setControlSize(signIn, ControlSize::Small);
        signIn->setVisible(isOut && !m_book->isLocal(origin));
        auto *leave = new Button(isOut ? tr("Remove") : tr("Sign out"), ButtonKind::Normal, m_list);
        leave->setObjectName(u"serverLeave%1"_s.arg(row));
        leave->setAccessibleName(isOut ? tr("Remove %1 from the list").arg(title)
                                       : tr("Sign out of %1").arg(title));
        setControlSize(leave, ControlSize::Small);
        leave->setVisible(!m_book->isLocal(origin));
        m_rows->addWidget(use, row, 0);
        m_rows->addWidget(how, row, 1);
        m_rows->addWidget(signIn, row, 2);
        m_rows->addWidget(leave, row, 3);
        connect(signIn, &QAbstractButton::clicked, this, [this, origin] {
            m_sheet->dismiss();
            emit invitationAsked(origin);
        });
        connect(use, &QAbstractButton::clicked, this,
                [this, origin] { m_book->setCurrent(origin); });
        connect(leave, &QAbstractButton::clicked, this, [this, origin, title, isOut] {
            m_book->leave(origin, this, [this, title, isOut](const Result<void> &result) {
                if (isOut) // its token was no good before
                    say(tr("%1 is not in the list any more.").arg(title), false);
                else if (result)
                    say(tr("You are signed out of %1; its token is revoked.").arg(title), false);
                else
                    say(result.error().message(), true);
            });
        });
        ++row;
    }
    if (row == 0) {
        auto *none = new PlainLabel(tr("No server yet. Whoever runs one sends you an invitation, "
                                       "or this computer can be one."),
                                    TextSize::Base, ColorRole::Text2, m_list);
        none->setWordWrap(true);
        m_rows->addWidget(none, 0, 0, 1, 4);
    }
    if (hadFocus && m_group->checkedButton())
        m_group->checkedButton()->setFocus(Qt::OtherFocusReason);
    updateLocal();
}

void ServersSheet::updateLocal()
{
    if (!m_local)
        return;
    const std::optional<LocalAddress> &address = m_book->local()->address();
    m_use->setVisible(!address);
    m_open->setVisible(address.has_value());
    m_inviteRow->setVisible(address && address->isOpen);
    m_invite->setEnabled(!m_person->text().trimmed().isEmpty());
    if (!address) {
        m_meaning->setText(tr("Shares lie in a folder of yours; only this computer can pull them "
                              "until you open it to the network."));
        return;
    }
    m_open->setChecked(address->isOpen);
    if (!address->isOpen)
        m_meaning->setText(tr("Only on this computer. Opened, others on your network can reach it "
                              "while Passel runs, with an invitation or a key with a code."));
    else if (address->publicUrl.isEmpty())
        m_meaning->setText(tr("Open, but this computer has no address on a network now."));
    else
        m_meaning->setText(tr("Others reach it at %1 while Passel runs. Its certificate is its "
                              "own; the fingerprint in each invitation is\n%2")
                               .arg(address->publicUrl.authority(),
                                    address->pin ? pinText(*address->pin) : QString()));
}

void ServersSheet::setOpen(bool open)
{
    // The switch keeps the focus meanwhile; what is pressed twice is done twice, in order.
    m_book->setLocalOpen(open, this, [this](const Result<void> &result) {
        if (!result)
            say(result.error().message(), true);
        updateLocal();
    });
}

void ServersSheet::invite()
{
    const QString person = m_person->text().trimmed();
    m_book->local()->invite(person, this, [this, person](const Result<QString> &invitation) {
        if (!invitation) {
            say(invitation.error().message(), true);
            return;
        }
        m_clipboard->copy(*invitation);
        m_person->clear();
        m_person->setFocus(Qt::OtherFocusReason);
        say(tr("The invitation for %1 is on the clipboard. It holds a token: send it to nobody "
               "else.")
                .arg(person),
            false);
    });
}

void ServersSheet::say(const QString &sentence, bool isWrong)
{
    m_said->setUntrustedText(sentence);
    m_said->setRole(isWrong ? ColorRole::Error : ColorRole::Text2);
    m_said->show();
}

} // namespace passel
