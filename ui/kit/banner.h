// One line over the table that offers, warns, previews or tells of a failure.
#pragma once

#include "ui/kit/sentence.h"
#include "ui/theme/passelstyle.h"

#include <QKeySequence>
#include <QList>
#include <QWidget>

class QAbstractButton;
class QHBoxLayout;

namespace passel {

class Button;
class PlainLabel;

//! \brief Icon, sentence (bold for the fact, on two small lines where one is too short), a grey
//! remark, actions at the end.
//!
//! It lives in the layout between strip and table and so pushes the table down; there is one, used
//! again: reset() and fill it anew. Enter presses the default action while the focus is anywhere in
//! the banner but on another button; Esc is dismissed(). Caps are drawn only while their key does
//! what they say. It is announced to assistive tools when shown.
class Banner final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        Info,    //!< blue: offers
        Warn,    //!< amber: warns
        Preview, //!< amber, 36 high: what would change
        Error,   //!< red: failed
    };

    explicit Banner(QWidget *parent = nullptr);

    //! \brief Takes away all actions and widgets and sets what is said. Does not show or hide.
    void reset(Kind kind, const QString &iconName, const Wording &sentence,
               const QString &remark = {});
    //! \brief Adds an action at the end; \a buttonKind Primary makes it the default with the cap
    //! "Enter" unless \a keys says otherwise. The button lives until the next reset().
    Button *addAction(const QString &text, ButtonKind buttonKind = ButtonKind::Normal,
                      const QKeySequence &keys = {});
    //! \brief Adds any widget (a check box) before the actions; takes ownership.
    void addWidget(QWidget *widget);

    [[nodiscard]] Kind kind() const { return m_kind; }

    [[nodiscard]] const Wording &sentence() const;

    //! \brief Gives the focus to the default action, or to the first one.
    void focusDefault(Qt::FocusReason reason = Qt::OtherFocusReason);

signals:
    //! \brief Esc was pressed in the banner, or dismiss() called.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QAbstractButton *enterTarget() const;
    void showCaps();

    Kind m_kind = Kind::Info;
    QString m_iconName;
    SentenceLabel *m_sentence;
    PlainLabel *m_remark;
    QHBoxLayout *m_row;
    QList<QWidget *> m_added;
    Button *m_default = nullptr;
};

} // namespace passel
