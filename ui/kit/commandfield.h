// The button that looks like a search field and opens the command palette.
#pragma once

#include <QKeySequence>
#include <QPushButton>

namespace passel {

//! \brief Search icon, hint, key cap, in the outline of a field. Pressed, it opens the palette.
class CommandField final : public QPushButton
{
    Q_OBJECT

public:
    CommandField(const QString &hint, const QKeySequence &keys, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QKeySequence m_keys;
};

} // namespace passel
