#include "core/look/bins.h"

#include "core/array/textform.h"

#include <algorithm>
#include <cmath>

namespace passel {

namespace {

constexpr double Second = 1e6;
constexpr double Minute = 60 * Second;
constexpr double Hour = 60 * Minute;
constexpr double Day = 24 * Hour;

// k × mantissa × 10^exponent, rounded once: 3 × 0.1 is 0.3.
double multiple(double k, double mantissa, int exponent)
{
    return exponent < 0 ? k * mantissa / std::pow(10.0, -exponent)
                        : k * mantissa * std::pow(10.0, exponent);
}

// Edges at multiples of a step from at or below low to above high; empty when they are too many
// or fall together.
template <typename At>
std::vector<double> edgesFrom(double low, double high, qsizetype most, double first, At at,
                              bool mayEndAtHigh = false)
{
    std::vector<double> edges;
    for (double k = first; static_cast<qsizetype>(edges.size()) <= most; ++k) {
        const double edge = at(k);
        if (!std::isfinite(edge) || (!edges.empty() && edge <= edges.back()))
            return {};
        edges.push_back(edge);
        if ((edge > high || (mayEndAtHigh && edge == high)) && edges.size() > 1)
            return edges.front() <= low ? edges : std::vector<double>();
    }
    return {};
}

std::vector<double> multiplesOf(double step, double low, double high, qsizetype most,
                                double origin = 0)
{
    return edgesFrom(low, high, most, std::floor((low - origin) / step),
                     [&](double k) { return origin + k * step; });
}

std::vector<double> decimalEdges(double low, double high, qsizetype most, int leastExponent,
                                 bool mayEndAtHigh = false)
{
    const double raw = high / double(most) - low / double(most);
    int exponent = std::max(leastExponent, static_cast<int>(std::floor(std::log10(raw))) - 1);
    for (int tries = 0; tries < 6; ++tries, ++exponent) {
        for (const double mantissa : {1.0, 2.0, 5.0}) {
            const double step = multiple(1, mantissa, exponent);
            if (step <= 0)
                continue;
            auto edges = edgesFrom(
                low, high, most, std::floor(low / step),
                [&](double k) { return multiple(k, mantissa, exponent); }, mayEndAtHigh);
            if (!edges.empty())
                return edges;
        }
    }
    return {};
}

// Every so many months, in days since 1970.
std::vector<double> monthEdges(double low, double high, qsizetype most, qint64 months)
{
    const CivilDate date = civilFromDays(static_cast<qint64>(std::floor(low)));
    const qint64 month = date.year * 12 + date.month - 1;
    const auto first =
        static_cast<double>(month >= 0 ? month / months : (month - months + 1) / months);
    return edgesFrom(low, high, most, first, [&](double k) {
        const qint64 at = static_cast<qint64>(k) * months;
        const qint64 year = at >= 0 ? at / 12 : (at - 11) / 12;
        return static_cast<double>(
            daysFromCivil(year, static_cast<unsigned>(at - year * 12) + 1, 1));
    });
}

std::vector<double> calendarEdges(double lowDay, double highDay, qsizetype most)
{
    // Far outside the calendar, round numbers of days serve as well.
    if (std::abs(lowDay) > 1e8 || std::abs(highDay) > 1e8)
        return decimalEdges(lowDay, highDay, most, 0);
    constexpr double Monday = -3; // 1969-12-29
    auto edges = multiplesOf(1, lowDay, highDay, most);
    if (edges.empty())
        edges = multiplesOf(7, lowDay, highDay, most, Monday);
    for (qint64 months = 1; edges.empty() && months <= 6; months = months == 1 ? 3 : months * 2)
        edges = monthEdges(lowDay, highDay, most, months);
    for (qint64 years = 1; edges.empty() && years < 1'000'000; years *= 10) {
        for (const qint64 factor : {1, 2, 5}) {
            if (edges.empty())
                edges = monthEdges(lowDay, highDay, most, 12 * years * factor);
        }
    }
    return edges;
}

std::vector<double> clockEdges(double low, double high, qsizetype most)
{
    if (high - low < double(most) * Second) {
        if (auto edges = decimalEdges(low, high, most, 0); !edges.empty())
            return edges;
    }
    for (const double unit : {Second, Minute}) {
        for (const double factor : {1.0, 2.0, 5.0, 10.0, 15.0, 30.0}) {
            if (auto edges = multiplesOf(unit * factor, low, high, most); !edges.empty())
                return edges;
        }
    }
    for (const double hours : {1.0, 2.0, 3.0, 6.0, 12.0}) {
        if (auto edges = multiplesOf(Hour * hours, low, high, most); !edges.empty())
            return edges;
    }
    return {};
}

std::vector<double> edgesOf(TypeKind kind, double low, double high, qsizetype most)
{
    switch (kind) {
    case TypeKind::Int:
        return decimalEdges(low, high, most, 0);
    case TypeKind::Date:
        return calendarEdges(low, high, most);
    case TypeKind::Time:
    case TypeKind::Duration:
    case TypeKind::Timestamp: {
        auto edges = clockEdges(low, high, most);
        if (!edges.empty() || kind == TypeKind::Time)
            return edges;
        edges = kind == TypeKind::Timestamp ? calendarEdges(low / Day, high / Day, most)
                                            : decimalEdges(low / Day, high / Day, most, 0);
        for (double &edge : edges)
            edge *= Day;
        return edges;
    }
    default:
        return decimalEdges(low, high, most, -320, true);
    }
}

} // namespace

std::vector<double> roundEdges(TypeKind kind, double low, double high, qsizetype most)
{
    if (low < high) {
        auto edges = edgesOf(kind, low, high, most);
        if (edges.size() > 1 && edges.front() <= low && edges.back() >= high)
            return edges;
    }
    return {low, high};
}

BinCounter::BinCounter(std::vector<double> edges)
    : m_edges(std::move(edges))
    , m_counts(m_edges.size() - 1)
{
    const double width = m_edges.back() - m_edges.front();
    if (width > 0 && std::isfinite(width))
        m_perUnit = static_cast<double>(m_counts.size()) / width;
}

void BinCounter::merge(const BinCounter &other)
{
    for (size_t i = 0; i < m_counts.size(); ++i)
        m_counts[i] += other.m_counts[i];
}

} // namespace passel
