// Makes the desktop program: settings, translations, the one instance, the window.
#pragma once

#include <QObject>
#include <QStringList>

#include <memory>

class QApplication;

namespace passel {

class EmbeddedServer;
class MainWindow;
class PartCache;
class SingleInstance;
class TokenStore;

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
    void connectInstance();
    void connectShares();

    QApplication &m_application;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<TokenStore> m_tokens;
    std::shared_ptr<PartCache> m_cache;
    std::unique_ptr<EmbeddedServer> m_server;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace passel
