#include "ui/grid/arraygridsource.h"

#include "core/array/arraydiff.h"
#include "core/array/textform.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace passel {

namespace {

constexpr qsizetype ShownBytes = 600;
constexpr int LargestPrecision = 6;
constexpr qsizetype SampleRows = 200;
constexpr int LeastGrouped = 10'000; // four digits stay together: years
constexpr std::size_t ShownElements = 8;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::ArrayGridSource)
};

// Cut behind a whole character, so that no half of one is shown.
QString shownText(std::string_view utf8)
{
    if (qsizetype(utf8.size()) <= ShownBytes)
        return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    auto end = std::size_t(ShownBytes);
    while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U)
        --end;
    return QString::fromUtf8(utf8.data(), qsizetype(end)) + u'\u2026';
}

QString ofStd(const std::string &text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

// A column's numbers are all written with grouping or all without.
QLocale localeFor(bool isGrouped)
{
    QLocale locale;
    if (!isGrouped)
        locale.setNumberOptions(locale.numberOptions() | QLocale::OmitGroupSeparator);
    return locale;
}

bool isLarge(double value)
{
    return std::isfinite(value) && std::abs(value) >= LeastGrouped;
}

QString elementWord(ElementType element)
{
    switch (element) {
    case ElementType::Bool:
        return u"bool"_s;
    case ElementType::Int8:
        return u"i8"_s;
    case ElementType::Int16:
        return u"i16"_s;
    case ElementType::Int32:
        return u"i32"_s;
    case ElementType::Int64:
        return u"i64"_s;
    case ElementType::UInt8:
        return u"u8"_s;
    case ElementType::UInt16:
        return u"u16"_s;
    case ElementType::UInt32:
        return u"u32"_s;
    case ElementType::UInt64:
        return u"u64"_s;
    case ElementType::Float16:
        return u"f16"_s;
    case ElementType::Float32:
        return u"f32"_s;
    case ElementType::Float64:
        return u"f64"_s;
    }
    return {};
}

QString shapeText(const std::vector<quint32> &shape, ElementType element)
{
    QStringList sides;
    for (const quint32 side : shape)
        sides << QString::number(side);
    sides << elementWord(element);
    return sides.join(u" \u00D7 "_s);
}

double numberOf(const Value &value)
{
    switch (value.kind()) {
    case TypeKind::Float64:
    case TypeKind::Float32:
        return value.toDouble();
    default:
        return double(value.toInt());
    }
}

bool holdsLarge(const ColumnProfile &profile)
{
    return (!profile.minimum.isNull() && isLarge(numberOf(profile.minimum)))
           || (!profile.maximum.isNull() && isLarge(numberOf(profile.maximum)));
}

// A point of an axis or the edge of a bar, which the profile has as a number.
QString pointText(const ColumnProfile &profile, double value, bool isShort)
{
    const ColumnType &type = profile.type;
    if (type.isNumber()) {
        if (isShort)
            return shortNumber(value);
        const QLocale locale = localeFor(holdsLarge(profile));
        return type.kind == TypeKind::Int ? locale.toString(std::llround(value))
                                          : locale.toString(value, 'g', LargestPrecision);
    }
    TextForm form = profile.form;
    constexpr double DaysOfTwoYears = 731;
    constexpr double MicrosecondsOfDay = 86'400e6;
    const double unit = type.kind == TypeKind::Date ? 1 : MicrosecondsOfDay;
    const bool dated = type.kind == TypeKind::Date || type.kind == TypeKind::Timestamp;
    if (isShort && dated && !profile.bins.empty()
        && (profile.bins.back().high - profile.bins.front().low) / unit > DaysOfTwoYears)
        form = "%Y";
    else if (isShort && type.kind == TypeKind::Timestamp)
        form = "%Y-%m-%d";
    std::string text;
    appendIntText(type, form, std::llround(value), &text);
    return ofStd(text);
}

} // namespace

QString badgeText(const ColumnType &type)
{
    switch (type.kind) {
    case TypeKind::Bool:
        return u"y/n"_s;
    case TypeKind::Int:
        return u"123"_s;
    case TypeKind::Float64:
    case TypeKind::Float32:
        return u"1.0"_s;
    case TypeKind::Text:
        return u"abc"_s;
    case TypeKind::Bytes:
        return u"bytes"_s;
    case TypeKind::Date:
        return u"date"_s;
    case TypeKind::Time:
    case TypeKind::Timestamp:
        return u"time"_s;
    case TypeKind::Duration:
        return u"dur"_s;
    case TypeKind::Json:
        return u"{ }"_s;
    case TypeKind::Tensor:
        return type.shape.empty() ? elementWord(type.element) : shapeText(type.shape, type.element);
    case TypeKind::Documents:
        return u"[ ]"_s;
    }
    return {};
}

