#pragma once

#include "ui/journeys/lanes_scene.h"

#include <QGraphicsItem>

namespace wayreeve::ui {

/// The text of one cell of the lanes. Not selectable: a click there selects its stage.
class CellItem : public QGraphicsItem {
public:
    CellItem(const QRectF& rect, const QList<CellText>& texts);
    [[nodiscard]] QRectF boundingRect() const override { return {QPointF(), m_size}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    /// Height of the texts without padding, for `width` pixels.
    [[nodiscard]] static qreal heightOf(const QList<CellText>& texts, qreal width);

private:
    struct Line {
        MapText text;
        CellText source;
        qreal top;
    };
    QSizeF m_size;
    QList<Line> m_lines;
};

struct EmotionMark {
    QPointF at;
    double value;
    QString note;
};

/// The planned emotion curve over all stages: smooth and dotted, the lowest point spelled out, all points on hover.
class EmotionItem : public QGraphicsItem {
public:
    EmotionItem(const QRectF& rect, QList<qreal> lines, QList<EmotionMark> marks);
    [[nodiscard]] QRectF boundingRect() const override { return m_rect; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

protected:
    void hoverMoveEvent(QGraphicsSceneHoverEvent* event) override;

private:
    void paintNote(QPainter& painter, const EmotionMark& mark, Weight weight) const;
    QRectF m_rect;
    QList<qreal> m_lines;
    QList<EmotionMark> m_marks;
    QPainterPath m_path;
};

} // namespace wayreeve::ui
