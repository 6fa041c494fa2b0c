// Holds the arrows between the rooms of the house, and what no room may do.

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

//! \brief What a room may include: rooms of the project (itself is always allowed) and, beside
//! Qt Core, modules of Qt.
struct Room
{
    QSet<QString> rooms;
    QSet<QString> qtModules;
};

//! \brief The arrows. HACKING.md draws them; an arrow that is not here is a mistake.
const QHash<QString, Room> &arrows()
{
    // In core each room sees those to its left.
    static const QHash<QString, Room> table = [] {
        QHash<QString, Room> rooms;
        QSet<QString> seen;
        const QStringList order{u"base"_s,   u"array"_s, u"arrow"_s, u"look"_s,
                                u"recipe"_s, u"share"_s, u"io"_s,    u"session"_s};
        for (const QString &name : order) {
            seen.insert(u"core/"_s + name);
            rooms.insert(u"core/"_s + name, {seen, {}});
        }
        rooms[u"core/share"_s].qtModules = {u"QtNetwork"_s, u"QtDBus"_s};
        rooms.insert(u"core/server"_s,
                     {{u"core/base"_s, u"core/array"_s, u"core/share"_s, u"core/io"_s},
                      {u"QtNetwork"_s, u"QtSql"_s}});
        rooms.insert(u"core/media"_s, {{u"core/base"_s}, {u"QtGui"_s}});
        rooms.insert(u"ui"_s, {{u"core"_s}, {u"QtGui"_s, u"QtWidgets"_s, u"QtSvg"_s, u"QtDBus"_s}});
        rooms.insert(u"app"_s, {{u"core"_s, u"ui"_s},
                                {u"QtGui"_s, u"QtWidgets"_s, u"QtNetwork"_s, u"QtDBus"_s}});
        return rooms;
    }();
    return table;
}

//! \brief Libraries that are wrapped in one room: how their headers start, and that room.
const QHash<QString, QString> &wrappedLibraries()
{
    static const QHash<QString, QString> table{
        {u"boost/"_s, u"core/server"_s},
        {u"flatbuffers/"_s, u"core/arrow"_s},
        {u"qt6keychain/"_s, u"core/share"_s},
        {u"sqlite3"_s, u"core/server"_s},
    };
    return table;
}

//! \brief The room of \a path (from the project's root): `core/io` of `core/io/csv/reader.h`;
//! `ui` and `app` are one room each.
QString roomOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return parts.first() == "core"_L1 && parts.size() > 2 ? parts[0] + u'/' + parts[1]
                                                          : parts.first();
}

//! \brief The text of a C++ file without its comments; strings and the number of lines are kept.
QString withoutComments(const QString &text)
{
    // A comment, or something in which a comment cannot start: raw string, string, character (not
    // the mark in 1'000).
    // No raw strings in this file: moc would lose its way in them.
    static const QRegularExpression token(
        u"(//[^\n]*|/\\*.*?\\*/)"_s                    // 1: a comment
        u"|R\"([^(\\s]*)\\(.*?\\)\\2\""_s              // a raw string
        u"|\"(?:\\\\.|[^\"\\\\\n])*\""_s               // a string
        u"|(?<![0-9A-Za-z])'(?:\\\\.|[^'\\\\\n])+'"_s, // a character
        QRegularExpression::DotMatchesEverythingOption);
    QString bare;
    qsizetype end = 0;
    for (QRegularExpressionMatchIterator found = token.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        bare += QStringView(text).sliced(end, match.capturedStart() - end);
        bare += match.hasCaptured(1) ? QString(match.capturedView(1).count(u'\n'), u'\n')
                                     : match.captured();
        end = match.capturedEnd();
    }
    return bare + QStringView(text).sliced(end);
}

//! \brief Which module of Qt holds a header, by the header's name, as installed on this machine.
QHash<QString, QString> qtModulesOfHeaders()
{
    QHash<QString, QString> modules;
    const QDir root(QStringLiteral(PASSEL_QT_HEADERS));
    for (const QString &module : root.entryList({u"Qt*"_s}, QDir::Dirs)) {
        for (const QString &header : QDir(root.filePath(module)).entryList(QDir::Files)) {
            modules.insert(header, module);
        }
    }
    return modules;
}

