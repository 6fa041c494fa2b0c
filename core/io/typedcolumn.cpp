#include "core/io/typedcolumn.h"

#include "core/array/jsonform.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace passel {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::TypedColumn)
};

// Decimals are counted by (digits behind the point, is the last one 0); the last counter is for
// those that only the empty form may write back.
constexpr size_t OtherShape = 32;

size_t shapeIndex(const DecimalShape &shape) noexcept
{
    return static_cast<size_t>(shape.decimals) * 2 + (shape.trailingZero ? 1 : 0);
}

constexpr int FormCount = 18;

bool matches(int form, const DecimalShape &shape) noexcept
{
    if (!shape.plain)
        return form <= 1 && shape.shortest;
    switch (form) {
    case 0:
        return !shape.trailingZero;
    case 1:
        return shape.decimals == 1 || (shape.decimals > 1 && !shape.trailingZero);
    default:
        return shape.decimals == form - 2;
    }
}

qint64 score(const std::array<qint64, 33> &shapes, int form) noexcept
{
    qint64 sum = form <= 1 ? shapes[OtherShape] : 0;
    for (size_t i = 0; i < OtherShape; ++i) {
        const DecimalShape shape{static_cast<quint8>(i / 2), i % 2 == 1, true, false};
        if (shapes[i] > 0 && matches(form, shape))
            sum += shapes[i];
    }
    return sum;
}

int bestForm(const std::array<qint64, 33> &shapes) noexcept
{
    int best = 0;
    qint64 most = -1;
    for (int form = 0; form < FormCount; ++form) {
        const qint64 now = score(shapes, form);
        if (now > most) {
            most = now;
            best = form;
        }
    }
    return best;
}

TextForm decimalForm(int form, char point)
{
    TextForm text;
    if (point == ',')
        text += ',';
    if (form == 1)
        text += ".0e";
    else if (form > 1)
        text += "." + QByteArray::number(form - 2);
    return text;
}

// The inverse, for parts that come back from the join.
int formIndex(const TextForm &form, char *point)
{
    *point = form.startsWith(',') ? ',' : '.';
    const QByteArray rest = *point == ',' ? form.sliced(1) : form;
    return rest.isEmpty() ? 0 : rest == ".0e" ? 1 : rest.sliced(1).toInt() + 2;
}

size_t wholeDigits(Token::Kind kind) noexcept
{
    return kind == Token::Kind::Number ? 18 : 15;
}

bool isNumeric(Token::Kind kind) noexcept
{
    return kind == Token::Kind::Cell || kind == Token::Kind::Number;
}

// The words that JSON of Python has for numbers that are not finite.
bool readNotFinite(std::string_view text, double *value, DecimalShape *shape)
{
    if (text == "NaN")
        *value = std::numeric_limits<double>::quiet_NaN();
    else if (text == "Infinity")
        *value = std::numeric_limits<double>::infinity();
    else if (text == "-Infinity")
        *value = -std::numeric_limits<double>::infinity();
    else
        return false;
    shape->plain = false;
    shape->shortest = true;
    return true;
}

bool readNumber(const Token &token, char point, double *value, DecimalShape *shape)
{
    return readDecimal(token.text(), point, value, shape)
           || (token.kind == Token::Kind::Number && readNotFinite(token.text(), value, shape));
}

