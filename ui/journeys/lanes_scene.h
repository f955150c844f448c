#pragma once

#include "ui/journeys/lanes_layout.h"
#include "ui/journeys/map_scene.h"

namespace wayreeve::ui {

/// One text cell of the lanes: paragraphs, each possibly with a warning mark.
struct CellText {
    QString text;
    Ink ink = Ink::Text1;
    Weight weight = Weight::Regular;
    QString icon;
};
[[nodiscard]] QString laneRowText(LaneRow row);
[[nodiscard]] QList<CellText> cellTexts(const documents::Workspace& workspace, const documents::JourneyStage& stage,
                                        LaneRow row);

/// The lanes: a column a stage, a row a question. Bands and row headers are painted by the view beside it.
class LanesScene : public MapScene {
    Q_OBJECT
public:
    using MapScene::MapScene;
    void setRoom(qreal width) override;
    [[nodiscard]] std::string stageAt(const QPointF& point) const override;
    [[nodiscard]] const LanesLayout& layout() const { return m_layout; }
    [[nodiscard]] std::optional<LaneRow> rowAt(qreal y) const;

protected:
    void build(const documents::Workspace& workspace, const documents::Journey& journey) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;

private:
    void addTexts(const documents::Workspace& workspace, const documents::Journey& journey);
    void addCards(const documents::Workspace& workspace, const documents::Journey& journey);
    void addEmotion(const documents::Journey& journey);
    [[nodiscard]] qreal columnFor(int stages) const;
    LanesLayout m_layout;
    qreal m_room = 0;
};

} // namespace wayreeve::ui
