#include "ui/share/pullsheet.h"

#include "core/base/log.h"
#include "ui/kit/button.h"
#include "ui/kit/plainlabel.h"
#include "ui/kit/sheet.h"
#include "ui/share/serverbook.h"
#include "ui/theme/passelstyle.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr int KeyTextLimit = 500;

} // namespace

PullSheet::PullSheet(QWidget *host, ServerBook *book, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_sheet(new Sheet(host))
    , m_field(new QLineEdit(m_sheet))
    , m_note(new PlainLabel(QString(), TextSize::Small, ColorRole::Text2, m_sheet))
    , m_correct(new Button(QString(), ButtonKind::Normal, m_sheet))
{
    m_sheet->setObjectName(u"pullSheet"_s);
    m_sheet->setTitle(tr("Pull by key"));
    m_sheet->setPrimaryText(tr("Pull"));
    m_field->setObjectName(u"pullKey"_s);
    m_field->setAccessibleName(tr("Key or link"));
    m_field->setMaxLength(KeyTextLimit);
    m_field->setPlaceholderText(u"river-tango-58-cobalt-mb"_s);
    m_note->setObjectName(u"pullNote"_s);
    m_note->setWordWrap(true);
    m_correct->setObjectName(u"pullCorrect"_s);
    setControlSize(m_correct, ControlSize::Small);
    m_correct->hide();
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(m_field);
    column->addWidget(m_note);
    auto *row = new QHBoxLayout;
    row->addWidget(m_correct);
    row->addStretch(1);
    column->addLayout(row);
    m_sheet->addRow(tr("&Key or link"), column, m_field);
    connect(m_field, &QLineEdit::textChanged, this, &PullSheet::read);
    connect(book, &ServerBook::listChanged, this, &PullSheet::read);
    connect(book, &ServerBook::stateChanged, this, &PullSheet::read);
    connect(m_correct, &QAbstractButton::clicked, this, [this] {
        m_field->setText(m_suggestion);
        m_field->setFocus(Qt::OtherFocusReason);
    });
    connect(m_sheet, &Sheet::accepted, this, [this] {
        if (!m_address)
            return;
        const ShareAddress address = *m_address;
        m_field->clear(); // a code has no business in a hidden field
        emit pullAsked(address);
    });
    read();
}

PullSheet::~PullSheet()
{
    delete m_sheet;
}

QWidget *PullSheet::field() const
{
    return m_field;
}

void PullSheet::setText(const QString &text)
{
    if (!text.isEmpty())
        m_field->setText(text.left(KeyTextLimit));
    m_field->selectAll();
}

void PullSheet::read()
{
    const QString text = m_field->text().trimmed();
    m_address.reset();
    m_suggestion.clear();
    QString note;
    bool isWrong = false;
    if (text.isEmpty()) {
        note = tr("What you were sent: a key, or a link that begins with https or passel.");
    } else if (Result<ShareAddress> address = parseShareAddress(text)) {
        m_address = std::move(address).value();
        const auto current = m_book->current();
        if (m_address->server.isEmpty() && !current)
            note = tr("You have no server yet: the next step asks for an invitation.");
        else if (m_address->server.isEmpty())
            note = tr("From %1.").arg(visibleText(m_book->title(current->origin)));
        else if (m_book->list().find(m_address->server))
            note = tr("From %1.").arg(visibleText(m_book->title(m_address->server)));
        else if (m_address->code)
            note = tr("From %1, a server that is new to you. The key opens this share without "
                      "signing in.")
                       .arg(visibleText(m_address->server.authority()));
        else
            note =
                tr("From %1, a server that is new to you: the next step asks for its invitation.")
                    .arg(visibleText(m_address->server.authority()));
        if (m_address->code)
            note += u' ' + tr("Nothing has been sent yet.");
    } else {
        isWrong = true;
        note = visibleText(address.error().message());
        const NameCheck check = checkShareName(text.toLower());
        if (check.kind == NameCheck::Mistyped)
            m_suggestion = check.suggestion;
    }
    m_note->setText(note);
    m_note->setRole(isWrong ? ColorRole::Error : ColorRole::Text2);
    setInvalid(m_field, isWrong);
    m_field->setAccessibleDescription(note);
    m_correct->setVisible(!m_suggestion.isEmpty());
    m_correct->setText(tr("Take %1").arg(m_suggestion));
    m_sheet->primaryButton()->setEnabled(m_address.has_value());
}

} // namespace passel
