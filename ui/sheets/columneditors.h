// Editors for one column, some columns, and columns to sort by.
#pragma once

#include "ui/sheets/parametereditor.h"

#include <vector>

class QComboBox;
class QListWidget;
class QVBoxLayout;

namespace passel {

//! \brief Fills \a box with the columns of \a schema; the data are ColumnRef JSON as variants.
void fillColumns(QComboBox *box, const Schema &schema);
//! \brief Chooses \a column (ColumnRef JSON); one that the box lacks is added.
void chooseColumn(QComboBox *box, const QJsonValue &column);
[[nodiscard]] QJsonValue chosenColumn(const QComboBox *box);
//! \brief The tooltip of \a box is the text that it may have cut.
void tellWholeText(QComboBox *box);

//! \brief One column.
class ColumnEditor final : public ParameterEditor
{
    Q_OBJECT

public:
    ColumnEditor(const StepParameter &parameter, const Schema &schema, QWidget *parent = nullptr);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QWidget *control() override;

private:
    QComboBox *m_box;
};

//! \brief Columns by tick; where the parameter is optional, none ticked means every suitable one.
class ColumnsEditor final : public ParameterEditor
{
    Q_OBJECT

public:
    ColumnsEditor(const StepParameter &parameter, const Schema &schema, QWidget *parent = nullptr);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QString lack() const override;
    [[nodiscard]] QWidget *control() override;

private:
    QListWidget *m_list;
    bool m_isOptional;
};

//! \brief Before which column, or at the end; the columns that are moved themselves are no choice.
class PositionEditor final : public ParameterEditor
{
    Q_OBJECT

public:
    PositionEditor(const StepParameter &parameter, Schema schema, QWidget *parent = nullptr);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    void follow(const StepParameter &other, const QJsonValue &value) override;
    [[nodiscard]] QWidget *control() override;

private:
    void fillBox(const QVariantList &moved);

    Schema m_schema;
    QComboBox *m_box;
};

//! \brief Columns and directions to sort by, the first one counting most.
class SortKeysEditor final : public ParameterEditor
{
    Q_OBJECT

public:
    SortKeysEditor(const StepParameter &parameter, Schema schema, QWidget *parent = nullptr);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QWidget *control() override;

    [[nodiscard]] bool isWide() const override { return true; }

private:
    struct Row
    {
        QWidget *widget;
        QComboBox *column;
        QComboBox *direction;
    };

    void addRow(const QJsonValue &column, bool isDescending);
    void removeRow(QWidget *widget);

    Schema m_schema;
    QString m_title;
    QVBoxLayout *m_layout;
    std::vector<Row> m_rows;
};

} // namespace passel
