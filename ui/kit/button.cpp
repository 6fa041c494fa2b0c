#include "ui/kit/button.h"

#include "ui/kit/keycap.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

#include <cmath>

namespace passel {

namespace {

constexpr int Gap = 6;

} // namespace

Button::Button(const QString &text, ButtonKind kind, QWidget *parent)
    : QPushButton(text, parent)
{
    setButtonKind(this, kind);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::baseSizeChanged, this, [this] { updateGeometry(); });
}

void Button::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void Button::setKeyCap(const QKeySequence &keys)
{
    m_keys = keys;
    updateGeometry();
    update();
}

void Button::setKeyCapShown(bool isShown)
{
    if (m_isCapShown == isShown)
        return;
    m_isCapShown = isShown;
    update();
}

int Button::padding() const
{
    return controlSize(this) == ControlSize::Regular ? 12 : 8;
}

QFont Button::textFont() const
{
    return Theme::font(controlSize(this) == ControlSize::Regular ? TextSize::Base : TextSize::Small,
                       QFont::Medium);
}

QSize Button::sizeHint() const
{
    const QFontMetricsF metrics(textFont());
    qreal width = metrics.size(Qt::TextHideMnemonic | Qt::TextSingleLine, text()).width();
    if (!m_iconName.isEmpty())
        width += Theme::metric(Metric::Icon) + (text().isEmpty() ? 0 : Gap);
    if (!m_keys.isEmpty())
        width += Gap + keyCapSize(keyCapText(m_keys)).width();
    if (menu())
        width += Gap + Theme::metric(Metric::IconSmall);
    return {int(std::ceil(width)) + 2 * padding(), controlHeight(this)};
}

QSize Button::minimumSizeHint() const
{
    return sizeHint();
}

void Button::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_PanelButtonCommand, &option, &painter, this);

    const ButtonKind kind = buttonKind(this);
    const ColorRole role = !isEnabled()                  ? ColorRole::Text3
                           : kind == ButtonKind::Primary ? ColorRole::OnAccent
                           : kind == ButtonKind::Danger  ? ColorRole::Error
                                                         : ColorRole::Text;
    const QColor ink = Theme::color(role);
    const QFont font = textFont();
    const QFontMetricsF metrics(font);
    const qreal icon = m_iconName.isEmpty() ? 0 : Theme::metric(Metric::Icon);
    const qreal words = metrics.size(Qt::TextHideMnemonic | Qt::TextSingleLine, text()).width();
    const QString cap = m_keys.isEmpty() || !m_isCapShown ? QString() : keyCapText(m_keys);
    const qreal capWidth = cap.isEmpty() ? 0 : keyCapSize(cap).width() + Gap;
    const qreal arrow = menu() ? Theme::metric(Metric::IconSmall) + Gap : 0;
    const qreal between = icon > 0 && !text().isEmpty() ? Gap : 0;
    const qreal total = icon + between + words + capWidth + arrow;
    qreal x = std::max(qreal(padding()), (width() - total) / 2);
    const auto next = [this, &x](qreal extent) {
        const QRect logical(int(std::floor(x)), 0, int(std::ceil(extent)), height());
        x += extent;
        return QRectF(QStyle::visualRect(layoutDirection(), rect(), logical));
    };
    if (icon > 0) {
        paintIcon(&painter, next(icon), m_iconName,
                  kind == ButtonKind::Normal && isEnabled() ? Theme::color(ColorRole::Text2) : ink);
        x += between;
    }
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(next(words + 1),
                     int(Qt::AlignCenter) | Qt::TextSingleLine | Qt::TextHideMnemonic, text());
    x -= 1;
    if (!cap.isEmpty()) {
        x += Gap;
        const bool primary = role == ColorRole::OnAccent;
        QColor line =
            primary ? ink : Theme::color(isEnabled() ? ColorRole::Border : ColorRole::Line);
        if (primary)
            line.setAlphaF(0.6F);
        paintKeyCap(&painter, next(capWidth - Gap), cap,
                    primary ? ink : Theme::color(ColorRole::Text3), line);
    }
    if (menu()) {
        x += Gap;
        paintChevron(&painter, next(arrow - Gap), ink);
    }
}

} // namespace passel
