#include "core/base/log.h"

#include "core/base/digest.h"

#include <QUrl>

#include <cstdio>

namespace passel {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(logBase, "passel.base", QtInfoMsg)
Q_LOGGING_CATEGORY(logIo, "passel.io", QtInfoMsg)
Q_LOGGING_CATEGORY(logShare, "passel.share", QtInfoMsg)
Q_LOGGING_CATEGORY(logServer, "passel.server", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "passel.ui", QtInfoMsg)

namespace {

void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const char *level = "debug";
    switch (type) {
    case QtDebugMsg:
        level = "debug";
        break;
    case QtInfoMsg:
        level = "info";
        break;
    case QtWarningMsg:
        level = "warning";
        break;
    case QtCriticalMsg:
        level = "critical";
        break;
    case QtFatalMsg:
        level = "fatal";
        break;
    }
    const QByteArray line = visibleText(message).toUtf8();
    std::fprintf(stderr, "%s %s: %s\n", level, context.category ? context.category : "default",
                 line.constData());
}

bool needsEscape(char32_t c)
{
    if (c < 0x20 || (c >= 0x7f && c < 0xa0))
        return true;
    return c == 0x061c || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e)
           || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xe0000 && c <= 0xe007f);
}

} // namespace

void installMessageHandler()
{
    qInstallMessageHandler(writeMessage);
}

QString redacted(const QUrl &url)
{
    const QByteArray hash = blake2b(url.path().toUtf8(), 16).toHex().left(8);
    QString host = url.host();
    if (url.port() > 0)
        host += u':' + QString::number(url.port());
    return url.scheme() + "://"_L1 + host + "/~"_L1 + QString::fromLatin1(hash);
}

QString visibleText(QStringView text)
{
    QString out;
    out.reserve(text.size());
    int combining = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        qsizetype units = 1;
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            units = 2;
        }
        const auto category = QChar::category(c);
        const bool mark = category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
        combining = mark ? combining + 1 : 0;
        if (needsEscape(c)) {
            out += c > 0xffff ? u"\\U%1"_s.arg(static_cast<uint>(c), 8, 16, QChar(u'0'))
                              : u"\\u%1"_s.arg(static_cast<uint>(c), 4, 16, QChar(u'0'));
        } else if (combining <= 8) {
            out += text.mid(i, units);
        }
        i += units - 1;
    }
    return out;
}

} // namespace passel
