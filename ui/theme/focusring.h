// The ring around the button or box that has the keyboard.
#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace passel {

//! \brief Keeps one frame around the focused button, switch or box while the keyboard is in use.
//!
//! Fields, lists and tables draw their own ring inside; buttons have theirs outside with a gap of
//! one pixel, which only a widget of its own can paint.
class FocusRing final : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QObject *parent);
    ~FocusRing() override;

    //! \brief Whether \a widget is one that gets a ring around it.
    [[nodiscard]] static bool takes(const QWidget *widget);

private:
    void follow(QWidget *widget);

    QPointer<QFocusFrame> m_frame;
};

} // namespace passel
