#include "ui/readstrip.h"

#include "core/base/log.h"
#include "ui/kit/plaintext.h"
#include "ui/kit/striprow.h"
#include "ui/words.h"

#include <QActionGroup>
#include <QMenu>
#include <QPointer>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

struct Encoding
{
    const char *name;  // iconv's
    const char *title; // translated
};

constexpr std::array Encodings{
    Encoding{"UTF-8", QT_TRANSLATE_NOOP("passel::ReadStrip", "UTF-8")},
    Encoding{"UTF-16LE", QT_TRANSLATE_NOOP("passel::ReadStrip", "UTF-16, little-endian")},
    Encoding{"UTF-16BE", QT_TRANSLATE_NOOP("passel::ReadStrip", "UTF-16, big-endian")},
    Encoding{"WINDOWS-1252", QT_TRANSLATE_NOOP("passel::ReadStrip", "Windows-1252, Western")},
    Encoding{"ISO-8859-15", QT_TRANSLATE_NOOP("passel::ReadStrip", "ISO 8859-15, Western")},
    Encoding{"WINDOWS-1250",
             QT_TRANSLATE_NOOP("passel::ReadStrip", "Windows-1250, Central Europe")},
    Encoding{"WINDOWS-1251", QT_TRANSLATE_NOOP("passel::ReadStrip", "Windows-1251, Cyrillic")},
    Encoding{"GB18030", QT_TRANSLATE_NOOP("passel::ReadStrip", "GB 18030, Chinese")},
    Encoding{"SHIFT_JIS", QT_TRANSLATE_NOOP("passel::ReadStrip", "Shift JIS, Japanese")},
};

constexpr std::array Delimiters{',', ';', '\t', '|'};

QString delimiterTitle(char delimiter)
{
    switch (delimiter) {
    case ',':
        return ReadStrip::tr("comma");
    case ';':
        return ReadStrip::tr("semicolon");
    case '\t':
        return ReadStrip::tr("tab");
    case '|':
        return ReadStrip::tr("vertical bar");
    default:
        return {QLatin1Char(delimiter)};
    }
}

QString reasonOf(const ReadReport &report, const QByteArray &option)
{
    for (const Guess &guess : report.guesses) {
        if (guess.option == option)
            return guess.reason;
    }
    return {};
}

} // namespace

ReadStrip::ReadStrip(QObject *parent)
    : QObject(parent)
    , m_row(new StripRow)
{
    m_row->setObjectName(u"readStrip"_s);
    m_row->setAccessibleName(tr("How the table was read"));
}

ReadStrip::~ReadStrip()
{
    if (!m_row->parent())
        delete m_row;
}

void ReadStrip::showReading(const QString &name)
{
    m_row->reset();
    m_row->addRemark(tr("Reading %1").arg(visibleText(name)));
}

void ReadStrip::showReport(const ReadReport &report, const QString &attribution, bool canReadAgain)
{
    m_report = report;
    m_row->reset();
    addWords(report, canReadAgain);
    if (!attribution.isEmpty())
        m_row->addRemark(attribution);
    const qint64 issues = report.issues.count();
    const QString rows = rowsText(report.rows);
    m_row->setSentence(
        issues == 0 ? tr("%1 read, nothing dropped").arg(rows)
                    : tr("%1 read, %2")
                          .arg(rows, tr("%n thing(s) to look at", nullptr, pluralCount(issues))),
        issues > 0);
    m_row->setEnd(tr("%1 in %2").arg(sizeText(report.bytes), durationText(report.milliseconds)));
}

void ReadStrip::showWords(const QStringList &words)
{
    m_row->reset();
    for (const QString &word : words)
        m_row->addRemark(word);
}

void ReadStrip::showPath(const QStringList &path)
{
    m_row->reset();
    for (int i = 0; i < path.size(); ++i) {
        if (i + 1 == path.size()) {
            m_row->addRemark(path[i]);
            break;
        }
        QToolButton *word = m_row->addWord(tr("Back to"), visibleText(path[i]));
        word->setObjectName(u"path"_s + QString::number(i));
        connect(word, &QAbstractButton::clicked, this, [this, i] { emit levelChosen(i); });
    }
    m_row->setSentence(tr("Backspace goes back"));
}

