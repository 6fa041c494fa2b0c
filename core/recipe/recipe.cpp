#include "core/recipe/recipe.h"

#include "core/recipe/stepregistry.h"
#include "core/recipe/words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace passel {

namespace {

constexpr int SchemaVersion = 1;
constexpr qsizetype MaxFileSize = 64LL * 1024 * 1024;

Error notARecipe()
{
    return {ErrorKind::Input, QByteArrayLiteral("not-a-recipe"),
            StepWords::tr("This is not a recipe of Passel.")};
}

} // namespace

Error errorAtStep(const Error &error, qsizetype step)
{
    Place place = error.place();
    place.line = step + 1;
    return Error(error.kind(), error.code(),
                 StepWords::tr("Step %1: %2").arg(step + 1).arg(error.message()))
        .withDetail(error.detail())
        .at(std::move(place));
}

bool RecipeStep::operator==(const RecipeStep &other) const
{
    return isEnabled == other.isEnabled && comment == other.comment && step->equals(*other.step);
}

qsizetype Recipe::firstEditable() const
{
    return !m_steps.empty() && m_steps.front().step->id() == "read" ? 1 : 0;
}

Recipe Recipe::with(StepPtr step) const
{
    return withInserted(size(), {std::move(step), true, {}});
}

Recipe Recipe::withInserted(qsizetype index, RecipeStep step) const
{
    Recipe recipe = *this;
    recipe.m_steps.insert(recipe.m_steps.begin() + index, std::move(step));
    return recipe;
}

Recipe Recipe::withReplaced(qsizetype index, RecipeStep step) const
{
    Recipe recipe = *this;
    recipe.m_steps[static_cast<size_t>(index)] = std::move(step);
    return recipe;
}

Recipe Recipe::withRemoved(qsizetype index) const
{
    Recipe recipe = *this;
    recipe.m_steps.erase(recipe.m_steps.begin() + index);
    return recipe;
}

Recipe Recipe::withMoved(qsizetype from, qsizetype to) const
{
    return withRemoved(from).withInserted(to, at(from));
}

bool Recipe::hidesData() const
{
    return std::any_of(m_steps.begin(), m_steps.end(),
                       [](const RecipeStep &entry) { return entry.step->hidesData(); });
}

QJsonObject Recipe::toJson() const
{
    QJsonArray steps;
    for (const RecipeStep &entry : m_steps) {
        QJsonObject json = entry.step->toJson();
        if (!entry.isEnabled)
            json.insert(QStringLiteral("enabled"), false);
        if (!entry.comment.isEmpty())
            json.insert(QStringLiteral("comment"), entry.comment);
        steps.append(json);
    }
    return {{QStringLiteral("schema"), QStringLiteral("passel-recipe/%1").arg(SchemaVersion)},
            {QStringLiteral("steps"), steps}};
}

Result<Recipe> Recipe::fromJson(const QJsonObject &json)
{
    const QString schema = json.value(QStringLiteral("schema")).toString();
    const QString prefix = QStringLiteral("passel-recipe/");
    bool isNumber = false;
    const int version = QStringView(schema).mid(prefix.size()).toInt(&isNumber);
    if (!schema.startsWith(prefix) || !isNumber || version < 1)
        return notARecipe();
    if (version > SchemaVersion) {
        return Error(ErrorKind::Input, QByteArrayLiteral("newer-recipe"),
                     StepWords::tr("This recipe was made by a newer Passel (%1). Update Passel to "
                                   "use it.")
                         .arg(schema));
    }
    const QJsonValue steps = json.value(QStringLiteral("steps"));
    if (!steps.isArray() || steps.toArray().size() > MaxSteps)
        return notARecipe();
    Recipe recipe;
    const QJsonArray list = steps.toArray();
    for (const auto value : list) {
        if (!value.isObject())
            return notARecipe();
        const QJsonObject entry = value.toObject();
        auto step = StepRegistry::fromJson(entry);
        if (!step)
            return errorAtStep(step.error(), recipe.size());
        recipe.m_steps.push_back({*std::move(step),
                                  entry.value(QStringLiteral("enabled")).toBool(true),
                                  entry.value(QStringLiteral("comment")).toString()});
    }
    return recipe;
}

QByteArray Recipe::toFile() const
{
    return QJsonDocument(toJson()).toJson(QJsonDocument::Indented);
}

Result<Recipe> Recipe::fromFile(const QByteArray &bytes)
{
    if (bytes.size() > MaxFileSize) {
        return Error(ErrorKind::Limit, QByteArrayLiteral("limit"),
                     StepWords::tr("The recipe is larger than 64 MiB."));
    }
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parsing);
    if (parsing.error != QJsonParseError::NoError) {
        Place place;
        place.byte = parsing.offset;
        return notARecipe().withDetail(parsing.errorString()).at(std::move(place));
    }
    if (!document.isObject())
        return notARecipe();
    return fromJson(document.object());
}

} // namespace passel
