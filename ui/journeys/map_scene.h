#pragma once

#include "ui/journeys/journey_presenter.h"
#include "ui/journeys/map_items.h"

#include <QGraphicsScene>

#include <map>

namespace wayreeve::ui {

/// One layout of the presenter's journey as items: the lanes and the flow derive from it. Follows the presenter; what
/// people select in it goes back to the presenter. Window thread.
class MapScene : public QGraphicsScene {
    Q_OBJECT
public:
    explicit MapScene(JourneyPresenter& presenter, QObject* parent = nullptr);
    ~MapScene() override;

    [[nodiscard]] CardItem* card(const MapItem& item) const;
    [[nodiscard]] EdgeItem* edge(const MapItem& item) const;
    [[nodiscard]] const std::map<MapItem, CardItem*>& cards() const { return m_cards; }
    [[nodiscard]] const std::map<MapItem, EdgeItem*>& edges() const { return m_edges; }
    /// Room for `width` pixels of content at 100 %, for layouts that fill it.
    virtual void setRoom(qreal width) { Q_UNUSED(width) }
    /// The stage at a place that no card covers; empty where there is none.
    [[nodiscard]] virtual std::string stageAt(const QPointF& point) const = 0;
    /// Where a step that is dropped here would be placed: y below the top of that stage's band.
    [[nodiscard]] virtual QPointF placeAt(const QPointF& topLeft, std::string& stage) const {
        Q_UNUSED(stage)
        return topLeft;
    }
    /// Builds the items anew; while it is hidden the scene waits until it is shown.
    void rebuild();
    void setActive(bool active);

Q_SIGNALS:
    void rebuilt();

protected:
    [[nodiscard]] JourneyPresenter& presenter() const { return m_presenter; }
    virtual void build(const documents::Workspace& workspace, const documents::Journey& journey) = 0;
    virtual void clearExtra() {}
    CardItem* addCard(CardSpec spec);
    EdgeItem* addEdge(const MapItem& item, const QString& label);

private:
    void showSelection();
    void takeSelection();

    JourneyPresenter& m_presenter;
    std::map<MapItem, CardItem*> m_cards;
    std::map<MapItem, EdgeItem*> m_edges;
    bool m_active = false;
    bool m_stale = true;
    bool m_showing = false;
};

} // namespace wayreeve::ui
