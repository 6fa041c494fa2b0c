// Painted tabs: documents with a close button, or the quiet tabs of a panel.
#pragma once

#include <QTabBar>

namespace passel {

//! \brief A QTabBar in our looks; keyboard, overflow and dragging are QTabBar's own.
//!
//! Document tabs stand on the tab row, the current one open towards the table below and with its
//! close button (tabCloseRequested(), also by the middle button; setTabsClosable() is not needed),
//! whose room the words of the other tabs take. Where they do not all fit, arrows scroll them;
//! panel tabs are words with an accent line under the current one.
class TabBar final : public QTabBar
{
    Q_OBJECT

public:
    enum class Kind { Documents, Panel };

    explicit TabBar(Kind kind, QWidget *parent = nullptr);

    //! \brief Adds a tab whose \a title may come from a file or a person (SEC-11, SEC-12);
    //! \a iconName is a Lucide name or empty. Answers its index.
    int addDocument(const QString &iconName, const QString &title);
    void setDocumentTitle(int index, const QString &title);
    //! \brief What of a document's title is drawn.
    [[nodiscard]] QString shownTitle(int index) const;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRect closeRect(int index) const;
    [[nodiscard]] QRect wordsRect(int index) const; // from left to right
    void paintDocument(QPainter *painter, int index) const;
    void paintPanel(QPainter *painter, int index) const;

    Kind m_kind;
    int m_hovered = -1;
    bool m_closeHovered = false;
};

} // namespace passel
