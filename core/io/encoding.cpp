#include "core/io/encoding.h"

#include "core/io/places.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <iconv.h>
#include <simdjson.h>
#include <string>
#include <uchardet/uchardet.h>
#include <vector>

namespace passel {

namespace {

constexpr qint64 BufferSize = 256LL * 1024;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::Encoding)
};

bool isUtf8Name(const QByteArray &name)
{
    const QByteArray upper = name.toUpper();
    return upper == "UTF-8" || upper == "UTF8" || upper == "ASCII" || upper == "US-ASCII";
}

// Takes a leading U+FEFF off.
class Utf8Stream final : public ByteStream
{
public:
    explicit Utf8Stream(std::unique_ptr<ByteStream> input)
        : m_input(std::move(input))
    {}

    Result<qint64> read(char *data, qint64 size) override
    {
        if (!m_started) {
            m_started = true;
            PASSEL_TRY(m_head, readHead(*m_input, 3));
            if (m_head == "\xEF\xBB\xBF")
                m_head.clear();
        }
        if (!m_head.isEmpty()) {
            const qint64 count = std::min<qint64>(size, m_head.size());
            std::memcpy(data, m_head.constData(), static_cast<size_t>(count));
            m_head.remove(0, count);
            return count;
        }
        return m_input->read(data, size);
    }

private:
    std::unique_ptr<ByteStream> m_input;
    QByteArray m_head;
    bool m_started = false;
};

// Length of the valid UTF-8 sequence that begins the bytes; 0 when there is none.
qsizetype sequenceLength(const unsigned char *bytes, qsizetype size)
{
    const unsigned char c = bytes[0];
    const qsizetype length = c < 0x80   ? 1
                             : c < 0xC2 ? 0
                             : c < 0xE0 ? 2
                             : c < 0xF0 ? 3
                             : c < 0xF5 ? 4
                                        : 0;
    if (length == 0 || length > size)
        return 0;
    for (qsizetype k = 1; k < length; ++k) {
        if ((bytes[k] & 0xC0) != 0x80)
            return 0;
    }
    const unsigned char second = length > 1 ? bytes[1] : 0;
    if ((c == 0xE0 && second < 0xA0) || (c == 0xED && second > 0x9F) || (c == 0xF0 && second < 0x90)
        || (c == 0xF4 && second > 0x8F))
        return 0;
    return length;
}

