#include "core/io/bytesource.h"

#include "core/io/encoding.h"
#include "core/io/gzip.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace passel {

namespace {

class FileSource final : public ByteSource
{
public:
    FileSource(std::unique_ptr<File> file, const FileStatus &status, QString name)
        : ByteSource(std::move(name))
        , m_file(std::move(file))
        , m_opened(status)
    {}

    qint64 size() const override { return m_opened.size; }

    Result<qint64> readAt(qint64 offset, char *data, qint64 size) const override
    {
        // What another program appends meanwhile is not part of what was opened.
        const qint64 wanted = std::min(size, m_opened.size - offset);
        if (wanted <= 0)
            return qint64(0);
        PASSEL_TRY(const qint64 count, m_file->readAt(offset, data, wanted));
        if (count < wanted) // cut, maybe at the end of a row: nothing else would tell
            return changed();
        return count;
    }

    Result<void> checkUnchanged() const override
    {
        PASSEL_TRY(const FileStatus now, m_file->status());
        if (now.size != m_opened.size || now.modifiedMs != m_opened.modifiedMs)
            return changed();
        return {};
    }

private:
    [[nodiscard]] Error changed() const
    {
        Place place;
        place.source = name();
        return Error(ErrorKind::Io, "changed",
                     QCoreApplication::translate(
                         "passel::ByteSource",
                         "This file was changed while it was read, maybe by another program that "
                         "writes it. Open it again."))
            .at(place);
    }

    std::unique_ptr<File> m_file;
    FileStatus m_opened;
};

class MemorySource final : public ByteSource
{
public:
    MemorySource(QByteArray bytes, QString name)
        : ByteSource(std::move(name))
        , m_bytes(std::move(bytes))
    {}

    qint64 size() const override { return m_bytes.size(); }

    Result<qint64> readAt(qint64 offset, char *data, qint64 size) const override
    {
        if (offset >= m_bytes.size())
            return qint64(0);
        const qint64 count = std::min<qint64>(size, m_bytes.size() - offset);
        std::memcpy(data, m_bytes.constData() + offset, static_cast<size_t>(count));
        return count;
    }

private:
    QByteArray m_bytes;
};

class SourceStream final : public ByteStream
{
public:
    explicit SourceStream(const ByteSource &source)
        : m_source(source)
    {}

    Result<qint64> read(char *data, qint64 size) override
    {
        PASSEL_TRY(const qint64 count, m_source.readAt(m_offset, data, size));
        m_offset += count;
        return count;
    }

private:
    const ByteSource &m_source;
    qint64 m_offset = 0;
};

} // namespace

Result<std::unique_ptr<ByteSource>> openSource(FileSystem &files, const QString &path)
{
    PASSEL_TRY(std::unique_ptr<File> file, files.openForRead(path));
    PASSEL_TRY(const FileStatus status, file->status());
    return std::make_unique<FileSource>(std::move(file), status, path);
}

std::unique_ptr<ByteSource> memorySource(QByteArray bytes, QString name)
{
    return std::make_unique<MemorySource>(std::move(bytes), std::move(name));
}

Result<std::unique_ptr<ByteStream>> openRawStream(const ByteSource &source,
                                                  const ReadOptions &options)
{
    std::unique_ptr<ByteStream> stream = std::make_unique<SourceStream>(source);
    if (options.compression == "gzip")
        stream = inflating(std::move(stream), options.allowExpand);
    return stream;
}

Result<std::unique_ptr<ByteStream>> openStream(const ByteSource &source, const ReadOptions &options)
{
    PASSEL_TRY(std::unique_ptr<ByteStream> stream, openRawStream(source, options));
    return decoding(std::move(stream), options.encoding);
}

Result<QByteArray> readHead(ByteStream &stream, qint64 size)
{
    QByteArray head(size, Qt::Uninitialized);
    qint64 filled = 0;
    while (filled < size) {
        PASSEL_TRY(const qint64 count, stream.read(head.data() + filled, size - filled));
        if (count == 0)
            break;
        filled += count;
    }
    head.truncate(filled);
    return head;
}

} // namespace passel