TypeReason reasonOf(std::string_view text)
{
    const bool plus = text.starts_with('+');
    const bool negative = text.starts_with('-');
    const std::string_view digits = text.substr(plus || negative ? 1 : 0);
    if (digits.empty()
        || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return TypeReason::Mixed;
    if (plus && digits.size() > 6)
        return TypeReason::Phone;
    if (digits.size() > 1 && digits[0] == '0')
        return TypeReason::LeadingZeros;
    return digits.size() > 15 ? TypeReason::LongNumber : TypeReason::Mixed;
}

std::string cut(std::string_view text)
{
    size_t size = std::min<size_t>(text.size(), 40);
    while (size > 0 && size < text.size()
           && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
        --size;
    return std::string(text.substr(0, size));
}

// Text of a cell that is not null, as the file had it.
void cellText(const Segment &segment, qsizetype row, const ColumnForm &form, std::string *out)
{
    if (const std::string *source = segment.sourceText(row)) {
        out->append(*source);
        return;
    }
    switch (form.type.kind) {
    case TypeKind::Bool:
        appendText(form.type, form.form, Value::boolean(segment.boolAt(row)), out);
        break;
    case TypeKind::Float64:
        appendFloatText(TypeKind::Float64, form.form, segment.floatAt(row), out);
        break;
    case TypeKind::Text:
    case TypeKind::Json:
        out->append(segment.bytesAt(row));
        break;
    default:
        appendIntText(form.type, form.form, segment.intAt(row), out);
    }
}

bool isQuotedInJson(TypeKind kind) noexcept
{
    return kind == TypeKind::Text || kind == TypeKind::Date || kind == TypeKind::Time
           || kind == TypeKind::Timestamp;
}

} // namespace

qint64 fewOdd(qint64 rows) noexcept
{
    return std::min<qint64>(10'000, std::max<qint64>(16, rows / 100));
}

TypedColumn::TypedColumn(TypePolicy policy)
    : m_policy(policy)
{}

TypedColumn::~TypedColumn() = default;
TypedColumn::TypedColumn(TypedColumn &&) noexcept = default;
TypedColumn &TypedColumn::operator=(TypedColumn &&) noexcept = default;

void TypedColumn::append(std::span<const Token> tokens)
{
    m_settled = false;
    while (!tokens.empty()) {
        size_t done = 0;
        switch (m_state) {
        case State::Empty:
            done = runEmpty(tokens);
            break;
        case State::Bool:
            done = runBools(tokens);
            break;
        case State::Whole:
            done = runWholes(tokens);
            break;
        case State::Decimal:
            done = runDecimals(tokens);
            break;
        case State::Moment:
            done = runMoments(tokens);
            break;
        case State::Text:
            done = runTexts(tokens);
            break;
        case State::Json:
            done = runJson(tokens);
            break;
        }
        m_part.rows += static_cast<qint64>(done);
        tokens = tokens.subspan(done);
        if (!tokens.empty() && !std::exchange(m_settled, false))
            change(tokens.front());
    }
}

void TypedColumn::appendMissing(qint64 count)
{
    m_part.rows += count;
    if (m_state == State::Empty) {
        m_pendingNulls += count;
        return;
    }
    // A whole segment of nothing costs nothing; the builder only gets what does not fill one.
    for (; count > 0 && m_builder->size() > 0; --count)
        next().appendNull();
    for (; count >= Segment::Capacity; count -= Segment::Capacity)
        m_part.segments.push_back(Segment::nulls(m_builder->type().kind, Segment::Capacity));
    for (; count > 0; --count)
        next().appendNull();
}

SegmentBuilder &TypedColumn::next()
{
    if (m_builder->isFull())
        seal();
    return *m_builder;
}

void TypedColumn::seal()
{
    if (m_builder && m_builder->size() > 0)
        m_part.segments.push_back(m_builder->seal());
}

void TypedColumn::start(State state, ColumnType type)
{
    m_state = state;
    m_part.anyValue = true;
    m_builder = std::make_unique<SegmentBuilder>(std::move(type));
    if (const qint64 nulls = std::exchange(m_pendingNulls, 0); nulls > 0) {
        m_part.rows -= nulls;
        appendMissing(nulls);
    }
}

ColumnForm TypedColumn::formNow() const
{
    switch (m_state) {
    case State::Bool:
        return {TypeKind::Bool, wordForm(m_words)};
    case State::Whole:
        return {TypeKind::Int, m_plus ? TextForm("+") : TextForm()};
    case State::Decimal:
        return {TypeKind::Float64, decimalForm(m_decimalForm, m_point)};
    case State::Moment:
        return {m_moment.type(), m_moment.form()};
    case State::Json:
        return {TypeKind::Json, {}};
    default:
        return {TypeKind::Text, {}};
    }
}

void TypedColumn::moveTo(State state, const ColumnForm &form)
{
    seal();
    qint64 odd = 0;
    auto segments = converted(m_part.segments, formNow(), form, &odd);
    Q_ASSERT(segments); // only wider types are moved to
    m_part.segments = std::move(*segments);
    m_part.odd = odd;
    start(state, form.type);
}

void TypedColumn::toText(TypeReason reason, std::string_view example)
{
    if (m_part.reason == TypeReason::None) {
        m_part.reason = reason;
        m_part.example = cut(example);
    }
    const bool json = m_part.json;
    if (m_state == State::Empty)
        start(json ? State::Json : State::Text, json ? TypeKind::Json : TypeKind::Text);
    else
        moveTo(json ? State::Json : State::Text, {json ? TypeKind::Json : TypeKind::Text, {}});
}

void TypedColumn::widen()
{
    if (m_state == State::Text || m_state == State::Json || m_part.json)
        return;
    toText(TypeReason::None, {});
}

size_t TypedColumn::runEmpty(std::span<const Token> tokens)
{
    size_t i = 0;
    while (i < tokens.size() && tokens[i].kind == Token::Kind::Missing)
        ++i;
    m_pendingNulls += static_cast<qint64>(i);
    return i;
}

size_t TypedColumn::runBools(std::span<const Token> tokens)
{
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        bool value = false;
        if (token.kind == Token::Kind::Missing)
            next().appendNull();
        else if ((token.kind == Token::Kind::Cell || token.kind == Token::Kind::Boolean)
                 && readWord(token.text(), m_words, &value))
            next().appendBool(value);
        else
            return i;
    }
    return tokens.size();
}

size_t TypedColumn::runWholes(std::span<const Token> tokens)
{
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        qint64 value = 0;
        if (token.kind == Token::Kind::Missing)
            next().appendNull();
        else if (isNumeric(token.kind)
                 && readWhole(token.text(), m_plus, wholeDigits(token.kind), &value))
            next().appendInt(value);
        else
            return i;
    }
    return tokens.size();
}

