// What stands under one tab of the window: a table, or a list such as the shares.
#pragma once

#include "ui/kit/statusrow.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>
#include <optional>
#include <utility>

namespace passel {

//! \brief A page of the window. The window owns it from addPage() on and asks it for everything it
//! shows around the page; the page tells when that changed.
class WindowPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    //! \brief Words on the tab and in the window's title. May come from a file or a person.
    [[nodiscard]] virtual QString title() const = 0;

    //! \brief Lucide name of the tab's icon.
    [[nodiscard]] virtual QString iconName() const = 0;

    //! \brief The row under the tabs, or null. A child of nobody until the window takes it; lives
    //! as long as the page.
    [[nodiscard]] virtual QWidget *strip() const { return nullptr; }

    //! \brief What sheets are centred on; the page itself unless it has panels beside it.
    [[nodiscard]] virtual QWidget *centre() { return this; }

    //! \brief Facts at the left of the status line.
    [[nodiscard]] virtual QList<StatusRow::Fact> statusFacts() const { return {}; }

    //! \brief Facts before the server at the right of the status line (expiry, pulls).
    [[nodiscard]] virtual QList<StatusRow::Fact> endFacts() const { return m_shareFacts; }

    //! \brief What endFacts() says of a page that was pushed or pulled.
    void setShareFacts(const QList<StatusRow::Fact> &facts)
    {
        m_shareFacts = facts;
        emit statusChanged();
    }

    //! \brief Work of this page under way, or nothing.
    [[nodiscard]] virtual std::optional<StatusRow::Progress> progress() const { return {}; }

    //! \brief Cancel was pressed in the status line while progress() was shown.
    virtual void cancelWork() {}

    //! \brief A push or pull about this page, shown before its own progress(); \a cancel is called
    //! when the person stops it.
    void setTransfer(const std::optional<StatusRow::Progress> &progress,
                     std::function<void()> cancel = {})
    {
        m_transfer = progress;
        m_cancelTransfer = std::move(cancel);
        emit statusChanged();
    }

    //! \brief What the status line shows: the transfer, else progress().
    [[nodiscard]] std::optional<StatusRow::Progress> shownProgress() const
    {
        return m_transfer ? m_transfer : progress();
    }

    //! \brief Stops what shownProgress() shows.
    void cancelShown()
    {
        if (m_transfer && m_cancelTransfer)
            m_cancelTransfer();
        else if (!m_transfer)
            cancelWork();
    }

    //! \brief There is something here that closing would lose.
    [[nodiscard]] virtual bool isUnsaved() const { return false; }

    //! \brief Name of the file that is being written, or empty.
    [[nodiscard]] virtual QString writing() const { return {}; }

    //! \brief Gives up what writing() tells of; the file stays as it was.
    virtual void stopWriting() {}

    //! \brief Where the keyboard goes when the page comes to the front.
    virtual void focusContent() { setFocus(); }

signals:
    //! \brief title(), iconName() or isUnsaved() changed.
    void titleChanged();
    //! \brief statusFacts(), endFacts() or progress() changed.
    void statusChanged();

private:
    QList<StatusRow::Fact> m_shareFacts;
    std::optional<StatusRow::Progress> m_transfer;
    std::function<void()> m_cancelTransfer;
};

} // namespace passel
