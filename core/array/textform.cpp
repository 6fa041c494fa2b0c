#include "core/array/textform.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

namespace passel {

namespace {

constexpr qint64 MicrosPerSecond = 1'000'000;
constexpr qint64 MicrosPerDay = 86'400LL * MicrosPerSecond;
constexpr std::array<std::string_view, 12> Months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

// A moment in parts, between a pattern and a count of units.
struct Parts
{
    qint64 year = 1970;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int micros = 0;
    bool afternoon = false;
    bool twelveHours = false;
};

// Minutes east of Greenwich of a zone with a fixed offset; nothing for an IANA name.
std::optional<int> fixedOffset(std::string_view zone)
{
    if (zone == "UTC" || zone == "Z")
        return 0;
    if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':')
        return std::nullopt;
    const auto digit = [&](size_t i) {
        return zone[i] >= '0' && zone[i] <= '9' ? zone[i] - '0' : -1;
    };
    for (const size_t i : {1U, 2U, 4U, 5U}) {
        if (digit(i) < 0)
            return std::nullopt;
    }
    const int minutes = (digit(1) * 10 + digit(2)) * 60 + digit(4) * 10 + digit(5);
    return zone[0] == '-' ? -minutes : minutes;
}

void appendPadded(qint64 value, int width, std::string *out)
{
    std::array<char, 24> buffer;
    const quint64 magnitude = value < 0 ? 0 - static_cast<quint64>(value) : quint64(value);
    const auto end = std::to_chars(buffer.begin(), buffer.end(), magnitude).ptr;
    if (value < 0)
        out->push_back('-');
    for (auto i = end - buffer.begin(); i < width; ++i)
        out->push_back('0');
    out->append(buffer.begin(), end);
}

void appendParts(std::string_view pattern, const Parts &parts, std::string_view zone,
                 std::string *out)
{
    for (size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '%' || i + 1 == pattern.size()) {
            out->push_back(pattern[i]);
            continue;
        }
        char what = pattern[++i];
        bool padded = true;
        if (what == '-' && i + 1 < pattern.size()) {
            padded = false;
            what = pattern[++i];
        }
        const int width = padded ? 2 : 1;
        const int hour12 = parts.hour % 12 == 0 ? 12 : parts.hour % 12;
        switch (what) {
        case 'Y':
            appendPadded(parts.year, 4, out);
            break;
        case 'y':
            appendPadded(((parts.year % 100) + 100) % 100, 2, out);
            break;
        case 'm':
            appendPadded(parts.month, width, out);
            break;
        case 'b':
            out->append(Months[static_cast<size_t>(parts.month - 1)]);
            break;
        case 'd':
            appendPadded(parts.day, width, out);
            break;
        case 'e':
            appendPadded(parts.day, 1, out);
            break;
        case 'H':
            appendPadded(parts.hour, width, out);
            break;
        case 'k':
            appendPadded(parts.hour, 1, out);
            break;
        case 'I':
            appendPadded(hour12, width, out);
            break;
        case 'M':
            appendPadded(parts.minute, 2, out);
            break;
        case 'S':
            appendPadded(parts.second, 2, out);
            break;
        case 'p':
            out->append(parts.hour >= 12 ? "PM" : "AM");
            break;
        case 'z':
            if (zone == "Z" || zone == "UTC" || zone.empty())
                out->append("Z");
            else
                out->append(zone);
            break;
        default:
            if (what >= '1' && what <= '6' && i + 1 < pattern.size() && pattern[i + 1] == 'f') {
                ++i;
                std::string digits;
                appendPadded(parts.micros, 6, &digits);
                out->append(digits, 0, static_cast<size_t>(what - '0'));
            } else {
                out->push_back(what);
            }
        }
    }
}

class PartsReader
{
public:
    PartsReader(std::string_view pattern, std::string_view text, std::string_view zone)
        : m_pattern(pattern)
        , m_text(text)
        , m_zone(zone)
    {}

