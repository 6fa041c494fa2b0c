// Keys on their way through the clipboard: out with an undo, in only as an offer.
#pragma once

#include "core/share/serverlist.h"
#include "core/share/sharekey.h"

#include <QObject>

#include <memory>
#include <optional>

class QMimeData;

namespace passel {

//! \brief Copies keys and sees keys. Nothing is sent anywhere from here. GUI thread.
class KeyClipboard final : public QObject
{
    Q_OBJECT

public:
    explicit KeyClipboard(QObject *parent = nullptr);
    ~KeyClipboard() override;

    //! \brief Puts \a text on the clipboard and keeps what was there for undo().
    void copy(const QString &text);
    //! \brief Puts back what copy() replaced, unless something else was copied meanwhile.
    void undo();

    //! \brief The key on the clipboard when it is unmistakable, or a link to one of \a known
    //! servers; nothing for a key copied here, and for one that was offered already.
    [[nodiscard]] std::optional<ShareAddress> newKey(const ServerList &known);

private:
    std::unique_ptr<QMimeData> m_before;
    QString m_copied;
    size_t m_seen = 0; // hash of the text last offered: the text may hold a code
};

} // namespace passel
