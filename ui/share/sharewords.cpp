#include "ui/share/sharewords.h"

#include "ui/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::ShareWords)
};

constexpr qint64 MinuteMs = 60'000;
constexpr qint64 HourMs = 60LL * MinuteMs;
constexpr qint64 DayMs = 24LL * HourMs;

QString dayText(const QDateTime &moment)
{
    //: A day of the near past or future, as a pattern of QDateTime
    return QLocale().toString(moment, Words::tr("ddd d MMM"));
}

QString clockText(const QDateTime &moment)
{
    // Some languages put seconds into the short form; nobody waits for them here.
    QString format = QLocale().timeFormat(QLocale::ShortFormat);
    format.remove(":ss"_L1);
    return QLocale().toString(moment.time(), format);
}

QString verb(TransferProgress::Phase phase, TransferWay way)
{
    switch (phase) {
    case TransferProgress::Connecting:
        return Words::tr("Asking the server");
    case TransferProgress::Transferring:
        return way == TransferWay::Push ? Words::tr("Sending") : Words::tr("Receiving");
    case TransferProgress::Finishing:
        return way == TransferWay::Push ? Words::tr("The server is storing it")
                                        : Words::tr("Putting the rows together");
    case TransferProgress::Waiting:
        return Words::tr("Waiting for the server");
    }
    return {};
}

} // namespace

QString momentText(qint64 ms)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(ms);
    //: %1 a day such as "Sun 29 Nov", %2 a time such as "08:40"
    return Words::tr("%1, %2").arg(dayText(moment), clockText(moment));
}

QString agoText(qint64 ms, qint64 nowMs)
{
    if (ms <= 0)
        return Words::tr("never");
    const qint64 past = nowMs - ms;
    if (past < MinuteMs)
        return Words::tr("just now");
    if (past < HourMs)
        return Words::tr("%1 min ago").arg(numberText(past / MinuteMs));
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(ms);
    const qint64 days = moment.date().daysTo(QDateTime::fromMSecsSinceEpoch(nowMs).date());
    if (days == 0)
        return clockText(moment);
    if (days == 1)
        return Words::tr("yesterday");
    return dayText(moment);
}

QString leftText(qint64 ms, qint64 nowMs)
{
    const qint64 left = ms - nowMs;
    if (left <= 0)
        return {};
    if (left < MinuteMs)
        return Words::tr("less than a minute");
    if (left < HourMs)
        return Words::tr("%1 min").arg(numberText(left / MinuteMs));
    if (left < DayMs)
        return Words::tr("%1 h %2 min")
            .arg(numberText(left / HourMs), numberText(left % HourMs / MinuteMs));
    return Words::tr("%1 d %2 h").arg(numberText(left / DayMs), numberText(left % DayMs / HourMs));
}

bool expiresSoon(qint64 ms, qint64 nowMs)
{
    return ms > nowMs && ms - nowMs < DayMs;
}

QString accessText(protocol::Access access)
{
    switch (access) {
    case protocol::Access::Owner:
        return Words::tr("only you");
    case protocol::Access::People:
        return Words::tr("signed-in people");
    case protocol::Access::Code:
        return Words::tr("anyone with the key");
    }
    return {};
}

QString accessSentence(protocol::Access access)
{
    switch (access) {
    case protocol::Access::Owner:
        return Words::tr("Only you can pull.");
    case protocol::Access::People:
        return Words::tr("Signed-in people can pull.");
    case protocol::Access::Code:
        return Words::tr("Anyone with the key can pull.");
    }
    return {};
}

QString daysText(qint64 days)
{
    return Words::tr("%n day(s)", nullptr, pluralCount(days));
}

QString pinText(const Digest &pin)
{
    const QString hex = QString::fromLatin1(pin.toHex());
    QStringList groups;
    for (qsizetype at = 0; at < hex.size(); at += 4)
        groups.append(hex.mid(at, 4));
    return groups.join(u' ');
}

StatusRow::Progress transferWords(const TransferProgress &progress, TransferWay way)
{
    StatusRow::Progress words;
    const bool isMeasured = progress.bytesTotal > 0
                            && (progress.phase == TransferProgress::Transferring
                                || progress.phase == TransferProgress::Waiting);
    words.words = verb(progress.phase, way);
    if (!isMeasured)
        return words;
    const qint64 done = qBound(qint64(0), progress.bytesDone, progress.bytesTotal);
    words.share = double(done) / double(progress.bytesTotal);
    //: %1 what is going on ("Sending"), %2 how far ("46 %")
    words.words = Words::tr("%1 %2").arg(words.words, shareText(done, progress.bytesTotal));
    //: %1 what has come of %2 in all: "98 KB of 214 KB"
    words.amount = Words::tr("%1 of %2").arg(sizeText(done), sizeText(progress.bytesTotal));
    if (progress.phase == TransferProgress::Transferring && progress.bytesPerSecond > 0) {
        const qint64 left =
            (progress.bytesTotal - done) / qMax(qint64(1), progress.bytesPerSecond) + 1;
        //: %1 an amount, %2 a time: "98 KB of 214 KB, 3 s left"
        words.amount = Words::tr("%1, %2 left").arg(words.amount, durationText(left * 1000));
    }
    return words;
}

} // namespace passel
