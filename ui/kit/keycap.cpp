#include "ui/kit/keycap.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QHash>
#include <QKeySequence>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

// The pluses between the keys become blanks; one that is the key itself ends its combination.
QString withoutSeparators(QString text)
{
    for (qsizetype at = 0; at + 1 < text.size(); ++at) {
        const bool isKey = at > 0 && QStringView(text).sliced(at + 1).startsWith(", "_L1);
        if (text[at] == u'+' && !isKey)
            text[at] = u' ';
    }
    return text;
}

} // namespace

QString keyCapText(const QKeySequence &keys)
{
    QString text = withoutSeparators(keys.toString(QKeySequence::NativeText));
    if (keys.count() != 1)
        return text;
    const QKeyCombination last = keys[0];
    if (last == QKeyCombination(Qt::Key_Return))
        return QKeySequence(Qt::Key_Enter).toString(QKeySequence::NativeText);
    static const QHash<Qt::Key, QChar> arrows{{Qt::Key_Up, u'\u2191'},
                                              {Qt::Key_Down, u'\u2193'},
                                              {Qt::Key_Left, u'\u2190'},
                                              {Qt::Key_Right, u'\u2192'}};
    const QString name = QKeySequence(last.key()).toString(QKeySequence::NativeText);
    if (arrows.contains(last.key()) && text.endsWith(name))
        return text.chopped(name.size()) + arrows.value(last.key());
    return text;
}

QSize keyCapSize(const QString &text)
{
    const QFontMetrics metrics(Theme::font(TextSize::Tiny));
    return {std::max(metrics.horizontalAdvance(text) + 9, metrics.height() + 2),
            metrics.height() + 2};
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
