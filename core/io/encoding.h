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

//! \brief Offset of the first byte that is no valid UTF-8, or −1.
[[nodiscard]] qsizetype firstInvalidUtf8(QByteArrayView text) noexcept;

//! \brief The stream's text as UTF-8 without byte order mark. UTF-8 itself passes unchecked
//! (readers check it chunk by chunk). Errors: `encoding` for an unknown name or for bytes that the
//! encoding does not have, with the place.
[[nodiscard]] Result<std::unique_ptr<ByteStream>> decoding(std::unique_ptr<ByteStream> stream,
                                                           const QByteArray &encoding);

} // namespace passel
