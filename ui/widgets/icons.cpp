#include "ui/widgets/icons.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QSvgRenderer>

#include <cmath>
#include <unordered_map>

namespace wayreeve::ui {

namespace {

/// SVG text with the colour put in; `currentColor` would be black in QtSvg.
QPixmap render(const QString& name, const QColor& ink, int devicePixels) {
    QPixmap pixmap(devicePixels, devicePixels);
    pixmap.fill(Qt::transparent);
    QFile file(":/wayreeve/icons/" + name + ".svg");
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("no icon \"%s\"", qUtf8Printable(name));
        return pixmap;
    }
    QSvgRenderer renderer(file.readAll().replace("currentColor", ink.name().toLatin1()));
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

/// `devicePixels` counts real pixels; the pixmap has ratio 1.
const QPixmap& cached(const QString& name, const QColor& ink, int devicePixels) {
    struct Key {
        QString name;
        QRgb rgb;
        int pixels;
        bool operator==(const Key& other) const {
            return rgb == other.rgb && pixels == other.pixels && name == other.name;
        }
    };
    struct Hash {
        std::size_t operator()(const Key& key) const { return qHashMulti(0, key.name, key.rgb, key.pixels); }
    };
    static std::unordered_map<Key, QPixmap, Hash> cache;
    const Key key{name, ink.rgb(), devicePixels};
    auto found = cache.find(key);
    if (found == cache.end())
        found = cache.emplace(key, render(name, ink, devicePixels)).first;
    return found->second;
}

class Engine : public QIconEngine {
public:
    Engine(QString name, Ink ink)
        : m_name(std::move(name))
        , m_ink(ink) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const qreal ratio = painter->device()->devicePixelRatioF();
        const int side = std::min(rect.width(), rect.height());
        QPixmap pixmap = cached(m_name, inkFor(mode), static_cast<int>(std::lround(side * ratio)));
        pixmap.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, pixmap);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        return cached(m_name, inkFor(mode), std::min(size.width(), size.height()));
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
        return pixmap(size, mode, state);
    }
    QIconEngine* clone() const override { return new Engine(*this); }
    QString key() const override { return QStringLiteral("wayreeve"); }

private:
    QColor inkFor(QIcon::Mode mode) const { return color(mode == QIcon::Disabled ? Ink::DisabledIcon : m_ink); }
    QString m_name;
    Ink m_ink;
};

} // namespace

QIcon icon(const QString& name, Ink ink) {
    return QIcon(new Engine(name, ink));
}

QPixmap iconPixmap(const QString& name, Ink ink, int px, qreal ratio) {
    QPixmap pixmap = cached(name, color(ink), static_cast<int>(std::lround(px * ratio)));
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

void paintIcon(QPainter& painter, const QRectF& rect, const QString& name, Ink ink, int px) {
    if (name.isEmpty())
        return;
    // A zoomed scene asks for the pixels that it will show, so the stroke stays sharp.
    const qreal scale = std::hypot(painter.worldTransform().m11(), painter.worldTransform().m12());
    const qreal ratio = painter.device()->devicePixelRatioF() * (scale > 0 ? scale : 1.0);
    const int pixels = std::max(1, static_cast<int>(std::lround(px * ratio)));
    const QPixmap& pixmap = cached(name, color(ink), pixels);
    const QPointF centre = rect.center();
    QPointF corner(centre.x() - px / 2.0, centre.y() - px / 2.0);
    if (painter.worldTransform().type() <= QTransform::TxTranslate)
        corner = QPointF(std::round(corner.x()), std::round(corner.y()));
    painter.drawPixmap(QRectF(corner, QSizeF(px, px)), pixmap, QRectF(pixmap.rect()));
}

QStringList iconNames() {
    QStringList names = QDir(":/wayreeve/icons").entryList({"*.svg"}, QDir::Files, QDir::Name);
    for (QString& name : names)
        name.chop(4);
    return names;
}

} // namespace wayreeve::ui
