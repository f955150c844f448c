#include "ui/journeys/map_scene.h"

#include <algorithm>

namespace wayreeve::ui {

MapScene::MapScene(JourneyPresenter& presenter, QObject* parent)
    : QGraphicsScene(parent)
    , m_presenter(presenter) {
    connect(&presenter, &JourneyPresenter::journeyChanged, this, &MapScene::rebuild);
    connect(&presenter, &JourneyPresenter::workspaceChanged, this, &MapScene::rebuild);
    connect(&presenter, &JourneyPresenter::problemsChanged, this, &MapScene::rebuild);
    connect(&presenter, &JourneyPresenter::selectionChanged, this, &MapScene::showSelection);
    connect(this, &QGraphicsScene::selectionChanged, this, &MapScene::takeSelection);
}

/// Items that go report a change of the selection, which nobody may look at any more.
MapScene::~MapScene() {
    disconnect(this, &QGraphicsScene::selectionChanged, this, nullptr);
    clear();
}

CardItem* MapScene::card(const MapItem& item) const {
    const auto found = m_cards.find(item);
    return found == m_cards.end() ? nullptr : found->second;
}

EdgeItem* MapScene::edge(const MapItem& item) const {
    const auto found = m_edges.find(item);
    return found == m_edges.end() ? nullptr : found->second;
}

void MapScene::setActive(bool active) {
    m_active = active;
    if (active && m_stale)
        rebuild();
}

void MapScene::rebuild() {
    m_stale = true;
    if (!m_active)
        return;
    m_stale = false;
    m_showing = true;
    clear();
    m_cards.clear();
    m_edges.clear();
    clearExtra();
    if (m_presenter.workspace() && m_presenter.journey())
        build(*m_presenter.workspace(), *m_presenter.journey());
    else
        setSceneRect(0, 0, 1, 1);
    m_showing = false;
    showSelection();
    Q_EMIT rebuilt();
}

CardItem* MapScene::addCard(CardSpec spec) {
    spec.problems = m_presenter.problemsAt(spec.item);
    auto* item = new CardItem(std::move(spec));
    addItem(item);
    m_cards[item->item()] = item;
    return item;
}

EdgeItem* MapScene::addEdge(const MapItem& mapItem, const QString& label) {
    auto* item = new EdgeItem(mapItem, label);
    addItem(item);
    if (item->words())
        addItem(item->words());
    m_edges[mapItem] = item;
    return item;
}

void MapScene::showSelection() {
    if (m_showing || m_stale)
        return;
    m_showing = true;
    const Selection& selection = m_presenter.selection();
    const auto isSelected = [&selection](const MapItem& item) {
        return std::find(selection.begin(), selection.end(), item) != selection.end();
    };
    for (const auto& [item, card] : m_cards) {
        card->setSelected(isSelected(item));
        card->setCurrent(item == m_presenter.current());
    }
    for (const auto& [item, edge] : m_edges)
        edge->setSelected(isSelected(item));
    m_showing = false;
    update();
}

void MapScene::takeSelection() {
    if (m_showing)
        return;
    // What stays selected keeps its place, so that the current item is the one added last.
    Selection selection = m_presenter.selection();
    const auto take = [&selection](const MapItem& item, bool selected) {
        const auto known = std::find(selection.begin(), selection.end(), item);
        if (selected && known == selection.end())
            selection.push_back(item);
        else if (!selected && known != selection.end())
            selection.erase(known);
    };
    for (const auto& [item, card] : m_cards)
        take(item, card->isSelected());
    for (const auto& [item, edge] : m_edges)
        take(item, edge->isSelected());
    std::erase_if(selection, [&selection](const MapItem& item) {
        return item.kind == MapItem::Kind::Stage && selection.size() > 1;
    });
    m_presenter.select(selection);
}

} // namespace wayreeve::ui
