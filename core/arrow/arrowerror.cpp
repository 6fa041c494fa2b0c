#include "core/arrow/arrowerror.h"

#include "core/arrow/columndecoder.h"

#include <QCoreApplication>

namespace passel {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(passel::Arrow)
};

} // namespace

Error arrowDamaged(const QString &detail, qint64 byte)
{
    Place place;
    if (byte >= 0)
        place.byte = byte;
    return Error(
               ErrorKind::Input, QByteArrayLiteral("syntax"),
               Words::tr("The table data is damaged and cannot be read. Get it again from where it "
                         "came."))
        .at(std::move(place))
        .withDetail(detail);
}

Error arrowTruncated(qint64 byte)
{
    Place place;
    place.byte = byte;
    return Error(ErrorKind::Input, QByteArrayLiteral("truncated"),
                 Words::tr(
                     "The table data ends too early, at byte %1. Get it again from where it came.")
                     .arg(byte))
        .at(std::move(place));
}

Error arrowUnsupported(const QString &what)
{
    return {ErrorKind::Input, QByteArrayLiteral("field-type"),
            Words::tr("The table data uses “%1” of Apache Arrow, which Passel cannot read. Save it "
                      "without that and try again.")
                .arg(what)};
}

Error arrowMismatch(const QString &type, const QString &name)
{
    Place place;
    place.field = name;
    return Error(ErrorKind::Input, QByteArrayLiteral("field-type"),
                 Words::tr(
                     "The column “%1” holds values of another type (Arrow’s %2) than it says. Get "
                     "the data again from where it came.")
                     .arg(name, type))
        .at(std::move(place));
}

Error arrowTooManyDocuments(const QString &name)
{
    Place place;
    place.field = name;
    return Error(ErrorKind::Limit, QByteArrayLiteral("limit"),
                 Words::tr("One stretch of the column “%1” holds more than %L2 documents, which is "
                           "the limit.")
                     .arg(name)
                     .arg(MaximumStretchDocuments))
        .at(std::move(place));
}

} // namespace passel
