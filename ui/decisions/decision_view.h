#pragma once

#include "ui/decisions/decision_page.h"
#include "ui/shell/screen.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace wayreeve::ui {

class BarList;
class EvidenceStrip;
class GatesTable;
class LineList;
class PlainLabel;
class SectionHeader;

/// One opened decision: the sentence, evidence, candidates × gates, score, and on the right policies and what happened.
class DecisionView : public QWidget {
    Q_OBJECT
public:
    explicit DecisionView(QWidget* parent = nullptr);
    void setPage(const DecisionPage& page);
    enum class Replay { None, Running, Identical, Different, Failed };
    /// Beside whether the record is verified.
    void setReplay(Replay state, const QString& text);
    [[nodiscard]] Replay replayState() const { return m_replayState; }
    [[nodiscard]] GrabCounts counts() const;
    [[nodiscard]] QList<QWidget*> panes() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeMain();
    [[nodiscard]] QWidget* makeSide();
    void showInputs(bool all);
    void showRead(bool all);

    PlainLabel* m_sentence;
    QWidget* m_marks;
    PlainLabel* m_verified;
    class IconLabel* m_verifiedIcon;
    PlainLabel* m_replay;
    IconLabel* m_replayIcon;
    Replay m_replayState = Replay::None;
    SectionHeader* m_evidenceHeader;
    EvidenceStrip* m_strip;
    LineList* m_inputs;
    SectionHeader* m_readHeader;
    LineList* m_read;
    QList<DecisionPage::ReadScore> m_scores;
    SectionHeader* m_pastHeader;
    LineList* m_past;
    SectionHeader* m_candidatesHeader;
    GatesTable* m_gates;
    SectionHeader* m_scoreHeader;
    Waterfall* m_score;
    LineList* m_certainty;
    SectionHeader* m_policiesHeader;
    LineList* m_policies;
    LineList* m_then;
    QScrollArea* m_main;
    QScrollArea* m_side;
    bool m_allInputs = false;
    bool m_allRead = false;
    qsizetype m_inputCount = 0;
};

} // namespace wayreeve::ui
