// resources/openapi.json against the router: the same paths, methods and problems. That the answers
// themselves agree is held by ServerFixture, in every test that uses it.
#include "core/server/problems.h"
#include "tests/server/serverfixture.h"

using namespace passel;
using namespace Qt::StringLiterals;

class TestOpenApi : public QObject
{
    Q_OBJECT

private slots:
    void everyRouteIsInTheFile();
    void everyProblemIsInTheFile();
    void referencesLead();
    void theCheckCanFail();
};

void TestOpenApi::everyRouteIsInTheFile()
{
    const QStringList routes = ShareRouter::routes();
    QSet<QString> expected(routes.begin(), routes.end());
    expected.insert(u"PUT /store/put/{session}/{sha256}"_s);
    expected.insert(u"GET /store/get/{session}/{sha256}"_s);
    QCOMPARE(OpenApi().operations(), expected);
}

void TestOpenApi::everyProblemIsInTheFile()
{
    const QList<QByteArray> slugs = problemSlugs();
    QCOMPARE(OpenApi().slugs(), QSet<QByteArray>(slugs.begin(), slugs.end()));
}

void TestOpenApi::referencesLead()
{
    const OpenApi api;
    const QByteArray text = QJsonDocument(api.document()).toJson();
    QRegularExpression reference(u"\"#/([^\"]+)\""_s);
    auto match = reference.globalMatch(QString::fromUtf8(text));
    int count = 0;
    while (match.hasNext()) {
        QJsonValue value = api.document();
        const QString path = match.next().captured(1);
        for (const QString &name : path.split(u'/'))
            value = value.toObject().value(name);
        QVERIFY2(value.isObject(), qPrintable(path));
        ++count;
    }
    QVERIFY(count > 50);
}

void TestOpenApi::theCheckCanFail()
{
    const OpenApi api;
    HttpRequest request;
    request.method = "GET";
    request.path = "/healthz";
    const auto fault = [&](const HttpResponse &response) { return api.fault(request, response); };
    QCOMPARE(fault(jsonResponse(200, {{u"status"_s, u"ok"_s}})), QString());
    QVERIFY(!fault(jsonResponse(200, {{u"status"_s, 1}})).isEmpty());
    QVERIFY(!fault(jsonResponse(200, {})).isEmpty());
    QVERIFY(!fault(jsonResponse(200, {{u"status"_s, u"ok"_s}, {u"more"_s, 1}})).isEmpty());
    QVERIFY(!fault(jsonResponse(204, {})).isEmpty());
    QCOMPARE(fault(problemResponse(problem("storage-unavailable"))), QString());
    QVERIFY(!fault(problemResponse(problem("audit-unavailable"))).isEmpty());
    QVERIFY(!fault(problemResponse(problem("digest-mismatch"))).isEmpty());
}

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
