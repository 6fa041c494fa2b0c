// The sheet that takes an invitation and signs in with it.
#pragma once

#include "ui/kit/sheet.h"

#include <QObject>
#include <QPointer>
#include <QUrl>

#include <functional>

class QWidget;

namespace passel {

class InvitationField;
class MainWindow;
class PlainLabel;
class ServerBook;
class Sheet;

//! \brief One field. What was pasted is forgotten when the sheet is closed: it holds a token.
class InvitationSheet final : public QObject
{
    Q_OBJECT

public:
    InvitationSheet(QWidget *host, ServerBook *book, QObject *parent = nullptr);
    ~InvitationSheet() override;

    [[nodiscard]] Sheet *sheet() const { return m_sheet; }

    //! \brief Opens in \a window. \a server: only an invitation of that one will do (empty: any);
    //! \a why is said above the field. \a then is called once signed in, and never after the sheet
    //! was closed without.
    void open(MainWindow *window, const QUrl &server, const QString &why,
              std::function<void()> then = {});

private:
    void accept();
    void updateButton();

    ServerBook *m_book;
    QPointer<Sheet> m_sheet;
    PlainLabel *m_why;
    InvitationField *m_field;
    std::function<void()> m_then;
    bool m_isBusy = false;
};

} // namespace passel
