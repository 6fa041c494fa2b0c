#include "ui/actions/filterconditions.h"

#include <cmath>

namespace passel {

namespace {

// As a file would have it, so that the column's own form reads it.
QString operandOf(const Field &field, double units)
{
    std::string text;
    if (field.type.isIntegral())
        appendIntText(field.type, field.form, qRound64(units), &text);
    else
        appendFloatText(TypeKind::Float64, field.form.startsWith(',') ? TextForm(",") : TextForm(),
                        units, &text);
    return QString::fromStdString(text);
}

} // namespace

Condition valueCondition(const Schema &schema, qsizetype column, const QStringList &texts)
{
    const ColumnRef ref = ColumnRef::of(schema, column);
    if (texts.size() == 1)
        return Condition::compare(ref, Condition::Operator::Equals, texts);
    return Condition::compare(ref, Condition::Operator::InList, texts);
}

Condition frequentCondition(const Schema &schema, qsizetype column,
                            const std::vector<ProfileValue> &values)
{
    QStringList whole;
    std::vector<Condition> any;
    for (const ProfileValue &value : values) {
        const QString text = QString::fromStdString(value.text);
        if (value.isCut)
            any.push_back(Condition::compare(ColumnRef::of(schema, column),
                                             Condition::Operator::StartsWith, {text}));
        else
            whole << text;
    }
    if (!whole.isEmpty())
        any.insert(any.begin(), valueCondition(schema, column, whole));
    return any.size() == 1 ? any.front() : Condition::any(std::move(any));
}

Condition rangeCondition(const Schema &schema, qsizetype column, double low, double high,
                         bool includesHigh)
{
    const ColumnRef ref = ColumnRef::of(schema, column);
    const Field &field = schema.field(column);
    // Whole units lie between fractional edges: at least the next one up.
    const bool isWhole = field.type.isIntegral();
    const double from = isWhole ? std::ceil(low) : low;
    const double to = isWhole ? (includesHigh ? std::floor(high) : std::ceil(high)) : high;
    return Condition::all(
        {Condition::compare(ref, Condition::Operator::AtLeast, {operandOf(field, from)}),
         Condition::compare(ref,
                            includesHigh ? Condition::Operator::AtMost : Condition::Operator::Less,
                            {operandOf(field, to)})});
}

Condition missingCondition(const Schema &schema, qsizetype column, bool isMissing)
{
    return Condition::compare(ColumnRef::of(schema, column),
                              isMissing ? Condition::Operator::IsMissing
                                        : Condition::Operator::IsNotMissing);
}

} // namespace passel
