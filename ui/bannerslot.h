// Which of the messages that want the banner is in it: at most one, each about a page or the
// window.
#pragma once

#include "ui/kit/banner.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

namespace passel {

//! \brief A button of a banner.
struct BannerAction
{
    QString text;                         //!< a verb with its object, translated
    std::function<void()> run;            //!< may be empty: the button only closes
    ButtonKind kind = ButtonKind::Normal; //!< Primary is the default and has the cap "Enter"
    bool closes = true;                   //!< the message is gone afterwards
};

//! \brief Everything a banner says. A value.
struct BannerMessage
{
    Banner::Kind kind = Banner::Kind::Info;
    QString iconName;
    Wording sentence;
    QString remark;
    QList<BannerAction> actions;
    std::function<void()> dismissed; //!< Esc or the cross; may be empty
    bool takesFocus = false;         //!< only when nothing is being edited
    QString topic = {};              //!< for withdraw(); may be empty
};

//! \brief Fills the one banner: a message about the window goes first, else the one about the
//! current page. A newer message replaces an older one about the same page, but two errors do not:
//! each is shown until it was dismissed, the newest first. An error without an action that only
//! closes gets "Dismiss". When a message goes while the focus is in the banner, the focus returns
//! where it was.
class BannerSlot final : public QObject
{
    Q_OBJECT

public:
    explicit BannerSlot(Banner *banner, QObject *parent = nullptr);

    //! \brief Says \a message about \a page, or about the window when null.
    void show(BannerMessage message, QWidget *page = nullptr);
    //! \brief Takes every message about \a page (null: the window) away.
    void clear(QWidget *page = nullptr);
    //! \brief Takes the messages of \a topic away: what they said is not so any more.
    void withdraw(const QString &topic);
    //! \brief The page in front changed.
    void setCurrentPage(QWidget *page);

    [[nodiscard]] Banner *banner() const { return m_banner; }

    //! \brief What the banner says now; empty when hidden.
    [[nodiscard]] QString text() const;

private:
    struct Entry
    {
        BannerMessage message;
        QWidget *page = nullptr; // identity only
    };

    void update(bool takesFocus);
    void fill();
    void removeShown(QWidget *page); // the newest about \a page
    void dismissShown();
    [[nodiscard]] bool isInBanner(const QWidget *widget) const;
    void returnFocus();

    QPointer<Banner> m_banner;       // the window may take it first
    QWidget *m_current = nullptr;    // identity only
    QWidget *m_shownPage = nullptr;  // identity only
    QPointer<QWidget> m_focusBefore; // outside of the banner
    std::vector<Entry> m_entries;
};

} // namespace passel
