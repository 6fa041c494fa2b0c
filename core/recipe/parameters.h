// Reads the parameters of a step from JSON, and says which one is wrong and why.
#pragma once

#include "core/recipe/step.h"

#include <QJsonArray>

#include <initializer_list>
#include <optional>
#include <utility>

namespace passel {

//! \brief Reads members one after the other; the first mistake is kept and the rest read as
//! defaults. Ask check() before using what was read.
class ParameterReader
{
public:
    ParameterReader(QByteArray step, QJsonObject parameters)
        : m_step(std::move(step))
        , m_parameters(std::move(parameters))
    {}

    [[nodiscard]] bool has(const QString &name) const { return m_parameters.contains(name); }

    QString text(const QString &name);
    //! \brief A text that is not empty.
    QString name(const QString &name);
    bool flag(const QString &name, bool otherwise);
    //! \brief A number of [least, most]; \a otherwise when absent and given.
    qint64 whole(const QString &name, qint64 least, qint64 most,
                 std::optional<qint64> otherwise = {});
    QJsonObject object(const QString &name);
    QJsonArray list(const QString &name, qsizetype most);
    ColumnRef column(const QString &name);
    //! \brief Absent is the same as empty.
    ColumnRefs columns(const QString &name, bool mayBeEmpty);
    //! \brief Type by name, with the member `zone` beside it.
    ColumnType type(const QString &name);

    template <typename Choice>
    Choice choice(const QString &name,
                  std::initializer_list<std::pair<QLatin1StringView, Choice>> choices,
                  std::optional<Choice> otherwise = {})
    {
        if (!has(name) && otherwise)
            return *otherwise;
        const QString given = text(name);
        for (const auto &[word, value] : choices) {
            if (given == word)
                return value;
        }
        fail(name);
        return choices.begin()->second;
    }

    //! \brief Notes that \a name is wrong.
    void fail(const QString &name);
    //! \brief Notes \a error unless there is one already.
    void fail(Error error);

    //! \brief `bad-step` when something was wrong.
    [[nodiscard]] Result<void> check() const;

private:
    QByteArray m_step;
    QJsonObject m_parameters;
    std::optional<Error> m_error;
};

//! \brief The JSON list of columns.
[[nodiscard]] QJsonArray columnsJson(const ColumnRefs &columns);

} // namespace passel
