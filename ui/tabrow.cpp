#include "ui/tabrow.h"

#include "ui/kit/plaintext.h"
#include "ui/kit/tabbar.h"
#include "ui/panels/paneltitle.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace passel {

using namespace Qt::StringLiterals;

TabRow::TabRow(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new TabBar(TabBar::Kind::Documents))
    , m_tools(new QWidget)
{
    setObjectName(u"tabRow"_s);
    setMinimumHeight(Theme::metric(Metric::TabRow));
    m_tabs->setObjectName(u"tabs"_s);
    m_tabs->setAccessibleName(tr("Open tables"));
    m_tabs->setMovable(true);
    m_tabs->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto *plus = makeIconButton(u"newTab"_s, u"plus"_s, tr("Open another file"), this);
    connect(plus, &QAbstractButton::clicked, this, &TabRow::newRequested);
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(8, 0, 8, 0);
    tools->setSpacing(4);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_tabs, 0, Qt::AlignBottom);
    row->addWidget(plus, 0, Qt::AlignVCenter);
    row->addStretch(1);
    row->addWidget(m_tools);
}

void TabRow::addIcon(QAction *action)
{
    auto *button = new QToolButton;
    button->setObjectName(action->objectName() + u".button"_s);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_tools->layout()->addWidget(button);
}

QToolButton *TabRow::addWord(QAction *action, const QString &word)
{
    auto *button = new QToolButton;
    button->setObjectName(action->objectName() + u".button"_s);
    button->setIcon(action->icon());
    button->setText(plainActionText(word));
    button->setAccessibleName(word);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setEnabled(action->isEnabled());
    const auto update = [button, action] {
        button->setEnabled(action->isEnabled());
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        button->setToolTip(plainToolTip(
            keys.isEmpty() ? action->toolTip() : action->toolTip() + u" ("_s + keys + u')'));
    };
    update();
    connect(action, &QAction::changed, button, update);
    connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
    m_tools->layout()->addWidget(button);
    return button;
}

void TabRow::setCount(QToolButton *button, const QString &word, const QString &count)
{
    const QString text = count.isEmpty() ? word : word + u"  "_s + count;
    button->setText(plainActionText(text));
    button->setAccessibleName(text);
}

void TabRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(ColorRole::Window));
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::color(ColorRole::Line));
}

} // namespace passel
