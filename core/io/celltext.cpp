#include "core/io/celltext.h"

#include <cstring>
#include <fast_float/fast_float.h>

namespace passel {

namespace {

constexpr std::array<double, 16> Powers{1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                        1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

constexpr std::array<std::array<std::string_view, 2>, 6> Words{{
    {"true", "false"},
    {"True", "False"},
    {"TRUE", "FALSE"},
    {"yes", "no"},
    {"Yes", "No"},
    {"YES", "NO"},
}};

constexpr std::array<std::string_view, 12> Months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

constexpr qint64 Second = 1'000'000;

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

// Everything that is not digits and a point: exponents and long tails.
bool readSlowly(std::string_view text, char point, double *value, DecimalShape *shape) noexcept
{
    // The grammar first: fast_float is more generous than we want to be.
    size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
    const size_t whole = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    if (at == whole || (text[whole] == '0' && at > whole + 1))
        return false;
    if (at < text.size() && text[at] == point) {
        const size_t fraction = ++at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        if (at == fraction)
            return false;
    }
    // With an exponent the mark is always a point: `1E5` alone does not say which mark it has, and
    // what a column is must not depend on the cell that comes first.
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        if (point == ',')
            return false;
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        const size_t exponent = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        if (at == exponent)
            return false;
    }
    // A whole number that got here is too long to be exact, or `-0`.
    if (at != text.size() || text.size() > 4096
        || text.find_first_of(point == ',' ? "," : ".eE") == std::string_view::npos)
        return false;
    fast_float::parse_options options(fast_float::chars_format::general, point);
    const auto parsed =
        fast_float::from_chars_advanced(text.data(), text.data() + text.size(), *value, options);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()
        || *value - *value != 0.0)
        return false;
    shape->plain = false;
    std::string back;
    appendFloatText(TypeKind::Float64, point == ',' ? TextForm(",") : TextForm(), *value, &back);
    shape->shortest = back == text;
    return true;
}

} // namespace

bool readDecimal(std::string_view text, char point, double *value, DecimalShape *shape) noexcept
{
    const char *at = text.data();
    const char *const end = at + text.size();
    const bool negative = at != end && *at == '-';
    if (negative)
        ++at;
    const char *const first = at;
    quint64 mantissa = 0;
    while (at != end && isDigit(*at) && at - first < 16)
        mantissa = mantissa * 10 + static_cast<quint64>(*at++ - '0');
    const auto whole = at - first;
    if (whole == 0 || (*first == '0' && whole > 1))
        return false;
    qsizetype decimals = 0;
    if (at != end && *at == point) {
        const char *const fraction = ++at;
        while (at != end && isDigit(*at) && at - fraction < 16)
            mantissa = mantissa * 10 + static_cast<quint64>(*at++ - '0');
        decimals = at - fraction;
        if (decimals == 0)
            return false;
    }
    if (at != end || whole + decimals > 15 || (negative && mantissa == 0))
        return readSlowly(text, point, value, shape);
    // Exact: both numbers are representable, so that one division rounds once.
    const double magnitude = static_cast<double>(mantissa) / Powers[static_cast<size_t>(decimals)];
    if (magnitude < 1e-5 && mantissa != 0)
        return readSlowly(text, point, value, shape);
    *value = negative ? -magnitude : magnitude;
    shape->plain = true;
    shape->decimals = static_cast<quint8>(decimals);
    shape->trailingZero = decimals > 0 && end[-1] == '0';
    return true;
}

