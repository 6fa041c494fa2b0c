// Evaluates a condition over the stored rows of an array, a segment at a time, into a byte a row.
#include "core/look/celltext.h"
#include "core/look/parallel.h"
#include "core/recipe/condition.h"
#include "core/recipe/kernel.h"
#include "core/recipe/reading.h"
#include "core/recipe/words.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace passel {

namespace {

using Operator = Condition::Operator;
using Mask = std::vector<quint8>; // 1 = true, for each stored row

// One comparison made ready for a column: what must hold for a present cell, whether the answer is
// then turned round, and how.
struct Test
{
    enum class Kind : quint8 {
        Range,
        FloatRange,
        Bool,
        Numbers,
        TextOrder,
        Texts,
        Pattern,
        Empty,
        Missing,
        Never
    };

    Kind kind = Kind::Never;
    bool isNegated = false; // missing cells count as false before it is turned round
    qint64 low = std::numeric_limits<qint64>::min();
    qint64 high = std::numeric_limits<qint64>::max();
    double lowReal = -std::numeric_limits<double>::infinity();
    double highReal = std::numeric_limits<double>::infinity();
    bool lowIsOpen = false;
    bool highIsOpen = false;
    bool boolean = false;
    std::vector<double> numbers; // sorted
    std::vector<qint64> units;   // sorted
    std::string text;
    Operator order = Operator::Less;
    bool foldsCase = false;
    std::unordered_set<std::string> texts;
    std::optional<TextMatcher> matcher;
};

std::string folded(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
        .toCaseFolded()
        .toStdString();
}

Error badOperand(const Field &field, const QString &text)
{
    Place place;
    place.field = field.name;
    return Error(ErrorKind::Input, QByteArrayLiteral("bad-operand"),
                 StepWords::tr("“%1” cannot be compared with the column “%2” (%3).")
                     .arg(text, field.name, typeTitle(field.type.kind)))
        .at(std::move(place));
}

class TestMaker
{
public:
    TestMaker(const Condition &condition, const Field &field)
        : m_condition(condition)
        , m_field(field)
    {}

    [[nodiscard]] Result<Test> make()
    {
        const Operator op = m_condition.op;
        const ColumnType &type = m_field.type;
        m_test.isNegated = op == Operator::NotEquals || op == Operator::NotContains
                           || op == Operator::NotInList || op == Operator::IsNotMissing;
        switch (op) {
        case Operator::IsMissing:
        case Operator::IsNotMissing:
            m_test.kind = Test::Kind::Missing;
            return std::move(m_test);
        case Operator::IsEmpty:
            m_test.kind = type.kind == TypeKind::Text ? Test::Kind::Empty : Test::Kind::Never;
            return std::move(m_test);
        case Operator::Contains:
        case Operator::NotContains:
        case Operator::StartsWith:
        case Operator::EndsWith:
        case Operator::Matches:
            return makePattern();
        default:
            break;
        }
        if (type.isIntegral())
            return makeIntegral();
        if (type.isFloating())
            return makeFloating();
        if (type.kind == TypeKind::Bool)
            return makeBool();
        if (type.kind == TypeKind::Text || type.kind == TypeKind::Json)
            return makeTexts();
        return badOperand(m_field, m_condition.operands.value(0));
    }

private:
    [[nodiscard]] bool isEquality() const
    {
        return m_condition.op == Operator::Equals || m_condition.op == Operator::NotEquals;
    }

    [[nodiscard]] bool isList() const
    {
        return m_condition.op == Operator::InList || m_condition.op == Operator::NotInList;
    }

    [[nodiscard]] Result<Test> makePattern()
    {
        if (m_field.type.kind == TypeKind::Documents || m_field.type.kind == TypeKind::Tensor
            || m_field.type.kind == TypeKind::Bytes)
            return badOperand(m_field, m_condition.operands.value(0));
        TextPattern pattern;
        pattern.text = m_condition.operands.value(0);
        pattern.isCaseSensitive = m_condition.isCaseSensitive;
        pattern.isRegularExpression = m_condition.op == Operator::Matches;
        if (m_condition.op == Operator::StartsWith)
            pattern.where = TextPattern::Where::Start;
        else if (m_condition.op == Operator::EndsWith)
            pattern.where = TextPattern::Where::End;
        PASSEL_TRY(TextMatcher matcher, TextMatcher::create(std::move(pattern)));
        m_test.kind = Test::Kind::Pattern;
        m_test.matcher = std::move(matcher);
        return std::move(m_test);
    }

