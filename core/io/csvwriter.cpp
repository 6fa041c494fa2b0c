#include "core/io/csvwriter.h"

#include "core/io/jsonwriter.h"
#include "core/io/rowreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace passel {

namespace {

constexpr size_t BufferSize = 256UL * 1024;

// Which bytes make quotes necessary.
class QuoteNeed
{
public:
    explicit QuoteNeed(char delimiter)
    {
        for (const char c : {delimiter, '"', '\n', '\r'})
            m_needs[static_cast<unsigned char>(c)] = true;
    }

    [[nodiscard]] bool of(std::string_view cell) const noexcept
    {
        for (const char c : cell) {
            if (m_needs[static_cast<unsigned char>(c)])
                return true;
        }
        return false;
    }

private:
    std::array<bool, 256> m_needs{};
};

void appendQuoted(std::string_view cell, std::string *out)
{
    out->push_back('"');
    for (;;) {
        const size_t quote = cell.find('"');
        if (quote == std::string_view::npos)
            break;
        out->append(cell, 0, quote + 1);
        out->push_back('"');
        cell.remove_prefix(quote + 1);
    }
    out->append(cell);
    out->push_back('"');
}

// Digits with a sign, a separator and an exponent at most, however many and with whatever zeros:
// nothing to compute, and a `'` would make a text of them.
bool isPlainNumber(std::string_view cell) noexcept
{
    const auto digits = [&cell] {
        const size_t count = std::min(cell.find_first_not_of("0123456789"), cell.size());
        cell.remove_prefix(count);
        return count;
    };
    const auto takeOneOf = [&cell](std::string_view these) {
        const bool found = !cell.empty() && these.find(cell.front()) != std::string_view::npos;
        cell.remove_prefix(found ? 1 : 0);
        return found;
    };
    (void)takeOneOf("+-");
    size_t count = digits();
    if (takeOneOf(".,"))
        count += digits();
    if (count == 0)
        return false;
    if (takeOneOf("eE")) {
        (void)takeOneOf("+-");
        if (digits() == 0)
            return false;
    }
    return cell.empty();
}

bool lineIsFormula(std::string_view line) noexcept
{
    for (;;) {
        if (line.starts_with(' '))
            line.remove_prefix(1);
        else if (line.starts_with("\xC2\xA0"))
            line.remove_prefix(2);
        else
            break;
    }
    if (line.empty())
        return false;
    switch (line.front()) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
        return true;
    default:
        return line.starts_with("\xEF\xBC\x9D") || line.starts_with("\xEF\xBC\x8B")
               || line.starts_with("\xEF\xBC\x8D") || line.starts_with("\xEF\xBC\xA0");
    }
}

// The first line of \a rest, without its end; the end is cut off \a rest with it. A lone return
// ends a line, too, but one that a line begins with stays in it, as its own sign of danger.
std::string_view takeLine(std::string_view *rest, std::string_view *end, bool afterReturn) noexcept
{
    const size_t from =
        !afterReturn && rest->starts_with('\r') && !rest->starts_with("\r\n") ? 1 : 0;
    const size_t at = std::min(rest->find_first_of("\r\n", from), rest->size());
    const std::string_view line = rest->substr(0, at);
    *end = rest->substr(at, rest->substr(at).starts_with("\r\n") ? 2 : 1);
    rest->remove_prefix(at + end->size());
    return line;
}

// Puts the guard before the cell, or before each of its lines that would compute.
bool guarded(std::string_view cell, std::string *out)
{
    if (!looksLikeFormula(cell))
        return false;
    out->clear();
    std::string_view end;
    while (!cell.empty()) {
        const std::string_view line = takeLine(&cell, &end, end == "\r");
        if (lineIsFormula(line))
            out->push_back('\'');
        out->append(line);
        out->append(end);
    }
    return true;
}

} // namespace

bool looksLikeFormula(std::string_view cell) noexcept
{
    // Most cells start with a letter or digit and have one line.
    const auto first = cell.empty() ? 'a' : cell.front();
    const bool innocent = (first >= '0' && first <= '9') || (first >= 'a' && first <= 'z')
                          || (first >= 'A' && first <= 'Z');
    const bool isOneLine =
        cell.find('\n') == std::string_view::npos && cell.find('\r') == std::string_view::npos;
    if (isOneLine)
        return !innocent && lineIsFormula(cell) && !isPlainNumber(cell);
    std::string_view end;
    while (!cell.empty()) {
        if (lineIsFormula(takeLine(&cell, &end, end == "\r")))
            return true;
    }
    return false;
}

