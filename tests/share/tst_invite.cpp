// Invitations: one string to paste, whole or refused.
#include "core/share/invite.h"

#include <QJsonObject>
#include <QTest>

using namespace passel;
using namespace Qt::StringLiterals;

class TestInvite : public QObject
{
    Q_OBJECT

private slots:
    void comesBack_data();
    void comesBack();
    void everyDamageIsNoticed();
    void refused_data();
    void refused();
};

void TestInvite::comesBack_data()
{
    QTest::addColumn<QUrl>("server");
    QTest::addColumn<QByteArray>("pin");
    QTest::newRow("pinned") << QUrl(u"https://192.0.2.7:8123"_s) << sha256("key").toHex();
    QTest::newRow("usual certificate") << QUrl(u"https://share.example.org"_s) << QByteArray();
    QTest::newRow("this computer") << QUrl(u"http://127.0.0.1:8123"_s) << QByteArray();
    QTest::newRow("version 6") << QUrl(u"https://[2001:db8::1]:8123"_s) << sha256("key").toHex();
}

void TestInvite::comesBack()
{
    QFETCH(QUrl, server);
    QFETCH(QByteArray, pin);
    const Invite invite{server, pin, protocol::AccessToken::generate()};
    const QByteArray text = invite.text();
    QVERIFY(text.startsWith("psl_inv_"));
    const auto back = Invite::parse(text);
    QVERIFY(back);
    QCOMPARE(*back, invite);
    // Broken by a mail program, with blanks around.
    const auto wrapped =
        Invite::parse(QByteArray("  " + text.left(60) + "\r\n " + text.mid(60) + "\n"));
    QVERIFY(wrapped);
    QCOMPARE(*wrapped, invite);
}

void TestInvite::everyDamageIsNoticed()
{
    const QByteArray text = Invite{QUrl(u"https://share.example.org"_s), sha256("key").toHex(),
                                   protocol::AccessToken::generate()}
                                .text();
    for (qsizetype i = 0; i < text.size(); ++i) {
        QByteArray bad = text;
        bad[i] = bad[i] == 'A' ? 'B' : 'A';
        QVERIFY(!Invite::parse(bad));
        QVERIFY(!Invite::parse(QByteArray(text).remove(i, 1)));
    }
}

void TestInvite::refused_data()
{
    QTest::addColumn<QUrl>("server");
    QTest::addColumn<QByteArray>("pin");
    QTest::newRow("plain http to another computer")
        << QUrl(u"http://share.example.org"_s) << QByteArray();
    QTest::newRow("user") << QUrl(u"https://a:b@share.example.org"_s) << QByteArray();
    QTest::newRow("path") << QUrl(u"https://share.example.org/x"_s) << QByteArray();
    QTest::newRow("query") << QUrl(u"https://share.example.org?x=1"_s) << QByteArray();
    QTest::newRow("file") << QUrl(u"file:///etc/passwd"_s) << QByteArray();
    QTest::newRow("no host") << QUrl(u"https:///"_s) << QByteArray();
    QTest::newRow("pin too short") << QUrl(u"https://share.example.org"_s) << QByteArray("ab");
}

void TestInvite::refused()
{
    QFETCH(QUrl, server);
    QFETCH(QByteArray, pin);
    const auto invite =
        Invite::parse(Invite{server, pin, protocol::AccessToken::generate()}.text());
    QVERIFY(!invite);
    QCOMPARE(invite.error().code(), "invite-invalid");
}

QTEST_GUILESS_MAIN(TestInvite)
#include "tst_invite.moc"