    [[nodiscard]] std::optional<Parts> read()
    {
        for (size_t i = 0; i < m_pattern.size(); ++i) {
            if (m_pattern[i] != '%' || i + 1 == m_pattern.size()) {
                if (!take(m_pattern[i]))
                    return std::nullopt;
                continue;
            }
            char what = m_pattern[++i];
            bool padded = true;
            if (what == '-' && i + 1 < m_pattern.size()) {
                padded = false;
                what = m_pattern[++i];
            }
            if (what >= '1' && what <= '6' && i + 1 < m_pattern.size() && m_pattern[i + 1] == 'f') {
                ++i;
                if (!takeFraction(what - '0'))
                    return std::nullopt;
            } else if (!takeField(what, padded)) {
                return std::nullopt;
            }
        }
        if (m_at != m_text.size())
            return std::nullopt;
        if (m_parts.twelveHours) {
            if (m_parts.hour < 1 || m_parts.hour > 12)
                return std::nullopt;
            m_parts.hour = m_parts.hour % 12 + (m_parts.afternoon ? 12 : 0);
        }
        static constexpr std::array<int, 12> Days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        const bool leap =
            (m_parts.year % 4 == 0 && m_parts.year % 100 != 0) || m_parts.year % 400 == 0;
        if (m_parts.month < 1 || m_parts.month > 12 || m_parts.day < 1
            || m_parts.day > Days[static_cast<size_t>(m_parts.month - 1)]
                                 + (leap && m_parts.month == 2 ? 1 : 0))
            return std::nullopt;
        if (m_parts.hour > 23 || m_parts.minute > 59 || m_parts.second > 59)
            return std::nullopt;
        return m_parts;
    }

private:
    bool take(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    bool takeNumber(size_t least, size_t most, int *value)
    {
        size_t digits = 0;
        int number = 0;
        while (digits < most && m_at < m_text.size() && m_text[m_at] >= '0'
               && m_text[m_at] <= '9') {
            number = number * 10 + (m_text[m_at] - '0');
            ++m_at;
            ++digits;
        }
        *value = number;
        return digits >= least;
    }

    bool takeFraction(int digits)
    {
        int value = 0;
        if (!takeNumber(static_cast<size_t>(digits), static_cast<size_t>(digits), &value))
            return false;
        for (int i = digits; i < 6; ++i)
            value *= 10;
        m_parts.micros = value;
        return true;
    }

    bool takeField(char what, bool padded)
    {
        const size_t least = padded ? 2 : 1;
        switch (what) {
        case 'Y': {
            int year = 0;
            if (!takeNumber(4, 4, &year))
                return false;
            m_parts.year = year;
            return true;
        }
        case 'y': {
            int year = 0;
            if (!takeNumber(2, 2, &year))
                return false;
            m_parts.year = year + (year >= 70 ? 1900 : 2000);
            return true;
        }
        case 'm':
            return takeNumber(least, 2, &m_parts.month);
        case 'b':
            for (size_t i = 0; i < Months.size(); ++i) {
                if (m_text.substr(m_at, 3) == Months[i]) {
                    m_parts.month = static_cast<int>(i) + 1;
                    m_at += 3;
                    return true;
                }
            }
            return false;
        case 'd':
            return takeNumber(least, 2, &m_parts.day);
        case 'e':
            return takeNumber(1, 2, &m_parts.day);
        case 'H':
            return takeNumber(least, 2, &m_parts.hour);
        case 'k':
            return takeNumber(1, 2, &m_parts.hour);
        case 'I':
            m_parts.twelveHours = true;
            return takeNumber(least, 2, &m_parts.hour);
        case 'M':
            return takeNumber(2, 2, &m_parts.minute);
        case 'S':
            return takeNumber(2, 2, &m_parts.second);
        case 'p': {
            const std::string_view word = m_text.substr(m_at, 2);
            if (word != "AM" && word != "PM")
                return false;
            m_parts.twelveHours = true;
            m_parts.afternoon = word == "PM";
            m_at += 2;
            return true;
        }
        case 'z': {
            const std::string_view wanted = m_zone == "UTC" || m_zone.empty() ? "Z" : m_zone;
            if (m_text.substr(m_at, wanted.size()) != wanted)
                return false;
            m_at += wanted.size();
            return true;
        }
        default:
            return take(what);
        }
    }

    std::string_view m_pattern;
    std::string_view m_text;
    std::string_view m_zone;
    size_t m_at = 0;
    Parts m_parts;
};

Parts partsOf(const ColumnType &type, qint64 units)
{
    Parts parts;
    qint64 days = 0;
    qint64 micros = units;
    if (type.kind == TypeKind::Date) {
        days = units;
        micros = 0;
    } else if (type.kind == TypeKind::Timestamp) {
        // The offset comes last: near either end of the numbers the sum would not be one.
        days = micros / MicrosPerDay;
        micros %= MicrosPerDay;
        if (const auto minutes = fixedOffset(view(type.zone)))
            micros += qint64(*minutes) * 60 * MicrosPerSecond;
        days += micros / MicrosPerDay;
        micros %= MicrosPerDay;
        if (micros < 0) {
            micros += MicrosPerDay;
            --days;
        }
    }
    const CivilDate date = civilFromDays(days);
    parts.year = date.year;
    parts.month = static_cast<int>(date.month);
    parts.day = static_cast<int>(date.day);
    const qint64 seconds = micros / MicrosPerSecond;
    parts.hour = static_cast<int>(seconds / 3600);
    parts.minute = static_cast<int>(seconds / 60 % 60);
    parts.second = static_cast<int>(seconds % 60);
    parts.micros = static_cast<int>(micros % MicrosPerSecond);
    return parts;
}

qint64 unitsOf(const ColumnType &type, const Parts &parts)
{
    const qint64 ofDay =
        ((qint64(parts.hour) * 60 + parts.minute) * 60 + parts.second) * MicrosPerSecond
        + parts.micros;
    if (type.kind == TypeKind::Time)
        return ofDay;
    const qint64 days = daysFromCivil(parts.year, static_cast<unsigned>(parts.month),
                                      static_cast<unsigned>(parts.day));
    if (type.kind == TypeKind::Date)
        return days;
    qint64 micros = days * MicrosPerDay + ofDay;
    if (const auto minutes = fixedOffset(view(type.zone)))
        micros -= qint64(*minutes) * 60 * MicrosPerSecond;
    return micros;
}

// Canonical pattern; the fraction only when there is one, then without trailing zeros.
std::string canonicalPattern(const ColumnType &type, int micros)
{
    if (type.kind == TypeKind::Date)
        return "%Y-%m-%d";
    std::string pattern = type.kind == TypeKind::Time ? "%H:%M:%S" : "%Y-%m-%dT%H:%M:%S";
    if (micros != 0) {
        int digits = 6;
        while (micros % 10 == 0) {
            micros /= 10;
            --digits;
        }
        pattern += ".%" + std::to_string(digits) + "f";
    }
    if (type.kind == TypeKind::Timestamp && !type.zone.isEmpty() && fixedOffset(view(type.zone)))
        pattern += "%z";
    return pattern;
}

// How many digits follow the last point or comma, for canonical texts.
int fractionDigits(std::string_view text)
{
    const size_t point = text.find('.');
    if (point == std::string_view::npos)
        return 0;
    size_t end = point + 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
        ++end;
    return static_cast<int>(end - point - 1);
}

bool isMoment(TypeKind kind)
{
    return kind == TypeKind::Date || kind == TypeKind::Time || kind == TypeKind::Timestamp;
}

template <typename Number>
void appendNumber(Number value, const TextForm &form, std::string *out)
{
    if (std::isnan(value)) {
        out->append("NaN");
        return;
    }
    if (std::isinf(value)) {
        out->append(value < 0 ? "-Infinity" : "Infinity");
        return;
    }
    std::string_view rest = view(form);
    const bool comma = !rest.empty() && rest.front() == ',';
    if (comma)
        rest.remove_prefix(1);
    const size_t begin = out->size();
    std::array<char, 512> buffer;
    std::to_chars_result written{};
    if (rest.size() >= 2 && rest[0] == '.' && rest.back() != 'e') {
        int decimals = 0;
        std::from_chars(rest.data() + 1, rest.data() + rest.size(), decimals);
        written = std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::fixed,
                                std::clamp(decimals, 0, 100));
    } else {
        const Number magnitude = std::abs(value);
        const bool plain =
            magnitude == 0 || (magnitude >= Number(1e-5) && magnitude < Number(1e16));
        written = std::to_chars(buffer.begin(), buffer.end(), value,
                                plain ? std::chars_format::fixed : std::chars_format::scientific);
    }
    out->append(buffer.begin(), written.ptr);
    if (rest == ".0e"
        && std::string_view(*out).substr(begin).find_first_of(".e") == std::string_view::npos)
        out->append(".0");
    if (comma) {
        const size_t point = out->find('.', begin);
        if (point != std::string::npos)
            (*out)[point] = ',';
    }
}

} // namespace

