// Holds the files of texts: nothing is left unsaid, and no text loses what is put into it.

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {

//! \brief One text of a .ts file.
struct Message
{
    QString context;
    QString source;
    QString state;         // the attribute "type" of the translation; empty when it is finished
    QStringList forms;     // the translation, or its plural forms
    bool isPlural = false; // the text counts something (%n)
};

//! \brief Every text of the file, in its order; an error of the file is told in `error`.
QList<Message> messagesOf(const QString &path, QString &error)
{
    QList<Message> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        error = file.errorString();
        return messages;
    }
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QStringView name = xml.name();
        if (name == "name"_L1) {
            context = xml.readElementText();
        } else if (name == "message"_L1) {
            messages.append(
                {context, {}, {}, {}, xml.attributes().value("numerus"_L1) == "yes"_L1});
        } else if (name == "source"_L1 && !messages.isEmpty()) {
            messages.last().source = xml.readElementText();
        } else if (name == "translation"_L1 && !messages.isEmpty()) {
            messages.last().state = xml.attributes().value("type"_L1).toString();
            if (!messages.last().isPlural)
                messages.last().forms.append(xml.readElementText());
        } else if (name == "numerusform"_L1 && !messages.isEmpty()) {
            messages.last().forms.append(xml.readElementText());
        }
    }
    if (xml.hasError())
        error = xml.errorString();
    return messages;
}

//! \brief The places of a text that the program fills, sorted: %1, %L2, %n and their like.
QStringList placeholdersOf(const QString &text)
{
    static const QRegularExpression place(u"%(?:L?n|L?[0-9]{1,2})"_s);
    QStringList places;
    for (const QRegularExpressionMatch &match : place.globalMatch(text))
        places.append(match.captured());
    places.sort();
    return places;
}

//! \brief The blanks that begin and end a text; words are put together by them.
QStringList edgesOf(const QString &text)
{
    static const QRegularExpression begin(u"^\\s*"_s);
    static const QRegularExpression end(u"\\s*$"_s);
    return {begin.match(text).captured(), end.match(text).captured()};
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void everyTextIsWhole_data();
    void everyTextIsWhole();
    void everyTextIsThere_data();
    void everyTextIsThere();
};

void TestTranslations::everyTextIsWhole_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("pluralsOnly");
    QTest::newRow("German") << u"de"_s << false;
    QTest::newRow("English, plurals only") << u"en"_s << true;
}

void TestTranslations::everyTextIsWhole()
{
    QFETCH(QString, language);
    QFETCH(bool, pluralsOnly);
    const QString path =
        QStringLiteral(PASSEL_SOURCE_DIR "/translations/passel_%1.ts").arg(language);
    QString error;
    const QList<Message> messages = messagesOf(path, error);
    QVERIFY2(error.isEmpty(), qPrintable(path + u": "_s + error));
    QVERIFY(!messages.isEmpty());

    // All that is wrong is told at once, so that one run is enough to set it right.
    QStringList wrong;
    for (const Message &message : messages) {
        const QString where = message.context + u": “"_s + message.source + u"”"_s;
        // A local tr() that asks for another context: the program would never find this text.
        if (message.context == "passel"_L1 || message.context.isEmpty())
            wrong.append(where + u" belongs to no class"_s);
        if (!message.state.isEmpty())
            wrong.append(where + u" is "_s + message.state);
        if (pluralsOnly && !message.isPlural)
            wrong.append(where + u" is no plural"_s);
        if (message.forms.size() != (message.isPlural ? 2 : 1))
            wrong.append(where + u" has %1 forms"_s.arg(message.forms.size()));
        for (const QString &form : message.forms) {
            if (form.isEmpty())
                wrong.append(where + u" has an empty form"_s);
            else if (placeholdersOf(form) != placeholdersOf(message.source))
                wrong.append(where + u" has other placeholders in “"_s + form + u"”"_s);
            else if (edgesOf(form) != edgesOf(message.source))
                wrong.append(where + u" has other blanks around “"_s + form + u"”"_s);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestTranslations::everyTextIsThere_data()
{
    everyTextIsWhole_data();
}

// The files are written by the target `translations`: after changing words it is easily forgotten.
void TestTranslations::everyTextIsThere()
{
    QFETCH(QString, language);
    QFETCH(bool, pluralsOnly);
    const QString path =
        QStringLiteral(PASSEL_SOURCE_DIR "/translations/passel_%1.ts").arg(language);
    QTemporaryDir folder;
    const QString taken = folder.filePath(QFileInfo(path).fileName());
    QVERIFY(QFile::copy(path, taken));
    QStringList arguments{u"-silent"_s, u"-locations"_s, u"none"_s, u"-no-obsolete"_s};
    if (pluralsOnly)
        arguments.append(u"-pluralonly"_s);
    arguments.append({u"core"_s, u"ui"_s, u"app"_s, u"-I"_s, u"."_s, u"-ts"_s, taken});
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(PASSEL_SOURCE_DIR));
    lupdate.start(QStringLiteral(PASSEL_LUPDATE), arguments);
    QVERIFY2(lupdate.waitForFinished(120'000), qPrintable(lupdate.errorString()));
    QVERIFY2(lupdate.exitCode() == 0, lupdate.readAllStandardError().constData());

    const auto textsOf = [](const QString &file, QStringList *texts) {
        QString error;
        for (const Message &message : messagesOf(file, error))
            texts->append(message.context + u": “"_s + message.source + u"”"_s);
        QVERIFY2(error.isEmpty(), qPrintable(error));
        texts->sort();
    };
    QStringList kept;
    QStringList found;
    textsOf(path, &kept);
    textsOf(taken, &found);
    QStringList wrong;
    std::set_difference(found.begin(), found.end(), kept.begin(), kept.end(),
                        std::back_inserter(wrong));
    QVERIFY2(wrong.isEmpty(), qPrintable(path + u" lacks (build the target `translations`): "_s
                                         + wrong.join(u'\n')));
    std::set_difference(kept.begin(), kept.end(), found.begin(), found.end(),
                        std::back_inserter(wrong));
    QVERIFY2(wrong.isEmpty(),
             qPrintable(path + u" has texts that nobody shows: "_s + wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
