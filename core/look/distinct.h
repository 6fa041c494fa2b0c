// Counting different values: exactly while they are few, by HyperLogLog when they are many.
#pragma once

#include <QtGlobal>

#include <array>
#include <vector>

namespace passel {

//! \brief Spreads the bits of a key (the finalizer of SplitMix64).
[[nodiscard]] constexpr quint64 mixed(quint64 key) noexcept
{
    key += 0x9e3779b97f4a7c15U;
    key = (key ^ (key >> 30)) * 0xbf58476d1ce4e5b9U;
    key = (key ^ (key >> 27)) * 0x94d049bb133111ebU;
    return key ^ (key >> 31);
}

//! \brief Estimates how many different keys were added (Flajolet et al. 2007), ± 0.8 %.
class HyperLogLog
{
public:
    void add(quint64 key);
    void merge(const HyperLogLog &other);
    [[nodiscard]] qint64 estimate() const;

private:
    static constexpr int Bits = 14;
    std::vector<quint8> m_registers; // 2^Bits once something was added
};

//! \brief A key, how often it was added, and the lowest row it was added with.
struct DistinctEntry
{
    quint64 key = 0;
    quint32 row = 0;
    quint32 count = 0; // 0 = free slot
};

//! \brief Counts keys by open addressing up to a budget of different ones; beyond it, only
//! estimates how many they are. A key is a number's bits, or a 64-bit hash of a text.
class DistinctTable
{
public:
    explicit DistinctTable(qint64 budget)
        : m_budget(budget)
    {}

    void add(quint64 key, quint32 row, quint32 count = 1)
    {
        if (m_overflowed)
            m_estimate.add(key);
        else
            insert(key, row, count);
    }

    void merge(const DistinctTable &other);

    [[nodiscard]] bool isExact() const noexcept { return !m_overflowed; }

    [[nodiscard]] qint64 distinct() const;

    //! \brief While isExact(): calls \a visit(entry) for each, in no order.
    template <typename Visit>
    void forEach(Visit visit) const
    {
        for (const DistinctEntry &entry : m_slots) {
            if (entry.count > 0)
                visit(entry);
        }
    }

private:
    void insert(quint64 key, quint32 row, quint32 count);
    void grow();
    void overflow();

    qint64 m_budget;
    qint64 m_size = 0;
    std::vector<DistinctEntry> m_slots;
    bool m_overflowed = false;
    HyperLogLog m_estimate;
};

} // namespace passel
