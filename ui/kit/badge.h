// The short sign of a type: abc, 123, date, img.
#pragma once

#include <QString>
#include <QWidget>

class QPainter;
class QRectF;

namespace passel {

//! \brief How a badge is drawn.
struct BadgeLook
{
    bool isCurrent = false; //!< blue: of the current column
    bool isDashed = false;  //!< the type was overruled or is worth a look
};

//! \brief Size of a badge with \a text.
[[nodiscard]] QSizeF badgeSize(const QString &text);
//! \brief Paints a badge with its top left corner at \a corner.
void paintBadge(QPainter *painter, const QPointF &corner, const QString &text, BadgeLook look);

//! \brief A badge as a widget.
class Badge final : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(const QString &text, QWidget *parent = nullptr);

    void setText(const QString &text);
    void setLook(BadgeLook look);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    BadgeLook m_look;
};

} // namespace passel