QString shortNumber(double value)
{
    struct Step
    {
        double size;
        const char *letter;
    };

    static constexpr std::array<Step, 4> Steps{{{1e12, "T"}, {1e9, "G"}, {1e6, "M"}, {1e4, "k"}}};
    const double size = std::abs(value);
    const QLocale locale;
    for (const Step &step : Steps) {
        if (size >= step.size) {
            const double unit = step.size == 1e4 ? 1e3 : step.size;
            const double shown = value / unit;
            return locale.toString(shown, 'f', std::abs(shown) < 10 ? 1 : 0) + u'\u2009'
                   + QLatin1StringView(step.letter);
        }
    }
    if (size != 0 && size < 1e-3)
        return locale.toString(value, 'g', 2);
    QLocale plain = locale;
    plain.setNumberOptions(plain.numberOptions() | QLocale::OmitGroupSeparator);
    return plain.toString(value, 'g', size >= 1000 ? 4 : 3);
}

GridProfile gridProfile(const ColumnProfile &profile, bool isVerified)
{
    GridProfile result;
    result.isKnown = true;
    result.isVerified = isVerified && profile.isComplete();
    const double seen = double(std::max<qint64>(1, profile.seen));
    result.missingShare = double(profile.missing) / seen;
    const bool opaque =
        profile.type.kind == TypeKind::Tensor || profile.type.kind == TypeKind::Documents;
    result.distinct = opaque ? -1 : profile.distinct;
    result.distinctIsExact = profile.distinctIsExact;

    const auto topOf = [&profile](std::size_t index) {
        const ProfileValue &value = profile.top[index];
        // Shares are of all rows, as the share of missing ones is.
        return GridProfile::Top{value.text.empty() ? u"\u201C \u201D"_s : shownText(value.text),
                                double(value.count) / double(std::max<qint64>(1, profile.seen)),
                                value.count, false};
    };
    const bool oneRules = !profile.top.empty() && profile.present() > 0
                          && 2 * profile.top[0].count > profile.present();
    if (!profile.bins.empty() && !oneRules) {
        for (const ProfileBin &bin : profile.bins) {
            result.bins.push_back({bin.count, pointText(profile, bin.low, false) + u" \u2013 "_s
                                                  + pointText(profile, bin.high, false)});
        }
        if (!profile.minimum.isNull())
            result.minimum = pointText(profile, numberOf(profile.minimum), true);
        if (!profile.maximum.isNull())
            result.maximum = pointText(profile, numberOf(profile.maximum), true);
        return result;
    }
    if (!profile.bins.empty() && oneRules) {
        result.top.push_back(topOf(0));
        const qint64 others = profile.present() - profile.top[0].count;
        if (others > 0) {
            result.top.push_back(
                {Words::tr("other %1").arg(QLocale().toString(profile.distinct - 1)),
                 double(others) / seen, others, true});
        }
        return result;
    }
    if (!profile.top.empty() && !profile.isNearlyAllDifferent()) {
        for (std::size_t index = 0; index < std::min<std::size_t>(3, profile.top.size()); ++index)
            result.top.push_back(topOf(index));
        return result;
    }
    if (profile.present() == 0) {
        result.lines << (profile.rows == 0 ? Words::tr("no rows") : Words::tr("all missing"));
        return result;
    }
    if (profile.isNearlyAllDifferent() && !opaque) {
        const bool isAll = profile.distinctIsExact && profile.distinct == profile.present();
        result.lines << (isAll ? Words::tr("all different") : Words::tr("nearly all different"));
    }
    if (profile.shortest && profile.longest) {
        const QString span = *profile.shortest == *profile.longest
                                 ? QLocale().toString(*profile.shortest)
                                 : QLocale().toString(*profile.shortest) + u'\u2013'
                                       + QLocale().toString(*profile.longest);
        switch (profile.type.kind) {
        case TypeKind::Bytes:
            result.lines << Words::tr("%1 bytes").arg(span);
            break;
        case TypeKind::Tensor:
            result.lines << Words::tr("%1 numbers").arg(span);
            break;
        case TypeKind::Documents:
            result.lines << Words::tr("%1 documents").arg(span);
            break;
        default:
            result.lines << Words::tr("%1 letters").arg(span);
        }
    }
    return result;
}

ArrayGridSource::ArrayGridSource(QObject *parent)
    : GridSource(parent)
{}

void ArrayGridSource::setArray(const DocumentArray &array)
{
    const ArrayDiff diff = ArrayDiff::between(m_array, array);
    m_array = array;
    if (diff.schemaChanged || qsizetype(m_columns.size()) != array.columnCount()) {
        m_columns = std::vector<ColumnState>(std::size_t(array.columnCount()));
        m_profiles.clear();
    }
    for (std::size_t column = 0; column < m_columns.size(); ++column)
        m_columns[column].reader = ColumnReader(array.column(qsizetype(column)));
    if (diff.schemaChanged)
        emit wasReset();
    else if (diff.rowsChanged)
        emit rowsChanged();
    else if (!diff.cells.empty())
        emit cellsChanged();
}

