// A list of columns with a tick each: which of them travel.
#pragma once

#include "core/array/schema.h"

#include <QWidget>

#include <vector>

class QListView;
class QStandardItemModel;

namespace passel {

//! \brief All columns are ticked at first. Space toggles the current one, typing finds by name.
class ColumnTicks final : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnTicks(QWidget *parent = nullptr);

    //! \brief Shows the columns of \a schema; those with the name and role of an unticked one stay
    //! unticked.
    void setSchema(const Schema &schema);

    //! \brief Ticked columns in order.
    [[nodiscard]] std::vector<qsizetype> ticked() const;
    [[nodiscard]] bool isAll() const;
    void setAll(bool ticked);

    [[nodiscard]] qsizetype count() const;

    [[nodiscard]] QListView *view() const noexcept { return m_view; }

signals:
    void tickedChanged();

private:
    QListView *m_view;
    QStandardItemModel *m_model;
};

} // namespace passel