size_t TypedColumn::runDecimals(std::span<const Token> tokens)
{
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        double value = 0;
        DecimalShape shape;
        if (token.kind == Token::Kind::Missing)
            next().appendNull();
        else if (isNumeric(token.kind) && readNumber(token, m_point, &value, &shape))
            appendDecimal(value, shape, token.text());
        else
            return i;
        if (m_part.odd > 4096 && m_part.odd * 20 > m_part.rows + static_cast<qint64>(i)) {
            m_part.rows += static_cast<qint64>(i + 1);
            settleDecimals();
            m_settled = true;
            m_part.rows -= static_cast<qint64>(i + 1);
            return i + 1;
        }
    }
    return tokens.size();
}

void TypedColumn::appendDecimal(double value, const DecimalShape &shape, std::string_view text)
{
    next().appendFloat(value);
    if (shape.plain)
        ++m_part.shapes[shapeIndex(shape)];
    else if (shape.shortest)
        ++m_part.shapes[OtherShape];
    if (!matches(m_decimalForm, shape)) {
        m_builder->setSourceText(std::string(text));
        ++m_part.odd;
    }
}

// Too many odd cells: takes the form that most cells have; when that is none, they are texts.
void TypedColumn::settleDecimals()
{
    const int best = bestForm(m_part.shapes);
    if (best != m_decimalForm) {
        const ColumnForm to{TypeKind::Float64, decimalForm(best, m_point)};
        moveTo(State::Decimal, to);
        m_decimalForm = best;
    }
    if (m_part.odd > fewOdd(m_part.rows) && m_part.rows >= Segment::Capacity)
        toText(TypeReason::ManyForms, {});
}

