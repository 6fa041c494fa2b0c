// Where a reader's bytes come from: a file, memory, or either behind gzip and a legacy encoding.
#pragma once

#include "core/base/filesystem.h"
#include "core/io/readoptions.h"

#include <QByteArray>

#include <memory>

namespace passel {

//! \brief Bytes in order, from the beginning. One thread.
class ByteStream
{
public:
    virtual ~ByteStream() = default;
    //! \brief Fills up to \a size bytes; 0 only at the end.
    [[nodiscard]] virtual Result<qint64> read(char *data, qint64 size) = 0;

protected:
    ByteStream() = default;
    Q_DISABLE_COPY_MOVE(ByteStream)
};

//! \brief Raw bytes of known size that can be read anywhere and more than once: text readers
//! stream it, spreadsheet readers will seek in it. readAt() is thread-safe.
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    [[nodiscard]] virtual qint64 size() const = 0;
    //! \brief Fewer bytes than asked for only at the end.
    [[nodiscard]] virtual Result<qint64> readAt(qint64 offset, char *data, qint64 size) const = 0;

    //! \brief Error `changed` when the bytes are no longer those that were opened: what was read
    //! is then neither the old content nor the new one.
    [[nodiscard]] virtual Result<void> checkUnchanged() const { return {}; }

    //! \brief Name for display and for suffixes; may be empty.
    [[nodiscard]] const QString &name() const noexcept { return m_name; }

protected:
    explicit ByteSource(QString name)
        : m_name(std::move(name))
    {}

    Q_DISABLE_COPY_MOVE(ByteSource)

private:
    QString m_name;
};

//! \brief A regular file. It is read, never mapped: another program may truncate it (SEC-08).
[[nodiscard]] Result<std::unique_ptr<ByteSource>> openSource(FileSystem &files,
                                                             const QString &path);
//! \brief Bytes in memory; shared, not copied.
[[nodiscard]] std::unique_ptr<ByteSource> memorySource(QByteArray bytes, QString name = {});

//! \brief The source's text as UTF-8: inflated and decoded as \a options say, byte order mark
//! removed. The source must outlive the stream.
[[nodiscard]] Result<std::unique_ptr<ByteStream>> openStream(const ByteSource &source,
                                                             const ReadOptions &options);
//! \brief The source inflated as \a options say, but not decoded: for the sniffer.
[[nodiscard]] Result<std::unique_ptr<ByteStream>> openRawStream(const ByteSource &source,
                                                                const ReadOptions &options);

//! \brief Up to \a size bytes, or all there are.
[[nodiscard]] Result<QByteArray> readHead(ByteStream &stream, qint64 size);

} // namespace passel
