#include "core/io/readreport.h"

namespace passel {

void IssueList::add(Issue issue)
{
    ++m_counts[issue.code];
    ++m_count;
    if (static_cast<qsizetype>(m_kept.size()) < Kept)
        m_kept.push_back(std::move(issue));
}

void IssueList::addCount(const QByteArray &code, qint64 count)
{
    if (count <= 0)
        return;
    m_counts[code] += count;
    m_count += count;
}

void IssueList::append(const IssueList &other, qint64 rowsBefore)
{
    for (const auto &[code, count] : other.m_counts)
        m_counts[code] += count;
    m_count += other.m_count;
    for (const Issue &issue : other.m_kept) {
        if (static_cast<qsizetype>(m_kept.size()) >= Kept)
            break;
        m_kept.push_back(issue);
        if (issue.row >= 0)
            m_kept.back().row += rowsBefore;
    }
}

qint64 IssueList::count(const QByteArray &code) const
{
    const auto it = m_counts.find(code);
    return it == m_counts.end() ? 0 : it->second;
}

} // namespace passel
