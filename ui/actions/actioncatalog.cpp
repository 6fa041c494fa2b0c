#include "ui/actions/actioncatalog.h"

#include "ui/theme/icon.h"

#include <algorithm>

namespace passel {

QAction *ActionCatalog::add(const QByteArray &id, const QString &text,
                            const QList<QKeySequence> &keys, const QStringList &synonyms,
                            const QString &iconName)
{
    Q_ASSERT(!action(id));
    auto *made = new QAction(text, this);
    made->setObjectName(QString::fromLatin1(id));
    made->setShortcuts(keys);
    if (!iconName.isEmpty())
        made->setIcon(themedIcon(iconName));
    m_entries.push_back({made, m_group, synonyms});
    return made;
}

QAction *ActionCatalog::action(const QByteArray &id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const auto &entry) {
        return entry.action->objectName() == QLatin1StringView(id);
    });
    return found == m_entries.end() ? nullptr : found->action;
}

} // namespace passel