size_t TypedColumn::runMoments(std::span<const Token> tokens)
{
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        qint64 units = 0;
        if (token.kind == Token::Kind::Missing)
            next().appendNull();
        else if ((token.kind == Token::Kind::Cell || token.kind == Token::Kind::String)
                 && m_moment.read(token.text(), &units, &m_proved))
            next().appendInt(units);
        else
            return i;
    }
    return tokens.size();
}

size_t TypedColumn::runTexts(std::span<const Token> tokens)
{
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        if (token.kind == Token::Kind::Missing)
            next().appendNull();
        else if (token.kind == Token::Kind::Cell || token.kind == Token::Kind::String)
            next().appendBytes(token.text());
        else
            return i;
    }
    return tokens.size();
}

size_t TypedColumn::runJson(std::span<const Token> tokens)
{
    for (const Token &token : tokens) {
        if (token.kind == Token::Kind::Missing) {
            next().appendNull();
        } else if (token.kind == Token::Kind::String) {
            m_scratch.clear();
            appendJsonString(token.text(), &m_scratch);
            next().appendBytes(m_scratch);
        } else {
            next().appendBytes(token.text());
        }
    }
    return tokens.size();
}

// The first cell of its kind decides how the column is read on.
bool TypedColumn::begin(const Token &token)
{
    const std::string_view text = token.text();
    const bool isCell = token.kind == Token::Kind::Cell;
    if (m_policy == TypePolicy::Text && isCell)
        return false;
    bool truth = false;
    qint64 units = 0;
    double value = 0;
    DecimalShape shape;
    if (isCell || token.kind == Token::Kind::Boolean) {
        if (const int words = wordPair(text, &truth); words >= 0) {
            m_words = words;
            start(State::Bool, TypeKind::Bool);
            return true;
        }
    }
    if (isNumeric(token.kind)) {
        const bool plus = isCell && text.starts_with('+') && text.size() <= 7;
        if (readWhole(text, plus, wholeDigits(token.kind), &units)) {
            m_plus = plus;
            start(State::Whole, TypeKind::Int);
            return true;
        }
        m_point = '.';
        if (readNumber(token, '.', &value, &shape)) {
            start(State::Decimal, TypeKind::Float64);
            m_decimalForm = !shape.plain || !shape.trailingZero ? 0
                            : shape.decimals == 1               ? 1
                                                                : 2 + shape.decimals;
            return true;
        }
        if (isCell && readDecimal(text, ',', &value, &shape)) {
            m_point = ',';
            start(State::Decimal, TypeKind::Float64);
            m_decimalForm = shape.plain && shape.trailingZero ? 2 + shape.decimals : 0;
            return true;
        }
    }
    if (isCell || token.kind == Token::Kind::String) {
        auto candidates = MomentReader::candidates(text);
        if (!candidates.empty()) {
            m_moment = std::move(candidates.front());
            m_proved = false;
            start(State::Moment, m_moment.type());
            return true;
        }
    }
    return false;
}