MomentReader::MomentReader(ColumnType type, TextForm form)
    : m_type(std::move(type))
    , m_form(std::move(form))
{
    const auto add = [this](Part part, quint8 digits = 0, char literal = 0) {
        m_pieces.push_back({part, literal, digits});
    };
    for (qsizetype i = 0; i < m_form.size(); ++i) {
        if (m_form[i] != '%' || i + 1 == m_form.size()) {
            add(Part::Literal, 0, m_form[i]);
            continue;
        }
        switch (m_form[++i]) {
        case 'Y':
            add(Part::Year, 4);
            break;
        case 'y':
            add(Part::ShortYear, 2);
            break;
        case 'm':
            add(Part::Month, 2);
            break;
        case '-': // only %-m
            ++i;
            add(Part::LooseMonth);
            break;
        case 'b':
            add(Part::MonthName);
            break;
        case 'd':
            add(Part::Day, 2);
            break;
        case 'e':
            add(Part::LooseDay);
            break;
        case 'H':
            add(Part::Hour, 2);
            break;
        case 'k':
            add(Part::LooseHour);
            break;
        case 'I':
            add(Part::Hour12, 2);
            break;
        case 'M':
            add(Part::Minute, 2);
            break;
        case 'S':
            add(Part::Second, 2);
            break;
        case 'p':
            add(Part::HalfDay);
            break;
        case 'z':
            add(Part::Zone);
            break;
        default: // %1f … %6f
            add(Part::Fraction, static_cast<quint8>(m_form[i] - '0'));
            ++i;
        }
    }
    m_isoDate = m_form.startsWith("%Y-%m-%d");
    const Part begin = m_pieces.empty() ? Part::Literal : m_pieces.front().part;
    const bool byNumbers = m_pieces.size() > 2
                           && (begin == Part::Month || begin == Part::LooseMonth
                               || begin == Part::Day || begin == Part::LooseDay)
                           && m_pieces[2].part != Part::MonthName && m_pieces[1].literal != '.';
    m_ambiguous = byNumbers;
    if (m_type.zone.size() == 6) {
        const QByteArray &zone = m_type.zone;
        const qint64 minutes =
            ((zone[1] - '0') * 10 + (zone[2] - '0')) * 60 + (zone[4] - '0') * 10 + (zone[5] - '0');
        m_zoneMicros = (zone[0] == '-' ? -minutes : minutes) * 60 * Second;
    }
}

