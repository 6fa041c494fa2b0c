// The language of the programs: which texts are installed.
#pragma once

class QCoreApplication;

namespace passel {

//! \brief Installs the texts of the language that PASSEL_LANGUAGE names, else the one chosen in the
//! window's settings, else the system's. English has texts, too: its plural forms. Once, before the
//! first text is asked for.
void installTranslators(QCoreApplication &application);

} // namespace passel