// A cell does not fit. Finds the next wider state and takes along what is there.
void TypedColumn::change(const Token &token)
{
    const std::string_view text = token.text();
    m_part.json = token.kind != Token::Kind::Cell;
    switch (m_state) {
    case State::Empty:
        if (begin(token))
            return;
        if (token.kind == Token::Kind::String) {
            start(State::Text, TypeKind::Text);
            return;
        }
        toText(m_policy == TypePolicy::Text ? TypeReason::None : reasonOf(text), text);
        return;
    case State::Whole: {
        // Whole numbers are decimals without decimals.
        double number = 0;
        DecimalShape shape;
        char point = '.';
        bool fits = isNumeric(token.kind) && !m_plus && readNumber(token, '.', &number, &shape);
        if (!fits && token.kind == Token::Kind::Cell && !m_plus
            && readDecimal(text, ',', &number, &shape)) {
            fits = true;
            point = ',';
        }
        // The first number with a sign: maybe there was no positive one before it.
        if (token.kind == Token::Kind::Cell && !m_plus && text.starts_with('+')
            && text.size() <= 7) {
            seal();
            qint64 odd = 0;
            if (auto signedOnes =
                    converted(m_part.segments, formNow(), {TypeKind::Int, "+"}, &odd)) {
                m_part.segments = std::move(*signedOnes);
                m_plus = true;
                start(State::Whole, TypeKind::Int);
                qint64 value = 0;
                if (readWhole(text, true, 15, &value))
                    return;
            }
        }
        // A number too long to be exact would turn the others into approximations.
        const bool isLong =
            text.find_first_of(".,eEN") == std::string_view::npos && !text.ends_with("Infinity");
        if (fits && !isLong) {
            qint64 present = 0;
            seal();
            for (const SegmentPtr &segment : m_part.segments)
                present += segment->size() - segment->nullCount();
            m_part.shapes[0] += present;
            moveTo(State::Decimal, {TypeKind::Float64, decimalForm(0, point)});
            m_point = point;
            m_decimalForm = 0;
            return;
        }
        toText(reasonOf(text), text);
        return;
    }
    case State::Moment:
        if (convertMoments(token))
            return;
        if (token.kind == Token::Kind::String) {
            m_part.reason = TypeReason::Mixed;
            m_part.example = cut(text);
            moveTo(State::Text, {TypeKind::Text, {}});
            return;
        }
        toText(TypeReason::Mixed, text);
        return;
    case State::Bool:
    case State::Decimal:
    case State::Text:
        toText(reasonOf(text), text);
        return;
    case State::Json:
        Q_ASSERT(false);
        return;
    }
}

// Tries the other patterns that this cell has on all cells so far.
bool TypedColumn::convertMoments(const Token &token)
{
    if (token.kind != Token::Kind::Cell && token.kind != Token::Kind::String)
        return false;
    seal();
    for (MomentReader &candidate : MomentReader::candidates(token.text())) {
        qint64 odd = 0;
        const ColumnForm to{candidate.type(), candidate.form()};
        if (auto segments = converted(m_part.segments, formNow(), to, &odd)) {
            m_part.segments = std::move(*segments);
            m_moment = std::move(candidate);
            m_proved = false;
            std::string text;
            for (const SegmentPtr &segment : m_part.segments) {
                for (qsizetype row = 0; row < segment->size() && !m_proved; ++row) {
                    if (segment->isNull(row))
                        continue;
                    text.clear();
                    qint64 units = 0;
                    cellText(*segment, row, to, &text);
                    (void)m_moment.read(text, &units, &m_proved);
                }
            }
            start(State::Moment, m_moment.type());
            return true;
        }
    }
    return false;
}

TypedPart TypedColumn::finish()
{
    if (m_state == State::Empty) {
        m_part.form = {TypeKind::Text, {}};
        const qint64 nulls = std::exchange(m_pendingNulls, 0);
        for (qint64 left = nulls; left > 0; left -= Segment::Capacity)
            m_part.segments.push_back(
                Segment::nulls(TypeKind::Text, std::min<qint64>(left, Segment::Capacity)));
        return std::move(m_part);
    }
    if (m_state == State::Decimal && m_part.odd > 0) {
        const int best = bestForm(m_part.shapes);
        if (best != m_decimalForm) {
            moveTo(State::Decimal, {TypeKind::Float64, decimalForm(best, m_point)});
            m_decimalForm = best;
        }
    }
    seal();
    m_part.form = formNow();
    m_part.ambiguous = m_state == State::Moment && m_moment.isAmbiguous() && !m_proved;
    return std::move(m_part);
}

