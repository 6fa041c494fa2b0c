#include "core/recipe/condition.h"

#include "core/recipe/words.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace passel {

namespace {

using Operator = Condition::Operator;

constexpr qsizetype MaxParts = 1000;
constexpr qsizetype MaxOperands = 1'000'000;

constexpr std::array<std::pair<Operator, const char *>, 16> Names{{
    {Operator::Equals, "equals"},
    {Operator::NotEquals, "not-equals"},
    {Operator::Less, "less"},
    {Operator::AtMost, "at-most"},
    {Operator::Greater, "greater"},
    {Operator::AtLeast, "at-least"},
    {Operator::Contains, "contains"},
    {Operator::NotContains, "not-contains"},
    {Operator::StartsWith, "starts-with"},
    {Operator::EndsWith, "ends-with"},
    {Operator::Matches, "matches"},
    {Operator::IsMissing, "is-missing"},
    {Operator::IsNotMissing, "is-not-missing"},
    {Operator::IsEmpty, "is-empty"},
    {Operator::InList, "in"},
    {Operator::NotInList, "not-in"},
}};

bool isList(Operator op)
{
    return op == Operator::InList || op == Operator::NotInList;
}

bool takesNothing(Operator op)
{
    return op == Operator::IsMissing || op == Operator::IsNotMissing || op == Operator::IsEmpty;
}

Error badCondition()
{
    return {ErrorKind::Input, QByteArrayLiteral("bad-step"),
            StepWords::tr("The step “keep-rows” has a condition that cannot be read.")};
}

Result<Condition> read(const QJsonObject &json, int depth)
{
    if (depth > Condition::MaxDepth)
        return badCondition();
    Condition condition;
    for (const auto kind : {Condition::Kind::All, Condition::Kind::Any}) {
        const QString name =
            kind == Condition::Kind::All ? QStringLiteral("all") : QStringLiteral("any");
        if (!json.contains(name))
            continue;
        const QJsonValue value = json.value(name);
        if (!value.isArray() || value.toArray().size() > MaxParts)
            return badCondition();
        condition.kind = kind;
        const QJsonArray parts = value.toArray();
        for (const auto part : parts) {
            if (!part.isObject())
                return badCondition();
            PASSEL_TRY(Condition inner, read(part.toObject(), depth + 1));
            condition.parts.push_back(std::move(inner));
        }
        return condition;
    }
    condition.kind = Condition::Kind::Compare;
    PASSEL_TRY(condition.column, ColumnRef::fromJson(json.value(QStringLiteral("column"))));
    const QString op = json.value(QStringLiteral("is")).toString();
    const auto *const known = std::find_if(Names.begin(), Names.end(), [&](const auto &entry) {
        return op == QLatin1StringView(entry.second);
    });
    if (known == Names.end())
        return badCondition();
    condition.op = known->first;
    condition.isCaseSensitive = json.value(QStringLiteral("case")).toBool(true);
    const QJsonValue operand = json.value(QStringLiteral("value"));
    if (isList(condition.op)) {
        if (!operand.isArray() || operand.toArray().size() > MaxOperands)
            return badCondition();
        const QJsonArray operands = operand.toArray();
        for (const auto text : operands) {
            if (!text.isString())
                return badCondition();
            condition.operands << text.toString();
        }
    } else if (!takesNothing(condition.op)) {
        if (!operand.isString())
            return badCondition();
        condition.operands << operand.toString();
    }
    return condition;
}

void collect(const Condition &condition, ColumnRefs *columns)
{
    if (condition.kind == Condition::Kind::Compare) {
        if (std::find(columns->begin(), columns->end(), condition.column) == columns->end())
            columns->push_back(condition.column);
    }
    for (const Condition &part : condition.parts)
        collect(part, columns);
}

Sentence joined(const std::vector<Condition> &parts, Condition::Kind kind)
{
    Sentence sentence;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) {
            sentence.append(
                {kind == Condition::Kind::All ? StepWords::tr(" and ") : StepWords::tr(" or "),
                 false});
        }
        const bool brackets = parts[i].kind != Condition::Kind::Compare && parts[i].kind != kind
                              && parts[i].parts.size() > 1;
        if (brackets)
            sentence.append({QStringLiteral("("), false});
        sentence += parts[i].describe();
        if (brackets)
            sentence.append({QStringLiteral(")"), false});
    }
    return sentence;
}

} // namespace

Condition Condition::compare(ColumnRef column, Operator op, QStringList operands,
                             bool isCaseSensitive)
{
    Condition condition;
    condition.kind = Kind::Compare;
    condition.column = std::move(column);
    condition.op = op;
    condition.operands = std::move(operands);
    condition.isCaseSensitive = isCaseSensitive;
    return condition;
}

