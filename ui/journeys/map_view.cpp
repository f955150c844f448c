#include "ui/journeys/map_view.h"

#include <QApplication>
#include <QGraphicsPathItem>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace wayreeve::ui {

MapView::MapView(MapScene& scene, JourneyPresenter& presenter, QWidget* parent)
    : QGraphicsView(&scene, parent)
    , m_scene(scene)
    , m_presenter(presenter) {
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setViewportUpdateMode(QGraphicsView::MinimalViewportUpdate);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setDragMode(QGraphicsView::RubberBandDrag);
    setFocusPolicy(Qt::StrongFocus);
    setOptimizationFlag(QGraphicsView::DontSavePainterState, false);
    connect(&scene, &MapScene::rebuilt, this, [this] {
        m_rubber = nullptr; // cleared with the scene
        closeEditor(false);
        placeHeaders();
        viewport()->update();
    });
}

void MapView::setZoom(qreal wanted) {
    const qreal factor = std::clamp(wanted, leastZoom, mostZoom) / zoom();
    if (std::abs(factor - 1) < 1e-6)
        return;
    scale(factor, factor);
    placeHeaders();
    Q_EMIT zoomChanged(zoom());
}

void MapView::zoomToFit() {
    const QRectF all = m_scene.sceneRect();
    if (all.width() < 2)
        return;
    const QSizeF room = viewport()->size();
    setZoom(std::min({room.width() / all.width(), room.height() / all.height(), 1.0}));
    centerOn(all.center());
}

void MapView::reveal(const MapItem& item) {
    if (const CardItem* card = m_scene.card(item))
        ensureVisible(card->sceneCard(), 12, 12);
    else if (const EdgeItem* edge = m_scene.edge(item))
        ensureVisible(edge->boundingRect(), 12, 12);
}

int MapView::paintedCards() const {
    const QRectF shown = mapToScene(viewport()->rect()).boundingRect();
    return static_cast<int>(std::count_if(m_scene.cards().begin(), m_scene.cards().end(), [&](const auto& entry) {
        return entry.second->wasPainted() && shown.intersects(entry.second->sceneCard());
    }));
}

MapItem MapView::neighbour(const MapItem& from, int dx, int dy) const {
    const CardItem* start = m_scene.card(from);
    if (!start)
        return m_scene.cards().empty() ? MapItem{} : [this] {
            const auto first =
                std::min_element(m_scene.cards().begin(), m_scene.cards().end(), [](const auto& a, const auto& b) {
                    const QPointF p = a.second->pos();
                    const QPointF q = b.second->pos();
                    return std::pair(p.y(), p.x()) < std::pair(q.y(), q.x());
                });
            return first->first;
        }();
    const QPointF centre = start->sceneCard().center();
    MapItem best;
    qreal nearest = 0;
    for (const auto& [item, card] : m_scene.cards()) {
        const QPointF way = card->sceneCard().center() - centre;
        const qreal ahead = way.x() * dx + way.y() * dy;
        const qreal aside = std::abs(way.x() * dy) + std::abs(way.y() * dx);
        if (item == from || ahead < 4)
            continue;
        const qreal distance = ahead + 2.5 * aside;
        if (best.kind == MapItem::Kind::None || distance < nearest) {
            nearest = distance;
            best = item;
        }
    }
    return best;
}

void MapView::wheelEvent(QWheelEvent* event) {
    if (event->modifiers() & Qt::ControlModifier) {
        setZoom(zoom() * std::pow(1.2, event->angleDelta().y() / 120.0));
        event->accept();
        return;
    }
    if (event->modifiers() & Qt::ShiftModifier) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - event->angleDelta().y());
        event->accept();
        return;
    }
    QGraphicsView::wheelEvent(event);
}

CardItem* MapView::cardAt(const QPoint& position) const {
    for (QGraphicsItem* item : items(QRect(position - QPoint(6, 6), QSize(13, 13))))
        if (auto* card = qgraphicsitem_cast<CardItem*>(item))
            if (card->shape().contains(card->mapFromScene(mapToScene(position))) || onHandle(*card, position))
                return card;
    return nullptr;
}

