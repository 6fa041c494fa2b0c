#include "ui/share/sharesmodel.h"

#include "core/base/log.h"
#include "ui/share/sharewords.h"
#include "ui/words.h"

#include <algorithm>

namespace passel {

namespace {

constexpr double WeekMs = double(protocol::DefaultTtlSeconds) * 1000;

} // namespace

bool ShareLine::isOver(qint64 nowMs) const
{
    if (record.deletedMs > 0)
        return true;
    const qint64 end = expiresMs();
    return end > 0 && end <= nowMs;
}

qint64 ShareLine::expiresMs() const
{
    return live ? live->version.expiresAtMs : record.expiresMs;
}

SharesModel::SharesModel(ShareRecord::Kind kind, QObject *parent)
    : QAbstractTableModel(parent)
    , m_kind(kind)
{}

void SharesModel::setLines(std::vector<ShareLine> lines, qint64 nowMs)
{
    m_nowMs = nowMs;
    if (lines == m_lines) {
        setNow(nowMs);
        return;
    }
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

void SharesModel::setNow(qint64 nowMs)
{
    m_nowMs = nowMs;
    if (!m_lines.empty())
        emit dataChanged(index(0, 0), index(int(m_lines.size()) - 1, ColumnCount - 1));
}

int SharesModel::alive() const
{
    return int(std::count_if(m_lines.begin(), m_lines.end(),
                             [this](const ShareLine &line) { return !line.isOver(m_nowMs); }));
}

int SharesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int SharesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString SharesModel::text(const ShareLine &line, int column) const
{
    const ShareRecord &record = line.record;
    switch (column) {
    case Key:
        return record.name;
    case Note:
        return visibleText(record.note);
    case Rows:
        return record.rows < 0 ? QString() : numberText(record.rows);
    case Size: {
        const qint64 bytes = line.live ? line.live->version.size : record.bytes;
        return bytes < 0 ? QString() : sizeText(bytes);
    }
    case Pulls:
        if (m_kind == ShareRecord::Kind::Received)
            return visibleText(record.owner);
        return line.live ? numberText(line.live->downloads) : QString();
    case When:
        if (m_kind == ShareRecord::Kind::Received)
            return tr("pulled %1").arg(agoText(record.doneMs, m_nowMs));
        return line.live ? agoText(line.live->lastDownloadAtMs, m_nowMs) : QString();
    case Expires:
        if (record.deletedMs > 0)
            return tr("deleted %1").arg(agoText(record.deletedMs, m_nowMs));
        if (line.expiresMs() <= 0)
            return {};
        if (line.isOver(m_nowMs))
            return tr("expired");
        return leftText(line.expiresMs(), m_nowMs);
    default:
        return {};
    }
}

QVariant SharesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ShareLine &line = m_lines[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(line, index.column());
    case Qt::AccessibleTextRole: {
        const QString said = text(line, index.column());
        return index.column() == Key
                   ? said
                   : headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString()
                         + QLatin1Char(' ') + said;
    }
    case Qt::TextAlignmentRole: {
        const bool isNumber = index.column() == Rows || index.column() == Size
                              || (index.column() == Pulls && m_kind == ShareRecord::Kind::Sent);
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case OverRole:
        return line.isOver(m_nowMs);
    case SoonRole:
        return expiresSoon(line.expiresMs(), m_nowMs);
    case LifeRole: {
        if (index.column() != Expires || line.expiresMs() <= 0 || line.isOver(m_nowMs))
            return {};
        return std::clamp(double(line.expiresMs() - m_nowMs) / WeekMs, 0.0, 1.0);
    }
    case WordsRole: {
        QStringList words;
        for (int column = 0; column < ColumnCount; ++column)
            words.append(text(line, column));
        return words.join(QLatin1Char(' '));
    }
    default:
        return {};
    }
}

QVariant SharesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isSent = m_kind == ShareRecord::Kind::Sent;
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == Rows || section == Size || (section == Pulls && isSent);
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Key:
        return tr("Key");
    case Note:
        return tr("Note");
    case Rows:
        return tr("Rows");
    case Size:
        return tr("Size");
    case Pulls:
        return isSent ? tr("Pulls") : tr("From");
    case When:
        return isSent ? tr("Last pull") : tr("Pulled");
    case Expires:
        return tr("Expires");
    default:
        return {};
    }
}

} // namespace passel