    [[nodiscard]] Result<Test> makeIntegral()
    {
        if (isList()) {
            m_test.kind = Test::Kind::Numbers;
            for (const QString &text : m_condition.operands) {
                PASSEL_CHECK(number(text));
                if (m_isWhole) // no whole number equals another
                    m_test.units.push_back(m_whole);
            }
            std::sort(m_test.units.begin(), m_test.units.end());
            return std::move(m_test);
        }
        const QString text = m_condition.operands.value(0);
        PASSEL_TRY(const double real, number(text));
        m_test.kind = Test::Kind::Range;
        constexpr qint64 Least = std::numeric_limits<qint64>::min();
        constexpr qint64 Most = std::numeric_limits<qint64>::max();
        // Between whole numbers, 2.5 is above 2 and below 3.
        const bool tooLow = !m_isWhole && real < -9.2e18;
        const bool tooHigh = !m_isWhole && real > 9.2e18;
        const qint64 below = m_isWhole ? m_whole
                             : tooLow  ? Least
                             : tooHigh ? Most
                                       : static_cast<qint64>(std::floor(real));
        const bool isNothing = std::isnan(real);
        switch (m_condition.op) {
        case Operator::Less:
            m_test.high = m_isWhole ? (below == Least ? Least : below - 1) : below;
            m_isNever = isNothing || tooLow || (m_isWhole && below == Least);
            break;
        case Operator::AtMost:
            m_test.high = below;
            m_isNever = isNothing || tooLow;
            break;
        case Operator::Greater:
            m_test.low = below == Most ? Most : below + 1;
            m_isNever = isNothing || tooHigh || below == Most;
            break;
        case Operator::AtLeast:
            m_test.low = m_isWhole ? below : (below == Most ? Most : below + 1);
            m_isNever = isNothing || tooHigh;
            break;
        default:
            m_test.low = below;
            m_test.high = below;
            m_isNever = !m_isWhole;
            break;
        }
        if (tooLow && (m_condition.op == Operator::Greater || m_condition.op == Operator::AtLeast))
            m_test.low = Least;
        if (m_isNever)
            m_test.kind = Test::Kind::Never;
        return std::move(m_test);
    }

    [[nodiscard]] Result<Test> makeFloating()
    {
        if (isList()) {
            m_test.kind = Test::Kind::Numbers;
            for (const QString &text : m_condition.operands) {
                PASSEL_TRY(const double real, number(text));
                if (!std::isnan(real))
                    m_test.numbers.push_back(narrowed(real));
            }
            std::sort(m_test.numbers.begin(), m_test.numbers.end());
            return std::move(m_test);
        }
        PASSEL_TRY(const double given, number(m_condition.operands.value(0)));
        const double real = narrowed(given);
        m_test.kind = Test::Kind::FloatRange;
        switch (m_condition.op) {
        case Operator::Less:
        case Operator::AtMost:
            m_test.highReal = real;
            m_test.highIsOpen = m_condition.op == Operator::Less;
            break;
        case Operator::Greater:
        case Operator::AtLeast:
            m_test.lowReal = real;
            m_test.lowIsOpen = m_condition.op == Operator::Greater;
            break;
        default:
            m_test.lowReal = real;
            m_test.highReal = real;
            break;
        }
        return std::move(m_test);
    }

    [[nodiscard]] Result<Test> makeBool()
    {
        if (!isEquality() && !isList())
            return badOperand(m_field, m_condition.operands.value(0));
        bool wantsTrue = false;
        bool wantsFalse = false;
        for (const QString &text : m_condition.operands) {
            const auto value = LenientReader(m_field.type, m_field.form).read(text.toStdString());
            if (!value)
                return badOperand(m_field, text);
            (value->toBool() ? wantsTrue : wantsFalse) = true;
        }
        m_test.kind = Test::Kind::Bool;
        m_test.boolean = wantsTrue;
        if (wantsTrue && wantsFalse) {
            m_test.kind = Test::Kind::Missing; // any present cell
            m_test.isNegated = !m_test.isNegated;
        } else if (!wantsTrue && !wantsFalse) {
            m_test.kind = Test::Kind::Never;
        }
        return std::move(m_test);
    }

    [[nodiscard]] Result<Test> makeTexts()
    {
        m_test.foldsCase = !m_condition.isCaseSensitive;
        const auto operand = [this](const QString &text) {
            return m_test.foldsCase ? folded(text.toStdString()) : text.toStdString();
        };
        if (isEquality() || isList()) {
            m_test.kind = Test::Kind::Texts;
            for (const QString &text : m_condition.operands)
                m_test.texts.insert(operand(text));
            return std::move(m_test);
        }
        m_test.kind = Test::Kind::TextOrder;
        m_test.order = m_condition.op;
        m_test.text = operand(m_condition.operands.value(0));
        return std::move(m_test);
    }