//! \brief What is wrong with one \c #include of the file at \a path; empty when nothing is.
QString wrongInclude(const QString &path, const QString &header, bool isQuoted)
{
    static const QHash<QString, QString> moduleOf = qtModulesOfHeaders();
    static const QRegularExpression generated(
        u"^(moc_\\w+\\.cpp|\\w+\\.moc|\\w+_generated\\.h)$"_s);
    const QString from = roomOf(path);
    const Room may = arrows().value(from);

    if (isQuoted) {
        const QString to = roomOf(header);
        if (generated.match(header.section(u'/', -1)).hasMatch() || to == from) {
            return {};
        }
        const bool isAllowed = may.rooms.contains(to)
                               || (may.rooms.contains(u"core"_s) && arrows().contains(to)
                                   && to.startsWith("core/"_L1));
        return isAllowed               ? QString()
               : arrows().contains(to) ? u"%1 may not see %2"_s.arg(from, to)
                                       : u"%1 is not in a room, or not from the root"_s.arg(header);
    }

    for (const auto &[prefix, room] : wrappedLibraries().asKeyValueRange()) {
        if (header.startsWith(prefix) && room != from) {
            return u"<%1> is wrapped in %2"_s.arg(header, room);
        }
    }
    if (header.startsWith("boost/"_L1) && !path.endsWith(".cpp"_L1)) {
        return u"<%1> takes a minute to compile: only in a .cpp"_s.arg(header);
    }
    const QString module =
        header.contains(u'/') ? header.section(u'/', 0, 0) : moduleOf.value(header);
    if (module == header) {
        return u"<%1> is a whole module: include single headers"_s.arg(header);
    }
    if (module.startsWith("Qt"_L1) && module != "QtCore"_L1 && !may.qtModules.contains(module)) {
        return u"%1 may not use %2 (<%3>)"_s.arg(from, module, header);
    }
    return {};
}

//! \brief Everything that is wrong with the file \a text at \a path, as `path:line: sentence`.
QStringList findings(const QString &path, const QString &text)
{
    struct Ban
    {
        QRegularExpression pattern;
        QString reason;
        bool (*holdsIn)(const QString &path);
    };

    // Written in two pieces, or this file would break its own law.
    static const QList<Ban> bans{
        {QRegularExpression(u"ignoreSsl"
                            u"Errors"_s),
         u"certificates are never waved through (SEC-31)"_s, [](const QString &) { return true; }},
        {QRegularExpression(u"\\bprocess"
                            u"Events\\b"_s),
         u"no nested event loop"_s,
         [](const QString &file) { return !file.startsWith("tests/"_L1); }},
        {QRegularExpression(u"\\bQSettings\\b"_s), u"core is handed values, it keeps no settings"_s,
         [](const QString &file) { return file.startsWith("core/"_L1); }},
        {QRegularExpression(u"\\bQSettings(\\s*::|(\\s+\\w+)?\\s*[({]\\s*[^)}\\s])"_s),
         u"app says where settings are kept"_s,
         [](const QString &file) { return file.startsWith("ui/"_L1); }},
        {QRegularExpression(u"\"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\""_s),
         u"colours stand in ui/theme"_s,
         [](const QString &file) {
             return (file.startsWith("ui/"_L1) || file.startsWith("app/"_L1))
                    && !file.startsWith("ui/theme/"_L1);
         }},
        {QRegularExpression(u"\\bQColor(\\s+\\w+)?\\s*[({]\\s*[0-9]"_s),
         u"colours stand in ui/theme"_s,
         [](const QString &file) {
             return (file.startsWith("ui/"_L1) || file.startsWith("app/"_L1))
                    && !file.startsWith("ui/theme/"_L1);
         }},
    };
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s);

    QStringList found;
    const QStringList lines = withoutComments(text).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString place = u"%1:%2: "_s.arg(path).arg(i + 1);
        const QRegularExpressionMatch match = include.match(lines[i]);
        if (match.hasMatch() && !path.startsWith("tests/"_L1)) {
            const QString wrong =
                wrongInclude(path, match.captured(2), match.capturedView(1) == u'"');
            if (!wrong.isEmpty()) {
                found << place + wrong;
            }
        }
        for (const Ban &ban : bans) {
            if (ban.holdsIn(path) && ban.pattern.match(lines[i]).hasMatch()) {
                found << place + ban.reason;
            }
        }
    }
    return found;
}

} // namespace

class TestLayering : public QObject
{
    Q_OBJECT

private slots:

