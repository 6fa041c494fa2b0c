// passel-desktop
#include "app/application.h"

#include <QApplication>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    passel::Application passel(application);
    return passel.run(QApplication::arguments());
}
