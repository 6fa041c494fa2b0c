// What reading a file found: how much, how long, and every oddity with its place.
#pragma once

#include "core/base/error.h"
#include "core/io/readoptions.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <vector>

namespace passel {

//! \brief One oddity that did not stop the reading.
struct Issue
{
    QByteArray code;   //!< slug of SEC-03, such as `ragged-rows`
    QString message;   //!< whole sentence
    qint64 byte = -1;  //!< offset in the decoded text; −1 = the file as a whole
    qint64 row = -1;   //!< of the table, from 0; −1 = of none
    qint64 line = 0;   //!< from 1; 0 until resolved or when it does not apply
    qint64 column = 0; //!< from 1, in characters

    bool operator==(const Issue &) const = default;
};

//! \brief Collected while reading: the first 1,000 oddities are kept, all are counted by code.
class IssueList
{
public:
    static constexpr qsizetype Kept = 1000;

    void add(Issue issue);
    //! \brief \a count further ones of a code, of which nothing else is kept.
    void addCount(const QByteArray &code, qint64 count);
    //! \brief \a other's issues behind these, which came from \a rowsBefore rows.
    void append(const IssueList &other, qint64 rowsBefore = 0);

    [[nodiscard]] const std::vector<Issue> &kept() const noexcept { return m_kept; }

    [[nodiscard]] std::vector<Issue> &kept() noexcept { return m_kept; }

    [[nodiscard]] qint64 count() const noexcept { return m_count; }

    [[nodiscard]] qint64 count(const QByteArray &code) const;

    [[nodiscard]] const std::map<QByteArray, qint64> &counts() const noexcept { return m_counts; }

    [[nodiscard]] bool isEmpty() const noexcept { return m_count == 0; }

private:
    std::vector<Issue> m_kept;
    std::map<QByteArray, qint64> m_counts;
    qint64 m_count = 0;
};

//! \brief The account of one reading. A value.
struct ReadReport
{
    ReadOptions options;        //!< as used, fallbacks included
    std::vector<Guess> guesses; //!< why, when they were guessed
    IssueList issues;
    qint64 bytes = 0; //!< of the file
    qint64 rows = 0;
    qint64 milliseconds = 0;
    std::vector<QString> header; //!< column names as read, in order
};

} // namespace passel
