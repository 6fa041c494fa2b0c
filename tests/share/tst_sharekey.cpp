// Names and codes: the frozen vectors of names/1 and SEC-21, and what is read from a paste.
#include "core/base/digest.h"
#include "core/share/sharekey.h"

#include <QTest>

using namespace passel;
using namespace Qt::StringLiterals;

class TestShareKey : public QObject
{
    Q_OBJECT

private slots:
    void wordsAreFrozenAndFarApart();
    void nameGrammar_data();
    void nameGrammar();
    void nameVectors_data();
    void nameVectors();
    void proposedNamesCheck();
    void everySingleMistakeInANameIsNoticed();
    void codeVectors_data();
    void codeVectors();
    void everyWrongSymbolAndSwapIsFound();
    void codesOpenOneName();
    void paste_data();
    void paste();
    void refusedPaste_data();
    void refusedPaste();
    void writtenAndReadBack();
    void linkCarriesTheGivenOrigin();
};

void TestShareKey::wordsAreFrozenAndFarApart()
{
    QByteArray all;
    for (int i = 0; i < 1024; ++i)
        all += detail::nameWord(i).toByteArray() + '\n';
    QCOMPARE(sha256(all).toHex(),
             QByteArray("f24d9628db2fe96fa5acd58767ab685963360ebf2dd7c36b6f25804cd30d9769"));
    for (int i = 0; i < 1024; ++i) {
        if (i > 0)
            QVERIFY(detail::nameWord(i - 1) < detail::nameWord(i));
        for (int j = i + 1; j < 1024; ++j)
            QVERIFY2(detail::editDistance(detail::nameWord(i), detail::nameWord(j)) >= 2,
                     detail::nameWord(i).data());
    }
}

void TestShareKey::nameGrammar_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("valid");
    QTest::newRow("two characters") << u"ab"_s << true;
    QTest::newRow("one character") << u"a"_s << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("63 characters") << QString(63, u'a') << true;
    QTest::newRow("64 characters") << QString(64, u'a') << false;
    QTest::newRow("inner hyphen and underscore") << u"sales-20_26"_s << true;
    QTest::newRow("hyphen first") << u"-sales"_s << false;
    QTest::newRow("hyphen last") << u"sales-"_s << false;
    QTest::newRow("upper case") << u"Sales"_s << false;
    QTest::newRow("dot") << u"a.b"_s << false;
    QTest::newRow("slash") << u"a/b"_s << false;
    QTest::newRow("dots up") << u".."_s << false;
    QTest::newRow("umlaut") << u"m\u00fcller"_s << false;
    QTest::newRow("full-width digit") << u"a\uff11"_s << false;
    QTest::newRow("nul") << QString(u"a\0b"_s) << false;
}

void TestShareKey::nameGrammar()
{
    QFETCH(QString, name);
    QTEST(isShareName(name), "valid");
}

void TestShareKey::nameVectors_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("suggestion");
    const auto row = [](const char *title, const QString &name, NameCheck::Kind kind,
                        const QString &suggestion = {}) {
        QTest::newRow(title) << name << int(kind) << suggestion;
    };
    row("vector 1", u"river-tango-58-cobalt-mb"_s, NameCheck::Proposed);
    row("vector 2", u"acorn-acrobat-00-actor-g7"_s, NameCheck::Proposed);
    row("vector 3", u"orbit-maple-07-violet-td"_s, NameCheck::Proposed);
    row("wrong word letter", u"rivar-tango-58-cobalt-mb"_s, NameCheck::Mistyped,
        u"river-tango-58-cobalt-mb"_s);
    row("swapped letters", u"rievr-tango-58-cobalt-mb"_s, NameCheck::Mistyped,
        u"river-tango-58-cobalt-mb"_s);
    row("letter left out", u"river-tango-58-cobat-mb"_s, NameCheck::Mistyped,
        u"river-tango-58-cobalt-mb"_s);
    row("wrong check symbol", u"river-tango-58-cobalt-mc"_s, NameCheck::Mistyped,
        u"river-tango-58-cobalt-mb"_s);
    row("swapped digits", u"river-tango-85-cobalt-mb"_s, NameCheck::Mistyped,
        u"river-tango-58-cobalt-mb"_s);
    row("digit left out", u"river-tango-5-cobalt-mb"_s, NameCheck::Mistyped,
        u"river-tango-58-cobalt-mb"_s);
    row("two mistakes", u"rivar-tanga-58-cobalt-mb"_s, NameCheck::Mistyped,
        u"river-tango-58-cobalt-mb"_s);
    row("typed", u"sales-2026"_s, NameCheck::Typed);
    row("typed, same shape, other words", u"sales-north-26-final-v2"_s, NameCheck::Typed);
    row("not a name", u"Sales 2026"_s, NameCheck::Invalid);
}

void TestShareKey::nameVectors()
{
    QFETCH(QString, name);
    const NameCheck check = checkShareName(name);
    QTEST(int(check.kind), "kind");
    QTEST(check.suggestion, "suggestion");
}

