// The title row of a panel: a heading, a quiet count, buttons at the end.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace passel {

class PlainLabel;

//! \brief 36 high, a line below.
class PanelTitle final : public QWidget
{
    Q_OBJECT

public:
    explicit PanelTitle(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setCount(const QString &count);
    //! \brief A button with an icon alone; \a name is its tooltip and accessible name.
    QToolButton *addButton(const QString &objectName, const QString &iconName, const QString &name);
    //! \brief Any widget before the buttons added later. Takes ownership.
    void addWidget(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PlainLabel *m_title;
    PlainLabel *m_count;
    QHBoxLayout *m_row;
};

//! \brief A flat button with an icon alone, its name in tooltip and accessible name.
[[nodiscard]] QToolButton *makeIconButton(const QString &objectName, const QString &iconName,
                                          const QString &name, QWidget *parent = nullptr);

} // namespace passel
