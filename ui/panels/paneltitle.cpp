#include "ui/panels/paneltitle.h"

#include "ui/kit/plainlabel.h"
#include "ui/kit/plaintext.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace passel {

PanelTitle::PanelTitle(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel(title, TextSize::Base))
    , m_count(new PlainLabel(QString(), TextSize::Small, ColorRole::Text2))
    , m_row(new QHBoxLayout(this))
{
    setMinimumHeight(Theme::metric(Metric::PanelTitle));
    m_title->setType(TextSize::Base, QFont::DemiBold);
    m_row->setContentsMargins(Theme::metric(Metric::PanelPadding), 0, 8, 0);
    m_row->setSpacing(8);
    m_row->addWidget(m_title);
    m_row->addWidget(m_count);
    m_row->addStretch(1);
}

void PanelTitle::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PanelTitle::setCount(const QString &count)
{
    m_count->setText(count);
}

QToolButton *PanelTitle::addButton(const QString &objectName, const QString &iconName,
                                   const QString &name)
{
    QToolButton *button = makeIconButton(objectName, iconName, name, this);
    m_row->addWidget(button);
    return button;
}

void PanelTitle::addWidget(QWidget *widget)
{
    m_row->addWidget(widget);
}

void PanelTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(ColorRole::Panel));
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::color(ColorRole::Line));
}

QToolButton *makeIconButton(const QString &objectName, const QString &iconName, const QString &name,
                            QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setIcon(themedIcon(iconName));
    button->setToolTip(plainToolTip(name));
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace passel
