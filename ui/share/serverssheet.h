// The sheet of servers: which one is in use, invitations in and out, the carried one.
#pragma once

#include "ui/kit/sheet.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QButtonGroup;
class QGridLayout;
class QLineEdit;
class QWidget;

namespace passel {

class Button;
class KeyClipboard;
class MainWindow;
class PlainLabel;
class ServerBook;
class Sheet;
class Switch;

//! \brief Lists servers with their state; each can be put in use or signed out of.
class ServersSheet final : public QObject
{
    Q_OBJECT

public:
    ServersSheet(MainWindow *window, ServerBook *book, KeyClipboard *clipboard,
                 QObject *parent = nullptr);
    ~ServersSheet() override;

    void open();

signals:
    //! \brief An invitation should be pasted: to \a server, or (empty) to any.
    void invitationAsked(const QUrl &server);

private:
    void buildLocal();
    void update();
    void updateLocal();
    void setOpen(bool open);
    void invite();
    void say(const QString &sentence, bool isWrong);

    MainWindow *m_window;
    ServerBook *m_book;
    KeyClipboard *m_clipboard;
    QPointer<Sheet> m_sheet;
    QWidget *m_list;
    QGridLayout *m_rows;
    QButtonGroup *m_group;
    QWidget *m_local = nullptr;
    Button *m_use = nullptr;
    Switch *m_open = nullptr;
    PlainLabel *m_meaning = nullptr;
    QWidget *m_inviteRow = nullptr;
    QLineEdit *m_person = nullptr;
    Button *m_invite = nullptr;
    PlainLabel *m_said = nullptr;
};

} // namespace passel
