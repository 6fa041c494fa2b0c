// What stands under one tab of the window: a table, or a list such as the shares.
#pragma once

#include "ui/kit/statusrow.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <optional>

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
    [[nodiscard]] virtual QList<StatusRow::Fact> endFacts() const { return {}; }

    //! \brief Work of this page under way, or nothing.
    [[nodiscard]] virtual std::optional<StatusRow::Progress> progress() const { return {}; }

    //! \brief Cancel was pressed in the status line while progress() was shown.
    virtual void cancelWork() {}

    //! \brief There is something here that closing would lose.
    [[nodiscard]] virtual bool isUnsaved() const { return false; }

    //! \brief Where the keyboard goes when the page comes to the front.
    virtual void focusContent() { setFocus(); }

signals:
    //! \brief title(), iconName() or isUnsaved() changed.
    void titleChanged();
    //! \brief statusFacts(), endFacts() or progress() changed.
    void statusChanged();
};

} // namespace passel
