// Makes the desktop program: settings, translations, the one instance, the window.
#pragma once

#include <QObject>
#include <QStringList>
#include <QTranslator>

#include <memory>

class QApplication;

namespace passel {

class MainWindow;
class SingleInstance;

//! \brief Owns what lives as long as the program. No logic of its own.
class Application final : public QObject
{
    Q_OBJECT

public:
    explicit Application(QApplication &application);
    ~Application() override;

    //! \brief Parses the command line; when another instance took it over, or it only asked for
    //! help, answers the exit code, else runs the window until it is closed.
    [[nodiscard]] int run(const QStringList &arguments);

private:
    void installTranslators();
    void connectInstance();

    QApplication &m_application;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace passel
