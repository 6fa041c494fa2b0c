// A line between two parts of the window.
#pragma once

#include <QWidget>

namespace passel {

//! \brief One pixel high, as wide as there is room.
class Hairline final : public QWidget
{
    Q_OBJECT

public:
    explicit Hairline(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace passel
