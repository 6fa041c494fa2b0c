#include "core/io/gzip.h"

#include "core/io/limits.h"
#include "core/io/places.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <zlib.h>

namespace passel {

namespace {

constexpr qint64 BufferSize = 256LL * 1024;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::Gzip)
};

class InflateStream final : public ByteStream
{
public:
    InflateStream(std::unique_ptr<ByteStream> input, bool allowExpand)
        : m_input(std::move(input))
        , m_allowExpand(allowExpand)
        , m_buffer(static_cast<size_t>(BufferSize))
    {
        m_ready = inflateInit2(&m_zlib, 15 + 16) == Z_OK;
    }

    ~InflateStream() override { inflateEnd(&m_zlib); }

    Result<qint64> read(char *data, qint64 size) override
    {
        if (!m_ready)
            return Error(
                ErrorKind::Internal, "limit",
                Words::tr("There is not enough memory to unpack this file. Close other tables "
                          "and try again."));
        if (m_finished || size == 0)
            return qint64(0);
        const qint64 room = std::min<qint64>(size, std::numeric_limits<int>::max());
        m_zlib.next_out = reinterpret_cast<Bytef *>(data);
        m_zlib.avail_out = static_cast<uInt>(room);
        while (m_zlib.avail_out > 0 && !m_finished) {
            if (m_zlib.avail_in == 0)
                PASSEL_CHECK(fill());
            if (m_betweenMembers) {
                PASSEL_CHECK(nextMember());
                continue;
            }
            if (m_zlib.avail_in == 0)
                return Error(ErrorKind::Input, "truncated",
                             Words::tr(
                                 "The compressed file ends too early, after %1 bytes. Get it again "
                                 "from where it came from.")
                                 .arg(m_consumed))
                    .at(atByte(m_consumed))
                    .withDetail(InGzip);
            const int outcome = inflate(&m_zlib, Z_NO_FLUSH);
            if (outcome == Z_STREAM_END)
                m_betweenMembers = true;
            else if (outcome != Z_OK && outcome != Z_BUF_ERROR)
                return dataError();
            // A large buffer of a bomb must not be filled before the limit is looked at.
            const qint64 now = room - static_cast<qint64>(m_zlib.avail_out);
            PASSEL_CHECK(checkExpansion(m_produced + now));
            if (m_produced == 0 && now >= 4 && isCompressed(data, now))
                return Error(
                    ErrorKind::Limit, "nested-archive",
                    Words::tr("This compressed file holds another compressed file; only 1 layer "
                              "is unpacked. Unpack it once and open what is inside."));
        }
        const qint64 count = room - static_cast<qint64>(m_zlib.avail_out);
        m_produced += count;
        return count;
    }

private:
    static bool isCompressed(const char *data, qint64 size)
    {
        const QByteArrayView head(data, std::min<qint64>(size, 6));
        return isGzip(head) || head.startsWith("\x28\xB5\x2F\xFD") || head.startsWith("BZh")
               || head.startsWith(QByteArrayView("\xFD"
                                                 "7zXZ\0",
                                                 6))
               || head.startsWith("PK\x03\x04");
    }

    Result<void> fill()
    {
        if (m_inputEnded)
            return {};
        PASSEL_TRY(const qint64 count, m_input->read(m_buffer.data(), BufferSize));
        m_inputEnded = count == 0;
        m_consumed += count;
        m_zlib.next_in = reinterpret_cast<Bytef *>(m_buffer.data());
        m_zlib.avail_in = static_cast<uInt>(count);
        return {};
    }

    // Behind a member: the end, zeros (tapes pad with them), or one more member.
    Result<void> nextMember()
    {
        if (m_zlib.avail_in == 0) {
            m_finished = m_inputEnded;
            return {};
        }
        if (*m_zlib.next_in == 0) {
            ++m_zlib.next_in;
            --m_zlib.avail_in;
            m_padding = true;
            return {};
        }
        if (*m_zlib.next_in != 0x1F || m_padding)
            return Error(ErrorKind::Input, "trailing-bytes",
                         Words::tr(
                             "Other bytes follow the compressed data at byte %1, so that some of "
                             "the file would be lost. Get it again from where it came from.")
                             .arg(place()))
                .at(atByte(place()))
                .withDetail(InGzip);
        inflateReset(&m_zlib);
        m_betweenMembers = false;
        return {};
    }

