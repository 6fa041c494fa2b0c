#include "ui/share/columnticks.h"

#include "core/base/log.h"
#include "ui/kit/button.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr int VisibleRows = 6;

} // namespace

ColumnTicks::ColumnTicks(QWidget *parent)
    : QWidget(parent)
    , m_view(new QListView(this))
    , m_model(new QStandardItemModel(this))
{
    setObjectName(u"columnTicks"_s);
    m_view->setObjectName(u"columnTicksList"_s);
    m_view->setAccessibleName(tr("Columns to push"));
    m_view->setModel(m_model);
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setFixedHeight(VisibleRows * Theme::metric(Metric::Row));
    auto *all = new Button(tr("Tick all"), ButtonKind::Normal, this);
    all->setObjectName(u"columnTicksAll"_s);
    setControlSize(all, ControlSize::Small);
    auto *none = new Button(tr("Tick none"), ButtonKind::Normal, this);
    none->setObjectName(u"columnTicksNone"_s);
    setControlSize(none, ControlSize::Small);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_view);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(all);
    row->addWidget(none);
    row->addStretch(1);
    column->addLayout(row);
    setFocusProxy(nullptr);
    connect(all, &QAbstractButton::clicked, this, [this] { setAll(true); });
    connect(none, &QAbstractButton::clicked, this, [this] { setAll(false); });
    connect(m_model, &QStandardItemModel::itemChanged, this, &ColumnTicks::tickedChanged);
}

void ColumnTicks::setSchema(const Schema &schema)
{
    QStringList left;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QStandardItem *item = m_model->item(row);
        if (item->checkState() == Qt::Unchecked)
            left.append(item->data().toString());
    }
    const QSignalBlocker quiet(m_model);
    m_model->clear();
    for (qsizetype index = 0; index < schema.size(); ++index) {
        const Field &field = schema.field(index);
        auto *item = new QStandardItem(visibleText(field.name));
        item->setData(field.name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(left.contains(field.name) ? Qt::Unchecked : Qt::Checked);
        m_model->appendRow(item);
    }
    m_view->reset();
    m_view->setCurrentIndex(m_model->index(0, 0));
}

std::vector<qsizetype> ColumnTicks::ticked() const
{
    std::vector<qsizetype> columns;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row)->checkState() == Qt::Checked)
            columns.push_back(row);
    }
    return columns;
}

bool ColumnTicks::isAll() const
{
    return qsizetype(ticked().size()) == count();
}

void ColumnTicks::setAll(bool ticked)
{
    {
        const QSignalBlocker quiet(m_model);
        for (int row = 0; row < m_model->rowCount(); ++row)
            m_model->item(row)->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    }
    m_view->viewport()->update();
    emit tickedChanged();
}

qsizetype ColumnTicks::count() const
{
    return m_model->rowCount();
}

} // namespace passel
