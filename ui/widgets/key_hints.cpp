#include "ui/widgets/key_hints.h"

#include "ui/widgets/paint.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStringList>

namespace wayreeve::ui {

KeyHints::KeyHints(Hints hints, QWidget* parent)
    : QWidget(parent)
    , m_hints(std::move(hints)) {
    setFixedHeight(metrics::control);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    QStringList words;
    for (const auto& [key, word] : std::as_const(m_hints))
        words.append(key + QLatin1Char(' ') + word);
    setAccessibleName(words.join(QStringLiteral(", ")));
}

int KeyHints::pairWidth(const std::pair<QString, QString>& hint) const {
    return paintKeyHint(nullptr, {}, hint.first) + 6 +
           QFontMetrics(uiFont(Type::Small)).horizontalAdvance(hint.second) + 1;
}

QSize KeyHints::sizeHint() const {
    int width = 0;
    for (const auto& hint : m_hints)
        width += (width > 0 ? metrics::space12 : 0) + pairWidth(hint);
    return {width, metrics::control};
}

QSize KeyHints::minimumSizeHint() const {
    return {0, metrics::control};
}

void KeyHints::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    int x = 0;
    for (const auto& hint : std::as_const(m_hints)) {
        const int wide = pairWidth(hint);
        if (x + wide > width())
            return;
        const int key = paintKeyHint(&painter, QPoint(x, (height() - 18) / 2), hint.first);
        painter.setFont(uiFont(Type::Small));
        paintElided(painter, QRectF(x + key + 6, 0, wide - key - 6, height()), hint.second, Ink::Text2);
        x += wide + metrics::space12;
    }
}

} // namespace wayreeve::ui
