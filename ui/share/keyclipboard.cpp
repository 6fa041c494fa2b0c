#include "ui/share/keyclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace passel {

namespace {

// A key or link with a code is far shorter; anything longer is somebody's text.
constexpr qsizetype KeyTextLimit = 500;
// What a person copied last may be a whole table: more than this is not kept for the undo.
constexpr qsizetype UndoLimit = 16LL * 1024 * 1024;

std::unique_ptr<QMimeData> copyOf(const QMimeData *data)
{
    auto copy = std::make_unique<QMimeData>();
    qsizetype total = 0;
    const QStringList formats = data ? data->formats() : QStringList();
    for (const QString &format : formats) {
        const QByteArray bytes = data->data(format);
        total += bytes.size();
        if (total > UndoLimit)
            return std::make_unique<QMimeData>();
        copy->setData(format, bytes);
    }
    return copy;
}

} // namespace

KeyClipboard::KeyClipboard(QObject *parent)
    : QObject(parent)
{}

KeyClipboard::~KeyClipboard() = default;

void KeyClipboard::copy(const QString &text)
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (clipboard->text() != m_copied || m_copied.isEmpty())
        m_before = copyOf(clipboard->mimeData());
    m_copied = text;
    clipboard->setText(text);
}

void KeyClipboard::undo()
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (m_copied.isEmpty() || clipboard->text() != m_copied || !m_before)
        return;
    m_copied.clear();
    m_seen = qHash(m_before->text());
    clipboard->setMimeData(m_before.release());
}

std::optional<ShareAddress> KeyClipboard::newKey(const ServerList &known)
{
    const QString text = QGuiApplication::clipboard()->text().trimmed();
    if (text.isEmpty() || text.size() > KeyTextLimit || text == m_copied)
        return {};
    const size_t hash = qHash(text);
    if (hash == m_seen)
        return {};
    Result<ShareAddress> address = parseShareAddress(text);
    if (!address)
        return {};
    const bool isKnownLink = !address->server.isEmpty() && known.find(address->server).has_value();
    if (!address->isUnmistakable && !isKnownLink)
        return {};
    m_seen = hash;
    return std::move(address).value();
}

} // namespace passel
