// One way to read the values of an array, whichever physical type of Arrow holds them.
#pragma once

#include "core/arrow/arrowarray.h"

namespace passel {

//! \brief Byte strings: Utf8, Binary, their large and view forms, FixedSizeBinary. The array must
//! outlive it. No dictionaries; see ArrowIndices.
class ArrowBytes
{
public:
    ArrowBytes(const ArrowType &type, const ArrowArray &array)
        : m_kind(type.kind)
        , m_width(type.listSize)
        , m_array(array)
    {}

    //! \brief Value of a row that is not null.
    [[nodiscard]] QByteArrayView at(qint64 row) const
    {
        switch (m_kind) {
        case ArrowKind::Utf8:
        case ArrowKind::Binary:
            return between(m_array.buffers[1].at<qint32>(row),
                           m_array.buffers[1].at<qint32>(row + 1));
        case ArrowKind::LargeUtf8:
        case ArrowKind::LargeBinary:
            return between(m_array.buffers[1].at<qint64>(row),
                           m_array.buffers[1].at<qint64>(row + 1));
        case ArrowKind::FixedSizeBinary:
            return m_array.buffers[1].bytes().sliced(row * m_width, m_width);
        default:
            return view(row);
        }
    }

    //! \brief Everything between the first offset and the last; not for views.
    [[nodiscard]] QByteArrayView all() const
    {
        const bool large = m_kind == ArrowKind::LargeUtf8 || m_kind == ArrowKind::LargeBinary;
        const ArrowBuffer &offsets = m_array.buffers[1];
        return large ? between(offsets.at<qint64>(0), offsets.at<qint64>(m_array.length))
                     : between(offsets.at<qint32>(0), offsets.at<qint32>(m_array.length));
    }

private:
    [[nodiscard]] QByteArrayView between(qint64 begin, qint64 end) const
    {
        return m_array.buffers[2].bytes().sliced(begin, end - begin);
    }

    [[nodiscard]] QByteArrayView view(qint64 row) const
    {
        const ArrowBuffer &views = m_array.buffers[1];
        const auto size = views.at<qint32>(row * 4);
        if (size <= 12)
            return views.bytes().sliced(row * 16 + 4, size);
        const auto buffer = static_cast<size_t>(views.at<qint32>(row * 4 + 2));
        return m_array.buffers[buffer + 2].bytes().sliced(views.at<qint32>(row * 4 + 3), size);
    }

    ArrowKind m_kind;
    qint64 m_width;
    const ArrowArray &m_array;
};

//! \brief Whole numbers of any width, and the counts of dates and times, from the second buffer.
class ArrowIndices
{
public:
    ArrowIndices(const ArrowType &type, const ArrowArray &array)
        : m_width(type.byteWidth())
        , m_isSigned(type.kind != ArrowKind::Int || type.isSigned)
        , m_values(array.buffers[1])
    {}

    //! \brief An unsigned 64-bit value beyond 2^63 comes out negative.
    [[nodiscard]] qint64 at(qint64 row) const
    {
        switch (m_width) {
        case 1:
            return m_isSigned ? qint64(m_values.at<qint8>(row)) : qint64(m_values.at<quint8>(row));
        case 2:
            return m_isSigned ? qint64(m_values.at<qint16>(row))
                              : qint64(m_values.at<quint16>(row));
        case 4:
            return m_isSigned ? qint64(m_values.at<qint32>(row))
                              : qint64(m_values.at<quint32>(row));
        default:
            return m_values.at<qint64>(row);
        }
    }

private:
    int m_width;
    bool m_isSigned;
    const ArrowBuffer &m_values;
};

} // namespace passel
