// Paints a step of the recipe and hits its switch and bin.
#pragma once

#include <QStyledItemDelegate>

namespace passel {

//! \brief Number, sentence, effect; the selected step shows its switch and bin and tells in a
//! second line what it did. Both have keys in the list: Space and Delete.
class RecipeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

signals:
    void toggleRequested(int row);
    void removeRequested(int row);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    [[nodiscard]] static QRect switchRect(const QStyleOptionViewItem &option);
    [[nodiscard]] static QRect binRect(const QStyleOptionViewItem &option);
    [[nodiscard]] static bool isCurrent(const QStyleOptionViewItem &option,
                                        const QModelIndex &index);
};

} // namespace passel