void ArrayGridSource::setProfile(int column, const ColumnProfile &profile, bool isVerified)
{
    m_profiles.insert(column, {profile, isVerified});
    emit headerChanged();
    if (column < 0 || column >= columnCount() || profile.present() == 0)
        return;
    // Kept when profiles go: the numbers must not change back and forth while a new one is made.
    const bool wasGrouped = isGrouped(column);
    m_columns[std::size_t(column)].isGrouped = holdsLarge(profile);
    if (isGrouped(column) != wasGrouped)
        emit cellsChanged();
}

void ArrayGridSource::clearProfiles()
{
    m_profiles.clear();
    emit headerChanged();
}

void ArrayGridSource::setSortMark(int column, SortMark mark)
{
    if (column < 0 || column >= columnCount())
        return;
    m_columns[std::size_t(column)].sort = mark;
    emit headerChanged();
}

void ArrayGridSource::clearSortMarks()
{
    for (ColumnState &state : m_columns)
        state.sort = SortMark::None;
    emit headerChanged();
}

void ArrayGridSource::setFiltered(const QSet<int> &columns)
{
    for (std::size_t column = 0; column < m_columns.size(); ++column)
        m_columns[column].isFiltered = columns.contains(int(column));
    emit headerChanged();
}

void ArrayGridSource::setEditable(bool editable)
{
    m_editable = editable;
}

void ArrayGridSource::setThumbnails(Thumbnails thumbnails)
{
    m_thumbnails = std::move(thumbnails);
    emit cellsChanged();
}

void ArrayGridSource::tellArrived()
{
    emit cellsChanged();
}

qint64 ArrayGridSource::rowCount() const
{
    return m_array.rowCount();
}

int ArrayGridSource::columnCount() const
{
    return int(m_columns.size());
}

ArrayGridSource::NumberLook ArrayGridSource::lookOf(int column) const
{
    const ColumnState &state = m_columns[std::size_t(column)];
    if (state.look)
        return *state.look;
    const Field &field = m_array.field(column);
    const bool isInt = field.type.kind == TypeKind::Int;
    NumberLook look;
    bool isSaid = false; // by the form
    const qsizetype point = field.form.indexOf('.');
    if (point >= 0 && point + 1 < field.form.size() && field.form[point + 1] >= '1'
        && field.form[point + 1] <= '9') {
        look.decimals = field.form.mid(point + 1).toInt();
        isSaid = true;
    }
    int most = 0;
    bool seenAny = false;
    for (qsizetype row = 0; row < std::min(SampleRows, m_array.rowCount()); ++row) {
        qsizetype local = 0;
        const Segment *segment = state.reader.trySeek(m_array.storedRow(row), &local);
        if (!segment || segment->isNull(local))
            continue;
        seenAny = true;
        const double value = isInt ? double(segment->intAt(local)) : segment->floatAt(local);
        look.isGrouped = look.isGrouped || isLarge(value);
        if (isInt || isSaid)
            continue;
        std::string text;
        appendFloatText(field.type.kind, {}, value, &text);
        const std::size_t mark = text.find('.');
        if (mark != std::string::npos && text.find('e') == std::string::npos)
            most = std::max(most, int(text.size() - mark - 1));
    }
    if (!isSaid)
        look.decimals = std::min(most, LargestPrecision);
    if (seenAny)
        state.look = look;
    return look;
}

bool ArrayGridSource::isGrouped(int column) const
{
    if (!m_array.field(column).type.isNumber())
        return false;
    // A profile has seen all rows, or at least more of them.
    return m_columns[std::size_t(column)].isGrouped.value_or(lookOf(column).isGrouped);
}

QString ArrayGridSource::numberText(const Segment &segment, qsizetype local, int column) const
{
    const TypeKind kind = m_array.field(column).type.kind;
    if (kind == TypeKind::Int)
        return localeFor(isGrouped(column)).toString(segment.intAt(local));
    const double value = segment.floatAt(local);
    const double size = std::abs(value);
    constexpr double LargestFixed = 1e15;
    constexpr double SmallestFixed = 1e-5;
    if (!std::isfinite(value) || size >= LargestFixed || (size != 0 && size < SmallestFixed)) {
        std::string text;
        appendFloatText(kind, {}, value, &text);
        return ofStd(text);
    }
    return localeFor(isGrouped(column)).toString(value, 'f', lookOf(column).decimals);
}

