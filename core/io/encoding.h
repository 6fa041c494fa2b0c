// Which encoding a text is in, and the way from there to UTF-8.
#pragma once

#include "core/io/bytesource.h"

#include <QByteArrayView>
#include <QString>

namespace passel {

//! \brief An encoding and why it was taken.
struct EncodingGuess
{
    QByteArray encoding; //!< name for iconv
    QString reason;      //!< whole sentence
};

//! \brief Byte order mark, then UTF-16 without one, then valid UTF-8, then uchardet. \a complete
//! says that \a head is the whole text, else its last character may be cut.
[[nodiscard]] EncodingGuess guessEncoding(QByteArrayView head, bool complete);
//! \brief What bytes that are no UTF-8 most likely are.
[[nodiscard]] EncodingGuess guessLegacyEncoding(QByteArrayView bytes);

//! \brief How much of a text is UTF-8.
struct Utf8Share
{
    qint64 letters = 0; //!< valid sequences of several bytes
    qint64 bad = 0;     //!< bytes that belong to none

    //! \brief So many valid letters come from no other encoding: this is UTF-8 with damage.
    [[nodiscard]] bool isMostlyUtf8() const noexcept { return letters >= 3 * bad; }
};

//! \brief The stream with each byte that is no valid UTF-8 read as a letter of Windows-1252, which
//! it most often is. \a share counts what has passed so far; it must outlive the stream.
[[nodiscard]] std::unique_ptr<ByteStream> mending(std::unique_ptr<ByteStream> stream,
                                                  Utf8Share *share);

//! \brief Offset of the first byte that is no valid UTF-8, or −1.
[[nodiscard]] qsizetype firstInvalidUtf8(QByteArrayView text) noexcept;

//! \brief The stream's text as UTF-8 without byte order mark. UTF-8 itself passes unchecked
//! (readers check it chunk by chunk). Errors: `encoding` for an unknown name or for bytes that the
//! encoding does not have, with the place.
[[nodiscard]] Result<std::unique_ptr<ByteStream>> decoding(std::unique_ptr<ByteStream> stream,
                                                           const QByteArray &encoding);

} // namespace passel
