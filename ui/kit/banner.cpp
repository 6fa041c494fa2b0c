#include "ui/kit/banner.h"

#include "ui/kit/button.h"
#include "ui/kit/plainlabel.h"
#include "ui/theme/icon.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

struct Look
{
    ColorRole fill;
    ColorRole line;
    ColorRole icon;
};

Look lookOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Warn:
        return {ColorRole::WarnFill, ColorRole::WarnLine, ColorRole::Warn};
    case Banner::Kind::Preview:
        return {ColorRole::ChangedFill, ColorRole::WarnLine, ColorRole::Changed};
    case Banner::Kind::Error:
        return {ColorRole::ErrorFill, ColorRole::Error, ColorRole::Error};
    case Banner::Kind::Info:
        break;
    }
    return {ColorRole::Info, ColorRole::InfoLine, ColorRole::AccentText};
}

} // namespace

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new SentenceLabel(this))
    , m_remark(new PlainLabel(QString(), TextSize::Base, ColorRole::Text2, this))
    , m_row(new QHBoxLayout(this))
{
    setObjectName(u"banner"_s);
    m_sentence->setMostLines(2);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const int padding = Theme::metric(Metric::PanelPadding);
    m_row->setContentsMargins(padding, 0, padding, 0);
    m_row->setSpacing(8);
    m_row->addSpacing(24); // the icon; margins would not turn with the reading direction
    m_row->addWidget(m_sentence);
    m_row->addWidget(m_remark, 1);
    m_row->addStretch(0);
    connect(qApp, &QApplication::focusChanged, this, &Banner::showCaps);
}

void Banner::reset(Kind kind, const QString &iconName, const Wording &sentence,
                   const QString &remark)
{
    m_kind = kind;
    m_iconName = iconName;
    m_default = nullptr;
    for (QWidget *widget : std::exchange(m_added, {})) {
        m_row->removeWidget(widget);
        widget->hide();
        widget->deleteLater();
    }
    m_sentence->setSentence(sentence);
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    setFixedHeight(
        std::max(Theme::metric(kind == Kind::Preview ? Metric::BannerPreview : Metric::Banner),
                 std::max(fontMetrics().height() + 16, m_sentence->sizeHint().height() + 4)));
    setAccessibleName(sentence.then(remark).text());
    update();
}

Button *Banner::addAction(const QString &text, ButtonKind buttonKind, const QKeySequence &keys)
{
    auto *button = new Button(text, buttonKind, this);
    setControlSize(button, ControlSize::Small);
    const bool isDefault = buttonKind == ButtonKind::Primary;
    if (isDefault)
        m_default = button;
    button->setKeyCap(keys.isEmpty() && isDefault ? QKeySequence(Qt::Key_Return) : keys);
    m_row->addWidget(button);
    m_added.append(button);
    showCaps();
    // A layout shows what it takes later; a banner that stands already must take the focus now.
    button->show();
    return button;
}

void Banner::addWidget(QWidget *widget)
{
    m_row->addWidget(widget);
    m_added.append(widget);
}

const Wording &Banner::sentence() const
{
    return m_sentence->sentence();
}

void Banner::focusDefault(Qt::FocusReason reason)
{
    if (m_default)
        m_default->setFocus(reason);
    else if (!m_added.isEmpty())
        m_added.first()->setFocus(reason);
}

void Banner::paintEvent(QPaintEvent *)
{
    const Look look = lookOf(m_kind);
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(look.fill));
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::color(look.line));
    constexpr int Side = 16;
    const QRect icon = QStyle::visualRect(
        layoutDirection(), rect(),
        QRect(Theme::metric(Metric::PanelPadding), (height() - Side) / 2, Side, Side));
    paintIcon(&painter, icon, m_iconName, Theme::color(look.icon));
}

QAbstractButton *Banner::enterTarget() const
{
    // A button that has the focus is what Enter means; else the default.
    QWidget *focused = QApplication::focusWidget();
    if (!focused || (focused != this && !isAncestorOf(focused)))
        return nullptr;
    auto *button = qobject_cast<QAbstractButton *>(focused);
    return button ? button : m_default;
}

void Banner::showCaps()
{
    const QWidget *focused = QApplication::focusWidget();
    const bool isInside = focused && (focused == this || isAncestorOf(focused));
    const QAbstractButton *target = enterTarget();
    for (QWidget *widget : std::as_const(m_added)) {
        if (auto *button = qobject_cast<Button *>(widget))
            button->setKeyCapShown(button == m_default ? button == target : isInside);
    }
}

void Banner::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        emit dismissed();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        QAbstractButton *target = enterTarget();
        if (target && target->isEnabled()) {
            target->click();
            return;
        }
        break;
    }
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void Banner::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace passel
