#include "ui/journeys/journey_presenter.h"

#include "ui/journeys/journey_words.h"

#include <QUndoCommand>

#include <algorithm>

namespace wayreeve::ui {

using documents::Journey;

/// One edit: the journey and the selection before and after it.
class JourneyPresenter::Step : public QUndoCommand {
public:
    Step(JourneyPresenter& owner, const QString& text, JourneyPointer after, Selection selectionAfter, QString mergeKey)
        : QUndoCommand(text)
        , m_owner(owner)
        , m_before(owner.m_journey)
        , m_after(std::move(after))
        , m_selectionBefore(owner.m_selection)
        , m_selectionAfter(std::move(selectionAfter))
        , m_mergeKey(std::move(mergeKey)) {}

    void undo() override { m_owner.show(m_before, m_selectionBefore); }
    void redo() override { m_owner.show(m_after, m_selectionAfter); }
    [[nodiscard]] int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = static_cast<const Step*>(other); // the stack compares id() first
        if (next->m_mergeKey != m_mergeKey || next->m_before != m_after)
            return false;
        m_after = next->m_after;
        m_selectionAfter = next->m_selectionAfter;
        if (*m_after == *m_before)
            setObsolete(true);
        return true;
    }

private:
    JourneyPresenter& m_owner;
    JourneyPointer m_before;
    JourneyPointer m_after;
    Selection m_selectionBefore;
    Selection m_selectionAfter;
    QString m_mergeKey;
};

JourneyPresenter::JourneyPresenter(QObject* parent)
    : QObject(parent) {
    m_stack.setUndoLimit(10'000);
}

void JourneyPresenter::open(WorkspacePointer workspace, JourneyPointer journey) {
    m_stack.clear();
    m_workspace = std::move(workspace);
    m_saved = journey;
    m_problems.clear();
    show(std::move(journey), {});
    Q_EMIT workspaceChanged();
    Q_EMIT problemsChanged();
}

void JourneyPresenter::setWorkspace(WorkspacePointer workspace) {
    m_workspace = std::move(workspace);
    ++m_revision;
    Q_EMIT workspaceChanged();
}

void JourneyPresenter::markSaved(JourneyPointer saved) {
    m_saved = std::move(saved);
    updateDirty();
}

void JourneyPresenter::select(Selection selection) {
    std::erase_if(selection, [this](const MapItem& item) { return !m_journey || !contains(*m_journey, item); });
    if (selection == m_selection)
        return;
    m_selection = std::move(selection);
    Q_EMIT selectionChanged();
}

std::string JourneyPresenter::currentStage() const {
    if (!m_journey)
        return {};
    const MapItem item = current();
    if (item.kind == MapItem::Kind::Stage)
        return item.id;
    if (item.kind == MapItem::Kind::Touchpoint)
        return item.part;
    if (const auto* node = m_journey->node(item.id))
        return node->stage;
    return m_journey->stages.empty() ? std::string() : m_journey->stages.front().id;
}

bool JourneyPresenter::apply(const QString& text, Journey next, Selection selection, const QString& mergeKey) {
    if (!m_journey || next == *m_journey)
        return false;
    if (m_guard && !m_guard()) {
        Q_EMIT selectionChanged(); // fields show again what holds
        return false;
    }
    push(text, std::move(next), std::move(selection), mergeKey);
    return true;
}

void JourneyPresenter::restore(const QString& text, Journey next) {
    if (m_journey && next != *m_journey)
        push(text, std::move(next), {}, {});
}

void JourneyPresenter::push(const QString& text, Journey next, Selection selection, const QString& mergeKey) {
    if (selection.empty())
        selection = m_selection;
    m_stack.push(
        new Step(*this, text, std::make_shared<const Journey>(std::move(next)), std::move(selection), mergeKey));
}

bool JourneyPresenter::append(documents::JourneyNode node) {
    if (!m_journey)
        return false;
    if (node.stage.empty())
        node.stage = currentStage();
    MapItem after = current();
    if (after.kind == MapItem::Kind::Edge)
        after = MapItem::node(after.id);
    const QString text = tr("Add %1").arg(nodeName(node));
    return apply(text, after.kind == MapItem::Kind::Node ? edit::appendNode(*m_journey, after.id, std::move(node))
                                                         : edit::addNode(*m_journey, std::move(node)));
}

bool JourneyPresenter::addStep(documents::JourneyNode node) {
    if (!m_journey)
        return false;
    if (node.stage.empty())
        node.stage = currentStage();
    const QString text = tr("Add %1").arg(nodeName(node));
    return apply(text, edit::addNode(*m_journey, std::move(node)));
}

bool JourneyPresenter::connectSteps(const std::string& from, const std::string& to) {
    return m_journey && apply(tr("Connect"), edit::connect(*m_journey, from, to));
}

bool JourneyPresenter::removeSelected() {
    if (!m_journey || m_selection.empty())
        return false;
    // The neighbour takes over, so that deleting by key can go on.
    Selection next;
    if (const MapItem item = current(); item.kind == MapItem::Kind::Node)
        for (const auto& edge : m_journey->edges)
            if (edge.to == item.id &&
                std::find(m_selection.begin(), m_selection.end(), MapItem::node(edge.from)) == m_selection.end()) {
                next = {MapItem::node(edge.from)};
                break;
            }
    return apply(tr("Delete"), edit::remove(*m_journey, m_selection).journey, next);
}

bool JourneyPresenter::duplicateSelected() {
    return m_journey && apply(tr("Duplicate"), edit::duplicate(*m_journey, m_selection));
}

bool JourneyPresenter::rename(const MapItem& item, const QString& name) {
    if (!m_journey)
        return false;
    Journey next = edit::rename(*m_journey, item, name.trimmed().toStdString());
    const bool named = item.kind == MapItem::Kind::Node || item.kind == MapItem::Kind::Touchpoint;
    if (named && name.trimmed().isEmpty() && next != *m_journey) {
        Q_EMIT refused(item.kind == MapItem::Kind::Node ? tr("A step needs a name. It keeps the one it had.")
                                                        : tr("A touchpoint needs a name. It keeps the one it had."));
        Q_EMIT selectionChanged(); // fields show again what holds
        return false;
    }
    return apply(tr("Rename"), std::move(next), {item});
}

void JourneyPresenter::setProblems(int revision, std::vector<MapProblem> problems) {
    if (revision != m_revision || problems == m_problems)
        return;
    m_problems = std::move(problems);
    Q_EMIT problemsChanged();
}

void JourneyPresenter::checkNow() {
    if (m_workspace && m_journey)
        setProblems(m_revision, problemsOf(*m_workspace, m_journey));
}

int JourneyPresenter::problemsAt(const MapItem& item) const {
    return static_cast<int>(std::count_if(m_problems.begin(), m_problems.end(),
                                          [&item](const MapProblem& problem) { return problem.item == item; }));
}

void JourneyPresenter::show(JourneyPointer journey, Selection selection) {
    m_journey = std::move(journey);
    std::erase_if(selection, [this](const MapItem& item) { return !m_journey || !contains(*m_journey, item); });
    const bool moved = selection != m_selection;
    m_selection = std::move(selection);
    ++m_revision;
    updateDirty();
    Q_EMIT journeyChanged();
    if (moved)
        Q_EMIT selectionChanged();
}

void JourneyPresenter::updateDirty() {
    const bool dirty = m_journey && m_journey != m_saved && !(m_saved && *m_journey == *m_saved);
    if (dirty == m_dirty)
        return;
    m_dirty = dirty;
    Q_EMIT dirtyChanged(dirty);
}

} // namespace wayreeve::ui
