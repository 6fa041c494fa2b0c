#include "ui/bannerslot.h"

#include "ui/kit/button.h"

#include <QApplication>

#include <algorithm>
#include <iterator>
#include <utility>

namespace passel {

using namespace Qt::StringLiterals;

BannerSlot::BannerSlot(Banner *banner, QObject *parent)
    : QObject(parent)
    , m_banner(banner)
{
    m_banner->hide();
    connect(m_banner, &Banner::dismissed, this, &BannerSlot::dismissShown);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
        if (isInBanner(now) && before && !isInBanner(before)
            && before->window() == m_banner->window())
            m_focusBefore = before;
    });
}

void BannerSlot::show(BannerMessage message, QWidget *page)
{
    const bool takesFocus = message.takesFocus;
    std::erase_if(m_entries, [&](const Entry &entry) {
        const bool areErrors =
            entry.message.kind == Banner::Kind::Error && message.kind == Banner::Kind::Error;
        return entry.page == page
               && (!areErrors || entry.message.sentence.text() == message.sentence.text());
    });
    m_entries.push_back({std::move(message), page});
    update(takesFocus);
}

void BannerSlot::clear(QWidget *page)
{
    if (std::erase_if(m_entries, [page](const Entry &entry) { return entry.page == page; }) > 0)
        update(false);
}

void BannerSlot::withdraw(const QString &topic)
{
    if (std::erase_if(m_entries,
                      [&topic](const Entry &entry) { return entry.message.topic == topic; })
        > 0)
        update(false);
}

void BannerSlot::setCurrentPage(QWidget *page)
{
    m_current = page;
    update(false);
}

QString BannerSlot::text() const
{
    return m_banner->isVisibleTo(m_banner->parentWidget()) ? m_banner->sentence().text()
                                                           : QString();
}

void BannerSlot::removeShown(QWidget *page)
{
    const auto shown = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                    [page](const Entry &entry) { return entry.page == page; });
    if (shown == m_entries.rend())
        return;
    m_entries.erase(std::next(shown).base());
    update(false);
}

void BannerSlot::dismissShown()
{
    const auto shown = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                    [this](const Entry &e) { return e.page == m_shownPage; });
    if (shown == m_entries.rend())
        return;
    const auto dismissed = shown->message.dismissed;
    removeShown(m_shownPage);
    if (dismissed)
        dismissed();
}

bool BannerSlot::isInBanner(const QWidget *widget) const
{
    return widget && m_banner && (widget == m_banner || m_banner->isAncestorOf(widget));
}

void BannerSlot::returnFocus()
{
    QWidget *before = std::exchange(m_focusBefore, nullptr);
    if (before && before->isVisible() && before->isEnabled())
        before->setFocus(Qt::OtherFocusReason);
}

void BannerSlot::update(bool takesFocus)
{
    // What is taken away passes the focus on to whatever comes next in the window.
    QWidget *focused = m_banner->window()->focusWidget();
    const bool hadFocus = isInBanner(focused);
    if (takesFocus && focused && !hadFocus)
        m_focusBefore = focused;
    fill();
    if (takesFocus && m_banner->isVisibleTo(m_banner->parentWidget()))
        m_banner->focusDefault();
    else if (hadFocus)
        returnFocus();
}

void BannerSlot::fill()
{
    const Entry *best = nullptr;
    for (const Entry &entry : m_entries) {
        if (!entry.page || entry.page == m_current) {
            if (!best || !entry.page || best->page)
                best = &entry; // the newest of the window, else of the page
        }
    }
    if (!best) {
        m_banner->hide();
        return;
    }
    m_shownPage = best->page;
    const BannerMessage &message = best->message;
    m_banner->reset(message.kind, message.iconName, message.sentence, message.remark);
    int number = 0;
    for (const BannerAction &action : message.actions) {
        Button *button = m_banner->addAction(action.text, action.kind);
        button->setObjectName(u"bannerAction"_s + QString::number(++number));
        connect(button, &QAbstractButton::clicked, this,
                [this, run = action.run, closes = action.closes, page = best->page] {
                    if (closes)
                        removeShown(page);
                    if (run)
                        run();
                });
    }
    const bool canBeClosed =
        std::any_of(message.actions.begin(), message.actions.end(),
                    [](const BannerAction &action) { return !action.run && action.closes; });
    if (message.kind == Banner::Kind::Error && !canBeClosed) {
        Button *dismiss = m_banner->addAction(tr("Dismiss"), ButtonKind::Flat);
        dismiss->setObjectName(u"bannerDismiss"_s);
        connect(dismiss, &QAbstractButton::clicked, this, &BannerSlot::dismissShown);
    }
    m_banner->show();
}

} // namespace passel