bool MapView::onHandle(const CardItem& card, const QPoint& position) const {
    const QPointF away = mapFromScene(card.mapToScene(card.handle())) - position;
    return card.spec().movable && away.manhattanLength() <= 8;
}

void MapView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceHeld)) {
        m_panning = true;
        m_panFrom = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    CardItem* card = cardAt(event->pos());
    if (event->button() == Qt::LeftButton && connecting()) {
        endConnect(card);
        return;
    }
    if (event->button() == Qt::LeftButton && card && onHandle(*card, event->pos())) {
        beginConnect(card->item().id);
        m_pulling = true;
        return;
    }
    if (event->button() == Qt::RightButton) {
        if (card && !card->isSelected())
            m_presenter.select({card->item()});
        return;
    }
    QGraphicsView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && !itemAt(event->pos()) && !(event->modifiers() & Qt::ControlModifier))
        if (const std::string stage = m_scene.stageAt(mapToScene(event->pos())); !stage.empty())
            m_presenter.select({MapItem::stage(stage)});
    if (event->button() == Qt::LeftButton && !card && m_scene.selectedItems().isEmpty())
        if (const std::string stage = m_scene.stageAt(mapToScene(event->pos())); !stage.empty())
            m_presenter.select({MapItem::stage(stage)});
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
    if (m_panning) {
        const QPoint by = event->pos() - m_panFrom;
        m_panFrom = event->pos();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
        return;
    }
    if (connecting()) {
        aimConnect(cardAt(event->pos()), mapToScene(event->pos()));
        return;
    }
    QGraphicsView::mouseMoveEvent(event);
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
    if (m_panning) {
        m_panning = false;
        viewport()->unsetCursor();
        return;
    }
    if (m_pulling) {
        m_pulling = false;
        endConnect(cardAt(event->pos()));
        return;
    }
    QGraphicsView::mouseReleaseEvent(event);
    finishDrag();
}

void MapView::finishDrag() {
    std::vector<std::pair<std::string, QPointF>> steps;
    for (const auto& [item, card] : m_scene.cards())
        if (card->spec().movable && (card->pos() - card->spec().rect.topLeft()).manhattanLength() > 0.5)
            steps.emplace_back(item.id, card->pos());
    if (!steps.empty())
        Q_EMIT dropped(steps);
}

void MapView::cancelDrag() {
    if (QGraphicsItem* grabber = m_scene.mouseGrabberItem())
        grabber->ungrabMouse();
    m_scene.rebuild();
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const CardItem* card = cardAt(event->pos())) {
        Q_EMIT renameRequested(card->item());
        return;
    }
    for (QGraphicsItem* item : items(event->pos()))
        if (const auto* edge = qgraphicsitem_cast<EdgeItem*>(item); edge && edge->item().kind == MapItem::Kind::Edge) {
            Q_EMIT renameRequested(edge->item());
            return;
        }
    QGraphicsView::mouseDoubleClickEvent(event);
}

void MapView::keyPressEvent(QKeyEvent* event) {
    const int dx = (event->key() == Qt::Key_Right) - (event->key() == Qt::Key_Left);
    const int dy = (event->key() == Qt::Key_Down) - (event->key() == Qt::Key_Up);
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    if ((dx != 0 || dy != 0) && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        const MapItem next = neighbour(connecting() ? m_aim : m_presenter.current(), dx, dy);
        if (next.kind == MapItem::Kind::None)
            return;
        if (connecting()) {
            aimConnect(m_scene.card(next), m_scene.card(next)->sceneCard().center());
        } else if (extend) {
            Selection selection = m_presenter.selection();
            std::erase(selection, next);
            selection.push_back(next);
            m_presenter.select(selection);
        } else {
            m_presenter.select({next});
        }
        reveal(next);
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        if (m_scene.mouseGrabberItem())
            cancelDrag();
        else if (connecting())
            endConnect(nullptr);
        else
            m_presenter.select({});
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && connecting()) {
        endConnect(m_scene.card(m_aim));
        return;
    }
    if (event->key() == Qt::Key_Space) {
        m_spaceHeld = true;
        return;
    }
    QGraphicsView::keyPressEvent(event);
}