Condition Condition::all(std::vector<Condition> parts)
{
    Condition condition;
    condition.kind = Kind::All;
    condition.parts = std::move(parts);
    return condition;
}

Condition Condition::any(std::vector<Condition> parts)
{
    Condition condition;
    condition.kind = Kind::Any;
    condition.parts = std::move(parts);
    return condition;
}

QJsonObject Condition::toJson() const
{
    if (kind != Kind::Compare) {
        QJsonArray list;
        for (const Condition &part : parts)
            list.append(part.toJson());
        return {{kind == Kind::All ? QStringLiteral("all") : QStringLiteral("any"), list}};
    }
    QJsonObject json{{QStringLiteral("column"), column.toJson()},
                     {QStringLiteral("is"), operatorName(op)}};
    if (isList(op))
        json.insert(QStringLiteral("value"), QJsonArray::fromStringList(operands));
    else if (!takesNothing(op))
        json.insert(QStringLiteral("value"), operands.value(0));
    if (!isCaseSensitive)
        json.insert(QStringLiteral("case"), false);
    return json;
}

Result<Condition> Condition::fromJson(const QJsonObject &json)
{
    return read(json, 0);
}

Sentence Condition::describe() const
{
    if (kind == Kind::All && parts.empty())
        return {{StepWords::tr("anything is"), false}};
    if (kind == Kind::Any && parts.empty())
        return {{StepWords::tr("nothing is"), false}};
    if (kind != Kind::Compare)
        return joined(parts, kind);
    if (takesNothing(op))
        return sentenceOf(QStringLiteral("%1 %2"),
                          {noun(column.title()), Sentence{{operatorTitle(op), false}}});
    QString value = operands.value(0);
    if (isList(op)) {
        constexpr qsizetype Most = 3;
        value = operands.mid(0, Most).join(QStringLiteral(", "));
        if (operands.size() > Most)
            value +=
                StepWords::tr(" and %Ln more", nullptr, static_cast<int>(operands.size() - Most));
    }
    return sentenceOf(QStringLiteral("%1 %2 %3"),
                      {noun(column.title()), Sentence{{operatorTitle(op), false}}, noun(value)});
}

ColumnRefs Condition::columns() const
{
    ColumnRefs columns;
    collect(*this, &columns);
    return columns;
}

QString operatorName(Operator op)
{
    const auto *const known = std::find_if(Names.begin(), Names.end(),
                                           [op](const auto &entry) { return entry.first == op; });
    return QString::fromLatin1(known->second);
}

QString operatorTitle(Operator op)
{
    switch (op) {
    case Operator::Equals:
        return StepWords::tr("is");
    case Operator::NotEquals:
        return StepWords::tr("is not");
    case Operator::Less:
        return StepWords::tr("is less than");
    case Operator::AtMost:
        return StepWords::tr("is at most");
    case Operator::Greater:
        return StepWords::tr("is greater than");
    case Operator::AtLeast:
        return StepWords::tr("is at least");
    case Operator::Contains:
        return StepWords::tr("contains");
    case Operator::NotContains:
        return StepWords::tr("does not contain");
    case Operator::StartsWith:
        return StepWords::tr("starts with");
    case Operator::EndsWith:
        return StepWords::tr("ends with");
    case Operator::Matches:
        return StepWords::tr("matches");
    case Operator::IsMissing:
        return StepWords::tr("is missing");
    case Operator::IsNotMissing:
        return StepWords::tr("is not missing");
    case Operator::IsEmpty:
        return StepWords::tr("is empty");
    case Operator::InList:
        return StepWords::tr("is one of");
    case Operator::NotInList:
        return StepWords::tr("is none of");
    }
    return {};
}

std::vector<Operator> operatorsFor(const ColumnType &type)
{
    std::vector<Operator> operators;
    if (type.isBytes() && type.kind != TypeKind::Bytes) {
        operators = {Operator::Contains,   Operator::Equals,   Operator::NotEquals,
                     Operator::StartsWith, Operator::EndsWith, Operator::NotContains,
                     Operator::Matches,    Operator::InList,   Operator::NotInList,
                     Operator::IsEmpty,    Operator::Less,     Operator::AtMost,
                     Operator::Greater,    Operator::AtLeast};
    } else if (type.isIntegral() || type.isFloating()) {
        operators = {Operator::Equals, Operator::NotEquals, Operator::AtLeast,
                     Operator::AtMost, Operator::Greater,   Operator::Less,
                     Operator::InList, Operator::NotInList, Operator::Contains};
    } else if (type.kind == TypeKind::Bool) {
        operators = {Operator::Equals, Operator::NotEquals};
    }
    operators.push_back(Operator::IsMissing);
    operators.push_back(Operator::IsNotMissing);
    return operators;
}

} // namespace passel
