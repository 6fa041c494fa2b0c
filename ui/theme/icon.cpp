#include "ui/theme/icon.h"

#include "core/base/log.h"

#include <QCache>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

// Resources of a static library have to be asked for, outside of any namespace.
static void initialiseIcons()
{
    Q_INIT_RESOURCE(passel_icons);
}

namespace passel {

namespace {

QByteArray svgOf(const QString &name)
{
    static const bool initialised = (initialiseIcons(), true);
    Q_UNUSED(initialised)
    QFile file(":/icons/"_L1 + name + ".svg"_L1);
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(logUi) << "no icon named" << name;
        return {};
    }
    return file.readAll();
}

// QtSvg draws currentColor black, so the word is replaced before rendering.
QPixmap rendered(const QString &name, QSize devicePixels, qreal logicalSize, const QColor &color)
{
    static QCache<QString, QPixmap> cache(512);
    const QString key = name + u'/' + QString::number(devicePixels.width()) + u'x'
                        + QString::number(devicePixels.height()) + u'/'
                        + QString::number(std::lround(logicalSize)) + u'/'
                        + QString::number(color.rgba(), 16);
    if (const QPixmap *known = cache.object(key))
        return *known;

    QPixmap pixmap(devicePixels);
    pixmap.fill(Qt::transparent);
    QByteArray svg = svgOf(name);
    if (!svg.isEmpty()) {
        const QByteArray stroke = logicalSize < 15.5 ? "2" : logicalSize < 23.5 ? "1.75" : "1.5";
        svg.replace(QByteArrayLiteral("stroke-width=\"2\""),
                    QByteArray("stroke-width=\"" + stroke + '"'));
        svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        painter.setOpacity(qreal(color.alphaF()));
        renderer.render(&painter, QRectF(QPointF(), QSizeF(devicePixels)));
    }
    cache.insert(key, new QPixmap(pixmap));
    return pixmap;
}

class IconEngine final : public QIconEngine
{
public:
    IconEngine(QString name, ColorRole role)
        : m_name(std::move(name))
        , m_role(role)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, QRectF(rect), m_name, colorFor(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int side = std::min(size.width(), size.height());
        return rendered(m_name, QSize(side, side), side / std::max(scale, 1.0), colorFor(mode));
    }

    QString key() const override { return u"passel"_s; }

    QString iconName() override { return m_name; }

    bool isNull() override { return m_name.isEmpty(); }

    QIconEngine *clone() const override { return new IconEngine(m_name, m_role); }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        if (mode == QIcon::Disabled)
            return Theme::color(ColorRole::Text3);
        if (mode == QIcon::Active && m_role == ColorRole::Text2)
            return Theme::color(ColorRole::Text);
        return Theme::color(m_role);
    }

    QString m_name;
    ColorRole m_role;
};

} // namespace

QIcon themedIcon(const QString &name, ColorRole role)
{
    return QIcon(new IconEngine(name, role));
}

void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color)
{
    const qreal scale = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    const qreal side = std::min(rect.width(), rect.height());
    const int devicePixels = std::max(1, int(std::lround(side * scale)));
    QPixmap pixmap = rendered(name, QSize(devicePixels, devicePixels), side, color);
    pixmap.setDevicePixelRatio(scale);
    // On whole device pixels, or the lines blur.
    const QPointF corner = rect.center() - QPointF(side / 2, side / 2);
    painter->drawPixmap(
        QPointF(std::round(corner.x() * scale) / scale, std::round(corner.y() * scale) / scale),
        pixmap);
}

} // namespace passel
