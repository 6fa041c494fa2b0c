// The sheet that asks for a key or a link.
#pragma once

#include "core/share/sharekey.h"
#include "ui/kit/sheet.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QLineEdit;
class QWidget;

namespace passel {

class Button;
class PlainLabel;
class ServerBook;
class Sheet;

//! \brief Tells at once, offline, whether a key is mistyped, and where it leads.
class PullSheet final : public QObject
{
    Q_OBJECT

public:
    PullSheet(QWidget *host, ServerBook *book, QObject *parent = nullptr);
    ~PullSheet() override;

    [[nodiscard]] Sheet *sheet() const { return m_sheet; }

    [[nodiscard]] QWidget *field() const;
    //! \brief Puts \a text into the field unless it is empty.
    void setText(const QString &text);

signals:
    //! \brief Pull it: the person agreed to what the sheet says.
    void pullAsked(const passel::ShareAddress &address);

private:
    void read();

    ServerBook *m_book;
    QPointer<Sheet> m_sheet;
    QLineEdit *m_field;
    PlainLabel *m_note;
    Button *m_correct;
    QString m_suggestion;
    std::optional<ShareAddress> m_address;
};

} // namespace passel
