#include "ui/shell/start_tiles.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>

#include <cmath>

namespace wayreeve::ui {

namespace {

/// Values −2…+2 spread over the rectangle, half a step in from its sides.
QList<QPointF> spread(const QList<double>& values, const QRectF& rect) {
    QList<QPointF> points;
    const auto count = static_cast<qreal>(values.size());
    for (qsizetype i = 0; i < values.size(); ++i)
        points.append({rect.left() + rect.width() * (static_cast<qreal>(i) + 0.5) / count,
                       rect.center().y() - std::clamp(values[i], -2.0, 2.0) / 4 * rect.height()});
    return points;
}

bool ringShown(const QWidget* widget) {
    return widget->hasFocus() && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

} // namespace

void paintThumbnail(QPainter& painter, const QRectF& rect, const MapSketch& sketch, bool accent) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color(Ink::Border2));
    painter.setBrush(color(Ink::Canvas));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(color(Ink::Border));
    painter.drawLine(QPointF(rect.left() + 1, rect.top() + 9), QPointF(rect.right() - 2, rect.top() + 9));
    const auto stages = sketch.stages.size();
    for (qsizetype i = 1; i < stages; ++i) {
        const qreal x = std::round(rect.left() + rect.width() * static_cast<qreal>(i) / static_cast<qreal>(stages));
        painter.drawLine(QPointF(x, rect.top() + 1), QPointF(x, rect.bottom() - 2));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(accent ? Ink::Accent : Ink::SeriesBaseline), 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(smoothPath(spread(sketch.curve, rect.adjusted(1, 12, -1, -5))));
    painter.restore();
}

MapPreview::MapPreview(const MapSketch& sketch, QWidget* parent)
    : QWidget(parent)
    , m_sketch(sketch) {
    setMinimumSize(260, 168);
    setAccessibleName(tr("Picture of the demo's map: %1").arg(sketch.stages.join(QStringLiteral(", "))));
}

void MapPreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QPainterPath corners; // the panel around it is round on the right
    corners.addRoundedRect(QRectF(rect()).adjusted(-8, 0, 0, 0), metrics::panelRadius - 1, metrics::panelRadius - 1);
    painter.setClipPath(corners);
    painter.fillRect(rect(), color(Ink::Canvas));
    painter.fillRect(QRect(0, 0, width(), 25), color(Ink::Window));
    const auto stages = std::max<qsizetype>(1, m_sketch.stages.size());
    const qreal step = width() / static_cast<qreal>(stages);
    const QRectF plot(0, 30, width(), height() - 30 - 56);
    painter.setFont(uiFont(Type::Small, Weight::Bold));
    for (qsizetype i = 0; i < m_sketch.stages.size(); ++i) {
        const qreal x = std::round(static_cast<qreal>(i) * step);
        if (i == m_sketch.marked)
            painter.fillRect(QRectF(x, 0, step, 25), color(Ink::Tint2));
        if (i > 0)
            painter.fillRect(QRectF(x, 0, 1, height()), color(Ink::Border));
        paintElided(painter, QRectF(x + 8, 0, step - 12, 25), m_sketch.stages[i], Ink::Text1);
        if (i < m_sketch.channels.size()) {
            const MarkLook mark = look(channelFromId(m_sketch.channels[i]));
            CardState state;
            state.selected = mark.icon == QStringLiteral("agent");
            const QRectF card(x + 8, height() - 46, step - 16, 28);
            paintCard(painter, card, state);
            paintIcon(painter, QRectF(card.left() + 7, card.top(), 16, 28), mark.icon, mark.ink);
            painter.fillRect(QRectF(card.left() + 30, card.center().y() - 2, std::max(0.0, card.width() - 42), 4),
                             color(Ink::Border2));
        }
    }
    painter.fillRect(QRectF(0, std::round(plot.center().y()), width(), 1), color(Ink::Axis));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(seriesPen(SeriesMark::Planned));
    painter.drawPath(smoothPath(spread(m_sketch.planned, plot)));
    const QList<QPointF> points = spread(m_sketch.curve, plot);
    painter.setPen(seriesPen(SeriesMark::Agentic));
    painter.drawPath(smoothPath(points));
    painter.setBrush(color(Ink::Canvas));
    for (const QPointF& point : points)
        painter.drawEllipse(point, 3, 3);
}

