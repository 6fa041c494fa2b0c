#include "ui/sheets/columneditors.h"

#include "core/base/log.h"
#include "ui/kit/button.h"
#include "ui/kit/plainlabel.h"
#include "ui/kit/plaintext.h"
#include "ui/panels/paneltitle.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace passel {

using namespace Qt::StringLiterals;

void fillColumns(QComboBox *box, const Schema &schema)
{
    for (qsizetype i = 0; i < schema.size(); ++i) {
        const ColumnRef ref = ColumnRef::of(schema, i);
        box->addItem(visibleText(ref.title()), ref.toJson().toVariant());
    }
}

void chooseColumn(QComboBox *box, const QJsonValue &column)
{
    const QVariant wanted = column.toVariant();
    for (int i = 0; i < box->count(); ++i) {
        if (box->itemData(i) == wanted) {
            box->setCurrentIndex(i);
            return;
        }
    }
    if (const Result<ColumnRef> ref = ColumnRef::fromJson(column)) {
        // A column that this table lacks: keep it, the preview will say so.
        box->addItem(visibleText(ref->title()), wanted);
        box->setCurrentIndex(box->count() - 1);
    }
}

QJsonValue chosenColumn(const QComboBox *box)
{
    return QJsonValue::fromVariant(box->currentData());
}

void tellWholeText(QComboBox *box)
{
    const auto tell = [box] { box->setToolTip(plainToolTip(box->currentText())); };
    QObject::connect(box, &QComboBox::currentTextChanged, box, tell);
    tell();
}

ColumnEditor::ColumnEditor(const StepParameter &parameter, const Schema &schema, QWidget *parent)
    : ParameterEditor(parent)
    , m_box(new QComboBox)
{
    m_box->setObjectName(u"parameter-"_s + parameter.name);
    m_box->setAccessibleName(parameter.title);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(24);
    fillColumns(m_box, schema);
    tellWholeText(m_box);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box, 1);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::activated, this, &ParameterEditor::changed);
}

QJsonValue ColumnEditor::value() const
{
    return chosenColumn(m_box);
}

void ColumnEditor::setValue(const QJsonValue &value)
{
    chooseColumn(m_box, value);
}

QWidget *ColumnEditor::control()
{
    return m_box;
}

ColumnsEditor::ColumnsEditor(const StepParameter &parameter, const Schema &schema, QWidget *parent)
    : ParameterEditor(parent)
    , m_list(new QListWidget)
    , m_isOptional(parameter.isOptional)
{
    m_list->setObjectName(u"parameter-"_s + parameter.name);
    m_list->setAccessibleName(parameter.title);
    if (parameter.isOptional)
        m_list->setAccessibleDescription(tr("None ticked means every column that fits"));
    for (qsizetype i = 0; i < schema.size(); ++i) {
        const ColumnRef ref = ColumnRef::of(schema, i);
        auto *item = new QListWidgetItem(visibleText(ref.title()), m_list);
        item->setData(Qt::UserRole, ref.toJson().toVariant());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                       | Qt::ItemNeverHasChildren);
        item->setCheckState(Qt::Unchecked);
    }
    m_list->setUniformItemSizes(true);
    const int row = std::max(24, m_list->sizeHintForRow(0));
    m_list->setFixedHeight(row * static_cast<int>(std::clamp<qsizetype>(schema.size(), 2, 6)) + 4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_list, 1);
    if (parameter.isOptional)
        layout->addWidget(new PlainLabel(tr("None ticked means every column that fits"),
                                         TextSize::Small, ColorRole::Text2));
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::itemChanged, this, &ParameterEditor::changed);
}

QJsonValue ColumnsEditor::value() const
{
    QJsonArray columns;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked)
            columns.append(QJsonValue::fromVariant(m_list->item(i)->data(Qt::UserRole)));
    }
    return columns;
}

void ColumnsEditor::setValue(const QJsonValue &value)
{
    const QSignalBlocker blocker(m_list);
    QVariantList wanted = value.toArray().toVariantList();
    QListWidgetItem *first = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        const bool isOn = wanted.removeOne(item->data(Qt::UserRole));
        item->setCheckState(isOn ? Qt::Checked : Qt::Unchecked);
        if (isOn && !first)
            first = item;
    }
    for (const QVariant &missing : wanted) {
        if (const auto ref = ColumnRef::fromJson(QJsonValue::fromVariant(missing))) {
            auto *item = new QListWidgetItem(visibleText(ref->title()), m_list);
            item->setData(Qt::UserRole, missing);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(Qt::Checked);
        }
    }
    if (first) {
        m_list->setCurrentItem(first);
        m_list->scrollToItem(first);
    }
}

QString ColumnsEditor::lack() const
{
    return m_isOptional || !value().toArray().isEmpty() ? QString() : tr("Tick a column.");
}

