#include "ui/journeys/map_items.h"

#include "ui/journeys/edge_router.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QGraphicsSceneHoverEvent>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace wayreeve::ui {

namespace {

constexpr qreal arrow = 9;
constexpr qreal mostLabel = 180;

Detail detailOf(const QPainter& painter) {
    return detailFor(QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform()));
}

void paintProblem(QPainter& painter, const QPointF& centre) {
    painter.setPen(QPen(color(Ink::RiskMedium), 1.5));
    painter.setBrush(color(Ink::WarningBack));
    painter.drawEllipse(centre, 8, 8);
    painter.setFont(uiFont(Type::Small, Weight::Bold));
    painter.setPen(color(Ink::RiskMedium));
    painter.drawText(QRectF(centre - QPointF(8, 8), QSizeF(16, 16)), Qt::AlignCenter, QStringLiteral("!"));
}

} // namespace

qreal stepWidth(const QString& title, const QString& detail) {
    const qreal wanted = std::max(MapText(title, ui::Type::Small, Weight::Bold, 400).width(),
                                  MapText(detail, ui::Type::Small, Weight::Regular, 400).width());
    return std::clamp(std::ceil(wanted) + 40, 152.0, 232.0);
}

CardItem::CardItem(CardSpec spec)
    : m_spec(std::move(spec)) {
    setPos(m_spec.rect.topLeft());
    setFlags(ItemIsSelectable | ItemSendsGeometryChanges);
    setFlag(ItemIsMovable, m_spec.movable);
    setAcceptHoverEvents(true);
    setZValue(2);
    const qreal room = m_spec.rect.width() - 36;
    const bool one = m_spec.form == CardSpec::Form::Touchpoint;
    m_title = MapText(m_spec.title, ui::Type::Small, one ? Weight::Regular : Weight::Bold, room);
    m_boldTitle = MapText(m_spec.title, ui::Type::Small, Weight::Bold, room);
    m_detail = MapText(m_spec.detail, ui::Type::Small, Weight::Regular, room);
    const bool cut = m_title.isCut() || m_detail.isCut();
    setToolTip(cut ? (m_spec.detail.isEmpty() ? m_spec.title : m_spec.title + QLatin1Char('\n') + m_spec.detail)
                   : QString());
}

QRectF CardItem::boundingRect() const {
    return QRectF(QPointF(), m_spec.rect.size()).adjusted(-4, -10, 10, 4);
}

QPainterPath CardItem::shape() const {
    QPainterPath path;
    path.addRect(QRectF(QPointF(), m_spec.rect.size()));
    return path;
}

void CardItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    m_painted = true;
    const QRectF card(QPointF(), m_spec.rect.size());
    const Detail detail = detailOf(*painter);
    if (detail == Detail::Blocks) {
        painter->fillRect(card, color(isSelected() ? Ink::Accent : Ink::Border2));
        return;
    }
    CardState state;
    state.hovered = m_hovered;
    state.selected = isSelected() || m_target;
    state.focused = m_current && !isSelected();
    state.dashed = m_spec.dashed;
    state.edge = m_spec.dashed ? Ink::Axis : Ink::Border2;
    painter->setRenderHint(QPainter::Antialiasing);
    paintCard(*painter, card, state);
    paintTexts(*painter, detail);
    if (m_spec.problems > 0)
        paintProblem(*painter, card.topRight() + QPointF(-1, 1));
    if (m_spec.movable && (m_hovered || isSelected()) && detail == Detail::Full) {
        painter->setPen(QPen(color(Ink::Accent), 1.5));
        painter->setBrush(color(Ink::Surface));
        painter->drawEllipse(handle(), 4, 4);
    }
}