void MapView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat())
        m_spaceHeld = false;
    QGraphicsView::keyReleaseEvent(event);
}

void MapView::contextMenuEvent(QContextMenuEvent* event) {
    Q_EMIT menuRequested(event->globalPos());
}

void MapView::beginConnect(const std::string& from) {
    m_connectFrom = from;
    m_aim = MapItem::node(from);
    m_rubber = m_scene.addPath({}, QPen(color(Ink::Accent), 2, Qt::DashLine));
    m_rubber->setZValue(5);
    setMouseTracking(true);
    Q_EMIT connectingChanged();
}

void MapView::aimConnect(const CardItem* target, const QPointF& end) {
    const CardItem* source = m_scene.card(MapItem::node(m_connectFrom));
    if (!source || !m_rubber)
        return;
    for (const auto& [item, card] : m_scene.cards())
        card->setTarget(card == target && card != source);
    if (target)
        m_aim = target->item();
    QPainterPath path(source->mapToScene(source->handle()));
    path.lineTo(target && target != source ? QPointF(target->sceneCard().left(), target->sceneCard().center().y())
                                           : end);
    m_rubber->setPath(path);
}

void MapView::endConnect(const CardItem* target) {
    const std::string from = std::exchange(m_connectFrom, {});
    delete std::exchange(m_rubber, nullptr);
    for (const auto& [item, card] : m_scene.cards())
        card->setTarget(false);
    Q_EMIT connectingChanged();
    if (target && target->item().kind == MapItem::Kind::Node && target->item().id != from)
        Q_EMIT connectRequested(from, target->item().id);
}

void MapView::editName(const MapItem& item, const QString& text) {
    closeEditor(false);
    QRectF place;
    if (const CardItem* card = m_scene.card(item))
        place = card->sceneCard().adjusted(22, 0, 0, 0);
    else if (const EdgeItem* edge = m_scene.edge(item))
        place = QRectF(edge->boundingRect().center() - QPointF(70, 14), QSizeF(140, 28));
    else
        return;
    reveal(item);
    const QRect area = mapFromScene(place).boundingRect();
    m_edited = item;
    m_editor = new QLineEdit(text, viewport());
    m_editor->setObjectName(QStringLiteral("nameEditor"));
    m_editor->setAccessibleName(tr("Name"));
    m_editor->setGeometry(area.left(), area.top(), std::max(area.width(), 120), 28);
    m_editor->installEventFilter(this);
    m_editor->selectAll();
    m_editor->show();
    m_editor->setFocus();
    connect(m_editor, &QLineEdit::returnPressed, this, [this] { closeEditor(true); });
}

void MapView::closeEditor(bool commit) {
    if (!m_editor)
        return;
    QLineEdit* editor = m_editor;
    m_editor.clear();
    editor->removeEventFilter(this);
    const QString text = editor->text();
    editor->hide();
    editor->deleteLater();
    setFocus();
    if (commit)
        Q_EMIT renamed(m_edited, text);
}

bool MapView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_editor) {
        if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
            closeEditor(false);
            return true;
        }
        if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
            closeEditor(true);
    }
    return QGraphicsView::eventFilter(watched, event);
}

void MapView::resizeEvent(QResizeEvent* event) {
    setViewportMargins(headerMargins());
    QGraphicsView::resizeEvent(event);
    m_scene.setRoom(viewport()->width());
    placeHeaders();
}

void MapView::scrollContentsBy(int dx, int dy) {
    QGraphicsView::scrollContentsBy(dx, dy);
    placeHeaders();
    Q_EMIT viewMoved();
}

} // namespace wayreeve::ui
