#pragma once

#include "ui/journeys/flow_scene.h"
#include "ui/journeys/lanes_scene.h"
#include "ui/journeys/map_view.h"

namespace wayreeve::ui {

/// The lanes with their row headers (128) and stage bands (52) in the margins: those scroll along one way only.
class LanesView : public MapView {
    Q_OBJECT
public:
    LanesView(LanesScene& scene, JourneyPresenter& presenter, QWidget* parent = nullptr);

protected:
    [[nodiscard]] QMargins headerMargins() const override;
    void placeHeaders() override;

private:
    class Rows;
    class Bands;
    Rows* m_rows;
    Bands* m_bands;
};

/// The flow; the names in its band headers stay in sight when it scrolls sideways.
class FlowView : public MapView {
    Q_OBJECT
public:
    FlowView(FlowScene& scene, JourneyPresenter& presenter, QWidget* parent = nullptr);

protected:
    void scrollContentsBy(int dx, int dy) override;

private:
    FlowScene& m_flow;
};

} // namespace wayreeve::ui
