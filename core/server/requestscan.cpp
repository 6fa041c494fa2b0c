#include "core/server/requestscan.h"

#include <QSet>

#include <algorithm>
#include <string_view>

namespace passel {

namespace {

bool isTokenCharacter(char c)
{
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return true;
    return std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

// What may stand in a target unencoded. Percent signs are refused: none of our addresses needs one,
// and every parser reads them differently (SEC-40).
bool isTargetCharacter(char c)
{
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return true;
    return std::string_view("-._~/?&=+,:;@!$'()*").find(c) != std::string_view::npos;
}

QByteArrayView trimmedBlanks(QByteArrayView text)
{
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t'))
        text = text.sliced(1);
    while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t'))
        text = text.chopped(1);
    return text;
}

// What is too large is told only when nothing is malformed: \a tooLarge.
const char *scanRequestLine(QByteArrayView line, HttpRequest &request, const char *&tooLarge)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 1 || last <= first + 1)
        return "malformed-request";
    const QByteArrayView method = line.first(first);
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    if (!isToken(method) || method.size() > 32)
        return "malformed-request";
    if (target.size() > headlimits::Target)
        tooLarge = "target-too-long";
    if (target.front() != '/' || target.startsWith("//")
        || !std::all_of(target.begin(), target.end(), isTargetCharacter))
        return "malformed-request";
    const bool anyVersion = version.size() == 8 && version.startsWith("HTTP/") && version[6] == '.'
                            && version[5] >= '0' && version[5] <= '9' && version[7] >= '0'
                            && version[7] <= '9';
    if (!anyVersion)
        return "malformed-request";
    if (version != QByteArrayView("HTTP/1.1"))
        return "http-version";
    request.method = method.toByteArray();
    const qsizetype question = target.indexOf('?');
    request.path = (question < 0 ? target : target.first(question)).toByteArray();
    if (question >= 0) {
        request.query = target.sliced(question + 1).toByteArray();
        if (request.query.isNull())
            request.query = "";
    }
    if (request.path.contains("/../") || request.path.contains("/./")
        || request.path.endsWith("/..") || request.path.endsWith("/."))
        return "malformed-request";
    return nullptr;
}

const char *scanFraming(HttpRequest &request, const HostRule &isOurHost)
{
    const auto host = request.header("host");
    if (!host || host->isEmpty() || !std::all_of(host->begin(), host->end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                   || std::string_view("-._:[]").find(c) != std::string_view::npos;
        }))
        return "malformed-request";
    const auto length = request.header("content-length");
    const auto coding = request.header("transfer-encoding");
    if (length && coding)
        return "malformed-request";
    if (length) {
        if (length->isEmpty() || length->size() > 15
            || !std::all_of(length->begin(), length->end(),
                            [](char c) { return c >= '0' && c <= '9'; }))
            return "malformed-request";
        request.contentLength = length->toLongLong();
    }
    if (coding) {
        if (*coding != "chunked")
            return "malformed-request";
        request.isChunked = true;
    }
    if (request.header("te") || request.header("upgrade") || request.header("trailer"))
        return "malformed-request";
    if (!isOurHost(host->toLower()))
        return "wrong-host";
    if (const auto connection = request.header("connection")) {
        const QByteArray value = connection->toLower();
        if (value != "close" && value != "keep-alive")
            return "malformed-request";
        request.keepAlive = value == "keep-alive";
    }
    if (const auto encoding = request.header("content-encoding");
        encoding && encoding->toLower() != "identity")
        return "media-type";
    if (const auto expect = request.header("expect")) {
        if (expect->toLower() != "100-continue")
            return "expectation-failed";
        request.expectsContinue = true;
    }
    return nullptr;
}

} // namespace

ScannedHead scanHead(QByteArrayView block, const HostRule &isOurHost)
{
    const auto refuse = [](const char *slug) { return ScannedHead(QByteArray(slug)); };
    if (block.size() > headlimits::AllHeaders)
        return refuse("header-too-large");
    if (!block.endsWith("\r\n\r\n"))
        return refuse("malformed-request");
    // Bytes first: a bare LF, a NUL or an eighth bit anywhere is refused before lines are looked
    // at.
    for (qsizetype i = 0; i < block.size(); ++i) {
        const char c = block[i];
        if (c == '\r') {
            if (i + 1 >= block.size() || block[i + 1] != '\n')
                return refuse("malformed-request");
            ++i;
        } else if (c != '\t' && (c < 0x20 || c > 0x7e)) {
            return refuse("malformed-request");
        }
    }
    QByteArrayView rest = block.chopped(2);
    HttpRequest request;
    QSet<QByteArray> names;
    bool first = true;
    const char *tooLarge = nullptr;
    while (!rest.isEmpty()) {
        qsizetype end = 0; // every CR is followed by LF, so looking for CR finds the line's end
        while (rest[end] != '\r')
            ++end;
        const QByteArrayView line = rest.first(end);
        rest = rest.sliced(end + 2);
        if (first) {
            first = false;
            if (const char *slug = scanRequestLine(line, request, tooLarge))
                return refuse(slug);
            continue;
        }
        if (tooLarge == nullptr
            && (line.size() > headlimits::OneHeader || names.size() >= headlimits::Count))
            tooLarge = "header-too-large";
        const qsizetype colon = line.indexOf(':');
        if (colon < 1 || !isToken(line.first(colon)))
            return refuse("malformed-request");
        const QByteArray name = line.first(colon).toByteArray().toLower();
        if (names.contains(name))
            return refuse("malformed-request");
        names.insert(name);
        request.headers.append(
            HttpHeader{name, trimmedBlanks(line.sliced(colon + 1)).toByteArray()});
    }
    if (first)
        return refuse("malformed-request");
    if (const char *slug = scanFraming(request, isOurHost))
        return refuse(slug);
    if (tooLarge != nullptr)
        return refuse(tooLarge);
    static const QByteArrayList known{"GET", "POST", "PUT", "PATCH", "DELETE"};
    if (!known.contains(request.method))
        return refuse("method-not-allowed");
    return request;
}

} // namespace passel
