// A few choices in one frame, side by side.
#pragma once

#include <QList>
#include <QWidget>

class QAbstractButton;

namespace passel {

//! \brief A segmented control: exactly one choice ("Anyone with the key · Signed-in people · Only
//! me"), or any number but none ("Table · Gallery · Map"). Arrow keys move, Space toggles; Enter is
//! left to the sheet or window. Of an exclusive one, Tab comes to the choice that is on.
class Segments final : public QWidget
{
    Q_OBJECT

public:
    enum class Mode {
        One, //!< exclusive, one is always on
        Any, //!< several may be on, at least one
    };

    explicit Segments(const QStringList &words, Mode mode = Mode::One, QWidget *parent = nullptr);

    //! \brief Index of the choice that is on (the first one with Mode::Any).
    [[nodiscard]] int current() const;
    [[nodiscard]] bool isOn(int index) const;
    //! \brief Switches \a index on without a signal; in Mode::One the others go off.
    void setOn(int index, bool on = true);
    //! \brief The button of \a index, for a tooltip or to disable it.
    [[nodiscard]] QAbstractButton *button(int index) const;

signals:
    //! \brief The user switched \a index. In Mode::One it is always on.
    void switched(int index, bool on);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void clicked(int index);

    Mode m_mode;
    QList<QAbstractButton *> m_buttons;
};

} // namespace passel
