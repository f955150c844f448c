#pragma once

#include "ui/journeys/journey_presenter.h"

#include <QScrollArea>

namespace wayreeve::ui {

class InspectorForm;

/// Right of the map, 304 wide: the selected step, touchpoint, edge or stage with its fields, or the journey itself.
/// Each committed field is one undoable edit.
class Inspector : public QScrollArea {
    Q_OBJECT
public:
    explicit Inspector(JourneyPresenter& presenter, QWidget* parent = nullptr);
    /// Puts the focus into a field by its name.
    void focusField(const QString& name);

private:
    void refresh();
    void fill();
    void addJourney(InspectorForm& form);
    void addNode(InspectorForm& form, const documents::JourneyNode& node);
    void addTrigger(InspectorForm& form, const documents::JourneyNode& node);
    void addAgent(InspectorForm& form, const documents::JourneyNode& node);
    void addAction(InspectorForm& form, const documents::JourneyNode& node);
    void addRest(InspectorForm& form, const documents::JourneyNode& node);
    void addWays(InspectorForm& form, const documents::JourneyNode& node);
    void addEdge(InspectorForm& form, const MapItem& item);
    void addTouchpoint(InspectorForm& form, const MapItem& item);
    void addStage(InspectorForm& form, const documents::JourneyStage& stage);
    void addStageRisks(InspectorForm& form, const documents::JourneyStage& stage);
    void addProblems(InspectorForm& form, const MapItem& item);
    [[nodiscard]] QString feelError(const QString& text, bool condition) const;
    /// Changes the step as it is now, so that two fields committed one after the other both stay.
    void changeNode(const std::string& id, const std::function<void(documents::JourneyNode&)>& change);
    void changeStage(const std::string& id, const std::function<void(documents::JourneyStage&)>& change);
    void changeJourney(const std::function<void(documents::Journey&)>& change);

    JourneyPresenter& m_presenter;
    bool m_pending = false;
};

} // namespace wayreeve::ui
