#include "core/recipe/stepregistry.h"

#include "core/recipe/cellsteps.h"
#include "core/recipe/columnsteps.h"
#include "core/recipe/rowsteps.h"
#include "core/recipe/textsteps.h"
#include "core/recipe/valuesteps.h"
#include "core/recipe/words.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace passel {

namespace {

using Kind = ParameterKind;

StepParameter parameter(const char *name, Kind kind, const QString &title,
                        const QJsonValue &initial = {}, const QString &hint = {})
{
    StepParameter made;
    made.name = QString::fromLatin1(name);
    made.kind = kind;
    made.title = title;
    made.initial = initial;
    made.hint = hint;
    return made;
}

StepParameter oneColumn()
{
    return parameter("column", Kind::Column, StepWords::tr("Column"));
}

StepParameter someColumns()
{
    return parameter("columns", Kind::Columns, StepWords::tr("Columns"), QJsonArray());
}

StepParameter columnsOr(const QString &hint)
{
    StepParameter made =
        parameter("columns", Kind::Columns, StepWords::tr("Columns"), QJsonArray(), hint);
    made.isOptional = true;
    return made;
}

StepParameter choice(const char *name, const QString &title, std::vector<ParameterChoice> choices)
{
    StepParameter made = parameter(name, Kind::Choice, title, choices.front().value);
    made.choices = std::move(choices);
    return made;
}

StepParameter typeParameter()
{
    return parameter("type", Kind::Type, StepWords::tr("Type"), QStringLiteral("text"));
}

StepParameter formParameter()
{
    StepParameter made = parameter("form", Kind::Form, StepWords::tr("Written as"), QString(),
                                   StepWords::tr("Found from the cells when empty"));
    made.isOptional = true;
    return made;
}

QStringList words(const QString &list)
{
    return list.split(QStringLiteral(", "), Qt::SkipEmptyParts);
}

StepInfo info(const char *id, StepCategory category, const QString &title, const QString &synonyms,
              std::vector<StepParameter> parameters)
{
    StepInfo made;
    made.id = id;
    made.title = title;
    made.synonyms = words(synonyms);
    made.category = category;
    made.parameters = std::move(parameters);
    return made;
}

StepInfo hidden(StepInfo made)
{
    made.isInPalette = false;
    return made;
}

StepInfo renameInfo()
{
    //: Synonyms of a step that a palette finds it by, separated by ", "
    return info("rename", StepCategory::Columns, StepWords::tr("Rename column"),
                StepWords::tr("name, header, title"),
                {oneColumn(), parameter("name", Kind::Name, StepWords::tr("New name"))});
}

StepInfo removeColumnsInfo()
{
    return info("remove-columns", StepCategory::Columns, StepWords::tr("Remove columns"),
                StepWords::tr("delete, drop, hide"), {someColumns()});
}

StepInfo reorderColumnsInfo()
{
    return info(
        "reorder-columns", StepCategory::Columns, StepWords::tr("Move columns"),
        StepWords::tr("reorder, order, position, front"),
        {someColumns(), parameter("position", Kind::Position, StepWords::tr("Before column"), 0)});
}

StepInfo castInfo()
{
    return info("cast", StepCategory::Values, StepWords::tr("Change type"),
                StepWords::tr("cast, convert, date, number, text, parse"),
                {someColumns(), typeParameter(), formParameter()});
}

StepInfo setTypeInfo()
{
    return hidden(info("set-type", StepCategory::Values, StepWords::tr("Take as type"), {},
                       {oneColumn(), typeParameter(), formParameter()}));
}

StepInfo trimInfo()
{
    return info(
        "trim", StepCategory::Text, StepWords::tr("Trim spaces"),
        StepWords::tr("strip, whitespace, blanks, collapse, clean"),
        {columnsOr(StepWords::tr("Every text column")),
         parameter("collapse", Kind::Flag, StepWords::tr("Make one space of several"), true)});
}

StepInfo changeCaseInfo()
{
    return info("change-case", StepCategory::Text, StepWords::tr("Change case"),
                StepWords::tr("upper, lower, capitals, title, sentence, small letters"),
                {columnsOr(StepWords::tr("Every text column")),
                 choice("to", StepWords::tr("To"),
                        {{QStringLiteral("upper"), StepWords::tr("CAPITALS")},
                         {QStringLiteral("lower"), StepWords::tr("small letters")},
                         {QStringLiteral("title"), StepWords::tr("Each Word With A Capital")},
                         {QStringLiteral("sentence"), StepWords::tr("First letter a capital")}})});
}

StepInfo replaceInfo()
{
    return info("replace", StepCategory::Text, StepWords::tr("Replace text"),
                StepWords::tr("substitute, find, regex, regular expression, remove text"),
                {columnsOr(StepWords::tr("Every text column")),
                 parameter("find", Kind::Text, StepWords::tr("Find")),
                 parameter("replacement", Kind::Text, StepWords::tr("Replace with"), QString(),
                           StepWords::tr("Nothing")),
                 parameter("whole", Kind::Flag, StepWords::tr("Whole cells only"), false),
                 parameter("case", Kind::Flag, StepWords::tr("Capitals matter"), true),
                 parameter("regex", Kind::Flag, StepWords::tr("Regular expression"), false,
                           StepWords::tr("\\1 in the replacement is the first group"))});
}

StepInfo fillMissingInfo()
{
    return info("fill-missing", StepCategory::Values, StepWords::tr("Fill missing cells"),
                StepWords::tr("fill down, null, empty, na, default, blank"),
                {someColumns(),
                 choice("with", StepWords::tr("With"),
                        {{QStringLiteral("constant"), StepWords::tr("A value")},
                         {QStringLiteral("previous"), StepWords::tr("The value above")},
                         {QStringLiteral("next"), StepWords::tr("The value below")}}),
                 parameter("value", Kind::Text, StepWords::tr("Value"), QString())});
}

StepInfo keepRowsInfo()
{
    return info("keep-rows", StepCategory::Rows, StepWords::tr("Keep rows where"),
                StepWords::tr("filter, where, select, remove rows, condition"),
                {parameter("condition", Kind::Condition, StepWords::tr("Condition")),
                 parameter("remove", Kind::Flag, StepWords::tr("Remove them instead"), false)});
}

StepInfo sortInfo()
{
    return info("sort", StepCategory::Rows, StepWords::tr("Sort rows"),
                StepWords::tr("order, ascending, descending, rank"),
                {parameter("keys", Kind::SortKeys, StepWords::tr("By"))});
}

StepInfo dropDuplicatesInfo()
{
    return info("drop-duplicates", StepCategory::Rows, StepWords::tr("Drop duplicate rows"),
                StepWords::tr("unique, distinct, deduplicate, repeated"),
                {columnsOr(StepWords::tr("All columns")),
                 choice("keep", StepWords::tr("Keep"),
                        {{QStringLiteral("first"), StepWords::tr("The first")},
                         {QStringLiteral("last"), StepWords::tr("The last")}})});
}

StepInfo deleteRowsInfo()
{
    return hidden(info("delete-rows", StepCategory::Rows, StepWords::tr("Delete rows"), {},
                       {parameter("rows", Kind::Rows, StepWords::tr("Rows"))}));
}

StepInfo insertRowsInfo()
{
    return hidden(info("insert-rows", StepCategory::Rows, StepWords::tr("Insert rows"), {},
                       {parameter("position", Kind::Whole, StepWords::tr("Before row"), 0),
                        parameter("count", Kind::Whole, StepWords::tr("Number of rows"), 1)}));
}

StepInfo editCellsInfo()
{
    return hidden(info("edit-cells", StepCategory::Cells, StepWords::tr("Type over cells"), {},
                       {parameter("cells", Kind::Cells, StepWords::tr("Cells"))}));
}

StepInfo readInfo()
{
    return hidden(info("read", StepCategory::Source, StepWords::tr("Read the source"), {},
                       {parameter("source", Kind::Opaque, StepWords::tr("Source")),
                        parameter("format", Kind::Opaque, StepWords::tr("Format")),
                        parameter("options", Kind::Opaque, StepWords::tr("Options"))}));
}

struct Entry
{
    StepInfo (*info)();
    Result<StepPtr> (*create)(const QJsonObject &);
};

// A new step stands here once, in the order of the menu.
constexpr auto Entries = std::to_array<Entry>({
    {renameInfo, RenameStep::fromParameters},
    {removeColumnsInfo, RemoveColumnsStep::fromParameters},
    {reorderColumnsInfo, ReorderColumnsStep::fromParameters},
    {trimInfo, TrimStep::fromParameters},
    {changeCaseInfo, ChangeCaseStep::fromParameters},
    {replaceInfo, ReplaceStep::fromParameters},
    {castInfo, CastStep::fromParameters},
    {setTypeInfo, SetTypeStep::fromParameters},
    {fillMissingInfo, FillMissingStep::fromParameters},
    {keepRowsInfo, KeepRowsStep::fromParameters},
    {sortInfo, SortStep::fromParameters},
    {dropDuplicatesInfo, DropDuplicatesStep::fromParameters},
    {deleteRowsInfo, DeleteRowsStep::fromParameters},
    {insertRowsInfo, InsertRowsStep::fromParameters},
    {editCellsInfo, EditCellsStep::fromParameters},
    {readInfo, ReadStep::fromParameters},
});

const Entry *find(const QByteArray &id)
{
    const auto *const entry = std::find_if(Entries.begin(), Entries.end(),
                                           [&](const Entry &e) { return e.info().id == id; });
    return entry == Entries.end() ? nullptr : entry;
}

Error unknownStep(const QString &id)
{
    return {ErrorKind::Input, QByteArrayLiteral("unknown-step"),
            StepWords::tr("This Passel does not know the step “%1”. A newer one may.").arg(id)};
}

} // namespace