    void headersOfQtAreKnown()
    {
        const QHash<QString, QString> modules = qtModulesOfHeaders();
        QCOMPARE(modules.value(u"QString"_s), u"QtCore"_s);
        QCOMPARE(modules.value(u"QImage"_s), u"QtGui"_s);
        QCOMPARE(modules.value(u"QWidget"_s), u"QtWidgets"_s);
    }

    void planted_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("finding"); // empty: nothing is wrong

        const auto row = [](const char *name, const QString &path, const QString &text,
                            const QString &finding = {}) {
            QTest::newRow(name) << path << text << finding;
        };
        row("to the left", u"core/io/a.h"_s, u"#include \"core/array/value.h\""_s);
        row("to itself", u"core/io/csv/a.h"_s, u"#include \"core/io/format.h\""_s);
        row("to the right", u"core/array/a.h"_s, u"\n#include \"core/io/format.h\""_s,
            u"core/array/a.h:2: core/array may not see core/io"_s);
        row("share to io", u"core/share/a.h"_s, u"#include \"core/io/format.h\""_s,
            u"core/share/a.h:1: core/share may not see core/io"_s);
        row("server to session", u"core/server/a.h"_s, u"#include \"core/session/history.h\""_s,
            u"core/server/a.h:1: core/server may not see core/session"_s);
        row("media to array", u"core/media/a.h"_s, u"#include \"core/array/value.h\""_s,
            u"core/media/a.h:1: core/media may not see core/array"_s);
        row("core to ui", u"core/session/a.cpp"_s, u"# include \"ui/mainwindow.h\""_s,
            u"core/session/a.cpp:1: core/session may not see ui"_s);
        row("ui to core", u"ui/grid/a.cpp"_s, u"#include \"core/session/dataset.h\""_s);
        row("ui to app", u"ui/grid/a.cpp"_s, u"#include \"app/settings.h\""_s,
            u"ui/grid/a.cpp:1: ui may not see app"_s);
        row("app to all", u"app/a.cpp"_s,
            u"#include \"ui/mainwindow.h\"\n#include \"core/io/format.h\""_s);
        row("into tests", u"app/a.cpp"_s, u"#include \"tests/support/fake.h\""_s,
            u"app/a.cpp:1: tests/support/fake.h is not in a room, or not from the root"_s);
        row("not from the root", u"core/io/a.cpp"_s, u"#include \"format.h\""_s,
            u"core/io/a.cpp:1: format.h is not in a room, or not from the root"_s);
        row("unknown room of core", u"core/io/a.cpp"_s, u"#include \"core/misc/all.h\""_s,
            u"core/io/a.cpp:1: core/misc/all.h is not in a room, or not from the root"_s);
        row("generated", u"core/arrow/a.cpp"_s,
            u"#include \"a.moc\"\n#include \"arrow_generated.h\""_s);
        row("in a comment", u"core/array/a.h"_s,
            u"// #include \"ui/a.h\"\n/*\n#include \"ui/a.h\"\n*/"_s);
        row("after a comment", u"core/array/a.h"_s, u"/* one\n two */\n#include \"ui/a.h\""_s,
            u"core/array/a.h:3: core/array may not see ui"_s);