// What 0x80 … 0x9F are in Windows-1252; five of them are nothing there.
constexpr std::array<char16_t, 32> Upper1252{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

class MendingStream final : public ByteStream
{
public:
    MendingStream(std::unique_ptr<ByteStream> input, Utf8Share *share)
        : m_input(std::move(input))
        , m_share(share)
        , m_buffer(static_cast<size_t>(BufferSize))
    {}

    Result<qint64> read(char *data, qint64 size) override
    {
        while (m_served == m_mended.size()) {
            if (m_ended && m_filled == 0)
                return qint64(0);
            PASSEL_CHECK(mendMore());
        }
        const qint64 count =
            std::min<qint64>(size, static_cast<qint64>(m_mended.size() - m_served));
        std::memcpy(data, m_mended.data() + m_served, static_cast<size_t>(count));
        m_served += static_cast<size_t>(count);
        return count;
    }

private:
    Result<void> mendMore()
    {
        PASSEL_TRY(const qint64 count, m_input->read(m_buffer.data() + m_filled,
                                                     BufferSize - static_cast<qint64>(m_filled)));
        m_ended = count == 0;
        m_filled += static_cast<size_t>(count);
        m_mended.clear();
        m_served = 0;
        const auto *bytes = reinterpret_cast<const unsigned char *>(m_buffer.data());
        size_t at = 0;
        while (at < m_filled) {
            const qsizetype length =
                sequenceLength(bytes + at, static_cast<qsizetype>(m_filled - at));
            if (length > 0) {
                m_share->letters += length > 1;
                m_mended.append(m_buffer.data() + at, static_cast<size_t>(length));
                at += static_cast<size_t>(length);
                continue;
            }
            if (!m_ended && m_filled - at < 4)
                break; // maybe only cut
            ++m_share->bad;
            const unsigned char byte = bytes[at++];
            const char16_t letter = byte < 0xA0 ? Upper1252.at(byte - 0x80U) : char16_t(byte);
            m_mended += QStringView(&letter, 1).toUtf8().toStdString();
        }
        std::memmove(m_buffer.data(), m_buffer.data() + at, m_filled - at);
        m_filled -= at;
        return {};
    }

    std::unique_ptr<ByteStream> m_input;
    Utf8Share *m_share;
    std::vector<char> m_buffer;
    std::string m_mended;
    size_t m_served = 0;
    size_t m_filled = 0;
    bool m_ended = false;
};

class IconvStream final : public ByteStream
{
public:
    IconvStream(std::unique_ptr<ByteStream> input, iconv_t converter, QByteArray encoding)
        : m_input(std::move(input))
        , m_converter(converter)
        , m_encoding(std::move(encoding))
        , m_buffer(static_cast<size_t>(BufferSize))
    {}

    ~IconvStream() override { iconv_close(m_converter); }

    Result<qint64> read(char *data, qint64 size) override
    {
        while (m_served == m_decoded.size()) {
            if (m_ended && m_filled == 0)
                return qint64(0);
            PASSEL_CHECK(decodeMore());
        }
        const qint64 count =
            std::min<qint64>(size, static_cast<qint64>(m_decoded.size() - m_served));
        std::memcpy(data, m_decoded.data() + m_served, static_cast<size_t>(count));
        m_served += static_cast<size_t>(count);
        return count;
    }

private:
    Error bad() const
    {
        return Error(
                   ErrorKind::Input, "encoding",
                   Words::tr("Byte %1 does not belong to the encoding %2. Choose another encoding.")
                       .arg(m_consumed)
                       .arg(QString::fromLatin1(m_encoding)))
            .at(atByte(m_consumed));
    }

    // One round: fill the buffer, convert what is whole in it, keep a cut character for the next.
    Result<void> decodeMore()
    {
        PASSEL_TRY(const qint64 count, m_input->read(m_buffer.data() + m_filled,
                                                     BufferSize - static_cast<qint64>(m_filled)));
        m_ended = count == 0;
        m_filled += static_cast<size_t>(count);
        m_decoded.resize(static_cast<size_t>(BufferSize) * 4); // a byte becomes 4 at most
        char *in = m_buffer.data();
        char *out = m_decoded.data();
        size_t left = m_filled;
        size_t room = m_decoded.size();
        const size_t outcome = iconv(m_converter, &in, &left, &out, &room);
        const int reason = errno;
        m_consumed += static_cast<qint64>(m_filled - left);
        std::memmove(m_buffer.data(), in, left);
        m_filled = left;
        m_decoded.resize(m_decoded.size() - room);
        m_served = 0;
        if (outcome == static_cast<size_t>(-1) && (reason == EILSEQ || (m_ended && left > 0)))
            return bad();
        return {};
    }

    std::unique_ptr<ByteStream> m_input;
    iconv_t m_converter;
    QByteArray m_encoding;
    std::vector<char> m_buffer;
    std::vector<char> m_decoded;
    size_t m_served = 0;
    size_t m_filled = 0;
    qint64 m_consumed = 0;
    bool m_ended = false;
};

bool looksUtf16(QByteArrayView head, int zeroAt)
{
    const qsizetype pairs = std::min<qsizetype>(head.size() / 2, 512);
    if (pairs < 2)
        return false;
    qsizetype zeros = 0;
    qsizetype others = 0;
    for (qsizetype i = 0; i < pairs; ++i) {
        zeros += head[2 * i + zeroAt] == 0;
        others += head[2 * i + 1 - zeroAt] == 0;
    }
    return zeros * 10 >= pairs * 4 && others * 50 <= pairs;
}

} // namespace