QString categoryTitle(StepCategory category)
{
    switch (category) {
    case StepCategory::Columns:
        return StepWords::tr("Columns");
    case StepCategory::Text:
        return StepWords::tr("Text");
    case StepCategory::Values:
        return StepWords::tr("Values");
    case StepCategory::Rows:
        return StepWords::tr("Rows");
    case StepCategory::Cells:
        return StepWords::tr("Cells");
    case StepCategory::Source:
        return StepWords::tr("Source");
    }
    return {};
}

std::vector<StepInfo> StepRegistry::all()
{
    std::vector<StepInfo> infos;
    infos.reserve(Entries.size());
    for (const Entry &entry : Entries)
        infos.push_back(entry.info());
    return infos;
}

std::optional<StepInfo> StepRegistry::info(const QByteArray &id)
{
    const Entry *entry = find(id);
    return entry ? std::optional(entry->info()) : std::nullopt;
}

Result<StepPtr> StepRegistry::create(const QByteArray &id, const QJsonObject &parameters)
{
    const Entry *entry = find(id);
    if (!entry)
        return unknownStep(QString::fromUtf8(id));
    return entry->create(parameters);
}

Result<StepPtr> StepRegistry::fromJson(const QJsonObject &json)
{
    const QString id = json.value(QStringLiteral("step")).toString();
    const Entry *entry = find(id.toUtf8());
    if (!entry)
        return unknownStep(id);
    const int version = json.value(QStringLiteral("version")).toInt(-1);
    const int known = entry->info().version;
    if (version > known) {
        return Error(
            ErrorKind::Input, QByteArrayLiteral("newer-step"),
            StepWords::tr("The step “%1” was made by a newer Passel (its version %2, known "
                          "here up to %3). Update Passel to use this recipe.")
                .arg(id)
                .arg(version)
                .arg(known));
    }
    const QJsonValue parameters = json.value(QStringLiteral("parameters"));
    if (version < 1 || !parameters.isObject()) {
        return Error(ErrorKind::Input, QByteArrayLiteral("bad-step"),
                     StepWords::tr("The step “%1” lacks its version or its parameters.").arg(id));
    }
    return entry->create(parameters.toObject());
}

} // namespace passel
