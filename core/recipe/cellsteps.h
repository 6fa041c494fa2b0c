// Steps that the table itself makes: cells typed over, and how the file was read.
#pragma once

#include "core/recipe/step.h"

#include <optional>

namespace passel {

//! \brief One cell typed over.
struct CellEdit
{
    quint32 storedRow = 0; //!< the row's own number, whatever the order on the screen
    QString id;            //!< the row's id when the array has an id column, else empty
    ColumnRef column;
    std::optional<std::string> text; //!< read by the column's type and form; nothing = missing

    bool operator==(const CellEdit &) const = default;
};

//! \brief `edit-cells`: cells typed over, or a block pasted. A row whose number no longer has its
//! id is looked up by the id. Rows that are not there and texts that do not fit are failures.
class EditCellsStep final : public Step
{
public:
    explicit EditCellsStep(std::vector<CellEdit> edits)
        : m_edits(std::move(edits))
    {}

    //! \brief One cell of \a array by logical row. The array must be resident in the id column.
    [[nodiscard]] static StepPtr of(const DocumentArray &array, qsizetype row, qsizetype column,
                                    std::optional<std::string> text);

    [[nodiscard]] static Result<StepPtr> fromParameters(const QJsonObject &parameters);
    [[nodiscard]] QByteArray id() const override;
    [[nodiscard]] QJsonObject parameters() const override;
    [[nodiscard]] Sentence describe() const override;
    [[nodiscard]] ColumnRefs columns() const override;
    [[nodiscard]] bool hidesData() const override;
    [[nodiscard]] Result<StepOutcome> apply(const DocumentArray &array,
                                            const TaskContext &context) const override;

    [[nodiscard]] const std::vector<CellEdit> &edits() const noexcept { return m_edits; }

private:
    std::vector<CellEdit> m_edits;
};

//! \brief `read`: how the source was read, always the first step of a recipe and not applied again:
//! who opens the source reads \a options, this room does not look into them.
class ReadStep final : public Step
{
public:
    //! \brief \a source: file name for the eye, without folders. \a format: the reader's name.
    ReadStep(QString source, QString format, QJsonObject options)
        : m_source(std::move(source))
        , m_format(std::move(format))
        , m_options(std::move(options))
    {}

    [[nodiscard]] static Result<StepPtr> fromParameters(const QJsonObject &parameters);
    [[nodiscard]] QByteArray id() const override;
    [[nodiscard]] QJsonObject parameters() const override;
    [[nodiscard]] Sentence describe() const override;
    [[nodiscard]] ColumnRefs columns() const override;
    [[nodiscard]] Result<StepOutcome> apply(const DocumentArray &array,
                                            const TaskContext &context) const override;

    [[nodiscard]] const QString &source() const noexcept { return m_source; }

    [[nodiscard]] const QString &format() const noexcept { return m_format; }

    [[nodiscard]] const QJsonObject &options() const noexcept { return m_options; }

private:
    QString m_source;
    QString m_format;
    QJsonObject m_options;
};

} // namespace passel
