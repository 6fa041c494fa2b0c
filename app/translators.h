// The language of the program: which texts are installed.
#pragma once

class QApplication;

namespace passel {

//! \brief Installs the texts of the language that PASSEL_LANGUAGE names, else the one chosen in the
//! settings, else the system's. English has texts, too: its plural forms. Once, before any window.
void installTranslators(QApplication &application);

} // namespace passel
