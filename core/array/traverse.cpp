#include "core/array/traverse.h"

#include <QCoreApplication>

#include <limits>

namespace passel {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(passel::traverse)
};

// Python's slice: absent members take their defaults by the step's sign.
struct Slice
{
    std::optional<qsizetype> first;
    std::optional<qsizetype> last;
    std::optional<qsizetype> step;
    bool single = false;

    [[nodiscard]] std::vector<quint32> positions(qsizetype count) const
    {
        std::vector<quint32> result;
        if (single) {
            const qsizetype at = *first < 0 ? *first + count : *first;
            if (at >= 0 && at < count)
                result.push_back(static_cast<quint32>(at));
            return result;
        }
        const qsizetype by = step.value_or(1);
        const auto bound = [&](std::optional<qsizetype> value, qsizetype otherwise) {
            if (!value)
                return otherwise;
            const qsizetype at = *value < 0 ? *value + count : *value;
            return by > 0 ? std::clamp<qsizetype>(at, 0, count)
                          : std::clamp<qsizetype>(at, -1, count - 1);
        };
        const qsizetype begin = bound(first, by > 0 ? 0 : count - 1);
        const qsizetype end = bound(last, by > 0 ? count : -1);
        for (qsizetype i = begin; by > 0 ? i < end : i > end; i += by) {
            result.push_back(static_cast<quint32>(i));
            if (by > 0 ? by >= end - i : by <= end - i)
                break; // the next one may lie behind the largest number there is
        }
        return result;
    }
};

struct Hop
{
    QChar what;
    std::optional<Slice> slice;
};

class PathReader
{
public:
    explicit PathReader(QStringView path)
        : m_path(path)
    {}

    Result<std::vector<std::vector<Hop>>> read()
    {
        skipBlanks();
        if (peek() != u'@')
            return bad();
        ++m_at;
        std::vector<std::vector<Hop>> paths(1);
        for (skipBlanks(); m_at < m_path.size(); skipBlanks()) {
            const QChar c = peek();
            if (c == u',') {
                if (paths.back().empty())
                    return bad();
                ++m_at;
                paths.emplace_back();
                continue;
            }
            if (c != u'r' && c != u'c' && c != u'm')
                return bad();
            ++m_at;
            Hop hop{c, std::nullopt};
            skipBlanks();
            const bool bracket = peek() == u'[';
            if (bracket || peek().isDigit() || peek() == u'-' || peek() == u':') {
                if (bracket)
                    ++m_at;
                PASSEL_TRY(hop.slice, readSlice());
                skipBlanks();
                if (bracket) {
                    if (peek() != u']')
                        return bad();
                    ++m_at;
                }
            }
            paths.back().push_back(hop);
        }
        if (paths.back().empty())
            return bad();
        return paths;
    }

private:
    [[nodiscard]] QChar peek() const { return m_at < m_path.size() ? m_path[m_at] : QChar(); }

    void skipBlanks()
    {
        while (peek() == u' ')
            ++m_at;
    }

    [[nodiscard]] std::optional<qsizetype> readNumber()
    {
        skipBlanks();
        const qsizetype begin = m_at;
        if (peek() == u'-')
            ++m_at;
        while (peek() >= u'0' && peek() <= u'9')
            ++m_at;
        bool good = false;
        const auto number = m_path.mid(begin, m_at - begin).toLongLong(&good);
        skipBlanks();
        if (!good) {
            m_at = begin;
            return std::nullopt;
        }
        return static_cast<qsizetype>(number);
    }

    Result<Slice> readSlice()
    {
        Slice slice;
        slice.first = readNumber();
        if (peek() != u':') {
            if (!slice.first)
                return bad();
            slice.single = true;
            return slice;
        }
        ++m_at;
        slice.last = readNumber();
        if (peek() == u':') {
            ++m_at;
            slice.step = readNumber();
            if (slice.step == 0)
                return bad();
        }
        return slice;
    }

    [[nodiscard]] Error bad() const
    {
        Place place;
        place.column = m_at + 1;
        return Error(
                   ErrorKind::Input, QByteArrayLiteral("path"),
                   Text::tr("The path “%1” cannot be read at character %2. Paths look like @r, @c, "
                            "@m,cc or @c[0:2].")
                       .arg(m_path.toString())
                       .arg(m_at + 1))
            .at(place);
    }

    QStringView m_path;
    qsizetype m_at = 0;
};

Result<DocumentArray> nestedOf(const DocumentArray &array, Role role,
                               const std::optional<Slice> &slice, const TaskContext &context)
{
    const qsizetype column = array.schema().indexOf(role);
    if (column < 0 || array.field(column).type.kind != TypeKind::Documents)
        return DocumentArray();
    std::vector<DocumentArray> parts;
    ColumnReader reader(array.column(column));
    for (qsizetype row = 0; row < array.rowCount(); ++row) {
        if (context.isCancelled())
            return Error::cancelled();
        qsizetype local = 0;
        PASSEL_TRY(const Segment *const segment,
                   reader.seek(array.storedRow(row), &local, context));
        const auto [begin, end] = segment->listAt(local);
        if (begin == end)
            continue;
        DocumentArray part = segment->children()->sliced(begin, end - begin);
        if (slice)
            part = part.selected(slice->positions(part.rowCount()));
        parts.push_back(std::move(part));
    }
    const auto &children = array.field(column).children;
    return DocumentArray::joined(parts, children.get(), context);
}

} // namespace

Result<DocumentArray> traverse(const DocumentArray &array, QStringView path,
                               const TaskContext &context)
{
    PASSEL_TRY(const auto paths, PathReader(path).read());
    DocumentArray all;
    for (const auto &hops : paths) {
        DocumentArray current = array;
        for (const Hop &hop : hops) {
            if (hop.what == u'r') {
                if (hop.slice)
                    current = current.selected(hop.slice->positions(current.rowCount()));
                continue;
            }
            PASSEL_TRY(current, nestedOf(current, hop.what == u'c' ? Role::Chunks : Role::Matches,
                                         hop.slice, context));
        }
        PASSEL_TRY(all, all.concatenated(current, context));
    }
    return all;
}

} // namespace passel
