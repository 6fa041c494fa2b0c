#include "core/recipe/step.h"

#include "core/recipe/words.h"

namespace passel {

ColumnRef ColumnRef::of(const Schema &schema, qsizetype index)
{
    ColumnRef ref{schema.field(index).name, 0};
    for (qsizetype i = 0; i < index; ++i)
        ref.occurrence += schema.field(i).name == ref.name ? 1 : 0;
    return ref;
}

Result<qsizetype> ColumnRef::in(const Schema &schema) const
{
    int left = occurrence;
    for (qsizetype i = 0; i < schema.size(); ++i) {
        if (schema.field(i).name == name && left-- == 0)
            return i;
    }
    Place place;
    place.field = name;
    return Error(
               ErrorKind::NotFound, QByteArrayLiteral("no-such-column"),
               StepWords::tr("The table has no column “%1”. It was renamed or removed, or this is "
                             "another table.")
                   .arg(title()))
        .at(std::move(place));
}

QString ColumnRef::title() const
{
    return occurrence == 0 ? name : QStringLiteral("%1 (%2)").arg(name).arg(occurrence + 1);
}

QJsonValue ColumnRef::toJson() const
{
    if (occurrence == 0)
        return name;
    return QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("occurrence"), occurrence}};
}

Result<ColumnRef> ColumnRef::fromJson(const QJsonValue &json)
{
    if (json.isString())
        return ColumnRef{json.toString(), 0};
    const QJsonValue name = json[QStringLiteral("name")];
    const int occurrence = json[QStringLiteral("occurrence")].toInt(-1);
    if (!name.isString() || occurrence < 0) {
        return Error(ErrorKind::Input, QByteArrayLiteral("bad-step"),
                     StepWords::tr("A column must be given by its name."));
    }
    return ColumnRef{name.toString(), occurrence};
}

QString plainText(const Sentence &sentence)
{
    QString text;
    for (const Phrase &phrase : sentence)
        text += phrase.text;
    return text;
}

QString StepReport::sentence() const
{
    QStringList parts;
    if (cellsChanged > 0) {
        //: %1 is "12 cells", %2 is "2 columns"
        parts << StepWords::tr("%1 changed in %2")
                     .arg(
                         StepWords::tr("%Ln cell(s)", nullptr, static_cast<int>(cellsChanged)),
                         StepWords::tr("%Ln column(s)", nullptr, static_cast<int>(columnsTouched)));
    } else if (columnsTouched > 0) {
        parts << StepWords::tr("%Ln column(s) changed", nullptr, static_cast<int>(columnsTouched));
    }
    if (rowsRemoved > 0)
        parts << StepWords::tr("%Ln row(s) removed", nullptr, static_cast<int>(rowsRemoved));
    if (rowsAdded > 0)
        parts << StepWords::tr("%Ln row(s) added", nullptr, static_cast<int>(rowsAdded));
    if (rowsMoved > 0)
        parts << StepWords::tr("%Ln row(s) sorted", nullptr, static_cast<int>(rowsMoved));
    if (failureCount > 0)
        parts << StepWords::tr("%Ln cell(s) could not be done", nullptr,
                               static_cast<int>(failureCount));
    if (parts.isEmpty())
        return StepWords::tr("nothing changed");
    return parts.join(QStringLiteral(", "));
}

QJsonObject Step::toJson() const
{
    return {{QStringLiteral("step"), QString::fromLatin1(id())},
            {QStringLiteral("version"), version()},
            {QStringLiteral("parameters"), parameters()}};
}

bool Step::equals(const Step &other) const
{
    return this == &other
           || (id() == other.id() && version() == other.version()
               && parameters() == other.parameters());
}

Sentence noun(const QString &text)
{
    return {{text, true}};
}

Sentence sentenceOf(const QString &pattern, const QList<Sentence> &parts)
{
    Sentence sentence;
    QString words;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int index = pattern.at(i) == u'%' && i + 1 < pattern.size()
                              ? pattern.at(i + 1).digitValue() - 1
                              : -1;
        if (index < 0 || index >= parts.size()) {
            words += pattern.at(i);
            continue;
        }
        if (!words.isEmpty())
            sentence.append({words, false});
        words.clear();
        sentence += parts.at(index);
        ++i;
    }
    if (!words.isEmpty())
        sentence.append({words, false});
    return sentence;
}

Sentence sentenceOf(const QString &pattern, const QStringList &nouns)
{
    QList<Sentence> parts;
    for (const QString &text : nouns)
        parts.append(noun(text));
    return sentenceOf(pattern, parts);
}

Sentence columnWords(const ColumnRefs &columns, const QString &otherwise)
{
    constexpr size_t Most = 5;
    if (columns.empty())
        return {{otherwise, false}};
    Sentence sentence;
    const size_t shown = columns.size() > Most + 1 ? Most : columns.size();
    for (size_t i = 0; i < shown; ++i) {
        if (i > 0) {
            const bool isLast = i + 1 == columns.size();
            //: between the last two of a list, as in "a, b and c"
            sentence.append({isLast ? StepWords::tr(" and ") : QStringLiteral(", "), false});
        }
        sentence.append({columns[i].title(), true});
    }
    if (shown < columns.size()) {
        //: behind a list of five columns
        sentence.append(
            {StepWords::tr(" and %Ln more", nullptr, static_cast<int>(columns.size() - shown)),
             false});
    }
    return sentence;
}

} // namespace passel