void CardItem::paintTexts(QPainter& painter, Detail detail) const {
    const qreal height = m_spec.rect.height();
    const bool one = m_spec.form == CardSpec::Form::Touchpoint;
    const bool laneAgent = m_spec.form == CardSpec::Form::LaneAgent;
    const qreal left = 28;
    const qreal top = one ? (height - 16) / 2 : 6;
    const MapText& title = isSelected() ? m_boldTitle : m_title;
    if (detail == Detail::Bars) {
        title.paintBars(painter, {left, top}, Ink::Text3);
        m_detail.paintBars(painter, {left, top + 16}, Ink::Border2);
        return;
    }
    paintIcon(painter, QRectF(7, top, 16, 16), m_spec.icon, m_spec.iconInk);
    title.paint(painter, {left, top}, Ink::Text1);
    if (!laneAgent && !one)
        m_detail.paint(painter, {left, top + 16}, Ink::Text2);
    if (m_spec.form != CardSpec::Form::LaneAgent && m_spec.form != CardSpec::Form::AgentStep)
        return;
    const int line = static_cast<int>(laneAgent ? top + 16 : top + 37);
    const int width = static_cast<int>(m_spec.rect.width());
    painter.setFont(uiFont(ui::Type::Small));
    if (m_spec.level)
        paintLevel(painter, QRect(laneAgent ? static_cast<int>(left) : 7, line, width - 40, 16), *m_spec.level);
    if (m_spec.risk && laneAgent)
        paintRisk(painter, QRect(width - 88, line, 80, 16), *m_spec.risk, Weight::Regular, Qt::AlignRight);
    else if (m_spec.risk)
        paintIcon(painter, QRectF(width - 24, line, 16, 16), look(*m_spec.risk).icon, look(*m_spec.risk).ink);
}

void CardItem::setCurrent(bool current) {
    if (current != m_current) {
        m_current = current;
        update();
    }
}

void CardItem::setTarget(bool target) {
    if (target != m_target) {
        m_target = target;
        update();
    }
}

QVariant CardItem::itemChange(GraphicsItemChange change, const QVariant& value) {
    if (change == ItemPositionHasChanged && moved)
        moved();
    return QGraphicsItem::itemChange(change, value);
}

void CardItem::hoverEnterEvent(QGraphicsSceneHoverEvent*) {
    m_hovered = true;
    update();
}

void CardItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*) {
    m_hovered = false;
    update();
}

EdgeItem::EdgeItem(MapItem item, QString label)
    : m_item(std::move(item))
    , m_words(label.isEmpty() ? nullptr : new EdgeLabel(label)) {
    setFlag(ItemIsSelectable, m_item.kind == MapItem::Kind::Edge);
    setZValue(1);
}

EdgeLabel::EdgeLabel(const QString& text)
    : m_text(text, ui::Type::Small, Weight::Regular, mostLabel) {
    setZValue(1.5);
    setAcceptedMouseButtons(Qt::NoButton);
    setToolTip(m_text.isCut() ? text : QString());
}

void EdgeLabel::place(const QRectF& rect) {
    prepareGeometryChange();
    m_rect = rect;
}

void EdgeLabel::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    if (m_rect.isNull() || detailOf(*painter) != Detail::Full)
        return;
    painter->fillRect(m_rect, color(Ink::Canvas));
    m_text.paint(*painter, m_rect.topLeft() + QPointF((m_rect.width() - m_text.width()) / 2, 1), Ink::Text2);
}

qreal EdgeItem::labelWidth(const QString& label) {
    return label.isEmpty() ? 0 : MapText(label, ui::Type::Small, Weight::Regular, mostLabel).width();
}

void EdgeItem::setRoute(const QList<QPointF>& points, const QRectF& label) {
    prepareGeometryChange();
    m_points = points;
    m_labelRect = label;
    m_path = roundedPath(points, 6);
    QPainterPathStroker stroker;
    stroker.setWidth(9);
    m_shape = stroker.createStroke(m_path);
    if (!label.isNull())
        m_shape.addRect(label);
    m_bounds = m_path.boundingRect().united(label).adjusted(-8, -8, 8, 8);
    if (m_words)
        m_words->place(label);
}

void EdgeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    if (m_points.size() < 2)
        return;
    const Detail detail = detailOf(*painter);
    const Ink ink = isSelected() ? Ink::Accent : Ink::Axis;
    QPen pen(color(ink), isSelected() ? 2 : 1.5, Qt::SolidLine, Qt::FlatCap);
    if (detail != Detail::Full) {
        pen.setWidth(0);
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(pen);
        painter->drawPolyline(m_points.constData(), static_cast<int>(m_points.size()));
        return;
    }
    if (m_baseline)
        pen.setDashPattern({3.4, 2.6});
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_path);
    paintArrow(*painter, ink);
}

void EdgeItem::paintArrow(QPainter& painter, Ink ink) const {
    const QPointF tip = m_points.last();
    const QPointF along = tip - m_points[m_points.size() - 2];
    const qreal length = std::hypot(along.x(), along.y());
    if (length < 0.5)
        return;
    const QPointF unit = along / length;
    const QPointF side(-unit.y(), unit.x());
    QPolygonF head;
    head << tip << tip - unit * arrow + side * (arrow * 0.42) << tip - unit * arrow - side * (arrow * 0.42);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ink));
    painter.drawPolygon(head);
}

} // namespace wayreeve::ui
