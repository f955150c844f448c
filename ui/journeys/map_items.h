#pragma once

#include "ui/journeys/map_item.h"
#include "ui/journeys/map_text.h"
#include "ui/widgets/marks.h"

#include <QGraphicsItem>
#include <QPainterPath>

#include <functional>
#include <optional>

namespace wayreeve::ui {

/// What a card shows. `rect` is in the scene.
struct CardSpec {
    enum class Form { Touchpoint, LaneAgent, Step, AgentStep };
    MapItem item;
    Form form = Form::Step;
    QRectF rect;
    QString icon;
    Ink iconInk = Ink::Text2;
    QString title;
    QString detail;
    std::optional<LevelMark> level;
    std::optional<RiskMark> risk;
    bool dashed = false;
    int problems = 0;
    bool movable = false;
    bool operator==(const CardSpec&) const = default;
};

/// Width that a step's card wants for these texts, from 152 to 232.
[[nodiscard]] qreal stepWidth(const QString& title, const QString& detail);

/// One card of a map. Selectable; movable in the flow. Its look follows the tokens, its texts are shaped once.
class CardItem : public QGraphicsItem {
public:
    enum { Type = UserType + 1 };
    explicit CardItem(CardSpec spec);
    [[nodiscard]] const CardSpec& spec() const { return m_spec; }
    [[nodiscard]] const MapItem& item() const { return m_spec.item; }
    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    /// Painted at least once since it was made.
    [[nodiscard]] bool wasPainted() const { return m_painted; }
    /// The card without the marks around it, in the scene.
    [[nodiscard]] QRectF sceneCard() const { return {pos(), m_spec.rect.size()}; }
    /// Where an edge is pulled out of a step, in item coordinates; null for other cards.
    [[nodiscard]] QPointF handle() const { return {m_spec.rect.width(), m_spec.rect.height() / 2}; }
    void setCurrent(bool current);
    void setTarget(bool target);
    std::function<void()> moved; ///< while it is dragged

protected:
    QVariant itemChange(GraphicsItemChange change, const QVariant& value) override;
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;

private:
    void paintTexts(QPainter& painter, Detail detail) const;
    CardSpec m_spec;
    MapText m_title;
    MapText m_boldTitle;
    MapText m_detail;
    bool m_hovered = false;
    bool m_current = false;
    bool m_target = false;
    bool m_painted = false;
};

/// What an edge says, on the canvas' colour and above all edges.
class EdgeLabel : public QGraphicsItem {
public:
    explicit EdgeLabel(const QString& text);
    [[nodiscard]] QRectF boundingRect() const override { return m_rect; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    void place(const QRectF& rect);

private:
    MapText m_text;
    QRectF m_rect;
};

/// One right-angled edge with its arrow and label. Not movable; selected like a card.
class EdgeItem : public QGraphicsItem {
public:
    enum { Type = UserType + 2 };
    EdgeItem(MapItem item, QString label);
    [[nodiscard]] const MapItem& item() const { return m_item; }
    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    [[nodiscard]] QPainterPath shape() const override { return m_shape; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    void setRoute(const QList<QPointF>& points, const QRectF& label);
    void setBaseline(bool baseline) { m_baseline = baseline; }
    [[nodiscard]] EdgeLabel* words() const { return m_words; }
    [[nodiscard]] const QList<QPointF>& route() const { return m_points; }
    /// Width that the label of an edge wants.
    [[nodiscard]] static qreal labelWidth(const QString& label);

private:
    void paintArrow(QPainter& painter, Ink ink) const;
    MapItem m_item;
    EdgeLabel* m_words; ///< belongs to the scene; null without a label
    QList<QPointF> m_points;
    QPainterPath m_path;
    QPainterPath m_shape;
    QRectF m_bounds;
    QRectF m_labelRect;
    bool m_baseline = false;
};

} // namespace wayreeve::ui
