// What an empty window offers: a few large targets in one frame.
#pragma once

#include <QKeySequence>
#include <QPushButton>
#include <QWidget>

class QHBoxLayout;

namespace passel {

//! \brief One target: icon, key, title and a line or two of what it takes. A push button.
class EmptyTarget final : public QPushButton
{
    Q_OBJECT

public:
    EmptyTarget(QString iconName, const QString &title, const QString &words,
                const QKeySequence &keys, QWidget *parent = nullptr);

    //! \brief Drawn as the place where a drag in progress would land.
    void setDropHint(bool hint);

    [[nodiscard]] QSize sizeHint() const override;
    //! \brief Two lines of words or as many as they need.
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    QString m_words;
    QKeySequence m_keys;
    bool m_dropHint = false;
};

//! \brief The frame around the targets, with thin lines between them.
class EmptyTargets final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyTargets(QWidget *parent = nullptr);

    //! \brief Adds a target; connect to its clicked().
    EmptyTarget *addTarget(const QString &iconName, const QString &title, const QString &words,
                           const QKeySequence &keys);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_row;
    QList<EmptyTarget *> m_targets;
};

} // namespace passel