QByteArray CsvWriter::name() const
{
    return "csv";
}

QString CsvWriter::title() const
{
    return QCoreApplication::translate("passel::CsvWriter", "Delimited text (CSV)");
}

QStringList CsvWriter::suffixes() const
{
    return {u"csv"_s, u"tsv"_s, u"tab"_s, u"txt"_s};
}

Result<WriteReport> CsvWriter::write(const DocumentArray &array, const WriteOptions &options,
                                     const WriteSink &sink, const TaskContext &context) const
{
    WriteReport report;
    const char delimiter = options.delimiter == '\0' ? ',' : options.delimiter;
    const QuoteNeed need(delimiter);
    const std::string_view lineEnd = options.crlf ? "\r\n" : "\n";
    const std::vector<Field> &fields = array.schema().fields();
    const bool withIds = options.withIds && array.schema().indexOf(Role::Id) < 0;
    const size_t columns = fields.size() + (withIds ? 1 : 0);
    std::string out;
    out.reserve(BufferSize + 4096);
    std::string scratch;
    const auto put = [&](std::string_view cell) {
        if (options.formulaGuard && guarded(cell, &scratch)) {
            ++report.guardedCells;
            cell = scratch;
        }
        if (need.of(cell))
            appendQuoted(cell, &out);
        else
            out.append(cell);
    };
    const auto flush = [&]() -> Result<void> {
        PASSEL_CHECK(sink(QByteArrayView(out.data(), static_cast<qsizetype>(out.size()))));
        report.bytes += static_cast<qint64>(out.size());
        out.clear();
        return {};
    };

    if (options.withHeader && columns > 0) {
        if (withIds)
            put("id");
        for (size_t c = 0; c < fields.size(); ++c) {
            if (c > 0 || withIds)
                out.push_back(delimiter);
            const QByteArray name = fields[c].name.toUtf8();
            // A lone empty name must not look like a blank line, nor a comment or order.
            if (name.isEmpty() && columns == 1)
                out.append("\"\"");
            else
                put({name.constData(), static_cast<size_t>(name.size())});
        }
        out.append(lineEnd);
    }
    RowReader reader(array, context);
    std::string cell;
    for (qsizetype row = 0; row < array.rowCount(); ++row) {
        if ((row & 1023) == 0 && context.isCancelled())
            return Error::cancelled();
        if (withIds) {
            const QByteArray id = array.derivedId(array.storedRow(row));
            out.append(id.constData(), static_cast<size_t>(id.size()));
        }
        for (size_t c = 0; c < fields.size(); ++c) {
            if (c > 0 || withIds)
                out.push_back(delimiter);
            qsizetype local = 0;
            PASSEL_TRY(const Segment *segment, reader.cell(row, static_cast<qsizetype>(c), &local));
            if (segment->isNull(local))
                continue;
            const Field &field = fields[c];
            if (field.type.isNumber() && !segment->hasSourceTexts() && delimiter == ','
                && !field.form.startsWith(',')) { // nothing to quote or to guard in a number
                appendCell(*segment, local, field, &out);
                continue;
            }
            cell.clear();
            if (field.type.kind == TypeKind::Documents)
                appendDocumentsJson(*segment, local, field, &cell);
            else if (field.type.kind != TypeKind::Text || segment->sourceText(local) != nullptr)
                appendCell(*segment, local, field, &cell);
            const std::string_view text = field.type.kind == TypeKind::Text && cell.empty()
                                              ? segment->bytesAt(local)
                                              : std::string_view(cell);
            if (text.empty())
                out.append("\"\"");
            else
                put(text);
        }
        out.append(lineEnd);
        if (out.size() >= BufferSize) {
            context.advance(static_cast<qint64>(out.size()));
            PASSEL_CHECK(flush());
        }
    }
    PASSEL_CHECK(flush());
    report.rows = array.rowCount();
    return report;
}

} // namespace passel