    qint64 place() const { return m_consumed - static_cast<qint64>(m_zlib.avail_in); }

    Error dataError() const
    {
        const bool check = m_zlib.msg != nullptr
                           && (std::strstr(m_zlib.msg, "data check") != nullptr
                               || std::strstr(m_zlib.msg, "length check") != nullptr);
        if (check)
            return Error(
                       ErrorKind::Input, "checksum",
                       Words::tr(
                           "The compressed file is damaged: its checksum is wrong at byte %1. Get "
                           "it again from where it came from.")
                           .arg(place()))
                .at(atByte(place()))
                .withDetail(InGzip);
        return Error(ErrorKind::Input, "syntax",
                     Words::tr(
                         "The compressed file is damaged at byte %1. Get it again from where it "
                         "came from.")
                         .arg(place()))
            .at(atByte(place()))
            .withDetail(InGzip);
    }

    Result<void> checkExpansion(qint64 produced) const
    {
        if (produced > limits::ExpandAbsolute)
            return Error(
                ErrorKind::Limit, "expand-limit",
                Words::tr("This file unpacks to more than 4 GiB, which is the limit. Unpack it "
                          "first and open the part that you need."));
        if (!m_allowExpand && produced > limits::ExpandFree
            && produced / limits::ExpandRatio > std::max<qint64>(place(), 1))
            return Error(
                ErrorKind::Limit, "expand-limit",
                Words::tr("This file unpacks to more than 200 times its size, as files do that "
                          "are made to fill a memory. If you trust it, allow it (on the command "
                          "line: --allow-expand)."));
        return {};
    }

    std::unique_ptr<ByteStream> m_input;
    bool m_allowExpand;
    std::vector<char> m_buffer;
    z_stream m_zlib{};
    bool m_ready = false;
    bool m_inputEnded = false;
    bool m_betweenMembers = false;
    bool m_padding = false;
    bool m_finished = false;
    qint64 m_consumed = 0;
    qint64 m_produced = 0;
};

} // namespace

std::unique_ptr<ByteStream> inflating(std::unique_ptr<ByteStream> stream, bool allowExpand)
{
    return std::make_unique<InflateStream>(std::move(stream), allowExpand);
}

bool isGzip(QByteArrayView head) noexcept
{
    return head.size() >= 3 && head.startsWith("\x1F\x8B\x08");
}

struct GzipWriter::State
{
    z_stream zlib{};
    bool ready = false;
    std::array<char, 65'536> buffer;
};

GzipWriter::GzipWriter(ByteSink sink, int level)
    : m_state(std::make_unique<State>())
    , m_sink(std::move(sink))
{
    m_state->ready =
        deflateInit2(&m_state->zlib, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK;
}

GzipWriter::~GzipWriter()
{
    deflateEnd(&m_state->zlib);
}

Result<void> GzipWriter::write(QByteArrayView bytes)
{
    constexpr qsizetype Most = 1 << 30; // zlib counts in 32 bits
    while (!bytes.isEmpty()) {
        const qsizetype count = std::min(bytes.size(), Most);
        PASSEL_CHECK(run(bytes.first(count), Z_NO_FLUSH));
        bytes = bytes.sliced(count);
    }
    return {};
}

Result<void> GzipWriter::finish()
{
    return run({}, Z_FINISH);
}

Result<void> GzipWriter::run(QByteArrayView bytes, int flush)
{
    if (!m_state->ready)
        return Error(
            ErrorKind::Internal, "limit",
            Words::tr("There is not enough memory to compress this file. Close other tables and "
                      "try again."));
    z_stream &zlib = m_state->zlib;
    zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    zlib.avail_in = static_cast<uInt>(bytes.size());
    int outcome = Z_OK;
    do {
        zlib.next_out = reinterpret_cast<Bytef *>(m_state->buffer.data());
        zlib.avail_out = static_cast<uInt>(m_state->buffer.size());
        outcome = deflate(&zlib, flush);
        const auto count = static_cast<qsizetype>(m_state->buffer.size() - zlib.avail_out);
        if (count > 0)
            PASSEL_CHECK(m_sink(QByteArrayView(m_state->buffer.data(), count)));
    } while (zlib.avail_out == 0 || (flush == Z_FINISH && outcome == Z_OK));
    return {};
}

} // namespace passel