qint64 daysFromCivil(qint64 year, unsigned month, unsigned day) noexcept
{
    year -= month <= 2 ? 1 : 0;
    const qint64 era = (year >= 0 ? year : year - 399) / 400;
    const auto yearOfEra = static_cast<unsigned>(year - era * 400);
    const unsigned dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const unsigned dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146'097 + static_cast<qint64>(dayOfEra) - 719'468;
}

CivilDate civilFromDays(qint64 days) noexcept
{
    // Whole eras of 400 years first: then no day there is passes the end of the numbers.
    const qint64 rest = days % 146'097 + 719'468; // positive
    const qint64 era = days / 146'097 + rest / 146'097;
    const auto dayOfEra = static_cast<unsigned>(rest % 146'097);
    const unsigned yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const unsigned dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const unsigned month = (5 * dayOfYear + 2) / 153;
    CivilDate date{};
    date.day = dayOfYear - (153 * month + 2) / 5 + 1;
    date.month = month < 10 ? month + 3 : month - 9;
    date.year = static_cast<qint64>(yearOfEra) + era * 400 + (date.month <= 2 ? 1 : 0);
    return date;
}

void appendIntText(const ColumnType &type, const TextForm &form, qint64 units, std::string *out)
{
    if (isMoment(type.kind)) {
        const Parts parts = partsOf(type, units);
        if (form.isEmpty())
            appendParts(canonicalPattern(type, parts.micros), parts, view(type.zone), out);
        else
            appendParts(view(form), parts, view(type.zone), out);
        return;
    }
    if (form == "+" && units >= 0)
        out->push_back('+');
    std::array<char, 24> buffer;
    out->append(buffer.begin(), std::to_chars(buffer.begin(), buffer.end(), units).ptr);
}

void appendFloatText(TypeKind kind, const TextForm &form, double value, std::string *out)
{
    if (kind == TypeKind::Float32)
        appendNumber(static_cast<float>(value), form, out);
    else
        appendNumber(value, form, out);
}

void appendText(const ColumnType &type, const TextForm &form, const Value &value, std::string *out)
{
    if (value.isNull())
        return;
    switch (type.kind) {
    case TypeKind::Bool: {
        const std::string_view words = form.isEmpty() ? std::string_view("true|false") : view(form);
        const size_t bar = words.find('|');
        out->append(value.toBool() ? words.substr(0, bar) : words.substr(bar + 1));
        break;
    }
    case TypeKind::Float64:
    case TypeKind::Float32:
        appendFloatText(type.kind, form, value.toDouble(), out);
        break;
    case TypeKind::Text:
    case TypeKind::Json:
        out->append(value.toBytes());
        break;
    case TypeKind::Bytes: {
        const QByteArray encoded = QByteArray::fromStdString(value.toBytes()).toBase64();
        out->append(view(encoded));
        break;
    }
    case TypeKind::Tensor:
        appendTensorText(value.toTensor(), out);
        break;
    case TypeKind::Documents:
        break; // shown as a count; written by the format that can nest
    default:
        appendIntText(type, form, value.toInt(), out);
        break;
    }
}

namespace {

template <typename Number>
double element(const std::string &data, qsizetype index)
{
    Number number{};
    std::memcpy(&number, data.data() + static_cast<size_t>(index) * sizeof number, sizeof number);
    return static_cast<double>(number);
}

// IEEE 754 binary16: 1 sign, 5 exponent, 10 fraction bits.
double halfToDouble(quint16 half)
{
    const int exponent = (half >> 10) & 0x1f;
    const int fraction = half & 0x3ff;
    double value = 0;
    if (exponent == 0)
        value = std::ldexp(fraction, -24);
    else if (exponent == 31)
        value = fraction == 0 ? std::numeric_limits<double>::infinity()
                              : std::numeric_limits<double>::quiet_NaN();
    else
        value = std::ldexp(fraction + 1024, exponent - 25);
    return (half & 0x8000) != 0 ? -value : value;
}

// With a point, also for whole numbers: without one, whoever reads the text takes it for integers.
template <typename Number>
void appendFloat(Number number, std::string *out)
{
    const size_t begin = out->size();
    appendNumber(number, {}, out);
    if (out->find_first_not_of("-0123456789", begin) == std::string::npos)
        out->append(".0");
}

void appendElement(const TensorValue &tensor, qsizetype index, std::string *out)
{
    const std::string &data = tensor.data;
    switch (tensor.element) {
    case ElementType::Bool:
        out->append(data[static_cast<size_t>(index)] != 0 ? "true" : "false");
        return;
    case ElementType::Float32:
        appendFloat(static_cast<float>(element<float>(data, index)), out);
        return;
    case ElementType::Float64:
        appendFloat(element<double>(data, index), out);
        return;
    case ElementType::Float16: {
        quint16 half = 0;
        std::memcpy(&half, data.data() + index * 2, 2);
        appendFloat(static_cast<float>(halfToDouble(half)), out);
        return;
    }
    case ElementType::Int64: {
        qint64 number = 0;
        std::memcpy(&number, data.data() + index * 8, 8);
        out->append(std::to_string(number));
        return;
    }
    case ElementType::UInt64: {
        quint64 number = 0;
        std::memcpy(&number, data.data() + index * 8, 8);
        out->append(std::to_string(number));
        return;
    }
    case ElementType::Int8:
        appendNumber(element<qint8>(data, index), {}, out);
        return;
    case ElementType::Int16:
        appendNumber(element<qint16>(data, index), {}, out);
        return;
    case ElementType::Int32:
        appendNumber(element<qint32>(data, index), {}, out);
        return;
    case ElementType::UInt8:
        appendNumber(element<quint8>(data, index), {}, out);
        return;
    case ElementType::UInt16:
        appendNumber(element<quint16>(data, index), {}, out);
        return;
    case ElementType::UInt32:
        appendNumber(element<quint32>(data, index), {}, out);
        return;
    }
}

void appendDimension(const TensorValue &tensor, size_t dimension, qsizetype *index,
                     std::string *out)
{
    if (dimension == tensor.shape.size()) {
        appendElement(tensor, (*index)++, out);
        return;
    }
    out->push_back('[');
    for (quint32 i = 0; i < tensor.shape[dimension]; ++i) {
        if (i > 0)
            out->append(", ");
        appendDimension(tensor, dimension + 1, index, out);
    }
    out->push_back(']');
}

} // namespace

void appendTensorText(const TensorValue &tensor, std::string *out)
{
    qsizetype count = 1;
    for (const quint32 extent : tensor.shape)
        count *= static_cast<qsizetype>(extent);
    if (count * elementSize(tensor.element) != static_cast<qsizetype>(tensor.data.size()))
        return; // never built by a reader of ours; do not read past the end all the same
    qsizetype index = 0;
    appendDimension(tensor, 0, &index, out);
}

std::optional<qint64> parseIntText(const ColumnType &type, const TextForm &form,
                                   std::string_view text)
{
    if (isMoment(type.kind)) {
        std::string pattern;
        if (form.isEmpty()) {
            // The canonical form has as many digits of a fraction as it needs.
            const int digits = fractionDigits(text);
            if (digits > 6)
                return std::nullopt;
            int sample = digits > 0 ? 1 : 0;
            for (int i = digits; i < 6 && sample > 0; ++i)
                sample *= 10;
            pattern = canonicalPattern(type, sample);
        }
        const auto parts = PartsReader(form.isEmpty() ? std::string_view(pattern) : view(form),
                                       text, view(type.zone))
                               .read();
        if (!parts)
            return std::nullopt;
        return unitsOf(type, *parts);
    }
    if (form == "+" && !text.empty()) {
        if (text.front() == '+')
            text.remove_prefix(1);
        else if (text.front() != '-')
            return std::nullopt;
    }
    const std::string_view digits = !text.empty() && text.front() == '-' ? text.substr(1) : text;
    if (digits.empty()
        || (digits.front() == '0' && (digits.size() > 1 || digits.size() != text.size())))
        return std::nullopt;
    qint64 value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<double> parseFloatText(TypeKind kind, const TextForm &form, std::string_view text)
{
    if (text == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (text == "Infinity" || text == "-Infinity")
        return text.front() == '-' ? -std::numeric_limits<double>::infinity()
                                   : std::numeric_limits<double>::infinity();
    std::string changed;
    if (form.startsWith(',')) {
        if (text.find('.') != std::string_view::npos)
            return std::nullopt;
        changed.assign(text);
        std::replace(changed.begin(), changed.end(), ',', '.');
        text = changed;
    }
    // from_chars also takes "inf" and "nan"; numbers of ours begin with a digit, point or minus.
    if (text.empty() || text.find_first_not_of("0123456789+-.eE") != std::string_view::npos)
        return std::nullopt;
    const char *const end = text.data() + text.size();
    if (kind == TypeKind::Float32) {
        float value = 0;
        const auto result = std::from_chars(text.data(), end, value);
        if (result.ec != std::errc() || result.ptr != end)
            return std::nullopt;
        return static_cast<double>(value);
    }
    double value = 0;
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ec != std::errc() || result.ptr != end)
        return std::nullopt;
    return value;
}

std::optional<Value> parseText(const ColumnType &type, const TextForm &form, std::string_view text)
{
    switch (type.kind) {
    case TypeKind::Bool: {
        const std::string_view words = form.isEmpty() ? std::string_view("true|false") : view(form);
        const size_t bar = words.find('|');
        if (text == words.substr(0, bar))
            return Value::boolean(true);
        if (bar != std::string_view::npos && text == words.substr(bar + 1))
            return Value::boolean(false);
        return std::nullopt;
    }
    case TypeKind::Float64:
    case TypeKind::Float32: {
        const auto number = parseFloatText(type.kind, form, text);
        if (!number)
            return std::nullopt;
        return type.kind == TypeKind::Float64 ? Value::float64(*number)
                                              : Value::float32(static_cast<float>(*number));
    }
    case TypeKind::Text:
    case TypeKind::Json:
        return Value::ofBytes(type.kind, std::string(text));
    case TypeKind::Bytes: {
        const auto decoded = QByteArray::fromBase64Encoding(
            QByteArray(text.data(), static_cast<qsizetype>(text.size())),
            QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return std::nullopt;
        return Value::bytes(decoded.decoded.toStdString());
    }
    case TypeKind::Tensor:
    case TypeKind::Documents:
        return std::nullopt;
    default: {
        const auto units = parseIntText(type, form, text);
        if (!units)
            return std::nullopt;
        return Value::counted(type.kind, *units);
    }
    }
}

bool readsBack(const ColumnType &type, const TextForm &form, std::string_view text)
{
    const auto value = parseText(type, form, text);
    if (!value)
        return false;
    std::string written;
    appendText(type, form, *value, &written);
    return written == text;
}

} // namespace passel
