#pragma once

#include "ui/insights/insights_page.h"
#include "ui/insights/learning_presenter.h"

#include <QSet>
#include <QUndoStack>

namespace wayreeve::ui {

class Button;
class DataTable;
class PlainLabel;
class SectionHeader;

/// R2: stages that convert far from their benchmark, the weight that would fit, and events that could become signals.
/// Apply changes a draft of stages.yaml, which can be undone and is written by Save.
class SignalsPage : public InsightsPage {
    Q_OBJECT
public:
    explicit SignalsPage(AppContext& context, QWidget* parent = nullptr);
    [[nodiscard]] GrabCounts counts() const override;
    [[nodiscard]] QList<QWidget*> panes() override;

    void apply();
    void dismiss();
    void save();
    void discard();
    [[nodiscard]] bool dirty() const { return !m_undo.isClean(); }
    [[nodiscard]] const std::shared_ptr<const documents::StageList>& draft() const { return m_draft; }
    void setDraft(std::shared_ptr<const documents::StageList> draft); ///< for commands

Q_SIGNALS:
    void saved(bool ok);

protected:
    void read() override;

private:
    struct Found {
        session::Reweighting reweighting;
        std::optional<documents::OriginalText> original;
        std::shared_ptr<const documents::StageList> stages;
    };
    QWidget* build();
    void fill();
    void showStage();
    void showState();
    [[nodiscard]] const measurement::StageProposal* current() const;
    [[nodiscard]] documents::WeightedSignal* weighed(documents::StageList& stages,
                                                     const measurement::StageProposal& stage) const;

    session::Reweighting m_found;
    std::optional<documents::OriginalText> m_original;
    std::shared_ptr<const documents::StageList> m_draft;
    QUndoStack m_undo;
    QSet<QString> m_dismissed; ///< "s1/cart-left"
    std::vector<std::size_t> m_listed;
    bool m_saving = false;

    DataTable* m_list = nullptr;
    CellsModel* m_listModel = nullptr;
    PlainLabel* m_none = nullptr;
    SectionHeader* m_title = nullptr;
    PlainLabel* m_why = nullptr;
    PlainLabel* m_accuracy = nullptr;
    DataTable* m_evidence = nullptr;
    CellsModel* m_evidenceModel = nullptr;
    QWidget* m_bar = nullptr;
    PlainLabel* m_state = nullptr;
    Button* m_apply = nullptr;
    Button* m_dismiss = nullptr;
    Button* m_back = nullptr;
    Button* m_save = nullptr;
    SectionHeader* m_newHeader = nullptr;
    DataTable* m_new = nullptr;
    CellsModel* m_newModel = nullptr;
};

} // namespace wayreeve::ui