void TestShareKey::proposedNamesCheck()
{
    QSet<QString> seen;
    for (int i = 0; i < 500; ++i) {
        const QString name = proposeShareName();
        QVERIFY(isShareName(name));
        QCOMPARE(checkShareName(name).kind, NameCheck::Proposed);
        seen.insert(name);
    }
    QCOMPARE_GE(seen.size(), 499);
}

void TestShareKey::everySingleMistakeInANameIsNoticed()
{
    const QString name = u"river-tango-58-cobalt-mb"_s;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i] == u'-')
            continue;
        for (char16_t c = u'0'; c <= u'z'; ++c) {
            QString other = name;
            other[i] = c;
            if (!isShareName(other) || other == name)
                continue;
            QVERIFY2(checkShareName(other).kind != NameCheck::Proposed, qPrintable(other));
        }
    }
}

void TestShareKey::codeVectors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("symbols");
    QTest::addColumn<QString>("shown");
    QTest::newRow("zeros") << u"00000000000000000BFJ"_s << QByteArray("00000000000000000BFJ")
                           << u"00000-00000-00000-00BFJ"_s;
    QTest::newRow("ones") << u"ZZZZZZZZZZZZZZZZZ7J8"_s << QByteArray("ZZZZZZZZZZZZZZZZZ7J8")
                          << u"ZZZZZ-ZZZZZ-ZZZZZ-ZZ7J8"_s;
    QTest::newRow("alphabet") << u"ABCDEFGHJKMNPQRST0SS"_s << QByteArray("ABCDEFGHJKMNPQRST0SS")
                              << u"ABCDE-FGHJK-MNPQR-ST0SS"_s;
    QTest::newRow("lower case, hyphens, blanks, look-alikes")
        << u" o1234-56789 abcde-fg q e z "_s.replace(u'1', u'l')
        << QByteArray("0123456789ABCDEFGQEZ") << u"01234-56789-ABCDE-FGQEZ"_s;
}

void TestShareKey::codeVectors()
{
    QFETCH(QString, text);
    const auto code = ShareCode::parse(text);
    QVERIFY(code);
    QTEST(code->symbols(), "symbols");
    QTEST(code->shown(), "shown");
}

void TestShareKey::everyWrongSymbolAndSwapIsFound() // SEC-21
{
    const QString alphabet = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ"_s;
    for (int round = 0; round < 50; ++round) {
        const QString good = QString::fromLatin1(ShareCode::generate().symbols());
        QVERIFY(ShareCode::parse(good));
        for (qsizetype i = 0; i < good.size(); ++i) {
            for (const QChar c : alphabet) {
                QString bad = good;
                bad[i] = c;
                if (bad != good)
                    QCOMPARE(ShareCode::parse(bad).error().code(), "code-mistyped");
            }
            if (i > 0 && good[i] != good[i - 1]) {
                QString bad = good;
                bad[i] = good[i - 1];
                bad[i - 1] = good[i];
                QCOMPARE(ShareCode::parse(bad).error().code(), "code-mistyped");
            }
        }
    }
    QCOMPARE(ShareCode::parse(u"U0000000000000000BFJ"_s).error().code(), "code-invalid");
    QCOMPARE(ShareCode::parse(u"0000000000000000BFJ"_s).error().code(), "code-invalid");
    QCOMPARE(ShareCode::parse(QString(30, u'0')).error().code(), "sealed-unsupported");
}

void TestShareKey::codesOpenOneName()
{
    const ShareCode code = *ShareCode::parse(u"ABCDEFGHJKMNPQRST0SS"_s);
    QCOMPARE(code.verifier(u"sales-2026"), blake2b("sales-2026.ABCDEFGHJKMNPQRST0SS").toHex());
    QVERIFY(code.verifier(u"sales-2026") != code.verifier(u"sales-2027"));
}

void TestShareKey::paste_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<bool>("banner");
    const QByteArray symbols = "ABCDEFGHJKMNPQRST0SS";
    const QString key = u"river-tango-58-cobalt-mb"_s;
    const QString shown = u"ABCDE-FGHJK-MNPQR-ST0SS"_s;
    const auto row = [](const char *title, const QString &text, const QString &server,
                        const QString &name, const QByteArray &code, bool banner) {
        QTest::newRow(title) << text << server << name << code << banner;
    };
    row("name", key, {}, key, {}, true);
    row("blanks and line ends", u" \t"_s + key + u"\r\n", {}, key, {}, true);
    row("capital letters", u"River-Tango-58-Cobalt-MB"_s, {}, key, {}, true);
    row("typed name", u"sales-2026"_s, {}, u"sales-2026"_s, {}, false);
    row("name and code", key + u'.' + shown, {}, key, symbols, true);
    row("typed name and code", u"sales-2026."_s + shown, {}, u"sales-2026"_s, symbols, true);
    row("code without hyphens", key + u".abcdefghjkmnpqrstoss", {}, key, symbols, true);
    row("https link", u"https://share.example.org/s/"_s + key + u'#' + shown,
        u"https://share.example.org"_s, key, symbols, true);
    row("https link, port, no code", u"https://share.example.org:8443/s/"_s + key,
        u"https://share.example.org:8443"_s, key, {}, true);
    row("https link, typed name", u"https://share.example.org/s/sales-2026"_s,
        u"https://share.example.org"_s, u"sales-2026"_s, {}, false);
    row("rewritten hash", u"https://share.example.org/s/"_s + key + u"%23" + shown,
        u"https://share.example.org"_s, key, symbols, true);
    row("passel link", u"passel://share.example.org/s/sales-2026#"_s + shown,
        u"https://share.example.org"_s, u"sales-2026"_s, symbols, true);
    row("passel link to this computer", u"passel://127.0.0.1:8123/s/sales-2026"_s,
        u"http://127.0.0.1:8123"_s, u"sales-2026"_s, {}, true);
    row("http link to this computer", u"http://localhost:8123/s/"_s + key,
        u"http://localhost:8123"_s, key, {}, true);
    row("version 6 loopback", u"passel://[::1]:8123/s/"_s + key, u"http://[::1]:8123"_s, key, {},
        true);
}

