#include "core/recipe/reading.h"

#include "core/recipe/textedit.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace passel {

namespace {

using Forms = std::vector<TextForm>;

bool isMoment(TypeKind kind)
{
    return kind == TypeKind::Date || kind == TypeKind::Time || kind == TypeKind::Timestamp;
}

Forms dateForms()
{
    return {"%Y-%m-%d",  "%m/%d/%Y",  "%d/%m/%Y", "%d.%m.%Y", "%-m/%e/%Y", "%e/%-m/%Y",
            "%e.%-m.%Y", "%Y/%m/%d",  "%d-%m-%Y", "%m-%d-%Y", "%e %b %Y",  "%d-%b-%Y",
            "%b %e, %Y", "%b %e %Y",  "%Y.%m.%d", "%Y%m%d",   "%m/%d/%y",  "%d/%m/%y",
            "%-m/%e/%y", "%e/%-m/%y", "%d.%m.%y", "%d-%b-%y", "%Y-%-m-%e"};
}

Forms timeForms()
{
    return {"%H:%M:%S",  "%H:%M",       "%k:%M",        "%k:%M:%S",     "%I:%M %p",
            "%-I:%M %p", "%I:%M:%S %p", "%-I:%M:%S %p", "%H:%M:%S.%3f", "%H:%M:%S.%6f"};
}

Forms timestampForms()
{
    Forms forms{TextForm(),
                "%Y-%m-%dT%H:%M:%S",
                "%Y-%m-%d %H:%M:%S",
                "%Y-%m-%dT%H:%M:%S.%3f",
                "%Y-%m-%d %H:%M:%S.%3f",
                "%Y-%m-%d %H:%M:%S.%6f",
                "%Y-%m-%dT%H:%M:%S.%6f",
                "%Y-%m-%dT%H:%M:%S%z",
                "%Y-%m-%dT%H:%M:%S.%3f%z"};
    for (const TextForm &date : dateForms()) {
        for (const char *time : {"%k:%M", "%k:%M:%S", "%-I:%M %p", "%-I:%M:%S %p"})
            forms.push_back(date + ' ' + time);
    }
    for (const TextForm &date : dateForms())
        forms.push_back(date); // midnight
    return forms;
}

std::string lowered(std::string_view text)
{
    return lowerCase(text);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Takes thousands separators away when they stand exactly before groups of three: "1,234.5",
// "1 234", "1'234". Empty when there are none, or not so.
std::string ungrouped(std::string_view text, char decimal)
{
    std::string out;
    std::string_view separator;
    size_t group = 0; // digits since the last separator
    bool inFraction = false;
    for (size_t i = 0; i < text.size();) {
        if (isDigit(text[i]) || (i == 0 && (text[i] == '-' || text[i] == '+'))) {
            group += isDigit(text[i]) ? 1U : 0U;
            out.push_back(text[i++]);
            continue;
        }
        if (text[i] == decimal || text[i] == 'e' || text[i] == 'E') {
            inFraction = true;
            if (!separator.empty() && group != 3)
                return {};
            out.append(text, i);
            break;
        }
        std::string_view here;
        for (const std::string_view one :
             {std::string_view(","), std::string_view("."), std::string_view(" "),
              std::string_view("'"), std::string_view("\u00a0"), std::string_view("\u202f"),
              std::string_view("\u2009"), std::string_view("’")}) {
            if (text.substr(i).starts_with(one) && one != std::string_view(&decimal, 1))
                here = one;
        }
        if (here.empty() || group == 0 || group > 3 || (!separator.empty() && here != separator)
            || (!separator.empty() && group != 3))
            return {};
        separator = here;
        group = 0;
        i += here.size();
    }
    if (separator.empty() || (!inFraction && group != 3))
        return {};
    return out;
}

} // namespace

std::string_view withoutSpaces(std::string_view text)
{
    const auto space = [&](size_t i) -> size_t {
        if (text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r'))
            return 1;
        return text.substr(i).starts_with("\u00a0") ? 2 : 0;
    };
    while (!text.empty() && space(0) > 0)
        text.remove_prefix(space(0));
    while (!text.empty()) {
        if (space(text.size() - 1) == 1)
            text.remove_suffix(1);
        else if (text.ends_with("\u00a0"))
            text.remove_suffix(2);
        else
            break;
    }
    return text;
}

std::vector<TextForm> candidateForms(const ColumnType &type)
{
    switch (type.kind) {
    case TypeKind::Date:
        return dateForms();
    case TypeKind::Time:
        return timeForms();
    case TypeKind::Timestamp:
        return timestampForms();
    case TypeKind::Float64:
    case TypeKind::Float32:
        return {TextForm(), ","};
    case TypeKind::Bool:
        return {TextForm(), "True|False", "TRUE|FALSE", "yes|no",  "Yes|No",
                "YES|NO",   "y|n",        "Y|N",        "t|f",     "T|F",
                "1|0",      "on|off",     "On|Off",     "ja|nein", "Ja|Nein"};
    default:
        return {TextForm()};
    }
}

bool isUnambiguous(const TextForm &form)
{
    return form.isEmpty() || form.startsWith("%Y") || form.contains("%b");
}

LenientReader::LenientReader(ColumnType type, TextForm form)
    : m_type(std::move(type))
    , m_form(std::move(form))
{
    if (!isMoment(m_type.kind))
        return;
    for (const TextForm &other : candidateForms(m_type)) {
        if (other != m_form && (m_type.kind == TypeKind::Time || isUnambiguous(other)))
            m_others.push_back(other);
    }
}

std::optional<Value> LenientReader::read(std::string_view text) const
{
    if (m_type.kind == TypeKind::Json) {
        // QJsonDocument reads lists and objects only: the value becomes the one of a list.
        const QByteArray wrapped = '[' + QByteArray(text.data(), qsizetype(text.size())) + ']';
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(wrapped, &error);
        if (error.error != QJsonParseError::NoError || document.array().size() != 1)
            return std::nullopt;
        return Value::json(std::string(text));
    }
    if (auto value = parseText(m_type, m_form, text))
        return value;
    const std::string_view inner = withoutSpaces(text);
    if (inner.size() != text.size()) {
        if (auto value = parseText(m_type, m_form, inner))
            return value;
    }
    if (m_type.kind == TypeKind::Int || m_type.isFloating())
        return readNumber(inner);
    if (m_type.kind == TypeKind::Bool)
        return readBool(inner);
    if (isMoment(m_type.kind))
        return readMoment(inner);
    return std::nullopt;
}

std::optional<Value> LenientReader::readNumber(std::string_view text) const
{
    const char decimal = m_form.startsWith(',') ? ',' : '.';
    std::string plain = ungrouped(text, decimal);
    if (plain.empty())
        plain.assign(text);
    if (!plain.empty() && plain.front() == '+')
        plain.erase(0, 1);
    if (m_type.isFloating())
        return parseText(m_type, decimal == ',' ? TextForm(",") : TextForm(), plain);
    // A whole number, also with leading zeros or written 12.0 or 1e3.
    qint64 units = 0;
    const char *const end = plain.data() + plain.size();
    const auto read = std::from_chars(plain.data(), end, units);
    if (read.ec == std::errc() && read.ptr == end)
        return Value::integer(units);
    const auto real = parseFloatText(TypeKind::Float64, {}, plain);
    if (!real || std::trunc(*real) != *real || std::abs(*real) > 9.007e15)
        return std::nullopt;
    return Value::integer(static_cast<qint64>(*real));
}

std::optional<Value> LenientReader::readBool(std::string_view text) const
{
    static constexpr std::array<std::string_view, 7> True{"true", "yes", "y", "t", "1", "on", "ja"};
    static constexpr std::array<std::string_view, 7> False{"false", "no",  "n",   "f",
                                                           "0",     "off", "nein"};
    const std::string word = lowered(text);
    if (std::find(True.begin(), True.end(), word) != True.end())
        return Value::boolean(true);
    if (std::find(False.begin(), False.end(), word) != False.end())
        return Value::boolean(false);
    return std::nullopt;
}

std::optional<Value> LenientReader::readMoment(std::string_view text) const
{
    for (const TextForm &form : m_others) {
        if (auto value = parseText(m_type, form, text))
            return value;
    }
    return std::nullopt;
}

FormFinder::FormFinder(ColumnType type)
    : m_type(std::move(type))
    , m_forms(candidateForms(m_type))
    , m_hits(m_forms.size())
    , m_isOut(m_forms.size())
    , m_leastDecimals(m_forms.size(), -1)
    , m_mostDecimals(m_forms.size(), -1)
{}

void FormFinder::add(std::string_view text, qint64 count)
{
    constexpr qint64 Trial = 512; // texts after which forms that fitted none are given up
    text = withoutSpaces(text);
    if (m_type.isFloating()) {
        for (size_t i = 0; i < m_forms.size(); ++i) {
            if (!LenientReader(m_type, m_forms[i]).read(text))
                continue;
            m_hits[i] += count;
            noteDecimals(i, text);
        }
        return;
    }
    for (size_t i = 0; i < m_forms.size(); ++i) {
        if (!m_isOut[i])
            m_hits[i] += parseText(m_type, m_forms[i], text) ? count : 0;
    }
    if (++m_seen == Trial) {
        for (size_t i = 0; i < m_forms.size(); ++i)
            m_isOut[i] = m_hits[i] == 0;
    }
}

void FormFinder::noteDecimals(size_t form, std::string_view text)
{
    const size_t point = text.find(m_forms[form].startsWith(',') ? ',' : '.');
    const bool plain = text.find_first_of("eE") == std::string_view::npos && isDigit(text.back());
    const qint64 decimals = !plain || point == std::string_view::npos
                                ? 0
                                : static_cast<qint64>(text.size() - point - 1);
    qint64 &least = m_leastDecimals[form];
    least = least < 0 ? decimals : std::min(least, decimals);
    m_mostDecimals[form] = std::max(m_mostDecimals[form], decimals);
}

void FormFinder::merge(const FormFinder &other)
{
    for (size_t i = 0; i < m_hits.size(); ++i)
        m_hits[i] += other.m_hits[i];
    for (size_t i = 0; i < m_hits.size(); ++i) {
        if (other.m_leastDecimals[i] < 0)
            continue;
        qint64 &least = m_leastDecimals[i];
        least = least < 0 ? other.m_leastDecimals[i] : std::min(least, other.m_leastDecimals[i]);
        m_mostDecimals[i] = std::max(m_mostDecimals[i], other.m_mostDecimals[i]);
    }
}

TextForm FormFinder::best() const
{
    const auto best =
        static_cast<size_t>(std::max_element(m_hits.begin(), m_hits.end()) - m_hits.begin());
    TextForm form = m_forms[best];
    const qint64 decimals = m_leastDecimals[best];
    if (m_type.isFloating() && decimals > 0 && decimals == m_mostDecimals[best] && decimals <= 17)
        form += '.' + QByteArray::number(decimals);
    return form;
}

} // namespace passel