    [[nodiscard]] double narrowed(double real) const
    {
        // 0.1 as a person types it is the float nearest to it in a column of floats.
        return m_field.type.kind == TypeKind::Float32
                   ? static_cast<double>(static_cast<float>(real))
                   : real;
    }

    // The operand as a number; for integral columns also exactly, if it is whole.
    [[nodiscard]] Result<double> number(const QString &text)
    {
        const std::string utf8 = text.toStdString();
        const auto value = LenientReader(m_field.type, m_field.form).read(utf8);
        if (value) {
            m_isWhole = m_field.type.isIntegral();
            m_whole = m_isWhole ? value->toInt() : 0;
            return value->toDouble();
        }
        m_isWhole = false;
        if (m_field.type.kind == TypeKind::Int) {
            const auto real = LenientReader(TypeKind::Float64, {}).read(utf8);
            if (real)
                return real->toDouble();
        }
        return badOperand(m_field, text);
    }

    const Condition &m_condition;
    const Field &m_field;
    Test m_test;
    qint64 m_whole = 0;
    bool m_isWhole = false;
    bool m_isNever = false;
};

quint8 flag(bool value)
{
    return value ? 1 : 0;
}

// Runs one test over segments; one object a worker.
class Tester
{
public:
    Tester(const Test &test, const Field &field)
        : m_test(test)
        , m_field(field)
    {
        if (test.matcher)
            m_matcher = test.matcher->clone();
    }

    // out: one byte a row of the segment.
    void run(const Segment &segment, quint8 *out)
    {
        const auto size = static_cast<size_t>(segment.size());
        if (m_test.kind == Test::Kind::Missing) {
            for (size_t i = 0; i < size; ++i)
                out[i] = segment.isNull(static_cast<qsizetype>(i)) ? 1 : 0;
        } else {
            present(segment, out);
            if (segment.nullCount() > 0) {
                for (size_t i = 0; i < size; ++i)
                    out[i] = segment.isNull(static_cast<qsizetype>(i)) ? 0 : out[i];
            }
        }
        if (m_test.isNegated) {
            for (size_t i = 0; i < size; ++i)
                out[i] ^= 1;
        }
    }

    [[nodiscard]] bool wasGivenUp() const { return m_matcher && m_matcher->wasGivenUp(); }

private:
    template <typename T>
    void range(const Segment &segment, quint8 *out) const
    {
        const std::span<const T> values = segment.values<T>();
        if (m_test.low > std::numeric_limits<T>::max()
            || m_test.high < std::numeric_limits<T>::min() || m_test.low > m_test.high) {
            std::fill_n(out, values.size(), quint8(0));
            return;
        }
        const auto low =
            static_cast<T>(std::max<qint64>(m_test.low, std::numeric_limits<T>::min()));
        const auto high =
            static_cast<T>(std::min<qint64>(m_test.high, std::numeric_limits<T>::max()));
        for (size_t i = 0; i < values.size(); ++i)
            out[i] =
                static_cast<quint8>(int{values[i] >= low} & int{values[i] <= high}); // no branch
    }

    void present(const Segment &segment, quint8 *out)
    {
        const auto size = static_cast<size_t>(segment.size());
        if (segment.layout() == Layout::AllNull || m_test.kind == Test::Kind::Never) {
            std::fill_n(out, size, quint8(0));
            return;
        }
        if (m_test.kind == Test::Kind::Range) {
            switch (segment.layout()) {
            case Layout::Int8:
                return range<qint8>(segment, out);
            case Layout::Int16:
                return range<qint16>(segment, out);
            case Layout::Int32:
                return range<qint32>(segment, out);
            default:
                return range<qint64>(segment, out);
            }
        }
        if (segment.layout() == Layout::Coded) {
            std::vector<quint8> codes(static_cast<size_t>(segment.dictionary()->size()));
            for (size_t code = 0; code < codes.size(); ++code)
                codes[code] = matches(segment.dictionary()->at(static_cast<qsizetype>(code)));
            for (size_t i = 0; i < size; ++i)
                out[i] = segment.isNull(static_cast<qsizetype>(i))
                             ? 0
                             : codes[segment.codeAt(static_cast<qsizetype>(i))];
            return;
        }
        for (size_t i = 0; i < size; ++i) {
            const auto row = static_cast<qsizetype>(i);
            out[i] = segment.isNull(row) ? 0 : one(segment, row);
        }
    }

