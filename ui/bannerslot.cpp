#include "ui/bannerslot.h"

#include "ui/kit/button.h"

#include <algorithm>
#include <iterator>

namespace passel {

using namespace Qt::StringLiterals;

BannerSlot::BannerSlot(Banner *banner, QObject *parent)
    : QObject(parent)
    , m_banner(banner)
{
    m_banner->hide();
    connect(m_banner, &Banner::dismissed, this, [this] {
        const auto shown = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                        [this](const Entry &e) { return e.page == m_shownPage; });
        if (shown == m_entries.rend())
            return;
        const auto dismissed = shown->message.dismissed;
        removeShown(m_shownPage);
        if (dismissed)
            dismissed();
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

void BannerSlot::update(bool takesFocus)
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
    m_banner->show();
    if (takesFocus)
        m_banner->focusDefault();
}

} // namespace passel