GridCell ArrayGridSource::cell(qint64 row, int column) const
{
    GridCell result;
    if (row < 0 || row >= rowCount() || column < 0 || column >= columnCount())
        return result;
    const Field &field = m_array.field(column);
    result.isNumber = field.type.isNumber() || field.type.kind == TypeKind::Duration;
    result.isFigures = field.type.isIntegral() && field.type.kind != TypeKind::Int;
    qsizetype local = 0;
    const Segment *segment =
        m_columns[std::size_t(column)].reader.trySeek(m_array.storedRow(row), &local);
    if (!segment) {
        result.state = GridCell::State::Pending;
        return result;
    }
    if (segment->isNull(local)) {
        result.state = GridCell::State::Missing;
        return result;
    }
    if (m_thumbnails) {
        result.thumbnail = m_thumbnails(row, column);
        if (!result.thumbnail.isNull())
            return result;
    }
    if (const std::string *source = segment->sourceText(local)) {
        result.text = shownText(*source);
        return result;
    }
    switch (field.type.kind) {
    case TypeKind::Text:
    case TypeKind::Json: {
        const std::string_view bytes = segment->bytesAt(local);
        if (bytes.empty())
            result.state = GridCell::State::EmptyText;
        result.text = shownText(bytes);
        break;
    }
    case TypeKind::Int:
    case TypeKind::Float64:
    case TypeKind::Float32:
        result.text = numberText(*segment, local, column);
        break;
    case TypeKind::Bytes:
        result.text = QLocale().formattedDataSize(qint64(segment->bytesAt(local).size()), 1,
                                                  QLocale::DataSizeTraditionalFormat);
        break;
    case TypeKind::Tensor: {
        const std::vector<quint32> shape = segment->shapeAt(local);
        std::size_t elements = 1;
        for (const quint32 side : shape)
            elements *= side;
        if (elements <= ShownElements) {
            std::string text;
            appendTensorText(segment->valueAt(local, field.type).toTensor(), &text);
            result.text = shownText(text);
        } else {
            result.text = shapeText(shape, field.type.element);
        }
        break;
    }
    case TypeKind::Documents: {
        const auto [first, last] = segment->listAt(local);
        result.text = Words::tr("%Ln document(s)", "in one cell", static_cast<int>(last - first));
        break;
    }
    case TypeKind::Bool:
    case TypeKind::Date:
    case TypeKind::Time:
    case TypeKind::Timestamp:
    case TypeKind::Duration: {
        std::string text;
        appendText(field.type, field.form, segment->valueAt(local, field.type), &text);
        result.text = shownText(text);
        break;
    }
    }
    return result;
}

GridColumn ArrayGridSource::column(int column) const
{
    GridColumn result;
    if (column < 0 || column >= columnCount())
        return result;
    const Field &field = m_array.field(column);
    const ColumnState &state = m_columns[std::size_t(column)];
    result.name = field.name;
    result.badge = badgeText(field.type);
    result.typeText = typeTitle(field.type.kind);
    result.typeNote = field.note;
    result.sort = state.sort;
    result.isFiltered = state.isFiltered;
    return result;
}

GridProfile ArrayGridSource::profile(int column) const
{
    const auto known = m_profiles.constFind(column);
    return known == m_profiles.constEnd() ? GridProfile()
                                          : gridProfile(known->facts, known->isVerified);
}

bool ArrayGridSource::isEditable(qint64 row, int column) const
{
    if (!m_editable || column < 0 || column >= columnCount())
        return false;
    switch (m_array.field(column).type.kind) {
    case TypeKind::Bytes:
    case TypeKind::Tensor:
    case TypeKind::Documents:
        return false;
    default:
        return cell(row, column).state != GridCell::State::Pending;
    }
}

QString ArrayGridSource::editText(qint64 row, int column) const
{
    return copyText(row, column);
}

QString ArrayGridSource::problem(qint64, int column, const QString &text) const
{
    if (column < 0 || column >= columnCount() || text.isEmpty())
        return {};
    const Field &field = m_array.field(column);
    if (field.type.kind == TypeKind::Text || parseText(field.type, field.form, text.toStdString()))
        return {};
    //: %1 is a type in words, as "whole number"
    return Words::tr("This does not fit the column's type, %1.").arg(typeTitle(field.type.kind));
}

QString ArrayGridSource::copyText(qint64 row, int column) const
{
    if (row < 0 || row >= rowCount() || column < 0 || column >= columnCount())
        return {};
    const std::optional<std::string> text = m_array.tryText(row, column);
    return text ? ofStd(*text) : QString();
}

void ArrayGridSource::showing(qint64 firstRow, qint64 lastRow, int firstColumn, int lastColumn)
{
    emit shown(firstRow, lastRow, firstColumn, lastColumn);
}

} // namespace passel
