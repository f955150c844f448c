#pragma once

#include "documents/journey.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <functional>
#include <string>
#include <vector>

namespace wayreeve::ui {

/// The rows of the lanes layout, top to bottom.
enum class LaneRow {
    Goal,
    Expectation,
    Touchpoints,
    Emotion,
    Friction,
    Failures,
    Handoffs,
    Agents,
    Steps,
    Effort,
    Delay,
    Dependencies,
    Data,
    Kpis,
    Owner,
    Count
};

/// Where everything of the lanes stands, at 100 %. The origin is the top left of the first stage's cell below the
/// bands; the band (52) and the header column (128) are outside, so that they can stay put. Pure.
struct LanesLayout {
    static constexpr qreal header = 128, band = 52, stageWidth = 210, narrowest = 190, pad = 8, cardHeight = 28,
                           agentHeight = 44, cardGap = 4, emotionHeight = 116;

    struct Row {
        LaneRow row;
        qreal top = 0;
        qreal height = 0;
    };
    std::vector<Row> rows; ///< all of LaneRow, in its order
    qreal columnWidth = stageWidth;
    int stages = 0;
    std::vector<QRectF> nodes;                    ///< by node; null where its stage is unknown
    std::vector<std::vector<QRectF>> touchpoints; ///< by stage
    std::vector<std::vector<QPointF>> emotion;    ///< by stage: points of the planned curve

    [[nodiscard]] QRectF cell(int stage, LaneRow row) const;
    [[nodiscard]] QRectF bounds() const;
    /// The y of an emotion value from −2 to 2.
    [[nodiscard]] qreal emotionY(double value) const;
    [[nodiscard]] int stageAt(qreal x) const; ///< −1 outside
};

/// Height in pixels of the text of a cell for a width; rows are as high as their highest cell.
using CellHeight = std::function<qreal(int stage, LaneRow row, qreal width)>;
[[nodiscard]] LanesLayout layoutLanes(const documents::Journey& journey, qreal columnWidth,
                                      const CellHeight& cellHeight);

} // namespace wayreeve::ui
