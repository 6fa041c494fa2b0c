#include "ui/panels/inspectorpanel.h"

#include "core/session/datasetprofile.h"
#include "ui/kit/tabbar.h"
#include "ui/panels/columnpage.h"
#include "ui/panels/paneltitle.h"
#include "ui/panels/rowpage.h"
#include "ui/theme/icon.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace passel {

using namespace Qt::StringLiterals;

InspectorPanel::InspectorPanel(Dataset *dataset, DatasetProfile *profile, QWidget *parent)
    : QWidget(parent)
    , m_dataset(dataset)
    , m_tabs(new TabBar(TabBar::Kind::Panel))
    , m_stack(new QStackedWidget)
    , m_column(new ColumnPage(dataset, profile))
    , m_row(new RowPage(dataset))
{
    setObjectName(u"inspector"_s);
    m_tabs->setObjectName(u"inspectorTabs"_s);
    m_tabs->setAccessibleName(tr("Inspector"));
    m_tabs->setDrawBase(false);
    m_tabs->addTab(tr("Column"));
    m_tabs->addTab(tr("Row"));
    m_pin = makeIconButton(u"inspectorPin"_s, u"pin"_s, tr("Pin: stay with this cell"));
    m_pin->setCheckable(true);
    m_stack->addWidget(m_column);
    m_stack->addWidget(m_row);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 8, 0);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_pin);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_stack, 1);

    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_pin, &QToolButton::toggled, this, [this](bool isOn) {
        m_pin->setIcon(themedIcon(isOn ? u"pin-off"_s : u"pin"_s,
                                  isOn ? ColorRole::AccentText : ColorRole::Text2));
        if (!isOn)
            update();
    });
    connect(dataset, &Dataset::arrayChanged, m_column, &ColumnPage::refresh);
    connect(m_column, &ColumnPage::typeRequested, this, &InspectorPanel::typeRequested);
    connect(m_column, &ColumnPage::keepRowsRequested, this, &InspectorPanel::keepRowsRequested);
    connect(m_column, &ColumnPage::fillMissingRequested, this,
            &InspectorPanel::fillMissingRequested);
    connect(m_column, &ColumnPage::valueChosen, this, &InspectorPanel::valueChosen);
    connect(m_column, &ColumnPage::rangeChosen, this, &InspectorPanel::rangeChosen);
    connect(m_row, &RowPage::columnChosen, this, &InspectorPanel::columnChosen);
}

void InspectorPanel::setCell(qsizetype row, qsizetype column)
{
    m_currentRow = row;
    m_currentColumn = column;
    if (!isPinned())
        update();
}

bool InspectorPanel::isPinned() const
{
    return m_pin->isChecked();
}

void InspectorPanel::showTab(int index)
{
    m_tabs->setCurrentIndex(index);
}

void InspectorPanel::update()
{
    m_column->setColumn(m_currentColumn);
    m_row->setCell(m_currentRow, m_currentColumn);
}

} // namespace passel