        row("Widgets in core", u"core/io/a.h"_s, u"#include <QWidget>"_s,
            u"core/io/a.h:1: core/io may not use QtWidgets (<QWidget>)"_s);
        row("Gui in core", u"core/look/a.h"_s, u"#include <QColor>"_s,
            u"core/look/a.h:1: core/look may not use QtGui (<QColor>)"_s);
        row("Gui by its folder", u"core/look/a.h"_s, u"#include <QtGui/QColor>"_s,
            u"core/look/a.h:1: core/look may not use QtGui (<QtGui/QColor>)"_s);
        row("Gui in media", u"core/media/a.h"_s, u"#include <QImage>"_s);
        row("Widgets in media", u"core/media/a.h"_s, u"#include <QLabel>"_s,
            u"core/media/a.h:1: core/media may not use QtWidgets (<QLabel>)"_s);
        row("D-Bus in share", u"core/share/a.cpp"_s, u"#include <QDBusConnection>"_s);
        row("D-Bus in io", u"core/io/a.cpp"_s, u"#include <QDBusConnection>"_s,
            u"core/io/a.cpp:1: core/io may not use QtDBus (<QDBusConnection>)"_s);
        row("socket in ui", u"ui/a.cpp"_s, u"#include <QTcpSocket>"_s,
            u"ui/a.cpp:1: ui may not use QtNetwork (<QTcpSocket>)"_s);
        row("SQL in ui", u"ui/a.cpp"_s, u"#include <QSqlQuery>"_s,
            u"ui/a.cpp:1: ui may not use QtSql (<QSqlQuery>)"_s);
        row("whole module", u"ui/a.cpp"_s, u"#include <QtWidgets>"_s,
            u"ui/a.cpp:1: <QtWidgets> is a whole module: include single headers"_s);
        row("standard library", u"core/base/a.h"_s, u"#include <vector>\n#include <sys/stat.h>"_s);
        row("keychain outside share", u"app/a.cpp"_s, u"#include <qt6keychain/keychain.h>"_s,
            u"app/a.cpp:1: <qt6keychain/keychain.h> is wrapped in core/share"_s);
        row("Beast in the server", u"core/server/a.cpp"_s, u"#include <boost/beast/core.hpp>"_s);
        row("Beast in a header", u"core/server/a.h"_s, u"#include <boost/beast/core.hpp>"_s,
            u"core/server/a.h:1: <boost/beast/core.hpp> takes a minute to compile: only in a "
            u".cpp"_s);

        row("SEC-31 certificate waved through", u"core/share/a.cpp"_s,
            u"reply->ignoreSsl"
            u"Errors();"_s,
            u"core/share/a.cpp:1: certificates are never waved through (SEC-31)"_s);
        row("SEC-31 in a test", u"tests/share/a.cpp"_s,
            u"reply->ignoreSsl"
            u"Errors();"_s,
            u"tests/share/a.cpp:1: certificates are never waved through (SEC-31)"_s);
        row("nested event loop", u"ui/a.cpp"_s,
            u"qApp->process"
            u"Events();"_s,
            u"ui/a.cpp:1: no nested event loop"_s);
        row("named in a comment", u"ui/a.cpp"_s,
            u"work(); // never process"
            u"Events()"_s);
        row("comment mark in a string", u"ui/a.cpp"_s,
            u"f(\"//\"); qApp->process"
            u"Events();"_s,
            u"ui/a.cpp:1: no nested event loop"_s);
        row("digit separator", u"ui/a.cpp"_s, u"x = 1'000; // 1'000 \"#ffffff\""_s);
        row("colour in ui", u"ui/grid/a.cpp"_s, u"QColor c(\"#2F55C4\");"_s,
            u"ui/grid/a.cpp:1: colours stand in ui/theme"_s);
        row("colour by numbers", u"ui/grid/a.cpp"_s, u"const QColor c{0x2F, 85, 196};"_s,
            u"ui/grid/a.cpp:1: colours stand in ui/theme"_s);
        row("colour in ui/theme", u"ui/theme/a.cpp"_s, u"QColor c(\"#2F55C4\");"_s);
        row("settings in core", u"core/look/a.cpp"_s, u"QSettings().value(u\"x\"_s);"_s,
            u"core/look/a.cpp:1: core is handed values, it keeps no settings"_s);
        row("settings elsewhere", u"ui/a.cpp"_s, u"QSettings kept(path, format);"_s,
            u"ui/a.cpp:1: app says where settings are kept"_s);
        row("place of settings", u"ui/a.cpp"_s, u"QSettings::setDefaultFormat(format);"_s,
            u"ui/a.cpp:1: app says where settings are kept"_s);
        row("plain settings", u"ui/a.cpp"_s, u"const QSettings a; QSettings().setValue(b, c);"_s);
        row("a link's fragment", u"ui/grid/a.cpp"_s, u"url = \"#column-2\";"_s);
    }

    void planted()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, text);
        QFETCH(const QString, finding);
        QCOMPARE(findings(path, text), finding.isEmpty() ? QStringList() : QStringList(finding));
    }

    void tree()
    {
        const QDir root(QStringLiteral(PASSEL_SOURCE_DIR));
        QStringList found;
        int files = 0;
        for (const QString &top : {u"app"_s, u"core"_s, u"ui"_s, u"tests"_s}) {
            QDirIterator walk(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                              QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                QFile file(walk.next());
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
                ++files;
                found += findings(root.relativeFilePath(file.fileName()),
                                  QString::fromUtf8(file.readAll()));
            }
        }
        QCOMPARE_GT(files, 10);
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
