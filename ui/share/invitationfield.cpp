#include "ui/share/invitationfield.h"

#include "core/base/log.h"
#include "core/share/invite.h"
#include "core/share/sharekey.h"
#include "ui/kit/plainlabel.h"
#include "ui/share/sharewords.h"
#include "ui/theme/passelstyle.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr int InvitationLimit = 4000;

} // namespace

InvitationField::InvitationField(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_note(new PlainLabel(QString(), TextSize::Small, ColorRole::Text2, this))
    , m_pin(new PlainLabel(QString(), TextSize::Small, ColorRole::Text, this))
{
    setObjectName(u"invitation"_s);
    m_field->setObjectName(u"invitationText"_s);
    m_field->setAccessibleName(tr("Invitation"));
    m_field->setMaxLength(InvitationLimit);
    m_field->setPlaceholderText(tr("Paste the line that begins with psl_inv_"));
    // It holds a token: a line of dots on a shared screen gives nothing away.
    m_field->setEchoMode(QLineEdit::Password);
    m_note->setObjectName(u"invitationNote"_s);
    m_note->setWordWrap(true);
    m_pin->setObjectName(u"invitationPin"_s);
    m_pin->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_field);
    column->addWidget(m_note);
    column->addWidget(m_pin);
    setFocusProxy(nullptr);
    connect(m_field, &QLineEdit::textChanged, this, &InvitationField::read);
    read();
}

void InvitationField::setWanted(const QUrl &origin)
{
    if (m_wanted == origin)
        return;
    m_wanted = origin;
    read();
}

void InvitationField::setWrong(const QString &sentence)
{
    m_note->setUntrustedText(sentence);
    m_note->setRole(ColorRole::Error);
    setInvalid(m_field, true);
    m_field->setAccessibleDescription(m_note->text());
}

void InvitationField::clear()
{
    m_token = {};
    m_field->clear();
}

void InvitationField::read()
{
    const QString text = m_field->text();
    m_server.reset();
    m_token = {};
    m_pin->hide();
    m_note->setRole(ColorRole::Text2);
    setInvalid(m_field, false);
    if (text.trimmed().isEmpty()) {
        m_note->setText(tr("One line with the server's address, its fingerprint and your token."));
    } else if (const Result<Invite> invite = Invite::parse(text.toLatin1()); !invite) {
        setWrong(invite.error().message());
    } else if (const auto origin = serverOrigin(invite->server); !origin) {
        setWrong(tr("The address in this invitation is none of a share server. Ask for a new "
                    "one."));
    } else if (!m_wanted.isEmpty() && *origin != m_wanted) {
        setWrong(tr("This invitation is for %1, and the key is on %2.")
                     .arg(origin->authority(), m_wanted.authority()));
    } else {
        ServerEntry entry;
        entry.origin = *origin;
        entry.pin = Digest::fromHex(invite->pin);
        entry.isPublic = !isLoopbackHost(origin->host());
        m_token = Secret(invite->token.text());
        m_server = entry;
        if (entry.pin) {
            m_note->setText(tr("%1, with a certificate of its own. Compare its fingerprint with "
                               "the one you were told:")
                                .arg(visibleText(origin->authority())));
            m_pin->setText(pinText(*entry.pin));
            m_pin->show();
        } else if (origin->scheme() == "http"_L1) {
            //: %1 is an address such as 127.0.0.1:8790, which only this computer can reach
            m_note->setText(tr("%1, on this computer.").arg(visibleText(origin->authority())));
        } else {
            m_note->setText(
                tr("%1, with a usual certificate.").arg(visibleText(origin->authority())));
        }
        m_field->setAccessibleDescription(m_note->text());
    }
    emit changed();
}

} // namespace passel
