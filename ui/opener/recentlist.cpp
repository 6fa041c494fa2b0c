#include "ui/opener/recentlist.h"

#include "core/base/log.h"
#include "ui/words.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>

#include <algorithm>

namespace passel {

using namespace Qt::StringLiterals;

QString RecentEntry::name() const
{
    return kind == Kind::File ? QFileInfo(target).fileName() : target;
}

RecentList::RecentList(QObject *parent)
    : QAbstractListModel(parent)
{
    QSettings settings;
    const int size = std::min(settings.beginReadArray(u"recent"_s), Limit);
    for (int i = 0; i < size; ++i) {
        settings.setArrayIndex(i);
        RecentEntry entry;
        entry.kind = settings.value(u"kind"_s).toString() == "share"_L1 ? RecentEntry::Kind::Share
                                                                        : RecentEntry::Kind::File;
        entry.target = settings.value(u"target"_s).toString();
        entry.origin = settings.value(u"origin"_s).toString();
        entry.bytes = settings.value(u"bytes"_s, -1).toLongLong();
        entry.rows = settings.value(u"rows"_s, -1).toLongLong();
        entry.opened = settings.value(u"opened"_s).toDateTime();
        entry.expires = settings.value(u"expires"_s).toDateTime();
        if (!entry.target.isEmpty())
            m_entries.push_back(std::move(entry));
    }
}

void RecentList::add(RecentEntry entry)
{
    if (!entry.opened.isValid())
        entry.opened = QDateTime::currentDateTime();
    if (entry.kind == RecentEntry::Kind::File && entry.origin.isEmpty()) {
        QString folder = QFileInfo(entry.target).absolutePath();
        if (const QString home = QDir::homePath(); folder.startsWith(home + u'/'))
            folder = u'~' + folder.mid(home.size());
        entry.origin = QDir::toNativeSeparators(folder);
    }
    beginResetModel();
    std::erase_if(m_entries, [&](const RecentEntry &other) {
        return other.kind == entry.kind && other.target == entry.target;
    });
    m_entries.insert(m_entries.begin(), std::move(entry));
    if (m_entries.size() > Limit)
        m_entries.resize(Limit);
    endResetModel();
    save();
}

void RecentList::remove(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_entries.erase(m_entries.begin() + row);
    endRemoveRows();
    save();
}

void RecentList::clear()
{
    beginResetModel();
    m_entries.clear();
    endResetModel();
    save();
}

int RecentList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant RecentList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RecentEntry &entry = at(index.row());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        const QDateTime now = QDateTime::currentDateTime();
        QStringList words{visibleText(entry.name()), visibleText(entry.origin), amountText(entry),
                          whenText(entry, now), expiryText(entry, now)};
        words.removeAll(QString());
        return words.join(u", "_s);
    }
    return {};
}

QString RecentList::whenText(const RecentEntry &entry, const QDateTime &now)
{
    const QLocale locale;
    const QDate day = entry.opened.date();
    const bool isFile = entry.kind == RecentEntry::Kind::File;
    if (day == now.date()) {
        const QString time = locale.toString(entry.opened.time(), QLocale::ShortFormat);
        return (isFile ? tr("opened today, %1") : tr("pulled today, %1")).arg(time);
    }
    if (day == now.date().addDays(-1))
        return isFile ? tr("opened yesterday") : tr("pulled yesterday");
    const bool isThisYear = day.year() == now.date().year();
    //: A date without and with the year, in Qt's form: "Fri 13 Nov", "13 Nov 2025".
    const QString date = locale.toString(day, isThisYear ? tr("ddd d MMM") : tr("d MMM yyyy"));
    return (isFile ? tr("opened %1") : tr("pulled %1")).arg(date);
}

QString RecentList::amountText(const RecentEntry &entry)
{
    if (entry.kind == RecentEntry::Kind::File) {
        return entry.bytes < 0 ? QString() : sizeText(entry.bytes);
    }
    if (entry.rows < 0)
        return {};
    //: %1 is the number, written with grouping.
    return tr("%1 row(s)", nullptr, static_cast<int>(std::min<qint64>(entry.rows, INT_MAX)))
        .arg(QLocale().toString(entry.rows));
}

QString RecentList::expiryText(const RecentEntry &entry, const QDateTime &now)
{
    if (!entry.expires.isValid())
        return {};
    const qint64 seconds = now.secsTo(entry.expires);
    if (seconds <= 0)
        return tr("expired");
    const qint64 hours = seconds / 3600;
    //: Days, then hours, then minutes, each in its short form.
    return hours >= 24 ? tr("expires in %1 d").arg(QLocale().toString(hours / 24))
           : hours > 0
               ? tr("expires in %1 h").arg(QLocale().toString(hours))
               : tr("expires in %1 min").arg(QLocale().toString(std::max<qint64>(1, seconds / 60)));
}

bool RecentList::expiresSoon(const RecentEntry &entry, const QDateTime &now)
{
    if (!entry.expires.isValid())
        return false;
    const qint64 seconds = now.secsTo(entry.expires);
    return seconds > 0 && seconds < 86'400;
}

void RecentList::save() const
{
    QSettings settings;
    settings.remove(u"recent"_s);
    settings.beginWriteArray(u"recent"_s, rowCount());
    for (int i = 0; i < rowCount(); ++i) {
        const RecentEntry &entry = at(i);
        settings.setArrayIndex(i);
        settings.setValue(u"kind"_s,
                          entry.kind == RecentEntry::Kind::Share ? u"share"_s : u"file"_s);
        settings.setValue(u"target"_s, entry.target);
        settings.setValue(u"origin"_s, entry.origin);
        settings.setValue(u"bytes"_s, entry.bytes);
        settings.setValue(u"rows"_s, entry.rows);
        settings.setValue(u"opened"_s, entry.opened);
        if (entry.expires.isValid())
            settings.setValue(u"expires"_s, entry.expires);
    }
    settings.endArray();
}

} // namespace passel
