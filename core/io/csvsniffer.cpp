#include "core/io/csvsniffer.h"

#include "core/io/celltext.h"
#include "core/io/csvscan.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <vector>

using namespace Qt::StringLiterals;

namespace passel {

namespace {

constexpr qsizetype Looked = 64LL * 1024;
constexpr size_t MostRecords = 200;
constexpr size_t MostJunk = 20;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::CsvSniffer)
};

using Record = std::vector<std::string_view>;

// Records of the text as the delimiter cuts it; a cut last one is left out.
std::vector<Record> recordsOf(std::string_view text, bool complete, char delimiter)
{
    std::vector<quint32> ends(text.size() + 2);
    std::vector<quint32> rows(text.size() + 2);
    CsvEnds found{ends.data(), rows.data(), 0, 0};
    CsvScanState state;
    size_t strays = 0;
    const std::string padded = std::string(text) + std::string(64, '\0');
    scanCarefully(padded.data(), 0, text.size(), delimiter, '"', &state, &found, nullptr, 0,
                  &strays);
    if (complete
        && (found.rowCount == 0 || rows[found.rowCount - 1] < found.endCount
            || (found.endCount > 0 && ends[found.endCount - 1] + 1 < text.size()))) {
        ends[found.endCount++] = static_cast<quint32>(text.size());
        rows[found.rowCount++] = static_cast<quint32>(found.endCount);
    }
    std::vector<Record> records;
    size_t begin = 0;
    size_t first = 0;
    for (size_t row = 0; row < found.rowCount && records.size() < MostRecords; ++row) {
        Record record;
        for (; first < rows[row]; ++first) {
            record.push_back(text.substr(begin, ends[first] - begin));
            begin = ends[first] + 1;
        }
        if (!record.back().empty() && record.back().back() == '\r')
            record.back().remove_suffix(1);
        records.push_back(std::move(record));
    }
    return records;
}

struct Candidate
{
    char delimiter = ',';
    size_t columns = 1;
    size_t agreeing = 0;
    size_t lines = 0; // records that are not blank
    size_t junk = 0;  // leading records of another width
    double score = 0;
};

bool isBlank(const Record &record)
{
    return record.size() == 1 && record[0].empty();
}

Candidate judge(const std::vector<Record> &records, char delimiter)
{
    Candidate candidate;
    candidate.delimiter = delimiter;
    std::map<size_t, size_t> widths;
    for (const Record &record : records) {
        if (!isBlank(record)) {
            ++widths[record.size()];
            ++candidate.lines;
        }
    }
    for (const auto &[width, count] : widths) {
        // A wider reading needs half of the records to agree with it.
        if (count > candidate.agreeing
            || (width > 1 && candidate.columns == 1 && count * 2 >= candidate.lines)) {
            candidate.columns = width;
            candidate.agreeing = count;
        }
    }
    if (candidate.columns > 1 && candidate.lines > 0)
        candidate.score =
            static_cast<double>(candidate.agreeing) / static_cast<double>(candidate.lines);
    // Junk before the table: a few narrow lines, then nothing but agreement at first.
    size_t junk = 0;
    while (junk < records.size() && junk < MostJunk && records[junk].size() != candidate.columns)
        ++junk;
    size_t agree = 0;
    while (junk + agree < records.size() && agree < 3
           && records[junk + agree].size() == candidate.columns)
        ++agree;
    const bool narrow = std::all_of(
        records.begin(), records.begin() + static_cast<std::ptrdiff_t>(junk),
        [&candidate](const Record &record) { return record.size() < candidate.columns; });
    if (junk > 0 && narrow && candidate.columns > 1
        && (agree == 3 || junk + agree == records.size()) && agree > 1)
        candidate.junk = junk;
    return candidate;
}

std::string_view unquoted(std::string_view cell)
{
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"')
        return cell.substr(1, cell.size() - 2);
    return cell;
}

bool isTyped(std::string_view cell)
{
    cell = unquoted(cell);
    double value = 0;
    bool truth = false;
    DecimalShape shape;
    return readDecimal(cell, '.', &value, &shape) || readDecimal(cell, ',', &value, &shape)
           || wordPair(cell, &truth) >= 0 || !MomentReader::candidates(cell).empty();
}

bool isYear(std::string_view cell)
{
    cell = unquoted(cell);
    qint64 value = 0;
    return cell.size() == 4 && readWhole(cell, false, 4, &value) && value >= 1800 && value <= 2200;
}

