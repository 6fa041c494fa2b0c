// A panel that hangs over the table until it is acted on or closed.
#pragma once

#include "ui/kit/sentence.h"
#include "ui/theme/passelstyle.h"

#include <QPointer>
#include <QWidget>

class QGridLayout;
class QHBoxLayout;
class QVariantAnimation;
class QVBoxLayout;

namespace passel {

class Button;
class PlainLabel;
class SheetBody;

//! \brief 560 wide, hangs from the top of its host (the part of the window under the strip), with a
//! scrim over the rest of the host. Title left, a remark right; rows of label and control; bands of
//! advice; last line: a summary left, Cancel and the one primary button right. Where the host is
//! too low for all of it, the rows scroll.
//!
//! Enter presses the primary button (or the button that has the focus, never a choice), Esc closes.
//! What was typed stays for the next open(), because the sheet is only hidden. Tab stays inside.
//! When it closes, the focus goes back where it was. The primary button only emits accepted():
//! whoever owns the sheet decides when to close it.
class Sheet : public QWidget
{
    Q_OBJECT

public:
    //! \brief A hidden sheet over \a host; \a centreOn (the table, inside the host) says what to be
    //! centred on, null the host itself.
    explicit Sheet(QWidget *host, QWidget *centreOn = nullptr);
    ~Sheet() override;

    //! \brief Another page is in front: \a centreOn as in the constructor.
    void setCentreOn(QWidget *centreOn);
    void setTitle(const QString &title);
    //! \brief Small words at the right of the title with a dot in \a dot before them, as server and
    //! user; untrusted text allowed.
    void setRemark(const QString &text, ColorRole dot = ColorRole::Added);
    //! \brief Adds a row: \a label (may hold a mnemonic for \a control) and what stands beside it;
    //! an empty label leaves its column empty. Takes ownership.
    void addRow(const QString &label, QWidget *control);
    //! \brief The same with a layout of several widgets; \a buddy is what the label names.
    void addRow(const QString &label, QLayout *controls, QWidget *buddy = nullptr);
    //! \brief Adds a widget over the whole width (a list, a preview). Takes ownership.
    void addWide(QWidget *widget);
    //! \brief Adds an amber band of advice with one \a control (may be null) at its end; hidden
    //! bands take no room. Takes ownership, answers the band.
    QWidget *addAdvice(const QString &iconName, const Wording &sentence, QWidget *control);
    //! \brief The line at the bottom left: exact counts of what will happen.
    void setSummary(const Wording &summary);
    //! \brief The primary button's words. The button carries "Enter".
    void setPrimaryText(const QString &text);

    [[nodiscard]] Button *primaryButton() const { return m_primary; }

    [[nodiscard]] Button *cancelButton() const { return m_cancel; }

    //! \brief Adds a quiet button left of Cancel.
    Button *addSecondary(const QString &text);

    //! \brief Slides in and gives the focus to \a first, or to the first control.
    void open(QWidget *first = nullptr);
    //! \brief Hides and gives the focus back; emits closed().
    void dismiss();

    [[nodiscard]] bool isOpen() const { return m_open; }

signals:
    //! \brief The primary button was pressed.
    void accepted();
    //! \brief The sheet was closed, by Esc, Cancel, a click on the scrim or dismiss().
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void placeAt(qreal shown);

    bool m_open = false; // first: making the children below already sends events here
    QPointer<QWidget> m_host;
    QPointer<QWidget> m_centreOn;
    QPointer<QWidget> m_scrim;
    QPointer<QWidget> m_focusBefore;
    PlainLabel *m_title;
    PlainLabel *m_remark;
    QWidget *m_dot;
    SentenceLabel *m_summary;
    Button *m_primary;
    Button *m_cancel;
    QVBoxLayout *m_column;
    SheetBody *m_body;
    QVBoxLayout *m_advice;
    QGridLayout *m_rows;
    QHBoxLayout *m_footer;
    QVariantAnimation *m_slide;
};

} // namespace passel
