#include "ui/kit/plainlabel.h"

#include "core/base/log.h"
#include "ui/kit/figures.h"
#include "ui/kit/plaintext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <cmath>

namespace passel {

PlainLabel::PlainLabel(QWidget *parent)
    : PlainLabel(QString(), TextSize::Base, ColorRole::Text, parent)
{}

PlainLabel::PlainLabel(const QString &text, TextSize type, ColorRole role, QWidget *parent)
    : QLabel(parent)
    , m_role(role)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setType(type);
    connect(&Theme::instance(), &Theme::baseSizeChanged, this, &PlainLabel::applyFont);
}

void PlainLabel::setUntrustedText(const QString &text)
{
    setText(visibleText(text));
}

void PlainLabel::setType(TextSize type)
{
    setType(type, Theme::font(type).weight() >= QFont::DemiBold ? QFont::DemiBold : QFont::Normal);
}

void PlainLabel::setType(TextSize type, QFont::Weight weight)
{
    m_type = type;
    m_weight = weight;
    applyFont();
}

void PlainLabel::applyFont()
{
    setFont(Theme::font(m_type, m_weight));
    updateGeometry();
}

void PlainLabel::setRole(ColorRole role)
{
    m_role = role;
    update();
}

void PlainLabel::setElideMode(Qt::TextElideMode mode)
{
    m_elide = mode;
    update();
}

void PlainLabel::setFigures(bool figures)
{
    m_figures = figures;
    updateGeometry();
    update();
}

QString PlainLabel::shownText() const
{
    if (wordWrap())
        return text();
    if (m_figures)
        return Figures(font()).elided(text(), contentsRect().width());
    return fontMetrics().elidedText(text(), m_elide, contentsRect().width());
}

QSize PlainLabel::sizeHint() const
{
    if (wordWrap())
        return QLabel::sizeHint();
    const qreal width =
        m_figures ? Figures(font()).width(text()) : QFontMetricsF(font()).horizontalAdvance(text());
    return QSize(int(std::ceil(width)) + 1, fontMetrics().height()).grownBy(contentsMargins());
}

QSize PlainLabel::minimumSizeHint() const
{
    if (wordWrap())
        return QLabel::minimumSizeHint();
    const int least = fontMetrics().horizontalAdvance(QStringLiteral("MMM"));
    return {std::min(sizeHint().width(), least), sizeHint().height()};
}

bool PlainLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && shownText() != text()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), plainToolTip(text()), this);
        return true;
    }
    return QLabel::event(event);
}

void PlainLabel::paintEvent(QPaintEvent *event)
{
    if (!pixmap(Qt::ReturnByValue).isNull()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QColor color = Theme::color(isEnabled() ? m_role : ColorRole::Text3);
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), alignment());
    if (m_figures && !wordWrap()) {
        Figures(font()).draw(&painter, contentsRect(), side, text(), color);
        return;
    }
    painter.setPen(color);
    const int flags = int(side) | (wordWrap() ? Qt::TextWordWrap : Qt::TextSingleLine)
                      | (buddy() ? Qt::TextHideMnemonic : 0);
    painter.drawText(contentsRect(), flags, shownText());
}

} // namespace passel
