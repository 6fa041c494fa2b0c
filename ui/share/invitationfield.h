// The one field into which an invitation to a share server is pasted.
#pragma once

#include "core/share/serverlist.h"
#include "core/share/tokenstore.h"

#include <QWidget>

#include <optional>

class QLineEdit;

namespace passel {

class PlainLabel;

//! \brief Reads what is pasted at once and shows where it leads: server, and the pin of a
//! self-signed certificate to be compared. The token is never shown.
class InvitationField final : public QWidget
{
    Q_OBJECT

public:
    explicit InvitationField(QWidget *parent = nullptr);

    [[nodiscard]] bool isValid() const noexcept { return m_server.has_value(); }

    //! \brief Where the invitation leads; nothing while it is not valid.
    [[nodiscard]] const std::optional<ServerEntry> &server() const noexcept { return m_server; }

    [[nodiscard]] const Secret &token() const noexcept { return m_token; }

    //! \brief Only an invitation of this server will do; empty: any.
    void setWanted(const QUrl &origin);
    //! \brief Says under the field what came of it.
    void setWrong(const QString &sentence);
    //! \brief Forgets what was pasted, token and all.
    void clear();

    [[nodiscard]] QLineEdit *field() const { return m_field; }

signals:
    //! \brief isValid() or server() may have changed.
    void changed();

private:
    void read();

    QLineEdit *m_field;
    PlainLabel *m_note;
    PlainLabel *m_pin;
    QUrl m_wanted;
    std::optional<ServerEntry> m_server;
    Secret m_token;
};

} // namespace passel