    [[nodiscard]] quint8 one(const Segment &segment, qsizetype row)
    {
        switch (m_test.kind) {
        case Test::Kind::FloatRange: {
            const double value = segment.floatAt(row);
            return static_cast<quint8>(
                (m_test.lowIsOpen ? value > m_test.lowReal : value >= m_test.lowReal)
                && (m_test.highIsOpen ? value < m_test.highReal : value <= m_test.highReal));
        }
        case Test::Kind::Bool:
            return static_cast<quint8>(segment.boolAt(row) == m_test.boolean);
        case Test::Kind::Numbers: {
            if (m_field.type.isIntegral())
                return flag(std::binary_search(m_test.units.begin(), m_test.units.end(),
                                               segment.intAt(row)));
            const double value = segment.floatAt(row); // not-a-number has no order to search by
            return flag(!std::isnan(value)
                        && std::binary_search(m_test.numbers.begin(), m_test.numbers.end(), value));
        }
        default:
            return matches(cellText(m_field, segment, row, &m_buffer));
        }
    }

    [[nodiscard]] quint8 matches(std::string_view text)
    {
        switch (m_test.kind) {
        case Test::Kind::Empty:
            return text.empty() ? 1 : 0;
        case Test::Kind::Pattern:
            return m_matcher->matches(text) ? 1 : 0;
        case Test::Kind::Texts:
            if (m_test.foldsCase)
                return m_test.texts.contains(folded(text)) ? 1 : 0;
            m_key.assign(text);
            return m_test.texts.contains(m_key) ? 1 : 0;
        case Test::Kind::TextOrder: {
            m_key = m_test.foldsCase ? folded(text) : std::string(text);
            const int order = m_key.compare(m_test.text);
            return m_test.order == Operator::Less      ? order < 0
                   : m_test.order == Operator::AtMost  ? order <= 0
                   : m_test.order == Operator::Greater ? order > 0
                                                       : order >= 0;
        }
        default:
            return 0;
        }
    }

    const Test &m_test;
    const Field &m_field;
    std::optional<TextMatcher> m_matcher;
    std::string m_buffer;
    std::string m_key;
};

class Evaluation
{
public:
    Evaluation(const DocumentArray &array, const TaskContext &context)
        : m_array(array)
        , m_rows(array)
        , m_context(context)
    {}

    [[nodiscard]] Result<Mask> mask(const Condition &condition)
    {
        if (condition.kind == Condition::Kind::Compare)
            return compare(condition);
        const bool isAll = condition.kind == Condition::Kind::All;
        Mask mask(static_cast<size_t>(m_array.storedRowCount()), isAll ? 1 : 0);
        for (const Condition &part : condition.parts) {
            PASSEL_TRY(const Mask other, this->mask(part));
            if (isAll) {
                for (size_t i = 0; i < mask.size(); ++i)
                    mask[i] &= other[i];
            } else {
                for (size_t i = 0; i < mask.size(); ++i)
                    mask[i] |= other[i];
            }
        }
        return mask;
    }

private:
    [[nodiscard]] Result<Mask> compare(const Condition &condition)
    {
        PASSEL_TRY(const qsizetype index, condition.column.in(m_array.schema()));
        const Field &field = m_array.field(index);
        PASSEL_TRY(const Test test, TestMaker(condition, field).make());
        const Column &column = m_array.column(index);
        Mask mask(static_cast<size_t>(m_array.storedRowCount()));
        PASSEL_CHECK(forEachParallel(
            column.segmentCount(), m_context, [&]() -> std::function<Result<void>(qsizetype)> {
                return [&, tester = Tester(test, field)](qsizetype i) mutable -> Result<void> {
                    const qsizetype start = column.start(i);
                    const qsizetype size = column.segment(i)->size();
                    m_context.advance(size);
                    if (m_rows.countIn(start, start + size) == 0)
                        return {};
                    PASSEL_TRY(const SegmentPtr segment, column.segment(i)->pin(m_context));
                    tester.run(*segment, mask.data() + static_cast<size_t>(start));
                    if (tester.wasGivenUp())
                        return patternLimitError(condition.operands.value(0));
                    return {};
                };
            }));
        return mask;
    }

    const DocumentArray &m_array;
    VisibleRows m_rows;
    const TaskContext &m_context;
};

} // namespace

Result<std::vector<quint32>> Condition::rows(const DocumentArray &array,
                                             const TaskContext &context) const
{
    PASSEL_TRY(const Mask mask, Evaluation(array, context).mask(*this));
    std::vector<quint32> positions(static_cast<size_t>(array.rowCount()));
    size_t count = 0;
    array.rowMap().forEachRun([&](qsizetype first, qsizetype stored, qsizetype size) {
        // Without a branch: half the rows or few of them cost the same.
        for (qsizetype i = 0; i < size; ++i) {
            positions[count] = static_cast<quint32>(first + i);
            count += mask[static_cast<size_t>(stored + i)];
        }
    });
    positions.resize(count);
    return positions;
}

} // namespace passel
