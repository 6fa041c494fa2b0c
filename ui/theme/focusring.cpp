#include "ui/theme/focusring.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFocusFrame>
#include <QSlider>

using namespace Qt::Literals::StringLiterals;

namespace passel {

FocusRing::FocusRing(QObject *parent)
    : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { follow(now); });
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

bool FocusRing::takes(const QWidget *widget)
{
    return widget
           && (qobject_cast<const QAbstractButton *>(widget)
               || qobject_cast<const QSlider *>(widget));
}

void FocusRing::follow(QWidget *widget)
{
    if (!takes(widget) || !widget->window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    // The frame is a child of the window it was last in and dies with it.
    if (!m_frame) {
        m_frame = new QFocusFrame(widget->window());
        m_frame->setObjectName(u"focusRing"_s);
    }
    m_frame->setWidget(widget);
}

} // namespace passel
