#include "ui/share/sharehistory.h"

#include "core/share/sharekey.h"
#include "core/share/tokenstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSettings>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr auto SettingsKey = "share/history";
constexpr qsizetype TextLimit = 500;

qint64 numberOf(const QJsonObject &json, QLatin1StringView member, qint64 fallback)
{
    return json.value(member).toInteger(fallback);
}

} // namespace

QJsonObject ShareRecord::toJson() const
{
    QJsonObject json{
        {u"kind"_s, kind == Kind::Sent ? u"sent"_s : u"received"_s},
        {u"server"_s, server.toString(QUrl::FullyEncoded)},
        {u"name"_s, name},
        {u"note"_s, note.left(TextLimit)},
        {u"owner"_s, owner.left(TextLimit)},
        {u"rows"_s, rows},
        {u"columns"_s, columns},
        {u"bytes"_s, bytes},
        {u"access"_s, protocol::accessToText(access)},
        {u"version"_s, QString::fromLatin1(version.toHex())},
        {u"done"_s, doneMs},
        {u"expires"_s, expiresMs},
    };
    if (deletedMs > 0)
        json.insert(u"deleted"_s, deletedMs);
    if (hasRecipe)
        json.insert(u"recipe"_s, true);
    return json;
}

std::optional<ShareRecord> ShareRecord::fromJson(const QJsonObject &json)
{
    ShareRecord record;
    const auto server = serverOrigin(QUrl(json.value("server"_L1).toString(), QUrl::StrictMode));
    record.name = json.value("name"_L1).toString();
    const auto version = Digest::fromHex(json.value("version"_L1).toString().toLatin1());
    if (!server || !version || !isShareName(record.name))
        return {};
    record.kind = json.value("kind"_L1).toString() == "received"_L1 ? Kind::Received : Kind::Sent;
    record.server = *server;
    record.version = *version;
    record.note = json.value("note"_L1).toString().left(TextLimit);
    record.owner = json.value("owner"_L1).toString().left(TextLimit);
    record.rows = numberOf(json, "rows"_L1, -1);
    record.columns = numberOf(json, "columns"_L1, -1);
    record.bytes = numberOf(json, "bytes"_L1, -1);
    record.access = protocol::accessFromText(json.value("access"_L1).toString())
                        .value_or(protocol::Access::Owner);
    record.doneMs = numberOf(json, "done"_L1, 0);
    record.expiresMs = numberOf(json, "expires"_L1, 0);
    record.deletedMs = numberOf(json, "deleted"_L1, 0);
    record.hasRecipe = json.value("recipe"_L1).toBool();
    return record;
}

ShareHistory::ShareHistory(QObject *parent)
    : QObject(parent)
{
    const QByteArray bytes = QSettings().value(QLatin1StringView(SettingsKey)).toByteArray();
    const QJsonArray list = QJsonDocument::fromJson(bytes).array();
    for (const auto &value : list) {
        if (qsizetype(m_records.size()) == Limit)
            break;
        if (const auto record = ShareRecord::fromJson(value.toObject()))
            m_records.push_back(*record);
    }
}

const ShareRecord *ShareHistory::find(ShareRecord::Kind kind, const QUrl &server,
                                      const QString &name) const
{
    const auto found =
        std::find_if(m_records.begin(), m_records.end(), [&](const ShareRecord &record) {
            return record.kind == kind && record.server == server && record.name == name;
        });
    return found == m_records.end() ? nullptr : &*found;
}

void ShareHistory::add(const ShareRecord &record)
{
    std::erase_if(m_records, [&](const ShareRecord &old) {
        return old.kind == record.kind && old.server == record.server && old.name == record.name;
    });
    m_records.insert(m_records.begin(), record);
    if (qsizetype(m_records.size()) > Limit)
        m_records.resize(size_t(Limit));
    save();
    emit changed();
}

void ShareHistory::update(const ShareRecord &record)
{
    for (ShareRecord &old : m_records) {
        if (old.kind == record.kind && old.server == record.server && old.name == record.name) {
            if (old == record)
                return;
            old = record;
            save();
            emit changed();
            return;
        }
    }
}

void ShareHistory::remove(ShareRecord::Kind kind, const QUrl &server, const QString &name)
{
    const auto removed = std::erase_if(m_records, [&](const ShareRecord &old) {
        return old.kind == kind && old.server == server && old.name == name;
    });
    if (removed == 0)
        return;
    save();
    emit changed();
}

void ShareHistory::save() const
{
    QJsonArray list;
    for (const ShareRecord &record : m_records)
        list.append(record.toJson());
    QSettings().setValue(QLatin1StringView(SettingsKey),
                         QJsonDocument(list).toJson(QJsonDocument::Compact));
}

} // namespace passel
