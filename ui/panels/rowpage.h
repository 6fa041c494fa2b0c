// The inspector's page about one row: every field with its whole value.
#pragma once

#include "core/array/documentarray.h"

#include <QAbstractListModel>
#include <QListView>
#include <QPointer>

namespace passel {

class Dataset;

//! \brief The fields of one row.
class RowModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole { NameRole = Qt::UserRole, BadgeRole, StateRole };

    //! \brief What there is of a cell.
    enum class State : quint8 { Present, Missing, Empty, OnItsWay };

    explicit RowModel(Dataset *dataset, QObject *parent = nullptr);

    //! \brief −1 shows nothing.
    void setRow(qsizetype row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QPointer<Dataset> m_dataset;
    qsizetype m_row = -1;
};

//! \brief The list; Ctrl+C copies the selected value, Enter moves the table's cursor there.
class RowPage final : public QListView
{
    Q_OBJECT

public:
    explicit RowPage(Dataset *dataset, QWidget *parent = nullptr);

    void setCell(qsizetype row, qsizetype column);

signals:
    void columnChosen(qsizetype column);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    RowModel *m_model;
};

} // namespace passel
