// A short word of success over the table.
#pragma once

#include "ui/kit/sentence.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QToolButton;
class QVariantAnimation;

namespace passel {

class PlainLabel;

//! \brief 480 wide, 24 above the bottom of its host, a sentence, one detail line, up to four word
//! actions. Goes after six seconds, but stays under the pointer and while it has the focus. One at
//! a time: saying something new replaces what is there. For success only; what needs an answer is a
//! Banner. Announced to assistive tools as an alert; Esc closes it.
class Toast final : public QWidget
{
    Q_OBJECT

public:
    //! \brief What to say. An action is at most a few words; its index is what comes back.
    struct Message
    {
        Wording sentence;
        Wording detail;
        QStringList actions; //!< at most four; the last stands at the far end
    };

    //! \brief A hidden toast over \a host, centred on \a centreOn (inside it) if given.
    explicit Toast(QWidget *host, QWidget *centreOn = nullptr);

    //! \brief Another page is in front: \a centreOn as in the constructor.
    void setCentreOn(QWidget *centreOn);
    void say(const Message &message);
    //! \brief Hides it now.
    void dismiss();

    [[nodiscard]] const Message &message() const { return m_message; }

    //! \brief Time left before it goes, in milliseconds; 0 when hidden.
    [[nodiscard]] int remaining() const;

    //! \brief How long a toast stays.
    static constexpr int LifeMilliseconds = 6000;

signals:
    //! \brief Action \a index of the message was pressed. The toast is gone already.
    void actionTriggered(int index);
    //! \brief It went, by time, by hand or by an action.
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place(qreal shown);
    void pauseOrResume();

    QPointer<QWidget> m_host;
    QPointer<QWidget> m_centreOn;
    Message m_message;
    SentenceLabel *m_sentence;
    SentenceLabel *m_detail;
    QWidget *m_actionRow;
    QHBoxLayout *m_actions;
    QToolButton *m_close;
    QVariantAnimation *m_slide;
    QTimer m_timer;
    int m_left = 0;
};

} // namespace passel