namespace {

std::string firstText(const TypedPart &part)
{
    std::string text;
    for (const SegmentPtr &segment : part.segments) {
        for (qsizetype row = 0; row < segment->size(); ++row) {
            if (!segment->isNull(row)) {
                cellText(*segment, row, part.form, &text);
                return text;
            }
        }
    }
    return text;
}

bool readsAll(const TypedPart &part, MomentReader *reader, bool *proved)
{
    std::string text;
    for (const SegmentPtr &segment : part.segments) {
        for (qsizetype row = 0; row < segment->size(); ++row) {
            if (segment->isNull(row))
                continue;
            text.clear();
            cellText(*segment, row, part.form, &text);
            qint64 units = 0;
            if (!reader->read(text, &units, proved))
                return false;
        }
    }
    return true;
}

// Parts whose dates are written in different patterns: one pattern that reads them all, and that
// one of them proves.
void joinMoments(const std::vector<const TypedPart *> &parts, JoinedForm *joined)
{
    joined->form = {TypeKind::Text, {}};
    joined->reason = TypeReason::Mixed;
    std::vector<MomentReader> candidates;
    for (const TypedPart *part : parts) {
        if (!part->anyValue)
            continue;
        for (MomentReader &reader : MomentReader::candidates(firstText(*part))) {
            const bool known = std::any_of(
                candidates.begin(), candidates.end(), [&reader](const MomentReader &other) {
                    return other.form() == reader.form() && other.type() == reader.type();
                });
            if (!known)
                candidates.push_back(std::move(reader));
        }
    }
    for (MomentReader &reader : candidates) {
        bool proved = false;
        const bool all = std::all_of(parts.begin(), parts.end(), [&](const TypedPart *part) {
            return !part->anyValue || readsAll(*part, &reader, &proved);
        });
        if (!all)
            continue;
        if (reader.isAmbiguous() && !proved) {
            joined->reason = TypeReason::Ambiguous;
            for (const TypedPart *part : parts) {
                if (joined->example.empty() && part->anyValue)
                    joined->example = cut(firstText(*part));
            }
            continue;
        }
        joined->form = {reader.type(), reader.form()};
        joined->reason = TypeReason::None;
        joined->example.clear();
        return;
    }
}

} // namespace

JoinedForm joinParts(const std::vector<const TypedPart *> &parts, TypePolicy policy)
{
    JoinedForm joined;
    const TypedPart *first = nullptr;
    bool same = true;
    bool allNumbers = true;
    bool allMoments = true;
    bool allWhole = true;
    bool json = false;
    bool anyDecimal = false;
    char point = '.';
    std::array<qint64, 33> shapes{};
    bool proved = false;
    for (const TypedPart *part : parts) {
        if (!part->anyValue)
            continue;
        if (part->reason != TypeReason::None && joined.reason == TypeReason::None) {
            joined.reason = part->reason;
            joined.example = part->example;
        }
        json = json || part->json;
        const ColumnType &type = part->form.type;
        if (type.kind == TypeKind::Float64) {
            anyDecimal = true;
            (void)formIndex(part->form.form, &point);
        }
        allNumbers = allNumbers && type.isNumber() && !part->form.form.startsWith('+');
        allWhole = allWhole && type.kind == TypeKind::Int;
        allMoments = allMoments
                     && (type.kind == TypeKind::Date || type.kind == TypeKind::Time
                         || type.kind == TypeKind::Timestamp);
        for (size_t i = 0; i < shapes.size(); ++i)
            shapes[i] += part->shapes[i];
        if (type.kind == TypeKind::Int) {
            for (const SegmentPtr &segment : part->segments)
                shapes[0] += segment->size() - segment->nullCount();
        }
        if (!first)
            first = part;
        else if (!(part->form == first->form))
            same = false;
        proved = proved || !part->ambiguous;
    }
    if (!first) {
        joined.form = {TypeKind::Text, {}};
        return joined;
    }
    const ColumnForm widest{json ? TypeKind::Json : TypeKind::Text, {}};
    if (same && first->form.type.kind != TypeKind::Float64) {
        joined.form = first->form;
        if (!proved && allMoments) {
            joined.form = {TypeKind::Text, {}};
            joined.reason = TypeReason::Ambiguous;
            joined.example = cut(firstText(*first));
        }
        return joined;
    }
    if (allWhole) { // some parts have no positive number, and so no sign
        joined.form = {TypeKind::Int, "+"};
        return joined;
    }
    if (policy == TypePolicy::Automatic && allNumbers && anyDecimal) {
        joined.form = {TypeKind::Float64, decimalForm(bestForm(shapes), point)};
        return joined;
    }
    if (policy == TypePolicy::Automatic && allMoments) {
        joinMoments(parts, &joined);
        return joined;
    }
    // JSON strings with moments in some parts are still strings.
    const bool strings = std::all_of(parts.begin(), parts.end(), [](const TypedPart *part) {
        return !part->anyValue || isQuotedInJson(part->form.type.kind);
    });
    joined.form = strings ? ColumnForm{TypeKind::Text, {}} : widest;
    if (joined.reason == TypeReason::None && !same)
        joined.reason = TypeReason::Mixed;
    return joined;
}

