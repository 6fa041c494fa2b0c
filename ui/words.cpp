#include "ui/words.h"

#include "core/array/textform.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <climits>
#include <cmath>
#include <string>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::Words)
};

} // namespace

int pluralCount(qint64 count)
{
    // Plural rules look at the last digits too, which clamping would change.
    return count > INT_MAX ? static_cast<int>(count % 1'000'000 + 1'000'000)
                           : static_cast<int>(count);
}

QString capitalised(const QString &text)
{
    return text.isEmpty() ? text : QLocale().toUpper(text.left(1)) + text.mid(1);
}

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

QString rowsText(qint64 count)
{
    //: %1 is the number of rows, written with grouping; choose the form by the count.
    return Words::tr("%1 row(s)", nullptr, pluralCount(count)).arg(numberText(count));
}

QString cellsText(qint64 count)
{
    //: %1 is the number of cells, written with grouping; choose the form by the count.
    return Words::tr("%1 cell(s)", nullptr, pluralCount(count)).arg(numberText(count));
}

QString columnsText(qint64 count)
{
    //: %1 is the number of columns, written with grouping; choose the form by the count.
    return Words::tr("%1 column(s)", nullptr, pluralCount(count)).arg(numberText(count));
}

QString shareText(qint64 part, qint64 whole)
{
    if (whole <= 0)
        return {};
    const double share = 100.0 * double(part) / double(whole);
    //: %1 is a number, as in "28 %"
    const QString form = Words::tr("%1 %");
    if (part > 0 && share < 1)
        return u"< "_s + form.arg(numberText(1));
    if (part < whole && share > 99)
        return u"> "_s + form.arg(numberText(99));
    return form.arg(QLocale().toString(qRound(share)));
}

QString sizeText(qint64 bytes)
{
    // A number and its unit stay on one line.
    return QLocale()
        .formattedDataSize(bytes, bytes < 1000 ? 0 : 1, QLocale::DataSizeSIFormat)
        .replace(u' ', QChar::Nbsp);
}

QString durationText(qint64 milliseconds)
{
    const QLocale locale;
    if (milliseconds < 1000)
        return Words::tr("%1 ms").arg(locale.toString(milliseconds));
    if (milliseconds < 60'000)
        return Words::tr("%1 s").arg(locale.toString(double(milliseconds) / 1000, 'f', 1));
    const qint64 seconds = milliseconds / 1000;
    return Words::tr("%1 min %2 s")
        .arg(locale.toString(seconds / 60), locale.toString(seconds % 60));
}

QString valueText(const ColumnType &type, const TextForm &form, const Value &value, qsizetype limit)
{
    if (value.isNull())
        return {};
    if (type.kind == TypeKind::Int)
        return numberText(value.toInt());
    if (type.isFloating()) {
        const double number = value.toDouble();
        if (std::isfinite(number)) {
            QLocale locale;
            const int decimals = form.startsWith('.') && form.size() == 2 && form[1] != '0'
                                     ? form[1] - '0'
                                     : QLocale::FloatingPointShortest;
            const bool isPlain =
                number == 0 || (std::abs(number) >= 1e-4 && std::abs(number) < 1e15);
            return locale.toString(number, isPlain ? 'f' : 'g', decimals);
        }
    }
    std::string text;
    appendText(type, form, value, &text);
    // A character has at most four bytes: no need to decode more than may be shown.
    const auto bytes = static_cast<size_t>(limit) * 4;
    QString shown =
        QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min(text.size(), bytes)));
    if (shown.size() > limit || text.size() > bytes)
        shown = shown.left(limit) + u'\u2026';
    return shown;
}

QString unitsText(const ColumnType &type, const TextForm &form, double units)
{
    if (type.isIntegral() && type.kind != TypeKind::Int)
        return valueText(type, form, Value::counted(type.kind, qRound64(units)));
    return QLocale().toString(units, 'g', 6);
}

Wording wordingOf(const Sentence &sentence)
{
    Wording result;
    for (const Phrase &phrase : sentence)
        result.append(phrase.text, phrase.isEmphasised);
    return result;
}

} // namespace passel
