// How a file is read, as a value: guessed from its first bytes, changed by a person, kept as the
// first step of a recipe.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace passel {

//! \brief Whether columns get types or every cell stays text.
enum class TypePolicy : quint8 {
    Automatic, //!< from the whole column, harmlessly
    Text,
};

//! \brief Everything that decides what a file's bytes mean. A value with a JSON form.
struct ReadOptions
{
    QByteArray format;             //!< name of a FormatReader: `csv`, `json`, `ndjson`
    QByteArray compression;        //!< `gzip`, or empty for none
    QByteArray encoding = "UTF-8"; //!< a name that iconv knows
    char delimiter = ',';          //!< CSV only
    char quote = '"';              //!< CSV only; NUL = cells are never quoted
    bool hasHeader = true;         //!< CSV only: the first record names the columns
    qint64 skipLines = 0;          //!< CSV only: lines before the header that are not data
    TypePolicy types = TypePolicy::Automatic;
    bool asDocuments = false; //!< JSON only: members are Document attributes (FORMATS §4)
    bool allowExpand = false; //!< the person agreed to a compression ratio above 200:1

    bool operator==(const ReadOptions &) const = default;

    [[nodiscard]] QJsonObject toJson() const;
    //! \brief Unknown members and wrong types are `field-type` errors: a recipe must not be
    //! half understood.
    [[nodiscard]] static Result<ReadOptions> fromJson(const QJsonObject &object);
};

//! \brief One guess of the sniffer, with the sentence that explains it to a person.
struct Guess
{
    QByteArray option; //!< member of ReadOptions: `delimiter`, `encoding` …
    QString reason;    //!< whole sentence

    bool operator==(const Guess &) const = default;
};

//! \brief What the first bytes of a file say.
struct Sniffed
{
    ReadOptions options;
    std::vector<Guess> guesses;
};

} // namespace passel