void TestShareKey::paste()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, code);
    const auto address = parseShareAddress(text);
    QVERIFY2(address, address ? "" : qPrintable(address.error().message()));
    QTEST(address->server.toString(), "server");
    QTEST(address->name, "name");
    QCOMPARE(address->code ? address->code->symbols() : QByteArray(), code);
    QTEST(address->isUnmistakable, "banner");
}

void TestShareKey::refusedPaste_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *title, const QString &text, const char *code) {
        QTest::newRow(title) << text << QByteArray(code);
    };
    row("nothing", {}, "key-invalid");
    row("blanks", u"  \n"_s, "key-invalid");
    row("a sentence", u"see you on monday"_s, "key-invalid");
    row("one letter wrong", u"rivar-tango-58-cobalt-mb"_s, "key-mistyped");
    row("code one symbol short", u"sales-2026.ABCDE-FGHJK-MNPQR-ST0S"_s, "code-invalid");
    row("code mistyped", u"sales-2026.ABCDE-FGHJK-MNPQR-ST0ST"_s, "code-mistyped");
    row("empty code", u"sales-2026."_s, "code-invalid");
    row("sealed secret", u"sales-2026."_s + QString(30, u'7'), "sealed-unsupported");
    row("sealed link", u"https://h/s/sales-2026#1."_s + QString(30, u'7'), "sealed-unsupported");
    row("plain http", u"http://share.example.org/s/sales-2026"_s, "link-insecure");
    row("loopback look-alike", u"http://127.0.0.1.example.org/s/sales-2026"_s, "link-insecure");
    row("file link", u"file:///s/sales-2026"_s, "key-invalid");
    row("javascript", u"javascript://h/s/sales-2026"_s, "key-invalid");
    row("user in link", u"https://a:b@h/s/sales-2026"_s, "key-invalid");
    row("query in link", u"https://h/s/sales-2026?x=1"_s, "key-invalid");
    row("other path", u"https://h/t/sales-2026"_s, "key-invalid");
    row("deeper path", u"https://h/s/sales-2026/x"_s, "key-invalid");
    row("encoded slash", u"https://h/s/a%2Fb"_s, "key-invalid");
    row("no host", u"passel:///s/sales-2026"_s, "key-invalid");
    row("very long", QString(100'000, u'a'), "key-invalid");
}

void TestShareKey::refusedPaste()
{
    QFETCH(QString, text);
    const auto address = parseShareAddress(text);
    QVERIFY(!address);
    QTEST(address.error().code(), "code");
    QVERIFY(!address.error().message().isEmpty());
    QVERIFY(!address.error().message().contains(u"MNPQR"_s)); // SEC-42: no code in a message
}

void TestShareKey::writtenAndReadBack()
{
    for (int i = 0; i < 50; ++i) {
        ShareAddress address;
        address.name = i % 2 == 0 ? proposeShareName() : u"sales-2026"_s;
        address.server = QUrl(u"https://share.example.org:8443"_s);
        address.code = ShareCode::generate();
        address.isUnmistakable = true;
        QCOMPARE(*parseShareAddress(address.link()), address);
        QCOMPARE(*parseShareAddress(address.passelLink()), address);
        QCOMPARE(parseShareAddress(address.key())->code, address.code);
    }
}

// A server on this computer that is open to the network has another name there.
void TestShareKey::linkCarriesTheGivenOrigin()
{
    ShareAddress address;
    address.name = u"sales-2026"_s;
    const QUrl open(u"https://192.0.2.7:8790"_s);
    QCOMPARE(address.link(open), u"https://192.0.2.7:8790/s/sales-2026"_s);
    address.server = QUrl(u"https://127.0.0.1:8790"_s);
    QCOMPARE(address.link(), u"https://127.0.0.1:8790/s/sales-2026"_s);
    QCOMPARE(address.link(open), u"https://192.0.2.7:8790/s/sales-2026"_s);
    QCOMPARE(address.passelLink(open), u"passel://192.0.2.7:8790/s/sales-2026"_s);
}

QTEST_GUILESS_MAIN(TestShareKey)
#include "tst_sharekey.moc"
