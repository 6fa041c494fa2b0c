#include "core/look/distinct.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace passel {

void HyperLogLog::add(quint64 key)
{
    if (m_registers.empty())
        m_registers.resize(size_t(1) << Bits);
    const quint64 hash = mixed(key);
    const auto index = static_cast<size_t>(hash >> (64 - Bits));
    const quint64 rest = (hash << Bits) | (quint64(1) << (Bits - 1)); // never all zero
    m_registers[index] =
        std::max(m_registers[index], static_cast<quint8>(std::countl_zero(rest) + 1));
}

void HyperLogLog::merge(const HyperLogLog &other)
{
    if (other.m_registers.empty())
        return;
    if (m_registers.empty()) {
        m_registers = other.m_registers;
        return;
    }
    for (size_t i = 0; i < m_registers.size(); ++i)
        m_registers[i] = std::max(m_registers[i], other.m_registers[i]);
}

qint64 HyperLogLog::estimate() const
{
    if (m_registers.empty())
        return 0;
    const auto count = static_cast<double>(m_registers.size());
    double sum = 0;
    double zeros = 0;
    for (const quint8 value : m_registers) {
        sum += std::ldexp(1.0, -int(value));
        zeros += value == 0 ? 1 : 0;
    }
    double estimate = 0.7213 / (1 + 1.079 / count) * count * count / sum;
    if (estimate <= 2.5 * count && zeros > 0)
        estimate = count * std::log(count / zeros);
    return std::llround(estimate);
}

void DistinctTable::insert(quint64 key, quint32 row, quint32 count)
{
    if ((m_size + 1) * 2 > static_cast<qint64>(m_slots.size()))
        grow();
    const size_t mask = m_slots.size() - 1;
    for (size_t i = mixed(key) & mask;; i = (i + 1) & mask) {
        DistinctEntry &entry = m_slots[i];
        if (entry.count == 0) {
            if (m_size == m_budget) {
                overflow();
                m_estimate.add(key);
                return;
            }
            entry = {key, row, count};
            ++m_size;
            return;
        }
        if (entry.key == key) {
            entry.count += count;
            entry.row = std::min(entry.row, row);
            return;
        }
    }
}

void DistinctTable::grow()
{
    std::vector<DistinctEntry> former(std::max<size_t>(1024, m_slots.size() * 2));
    former.swap(m_slots);
    const size_t mask = m_slots.size() - 1;
    for (const DistinctEntry &entry : former) {
        if (entry.count == 0)
            continue;
        size_t i = mixed(entry.key) & mask;
        while (m_slots[i].count > 0)
            i = (i + 1) & mask;
        m_slots[i] = entry;
    }
}

void DistinctTable::overflow()
{
    m_overflowed = true;
    for (const DistinctEntry &entry : m_slots) {
        if (entry.count > 0)
            m_estimate.add(entry.key);
    }
    m_slots = {};
}

void DistinctTable::merge(const DistinctTable &other)
{
    if (other.m_overflowed) {
        if (!m_overflowed)
            overflow();
        m_estimate.merge(other.m_estimate);
        return;
    }
    other.forEach([this](const DistinctEntry &entry) { add(entry.key, entry.row, entry.count); });
}

qint64 DistinctTable::distinct() const
{
    return m_overflowed ? m_estimate.estimate() : m_size;
}

} // namespace passel
