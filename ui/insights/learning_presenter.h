#pragma once

#include "ui/insights/insights_core.h"
#include "ui/shell/record_words.h"
#include "ui/widgets/cells_model.h"
#include "ui/widgets/interval_chart.h"

namespace wayreeve::ui {

// Words and cells of the pages that tell what was learned. No widgets; pure.

struct TableView {
    QList<CellsModel::Column> columns;
    CellsModel::Rows rows;
};

/// Effects as a grid: a row a tag, a column for everybody and one a segment. A cell's data is 1, −1 or 0: better,
/// worse, not certain.
struct EffectsView {
    QString sentence;
    QString missing; ///< what is missing where the grid is empty
    TableView grid;
};
[[nodiscard]] QString effectOfWords(session::EffectOf what);
[[nodiscard]] QString segmentKindWords(const std::string& kind, const RecordWords& words);
[[nodiscard]] EffectsView presentEffects(const session::EffectLog& log, const session::EffectQuestion& question,
                                         const session::EffectAnswer& answer, const RecordWords& words);

struct DriftView {
    QString headline;
    QString sentence;
    bool drifts = false;
    Trend trend; ///< predicted and realised, per cent
    TableView alarms;
};
[[nodiscard]] DriftView presentDrift(const session::GoalDrift& goal, const RecordWords& words);

/// A stage's proposal.
struct ProposalView {
    QString title;    ///< "Cart left: 12 % moved on, 35 % expected"
    QString proposal; ///< "Coupon searched from 0.90 to 0.13"; empty: nothing is proposed
    QString why;      ///< evidence in a sentence, or why nothing is proposed
    QString accuracy; ///< what the held-out half says of it
    TableView evidence;
};
[[nodiscard]] TableView proposalList(const std::vector<measurement::StageProposal>& stages, const RecordWords& words);
[[nodiscard]] ProposalView presentProposal(const measurement::StageProposal& stage, const RecordWords& words);
[[nodiscard]] TableView newSignalList(const std::vector<session::NewSignal>& found);

struct AuditView {
    QString progress; ///< "12 of 50 labelled"
    QString result;   ///< "41 of 50 right: 82 % (69 % to 90 %), the goal of 80 % is …"; empty while not shown
    TableView moments;
    TableView confusion;
};
inline constexpr double stageAccuracyGoal = 0.8;
[[nodiscard]] AuditView presentAudit(const measurement::StageAudit& audit, const RecordWords& words);
/// Events before a moment, newest first.
[[nodiscard]] CellsModel::Rows seenRows(const std::vector<session::SeenEvent>& seen, const RecordWords& words);

} // namespace wayreeve::ui
