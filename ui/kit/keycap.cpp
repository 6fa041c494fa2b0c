#include "ui/kit/keycap.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QKeySequence>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace passel {

QString keyCapText(const QKeySequence &keys)
{
    if (keys.count() == 1) {
        switch (keys[0].key()) {
        case Qt::Key_Up:
            return u"\u2191"_s;
        case Qt::Key_Down:
            return u"\u2193"_s;
        case Qt::Key_Left:
            return u"\u2190"_s;
        case Qt::Key_Right:
            return u"\u2192"_s;
        default:
            break;
        }
        if (keys[0].key() == Qt::Key_Return && keys[0].keyboardModifiers() == Qt::NoModifier)
            return QKeySequence(Qt::Key_Enter).toString(QKeySequence::NativeText);
    }
    return keys.toString(QKeySequence::NativeText).replace(u'+', u' ');
}

QSize keyCapSize(const QString &text)
{
    const QFontMetrics metrics(Theme::font(TextSize::Tiny));
    return QSize(std::max(metrics.horizontalAdvance(text) + 9, metrics.height() + 2),
                 metrics.height() + 2);
}

void paintKeyCap(QPainter *painter, const QRectF &rect, const QString &text, const QColor &ink,
                 const QColor &line)
{
    const QSizeF size = keyCapSize(text);
    QRectF cap(QPointF(), size);
    cap.moveCenter(rect.center());
    cap.moveTopLeft(QPointF(std::round(cap.left()), std::round(cap.top())));
    paintRounded(painter, cap, Theme::metric(Metric::RadiusBadge), QColor(), line);
    painter->save();
    painter->setFont(Theme::font(TextSize::Tiny));
    painter->setPen(ink);
    painter->drawText(cap, int(Qt::AlignCenter) | Qt::TextSingleLine, text);
    painter->restore();
}

KeyCap::KeyCap(const QKeySequence &keys, QWidget *parent)
    : QWidget(parent)
    , m_text(keyCapText(keys))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(m_text);
}

QSize KeyCap::sizeHint() const
{
    return keyCapSize(m_text);
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintKeyCap(&painter, rect(), m_text, Theme::color(ColorRole::Text3),
                Theme::color(ColorRole::Border));
}

} // namespace passel