qsizetype firstInvalidUtf8(QByteArrayView text) noexcept
{
    if (simdjson::validate_utf8(text.data(), static_cast<size_t>(text.size())))
        return -1;
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.data());
    const qsizetype size = text.size();
    for (qsizetype i = 0; i < size;) {
        const qsizetype length = sequenceLength(bytes + i, size - i);
        if (length == 0)
            return i;
        i += length;
    }
    return -1;
}

EncodingGuess guessLegacyEncoding(QByteArrayView bytes)
{
    QByteArray name;
    if (uchardet_t detector = uchardet_new()) {
        uchardet_handle_data(detector, bytes.data(), static_cast<size_t>(bytes.size()));
        uchardet_data_end(detector);
        name = uchardet_get_charset(detector);
        uchardet_delete(detector);
    }
    // uchardet says nothing, or a thing that the bytes are not, when there are few letters.
    if (name.isEmpty() || isUtf8Name(name) || name.compare("ISO-8859-1", Qt::CaseInsensitive) == 0)
        name = "WINDOWS-1252";
    iconv_t probe = iconv_open("UTF-8", name.constData());
    if (probe == iconv_t(-1)) // NOLINT(performance-no-int-to-ptr): iconv's own error value
        name = "WINDOWS-1252";
    else
        iconv_close(probe);
    return {name, Words::tr("The text is no UTF-8; its letters look like %1.")
                      .arg(QString::fromLatin1(name))};
}

EncodingGuess guessEncoding(QByteArrayView head, bool complete)
{
    if (head.startsWith("\xEF\xBB\xBF"))
        return {"UTF-8", Words::tr("The file starts with the mark of UTF-8.")};
    if (head.startsWith(QByteArrayView("\xFF\xFE\0\0", 4)))
        return {"UTF-32LE", Words::tr("The file starts with the mark of UTF-32.")};
    if (head.startsWith("\xFF\xFE"))
        return {"UTF-16LE", Words::tr("The file starts with the mark of UTF-16.")};
    if (head.startsWith("\xFE\xFF"))
        return {"UTF-16BE", Words::tr("The file starts with the mark of UTF-16.")};
    if (looksUtf16(head, 1))
        return {"UTF-16LE", Words::tr("Every second byte is zero, as in UTF-16.")};
    if (looksUtf16(head, 0))
        return {"UTF-16BE", Words::tr("Every second byte is zero, as in UTF-16.")};
    const qsizetype bad = firstInvalidUtf8(head);
    if (bad < 0 || (!complete && bad >= head.size() - 3))
        return {"UTF-8", Words::tr("The text is valid UTF-8.")};
    Utf8Share share;
    const auto *bytes = reinterpret_cast<const unsigned char *>(head.data());
    for (qsizetype i = 0; i < head.size();) {
        const qsizetype length = sequenceLength(bytes + i, head.size() - i);
        share.letters += length > 1;
        share.bad += length == 0;
        i += std::max<qsizetype>(length, 1);
    }
    if (share.isMostlyUtf8())
        return {"UTF-8", Words::tr("Nearly all letters of the text are valid UTF-8.")};
    return guessLegacyEncoding(head);
}

std::unique_ptr<ByteStream> mending(std::unique_ptr<ByteStream> stream, Utf8Share *share)
{
    return std::make_unique<MendingStream>(std::move(stream), share);
}

Result<std::unique_ptr<ByteStream>> decoding(std::unique_ptr<ByteStream> stream,
                                             const QByteArray &encoding)
{
    if (isUtf8Name(encoding))
        return std::make_unique<Utf8Stream>(std::move(stream));
    // iconv names may carry "//" options; a name from a recipe must not.
    iconv_t converter =
        encoding.contains('/') ? iconv_t(-1) : iconv_open("UTF-8", encoding.constData()); // NOLINT
    if (converter == iconv_t(-1)) // NOLINT(performance-no-int-to-ptr): iconv's own error value
        return Error(
            ErrorKind::Input, "encoding",
            Words::tr("The encoding \u201c%1\u201d is not known on this computer. Choose another "
                      "one.")
                .arg(QString::fromLatin1(encoding)));
    return std::make_unique<Utf8Stream>(
        std::make_unique<IconvStream>(std::move(stream), converter, encoding));
}

} // namespace passel
