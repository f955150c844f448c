#pragma once

#include "documents/journey.h"

#include <QList>
#include <QPointF>
#include <QRectF>

#include <functional>
#include <string>
#include <vector>

namespace wayreeve::ui {

/// Where everything of the flow stands, at 100 %. Bands lie below each other, one a stage that has steps (all stages
/// where there is no step), each read left to right. A hand-placed step stands at its x and at its y below the top of
/// its band's content; the others are layered and keep out of its way. Pure; any thread.
struct FlowLayout {
    static constexpr qreal nodeWidth = 152, nodeHeight = 44, agentHeight = 68, gap = 44, margin = 14, header = 28,
                           rowPitch = 96;

    struct Band {
        std::string stage;
        int number = 0; ///< 1-based place of the stage in the journey; 0: steps without a known stage
        QRectF rect;    ///< whole width
        qreal contentTop = 0;
    };
    struct Way {
        QList<QPointF> points;
        bool baseline = false;   ///< belongs to the baseline branch: dashed
        bool toBaseline = false; ///< the drawn way from an agent decision to its baseline; no edge of the journey
        QRectF label;
    };

    std::vector<Band> bands;
    std::vector<QRectF> nodes;             ///< in the journey's order
    std::vector<bool> baseline;            ///< by node: only the baseline branch leads there
    std::vector<Way> edges;                ///< in the journey's order, then one for each baseline
    std::vector<std::pair<int, int>> ends; ///< by way: node indices; −1 where an end is missing
    QRectF bounds;

    [[nodiscard]] const Band* bandAt(qreal y) const;
};

/// Width in pixels that an edge's label and a step's card want, by index; a column is as wide as its widest card.
struct FlowMeasures {
    std::function<qreal(std::size_t)> labelWidth;
    std::function<qreal(std::size_t)> stepWidth;
};
[[nodiscard]] FlowLayout layoutFlow(const documents::Journey& journey, const FlowMeasures& measures);

} // namespace wayreeve::ui