bool MomentReader::read(std::string_view text, qint64 *units, bool *proved) noexcept
{
    const char *at = text.data();
    const char *const end = at + text.size();
    qint64 days = 0;
    size_t piece = 0;
    bool haveDays = false;
    bool dayProves = false;
    if (m_isoDate) { // many cells share their date with the cell before
        if (text.size() < m_lastDate.size())
            return false;
        if (std::memcmp(at, m_lastDate.data(), m_lastDate.size()) == 0) {
            at += m_lastDate.size();
            days = m_lastDays;
            piece = 5;
            haveDays = true;
            dayProves = m_lastProved;
        }
    }
    int year = 1970;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int micros = 0;
    bool afternoon = false;
    bool twelve = false;
    const auto fixed = [&at, end](int digits, int *out) {
        if (end - at < digits)
            return false;
        int sum = 0;
        for (int i = 0; i < digits; ++i) {
            const auto digit = static_cast<unsigned char>(at[i] - '0');
            if (digit > 9)
                return false;
            sum = sum * 10 + digit;
        }
        at += digits;
        *out = sum;
        return true;
    };
    const auto loose = [&at, end, &fixed](int *out) {
        const int digits = end - at > 1 && isDigit(at[1]) ? 2 : 1;
        return end != at && (*at != '0' || digits == 1) && fixed(digits, out);
    };
    for (; piece < m_pieces.size(); ++piece) {
        const Piece &what = m_pieces[piece];
        bool good = false;
        switch (what.part) {
        case Part::Literal:
            good = at != end && *at == what.literal;
            ++at;
            break;
        case Part::Year:
            good = fixed(4, &year);
            break;
        case Part::ShortYear:
            good = fixed(2, &year);
            year += year >= 70 ? 1900 : 2000;
            break;
        case Part::Month:
            good = fixed(2, &month);
            break;
        case Part::LooseMonth:
            good = loose(&month);
            break;
        case Part::MonthName:
            for (size_t i = 0; i < Months.size() && !good; ++i) {
                if (end - at >= 3 && std::memcmp(at, Months[i].data(), 3) == 0) {
                    good = true;
                    month = static_cast<int>(i) + 1;
                }
            }
            at += 3;
            break;
        case Part::Day:
            good = fixed(2, &day);
            break;
        case Part::LooseDay:
            good = loose(&day);
            break;
        case Part::Hour:
            good = fixed(2, &hour);
            break;
        case Part::LooseHour:
            good = loose(&hour);
            break;
        case Part::Hour12:
            good = fixed(2, &hour) && hour >= 1 && hour <= 12;
            twelve = true;
            break;
        case Part::Minute:
            good = fixed(2, &minute);
            break;
        case Part::Second:
            good = fixed(2, &second);
            break;
        case Part::Fraction:
            good = fixed(what.digits, &micros);
            for (int i = what.digits; i < 6; ++i)
                micros *= 10;
            break;
        case Part::HalfDay:
            good = end - at >= 2 && (*at == 'A' || *at == 'P') && at[1] == 'M';
            afternoon = good && *at == 'P';
            at += 2;
            break;
        case Part::Zone:
            good = end - at >= 6 && std::memcmp(at, m_type.zone.constData(), 6) == 0;
            at += 6;
            break;
        }
        if (!good)
            return false;
    }
    if (at != end || hour > 23 || minute > 59 || second > 59)
        return false;
    if (!haveDays && m_type.kind != TypeKind::Time) {
        static constexpr std::array<int, 13> Days{0,  31, 29, 31, 30, 31, 30,
                                                  31, 31, 30, 31, 30, 31};
        if (month < 1 || month > 12 || day < 1 || day > Days[static_cast<size_t>(month)])
            return false;
        const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        if (month == 2 && day == 29 && !leap)
            return false;
        days = daysFromCivil(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
        dayProves = day > 12;
        if (m_isoDate) {
            std::memcpy(m_lastDate.data(), text.data(), m_lastDate.size());
            m_lastDays = days;
            m_lastProved = dayProves;
        }
    }
    *proved = *proved || dayProves;
    if (m_type.kind == TypeKind::Date) {
        *units = days;
        return true;
    }
    if (twelve)
        hour = hour % 12 + (afternoon ? 12 : 0);
    const qint64 ofDay = (qint64(hour) * 3600 + qint64(minute) * 60 + second) * Second + micros;
    *units = days * 86'400 * Second + ofDay - m_zoneMicros;
    return true;
}

namespace {

// Takes a date's shape off the front of text; gives the patterns it may have.
std::vector<QByteArray> datePatterns(std::string_view *text)
{
    std::array<size_t, 3> digits{};
    std::array<char, 2> marks{};
    size_t at = 0;
    bool named = false;
    for (size_t part = 0; part < 3; ++part) {
        const size_t begin = at;
        if (part == 1 && at + 3 <= text->size() && (*text)[at] >= 'A' && (*text)[at] <= 'Z') {
            named = true;
            at += 3;
        } else {
            while (at < text->size() && isDigit((*text)[at]) && at - begin < 5)
                ++at;
        }
        digits[part] = at - begin;
        if (digits[part] == 0)
            return {};
        if (part < 2) {
            if (at == text->size())
                return {};
            marks[part] = (*text)[at++];
        }
    }
    const char mark = marks[0];
    if (marks[1] != mark || (mark != '-' && mark != '/' && mark != '.' && mark != ' '))
        return {};
    const QByteArray m(1, mark);
    std::vector<QByteArray> patterns;
    const auto [a, b, c] = digits;
    const bool yearLast = c == 4 || (c == 2 && mark == '/');
    const QByteArray year = c == 4 ? "%Y" : "%y";
    if (named) {
        if (mark != '-' && mark != ' ')
            return {};
        if (a == 2 && c == 4)
            patterns.push_back("%d" + m + "%b" + m + "%Y");
        if (a <= 2 && c == 4)
            patterns.push_back("%e" + m + "%b" + m + "%Y");
    } else if (mark == ' ') {
        return {};
    } else if (a == 4 && b == 2 && c == 2) {
        patterns.push_back("%Y" + m + "%m" + m + "%d");
    } else if (a <= 2 && b <= 2 && yearLast) {
        if (a == 2 && b == 2) {
            patterns.push_back("%d" + m + "%m" + m + year);
            if (mark != '.')
                patterns.push_back("%m" + m + "%d" + m + year);
        }
        patterns.push_back("%e" + m + "%-m" + m + year);
        if (mark != '.')
            patterns.push_back("%-m" + m + "%e" + m + year);
    }
    if (!patterns.empty())
        text->remove_prefix(at);
    return patterns;
}

// Takes a time's shape off the front of text; gives the patterns it may have.
std::vector<QByteArray> timePatterns(std::string_view *text)
{
    const std::string_view t = *text;
    size_t at = 0;
    while (at < t.size() && isDigit(t[at]) && at < 3)
        ++at;
    if ((at != 1 && at != 2) || at + 3 > t.size() || t[at] != ':' || !isDigit(t[at + 1])
        || !isDigit(t[at + 2]))
        return {};
    const bool padded = at == 2;
    QByteArray pattern = ":%M";
    at += 3;
    if (at + 3 <= t.size() && t[at] == ':' && isDigit(t[at + 1]) && isDigit(t[at + 2])) {
        pattern += ":%S";
        at += 3;
        if (at + 1 < t.size() && t[at] == '.' && isDigit(t[at + 1])) {
            const size_t begin = ++at;
            while (at < t.size() && isDigit(t[at]))
                ++at;
            if (at - begin > 6)
                return {};
            pattern += ".%" + QByteArray::number(static_cast<int>(at - begin)) + "f";
        }
    }
    std::vector<QByteArray> patterns;
    const std::string_view rest = t.substr(at);
    if (padded && (rest == " AM" || rest == " PM")) {
        at += 3;
        patterns.push_back("%I" + pattern + " %p");
    } else {
        if (padded)
            patterns.push_back("%H" + pattern);
        if (!padded || t[0] != '0')
            patterns.push_back("%k" + pattern);
    }
    text->remove_prefix(at);
    return patterns;
}

bool isOffset(std::string_view text)
{
    return text.size() == 6 && (text[0] == '+' || text[0] == '-') && isDigit(text[1])
           && isDigit(text[2]) && text[3] == ':' && isDigit(text[4]) && isDigit(text[5])
           && text[1] < '2' && text[4] < '6' && text != "-00:00" && text != "+00:00";
}

} // namespace

std::vector<MomentReader> MomentReader::candidates(std::string_view text)
{
    std::vector<MomentReader> readers;
    if (text.size() < 4 || text.size() > 40 || !isDigit(text.front()))
        return readers;
    std::string_view rest = text;
    const std::vector<QByteArray> dates = datePatterns(&rest);
    if (dates.empty()) {
        const std::vector<QByteArray> times = timePatterns(&rest);
        for (const QByteArray &time : times) {
            if (rest.empty())
                readers.emplace_back(ColumnType(TypeKind::Time), time);
        }
    } else if (rest.empty()) {
        for (const QByteArray &date : dates)
            readers.emplace_back(ColumnType(TypeKind::Date), date);
    } else if (rest.front() == 'T' || rest.front() == ' ') {
        const QByteArray gap(1, rest.front());
        rest.remove_prefix(1);
        const std::vector<QByteArray> times = timePatterns(&rest);
        ColumnType type(TypeKind::Timestamp);
        QByteArray tail;
        if (rest == "Z") {
            type.zone = "UTC";
            tail = "Z";
        } else if (isOffset(rest)) {
            type.zone = QByteArray(rest.data(), 6);
            tail = "%z";
        } else if (!rest.empty()) {
            return readers;
        }
        for (const QByteArray &time : times) {
            for (const QByteArray &date : dates)
                readers.emplace_back(type, date + gap + time + tail);
        }
    }
    std::erase_if(readers, [text](MomentReader &reader) {
        qint64 units = 0;
        bool proved = false;
        return !reader.read(text, &units, &proved);
    });
    return readers;
}

int wordPair(std::string_view text, bool *value) noexcept
{
    for (int pair = 0; pair < static_cast<int>(Words.size()); ++pair) {
        if (readWord(text, pair, value))
            return pair;
    }
    return -1;
}

bool readWord(std::string_view text, int pair, bool *value) noexcept
{
    const auto &words = Words[static_cast<size_t>(pair)];
    *value = text == words[0];
    return *value || text == words[1];
}

TextForm wordForm(int pair)
{
    if (pair == 0)
        return {};
    const auto &words = Words[static_cast<size_t>(pair)];
    TextForm form(words[0].data(), static_cast<qsizetype>(words[0].size()));
    form += '|';
    form.append(words[1].data(), static_cast<qsizetype>(words[1].size()));
    return form;
}

} // namespace passel
