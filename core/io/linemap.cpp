#include "core/io/linemap.h"

#include <vector>

namespace passel {

Result<std::vector<LinePlace>> linePlaces(const ByteSource &source, const ReadOptions &options,
                                          const std::vector<qint64> &offsets)
{
    std::vector<LinePlace> places;
    places.reserve(offsets.size());
    PASSEL_TRY(const std::unique_ptr<ByteStream> stream, openStream(source, options));
    std::vector<char> buffer(262'144);
    LinePlace now{1, 1};
    qint64 offset = 0;
    bool afterReturn = false;
    while (places.size() < offsets.size()) {
        Result<qint64> count = stream->read(buffer.data(), static_cast<qint64>(buffer.size()));
        if (!count || *count == 0)
            break; // a damaged stream has been reported already: as far as it goes
        for (qint64 i = 0; i < *count; ++i, ++offset) {
            while (places.size() < offsets.size() && offsets[places.size()] <= offset)
                places.push_back(now);
            const char c = buffer[static_cast<size_t>(i)];
            if (c == '\n' && afterReturn) {
                afterReturn = false;
                continue; // the line was counted with its return
            }
            afterReturn = c == '\r';
            if (c == '\n' || c == '\r')
                now = {now.line + 1, 1};
            else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80)
                ++now.column;
        }
    }
    while (places.size() < offsets.size())
        places.push_back(now);
    return places;
}

} // namespace passel