std::optional<std::vector<SegmentPtr>> converted(const std::vector<SegmentPtr> &segments,
                                                 const ColumnForm &from, const ColumnForm &to,
                                                 qint64 *odd)
{
    std::vector<SegmentPtr> result;
    result.reserve(segments.size());
    SegmentBuilder builder(to.type);
    MomentReader moment;
    const TypeKind kind = to.type.kind;
    const bool isMoment =
        kind == TypeKind::Date || kind == TypeKind::Time || kind == TypeKind::Timestamp;
    if (isMoment)
        moment = MomentReader(to.type, to.form);
    char point = '.';
    const int form = kind == TypeKind::Float64 ? formIndex(to.form, &point) : 0;
    std::string text;
    for (const SegmentPtr &segment : segments) {
        for (qsizetype row = 0; row < segment->size(); ++row) {
            if (segment->isNull(row)) {
                builder.appendNull();
                continue;
            }
            text.clear();
            if (kind == TypeKind::Json && isQuotedInJson(from.type.kind)) {
                std::string plain;
                cellText(*segment, row, from, &plain);
                appendJsonString(plain, &text);
            } else {
                cellText(*segment, row, from, &text);
            }
            qint64 units = 0;
            double value = 0;
            bool flag = false;
            DecimalShape shape;
            switch (kind) {
            case TypeKind::Text:
            case TypeKind::Json:
                builder.appendBytes(text);
                break;
            case TypeKind::Float64:
                if (!readDecimal(text, point, &value, &shape)
                    && !(from.type.isFloating() && readNotFinite(text, &value, &shape)))
                    return std::nullopt;
                builder.appendFloat(value);
                if (!matches(form, shape)) {
                    builder.setSourceText(text);
                    ++*odd;
                }
                break;
            default:
                if (isMoment ? !moment.read(text, &units, &flag)
                             : !readWhole(text, to.form == "+", 18, &units))
                    return std::nullopt;
                builder.appendInt(units);
            }
        }
        result.push_back(builder.seal());
    }
    return result;
}

QString typeNote(const JoinedForm &joined)
{
    const auto withExample = [&joined](const QString &text) {
        return text.arg(QString::fromStdString(joined.example));
    };
    const TypeKind kind = joined.form.type.kind;
    if (kind != TypeKind::Text && kind != TypeKind::Json)
        return {};
    switch (joined.reason) {
    case TypeReason::LeadingZeros:
        return withExample(
            Words::tr("Kept as text: some values start with a zero, such as \u201c%1\u201d."));
    case TypeReason::LongNumber:
        return withExample(Words::tr(
            "Kept as text: some numbers have more than 15 digits, such as \u201c%1\u201d."));
    case TypeReason::Phone:
        return withExample(
            Words::tr("Kept as text: some values look like telephone numbers, such as "
                      "\u201c%1\u201d."));
    case TypeReason::Ambiguous:
        return withExample(Words::tr(
            "Kept as text: no date shows which number is the day, as in \u201c%1\u201d."));
    case TypeReason::ManyForms:
        return Words::tr("Kept as text: its numbers are written in too many ways.");
    default:
        return {};
    }
}

} // namespace passel
