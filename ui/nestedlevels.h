// The way into nested documents: which array of which cell is shown.
#pragma once

#include "core/array/documentarray.h"

#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace passel {

//! \brief A stack of looks into cells with documents. Level 0 is the table itself and is not kept
//! here. A level is a snapshot: when the table changes, all levels are left.
class NestedLevels final : public QObject
{
    Q_OBJECT

public:
    //! \brief As deep as documents may nest (security.md, limits).
    static constexpr int Deepest = 64;

    using QObject::QObject;

    //! \brief 0 = the table itself.
    [[nodiscard]] int depth() const { return static_cast<int>(m_levels.size()); }

    //! \brief Of the innermost level; needs depth() > 0.
    [[nodiscard]] const DocumentArray &array() const { return m_levels.back().array; }

    //! \brief Goes into the documents of a cell of \a from; false when there are none.
    bool enter(const DocumentArray &from, qsizetype row, qsizetype column);
    //! \brief Goes out to \a level; remembers nothing of what was inside.
    void leaveTo(int level);

    //! \brief "row 7, chunks (12)" for each level.
    [[nodiscard]] QStringList titles() const;

signals:
    //! \brief Another array is shown; the cursor belongs on that cell of it.
    void changed(qsizetype row, qsizetype column);

private:
    struct Level
    {
        DocumentArray array;
        QString title;
        qsizetype row;
        qsizetype column;
    };

    std::vector<Level> m_levels;
};

} // namespace passel