QWidget *ColumnsEditor::control()
{
    return m_list;
}

PositionEditor::PositionEditor(const StepParameter &parameter, Schema schema, QWidget *parent)
    : ParameterEditor(parent)
    , m_schema(std::move(schema))
    , m_box(new QComboBox)
{
    m_box->setObjectName(u"parameter-"_s + parameter.name);
    m_box->setAccessibleName(parameter.title);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(24);
    fillBox({});
    tellWholeText(m_box);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box, 1);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::activated, this, &ParameterEditor::changed);
}

QJsonValue PositionEditor::value() const
{
    return m_box->currentIndex();
}

void PositionEditor::setValue(const QJsonValue &value)
{
    // A recipe for a wider table may say more than there is: that is the end.
    m_box->setCurrentIndex(std::clamp(value.toInt(), 0, m_box->count() - 1));
}

void PositionEditor::follow(const StepParameter &other, const QJsonValue &value)
{
    if (other.kind == ParameterKind::Columns)
        fillBox(value.toArray().toVariantList());
}

QWidget *PositionEditor::control()
{
    return m_box;
}

void PositionEditor::fillBox(const QVariantList &moved)
{
    const int before = std::max(0, m_box->currentIndex());
    const QVariant chosen = m_box->currentData();
    const bool wasEnd = m_box->count() > 0 && before == m_box->count() - 1;
    m_box->clear();
    for (qsizetype i = 0; i < m_schema.size(); ++i) {
        const ColumnRef ref = ColumnRef::of(m_schema, i);
        if (const QVariant json = ref.toJson().toVariant(); !moved.contains(json))
            m_box->addItem(visibleText(ref.title()), json);
    }
    m_box->addItem(tr("at the end"));
    const int end = m_box->count() - 1;
    const int same = wasEnd ? end : m_box->findData(chosen);
    m_box->setCurrentIndex(same >= 0 ? same : std::min(before, end));
}

SortKeysEditor::SortKeysEditor(const StepParameter &parameter, Schema schema, QWidget *parent)
    : ParameterEditor(parent)
    , m_schema(std::move(schema))
    , m_title(parameter.title)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    auto *add = new Button(tr("Then by another column"), ButtonKind::Flat);
    add->setObjectName(u"sortAdd"_s);
    add->setIconName(u"plus"_s);
    setControlSize(add, ControlSize::Small);
    m_layout->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QAbstractButton::clicked, this, [this] {
        addRow({}, false);
        emit changed();
    });
    addRow({}, false);
}

QJsonValue SortKeysEditor::value() const
{
    QJsonArray keys;
    for (const Row &row : m_rows)
        keys.append(QJsonObject{{u"column"_s, chosenColumn(row.column)},
                                {u"descending"_s, row.direction->currentIndex() == 1}});
    return keys;
}

void SortKeysEditor::setValue(const QJsonValue &value)
{
    const QJsonArray keys = value.toArray();
    if (keys.isEmpty())
        return;
    while (!m_rows.empty()) {
        delete m_rows.back().widget;
        m_rows.pop_back();
    }
    for (const auto &key : keys)
        addRow(key[u"column"_s], key[u"descending"_s].toBool());
}

QWidget *SortKeysEditor::control()
{
    return m_rows.empty() ? static_cast<QWidget *>(this) : m_rows.front().column;
}

void SortKeysEditor::addRow(const QJsonValue &column, bool isDescending)
{
    auto *widget = new QWidget;
    auto *box = new QComboBox;
    box->setObjectName(u"sortColumn"_s);
    box->setAccessibleName(m_title);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
    fillColumns(box, m_schema);
    tellWholeText(box);
    if (!column.isUndefined() && !column.isNull())
        chooseColumn(box, column);
    auto *direction = new QComboBox;
    direction->setObjectName(u"sortDirection"_s);
    direction->setAccessibleName(tr("Direction"));
    direction->addItem(tr("ascending"));
    direction->addItem(tr("descending"));
    direction->setCurrentIndex(isDescending ? 1 : 0);
    QToolButton *remove = makeIconButton(u"sortRemove"_s, u"x"_s, tr("Do not sort by this column"));
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(box, 1);
    row->addWidget(direction);
    row->addWidget(remove);
    m_layout->insertWidget(m_layout->count() - 1, widget);
    m_rows.push_back({widget, box, direction});
    connect(box, &QComboBox::activated, this, &ParameterEditor::changed);
    connect(direction, &QComboBox::activated, this, &ParameterEditor::changed);
    connect(remove, &QAbstractButton::clicked, this, [this, widget] { removeRow(widget); });
}

void SortKeysEditor::removeRow(QWidget *widget)
{
    if (m_rows.size() < 2)
        return;
    std::erase_if(m_rows, [widget](const Row &row) { return row.widget == widget; });
    widget->hide();
    widget->deleteLater();
    emit changed();
}

} // namespace passel
