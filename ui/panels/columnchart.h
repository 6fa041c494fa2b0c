// The large histogram of the inspector, and the bars of frequent values.
#pragma once

#include "core/look/profile.h"

#include <QAbstractListModel>
#include <QListView>
#include <QWidget>

#include <memory>

namespace passel {

//! \brief A column's histogram with axis and gauge of what is missing. Hovering names a bar, a
//! click or Enter on the bar that has the cursor asks for its rows.
class ColumnChart final : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnChart(QWidget *parent = nullptr);

    //! \brief Null or without bins: hidden. \a isCurrent false draws it in greys.
    void setProfile(std::shared_ptr<const ColumnProfile> profile, bool isCurrent);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    //! \brief Rows with values from \a low to below \a high, in the type's units; the last bar
    //! includes its end.
    void binChosen(double low, double high, bool isLast);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] int binAt(const QPointF &position) const;
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QString binText(int bin) const;
    void setBin(int bin);
    void choose();

    std::shared_ptr<const ColumnProfile> m_profile;
    bool m_isCurrent = true;
    int m_bin = -1; // under the pointer, or the keyboard's
};

//! \brief Frequent values as a list: value left, count right, a bar behind.
class TopValuesModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole { CountRole = Qt::UserRole, ShareRole, CurrentRole };

    using QAbstractListModel::QAbstractListModel;

    void setProfile(std::shared_ptr<const ColumnProfile> profile, bool isCurrent, int limit);

    [[nodiscard]] const ProfileValue &value(int row) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::shared_ptr<const ColumnProfile> m_profile;
    bool m_isCurrent = true;
    int m_count = 0;
};

//! \brief The view of TopValuesModel; as high as its rows.
class TopValuesView final : public QListView
{
    Q_OBJECT

public:
    explicit TopValuesView(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
};

} // namespace passel