// The sentence, and whether the first record names the columns.
std::pair<bool, QString> judgeHeader(const std::vector<Record> &records, size_t first)
{
    if (first >= records.size())
        return {true, Words::tr("The first row is taken as the header.")};
    const Record &header = records[first];
    size_t typed = 0;
    size_t years = 0;
    size_t empty = 0;
    for (const std::string_view cell : header) {
        typed += isTyped(cell);
        years += isYear(cell);
        empty += cell.empty();
    }
    if (empty == header.size() && header.size() > 1)
        return {false, Words::tr("The first row is empty, so that it is no header.")};
    if (typed > 0 && (typed != years || typed == header.size()))
        return {false, Words::tr("The first row holds values already, so that it is no header.")};
    for (size_t row = first + 1; row < records.size(); ++row) {
        for (size_t c = 0; c < std::min(header.size(), records[row].size()); ++c) {
            if (!isTyped(header[c]) && isTyped(records[row][c]))
                return {true,
                        Words::tr("The first row holds names above columns of numbers or dates.")};
        }
    }
    return {true, Words::tr("The first row looks like the others; it is taken as the header.")};
}

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case ',':
        return Words::tr("comma");
    case ';':
        return Words::tr("semicolon");
    case '\t':
        return Words::tr("tab");
    default:
        return Words::tr("vertical bar");
    }
}

} // namespace

int sniffCsv(QByteArrayView head, bool complete, const QString &name, Sniffed *sniffed)
{
    std::string_view text(head.data(), static_cast<size_t>(std::min(head.size(), Looked)));
    const bool whole = complete && head.size() <= Looked;
    ReadOptions &options = sniffed->options;
    options.format = "csv";
    options.quote = '"';
    options.skipLines = 0;

    // Excel's first line `sep=;` is an order, no guess.
    if (text.size() >= 6 && text.starts_with("sep=") && (text[5] == '\n' || text[5] == '\r')
        && text[4] != '"') {
        options.delimiter = text[4];
        options.skipLines = 1;
        text.remove_prefix(text.substr(5).starts_with("\r\n") ? 7 : 6);
        const auto [hasHeader, why] = judgeHeader(recordsOf(text, whole, options.delimiter), 0);
        options.hasHeader = hasHeader;
        sniffed->guesses.push_back(
            {"delimiter", Words::tr("The first line says which separator it is.")});
        sniffed->guesses.push_back({"header", why});
        return 60;
    }

    Candidate best;
    std::vector<Record> bestRecords;
    const bool tabs = name.endsWith(".tsv"_L1, Qt::CaseInsensitive)
                      || name.endsWith(".tab"_L1, Qt::CaseInsensitive);
    for (const char delimiter : {',', '\t', ';', '|'}) {
        std::vector<Record> records = recordsOf(text, whole, delimiter);
        Candidate candidate = judge(records, delimiter);
        // Of equal ones the wider wins; a comma in numbers must not beat a semicolon.
        if (candidate.score > 0 && candidate.lines > 0)
            candidate.score += 0.001 * static_cast<double>(std::min<size_t>(candidate.columns, 50));
        if (tabs && delimiter == '\t' && candidate.columns > 1)
            candidate.score += 0.5;
        if (bestRecords.empty() || candidate.score > best.score) {
            best = candidate;
            bestRecords = std::move(records);
        }
    }
    options.delimiter = best.score > 0 ? best.delimiter : tabs ? '\t' : ',';
    if (best.score > 0)
        sniffed->guesses.push_back(
            {"delimiter", Words::tr("Separated by %1: %2 of the first %3 rows have %4 cells.")
                              .arg(delimiterName(best.delimiter))
                              .arg(best.agreeing)
                              .arg(best.lines)
                              .arg(best.columns)});
    else
        sniffed->guesses.push_back(
            {"delimiter", Words::tr("No separator divides the rows alike: this is one column.")});

    // Skipped lines are counted as lines, so records with line ends inside must not be skipped.
    size_t junk = best.score > 0 ? best.junk : 0;
    size_t comments = 0;
    while (comments < bestRecords.size() && comments < MostJunk && !bestRecords[comments].empty()
           && bestRecords[comments][0].starts_with('#') && bestRecords.size() > comments + 1
           && bestRecords[comments].size() != best.columns)
        ++comments;
    junk = std::max(junk, comments);
    for (size_t i = 0; i < junk; ++i) {
        for (const std::string_view cell : bestRecords[i]) {
            if (cell.find_first_of("\r\n") != std::string_view::npos)
                junk = 0;
        }
    }
    if (text.find_first_of("\r\n") == std::string_view::npos)
        junk = 0;
    options.skipLines = static_cast<qint64>(junk);
    if (junk > 0)
        sniffed->guesses.push_back(
            {"skipLines", Words::tr("The first %1 lines are no part of the table.").arg(junk)});
    const auto [hasHeader, why] = judgeHeader(bestRecords, junk);
    options.hasHeader = hasHeader;
    sniffed->guesses.push_back({"header", why});
    if (best.score <= 0)
        return 10;
    return best.agreeing * 10 >= best.lines * 9 ? 60 : 30;
}

} // namespace passel
