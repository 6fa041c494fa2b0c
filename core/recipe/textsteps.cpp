#include "core/recipe/textsteps.h"

#include "core/recipe/kernel.h"
#include "core/recipe/parameters.h"
#include "core/recipe/textedit.h"
#include "core/recipe/words.h"

#include <array>

namespace passel {

namespace {

constexpr auto Columns = u"columns";

QString columnsName()
{
    return QStringView(Columns).toString();
}

Sentence textColumnWords(const ColumnRefs &columns)
{
    //: stands for a list of columns
    return columnWords(columns, StepWords::tr("every text column"));
}

// A function of texts that cannot fail.
template <typename Edit>
std::function<TextFunction()> always(Edit edit)
{
    return [edit]() -> TextFunction {
        return [edit](std::string_view text, std::string *out) {
            *out = edit(text);
            return *out == text ? TextChange::None : TextChange::Changed;
        };
    };
}

} // namespace

Result<StepPtr> TrimStep::fromParameters(const QJsonObject &parameters)
{
    ParameterReader reader(QByteArrayLiteral("trim"), parameters);
    ColumnRefs columns = reader.columns(columnsName(), true);
    const bool collapses = reader.flag(QStringLiteral("collapse"), true);
    PASSEL_CHECK(reader.check());
    return std::make_shared<TrimStep>(std::move(columns), collapses);
}

QByteArray TrimStep::id() const
{
    return QByteArrayLiteral("trim");
}

QJsonObject TrimStep::parameters() const
{
    return {{columnsName(), columnsJson(m_columns)},
            {QStringLiteral("collapse"), m_collapsesInside}};
}

Sentence TrimStep::describe() const
{
    return sentenceOf(m_collapsesInside ? StepWords::tr("Trim and collapse spaces in %1")
                                        : StepWords::tr("Trim spaces in %1"),
                      {textColumnWords(m_columns)});
}

ColumnRefs TrimStep::columns() const
{
    return m_columns;
}

Result<StepOutcome> TrimStep::apply(const DocumentArray &array, const TaskContext &context) const
{
    return changeTexts(array, m_columns,
                       always([collapses = m_collapsesInside](std::string_view text) {
                           return trimmed(text, collapses);
                       }),
                       context);
}

Result<StepPtr> ChangeCaseStep::fromParameters(const QJsonObject &parameters)
{
    ParameterReader reader(QByteArrayLiteral("change-case"), parameters);
    ColumnRefs columns = reader.columns(columnsName(), true);
    const To to =
        reader.choice<To>(QStringLiteral("to"), {{QLatin1StringView("upper"), To::Upper},
                                                 {QLatin1StringView("lower"), To::Lower},
                                                 {QLatin1StringView("title"), To::Title},
                                                 {QLatin1StringView("sentence"), To::Capitalized}});
    PASSEL_CHECK(reader.check());
    return std::make_shared<ChangeCaseStep>(std::move(columns), to);
}

QByteArray ChangeCaseStep::id() const
{
    return QByteArrayLiteral("change-case");
}

QJsonObject ChangeCaseStep::parameters() const
{
    static const std::array names{QStringLiteral("upper"), QStringLiteral("lower"),
                                  QStringLiteral("title"), QStringLiteral("sentence")};
    return {{columnsName(), columnsJson(m_columns)},
            {QStringLiteral("to"), names[static_cast<size_t>(m_to)]}};
}

Sentence ChangeCaseStep::describe() const
{
    QString pattern;
    switch (m_to) {
    case To::Upper:
        pattern = StepWords::tr("Write %1 in capitals");
        break;
    case To::Lower:
        pattern = StepWords::tr("Write %1 in small letters");
        break;
    case To::Title:
        pattern = StepWords::tr("Write each word of %1 with a capital");
        break;
    case To::Capitalized:
        pattern = StepWords::tr("Begin %1 with a capital");
        break;
    }
    return sentenceOf(pattern, {textColumnWords(m_columns)});
}

ColumnRefs ChangeCaseStep::columns() const
{
    return m_columns;
}

Result<StepOutcome> ChangeCaseStep::apply(const DocumentArray &array,
                                          const TaskContext &context) const
{
    std::string (*edit)(std::string_view) = m_to == To::Upper   ? upperCase
                                            : m_to == To::Lower ? lowerCase
                                            : m_to == To::Title ? titleCase
                                                                : sentenceCase;
    return changeTexts(array, m_columns, always(edit), context);
}

Result<StepPtr> ReplaceStep::fromParameters(const QJsonObject &parameters)
{
    ParameterReader reader(QByteArrayLiteral("replace"), parameters);
    ColumnRefs columns = reader.columns(columnsName(), true);
    TextPattern find;
    find.text = reader.text(QStringLiteral("find"));
    find.isRegularExpression = reader.flag(QStringLiteral("regex"), false);
    find.isCaseSensitive = reader.flag(QStringLiteral("case"), true);
    find.where = reader.flag(QStringLiteral("whole"), false) ? TextPattern::Where::Whole
                                                             : TextPattern::Where::Anywhere;
    QString replacement = reader.text(QStringLiteral("replacement"));
    PASSEL_CHECK(reader.check());
    return std::make_shared<ReplaceStep>(std::move(columns), std::move(find),
                                         std::move(replacement));
}

QByteArray ReplaceStep::id() const
{
    return QByteArrayLiteral("replace");
}

QJsonObject ReplaceStep::parameters() const
{
    return {{columnsName(), columnsJson(m_columns)},
            {QStringLiteral("find"), m_find.text},
            {QStringLiteral("replacement"), m_replacement},
            {QStringLiteral("regex"), m_find.isRegularExpression},
            {QStringLiteral("case"), m_find.isCaseSensitive},
            {QStringLiteral("whole"), m_find.where == TextPattern::Where::Whole}};
}

Sentence ReplaceStep::describe() const
{
    const Sentence columns = textColumnWords(m_columns);
    const Sentence find = noun(m_find.text);
    if (m_replacement.isEmpty()) {
        return sentenceOf(m_find.isRegularExpression ? StepWords::tr("Remove what matches %1 in %2")
                                                     : StepWords::tr("Remove %1 in %2"),
                          {find, columns});
    }
    return sentenceOf(m_find.isRegularExpression
                          ? StepWords::tr("Replace what matches %1 with %2 in %3")
                          : StepWords::tr("Replace %1 with %2 in %3"),
                      {find, noun(m_replacement), columns});
}

ColumnRefs ReplaceStep::columns() const
{
    return m_columns;
}

bool ReplaceStep::hidesData() const
{
    return true;
}

Result<StepOutcome> ReplaceStep::apply(const DocumentArray &array, const TaskContext &context) const
{
    // An empty literal matches empty cells when whole, and nothing otherwise.
    if (m_find.text.isEmpty() && m_find.where != TextPattern::Where::Whole)
        return StepOutcome{array, {}};
    PASSEL_TRY(const QRegularExpression expression, boundedExpression(m_find));
    const bool isLiteral = !m_find.isRegularExpression;
    QString replacement = m_replacement;
    if (isLiteral)
        replacement.replace(QStringLiteral("\\"), QStringLiteral("\\\\"));
    const std::string find = m_find.text.toStdString();
    const std::string with = m_replacement.toStdString();
    const bool isPlain =
        isLiteral && m_find.isCaseSensitive && m_find.where == TextPattern::Where::Anywhere;
    return changeTexts(
        array, m_columns,
        [&]() -> TextFunction {
            // Made anew for each worker: copies share what they compile lazily.
            const QRegularExpression mine(expression.pattern(), expression.patternOptions());
            return [mine, isPlain, replacement, find, with](std::string_view text,
                                                            std::string *out) {
                const ReplaceResult result = isPlain ? replaceLiteral(text, find, with, out)
                                                     : replaceMatches(text, mine, replacement, out);
                if (result == ReplaceResult::GaveUp || result == ReplaceResult::TooLong)
                    return TextChange::Failed;
                return result == ReplaceResult::None || *out == text ? TextChange::None
                                                                     : TextChange::Changed;
            };
        },
        context);
}

} // namespace passel
