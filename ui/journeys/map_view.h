#pragma once

#include "ui/journeys/map_scene.h"

#include <QGraphicsView>
#include <QLineEdit>
#include <QPointer>

class QGraphicsPathItem;

namespace wayreeve::ui {

/// A view on one layout: zoom, pan, moving the focus, connecting, editing a name in place. Says what a person wants;
/// the screen makes it an edit. Child widgets in the margins (headers) are the derived views' business.
class MapView : public QGraphicsView {
    Q_OBJECT
public:
    static constexpr qreal leastZoom = 0.1, mostZoom = 4;

    MapView(MapScene& scene, JourneyPresenter& presenter, QWidget* parent = nullptr);
    [[nodiscard]] MapScene& map() const { return m_scene; }

    [[nodiscard]] qreal zoom() const { return transform().m11(); }
    void setZoom(qreal zoom);
    void zoomToFit();
    /// Scrolls as little as needed.
    void reveal(const MapItem& item);
    /// Cards painted inside the view.
    [[nodiscard]] int paintedCards() const;

    /// The next card, step or edge end is what the step leads to; Esc leaves.
    void beginConnect(const std::string& from);
    [[nodiscard]] bool connecting() const { return !m_connectFrom.empty(); }
    /// A line edit over the card; Enter commits, Esc leaves.
    void editName(const MapItem& item, const QString& text);
    [[nodiscard]] QLineEdit* editor() const { return m_editor; }
    /// The nearest card in a direction, for arrow keys; None without one.
    [[nodiscard]] MapItem neighbour(const MapItem& from, int dx, int dy) const;

Q_SIGNALS:
    void zoomChanged(qreal zoom);
    void connectRequested(const std::string& from, const std::string& to);
    void connectingChanged();
    void renameRequested(const wayreeve::ui::MapItem& item);
    void renamed(const wayreeve::ui::MapItem& item, const QString& name);
    /// Steps were dropped: their new top left corners in the scene.
    void dropped(const std::vector<std::pair<std::string, QPointF>>& steps);
    void menuRequested(const QPoint& globalPosition);
    void viewMoved();

protected:
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    [[nodiscard]] virtual QMargins headerMargins() const { return {}; }
    virtual void placeHeaders() {}

private:
    [[nodiscard]] CardItem* cardAt(const QPoint& position) const;
    [[nodiscard]] bool onHandle(const CardItem& card, const QPoint& position) const;
    void endConnect(const CardItem* target);
    void aimConnect(const CardItem* target, const QPointF& end);
    void finishDrag();
    void cancelDrag();
    void closeEditor(bool commit);

    MapScene& m_scene;
    JourneyPresenter& m_presenter;
    QPointer<QLineEdit> m_editor;
    MapItem m_edited;
    std::string m_connectFrom;
    MapItem m_aim;
    QGraphicsPathItem* m_rubber = nullptr;
    bool m_pulling = false;
    bool m_panning = false;
    bool m_spaceHeld = false;
    QPoint m_panFrom;
};

} // namespace wayreeve::ui
