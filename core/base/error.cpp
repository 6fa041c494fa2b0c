#include "core/base/error.h"

#include <QCoreApplication>

namespace passel {

Error Error::cancelled()
{
    return {ErrorKind::Cancelled, QByteArrayLiteral("cancelled"),
            QCoreApplication::translate("passel::Error", "Cancelled. Nothing was changed.")};
}

} // namespace passel