QMenu *ReadStrip::menu(const QStringList &titles, int current,
                       const std::function<void(int, ReadOptions *)> &choose)
{
    auto *made = new QMenu(m_row);
    auto *group = new QActionGroup(made);
    for (int i = 0; i < titles.size(); ++i) {
        QAction *action = made->addAction(plainActionText(titles[i]));
        action->setCheckable(true);
        action->setChecked(i == current);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, i, choose] {
            if (!m_report)
                return;
            ReadOptions options = m_report->options;
            choose(i, &options);
            if (options != m_report->options)
                emit optionsChosen(options);
        });
    }
    return made;
}

void ReadStrip::addWords(const ReadReport &report, bool canReadAgain)
{
    const ReadOptions &options = report.options;
    const auto add = [&](const QString &what, const QString &word, const QByteArray &option,
                         QMenu *made) {
        QToolButton *button = nullptr;
        if (canReadAgain) {
            button = m_row->addWord(what, word, made);
            button->setObjectName(u"strip-"_s + QString::fromLatin1(option));
            if (const QString reason = reasonOf(report, option); !reason.isEmpty())
                button->setToolTip(plainToolTip(reason));
        } else {
            delete made;
            m_row->addRemark(word);
        }
        return button;
    };

    QStringList titles;
    int current = -1;
    for (size_t i = 0; i < Encodings.size(); ++i) {
        titles << tr(Encodings[i].title);
        if (options.encoding.compare(Encodings[i].name, Qt::CaseInsensitive) == 0)
            current = static_cast<int>(i);
    }
    QToolButton *encoding = add(tr("Encoding"), QString::fromLatin1(options.encoding), "encoding",
                                menu(titles, current, [](int i, ReadOptions *o) {
                                    o->encoding = Encodings[static_cast<size_t>(i)].name;
                                }));
    if (encoding && report.issues.count("wrong-encoding") > 0)
        StripRow::setOdd(encoding, true);

    if (options.format == "csv") {
        titles.clear();
        for (const char delimiter : Delimiters)
            titles << delimiterTitle(delimiter);
        const auto *const at = std::find(Delimiters.begin(), Delimiters.end(), options.delimiter);
        add(tr("Delimiter"), delimiterTitle(options.delimiter), "delimiter",
            menu(titles, at == Delimiters.end() ? -1 : static_cast<int>(at - Delimiters.begin()),
                 [](int i, ReadOptions *o) { o->delimiter = Delimiters[static_cast<size_t>(i)]; }));
        const auto inLine = [&](qint64 line) {
            return tr("header in line %1").arg(numberText(line));
        };
        titles = {tr("no header"), inLine(options.skipLines + 1)};
        if (options.skipLines > 0)
            titles << inLine(1);
        titles << inLine(options.skipLines + 2);
        const qint64 skip = options.skipLines;
        add(tr("Header"), options.hasHeader ? inLine(skip + 1) : tr("no header"), "hasHeader",
            menu(titles, options.hasHeader ? 1 : 0, [skip](int i, ReadOptions *o) {
                o->hasHeader = i > 0;
                if (i > 1)
                    o->skipLines = i == 2 && skip > 0 ? 0 : skip + 1;
            }));
        if (options.quote != '"' || report.issues.count("stray-quote") > 0) {
            titles = {tr("double quotes"), tr("single quotes"), tr("no quotes")};
            const int quote = options.quote == '"' ? 0 : options.quote == '\'' ? 1 : 2;
            add(tr("Quotes"), titles[quote], "quote",
                menu(titles, quote, [](int i, ReadOptions *o) {
                    o->quote = i == 0 ? '"' : i == 1 ? '\'' : '\0';
                }));
        }
    } else {
        m_row->addRemark(options.format == "ndjson" ? tr("JSON lines") : tr("JSON"));
        titles = {tr("members are columns"), tr("DocArray documents")};
        const int kind = options.asDocuments ? 1 : 0;
        add(tr("Members"), titles[kind], "format",
            menu(titles, kind, [](int i, ReadOptions *o) { o->asDocuments = i == 1; }));
    }
    titles = {tr("types from all rows"), tr("all text")};
    const int types = options.types == TypePolicy::Text ? 1 : 0;
    add(tr("Types"), titles[types], "types", menu(titles, types, [](int i, ReadOptions *o) {
            o->types = i == 1 ? TypePolicy::Text : TypePolicy::Automatic;
        }));
}

} // namespace passel