TemplateTile::TemplateTile(TemplateCard card, QWidget* parent)
    : QAbstractButton(parent)
    , m_card(std::move(card)) {
    setText(m_card.title);
    setAccessibleName(m_card.title);
    setAccessibleDescription(m_card.pain + QStringLiteral(", ") + m_card.size);
    setObjectName("template." + m_card.id);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("ringInside", true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TemplateTile::paintEvent(QPaintEvent*) {
    m_painted = true;
    QPainter painter(this);
    const bool chosen = hasFocus();
    CardState state;
    state.selected = chosen;
    state.hovered = underMouse();
    if (chosen || underMouse())
        paintCard(painter, rect(), state);
    paintThumbnail(painter, QRectF(12, 12, 56, 36), m_card.sketch, chosen);
    const int left = 80;
    int right = width() - 8;
    if (chosen) {
        const int wide = paintKeyHint(nullptr, {}, tr("Enter"));
        paintKeyHint(&painter, QPoint(right - wide, 9), tr("Enter"));
        right -= wide + 8;
    }
    painter.setFont(uiFont(Type::Body, Weight::Bold));
    bool cut = paintElided(painter, QRectF(left, 8, right - left, 20), m_card.title, Ink::Text1);
    painter.setFont(uiFont(Type::Small));
    const qreal room = width() - left - 8;
    cut = paintElided(painter, QRectF(left, 27, room, 16), m_card.pain, Ink::Text2) || cut;
    cut = paintElided(painter, QRectF(left, 43, room, 16), m_card.size, Ink::Text2) || cut;
    if (cut && toolTip().isEmpty())
        setToolTip(m_card.title + QLatin1Char('\n') + m_card.pain + QLatin1Char('\n') + m_card.size);
}

void TemplateTile::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT moved(-1, 0);
        return;
    case Qt::Key_Right:
        Q_EMIT moved(1, 0);
        return;
    case Qt::Key_Up:
        Q_EMIT moved(0, -1);
        return;
    case Qt::Key_Down:
        Q_EMIT moved(0, 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

RecentRow::RecentRow(RecentWorkspace workspace, QWidget* parent)
    : QAbstractButton(parent)
    , m_workspace(std::move(workspace)) {
    setText(m_workspace.name);
    setAccessibleName(m_workspace.name);
    setAccessibleDescription(
        QStringList{m_workspace.detail, m_workspace.when, m_workspace.state}.join(QStringLiteral(", ")));
    setToolTip(m_workspace.path);
    setEnabled(!m_workspace.missing);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("ringInside", true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RecentRow::paintEvent(QPaintEvent*) {
    m_painted = true;
    QPainter painter(this);
    RowState state;
    state.hovered = isEnabled() && underMouse();
    state.focused = ringShown(this);
    paintRow(painter, rect(), state);
    paintIcon(painter, QRectF(4, 0, 16, height()), m_workspace.missing ? "warning" : "folder",
              m_workspace.missing ? Ink::RiskMedium : Ink::Text2);
    painter.setFont(uiFont(Type::Small));
    const int right = std::max(painter.fontMetrics().horizontalAdvance(m_workspace.when),
                               painter.fontMetrics().horizontalAdvance(m_workspace.state)) +
                      2;
    paintElided(painter, QRectF(width() - right - 4, 6, right, 16), m_workspace.when, Ink::Text2, Qt::AlignRight);
    paintElided(painter, QRectF(width() - right - 4, 24, right, 16), m_workspace.state,
                m_workspace.missing ? Ink::RiskMedium : Ink::Text3, Qt::AlignRight);
    const int room = width() - right - 4 - 28 - 12;
    paintElided(painter, QRectF(28, 24, room, 16), m_workspace.detail, Ink::Text2);
    painter.setFont(uiFont(Type::Body, Weight::Bold));
    paintElided(painter, QRectF(28, 4, room, 20), m_workspace.name, Ink::Text1);
}

} // namespace wayreeve::ui
