#pragma once

#include "ui/journeys/flow_layout.h"
#include "ui/journeys/map_scene.h"

namespace wayreeve::ui {

/// The flow: a band a stage, steps left to right, right-angled edges.
class FlowScene : public MapScene {
    Q_OBJECT
public:
    using MapScene::MapScene;
    [[nodiscard]] std::string stageAt(const QPointF& point) const override;
    [[nodiscard]] QPointF placeAt(const QPointF& topLeft, std::string& stage) const override;
    [[nodiscard]] const FlowLayout& layout() const { return m_layout; }
    /// Strips with the stages' names, for the view: their names stay in sight when it scrolls.
    [[nodiscard]] QList<QRectF> bandHeaders() const;

protected:
    void build(const documents::Workspace& workspace, const documents::Journey& journey) override;
    void clearExtra() override { m_ways.clear(); }
    void drawBackground(QPainter* painter, const QRectF& rect) override;

private:
    void previewEdges(int node);
    FlowLayout m_layout;
    QStringList m_names;
    QStringList m_notes;
    std::vector<EdgeItem*> m_ways; ///< by way of the layout
    std::vector<CardItem*> m_nodeCards;
};

} // namespace wayreeve::ui
