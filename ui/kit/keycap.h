// The small outlined name of a key, as on a key cap.
#pragma once

#include <QColor>
#include <QString>
#include <QWidget>

class QKeySequence;
class QPainter;
class QRectF;

namespace passel {

//! \brief The words on the cap for \a keys in the user's language: "Ctrl K", "Enter", "Esc", "↑".
[[nodiscard]] QString keyCapText(const QKeySequence &keys);
//! \brief Size of a cap with \a text.
[[nodiscard]] QSize keyCapSize(const QString &text);
//! \brief Paints a cap with \a text into the middle of \a rect.
void paintKeyCap(QPainter *painter, const QRectF &rect, const QString &text, const QColor &ink,
                 const QColor &line);

//! \brief A key cap of its own, for a line of hints ("↑ ↓ choose").
class KeyCap final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyCap(const QKeySequence &keys, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace passel
