#include "ui/journeys/map_views.h"

#include "ui/journeys/journey_words.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace wayreeve::ui {

namespace {

constexpr int headerWidth = static_cast<int>(LanesLayout::header);
constexpr int bandHeight = static_cast<int>(LanesLayout::band);

} // namespace

/// The questions of the rows, at the left of the lanes.
class LanesView::Rows : public QWidget {
public:
    Rows(LanesView& view, LanesScene& scene)
        : QWidget(&view)
        , m_view(view)
        , m_scene(scene) {
        setAttribute(Qt::WA_OpaquePaintEvent);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), color(Ink::Window));
        const LanesLayout& layout = m_scene.layout();
        painter.setPen(color(Ink::Border));
        painter.drawLine(width() - 1, 0, width() - 1, height());
        if (layout.stages == 0)
            return;
        const qreal zoom = m_view.zoom();
        for (const auto& row : layout.rows) {
            const int top = m_view.mapFromScene(QPointF(0, row.top)).y();
            const int bottom = m_view.mapFromScene(QPointF(0, row.top + row.height)).y();
            if (bottom < 0 || top > height())
                continue;
            painter.setPen(color(Ink::Border));
            painter.drawLine(0, bottom, width(), bottom);
            painter.setFont(uiFont(Type::Small, Weight::Bold));
            if (bottom - top >= 16)
                paintElided(painter,
                            QRectF(12, top + std::min(8.0, (bottom - top - 16) / 2.0),
                                   width() - (row.row == LaneRow::Emotion ? 52 : 16), 16),
                            laneRowText(row.row), Ink::Text2);
            if (row.row == LaneRow::Emotion && zoom >= 0.7)
                paintScale(painter, layout);
        }
    }

private:
    void paintScale(QPainter& painter, const LanesLayout& layout) {
        painter.setFont(uiFont(Type::Small));
        for (int value = -2; value <= 2; ++value) {
            const int y = m_view.mapFromScene(QPointF(0, layout.emotionY(value))).y();
            const QString text = value > 0   ? QStringLiteral("+%1").arg(value)
                                 : value < 0 ? QStringLiteral("−%1").arg(-value)
                                             : QStringLiteral("0");
            paintTabular(painter, QRectF(width() - 40, y - 8, 32, 16), text, Ink::Text3);
        }
    }

    LanesView& m_view;
    LanesScene& m_scene;
};

/// Number, name and evidence of each stage, above the lanes; a click selects the stage.
class LanesView::Bands : public QWidget {
public:
    Bands(LanesView& view, LanesScene& scene, JourneyPresenter& presenter)
        : QWidget(&view)
        , m_view(view)
        , m_scene(scene)
        , m_presenter(presenter) {
        setAttribute(Qt::WA_OpaquePaintEvent);
        connect(&presenter, &JourneyPresenter::selectionChanged, this, [this] { update(); });
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), color(Ink::Window));
        const auto journey = m_presenter.journey();
        if (journey && m_presenter.workspace()) {
            painter.setClipRect(headerWidth, 0, width() - headerWidth, height());
            for (int s = 0; s < m_scene.layout().stages; ++s)
                paintStage(painter, *m_presenter.workspace(), *journey, s);
            painter.setClipping(false);
            painter.setFont(uiFont(Type::Small));
            paintElided(painter, QRectF(12, height() - 24, headerWidth - 24, 16),
                        LanesView::tr("%n stage(s)", nullptr, m_scene.layout().stages), Ink::Text3);
        }
        painter.setPen(color(Ink::Border));
        painter.drawLine(0, height() - 1, width(), height() - 1);
        painter.drawLine(headerWidth - 1, 0, headerWidth - 1, height());
    }
    void mousePressEvent(QMouseEvent* event) override {
        const QPoint inView = event->pos() - QPoint(headerWidth, 0);
        const std::string stage = m_scene.stageAt(m_view.mapToScene(inView));
        if (event->pos().x() >= headerWidth && !stage.empty())
            m_presenter.select({MapItem::stage(stage)});
        m_view.setFocus(Qt::MouseFocusReason);
    }

private:
    void paintStage(QPainter& painter, const documents::Workspace& workspace, const documents::Journey& journey,
                    int s) {
        const auto& stage = journey.stages[static_cast<std::size_t>(s)];
        const qreal column = m_scene.layout().columnWidth;
        const int left = m_view.mapFromScene(QPointF(s * column, 0)).x() + headerWidth;
        const int right = m_view.mapFromScene(QPointF((s + 1) * column, 0)).x() + headerWidth;
        const QRect area(left, 0, right - left, height());
        if (m_presenter.currentStage() == stage.id && m_presenter.current().kind != MapItem::Kind::None)
            painter.fillRect(area, color(Ink::Tint2));
        painter.setPen(color(Ink::Border));
        painter.drawLine(right, 0, right, height());
        const int touchpoints = static_cast<int>(stage.touchpoints.size());
        const auto steps = static_cast<int>(std::count_if(
            journey.nodes.begin(), journey.nodes.end(), [&stage](const auto& node) { return node.stage == stage.id; }));
        painter.setFont(uiFont(Type::Body, Weight::Bold));
        paintElided(painter, QRectF(left + 12, 6, area.width() - 48, 20),
                    QStringLiteral("%1  %2").arg(s + 1).arg(stageName(workspace, stage.id)), Ink::Text1);
        paintIcon(painter, QRectF(right - 28, 8, 16, 16),
                  stage.evidence == documents::Evidence::Full     ? QStringLiteral("full")
                  : stage.evidence == documents::Evidence::Partly ? QStringLiteral("half")
                                                                  : QStringLiteral("risk-low"),
                  Ink::Text2);
        painter.setFont(uiFont(Type::Small));
        const QString counts = LanesView::tr("%n touchpoint(s)", nullptr, touchpoints) + QStringLiteral(", ") +
                               LanesView::tr("%n step(s)", nullptr, steps);
        paintElided(painter, QRectF(left + 12, 27, area.width() - 24, 16), counts, Ink::Text2);
    }

    LanesView& m_view;
    LanesScene& m_scene;
    JourneyPresenter& m_presenter;
};

LanesView::LanesView(LanesScene& scene, JourneyPresenter& presenter, QWidget* parent)
    : MapView(scene, presenter, parent)
    , m_rows(new Rows(*this, scene))
    , m_bands(new Bands(*this, scene, presenter)) {
    setObjectName(QStringLiteral("lanesView"));
    setAccessibleName(tr("Map in lanes; the outline below lists the same"));
}

QMargins LanesView::headerMargins() const {
    return {headerWidth, bandHeight, 0, 0};
}

void LanesView::placeHeaders() {
    m_rows->setGeometry(0, bandHeight, headerWidth, height() - bandHeight);
    m_bands->setGeometry(0, 0, width(), bandHeight);
    m_rows->update();
    m_bands->update();
}

FlowView::FlowView(FlowScene& scene, JourneyPresenter& presenter, QWidget* parent)
    : MapView(scene, presenter, parent)
    , m_flow(scene) {
    setObjectName(QStringLiteral("flowView"));
    setAccessibleName(tr("Map as a flow; the outline below lists the same"));
}

void FlowView::scrollContentsBy(int dx, int dy) {
    MapView::scrollContentsBy(dx, dy);
    if (dx != 0)
        for (const QRectF& strip : m_flow.bandHeaders())
            viewport()->update(mapFromScene(strip).boundingRect().intersected(viewport()->rect()));
}

} // namespace wayreeve::ui
