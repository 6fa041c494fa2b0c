#include "ui/share/invitationsheet.h"

#include "core/base/log.h"
#include "ui/kit/button.h"
#include "ui/kit/plainlabel.h"
#include "ui/kit/sheet.h"
#include "ui/mainwindow.h"
#include "ui/share/invitationfield.h"
#include "ui/share/serverbook.h"

#include <QLineEdit>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace passel {

InvitationSheet::InvitationSheet(QWidget *host, ServerBook *book, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_sheet(new Sheet(host))
    , m_why(new PlainLabel(QString(), TextSize::Base, ColorRole::Text2, m_sheet))
    , m_field(new InvitationField(m_sheet))
{
    m_sheet->setObjectName(u"invitationSheet"_s);
    m_sheet->setTitle(tr("Sign in to a share server"));
    m_sheet->setPrimaryText(tr("Sign in"));
    m_why->setObjectName(u"invitationWhy"_s);
    m_why->setWordWrap(true);
    m_sheet->addWide(m_why);
    m_sheet->addRow(tr("&Invitation"), m_field);
    connect(m_field, &InvitationField::changed, this, &InvitationSheet::updateButton);
    connect(m_sheet, &Sheet::accepted, this, &InvitationSheet::accept);
    connect(m_sheet, &Sheet::closed, this, [this] {
        m_field->clear();
        if (!m_isBusy)
            m_then = nullptr;
    });
    updateButton();
}

InvitationSheet::~InvitationSheet()
{
    delete m_sheet;
}

void InvitationSheet::open(MainWindow *window, const QUrl &server, const QString &why,
                           std::function<void()> then)
{
    m_isBusy = false;
    m_field->clear();
    m_field->setWanted(server);
    m_why->setUntrustedText(
        server.isEmpty() ? why
                         //: %1 why, %2 a server
                         : tr("%1 Ask for an invitation to %2.").arg(why, server.authority()));
    updateButton();
    window->showSheet(m_sheet, m_field->field());
    m_then = std::move(then);
}

void InvitationSheet::updateButton()
{
    m_sheet->primaryButton()->setEnabled(m_field->isValid() && !m_isBusy);
}

void InvitationSheet::accept()
{
    if (!m_field->isValid())
        return;
    m_isBusy = true;
    updateButton();
    m_book->join(*m_field->server(), m_field->token(), this, [this](const Result<Kept> &kept) {
        m_isBusy = false;
        updateButton();
        if (!kept) {
            m_field->setWrong(kept.error().message());
            return;
        }
        const std::function<void()> then = std::exchange(m_then, nullptr);
        m_sheet->dismiss();
        if (then)
            then();
    });
}

} // namespace passel
